/**
 * Outcomes of a plan by name: what can be pinned, compared between scenarios and laid over a grid. `run` is the run that the answer sentence is about, `path` the
 * recommended path, and `<outcome>@<target>` belongs to one target. The inputs that may give way are those of the registry (`inputs.ts`).
 */
import type { Kind } from '../text/units'
import type { Plan } from './schema'

/** Outcomes of the answer sentence and of the path, each of its kind of number: those that a number on the screen offers to pin. */
export const PINNABLE = ['run.N', 'run.D', 'run.C', 'run.usd', 'run.days', 'path.usd', 'path.days', 'path.all'] as const
export type Pinnable = (typeof PINNABLE)[number]

/** Inputs that a number on the screen offers to give way. */
export const VARIABLE = ['wanted', 'budget', 'price', 'mfu', 'accelerators', 'tokensPerParameter', 'deadline'] as const
export type Variable = (typeof VARIABLE)[number]

/** Every outcome of the plan as a whole. */
export const PLAN_OUTCOMES = {
  'run.N': 'N',
  'run.D': 'D',
  'run.C': 'C',
  'run.usd': 'usd',
  'run.days': 'days',
  /** Mean cost and mean days of the path, every rung counted as if it were run. */
  'path.usd': 'usd',
  'path.days': 'days',
  /** H at the last run. */
  'path.all': 'percent',
  /** V of the path (docs/model.md, Path), with gates and without: USD. Not defined where benefits are points. */
  'path.value': 'usd',
  'path.committed': 'usd',
  /** Σ w_i·F̄_i at the last run; not defined where benefits are USD. */
  'path.points': 'points',
  /** Chance that all rungs stay within the limit; not defined without that limit. */
  'path.withinBudget': 'percent',
  'path.withinDeadline': 'percent'
} as const satisfies Record<Pinnable, Kind> & Record<string, Kind>
export type PlanOutcome = keyof typeof PLAN_OUTCOMES

/** Every outcome of one target: F̄ at the path's last run; the size, cost and time of its own required run; its return. */
export const TARGET_OUTCOMES = { probability: 'percent', N: 'N', usd: 'usd', days: 'days', roi: 'number' } as const satisfies Record<string, Kind>
export type TargetOutcomeName = keyof typeof TARGET_OUTCOMES

export type OutcomeId = PlanOutcome | `${TargetOutcomeName}@${string}`

const isPlanOutcome = (name: string): name is PlanOutcome => Object.hasOwn(PLAN_OUTCOMES, name)
const isTargetOutcome = (name: string): name is TargetOutcomeName => Object.hasOwn(TARGET_OUTCOMES, name)

/** The outcome and the target of `probability@code`; null for an outcome of the plan. */
export function targetOutcomeOf(id: OutcomeId): { outcome: TargetOutcomeName; target: string } | null {
  const at = id.indexOf('@')
  const outcome = id.slice(0, at)
  return at > 0 && isTargetOutcome(outcome) ? { outcome, target: id.slice(at + 1) } : null
}

export const isOutcomeId = (id: unknown): id is OutcomeId =>
  typeof id === 'string' && (isPlanOutcome(id) || /^[\w.:-]{1,64}$/.test(targetOutcomeOf(id as OutcomeId)?.target ?? ''))

/** Every outcome that this plan can be compared by. */
export const outcomesFor = (plan: Plan): OutcomeId[] => [
  ...(Object.keys(PLAN_OUTCOMES) as OutcomeId[]),
  ...Object.keys(TARGET_OUTCOMES).flatMap((name) => plan.targets.map(({ id }) => `${name}@${id}` as OutcomeId))
]

/** What an outcome measures. */
export function kindOfOutcome(id: OutcomeId): Kind {
  const own = targetOutcomeOf(id)
  return own === null ? PLAN_OUTCOMES[id as PlanOutcome] : TARGET_OUTCOMES[own.outcome]
}

/** Whether an outcome is of the recommended path; the others are of single runs. */
export const dependsOnPath = (id: OutcomeId): boolean => id.startsWith('path.') || id.startsWith('probability@')

/** The input whose limit an outcome of the path is held against ("nothing": worth is measured against doing nothing); null where there is none. */
export const limitOf = (id: OutcomeId): 'budget' | 'deadline' | 'nothing' | null =>
  id === 'path.usd' ? 'budget' : id === 'path.days' ? 'deadline' : id === 'path.value' || id === 'path.committed' ? 'nothing' : null

/** Outcomes that may be 0 or below. */
export const reachesZero = (id: OutcomeId): boolean => id === 'path.value' || id === 'path.committed' || id.startsWith('roi@')

/** The outcomes that are compared unless others are asked for: of the sentence's run, of the path, and the chance of each target. */
export const headlineOutcomes = (plan: Plan): OutcomeId[] => [
  'run.N',
  'run.D',
  'run.C',
  'run.usd',
  'run.days',
  'path.usd',
  'path.days',
  'path.all',
  plan.targets.some(({ benefit }) => benefit.kind === 'usd') || plan.decision.usdPerPoint !== null ? 'path.value' : 'path.points',
  ...plan.targets.map(({ id }): OutcomeId => `probability@${id}`)
]

/** Whether the planner gains by more of an outcome or by less. */
export function betterOf(id: OutcomeId): 'less' | 'more' {
  const name = targetOutcomeOf(id)?.outcome ?? id
  return ['run.N', 'run.D', 'run.C', 'run.usd', 'run.days', 'path.usd', 'path.days', 'N', 'usd', 'days'].includes(name) ? 'less' : 'more'
}
