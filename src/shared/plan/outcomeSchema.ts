/** How the outside names an outcome and an input of a plan: checked when read, with the names there are. */
import * as z from 'zod'
import { isInputId } from './inputs'
import { isOutcomeId, PLAN_OUTCOMES, TARGET_OUTCOMES, type OutcomeId } from './outcomes'

export const outcomeId = z.custom<OutcomeId>(isOutcomeId, {
  error: `expected one of ${Object.keys(PLAN_OUTCOMES)
    .map((name) => `"${name}"`)
    .join(', ')}, or an outcome of a target such as ${Object.keys(TARGET_OUTCOMES)
    .map((name) => `"${name}@code"`)
    .join(', ')}`
})

/** An input of the registry, of the plan ("budget") or of a target ("critical@code"). Whether the plan has that target is asked when it is used. */
// The type is written out because the registry's own types rest on the plan's, which rest on this.
export const seekableInput: z.ZodType<string, string> = z.custom<string>(isInputId, {
  error: 'expected the name of an input such as "wanted", "budget", "price", "mfu", "accelerators", "tokensPerParameter", "deadline" or "critical@code"'
})
