/** Pinned outcomes: one input gives way so that an outcome has the wanted value (goal seek, docs/model.md, Pins). */
import type { Note } from '../../../shared/notes'
import { note } from '../../../shared/notes'
import type { Limit, PinOutcome } from '../../../shared/outcome'
import { dependsOnPath, kindOfOutcome, reachesZero, type OutcomeId } from '../../../shared/plan/outcomes'
import type { Pin, Plan } from '../../../shared/plan/schema'
import { outcomeOf, outcomesOf, outcomesWith } from './outcomes'
import { planPath, type Planned } from './recommendedPath'
import { seek, type SeekAnswer } from './seek'
import { settingOf, type Setting } from './setting'
import { variableOf, type VariableRow } from './variables'

export interface Pinned {
  /** The plan with the varied input solved; the given plan when there is no solution. */
  plan: Plan
  pin: PinOutcome
  /** Why there is no value, for `planner.goalSeek`. */
  reason: 'unreachable' | 'underdetermined' | 'notDefined' | null
}

/** Solves for the varied input over its whole range and takes the solution nearest to today's value. */
export function solvePin(plan: Plan, pin: Pin): Pinned {
  const { quantity, vary, value: goal } = pin
  const free: Plan = { ...plan, pin: null }
  const variable = variableOf(free, vary)
  const kind = kindOfOutcome(quantity)
  const was = outcomeOf(free, quantity)
  const today = variable?.read(free) ?? null
  const answered = (status: PinOutcome['status'], value: number | null, reached: number | null, why: Note | null, others: number[] = []): PinOutcome => ({
    quantity,
    vary,
    goal,
    status,
    value,
    reached,
    before: today,
    was,
    others,
    note: why
  })
  const unsolved = (reason: NonNullable<Pinned['reason']>, why: Note, nearest: { value: number; q: number } | null): Pinned => ({
    plan: free,
    pin: answered('unreachable', nearest?.value ?? null, nearest?.q ?? null, why),
    reason
  })
  if (variable === null) return unsolved('notDefined', note('pin-input-gone', { input: vary }), null)
  const range = variable.range(free)
  const seen = new Map<number, number | null>()
  const q = (position: number): number | null => {
    const known = seen.get(position)
    if (known !== undefined) return known
    const found = outcomeOf(variable.write(free, range.toValue(position)), quantity)
    seen.set(position, found)
    return found
  }
  const start = range.toPosition(today ?? range.start)
  const scale = scaleOf(quantity, goal, was)
  const answer: SeekAnswer = seek({ q, low: range.low, high: range.high, log: range.log, goal, scale, today: start })
  const values = [...seen.values()].filter((v): v is number => v !== null)
  if (values.length === 0) return unsolved('notDefined', whyUndefined(free, quantity) ?? note('pin-not-defined', { goal, kind }), null)
  const spread = Math.max(...values) - Math.min(...values)
  if (answer.status === 'unreachable') {
    const nearest = answer.nearest && { value: range.toValue(answer.nearest.z), q: answer.nearest.q }
    if (spread <= 1e-12 * Math.abs(values[0]!))
      return unsolved('notDefined', note('pin-no-effect', { goal, nearest: values[0]!, kind }), { value: today ?? range.start, q: values[0]! })
    return unsolved('unreachable', note('pin-unreachable', { goal, nearest: nearest?.q ?? values[0]!, kind }), nearest)
  }
  // An outcome that the input leaves alone and that already has the wanted value: nothing needs to give way.
  if (spread <= 1e-12 * Math.abs(values[0]!)) return { plan: free, pin: answered('solved', today, was, null), reason: null }
  const others = answer.others.map(range.toValue)
  const value = range.toValue(answer.value)
  if (variable.whole)
    return wholeAnswer(free, pin, variable, value, scale, (at, reached, why) => answered(answer.status, at, reached, why, others.map(Math.round)))
  const why =
    answer.status === 'jump'
      ? note('pin-jump', { goal, below: Math.min(answer.below.q, answer.above.q), above: Math.max(answer.below.q, answer.above.q), kind })
      : null
  return { plan: variable.write(free, value), pin: answered(answer.status, value, answer.reached, why, others), reason: null }
}

/** Where the path is chosen at a risk level: the pinned outcome was solved for the path with the best mean, and what it is on the chosen one. */
export function pinNotes(setting: Setting, { quantity, reached, status }: PinOutcome, planned: Planned): Note[] {
  const { risk } = planned.path
  if (risk === null || status === 'unreachable' || reached === null || !dependsOnPath(quantity)) return []
  const chosen = outcomesWith(setting, () => planned)(quantity)
  if (typeof chosen === 'number' && Math.abs(chosen - reached) <= 1e-6 * Math.max(Math.abs(chosen), Math.abs(reached))) return []
  const kind = kindOfOutcome(quantity)
  const values = { level: risk.level, solved: reached, kind }
  return [typeof chosen === 'number' ? note('pin-at-mean', { ...values, chosen }, 'pin') : note('pin-at-mean-only', values, 'pin')]
}

/** Accelerators come in whole numbers: of the two around the solution the one whose outcome is nearer to the goal. */
function wholeAnswer(
  plan: Plan,
  { quantity, value: goal }: Pin,
  variable: VariableRow,
  value: number,
  scale: number,
  answered: (at: number, reached: number, why: Note | null) => PinOutcome
): Pinned {
  const candidates = [Math.max(1, Math.floor(value)), Math.max(1, Math.ceil(value))].flatMap((at) => {
    const solved = variable.write(plan, at)
    const reached = outcomeOf(solved, quantity)
    return reached === null ? [] : [{ at, solved, reached }]
  })
  const best = candidates.reduce((a, b) => (Math.abs(b.reached - goal) < Math.abs(a.reached - goal) ? b : a))
  const exact = Math.abs(best.reached - goal) <= 1e-9 * scale
  return {
    plan: best.solved,
    pin: answered(best.at, best.reached, exact ? null : note('pin-whole', { goal, reached: best.reached, kind: kindOfOutcome(quantity) })),
    reason: null
  }
}

/** What accuracy is measured against: the goal, but for outcomes that may be 0 a size that they have (an ROI is a ratio less 1). */
const scaleOf = (quantity: OutcomeId, goal: number, was: number | null): number =>
  reachesZero(quantity) ? Math.max(Math.abs(goal), quantity.startsWith('roi@') ? 1 : Math.abs(was ?? 0), 1) : Math.abs(goal)

/** What the outcome itself says about having no value, when that is no matter of the input that gives way. */
function whyUndefined(plan: Plan, quantity: OutcomeId): Note | null {
  const reading = outcomesOf(plan)(quantity)
  return typeof reading !== 'number' && reading.code.startsWith('outcome-') ? reading : null
}

/** The limits that keep the path from a goal that it cannot reach: those that are tight where it comes nearest. Null for outcomes of single runs, which no limit stops. */
export function stoppingLimits(plan: Plan, { quantity, vary, value }: PinOutcome): Limit[] | null {
  const variable = variableOf(plan, vary)
  if (variable === null || value === null || !dependsOnPath(quantity)) return null
  return planPath(settingOf(variable.write({ ...plan, pin: null }, value))).path.binding
}
