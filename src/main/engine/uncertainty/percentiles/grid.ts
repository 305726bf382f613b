/**
 * Where the wanted percentiles will lie: a grid of cells over the values of an output, a few of them kept. A pass over the draws counts every cell and keeps the
 * values of the kept ones, so a percentile that lies in a kept cell comes out exact, whatever the grid is; when it does not, that is seen and the pass is repeated.
 */
import { orderStatistics } from './orderStatistics'

export interface Grid {
  /** Value v is in cell ⌊(v − start)·perUnit⌋; the first and the last cell hold what lies outside. */
  start: number
  perUnit: number
  /** 1 for the cells whose values are kept; one cell in all, or `CELLS`. */
  kept: Uint8Array<ArrayBuffer>
}

export const CELLS = 2048

/** A grid of one cell, which keeps everything. */
export const everything = (): Grid => ({ start: 0, perUnit: 0, kept: Uint8Array.of(1) })

/** The same grids with their cells in one memory, which crosses to a worker piece after piece, where many small ones would take longer than some pieces. */
export function inOneMemory(grids: readonly (Grid | null)[]): (Grid | null)[] {
  const cells = new Uint8Array(grids.reduce((sum, grid) => sum + (grid?.kept.length ?? 0), 0))
  let at = 0
  return grids.map((grid) => {
    if (grid === null) return null
    const kept = cells.subarray(at, (at += grid.kept.length))
    kept.set(grid.kept)
    return { ...grid, kept }
  })
}

/** The cell of a value, by the arithmetic of the counting loop: never decreasing in v. */
export function cellOf({ start, perUnit, kept }: Grid, v: number): number {
  const place = (v - start) * perUnit
  return place >= 0 && place < kept.length ? place | 0 : place > 0 ? kept.length - 1 : 0
}

/** A percentile of all draws lies outside this many standard deviations with a chance of 4e-8. */
export const USUAL_DEVIATIONS = 5.5

/** How sure a percentile must be inside: so many standard deviations, of the smaller of the sample and `of` draws (the groups whose own percentiles are wanted). */
export interface Reach {
  deviations: number
  of: number
}

/**
 * Ranks in a sample of n between which the quantiles lie: p ± d·√(p(1 − p)/m), m = min(n, of), a few ranks more where that is little.
 * Null for an end that lies beyond the sample: nothing is known there.
 */
export function rankRanges(probabilities: readonly number[], n: number, { deviations, of }: Reach): { from: number | null; to: number | null }[] {
  const m = Math.min(n, of)
  return probabilities.map((p) => {
    const reach = deviations * (n / m) * (Math.sqrt(m * p * (1 - p)) + 1)
    const from = Math.floor(n * p - reach)
    const to = Math.ceil(n * p + reach)
    return { from: from < 0 ? null : from, to: to < n ? to : null }
  })
}

/** So many draws place the cells; all of the sample then choose among them. */
const PLACING = 1024

/** A grid for the probabilities (at least one) from a sample of the same distribution. */
export function gridFrom(sample: Float64Array, probabilities: readonly number[], reach: Reach): Grid {
  const few = sample.slice(0, PLACING)
  const ranks = rankRanges(probabilities, few.length, reach).flatMap(({ from, to }) => [from ?? 0, to ?? few.length - 1])
  const values = orderStatistics(few, [...new Set([Math.min(...ranks), Math.max(...ranks)])])
  const low = values[0]!
  const width = values.at(-1)! - low
  const perUnit = CELLS / (2 * width)
  // All draws equal, or infinite: one cell is as good as many.
  if (!(width > 0 && width < Infinity && perUnit < Infinity)) return everything()
  // As much room to either side as to the middle of the wanted part, so that hardly a draw falls outside.
  const grid = { start: low - width / 2, perUnit, kept: new Uint8Array(CELLS) }
  const counts = new Int32Array(CELLS)
  countCells(sample, grid, counts)
  return { ...grid, kept: cellsWithin(counts, rankRanges(probabilities, sample.length, reach)) }
}

function countCells(values: Float64Array, grid: Grid, counts: Int32Array): void {
  for (let i = 0; i < values.length; i++) counts[cellOf(grid, values[i]!)]!++
}

/** 1 for the cells that hold the ranks of the ranges or lie between them, and for the first and the last one: nothing else says where the few values outside the grid lie. */
export function cellsWithin(counts: Int32Array, ranges: readonly { from: number | null; to: number | null }[]): Uint8Array<ArrayBuffer> {
  const cells = new Uint8Array(counts.length)
  for (const { from, to } of ranges)
    cells.fill(1, from === null ? 0 : cellOfRank(counts, from).cell, to === null ? cells.length : cellOfRank(counts, to).cell + 1)
  cells[0] = cells[cells.length - 1] = 1
  return cells
}

/** The cell of a rank, and the number of draws in the cells before; both at least those of `after`, which belong to a lower rank. */
export function cellOfRank(counts: Int32Array, rank: number, after = { cell: 0, before: 0 }): { cell: number; before: number } {
  let { cell, before } = after
  while (rank >= before + counts[cell]!) before += counts[cell++]!
  return { cell, before }
}
