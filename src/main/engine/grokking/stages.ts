/** Where a training curve memorises, waits and generalises. */
import { median, quantile } from '../numeric/quantile'
import type { CurveRecord } from './curve'

export interface Rules {
  /** Accuracy that counts as mastered, 0.99 by default. */
  threshold: number
  /** Accuracy of guessing. */
  chance: number
  /** Records in a row that must hold, five by default. */
  inARow: number
  /** Generalisation at this many times the memorisation step, or later, is delayed: ten by default. */
  delayed: number
}

/** An accuracy this far above guessing is above it. */
export const MARGIN = 0.1

/** Index of the first of `inARow` consecutive values that are all at least `level`, from `from` on; null when there is none. */
export function firstStable(values: readonly number[], level: number, inARow: number, from = 0): number | null {
  let held = 0
  for (let i = from; i < values.length; i++) {
    held = values[i]! >= level ? held + 1 : 0
    if (held === inARow) return i - inARow + 1
  }
  return null
}

/** Median of the last tenth of the values, at least five of them: where a curve has settled. */
export const settledLevel = (values: readonly number[]): number => median(values.slice(-windowOf(values)))

/** Whether the last tenth lies above the tenth before it by more than 0.01 in the median and by more than both scatter (its lower quartile above the other's upper one). */
export function stillRising(values: readonly number[]): boolean {
  const size = Math.min(windowOf(values), Math.floor(values.length / 2))
  if (size < 2) return false
  const before = values.slice(-2 * size, -size)
  const last = values.slice(-size)
  return median(last) - median(before) > 0.01 && quantile(last, 0.25) > quantile(before, 0.75)
}

const windowOf = (values: readonly number[]): number => Math.max(5, Math.round(values.length / 10))

export interface Plateau {
  from: number
  to: number
  /** Validation accuracy at its start: median of as many records as must hold in a row. */
  level: number
  records: number
}

/**
 * The wait after memorisation (index `memorised`): as long as validation stays less than 0.1 above its level there. It counts as a plateau when that level is below half the
 * threshold, and the wait takes at least `inARow` records, lasts until at least twice the memorisation step and, where there is generalisation (index `generalised`), fills
 * half of the way there in the logarithm of the step. `jump` is the index at which validation leaves it, null if never.
 */
export function plateauAfter(
  records: readonly CurveRecord[],
  memorised: number,
  generalised: number | null,
  { threshold, inARow }: Rules
): { plateau: Plateau | null; jump: number | null } {
  const validation = records.map((record) => record.validation)
  const level = median(validation.slice(memorised, memorised + inARow))
  const jump = firstStable(validation, level + MARGIN, inARow, memorised)
  const end = (jump ?? records.length) - 1
  const from = records[memorised]!.step
  const to = records[Math.max(end, memorised)]!.step
  const count = end - memorised + 1
  const halfway = generalised === null ? 0 : Math.sqrt(from * records[generalised]!.step)
  const counts = level < threshold / 2 && count >= inARow && to >= Math.max(2 * from, halfway)
  return { plateau: counts ? { from, to, level, records: count } : null, jump }
}

export interface Dips {
  /** Stretches of records below the threshold after generalisation, and how many records they hold. */
  episodes: number
  records: number
  lowest: number
  lowestStep: number
}

/** Where validation falls below the threshold again, from index `generalised` on; null when it never does. */
export function dipsAfter(records: readonly CurveRecord[], generalised: number, threshold: number): Dips | null {
  const after = records.slice(generalised)
  const below = after.filter(({ validation }) => validation < threshold)
  if (below.length === 0) return null
  const lowest = below.reduce((a, b) => (b.validation < a.validation ? b : a))
  const episodes = after.filter(({ validation }, i) => validation < threshold && (after[i - 1]?.validation ?? 1) >= threshold).length
  return { episodes, records: below.length, lowest: lowest.validation, lowestStep: lowest.step }
}
