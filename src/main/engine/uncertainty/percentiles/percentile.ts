/** Percentiles of what was counted, exact, each with the standard error that the number of draws leaves. */
import { cellOf, keepOutside, rankRanges, type Reach } from './grid'
import { between, orderStatistics, placeOf } from './orderStatistics'
import { countsOf, type Counted } from './rankCounter'

export interface Percentile {
  value: number
  /** Standard error from the number of draws alone; null when one of the values that it needs is infinite, or there is only one draw. */
  standardError: number | null
}

export const drawsIn = ({ counts }: Pick<Counted, 'counts'>): number => counts.reduce((sum, count) => sum + count, 0)

/** The cells of ascending ranks, with the number of draws in the cells before. */
function cellsOfRanks({ counts }: Pick<Counted, 'counts'>, ranks: readonly number[]): { cell: number; before: number }[] {
  let cell = 0
  let before = 0
  return ranks.map((rank) => {
    while (rank >= before + counts[cell]!) before += counts[cell++]!
    return { cell, before }
  })
}

/** Values of ascending ranks, each below the number of draws; null when one lies in a cell that not every part kept. */
function valuesOfRanks(parts: readonly Counted[], counts: Int32Array, ranks: readonly number[]): number[] | null {
  const places = cellsOfRanks({ counts }, ranks)
  if (places.some(({ cell }) => parts.some(({ grid }) => grid.kept[cell] !== 1))) return null
  const wanted = [...new Set(places.map(({ cell }) => cell))]
  const found = wanted.map((cell) => ({ cell, values: new Float64Array(counts[cell]!), size: 0 }))
  /** 1 + index into `found`; 0 for cells that are not asked for. */
  const mark = new Uint16Array(counts.length)
  wanted.forEach((cell, i) => (mark[cell] = i + 1))
  for (const { grid, values } of parts)
    for (let i = 0; i < values.length; i++) {
      const at = mark[cellOf(grid, values[i]!)]!
      if (at === 0) continue
      const into = found[at - 1]!
      into.values[into.size++] = values[i]!
    }
  return found.flatMap(({ cell, values }) =>
    orderStatistics(
      values,
      ranks.flatMap((rank, i) => (places[i]!.cell === cell ? [rank - places[i]!.before] : []))
    )
  )
}

/**
 * The quantiles for ascending probabilities of all that was counted (at least one part, all on one grid), in the scale of `show` (an increasing function of the counted values), with the errors of independent draws: half the
 * distance between the values whose ranks are one standard deviation of a binomial count to either side (Woodruff 1952). Null when a rank lies in a cell that is not kept.
 */
export function percentilesOf(parts: readonly Counted[], probabilities: readonly number[], show: (value: number) => number): Percentile[] | null {
  const counts = countsOf(parts)
  const n = drawsIn({ counts })
  const wanted = probabilities.map((p) => {
    const { below, share } = placeOf(p, n)
    const deviation = Math.sqrt(n * p * (1 - p))
    const rank = (r: number): number => Math.min(n - 1, Math.max(0, Math.round(r)))
    return { below, share, deviation, above: Math.min(below + 1, n - 1), left: rank(n * p - deviation), right: rank(n * p + deviation) }
  })
  const ranks = [...new Set(wanted.flatMap(({ below, above, left, right }) => [left, below, above, right]))].sort((a, b) => a - b)
  const values = valuesOfRanks(parts, counts, ranks)
  if (values === null) return null
  // −0 and 0 share a rank: which of them is found must not matter.
  const at = (rank: number): number => show(values[ranks.indexOf(rank)]!) + 0
  return wanted.map(({ below, above, share, deviation, left, right }) => {
    // With very few draws the ranks end at the first and the last: the distance counts for as many deviations as it spans.
    const standardError = ((at(right) - at(left)) * deviation) / (right - left)
    return { value: between(at(below), at(above), share), standardError: right > left && Number.isFinite(standardError) ? standardError : null }
  })
}

/** The cells that percentiles can still lie in, by all that was counted so far (at least one part, all on one grid); null when one of them is not kept by all. */
export function sharperCells(parts: readonly Counted[], probabilities: readonly number[], reach: Reach): Uint8Array | null {
  const counts = countsOf(parts)
  const kept = new Uint8Array(counts.length)
  for (const { from, to } of rankRanges(probabilities, drawsIn({ counts }), reach)) {
    const first = from === null ? 0 : cellsOfRanks({ counts }, [from])[0]!.cell
    const last = to === null ? kept.length - 1 : cellsOfRanks({ counts }, [to])[0]!.cell
    kept.fill(1, first, last + 1)
  }
  keepOutside(kept)
  return parts.every(({ grid }) => kept.every((keep, cell) => keep <= grid.kept[cell]!)) ? kept : null
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
