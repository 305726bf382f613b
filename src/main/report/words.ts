/** Numbers and names of the report: as plain text for figures and templates, as escaped HTML with raised exponents for the sheet. */
import type { Belief } from '../../shared/plan/rules'
import type { Plan } from '../../shared/plan/schema'
import { format, formatBelief, formatText, type FormatOptions, type Shown } from '../../shared/text/format'
import { messages, type Language } from '../../shared/text/messages'
import type { Kind } from '../../shared/text/units'
import { escape } from './escape'

export const plain = formatText

const markup = ({ before, exponent, after }: Shown): string => escape(before) + (exponent === null ? '' : `<sup>${escape(exponent)}</sup>`) + escape(after)

/** A number as escaped HTML, its exponent raised. */
export const html = (value: number, kind: Kind, language: Language, options: FormatOptions = {}): string => markup(format(value, kind, language, options))

/** A figure that is exact or a 90 % range. */
export const htmlBelief = (belief: Belief | { low: number; high: number | null }, kind: Kind, language: Language): string =>
  markup(formatBelief(belief, kind, language))

/** What each target is called in the reader's language: the planner's own name, else the catalogue's, else its id. */
export function targetNames(plan: Plan, language: Language): Map<string, string> {
  const names: Record<string, unknown> = messages[language].capabilities
  return new Map(
    plan.targets.map((t) => {
      const known = t.capability === null ? undefined : names[t.capability]
      const long = typeof known === 'string' ? known : typeof known === 'object' && known !== null && 'long' in known ? String(known.long) : undefined
      return [t.id, t.name || long || t.id]
    })
  )
}
