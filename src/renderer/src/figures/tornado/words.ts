/** What the tornado says: the longest bar, and the sentence for those who do not see it. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import { ghostOf, type Driver, type SwitchAt, type TornadoView } from './view'

const ends = ({ at, kind, low, high, name }: Driver, { kind: of, language, text }: TornadoView): Record<string, string> => {
  const outcome = (value: number | null): string => (value === null ? text.none : formatText(value, of, language))
  return { name, atLow: formatText(at.low, kind, language), atHigh: formatText(at.high, kind, language), low: outcome(low), high: outcome(high) }
}

export function finding(view: TornadoView): string {
  const [first] = view.drivers
  return first === undefined ? '' : fill(view.text.finding, ends(first, view), view.language)
}

/** The outcome at a switch point: one number, or those on its two sides where they differ in words. */
export function switchOutcome({ low, high }: SwitchAt, { kind, text, language }: Pick<TornadoView, 'kind' | 'text' | 'language'>): string {
  const [below, above] = [low, high].map((value) => (value === null ? text.none : formatText(value, kind, language)))
  return below === above ? below! : fill(text.jump, { low: below!, high: above! }, language)
}

/** What a row is called for those who hear it, with the base's row and where the path changes. */
export function rowWords(driver: Driver, view: TornadoView): string {
  const { text, language } = view
  const ghost = ghostOf(view, driver)
  const parts = [fill(text.row, ends(driver, view), language)]
  if (ghost !== null) parts.push(fill(text.ghost.row, ends(ghost, view), language))
  if (driver.switches.length > 0) parts.push(fill(text.changes, { points: driver.switches.map(({ words }) => words).join(text.semicolon) }, language))
  return parts.join(language === 'en' ? ' ' : '')
}

export function sentence(view: TornadoView): string {
  const { drivers, base, ghost, kind, outcome, text, language, exact } = view
  const shown = drivers.slice(0, 3).map((driver) => rowWords(driver, view))
  const opening = fill(exact ? text.sentenceExact : text.sentence, { outcome, base: formatText(base, kind, language) }, language)
  const was = ghost === null ? [] : [fill(text.ghost.sentence, { base: ghost.base === null ? text.none : formatText(ghost.base, kind, language) }, language)]
  return [opening, ...was, ...shown].join(language === 'en' ? ' ' : '')
}
