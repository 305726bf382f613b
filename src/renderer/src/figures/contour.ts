/** The line through a field of values at which it has a given value: marching squares, straight between the middles of neighbouring cells. */
type Point = readonly [number, number]

/** Pairs of sides that the line joins, by which corners are at or above the level: bit 0 lower left, 1 lower right, 2 upper right, 3 upper left. */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2]
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3]
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  []
]

/**
 * The line as an SVG path; empty where the field never crosses the level. A square with a missing corner has no line.
 * @param at place of a cell's middle, by column and row
 */
export function contour(rows: readonly (readonly (number | null)[] | null)[], level: number, at: (column: number, row: number) => Point): string {
  let d = ''
  for (let r = 0; r + 1 < rows.length; r++)
    for (let c = 0; c + 1 < (rows[r]?.length ?? 0); c++) {
      const corners = [rows[r]?.[c], rows[r]?.[c + 1], rows[r + 1]?.[c + 1], rows[r + 1]?.[c]]
      if (!corners.every((v) => typeof v === 'number')) continue
      const places = [at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)]
      const inside = corners.reduce((bits, v, i) => bits | (v >= level ? 1 << i : 0), 0)
      for (const pair of SEGMENTS[inside]!) {
        const [a, b] = pair.map((side) => crossing(corners, places, side, level))
        d += `M${point(a!)}L${point(b!)}`
      }
    }
  return d
}

const point = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** Where the level lies on a side: 0 below, 1 right, 2 above, 3 left. */
function crossing(corners: readonly number[], places: readonly Point[], side: number, level: number): Point {
  const next = (side + 1) % 4
  const [a, b] = [corners[side]!, corners[next]!]
  const share = a === b ? 0.5 : (level - a) / (b - a)
  const [p, q] = [places[side]!, places[next]!]
  return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share]
}
