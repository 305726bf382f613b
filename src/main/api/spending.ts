/** What a call left out of accelerator, cluster and costs, filled in and named. */
import type { Note } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { clusterSchema, costsSchema, DEFAULT_ACCELERATOR } from '../../shared/plan/schema'
import type { Spending } from '../engine/cost'
import { stalePrice } from '../engine/warnings'

type GivenSpending = {
  accelerator?: Spending['accelerator'] | undefined
  cluster?: Partial<Spending['cluster']> | undefined
  costs?: Partial<Spending['costs']> | undefined
  uniqueTokens?: number | undefined
}

/** Completes accelerator, cluster and costs; what was left out of the `given` ones is named. */
export function spendingOf(
  { accelerator, cluster, costs, uniqueTokens }: GivenSpending,
  given: object,
  today: string
): { spending: Spending; warnings: Note[] } {
  const spending: Spending = {
    accelerator: accelerator ?? DEFAULT_ACCELERATOR,
    cluster: clusterSchema.parse(cluster ?? {}),
    costs: costsSchema.parse(costs ?? {}),
    uniqueTokens: uniqueTokens ?? null
  }
  const { uniqueTokens: _none, ...made } = spending
  const warnings = [...defaultNotes(given, made), ...stalePrice(spending, today)]
  return { spending, warnings }
}
