/** What targets are called in the reader's language: the planner's own name, else the catalogue's, else the id. */
import type { Plan, Target } from '../plan/schema'
import type { Language, Messages } from './messages'

export interface Name {
  readonly long: string
  /** For narrow places. */
  readonly short: string
  /** Inside a sentence: an English catalogue name loses its capital, the planner's own name stays as written. */
  readonly inline: string
}

type Named = Pick<Target, 'id' | 'name' | 'capability'>

type Words = Pick<Messages, 'capabilities'>

export function capabilityName(id: string, text: Words): Name {
  const names: Readonly<Record<string, { long: string; short: string }>> = text.capabilities
  const known = names[id]
  return known ? { ...known, inline: known.long.charAt(0).toLowerCase() + known.long.slice(1) } : { long: id, short: id, inline: id }
}

export const targetName = (target: Named, text: Words): Name =>
  target.name === '' ? capabilityName(target.capability ?? target.id, text) : { long: target.name, short: target.name, inline: target.name }

/** Name of a target of a plan; its id where the plan has none such. */
export const nameOfTarget = (plan: Plan, id: string, text: Words): Name => {
  const target = plan.targets.find((t) => t.id === id)
  return target ? targetName(target, text) : { long: id, short: id, inline: id }
}

/** Names joined as the language lists them. */
export const listed = (names: readonly string[], language: Language): string => names.join(language === 'zh' ? '、' : ', ')
