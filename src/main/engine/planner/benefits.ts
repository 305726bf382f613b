/**
 * What reaching each target is worth, with serving taken off at the size that serves it (planning model §4).
 * The plan's inference volume belongs to all its paid targets together, each carrying the share that it has in the undiscounted benefits; so it is paid once when one run reaches them all.
 */
import type { Plan, Target } from '../../../shared/plan/schema'
import { servingUsd } from '../cost'
import type { RunModel } from '../run'
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

export function worthsOf({ targets, decision }: Plan): Worth[] {
  const { usdPerPoint, horizonYears } = decision
  const worths = targets.map(({ benefit }): Worth => {
    const base = { onceUsd: 0, perYearUsd: 0, points: 0, paid: true, servingShare: 0 }
    if (benefit.kind === 'points') return { ...base, points: benefit.value, onceUsd: benefit.value * (usdPerPoint ?? 0), paid: usdPerPoint !== null }
    return benefit.per === 'year' ? { ...base, perYearUsd: benefit.value } : { ...base, onceUsd: benefit.value }
  })
  const undiscounted = ({ onceUsd, perYearUsd }: Worth): number => onceUsd + perYearUsd * horizonYears
  const total = worths.reduce((sum, worth) => sum + undiscounted(worth), 0)
  return worths.map((worth) => ({ ...worth, servingShare: total > 0 ? undiscounted(worth) / total : 0 }))
}

/** Benefits of a target served by N parameters: never below zero, since a model that costs more to serve than it earns is not served. */
export function netOfServing(model: RunModel, worth: Worth, horizonYears: number, N: number): { onceUsd: number; perYearUsd: number } {
  const serving = worth.servingShare * servingUsd(model.cost, N)
  return {
    onceUsd: worth.onceUsd > 0 ? Math.max(0, worth.onceUsd - serving) : 0,
    perYearUsd: worth.perYearUsd > 0 ? Math.max(0, worth.perYearUsd - serving / horizonYears) : 0
  }
}

/** Value of a target reached in `years` from now and served by N parameters, before it is multiplied by its probability; now is `gone` years after the plan's start. */
export function presentUsd(model: RunModel, worth: Worth, { discountRate, horizonYears }: Plan['decision'], N: number, years: number, gone = 0): number {
  const rate = Math.log1p(discountRate)
  const { onceUsd, perYearUsd } = netOfServing(model, worth, horizonYears, N)
  return onceUsd * Math.exp(-rate * years) + perYearUsd * annuity(years, horizonYears - gone, rate)
}

/** Share of every benefit that is left after serving by N parameters: each target carries serving in proportion to its benefit, so the same of all; 0 when serving costs more. */
export function keptOfServing(model: RunModel, worths: readonly Worth[], horizonYears: number): (N: number) => number {
  const benefits = worths.reduce((sum, { onceUsd, perYearUsd }) => sum + onceUsd + perYearUsd * horizonYears, 0)
  return (N) => (benefits > 0 ? Math.max(0, 1 - servingUsd(model.cost, N) / benefits) : 1)
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
