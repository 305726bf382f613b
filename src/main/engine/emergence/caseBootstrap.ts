/**
 * The threshold from rows drawn again with replacement, or from whole families where runs of at least five are pooled (Field & Welsh 2007): shown beside the profile interval.
 * Known to be too narrow: with 12 sizes a 90 % interval of this kind covers only about 75 %.
 */
import type { RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, type Ends } from './box'
import { FAIR } from './curveFit'
import type { Response } from './response'
import type { Shape } from './shapes'

/** Families from which whole ones are drawn instead of rows. */
export const FAMILIES_TO_DRAW = 5

/** z_c, ln α, floor and ceiling of replicates `from` to `to` − 1, four numbers each; NaN where a draw holds fewer than three sizes. `stream(i)` gives replicate i its random numbers. */
export function resampledFits(
  response: Response,
  shape: Shape,
  ends: Ends,
  families: readonly (string | null)[],
  stream: (i: number) => RandomStream,
  from: number,
  to: number
): Float64Array {
  const groups = groupsOf(response.z.length, families)
  const fits = new Float64Array(4 * (to - from)).fill(NaN)
  for (let i = from; i < to; i++) {
    const random = stream(i)
    const rows = groups.flatMap(() => groups[random.below(groups.length)]!)
    const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!)
    const drawn = { ...response, z: pick(response.z), y: pick(response.y), m: pick(response.m) }
    if (new Set(drawn.z).size < 3) continue
    fits.set(bestFit(drawn, shape, boxOf(response, shape, ends), FAIR).theta, 4 * (i - from))
  }
  return fits
}

function groupsOf(rows: number, families: readonly (string | null)[]): number[][] {
  const names = new Set(families)
  if (names.has(null) || names.size < FAMILIES_TO_DRAW) return Array.from({ length: rows }, (_, i) => [i])
  return [...names].map((name) => families.flatMap((family, i) => (family === name ? [i] : [])))
}

/** Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, NumPy's default) of sorted values. */
export function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below]!
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}
