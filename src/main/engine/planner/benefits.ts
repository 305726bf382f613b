/**
 * What reaching each target is worth, with serving taken off at the size that serves it (docs/model.md, Path).
 * The plan's inference volume belongs to all its paid targets together, each carrying the share that it has in the undiscounted benefits; so it is paid once when one run reaches them all.
 */
import type { Plan, Target } from '../../../shared/plan/schema'
import { servingUsd } from '../cost'
import { COST_DRAWS, COST_INPUTS } from '../costDraws'
import type { RunModel } from '../run'
import type { Shape } from '../uncertainty/distributions/distribution'
import { evenUniforms } from '../uncertainty/draws/evenDraws'
import { annuity, type PathTarget } from './problem'
import { REACHED } from './requiredSize'

/** Money, once or per year; or points that have no price. */
export interface Worth {
  onceUsd: number
  perYearUsd: number
  /** Points, whatever a point is worth. */
  points: number
  /** True when the benefit has a value in USD. */
  paid: boolean
  /** Part of the plan's serving that this target carries. */
  servingShare: number
}

export type Objective = 'usd' | 'points'

/** Points are the objective only when no target is paid: money and points are never added. */
export const objectiveOf = (worths: readonly Worth[]): Objective => (worths.length > 0 && worths.every(({ paid }) => !paid) ? 'points' : 'usd')

/** With means where there are beliefs. */
export function worthsOf({ targets, decision }: Plan, beliefs: BenefitBeliefs = NO_BELIEFS): Worth[] {
  const { usdPerPoint } = decision
  const worths = targets.map(({ id, benefit }): Worth => {
    const base = { onceUsd: 0, perYearUsd: 0, points: 0, paid: true, servingShare: 0 }
    const value = meanOf(beliefs.values.get(id)) ?? benefit.value
    if (benefit.kind === 'points') return { ...base, points: value, onceUsd: value * (usdPerPoint ?? 0), paid: usdPerPoint !== null }
    return benefit.per === 'year' ? { ...base, perYearUsd: value } : { ...base, onceUsd: value }
  })
  const years = meanOf(beliefs.horizon) ?? decision.horizonYears
  const undiscounted = ({ onceUsd, perYearUsd }: Worth): number => onceUsd + perYearUsd * years
  const total = worths.reduce((sum, worth) => sum + undiscounted(worth), 0)
  return worths.map((worth) => ({ ...worth, servingShare: total > 0 ? undiscounted(worth) / total : 0 }))
}

/** What is believed about benefits, by target, and about the years over which they are paid. */
export interface BenefitBeliefs {
  values: ReadonlyMap<string, Shape>
  horizon: Shape | undefined
}
const NO_BELIEFS: BenefitBeliefs = { values: new Map(), horizon: undefined }

/** Undefined where there is no belief, or none with a mean. */
const meanOf = (shape: Shape | undefined): number | undefined => (typeof shape?.mean === 'number' ? shape.mean : undefined)

/** What time and serving leave of the benefits of a plan. */
export interface Served {
  /** Share of every benefit that is left when N parameters serve it: each target carries serving in proportion to its benefit, so the same of all; 0 when serving costs more. */
  kept(N: number): number
  /** Yearly benefits are paid until then. Of an uncertain horizon T the certain one that pays the same: E[d(T)] = d(horizon), exact unless T may come before a run has ended. */
  horizonYears: number
}

