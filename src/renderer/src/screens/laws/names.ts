/** What laws and their sets of constants are called in the reader's language. */
import type { Messages } from '../../../../shared/text/messages'
import type { ListedLaw } from '../../state/lawQuestions'
import { PLAN_LAW } from '../../state/lawsKept'

type Texts = Messages['screen']

/** The reader's name of a law, else the engine's, else its id. */
export function lawName(id: string, text: Texts, list: readonly ListedLaw[] = []): string {
  const names: Readonly<Record<string, string>> = { ...text.lawPage.names, ...text.laws }
  return names[id] ?? list.find((law) => law.id === id)?.name ?? id
}

export const setName = (set: string, text: Texts): string => {
  const names: Readonly<Record<string, string>> = text.lawPage.sets
  return names[set] ?? set
}

/** The law looked at: that of the plan, or another. */
export const lookedAt = (law: string, own: string, text: Texts): string => lawName(law === PLAN_LAW ? own : law, text)
