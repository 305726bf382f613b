/** Notes as a reader sees them: in their language, targets by name, and notes that say the same of several targets as one. */
import type { Note } from '../notes'
import type { Plan } from '../plan/schema'
import { fill } from './fill'
import { messages, type Language } from './messages'
import { listed, targetName } from './names'

export interface SaidNote {
  code: string
  text: string
  /** Fields of the plan that it is about. */
  paths: string[]
}

const rest = ({ values }: Note): string => JSON.stringify(Object.entries(values).filter(([key]) => key !== 'target' && key !== 'targetId'))

/** One note in the reader's language. */
export function sayNote(note: Note, plan: Pick<Plan, 'targets'>, language: Language): string {
  return sayNotes([note], plan, language)[0]!.text
}

export function sayNotes(notes: readonly Note[], plan: Pick<Plan, 'targets'>, language: Language): SaidNote[] {
  const groups = new Map<string, Note[]>()
  for (const note of notes) {
    const key = `${note.code} ${rest(note)} ${'targetId' in note.values}`
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  const templates: Readonly<Record<string, string>> = messages[language].notes
  return [...groups.values()].map((group) => {
    const first = group[0]!
    const ids = new Set(group.map(({ values }) => values['targetId']))
    const names = plan.targets.filter(({ id }) => ids.has(id)).map((t) => targetName(t, messages[language]).inline)
    const template = templates[first.code]
    const text =
      template === undefined ? first.message : fill(template, names.length > 0 ? { ...first.values, target: listed(names, language) } : first.values, language)
    return { code: first.code, text: capitalised(text), paths: group.flatMap(({ path }) => (path === undefined ? [] : [path])) }
  })
}

/** A sentence that begins with a word; one that begins with a symbol (β, a constant's name) keeps it. */
const capitalised = (text: string): string => (/^[a-z][a-z’ ]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text)
