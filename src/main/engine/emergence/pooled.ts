/**
 * Rows of one size as one point. For a curve that depends on size alone their likelihood is that of their mean, but for a constant: right answers add up (binomial), and
 * Σ (y − μ)² = c·(ȳ − μ)² + Σ (y − ȳ)² (Gaussian). Many rows of a few sizes are then fitted as fast as one row of each.
 */
import { binomialDeviance, type CurveData } from './curveFit'
import { extent } from './response'

/** Beyond so many sizes, the span (in ln) is cut into so many equal parts, and sizes of one part count as one: over four decades a part is a fiftieth of a decade. */
export const MOST_SIZES = 200

/** Rows of the same size as one, and of sizes next to each other where there are more than MOST_SIZES; the same data where each row has a size of its own. */
export function pooled(data: CurveData): CurveData {
  const { z, y, m, noise } = data
  if (data.pooled !== undefined) return data
  const groups = groupsOf(z)
  if (groups.length === z.length) return data
  const means = { z: new Float64Array(groups.length), y: new Float64Array(groups.length), m: new Float64Array(groups.length) }
  let within = 0
  groups.forEach((rows, k) => {
    let [weight, ofZ, ofY] = [0, 0, 0]
    for (const i of rows) {
      weight += m[i]!
      ofZ += m[i]! * z[i]!
      ofY += m[i]! * y[i]!
    }
    // Right answers of all: no rounding may take their share beyond 1.
    const mean = noise === 'binomial' ? Math.min(1, ofY / weight) : ofY / weight
    means.z[k] = z[rows[0]!] === z[rows.at(-1)!] ? z[rows[0]!]! : ofZ / weight
    means.y[k] = mean
    means.m[k] = weight
    for (const i of rows) if (y[i]! !== mean) within += m[i]! * (noise === 'gaussian' ? (y[i]! - mean) ** 2 : binomialDeviance(y[i]!, mean))
  })
  return { ...means, noise, pooled: { rows: z.length, within } }
}

/** Rows by size, from the smallest: indices. */
function groupsOf(z: Float64Array): number[][] {
  const merged = new Set(z).size > MOST_SIZES
  const [first, last] = extent(z)
  const groups = new Map<number, number[]>()
  z.forEach((value, i) => {
    const key = merged ? Math.min(MOST_SIZES - 1, Math.floor((MOST_SIZES * (value - first)) / (last - first))) : value
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [i])
    else group.push(i)
  })
  // `rows[0]` and the last row say whether all are of one size only where rows are in order.
  if (merged) for (const group of groups.values()) group.sort((a, b) => z[a]! - z[b]!)
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
}

/** How many rows stand behind the points. */
export const rowsOf = ({ z, pooled }: CurveData): number => pooled?.rows ?? z.length
