/** How the inputs of the registry are typed and moved on this screen: every way in ends as one named step of the plan. */
import { setInput, slideInput } from '../../../shared/plan/edits'
import type { Input } from '../../../shared/plan/inputs'
import type { Plan } from '../../../shared/plan/schema'
import { fill } from '../../../shared/text/fill'
import type { Language, Messages } from '../../../shared/text/messages'
import { parseQuantity, type ParseRule, type ParsedValue } from '../../../shared/text/parse'
import type { Kind } from '../../../shared/text/units'
import type { Read } from './reading'
import { reader } from './language.svelte'
import { stepOf } from './naming'
import { planning } from './plan.svelte'

/** The sentence of a code with its values, in the reader's language; the code itself where the catalogue has none. */
export function sentenceOf(code: string, values: Record<string, number | string>, text: Messages, language: Language): string {
  const notes: Readonly<Record<string, string>> = text.notes
  return fill(notes[code] ?? code, values, language)
}

/** Reads a quantity of a kind and hands what was understood to `keep`. */
export const readQuantity =
  (kind: Kind, rule: ParseRule, keep: (value: ParsedValue) => void): Read =>
  (text) => {
    const parsed = parseQuantity(text, kind, reader.language, rule)
    if (!parsed.ok) return { ok: false, reason: sentenceOf(parsed.code, parsed.values, reader.text, reader.language) }
    return { ok: true, echo: parsed.echo, keep: () => keep(parsed.value) }
  }

/** Reads an input of the registry; keeping it is one step. */
export const readInput = (plan: Plan, input: Input): Read =>
  readQuantity(input.kind, input.rule, (value) => planning.edit(stepOf(plan, input), (now) => setInput(now, input.id, value)))

/** Reads an input into a scenario that need not be on screen; null is the base. */
export const readInputIn = (view: string | null, plan: Plan, input: Input): Read =>
  readQuantity(input.kind, input.rule, (value) => planning.editIn(view, stepOf(plan, input), (now) => setInput(now, input.id, value)))

/** Moves an input by its slider; the moves of one gesture are one step. */
export function moveInput(plan: Plan, input: Input, value: number, gesture: symbol): void {
  planning.edit(stepOf(plan, input), (now) => slideInput(now, input.id, value), gesture)
}
