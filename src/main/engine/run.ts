/**
 * One training run of N parameters under a plan's law, ratio policy, data and prices (docs/model.md, Run and Cost, time, energy, memory).
 * D(N) is what the policy asks for, at most e·U where unique tokens are limited; C = k·N·D; N is active parameters, memory holds the total.
 */
import type { Run } from '../../shared/outcome'
import type { Plan, Ratio, Target } from '../../shared/plan/schema'
import { isNoAnswer } from '../../shared/notes'
import { effectiveSize, tokensFor } from './allocate'
import { costModel, daysAt, minAccelerators, servingUsd, usdAt, usdParts, type CostModel } from './cost'
import type { CostBeliefs } from './costDraws'
import { daysRange, usdRange } from './costRange'
import { effectiveTokens } from './dataLimit'
import type { BoundLaw } from './laws/law'
import { lawOf, onUniqueTokens } from './laws/registry'

export type Axis = Target['axis']

/** What turns a size into a run. */
export interface RunModel {
  law: BoundLaw
  ratio: Ratio
  /** k in C = k·N·D. */
  k: number
  uniqueTokens: number | null
  /** e·U: the most tokens that a run may see. */
  tokenCap: number
  totalPerActive: number
  cost: CostModel
  /** The chance with which budget, deadline and memory must hold. */
  confidence: number
}

type Planned = Pick<Plan, 'law' | 'ratio' | 'model' | 'limits' | 'accelerator' | 'cluster' | 'costs'>

/** Data of finished runs count as bought where the plan has such runs. `beliefs` are those about prices besides the ranges that the plan's own fields hold. */
export function runModel(plan: Planned & Partial<Pick<Plan, 'actuals'>>, beliefs: CostBeliefs | null = null): RunModel {
  const { uniqueTokens, maxEpochs, confidence } = plan.limits
  return {
    law: onUniqueTokens(lawOf(plan.law), uniqueTokens),
    ratio: plan.ratio,
    k: plan.law.flopPerParameterToken,
    uniqueTokens,
    tokenCap: uniqueTokens === null ? Infinity : uniqueTokens * maxEpochs,
    totalPerActive: plan.model.kind === 'moe' ? plan.model.totalPerActive : 1,
    cost: costModel({ accelerator: plan.accelerator, cluster: plan.cluster, costs: plan.costs, uniqueTokens, boughtTokens: boughtTokens(plan) }, beliefs),
    confidence
  }
}

/** Unique tokens of the finished run that saw most of them: a larger set contains a smaller one. */
const boughtTokens = ({ actuals = [], limits }: Pick<Plan, 'limits'> & Partial<Pick<Plan, 'actuals'>>): number =>
  actuals.reduce((most, { D }) => Math.max(most, Math.min(D, limits.uniqueTokens ?? D)), 0)

/** Tokens that the ratio policy asks for at N parameters, before the limit of unique tokens. Every law of the registry has an optimum, so there is always an answer. */
export function policyTokens(model: RunModel, N: number): number {
  const D = tokensFor(N, model.ratio, model.law, model.k)
  if (isNoAnswer(D)) throw new Error(`the ratio policy has no tokens for ${N} parameters: ${D.detail}`)
  return D
}

/** D(N) = min(D_policy(N), e·U). */
export const tokensAt = (model: RunModel, N: number): number => Math.min(policyTokens(model, N), model.tokenCap)

/** C(N) = k·N·D(N). */
export const computeAt = (model: RunModel, N: number): number => model.k * N * tokensAt(model, N)

/** Tokens that count in the loss when D tokens are drawn from U unique ones. */
export const countedTokens = (model: RunModel, D: number): number => (model.uniqueTokens === null ? D : effectiveTokens(D, model.uniqueTokens))

/** The scale of a run on a target's axis; null when the law does not define it (an effective size needs a loss). */
export function scaleAt(model: RunModel, axis: Axis, N: number, D = tokensAt(model, N)): number | null {
  if (axis === 'N') return N
  if (axis === 'C') return model.k * N * D
  if (model.law.loss === null) return null
  const counted = countedTokens(model, D)
  // A compute-optimal run is its own effective size.
  if (model.ratio.kind === 'optimal' && counted === policyTokens(model, N)) return N
  const scale = effectiveSize(model.law, N, counted)
  return isNoAnswer(scale) ? null : scale
}

/** Sizes N (ascending) with D, C and the epochs' cap applied, as columns: the planner's grids hold no objects. */
export interface RunColumns {
  N: Float64Array
  D: Float64Array
  C: Float64Array
}

export function runColumns(model: RunModel, N: Float64Array): RunColumns {
  const D = new Float64Array(N.length)
  const C = new Float64Array(N.length)
  for (let j = 0; j < N.length; j++) {
    D[j] = tokensAt(model, N[j]!)
    C[j] = model.k * N[j]! * D[j]!
  }
  return { N, D, C }
}

/** ln of the scale of every run on an axis; null when the law does not define it. */
export function lnScales(model: RunModel, axis: Axis, { N, D, C }: RunColumns): Float64Array | null {
  if (axis === 'N') return N.map(Math.log)
  if (axis === 'C') return C.map(Math.log)
  const ln = new Float64Array(N.length)
  for (let j = 0; j < N.length; j++) {
    const scale = scaleAt(model, axis, N[j]!, D[j]!)
    if (scale === null) return null
    ln[j] = Math.log(scale)
  }
  return ln
}

/** The whole run of N active parameters, with the plan's tokens unless D is given. */
export function runAt(model: RunModel, N: number, given: { D?: number; totalN?: number } = {}): Run {
  const wanted = policyTokens(model, N)
  const D = given.D ?? Math.min(wanted, model.tokenCap)
  const totalN = given.totalN ?? N * model.totalPerActive
  const C = model.k * N * D
  const counted = countedTokens(model, D)
  const { cost } = model
  const kwh = C * cost.kwhPerFlop
  return {
    N,
    totalN,
    D,
    C,
    tokensPerParameter: D / N,
    epochs: model.uniqueTokens === null ? null : D / model.uniqueTokens,
    dataCapped: given.D === undefined && wanted > model.tokenCap,
    effectiveD: counted,
    loss: model.law.loss === null ? null : model.law.loss(N, counted),
    acceleratorHours: C * cost.hoursPerFlop,
    days: daysAt(cost.mean, C),
    daysRange: daysRange(cost, C),
    usd: usdAt(cost, C, D),
    usdRange: usdRange(cost, C, D),
    usdParts: usdParts(cost, C, D),
    servingUsd: servingUsd(cost, N),
    energyKwh: kwh,
    co2Kg: (kwh * cost.gramsCo2PerKwh) / 1000,
    minAccelerators: minAccelerators(cost.at(model.confidence), totalN)
  }
}
