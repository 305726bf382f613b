/** The drawn point nearest to the pointer: measured points and spots before the samples of a curve. */
import type { ChartSpec } from './spec'
import { isIn, type Frame } from './view'

export interface Nearest {
  panel: number
  series: string
  /** Name of the single point, where it has one. */
  point: string | null
  x: number
  y: number
  px: number
  py: number
}

/** Pixels within which a point answers. */
const REACH = 22
/** A sample of a curve must be this much nearer than a measured point. */
const CURVE = 8

export function nearestPoint(spec: ChartSpec, frames: readonly Frame[], x: number, y: number): Nearest | null {
  const panel = frames.findIndex(({ left, right, top, bottom }) => x >= left - REACH && x <= right + REACH && y >= top - REACH && y <= bottom + REACH)
  const frame = frames[panel]
  const shown = spec.panels[panel]
  if (frame === undefined || shown === undefined) return null
  let best: Nearest | null = null
  let least = REACH
  const look = (series: string, point: string | null, atX: number, atY: number | null | undefined, more: number): void => {
    if (atY === null || atY === undefined) return
    const [px, py] = [frame.x(atX), frame.y(atY)]
    if (!isIn(frame, px, py)) return
    const distance = Math.hypot(px - x, py - y) + more
    if (distance >= least) return
    least = distance
    best = { panel, series, point, x: atX, y: atY, px, py }
  }
  for (const { x: xs, y: ys, name, draw, points } of shown.series)
    for (let i = 0; i < xs.length; i++) look(name, points?.[i] ?? null, xs[i]!, ys[i], draw === 'line' ? CURVE : 0)
  for (const spot of shown.spots ?? []) look(spot.label, null, spot.x, spot.y, 0)
  return best
}
