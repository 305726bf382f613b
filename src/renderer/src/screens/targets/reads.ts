/** How texts and dates of evidence are typed. */
import type { Read } from '../../state/reading'
import { reader } from '../../state/language.svelte'

/** A text of at most `longest` characters, trimmed. */
export const readText =
  (longest: number, keep: (text: string) => void, refuse: (text: string) => string | null = () => null): Read =>
  (typed) => {
    const text = typed.trim()
    const reason = text.length > longest ? reader.text.screen.targets.entries.tooLong.replace('{n}', String(longest)) : refuse(text)
    return reason === null ? { ok: true, echo: text, keep: () => keep(text) } : { ok: false, reason }
  }

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** A year, month or day; nothing for "not known". */
export const readDate = (keep: (date: string | null) => void): Read =>
  readText(
    10,
    (text) => keep(text === '' ? null : text),
    (text) => (text === '' || DATE.test(text) ? null : reader.text.screen.targets.entries.dateProblem)
  )
