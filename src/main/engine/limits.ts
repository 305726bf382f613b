/** What a plan's limits allow, each alone, and what it would take when a required run breaks them (docs/model.md, Targets, limits, return). */
import type { Limit, TargetOutcome } from '../../shared/outcome'
import type { Plan } from '../../shared/plan/schema'
import { daysAt, minAccelerators, usdAt } from './cost'
import { effectiveSize } from './allocate'
import { effectiveTokens } from './dataLimit'
import { onUniqueTokens } from './laws/registry'
import type { Wanted } from './planner/requiredSize'
import { isNoAnswer } from '../../shared/notes'
import { runModel, tokensAt, type RunModel } from './run'
import { increasingInverse, sizeForCompute, sizeForDays, sizeForMemory, sizeForScale, sizeForTokens, sizeForUsd } from './sizeFor'

/** Room for rounding when a quantity is held against a limit that was computed from it. */
const SLACK = 1 + 1e-9

export interface LimitSize {
  limit: Limit
  has: number
  /** Largest N that the limit allows alone; null when every size passes. */
  maxN: number | null
}

/**
 * The largest N under each limit that the plan sets, all others put aside. Memory is always a limit. Budget, deadline and memory hold at the plan's confidence.
 * `data` is the size from which a run is capped at e·U tokens: larger runs are allowed, with fewer tokens than their policy asks for.
 */
export function limitSizes(plan: Plan, model: RunModel): LimitSize[] {
  const { budgetUsd, deadlineDays, computeFlop, uniqueTokens, largestStep, confidence } = plan.limits
  const rates = model.cost.at(confidence)
  const sizes: LimitSize[] = []
  const add = (limit: Limit, has: number | null, size: (has: number) => number): void => {
    if (has === null) return
    const maxN = size(has)
    sizes.push({ limit, has, maxN: Number.isFinite(maxN) ? maxN : null })
  }
  add('budget', budgetUsd, (usd) => sizeForUsd(model, usd, rates))
  add('deadline', deadlineDays, (days) => sizeForDays(model, days, rates))
  add('memory', plan.cluster.accelerators, () => sizeForMemory(model, plan.cluster, rates))
  add('data', uniqueTokens, () => sizeForTokens(model, model.tokenCap))
  add('compute', computeFlop, (C) => sizeForCompute(model, C))
  add('step', largestStep === null ? null : largestStep.factor * largestStep.lastTrainedN, (N) => N)
  return sizes
}

/** Limits that forbid a run whatever was run before; the data limit caps a run instead, and a step can be taken in rungs. */
export const FORBIDDING = ['budget', 'deadline', 'memory', 'compute'] as const satisfies readonly Limit[]
const isForbidding = (limit: Limit): limit is (typeof FORBIDDING)[number] => (FORBIDDING as readonly Limit[]).includes(limit)

/** Largest N that all forbidding limits allow together but `except`: the largest feasible single run. Infinity without limits. */
export const largestFeasible = (sizes: readonly LimitSize[], except?: Limit): number =>
  sizes.reduce((least, { limit, maxN }) => (isForbidding(limit) && limit !== except && maxN !== null ? Math.min(least, maxN) : least), Infinity)

/** The limits that the required run of a target breaks alone, with the one that allows the smallest size as binding; null when it breaks none. */
export function outOfReach(plan: Plan, model: RunModel, sizes: readonly LimitSize[], wanted: Wanted): TargetOutcome['outOfReach'] {
  const broken: NonNullable<TargetOutcome['outOfReach']>['limits'] = []
  let N = wanted.N
  let of = model
  if (N === null) {
    // The scale exists but the unique tokens do not carry it: what it takes is told by the run that has enough of them.
    const enough = wanted.unscalable === 'data' ? enoughTokens(plan, model, wanted) : null
    const data = sizes.find(({ limit }) => limit === 'data')
    if (enough === null || data === undefined) return null
    broken.push({ limit: 'data', needs: enough.uniqueTokens, has: data.has, maxN: data.maxN })
    N = enough.N
    of = enough.model
  }
  const D = tokensAt(of, N)
  const C = of.k * N * D
  const rates = of.cost.at(plan.limits.confidence)
  const needs = {
    budget: usdAt(of.cost, C, D, rates),
    deadline: daysAt(rates, C),
    memory: minAccelerators(rates, N * of.totalPerActive),
    compute: C
  }
  for (const { limit, has, maxN } of sizes) if (isForbidding(limit) && needs[limit] > has * SLACK) broken.push({ limit, needs: needs[limit], has, maxN })
  if (broken.length === 0) return null
  const binding = broken.reduce((least, each) => ((each.maxN ?? Infinity) < (least.maxN ?? Infinity) ? each : least))
  return { limits: broken, binding: binding.limit, suffices: broken.map(({ limit, needs: value }) => ({ limit, needs: value })) }
}

/** Unique tokens with which the policy's own run, seen e times, has the wanted scale; and that run. Null when the policy fixes fewer tokens than that takes. */
function enoughTokens(plan: Plan, model: RunModel, { target, scale }: Wanted): { uniqueTokens: number; N: number; model: RunModel } | null {
  const { maxEpochs } = plan.limits
  if (scale === null || model.uniqueTokens === null) return null
  const scaleWith = (U: number): number => {
    const size = effectiveSize(onUniqueTokens(model.law, U), sizeForTokens(model, U * maxEpochs), effectiveTokens(U * maxEpochs, U))
    return isNoAnswer(size) ? 0 : size
  }
  const uniqueTokens = plan.ratio.kind === 'fixedD' ? plan.ratio.tokens / maxEpochs : increasingInverse(scaleWith, scale, model.uniqueTokens)
  const limited = uniqueTokens * SLACK
  const enough = { ...runModel({ ...plan, limits: { ...plan.limits, uniqueTokens: limited } }), cost: { ...model.cost, uniqueTokens: limited } }
  const N = sizeForScale(enough, target.axis, scale)
  return typeof N === 'number' ? { uniqueTokens: enough.uniqueTokens ?? uniqueTokens, N, model: enough } : null
}
