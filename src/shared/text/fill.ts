/**
 * Fills the places of a template with values formatted for a language.
 * `{name|kind}`: kind is a kind of number (`units.ts`), or
 *   `text`, `date`  as it is;
 *   `kind`          a number of the kind that `values.kind` names;
 *   `words`, `Words`, `example`  how the kind in this value is called (at the start of a sentence: `Words`) and written;
 *   `dimension`     what a unit measures.
 * `{name?row:rows}` is the first where the number is 1, else the second.
 * A place without a kind takes text as it is and a number as a plain number. A place without a value stays visible as `{name}`: a fault, but not a crash.
 */
import { formatText } from './format'
import type { Language } from './messages'
import { DIMENSION_WORDS, KIND_WORDS, KINDS, type Dimension, type Kind } from './units'

const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name)
const isDimension = (name: string): name is Dimension => Object.hasOwn(DIMENSION_WORDS, name)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function inWords(value: string, kind: string, language: Language): string {
  if (kind === 'dimension') return isDimension(value) ? DIMENSION_WORDS[value][language] : value
  if (!isKind(value)) return value
  if (kind === 'words') return KIND_WORDS[value].words[language]
  if (kind === 'Words') return capital(KIND_WORDS[value].words[language])
  if (kind === 'example') return KIND_WORDS[value].example[language]
  return value
}

export function fill(template: string, values: Record<string, number | string>, language: Language): string {
  const agreed = template.replace(/\{(\w+)\?([^:{}]*):([^{}]*)\}/g, (_place, name: string, one: string, many: string) => (values[name] === 1 ? one : many))
  return agreed.replace(/\{(\w+)(?:\|(\w+))?\}/g, (place, name: string, asked = 'number') => {
    const value = values[name]
    if (value === undefined) return place
    if (typeof value === 'string') return inWords(value, asked, language)
    if (!Number.isFinite(value)) return place
    const kind = asked === 'kind' ? values.kind : asked
    // A share at a bound is named exactly: 100 %, not "> 99 %".
    const named = kind === 'probability' && asked === 'kind' ? 'percent' : kind
    return formatText(value, typeof named === 'string' && isKind(named) ? named : 'number', language)
  })
}
