/** What the tornado says: the longest bar, and the sentence for those who do not see it. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Driver, TornadoView } from './view'

const ends = ({ at, kind, low, high, name }: Driver, { kind: of, language, text }: TornadoView): Record<string, string> => {
  const outcome = (value: number | null): string => (value === null ? text.none : formatText(value, of, language))
  return { name, atLow: formatText(at.low, kind, language), atHigh: formatText(at.high, kind, language), low: outcome(low), high: outcome(high) }
}

export function finding(view: TornadoView): string {
  const [first] = view.drivers
  return first === undefined ? '' : fill(view.text.finding, ends(first, view), view.language)
}

/** What a row is called for those who hear it. */
export const rowWords = (driver: Driver, view: TornadoView): string => fill(view.text.row, ends(driver, view), view.language)

export function sentence(view: TornadoView): string {
  const { drivers, base, kind, outcome, text, language, exact } = view
  const shown = drivers.slice(0, 3).map((driver) => rowWords(driver, view))
  const opening = fill(exact ? text.sentenceExact : text.sentence, { outcome, base: formatText(base, kind, language) }, language)
  return [opening, ...shown].join(language === 'en' ? ' ' : '')
}
