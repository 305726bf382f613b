/** Where an outcome stands among what a plan's simulation draws. */
import { noAnswer, type NoAnswer } from '../../../../shared/notes'
import { targetOutcomeOf, type OutcomeId } from '../../../../shared/plan/outcomes'
import { focusIndex } from '../../../../shared/plan/planInputs'
import type { PlanModel, PlanPlaces } from './planModel'

type OfPath = 'usd' | 'days' | 'committedUsd' | 'committedDays' | 'value' | 'committedValue' | 'points'

/** The outcome counts every run of the path as if it were made, and so do its draws. */
const OF_PATH: Partial<Record<OutcomeId, OfPath>> = {
  'path.usd': 'committedUsd',
  'path.days': 'committedDays',
  'path.value': 'value',
  'path.committed': 'committedValue',
  'path.points': 'points'
}
const OF_RUN: Partial<Record<OutcomeId, Exclude<keyof PlanPlaces['targets'][number], 'reachedBy'>>> = {
  'run.N': 'N',
  'run.D': 'D',
  'run.C': 'C',
  'run.usd': 'usd',
  'run.days': 'days'
}

/** Index of the output that holds an outcome draw by draw; a reason for one that is a chance or a ratio over all draws, or that this plan does not have. */
export function outputOf({ places, setting }: PlanModel, id: OutcomeId): number | NoAnswer {
  const { plan, objective } = setting
  const ofPath = OF_PATH[id]
  if (ofPath !== undefined) {
    if (places.path === null) return noAnswer('notDefined', 'distribution-nothing-run')
    if ((ofPath === 'points') === (objective === 'usd') && id !== 'path.usd' && id !== 'path.days')
      return noAnswer('notDefined', 'distribution-other-benefit', { unit: objective === 'usd' ? 'USD' : 'points' })
    return places.path[ofPath]
  }
  const own = targetOutcomeOf(id)
  const at = own === null ? focusIndex(plan) : plan.targets.findIndex((target) => target.id === own.target)
  const of = own === null ? OF_RUN[id] : own.outcome === 'N' || own.outcome === 'usd' || own.outcome === 'days' ? own.outcome : undefined
  if (of === undefined) return noAnswer('notDefined', 'distribution-of-chance')
  const target = places.targets[at]
  return target === undefined ? noAnswer('notDefined', 'distribution-no-target') : target[of]
}
