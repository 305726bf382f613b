/** Rows of the comparison: every field that some scenario changes, in the order of the registry, then choices. */
import { inputsOf, type Input } from './inputs'
import { inputOfOverride } from './overrideInput'
import { overlap, withOverrides } from './scenarios'
import type { Override, Plan, Scenario } from './schema'

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
