/** Rows of the comparison: every field that some scenario changes, in the order of the registry, then choices; and the names of outcomes. */
import { inputsOf, type Input } from '../../../../shared/plan/inputs'
import { PLAN_OUTCOMES, TARGET_OUTCOMES, targetOutcomeOf, type OutcomeId } from '../../../../shared/plan/outcomes'
import { inputOfOverride } from '../../../../shared/plan/overrideInput'
import { overlap, withOverrides } from '../../../../shared/plan/scenarios'
import type { Override, Plan, Scenario } from '../../../../shared/plan/schema'
import type { Messages } from '../../../../shared/text/messages'
import { nameOfTarget } from '../../state/naming'

export interface InputRow {
  readonly key: string
  readonly target: string | null
  readonly field: string
  /** Null for a choice that is more than a number: shown, and changed on the other screens. */
  readonly input: Input | null
}

/** The override of a scenario that a row shows: the same field, or a group that it is in. */
export const overrideIn = (scenario: Scenario, row: Pick<InputRow, 'target' | 'field'>): Override | undefined =>
  scenario.overrides.find((override) => overlap(override, row))

/**
 * Changes without effect have no row: they are listed with their reasons.
 * @param plan the base
 */
export function inputRows(plan: Plan, scenarios: readonly Scenario[]): InputRow[] {
  const rows = new Map<string, InputRow>()
  for (const { overrides } of scenarios)
    for (const override of withOverrides(plan, overrides).applied) {
      const { target, field } = override
      const input = inputOfOverride(plan, override)
      const key = input?.id ?? `${target ?? ''} ${field}`
      if (!rows.has(key)) rows.set(key, { key, target, field, input })
    }
  const order = inputsOf(plan).map(({ id }) => id as string)
  const place = ({ key, input }: InputRow): number => (input === null ? order.length : order.indexOf(key))
  return [...rows.values()].sort((a, b) => place(a) - place(b))
}

/** Every outcome that this plan can be compared by. */
export const outcomesFor = (plan: Plan): OutcomeId[] => [
  ...(Object.keys(PLAN_OUTCOMES) as OutcomeId[]),
  ...Object.keys(TARGET_OUTCOMES).flatMap((name) => plan.targets.map(({ id }) => `${name}@${id}` as OutcomeId))
]

export function outcomeName(plan: Plan, id: OutcomeId, text: Messages): string {
  const own = targetOutcomeOf(id)
  const names: Readonly<Record<string, string>> = text.screen.scenarios.outcomes
  const name = names[own?.outcome ?? id] ?? id
  return own === null ? name : name.replace('{name}', nameOfTarget(plan, own.target, text).inline)
}
