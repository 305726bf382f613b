/** Pinned outcomes: one input gives way so that an outcome has the wanted value (goal seek, planning model §6). */
import type { Note } from '../../../shared/notes'
import { note } from '../../../shared/notes'
import type { PinOutcome } from '../../../shared/outcome'
import type { Pin, Pinnable, Plan } from '../../../shared/plan/schema'
import { runAt } from '../run'
import { pathTotals } from './recommendedPath'
import { seek, type SeekAnswer } from './seek'
import { focusOf, settingOf } from './setting'
import { VARIABLES } from './variables'

export interface Pinned {
  /** The plan with the varied input solved; the given plan when there is no solution. */
  plan: Plan
  pin: PinOutcome
  /** Why there is no value, for `planner.goalSeek`. */
  reason: 'unreachable' | 'underdetermined' | 'notDefined' | null
}

/** The value of a pinnable outcome; null where it is not defined (no target, no size, nothing worth running). */
export function outcomeOf(plan: Plan, quantity: Pinnable): number | null {
  const setting = settingOf(plan)
  const [of, name] = quantity.split('.') as ['run' | 'path', string]
  if (of === 'path') {
    const totals = pathTotals(setting)
    return totals === null ? null : totals[name as keyof typeof totals]
  }
  const N = focusOf(setting)?.N ?? null
  return N === null ? null : runAt(setting.model, N)[name as 'N' | 'D' | 'C' | 'usd' | 'days']
}

/** Solves for the varied input over its whole range and takes the solution nearest to today's value. */
export function solvePin(plan: Plan, pin: Pin): Pinned {
  const { quantity, vary, value: goal } = pin
  const variable = VARIABLES[vary]
  const free: Plan = { ...plan, pin: null }
  const was = outcomeOf(free, quantity)
  const range = variable.range(free)
  const today = variable.read(free)
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
  const seen = new Map<number, number | null>()
  const q = (position: number): number | null => {
    const known = seen.get(position)
    if (known !== undefined) return known
    const found = outcomeOf(variable.write(free, range.toValue(position)), quantity)
    seen.set(position, found)
    return found
  }
  const start = range.toPosition(today ?? range.start)
  const unsolved = (reason: NonNullable<Pinned['reason']>, why: Note, nearest: { value: number; q: number } | null): Pinned => ({
    plan: free,
    pin: answered('unreachable', nearest?.value ?? null, nearest?.q ?? null, why),
    reason
  })
  const answer: SeekAnswer = seek({ q, low: range.low, high: range.high, log: range.log, goal, today: start })
  const values = [...seen.values()].filter((v): v is number => v !== null)
  if (values.length === 0) return unsolved('notDefined', note('pin-not-defined', { goal, kind: KINDS[quantity] }), null)
  const spread = Math.max(...values) - Math.min(...values)
  if (answer.status === 'unreachable') {
    const nearest = answer.nearest && { value: range.toValue(answer.nearest.z), q: answer.nearest.q }
    if (spread <= 1e-12 * Math.abs(values[0]!))
      return unsolved('notDefined', note('pin-no-effect', { goal, nearest: values[0]!, kind: KINDS[quantity] }), { value: today ?? range.start, q: values[0]! })
    return unsolved('unreachable', note('pin-unreachable', { goal, nearest: nearest?.q ?? values[0]!, kind: KINDS[quantity] }), nearest)
  }
  // An outcome that the input leaves alone and that already has the wanted value: nothing needs to give way.
  if (spread <= 1e-12 * Math.abs(values[0]!)) return { plan: free, pin: answered('solved', today, was, null), reason: null }
  const others = answer.others.map(range.toValue)
  const value = range.toValue(answer.value)
  if (variable.whole) return wholeAnswer(free, pin, value, (at, reached, why) => answered(answer.status, at, reached, why, others.map(Math.round)))
  const why =
    answer.status === 'jump'
      ? note('pin-jump', { goal, below: Math.min(answer.below.q, answer.above.q), above: Math.max(answer.below.q, answer.above.q), kind: KINDS[quantity] })
      : null
  return { plan: variable.write(free, value), pin: answered(answer.status, value, answer.reached, why, others), reason: null }
}

/** Accelerators come in whole numbers: of the two around the solution the one whose outcome is nearer to the goal. */
function wholeAnswer(
  plan: Plan,
  { quantity, vary, value: goal }: Pin,
  value: number,
  answered: (at: number, reached: number, why: Note | null) => PinOutcome
): Pinned {
  const candidates = [Math.max(1, Math.floor(value)), Math.max(1, Math.ceil(value))].flatMap((at) => {
    const solved = VARIABLES[vary].write(plan, at)
    const reached = outcomeOf(solved, quantity)
    return reached === null ? [] : [{ at, solved, reached }]
  })
  const best = candidates.reduce((a, b) => (Math.abs(b.reached - goal) < Math.abs(a.reached - goal) ? b : a))
  const exact = Math.abs(best.reached - goal) <= 1e-9 * Math.abs(goal)
  return {
    plan: best.solved,
    pin: answered(best.at, best.reached, exact ? null : note('pin-whole', { goal, reached: best.reached, kind: KINDS[quantity] })),
    reason: null
  }
}

/** How each outcome is written. */
const KINDS = {
  'run.N': 'N',
  'run.D': 'D',
  'run.C': 'C',
  'run.usd': 'usd',
  'run.days': 'days',
  'path.usd': 'usd',
  'path.days': 'days',
  'path.all': 'percent'
} as const satisfies Record<Pinnable, string>
