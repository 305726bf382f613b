/** Which number of the registry a scenario's change is of. */
import { inputsOf, type Input } from './inputs'
import { planInputs } from './planInputs'
import { pathIn } from './scenarios'
import type { Override, Plan } from './schema'

/** The input that shows an overridden field, or the only one within it; null for a choice that is more than its number, such as the law. */
export function inputOfOverride(plan: Plan, { target, field, value }: Pick<Override, 'target' | 'field'> & { value?: unknown }): Input | null {
  if (target === null && field === 'ratio') return isFixedTokens(value) ? planInputs.fixedTokens : planInputs.tokensPerParameter
  const path = pathIn(plan, { target, field })
  // `wanted` is another name of the focus's own.
  const inputs = inputsOf(plan).filter((input) => input.target === target && input.id !== 'wanted')
  const inside = inputs.filter((input) => input.path(plan).startsWith(`${path}.`))
  return inputs.find((input) => input.path(plan) === path) ?? (inside.length === 1 && field !== 'law' ? inside[0]! : null)
}

/** The policy for tokens is shown by the number that it is about; the law's optimum by tokens per parameter, of which it gives none. */
const isFixedTokens = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fixedD'
