/** What a scenario is called until somebody names it. */
import type { Override, Plan } from '../../../shared/plan/schema'
import { fieldName, fieldValue } from '../../../shared/text/fieldWords'
import { fill } from '../../../shared/text/fill'
import type { Language, Messages } from '../../../shared/text/messages'

/** A name for a scenario after what it changes: "Price per hour $1.90", and how many more. */
export function scenarioName(plan: Plan, overrides: readonly Override[], text: Messages, language: Language): string {
  const [first, ...more] = overrides
  if (first === undefined) return text.screen.scenarios.untitled
  const named = fill(text.screen.scenarios.named, { field: fieldName(plan, first, text), value: fieldValue(plan, first, text, language) }, language)
  return more.length === 0 ? named : fill(text.screen.scenarios.namedMore, { name: named, n: more.length }, language)
}
