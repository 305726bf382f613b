/** What a scenario's changes and the outcomes of its plan are called in the reader's language, and how values are written. */
import { targetOutcomeOf, type OutcomeId } from '../plan/outcomes'
import { inputOfOverride } from '../plan/overrideInput'
import { valueOf } from '../plan/scenarioEdits'
import type { Override, Plan } from '../plan/schema'
import { fill } from './fill'
import { formatBelief, formatText, plain } from './format'
import type { Language, Messages } from './messages'
import { nameOfTarget } from './names'

type Field = Pick<Override, 'target' | 'field'> & { value?: unknown }

/** Name of an overridden field: "Price per hour", "Wanted probability of code generation"; the field's own path where it has no name. */
export function fieldName(plan: Plan, field: Field, text: Messages): string {
  const input = inputOfOverride(plan, field)
  const short: Readonly<Record<string, string>> = text.screen.inputs
  const fields: Readonly<Record<string, string>> = text.screen.scenarios.fields
  const name = input === null ? (fields[field.field] ?? field.field) : (short[input.key] ?? text.quantities.inputs[input.key])
  return field.target === null ? name : text.screen.steps.target.replace('{field}', name).replace('{name}', nameOfTarget(plan, field.target, text).short)
}

/** What a plan has in a field, in words: a number with its unit, a choice by its name. */
export function fieldValue(plan: Plan, field: Field, text: Messages, language: Language): string {
  const input = inputOfOverride(plan, field)
  if (input !== null) {
    const typed = input.typed(plan)
    if (typed === null && input.key === 'tokensPerParameter') return text.screen.whatIf.optimum
    return typed === null ? text.screen.field.none : plain(formatBelief(typed, input.kind, language))
  }
  return choiceWords(plan, field.value ?? valueOf(plan, field), text, language)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A choice by what names it in the catalogue: a law, a target, an accelerator; else what it holds. */
function choiceWords(plan: Plan, value: unknown, text: Messages, language: Language): string {
  const laws: Readonly<Record<string, string>> = text.screen.laws
  const words: Readonly<Record<string, string>> = text.screen.scenarios.values
  if (value === null || value === undefined) return text.screen.field.none
  if (typeof value === 'string') {
    if (plan.targets.some(({ id }) => id === value)) return nameOfTarget(plan, value, text).long
    return laws[value] ?? words[value] ?? value
  }
  if (typeof value === 'number') return formatText(value, 'number', language)
  if (typeof value === 'boolean') return words[String(value)] ?? String(value)
  if (Array.isArray(value)) return fill(text.screen.scenarios.entries, { n: value.length }, language)
  if (!isRecord(value)) return String(value)
  if (typeof value['name'] === 'string' && value['name'] !== '') return value['name']
  if (typeof value['id'] === 'string') return laws[value['id']] ?? value['id']
  if (typeof value['kind'] === 'string') return words[value['kind']] ?? value['kind']
  return Object.entries(value)
    .map(([key, held]) => `${key} ${typeof held === 'object' ? JSON.stringify(held) : String(held)}`)
    .join(', ')
}

export function outcomeName(plan: Plan, id: OutcomeId, text: Messages): string {
  const own = targetOutcomeOf(id)
  const names: Readonly<Record<string, string>> = text.screen.scenarios.outcomes
  const name = names[own?.outcome ?? id] ?? id
  return own === null ? name : name.replace('{name}', nameOfTarget(plan, own.target, text).inline)
}