export function servedOf({ decision, targets }: Plan, model: RunModel, worths: readonly Worth[], beliefs: BenefitBeliefs = NO_BELIEFS): Served {
  const rate = Math.log1p(decision.discountRate)
  const years = beliefs.horizon && typeof beliefs.horizon.mean === 'number' ? drawn(beliefs.horizon, 0) : null
  const horizonYears = years === null ? decision.horizonYears : certainHorizon(years, rate)
  const { draws } = model.cost
  if (draws === null && years === null && beliefs.values.size === 0) {
    const benefits = worths.reduce((sum, { onceUsd, perYearUsd }) => sum + onceUsd + perYearUsd * decision.horizonYears, 0)
    return { kept: (N) => (benefits > 0 ? Math.max(0, 1 - servingUsd(model.cost, N) / benefits) : 1), horizonYears }
  }
  if (model.cost.servingUsdPerParameter === 0) return { kept: () => 1, horizonYears }
  // Σ benefits in every draw, serving not yet taken off.
  const total = new Float64Array(COST_DRAWS)
  targets.forEach(({ id, benefit }, i) => {
    const { paid, onceUsd, perYearUsd } = worths[i]!
    if (!paid) return
    const shape = beliefs.values.get(id)
    const values = shape && typeof shape.mean === 'number' ? drawn(shape, i + 1) : null
    const usdEach = benefit.kind === 'points' ? (decision.usdPerPoint ?? 0) : 1
    for (let s = 0; s < COST_DRAWS; s++) {
      const value = values === null ? onceUsd + perYearUsd : values[s]! * usdEach
      total[s]! += onceUsd > 0 ? value : value * (years?.[s] ?? decision.horizonYears)
    }
  })
  const serving = draws?.servingUsdPerParameter ?? new Float64Array(COST_DRAWS).fill(model.cost.servingUsdPerParameter)
  return { kept: keptOver(total, serving), horizonYears }
}

/** E[max(0, B − s·N)]/E[B] over draws of B and s: those with B/s > N add B − s·N, so with draws sorted by B/s it takes their sums from there on. */
function keptOver(B: Float64Array, s: Float64Array): (N: number) => number {
  const lasts = B.map((total, j) => total / s[j]!)
  const order = Array.from(B.keys()).sort((i, j) => lasts[i]! - lasts[j]!)
  const ratio = Float64Array.from(order, (j) => lasts[j]!)
  const [sumB, sumS] = [new Float64Array(order.length + 1), new Float64Array(order.length + 1)]
  for (let k = order.length - 1; k >= 0; k--) {
    sumB[k] = sumB[k + 1]! + B[order[k]!]!
    sumS[k] = sumS[k + 1]! + s[order[k]!]!
  }
  return (N) => {
    if (sumB[0] === 0) return 1
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ratio[middle]! > N) high = middle
      else low = middle + 1
    }
    return Math.max(0, sumB[low]! - N * sumS[low]!) / sumB[0]!
  }
}

/** T with d(T) = E[d(T)]; without discounting the mean. */
function certainHorizon(years: Float64Array, rate: number): number {
  const mean = (of: (T: number) => number): number => years.reduce((sum, T) => sum + of(T), 0) / years.length
  return rate === 0 ? mean((T) => T) : -Math.log(mean((T) => Math.exp(-rate * T))) / rate
}

/** Dimensions of the even draws that no cost has. */
const FIRST_DIMENSION = 2 + COST_INPUTS.length
function drawn(shape: Shape, dimension: number): Float64Array {
  const column = evenUniforms(FIRST_DIMENSION + dimension, COST_DRAWS)
  shape.fillQuantiles(column, column)
  return column
}

/** Benefits of a target served by N parameters: never below zero, since a model that costs more to serve than it earns is not served. */
export function netOfServing({ kept }: Served, worth: Worth, N: number): { onceUsd: number; perYearUsd: number } {
  const left = kept(N)
  return { onceUsd: worth.onceUsd * left, perYearUsd: worth.perYearUsd * left }
}

/** Value of a target reached in `years` from now and served by N parameters, before it is multiplied by its probability; now is `gone` years after the plan's start. */
export function presentUsd(served: Served, worth: Worth, discountRate: number, N: number, years: number, gone = 0): number {
  const rate = Math.log1p(discountRate)
  const { onceUsd, perYearUsd } = netOfServing(served, worth, N)
  return onceUsd * Math.exp(-rate * years) + perYearUsd * annuity(years, served.horizonYears - gone, rate)
}

/** The benefits of a target as the path solver takes them. */
export const pathTarget = ({ onceUsd, perYearUsd, points }: Worth, { wanted, must }: Target, probability: Float64Array): PathTarget => ({
  wanted: wanted - REACHED,
  must,
  probability,
  once: onceUsd,
  perYear: perYearUsd,
  points
})
