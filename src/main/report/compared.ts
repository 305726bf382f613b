/** What the report needs to set a plan's scenarios side by side: the base, each scenario, and the outcomes of all of them. */
import type { Note } from '../../shared/notes'
import { headlineOutcomes, type OutcomeId } from '../../shared/plan/outcomes'
import type { Plan, Scenario } from '../../shared/plan/schema'
import type { Unapplied } from '../../shared/plan/scenarios'

/** An outcome, or why it has no value. */
export type Told = number | Note

export interface ComparedScenario {
  scenario: Scenario
  /** The base with what the scenario changes. */
  plan: Plan
  unapplied: readonly Unapplied[]
  /** One for each quantity. */
  outcomes: readonly Told[]
}

export interface Compared {
  /** Without scenarios. */
  base: Plan
  quantities: readonly OutcomeId[]
  outcomes: readonly Told[]
  /** In the order of the document; at least one. */
  scenarios: readonly ComparedScenario[]
  /** What a reader of the comparison should know. */
  notes: readonly Note[]
}

/** Size, cost and time, worth, and every chance; those of limits where some plan has the limit. */
export function quantitiesOf(plans: readonly Plan[]): OutcomeId[] {
  const own = headlineOutcomes(plans[0]!).filter((id) => id !== 'run.D' && id !== 'run.C')
  const held: OutcomeId[] = [
    ...(plans.some(({ limits }) => limits.budgetUsd !== null) ? (['path.withinBudget'] as const) : []),
    ...(plans.some(({ limits }) => limits.deadlineDays !== null) ? (['path.withinDeadline'] as const) : [])
  ]
  const at = own.indexOf('path.all') + 1
  return [...own.slice(0, at), ...held, ...own.slice(at)]
}
