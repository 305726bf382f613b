/** Published models as context points: what each would cost and how long it would take under the plan's prices and cluster. */
import type { Outcome } from '../../shared/outcome'
import { daysAt, usdAt, type CostModel } from './cost'

/** A row of the catalogue of models: N active and `totalN` parameters, D tokens, C FLOP as published. */
export interface PublishedModel {
  name: string
  year: number
  N: number
  /** Above N for a mixture of experts; N unless given. */
  totalN?: number
  D: number
  C: number
}

/** Expected USD and days of the published compute and tokens. Unique tokens are the plan's own limit and do not apply to a model of others. */
export function publishedToday(cost: CostModel, models: readonly PublishedModel[]): Outcome['published'] {
  const theirs = { ...cost, uniqueTokens: null }
  return models.map(({ name, year, N, D, C }) => ({
    name,
    year,
    N,
    D,
    C,
    usd: usdAt(theirs, C, D),
    days: daysAt(cost.mean, C)
  }))
}
