/** What the Cost & time screen asks about a run: the plan's own inputs, and what a plan does not hold (how owned hardware is paid for). Pure. */
import type { Input } from '../../../shared/contract'
import type { Outcome, Run } from '../../../shared/outcome'
import type { Plan } from '../../../shared/plan/schema'

export const METHODS = ['rent', 'amortised', 'purchase'] as const
export type Method = (typeof METHODS)[number]
export type Ownership = NonNullable<Input<'costs.estimate'>['ownership']>
export type Memory = Required<NonNullable<Input<'costs.estimate'>['memory']>>

/** Which run is costed: a rung of the path, the run that a target needs alone, or a size that was typed. */
export type Choice = { kind: 'rung'; index: number } | { kind: 'required'; target: string } | { kind: 'own' }
export interface OwnSize {
  N: number
  D: number
}

export interface CostedRun {
  choice: Choice
  N: number
  totalN: number
  D: number
  /** As the plan has it; null for a typed size. */
  planned: Run | null
}

const totalPerActive = ({ model }: Plan): number => (model.kind === 'moe' ? model.totalPerActive : 1)

const plannedRun = (choice: Choice, { N, totalN, D }: Run, planned: Run): CostedRun => ({ choice, N, totalN, D, planned })

/** The run of a choice; where the plan has none of it any more, the last rung, else what the target of the sentence needs. Null when there is neither. */
export function runOf(outcome: Outcome, choice: Choice | null, own: OwnSize | null): CostedRun | null {
  const { path, targets, plan } = outcome
  if (choice?.kind === 'own' && own !== null) return { choice, N: own.N, totalN: own.N * totalPerActive(plan), D: own.D, planned: null }
  const rung = choice?.kind === 'rung' ? path.rungs[choice.index] : undefined
  if (choice?.kind === 'rung' && rung) return plannedRun(choice, rung.run, rung.run)
  const target = choice?.kind === 'required' ? targets.find(({ id }) => id === choice.target) : undefined
  if (target?.required) return plannedRun({ kind: 'required', target: target.id }, target.required, target.required)
  const last = path.rungs.at(-1)
  if (last) return plannedRun({ kind: 'rung', index: path.rungs.length - 1 }, last.run, last.run)
  const focus = targets.find(({ id, required }) => id === outcome.focus && required !== null) ?? targets.find(({ required }) => required !== null)
  return focus?.required ? plannedRun({ kind: 'required', target: focus.id }, focus.required, focus.required) : null
}

/** The same run in the base of a scenario: null where it has none, rather than another one. */
export function runOfBase(base: Outcome, choice: Choice | null, own: OwnSize | null): CostedRun | null {
  const missing =
    (choice?.kind === 'rung' && base.path.rungs[choice.index] === undefined) ||
    (choice?.kind === 'required' && !base.targets.some(({ id, required }) => id === choice.target && required !== null))
  return missing ? null : runOf(base, choice, own)
}

const sizeOf = ({ law, limits }: Plan, { N, totalN, D }: CostedRun) => ({
  N,
  totalN,
  D,
  flopPerParamToken: law.flopPerParameterToken,
  ...(limits.uniqueTokens === null ? {} : { uniqueTokens: limits.uniqueTokens })
})

/** The cost of the run with the plan's accelerator, cluster and costs. */
export const estimateQuestion = (plan: Plan, run: CostedRun, method: Method, ownership: Ownership): Input<'costs.estimate'> => ({
  ...sizeOf(plan, run),
  hardware: plan.accelerator,
  cluster: plan.cluster,
  costs: plan.costs,
  method,
  ownership
})

/** The same with the bytes per parameter of a precision and an optimiser, which stand in for the plan's. */
export function memoryQuestion(plan: Plan, run: CostedRun, memory: Memory): Input<'costs.estimate'> {
  const { bytesPerParameter: _own, ...cluster } = plan.cluster
  return { ...sizeOf(plan, run), hardware: plan.accelerator, cluster, costs: plan.costs, memory }
}

/** Every accelerator at the plan's number and utilisation; prices, server power and load are each one's own. */
export function acceleratorsQuestion(plan: Plan, run: CostedRun): Input<'costs.accelerators'> {
  const { pricePerHourUsd: _price, priceAsOf: _date, priceSource: _source, energy, ...costs } = plan.costs
  const { serverMultiplier: _server, averageLoad: _load, ...electricity } = energy
  return { ...sizeOf(plan, run), cluster: plan.cluster, costs: { ...costs, energy: electricity } }
}
