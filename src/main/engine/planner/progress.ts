/**
 * What moves a published threshold before it is believed (docs/model.md, Beliefs and probabilities): algorithmic progress since it was published, and a shift that the planner gives a reason for.
 * Both are factors of the threshold; they are kept as logarithms, so that absurd dates leave the range of numbers only where the threshold itself does.
 */
import { isNoAnswer } from '../../../shared/notes'
import type { Decision, Plan, Target } from '../../../shared/plan/schema'
import { sizeExponent } from '../allocate'
import { lawOf } from '../laws/registry'

const MONTHS_PER_YEAR = 12
const DAYS_PER_MONTH = 365.25 / 12

/** Months since the year 0. A month counts from its start; a year alone counts as its middle, which is wrong by half a year at most. */
export function monthsOf(date: string): number {
  const [year = 0, month, day = 1] = date.split('-').map(Number)
  return year * MONTHS_PER_YEAR + (month === undefined ? MONTHS_PER_YEAR / 2 : month - 1) + (day - 1) / DAYS_PER_MONTH
}

/** How a plan moves thresholds: start, halving time, and the policy's a = d ln N/d ln C. */
export interface Progress {
  baseDate: string
  halvingMonths: number
  sizeExponent: number
}

/** Null while the plan leaves thresholds as they were published. */
export function progressOf({ decision, law, ratio }: { decision: Pick<Decision, 'progress' | 'baseDate'> } & Pick<Plan, 'law' | 'ratio'>): Progress | null {
  if (decision.progress === null) return null
  const exponent = sizeExponent(ratio, lawOf(law))
  // Every law that a plan can have has an optimum with an exponent.
  if (isNoAnswer(exponent)) throw new Error(`no exponent to move thresholds by: ${exponent.detail}`)
  return { baseDate: decision.baseDate, halvingMonths: decision.progress.halvingMonths, sizeExponent: exponent }
}

/** Where a figure is from, as far as progress asks: null date = not known. */
export interface Dated {
  date: string | null
  fromOwnRuns: boolean
}

/**
 * ln of the factor by which progress moves a threshold: −ln m on C, −a·ln m on N, with m = 2^(Δ/h) and Δ from the figure's date to the plan's start (negative for a figure of later).
 * 0 on the effective axis, where the threshold is one of loss; for figures from the planner's own runs; and for those without a date.
 */
export function lnProgress(progress: Progress | null, axis: Target['axis'], { date, fromOwnRuns }: Dated): number {
  if (progress === null || axis === 'effective' || fromOwnRuns || date === null) return 0
  const lnM = (Math.LN2 * (monthsOf(progress.baseDate) - monthsOf(date))) / progress.halvingMonths
  return axis === 'C' ? -lnM : -progress.sizeExponent * lnM
}
