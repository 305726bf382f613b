/** Numbers and names of the report: as plain text for figures and templates, as escaped HTML with raised exponents for the sheet. */
import type { Belief } from '../../shared/plan/rules'
import type { Plan } from '../../shared/plan/schema'
import { format, formatBelief, formatText, type FormatOptions, type Shown } from '../../shared/text/format'
import { messages, type Language } from '../../shared/text/messages'
import { targetName, type Name } from '../../shared/text/names'
import type { Kind } from '../../shared/text/units'
import { escape } from './escape'

export const plain = formatText

const markup = ({ before, exponent, after }: Shown): string => escape(before) + (exponent === null ? '' : `<sup>${escape(exponent)}</sup>`) + escape(after)

/** A number as escaped HTML, its exponent raised. */
export const html = (value: number, kind: Kind, language: Language, options: FormatOptions = {}): string => markup(format(value, kind, language, options))

/** A figure that is exact or a 90 % range. */
export const htmlBelief = (belief: Belief | { low: number; high: number | null }, kind: Kind, language: Language): string =>
  markup(formatBelief(belief, kind, language))

/** What each target is called, by its id. */
export const targetNames = (plan: Plan, language: Language): Map<string, Name> => new Map(plan.targets.map((t) => [t.id, targetName(t, messages[language])]))
