/**
 * A smooth function kept as cubics through four neighbouring values, checked in the middle of every cell: where the cubic misses by more than the tolerance
 * (a jump, a corner), and outside the table, the function itself is asked. Made from its arguments alone, so that it is the same in every worker.
 */
const CELLS = 512

export function checkedTable(f: (x: number) => number, low: number, high: number, tolerance: number): (x: number) => number {
  if (!(low < high && Number.isFinite(high - low))) return f
  const step = (high - low) / CELLS
  // One more value at either side.
  const values = Float64Array.from({ length: CELLS + 3 }, (_, j) => f(low + (j - 1) * step))
  const cubic = (cell: number, t: number): number => {
    const [a, b, c, d] = [values[cell]!, values[cell + 1]!, values[cell + 2]!, values[cell + 3]!]
    return b + t * (c - a / 3 - b / 2 - d / 6 + t * ((a + c) / 2 - b + t * ((d - a) / 6 + (b - c) / 2)))
  }
  const good = Uint8Array.from({ length: CELLS }, (_, cell) => (Math.abs(cubic(cell, 0.5) - f(low + (cell + 0.5) * step)) <= tolerance ? 1 : 0))
  return (x) => {
    const place = (x - low) / step
    const cell = Math.floor(place)
    return place >= 0 && place < CELLS && good[cell] === 1 ? cubic(cell, place - cell) : f(x)
  }
}
