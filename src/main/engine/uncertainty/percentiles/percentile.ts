/** Percentiles of what was counted, exact, each with the standard error that the number of draws leaves. */
import { cellsWithin, rankRanges, type Reach } from './grid'
import { between, placeOf } from './orderStatistics'
import { countsOf, type Counted } from './rankCounter'
import { valuesOfRanks } from './valuesOfRanks'

export interface Percentile {
  value: number
  /** Standard error from the number of draws alone; null when one of the values that it needs is infinite, or there is only one draw. */
  standardError: number | null
}

export function drawsIn(counts: Int32Array): number {
  let draws = 0
  for (let cell = 0; cell < counts.length; cell++) draws += counts[cell]!
  return draws
}

/** Which ranks a set of quantiles of n draws needs, ascending, and where in that list each quantile finds its own. */
interface RankList {
  ranks: number[]
  quantiles: { share: number; deviation: number; left: number; right: number; places: { below: number; above: number; left: number; right: number } }[]
}

/** @param errors whether the ranks one standard deviation of a binomial count to either side are wanted too */
function rankListOf(n: number, probabilities: readonly number[], errors: boolean): RankList {
  const wanted = probabilities.map((p) => {
    const { below, share } = placeOf(p, n)
    const deviation = Math.sqrt(n * p * (1 - p))
    const rank = (r: number): number => Math.min(n - 1, Math.max(0, Math.round(r)))
    const [left, right] = errors ? [rank(n * p - deviation), rank(n * p + deviation)] : [below, below]
    return { below, share, deviation, above: Math.min(below + 1, n - 1), left, right }
  })
  const ranks = [...new Set(wanted.flatMap(({ below, above, left, right }) => [left, below, above, right]))].sort((a, b) => a - b)
  const place = (rank: number): number => ranks.indexOf(rank)
  return {
    ranks,
    quantiles: wanted.map(({ below, above, share, deviation, left, right }) => {
      return { share, deviation, left, right, places: { below: place(below), above: place(above), left: place(left), right: place(right) } }
    })
  }
}

/** The groups of a simulation ask for the same ranks hundreds of times, one after the other. */
let latest = { n: 0, probabilities: [] as readonly number[], errors: false, list: rankListOf(1, [], false) }

function rankList(n: number, probabilities: readonly number[], errors: boolean): RankList {
  if (latest.n !== n || latest.probabilities !== probabilities || latest.errors !== errors)
    latest = { n, probabilities, errors, list: rankListOf(n, probabilities, errors) }
  return latest.list
}

/** −0 and 0 share a rank: which of them is found must not matter. */
const shownWith = (values: readonly number[], show: (value: number) => number): number[] => values.map((value) => show(value) + 0)

/**
 * The quantiles for ascending probabilities of all that was counted (at least one part, all on one grid), in the scale of each `shows` (increasing functions of the counted values), with the errors of independent draws: half the
 * distance between the values whose ranks are one standard deviation of a binomial count to either side (Woodruff 1952). Null when a rank lies in a cell that is not kept.
 */
export function percentilesOf(
  parts: readonly Counted[],
  probabilities: readonly number[],
  shows: readonly ((value: number) => number)[]
): Percentile[][] | null {
  const counts = countsOf(parts)
  const { ranks, quantiles } = rankList(drawsIn(counts), probabilities, true)
  const values = valuesOfRanks(parts, counts, ranks)
  if (values === null) return null
  return shows.map((show) => {
    const shown = shownWith(values, show)
    return quantiles.map(({ share, deviation, left, right, places }) => {
      // With very few draws the ranks end at the first and the last: the distance counts for as many deviations as it spans.
      const standardError = ((shown[places.right]! - shown[places.left]!) * deviation) / (right - left)
      const value = between(shown[places.below]!, shown[places.above]!, share)
      return { value, standardError: right > left && Number.isFinite(standardError) ? standardError : null }
    })
  })
}

/** The same without errors. */
export function quantilesFrom(parts: readonly Counted[], probabilities: readonly number[], shows: readonly ((value: number) => number)[]): number[][] | null {
  const counts = countsOf(parts)
  const { ranks, quantiles } = rankList(drawsIn(counts), probabilities, false)
  const values = valuesOfRanks(parts, counts, ranks)
  if (values === null) return null
  return shows.map((show) => {
    const shown = shownWith(values, show)
    return quantiles.map(({ share, places }) => between(shown[places.below]!, shown[places.above]!, share))
  })
}

/** The cells that percentiles can still lie in, by all that was counted so far (at least one part, all on one grid); null when one of them is not kept by all. */
export function sharperCells(parts: readonly Counted[], probabilities: readonly number[], reach: Reach): Uint8Array<ArrayBuffer> | null {
  const counts = countsOf(parts)
  const kept = cellsWithin(counts, rankRanges(probabilities, drawsIn(counts), reach))
  // Many parts were counted in the same grid.
  const grids = new Set(parts.map(({ grid }) => grid))
  return [...grids].every((grid) => keepsAll(grid.kept, kept)) ? kept : null
}

function keepsAll(kept: Uint8Array, wanted: Uint8Array): boolean {
  for (let cell = 0; cell < wanted.length; cell++) if (wanted[cell]! > kept[cell]!) return false
  return true
}

/**
 * The error of an estimate from its values in independent groups of draws: their standard deviation over the square root of their number. For draws that are not
 * independent of each other within a group (Sobol, Latin hypercube). Null with fewer than two groups or an infinite value.
 */
export function errorFromGroups(values: readonly number[]): number | null {
  const R = values.length
  if (R < 2) return null
  const mean = values.reduce((sum, v) => sum + v, 0) / R
  const error = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (R * (R - 1)))
  return Number.isFinite(error) ? error : null
}
