/** What one measurement is worth before the plan is decided, and what it takes (docs/model.md, Uncertainty). */
import type { NextRunCandidate } from '../../../../shared/contract/nextRun'
import { isNoAnswer } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { DAYS_PER_YEAR } from '../../cost'
import { heldPath, planPath } from '../../planner/recommendedPath'
import { settingOf, type Setting } from '../../planner/setting'
import { binnedLikelihood, informationValue, USUAL_BINS, type InformationValue } from '../valueOfInformation'
import type { Action } from './actions'
import type { Candidate } from './candidates'
import type { Given } from './givenDraws'
import { scoreLikelihood } from './scoreLikelihood'

/** The value of information on these draws; it always has one, because there is at least one draw and one action. */
export function valued({ groups }: Given, utilities: readonly Float64Array[], measurement?: { likelihood: Float64Array; bins: number }): InformationValue {
  const value = informationValue(utilities, measurement, groups)
  if (isNoAnswer(value)) throw new Error(value.detail)
  return value
}

export const yearsOf = ({ days }: Candidate): number => days / DAYS_PER_YEAR

/** The paths that are left when the measurement has taken its part of budget and time: actions that still keep the limits, and the best path of what is left. */
export function pathsAfter(setting: Setting, actions: readonly Action[], { usd, days }: Candidate): (readonly number[])[] {
  const { plan, soFar } = setting
  const sizes = actions.map((action) => action.sizes)
  if (plan.limits.budgetUsd === null && plan.limits.deadlineDays === null) return sizes
  const without = (limits: Plan['limits']): Plan['limits'] => ({
    ...limits,
    budgetUsd: limits.budgetUsd === null ? null : limits.budgetUsd - usd,
    deadlineDays: limits.deadlineDays === null ? null : limits.deadlineDays - days
  })
  const left = without(plan.limits)
  const still = sizes.filter((path) => heldPath({ ...setting, plan: { ...plan, limits: left } }, path, null).keepsLimits)
  if (!((left.budgetUsd ?? 1) > 0 && (left.deadlineDays ?? 1) > 0) || still.length === sizes.length) return still
  const best = planPath(settingOf({ ...soFar.given, limits: without(soFar.given.limits) }), false).path.rungs.map(({ run }) => run.N)
  return best.length === 0 ? still : [...still, best]
}

export interface Measured {
  candidate: Candidate
  /** The chance that a score measures, in every draw; null for other measurements. */
  chances: Float64Array | null
  /** U of each action when the plan starts today, and of the paths that are left when it starts after the measurement. */
  today: readonly Float64Array[]
  later: readonly Float64Array[]
  /** The value of information of nothing measured. */
  now: InformationValue
}

/**
 * EVSI on the plan as it could start today; and what is lost because it starts later, with less budget and time left:
 *   net = Σ_y p(y)·max_a E[U_later(a) | y] − max_a E[U(a)] − cost.
 */
export function candidateOf({ plan, objective }: Setting, given: Given, { candidate, chances, today, later, now }: Measured): NextRunCandidate {
  const { usd, days } = candidate
  const measurement = likelihoodOf(given, candidate, chances)
  const sample = valued(given, today, measurement)
  const after = later.length === 0 ? null : valued(given, later, measurement)
  // Without any path left the plan is worth nothing.
  const delay = now.bestValue + sample.sample! - (after === null ? 0 : after.bestValue + after.sample!)
  const scored = candidate.kind === 'score' ? candidate : null
  return {
    kind: candidate.kind,
    target: scored === null ? null : plan.targets[scored.target]!.id,
    run: scored?.run ?? null,
    items: scored?.items ?? null,
    error: candidate.kind === 'score' ? null : candidate.error,
    score: chances && chances.reduce((sum, p) => sum + p, 0) / chances.length,
    usd,
    days,
    sample: { value: sample.sample!, standardError: sample.sampleError! },
    delay,
    net: objective === 'usd' ? sample.sample! - usd - delay : null,
    perUsd: usd > 0 ? sample.sample! / usd : null
  }
}

function likelihoodOf({ inputs, draws }: Given, candidate: Candidate, chances: Float64Array | null): { likelihood: Float64Array; bins: number } {
  if (candidate.kind === 'score') return scoreLikelihood(chances!, candidate.items)
  // Of an input that is exact there is nothing to learn.
  const values = inputs.get(candidate.kind) ?? new Float64Array(draws).fill(1)
  return { likelihood: binnedLikelihood(values.map(Math.log), candidate.error), bins: USUAL_BINS }
}
