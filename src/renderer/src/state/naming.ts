/** What targets, inputs and steps are called in the reader's language. */
import type { Plan } from '../../../shared/plan/schema'
import type { Input } from '../../../shared/plan/inputs'
import type { Messages } from '../../../shared/text/messages'
import { nameOfTarget } from '../../../shared/text/names'
import type { StepName } from './history'

const CATEGORIES = 8

/** The colour of a target: by its place in the plan, one of the eight categories. */
export const colourOf = (index: number): string => `var(--c${(index % CATEGORIES) + 1})`

/** Name of an input, of a target or of the plan. */
export const inputName = (input: Pick<Input, 'key'>, text: Messages): string => text.quantities.inputs[input.key]

/** Name of the step that changes an input. */
export function stepOf(plan: Plan, input: Input): StepName {
  const { target } = input
  if (target === null) return (text) => inputName(input, text)
  return (text) => text.screen.steps.target.replace('{field}', inputName(input, text)).replace('{name}', nameOfTarget(plan, target, text).long)
}
