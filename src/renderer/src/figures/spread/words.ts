/** What the figure of a spread says: the chance that was brushed, and the sentence for those who do not see it. */
import { chanceText } from '../../../../shared/text/chance'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language } from '../../../../shared/text/messages'
import type { Kind } from '../../../../shared/text/units'
import type { Distribution } from '../../../../shared/contract/distribution'
import { baseIsAsked } from './base'
import type { Ends, SpreadView, SureText } from './view'

/** The sentence for a range, with places {name}, {from}, {to}, {p}. */
export function chanceTemplate({ from, to }: Ends, text: SureText): string {
  if (from === null) return to === null ? text.whole : text.atMost
  return to === null ? text.atLeast : text.between
}

/** `P(cost ≤ $3M) = 62.1 % ± 0.2`. */
export function chanceWords(range: Ends, chance: Distribution['chance'], kind: Kind, short: string, text: SureText, language: Language): string {
  const end = (value: number | null): string => (value === null ? '' : formatText(value, kind, language))
  return fill(chanceTemplate(range, text), { name: short, from: end(range.from), to: end(range.to), p: chanceText(chance) }, language)
}

type Said = Pick<SpreadView, 'range' | 'base' | 'text' | 'language' | 'name' | 'short'>

/** Middle, 90 % range, and how often no run suffices. */
function spreadWords({ percentiles, never, kind }: Distribution, template: string, { text, language, name }: Said): string[] {
  const at = (p: number): number | null => percentiles.find((each) => each.p === p)?.value ?? null
  const [p5, p50, p95] = [at(0.05), at(0.5), at(0.95)]
  const value = (x: number): string => formatText(x, kind, language)
  const parts: string[] = []
  if (p5 !== null && p50 !== null && p95 !== null) parts.push(fill(template, { name, p5: value(p5), p50: value(p50), p95: value(p95) }, language))
  if (never.value !== null && never.value > 0) parts.push(`${fill(text.never, { p: chanceText(never) }, language)}${language === 'en' ? '.' : '。'}`)
  return parts
}

/** What the base is, for those who do not see its outline. */
export function baseWords(view: Said): string[] {
  const { base, text, language, range, short } = view
  if (base === null) return []
  const { distribution } = base
  const parts = spreadWords(distribution, distribution.curve === null ? text.base.exact : text.base.sentence, view)
  if (!baseIsAsked(view)) return parts
  const chance = chanceWords(range, distribution.chance, distribution.kind, short, text, language)
  return [...parts, fill(text.base.chance, { chance }, language)]
}

export function sentence(view: SpreadView): string {
  const { distribution, range, text, language, short } = view
  const chance = chanceWords(range, distribution.chance, distribution.kind, short, text, language)
  const stop = language === 'en' ? '.' : '。'
  const behind = baseWords(view)
  return [...spreadWords(distribution, text.sentence, view), behind.length === 0 ? chance : `${chance}${stop}`, ...behind].join(language === 'en' ? ' ' : '')
}
