/** Which inputs a grid can be laid over, and from where to where unless somebody says otherwise. */
import { beliefAbout } from '../../../../shared/plan/beliefs'
import { statedEnds } from '../../../../shared/plan/distribution'
import { inputsOf, type Input } from '../../../../shared/plan/inputs'
import { targetOutcomeOf, type OutcomeId } from '../../../../shared/plan/outcomes'
import type { Plan } from '../../../../shared/plan/schema'

export interface Span {
  readonly from: number
  readonly to: number
}

/** A value inside what a rule allows. */
function allowed({ min, max, above, below, whole }: Input['rule'], value: number): boolean {
  return (
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below) &&
    (whole !== true || Number.isInteger(value))
  )
}

const short = (value: number): number => Number(value.toPrecision(2))

/**
 * From the 5 to the 95 % point where the plan has a range; else from half the value to double; for a share that would pass its bounds, and where the plan has
 * no value, what the slider runs over. Null where none of these is possible.
 */
export function spanFor(plan: Plan, input: Input): Span | null {
  const { rule, slider } = input
  const fits = ({ from, to }: Span): boolean => from < to && allowed(rule, from) && allowed(rule, to)
  const typed = input.typed(plan)
  const range = typeof typed === 'object' && typed !== null && typed.high !== null ? { from: typed.low, to: typed.high } : null
  const belief = beliefAbout(plan, input.beliefId(plan))
  const ends = belief === null ? null : statedEnds(belief)
  const value = input.get(plan)
  const round = (v: number): number => (rule.whole ? Math.round(v) : short(v))
  const around = value === null || !(value > 0) ? null : { from: round(value / 2), to: round(value * 2) }
  const track = slider === null ? null : { from: slider.from, to: slider.to }
  // 90 % of a belief that is stated otherwise lies within its ends.
  const candidates = [range, ends === null ? null : { from: ends.low, to: ends.high }, around, track]
  return candidates.find((span) => span !== null && fits(span)) ?? null
}

/** Inputs that can move a grid; the focus's wanted probability under its own name only. */
export const gridInputs = (plan: Plan): Input[] =>
  inputsOf(plan).filter((input) => !(input.id === 'wanted' && plan.targets.length > 0) && spanFor(plan, input) !== null)

/** What is wanted of an outcome: the budget, the deadline, the wanted probability; null where the plan wants nothing of it. */
export function wantedOf(plan: Plan, quantity: OutcomeId): number | null {
  const own = targetOutcomeOf(quantity)
  const name = own?.outcome ?? quantity
  if (name === 'usd' || name === 'run.usd' || name === 'path.usd') return plan.limits.budgetUsd
  if (name === 'days' || name === 'run.days' || name === 'path.days') return plan.limits.deadlineDays
  if (name === 'path.withinBudget' || name === 'path.withinDeadline') return plan.limits.confidence
  if (name === 'probability') return plan.targets.find(({ id }) => id === own?.target)?.wanted ?? null
  if (name === 'path.all') return plan.targets.find(({ id }) => id === plan.focus)?.wanted ?? null
  return name === 'roi' || name === 'path.value' || name === 'path.committed' ? 0 : null
}

/** True for wanted values that are limits: a run beyond them is not possible. */
export const isLimit = (quantity: OutcomeId): boolean => /(^|\.)(usd|days)(@|$)/.test(quantity)
