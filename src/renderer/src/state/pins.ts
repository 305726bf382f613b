/** Which inputs may give way to a pinned outcome: those that people reach for first, then every other number of the plan that may move it, by what they are about. */
import type { Input, InputId } from '../../../shared/plan/inputs'
import { inputsOf } from '../../../shared/plan/inputs'
import type { Pinnable, Variable } from '../../../shared/plan/outcomes'
import { focusIndex } from '../../../shared/plan/planInputs'
import type { Plan } from '../../../shared/plan/schema'

/** The first is offered unless the person chooses another. */
export const FIRST_WAYS: Readonly<Record<Pinnable, readonly [Variable, ...Variable[]]>> = {
  'run.N': ['wanted', 'tokensPerParameter'],
  'run.D': ['tokensPerParameter', 'wanted'],
  'run.C': ['wanted', 'tokensPerParameter'],
  'run.usd': ['wanted', 'price', 'mfu', 'tokensPerParameter'],
  'run.days': ['accelerators', 'mfu', 'wanted', 'tokensPerParameter'],
  'path.usd': ['budget', 'price', 'mfu', 'wanted', 'tokensPerParameter'],
  'path.days': ['accelerators', 'mfu', 'deadline', 'wanted', 'tokensPerParameter'],
  'path.all': ['budget', 'deadline', 'price', 'mfu', 'wanted']
}

export const WAY_GROUPS = ['model', 'hardware', 'costs', 'limits', 'decision'] as const
export type WayGroup = (typeof WAY_GROUPS)[number]
export interface Ways {
  /** Null: the first ones, which need no title. A target's own inputs stand under its id. */
  readonly group: WayGroup | { readonly target: string } | null
  readonly inputs: readonly Input[]
}

const GROUP_OF: readonly (readonly [RegExp, WayGroup])[] = [
  [/^(ratio|law|model)\./, 'model'],
  [/^(accelerator|cluster)\./, 'hardware'],
  [/^costs\./, 'costs'],
  [/^limits\./, 'limits'],
  [/^decision\./, 'decision']
]
/** Shown beside the answer, but no outcome that can be pinned follows from them; and the wanted probability, which each target has under its own name. */
const MOVES_NOTHING: ReadonlySet<InputId> = new Set<InputId>(['gramsCo2PerKwh', 'usdPerPoint', 'priorityHigh', 'priorityMedium', 'wanted'])
/** What an outcome can rest on: a single run is sized without looking at money, machines or limits. */
const GROUPS_FOR: Readonly<Record<Pinnable, readonly WayGroup[]>> = {
  'run.N': ['model'],
  'run.D': ['model'],
  'run.C': ['model'],
  'run.usd': ['model', 'hardware', 'costs'],
  'run.days': ['model', 'hardware'],
  'path.usd': WAY_GROUPS,
  'path.days': WAY_GROUPS,
  'path.all': WAY_GROUPS
}
/** Inputs of these groups that a single run does not rest on, and those of other groups that it does. */
const NOT_OF_RUNS: ReadonlySet<InputId> = new Set<InputId>(['totalPerActive', 'memory', 'bytesPerParameter', 'inferenceTokens', 'inferenceMfu'])
const BESIDE: Partial<Record<Pinnable, { readonly without?: readonly InputId[]; readonly with?: readonly InputId[] }>> = {
  'run.N': { without: ['flopPerParameterToken'] },
  'run.D': { without: ['flopPerParameterToken'] },
  'run.days': { without: ['power'], with: ['fixedDays'] }
}
/** The limit of unique tokens changes the run itself. */
const DATA: readonly InputId[] = ['uniqueTokens', 'maxEpochs']

const groupOf = (plan: Plan, input: Input): WayGroup | null => GROUP_OF.find(([pattern]) => pattern.test(input.path(plan)))?.[1] ?? null

/** Every input that may give way, in groups. One without a value ("no limit") cannot, but for the ratio that a law fills in. */
export function waysOf(plan: Plan, quantity: Pinnable): Ways[] {
  const all = inputsOf(plan).filter((input) => input.get(plan) !== null || input.id === 'tokensPerParameter')
  const first = FIRST_WAYS[quantity].flatMap((id) => all.filter((input) => input.id === id))
  const taken = new Set<InputId>(first.map(({ id }) => id))
  const focus = plan.targets[focusIndex(plan)]?.id
  const ofRun = quantity.startsWith('run.')
  const rest = all.filter(({ id }) => !taken.has(id) && !MOVES_NOTHING.has(id))
  const { without = [], with: more = [] } = BESIDE[quantity] ?? {}
  const data = plan.limits.uniqueTokens === null ? [] : DATA
  const rests = (input: Input, group: WayGroup): boolean => {
    if (!ofRun) return true
    if (more.includes(input.id) || data.includes(input.id)) return true
    return GROUPS_FOR[quantity].includes(group) && !NOT_OF_RUNS.has(input.id) && !without.includes(input.id)
  }
  const own = rest.filter(({ id, target }) => target === null && (data.length > 0 || !DATA.includes(id)))
  const groups = WAY_GROUPS.map((group): Ways => ({ group, inputs: own.filter((input) => groupOf(plan, input) === group && rests(input, group)) }))
  const targets = plan.targets
    .filter(({ id }) => !ofRun || id === focus)
    .map(({ id }): Ways => ({
      group: { target: id },
      // The focus has its wanted probability among the first already; a run asks for no benefit.
      inputs: rest.filter(({ target, key }) => target === id && !(key === 'wanted' && id === focus) && !(ofRun && key === 'benefit'))
    }))
  return [{ group: null, inputs: first }, ...targets, ...groups].filter(({ inputs }) => inputs.length > 0)
}
