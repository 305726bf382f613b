/** Variance shares of an outcome of a plan by its name: with the path held, over the same draws as a simulation's. */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { targetOutcomeOf, type OutcomeId, type PlanOutcome } from '../../../../shared/plan/outcomes'
import { focusOf } from '../../planner/setting'
import type { DrawRequest } from '../draws/drawPlan'
import { planModel, type PlanModel, type PlanModelParameters } from '../plan/planModel'
import { varianceShares, type VarianceShares } from './varianceShares'

export interface SharesQuestion {
  parameters: PlanModelParameters
  quantity: OutcomeId
  request: DrawRequest
}

export interface QuantityShares extends VarianceShares {
  /** Sizes, tokens, FLOP, cost and time of required runs are simulated as logarithms. */
  of: 'quantity' | 'logarithm'
}

/** @param tell called after each block of draws with how many are done, of how many */
export function quantityShares({ parameters, quantity, request }: SharesQuestion, tell: (done: number, total: number) => void): QuantityShares | NoAnswer {
  const made = planModel(parameters)
  if (isNoAnswer(made)) return made
  const place = placeOf(made, quantity)
  if (isNoAnswer(place)) return place
  const endless = withoutSpread(made, quantity, place)
  if (endless !== null) return endless
  const shares = varianceShares(made.model, place, request, tell)
  return isNoAnswer(shares) ? shares : { ...shares, of: made.model.outputs[place]!.scale === 'log' ? 'logarithm' : 'quantity' }
}

/** What only the worth of a path rests on. */
const OF_WORTH = /^(benefit@|usdPerPoint$|horizon$|discountRate$)/
const WORTH: readonly OutcomeId[] = ['path.value', 'path.committed', 'path.points']

/** Why an amount has no variance: something drawn behind it has an infinite spread. Logarithms and events always have one. */
function withoutSpread({ model: { inputs, outputs } }: PlanModel, quantity: OutcomeId, place: number): NoAnswer | null {
  const { scale, mean } = outputs[place]!
  if (scale === 'log' || mean === 'event') return null
  const counted = inputs.filter(({ name }) => WORTH.includes(quantity) || !OF_WORTH.test(name))
  const unbounded = counted.filter(({ shape: { low, high } }) => low === -Infinity || high === Infinity)
  return unbounded.map(({ shape: { sd } }) => sd).find(isNoAnswer) ?? null
}

/** Where an outcome stands among the outputs of a simulation. */
function placeOf({ places: { targets, path }, setting }: PlanModel, quantity: OutcomeId): number | NoAnswer {
  const own = targetOutcomeOf(quantity)
  if (own?.outcome === 'roi') return noAnswer('notDefined', 'sensitivity-not-drawn')
  const name = quantity.split('.')[1] ?? ''
  const focus = focusOf(setting)
  const at = setting.wanted.findIndex(({ target }) => (own === null ? target === focus?.target : target.id === own.target))
  if (quantity.startsWith('path.'))
    return path === null ? noAnswer('notDefined', 'sensitivity-nothing-held') : ofPath(path, quantity as PlanOutcome, setting.objective)
  const target = targets[at]
  if (target === undefined)
    return own === null ? noAnswer('notDefined', 'outcome-without-targets') : noAnswer('notDefined', 'outcome-target-gone', { target: own.target })
  if (own?.outcome === 'probability') return target.reachedBy.at(-1) ?? noAnswer('notDefined', 'sensitivity-nothing-held')
  return target[(own?.outcome ?? name) as 'N' | 'D' | 'C' | 'usd' | 'days']
}

function ofPath(path: NonNullable<PlanModel['places']['path']>, quantity: PlanOutcome, objective: 'usd' | 'points'): number | NoAnswer {
  const paid = objective === 'usd'
  switch (quantity) {
    case 'path.usd':
      return path.committedUsd
    case 'path.days':
      return path.committedDays
    case 'path.all':
      return path.allBy.at(-1)!
    case 'path.value':
      return paid ? path.value : noAnswer('notDefined', 'outcome-in-points')
    case 'path.committed':
      return paid ? path.committedValue : noAnswer('notDefined', 'outcome-in-points')
    case 'path.points':
      return paid ? noAnswer('notDefined', 'outcome-in-dollars') : path.points
    case 'path.withinBudget':
      return path.withinBudget ?? noAnswer('notDefined', 'outcome-without-limit')
    case 'path.withinDeadline':
      return path.withinDeadline ?? noAnswer('notDefined', 'outcome-without-limit')
    default:
      throw new Error(`${quantity} is no outcome of a path`)
  }
}
