/** Fewer points for the same picture. */

/**
 * Points of a curve that the eye needs: those in sight, with one beyond on either side, and of these only where a straight line would miss the curve by
 * more than `within` pixels.
 * @param px the curve's points in pixels, x ascending
 * @returns indices, ascending
 */
export function seen(px: readonly number[], py: readonly number[], left: number, right: number, within = 0.1): number[] {
  let first = 0
  while (first < px.length - 2 && px[first + 1]! <= left) first++
  let last = px.length - 1
  while (last > first + 1 && px[last - 1]! >= right) last--
  const kept = [first]
  let from = first
  for (let to = first + 2; to <= last; to++) {
    const slope = (py[to]! - py[from]!) / (px[to]! - px[from]!)
    let straight = true
    for (let i = from + 1; i < to && straight; i++) straight = Math.abs(py[from]! + slope * (px[i]! - px[from]!) - py[i]!) <= within
    if (straight) continue
    from = to - 1
    kept.push(from)
  }
  if (last > first) kept.push(last)
  return kept
}

/**
 * Points of a long curve that can be seen at all: in each pixel column the first, the lowest, the highest and the last, so that no spike is lost. A curve of a few
 * points a column stays as it is.
 * @param px the curve's points in pixels, x never descending
 * @returns indices, ascending
 */
export function extremes(px: readonly number[], py: readonly number[]): number[] {
  const kept: number[] = []
  let first = 0
  while (first < px.length) {
    const column = Math.floor(px[first]!)
    let last = first
    let [low, high] = [first, first]
    while (last + 1 < px.length && Math.floor(px[last + 1]!) === column) {
      last++
      if (py[last]! < py[low]!) low = last
      if (py[last]! > py[high]!) high = last
    }
    kept.push(...[...new Set([first, low, high, last])].sort((a, b) => a - b))
    first = last + 1
  }
  return kept
}

/**
 * Points of a crowd that can be told apart: in each square of `cell` pixels the first one.
 * @returns indices, ascending
 */
export function onePerCell(px: readonly number[], py: readonly number[], cell: number): number[] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < px.length; i++) {
    left = Math.min(left, px[i]!)
    right = Math.max(right, px[i]!)
    top = Math.min(top, py[i]!)
    bottom = Math.max(bottom, py[i]!)
  }
  const kept: number[] = []
  if (px.length === 0) return kept
  const columns = Math.floor((right - left) / cell) + 1
  const taken = new Uint8Array(columns * (Math.floor((bottom - top) / cell) + 1))
  for (let i = 0; i < px.length; i++) {
    const at = Math.floor((py[i]! - top) / cell) * columns + Math.floor((px[i]! - left) / cell)
    if (taken[at] === 1) continue
    taken[at] = 1
    kept.push(i)
  }
  return kept
}
