import type { Scale } from './scale'

/** The curve as one height per pixel column of the plot; `px` are its points in pixels, ascending. */
export function heightsOf(px: readonly number[], y: readonly number[], frame: { left: number; right: number; y: Scale }): number[] {
  const heights: number[] = []
  let i = 0
  for (let at = frame.left; at <= frame.right; at++) {
    while (i < px.length - 2 && px[i + 1]! < at) i++
    const w = Math.min(1, Math.max(0, (at - px[i]!) / (px[i + 1]! - px[i]!)))
    heights.push(frame.y(y[i]! + (y[i + 1]! - y[i]!) * w))
  }
  return heights
}
