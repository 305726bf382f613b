/** What stands at the ends of a bar: the input's own values, on the side on which the outcome lies there. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import { valuesOf, type Driver, type TornadoView } from './view'

export interface BarEnds {
  /** Extent of the bar, and of the bar with the outline of the held path and the switch points. */
  from: number
  to: number
  outer: { from: number; to: number }
  /** Words left and right of it; empty where there are none. */
  left: string
  right: string
  /** Values of the input at which the outcome has none. */
  none: string
}

/** Both ends may lie on one side of the base: then both values stand there, in the order of their places. */
export function endsOf(driver: Driver, { base, language, text }: Pick<TornadoView, 'base' | 'language' | 'text'>): BarEnds {
  const { at, kind, low, high } = driver
  const words = (value: number): string => formatText(value, kind, language)
  const ends = [
    { words: words(at.low), value: low },
    { words: words(at.high), value: high }
  ]
  const known = ends.filter((end): end is { words: string; value: number } => end.value !== null).sort((a, b) => a.value - b.value)
  const side = (of: readonly { words: string }[]): string => of.map((end) => end.words).join(' · ')
  const none = ends.filter(({ value }) => value === null)
  const values = [base, ...known.map(({ value }) => value)]
  const all = [...values, ...valuesOf(driver)]
  return {
    from: Math.min(...values),
    to: Math.max(...values),
    outer: { from: Math.min(...all), to: Math.max(...all) },
    left: side(known.filter(({ value }) => value < base)),
    right: side(known.filter(({ value }) => value > base)),
    none: none.length === 0 ? '' : fill(text.noValue, { at: side(none) }, language)
  }
}
