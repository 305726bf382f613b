/**
 * The distribution function of what was counted: the share of draws at or below a value. Exact where the values were kept (all of a small simulation, and of a large one
 * those near the percentiles and outside the grid); between, linear within a cell, of which about a thousand lie between the outer percentiles.
 */
import { cellOf, type Grid } from './grid'
import { drawsIn } from './percentile'
import { countsOf, valuesOf, type Counted } from './rankCounter'

export interface Cumulative {
  draws: number
  /** Share of draws ≤ x. */
  atMost(x: number): number
  /** Share of draws < x. */
  under(x: number): number
  /** Finite values that hold every finite draw between them; null when no draw is finite. */
  span: readonly [number, number] | null
}

/** Of at least one part, all on one grid. */
export function cumulativeOf(parts: readonly Counted[]): Cumulative {
  const { grid } = parts[0]!
  const counts = countsOf(parts).slice()
  const draws = drawsIn(counts)
  const isExact = (cell: number): boolean => parts.every((part) => part.grid.kept[cell] === 1)
  const kept = valuesOf(parts).sort()
  /** Draws in the cells before each. */
  const before = new Float64Array(counts.length + 1)
  counts.forEach((count, cell) => (before[cell + 1] = before[cell]! + count))

  /** @param rank how many of the kept values count as below */
  const share = (x: number, rank: (values: Float64Array, x: number) => number): number => {
    if (Number.isNaN(x)) throw new Error('The share below NaN')
    const cell = cellOf(grid, x)
    const inside = isExact(cell) ? rank(kept, x) - firstOf(kept, grid, cell) : counts[cell]! * placeIn(grid, cell, x)
    return (before[cell]! + inside) / draws
  }
  return { draws, atMost: (x) => share(x, atMost), under: (x) => share(x, under), span: spanOf(kept, grid) }
}

function spanOf(kept: Float64Array, { start, perUnit, kept: cells }: Grid): readonly [number, number] | null {
  const low = kept[under(kept, -Number.MAX_VALUE)]
  const high = kept[atMost(kept, Number.MAX_VALUE) - 1]
  const isFinite = low !== undefined && high !== undefined && low <= high
  if (cells.length === 1) return isFinite ? [low, high] : null
  const [from, to] = [start, start + cells.length / perUnit]
  return isFinite ? [Math.min(low, from), Math.max(high, to)] : [from, to]
}

/** The same of a quantity that is a non-decreasing function of the one that was counted, which keeps infinite values. */
export function throughFunction(of: Cumulative, by: (value: number) => number): Cumulative {
  const span = of.span && ([by(of.span[0]), by(of.span[1])] as const)
  /** The first counted value within the span for which `after` holds of what it stands for; null when none does. */
  const first = (after: (value: number) => boolean): number | null => {
    let [low, high] = of.span!
    if (!after(by(high))) return null
    for (;;) {
      const middle = low + (high - low) / 2
      if (after(by(low))) return low
      if (middle <= low || middle >= high) return high
      if (after(by(middle))) high = middle
      else low = middle
    }
  }
  const share = (x: number, whole: (x: number) => number, after: (value: number) => boolean): number => {
    if (of.span === null || Math.abs(x) === Infinity) return whole(x)
    const value = first(after)
    return value === null ? of.atMost(Number.MAX_VALUE) : of.under(value)
  }
  return {
    draws: of.draws,
    span,
    atMost: (x) => share(x, of.atMost, (value) => value > x),
    under: (x) => share(x, of.under, (value) => value >= x)
  }
}

/** How far into its cell a value lies, 0–1; never asked of the outermost cells, which are kept. */
const placeIn = ({ start, perUnit }: Grid, cell: number, x: number): number => Math.min(1, Math.max(0, (x - start) * perUnit - cell))

/** Index of the first value for which `after` holds; it must hold for all later ones. */
function firstWhere(values: Float64Array, after: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (after(values[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
const atMost = (values: Float64Array, x: number): number => firstWhere(values, (value) => value > x)
const under = (values: Float64Array, x: number): number => firstWhere(values, (value) => value >= x)
const firstOf = (values: Float64Array, grid: Grid, cell: number): number => firstWhere(values, (value) => cellOf(grid, value) >= cell)

/** The least x at which `atMost` comes to p, p in (0, 1], to about a part in 1e9 of the span; the ends of the span when it lies outside. */
export function quantileOf({ atMost }: Pick<Cumulative, 'atMost'>, p: number, span: readonly [number, number]): number {
  let [low, high] = span
  if (atMost(low) >= p) return low
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (atMost(middle) >= p) high = middle
    else low = middle
  }
  return high
}
