/** The same work on every accelerator, by one measure, least first. Pure. */
import type { Output } from '../../../../shared/contract'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import { listed } from '../../../../shared/text/names'
import type { BarsSpec, Row } from '../bars/spec'
import { drawn, drawnMoney, money, rateWords, type CostWords } from './words'

export type AcceleratorCost = Output<'costs.accelerators'>['accelerators'][number]
export type Measure = 'rent' | 'amortised' | 'purchase' | 'hours' | 'days' | 'energy'

/** A row's value of a measure; null where no price is listed. */
export function measured({ usd, acceleratorHours, days, energyKwh }: AcceleratorCost, measure: Measure): number | null {
  if (measure === 'hours') return acceleratorHours
  if (measure === 'days') return days
  return measure === 'energy' ? energyKwh : usd[measure]
}

const isMoney = (measure: Measure): boolean => measure === 'rent' || measure === 'amortised' || measure === 'purchase'
const KIND = { hours: 'hours', days: 'days', energy: 'kwh' } as const

/** Least first; what has no value last, in the catalogue's order. */
export const ranked = (rows: readonly AcceleratorCost[], measure: Measure): AcceleratorCost[] =>
  [...rows].sort((a, b) => (measured(a, measure) ?? Infinity) - (measured(b, measure) ?? Infinity) || 0)

export interface About {
  measure: Measure
  /** Accelerators of the plan, and the id of its kind. */
  count: number
  own: string
  /** The same work of the base, while a scenario is on screen. */
  base: readonly AcceleratorCost[] | null
}

export function acceleratorBars({ C, accelerators }: Output<'costs.accelerators'>, { measure, count, own, base }: About, words: CostWords): BarsSpec {
  const { text, language } = words
  const t = text.accelerators
  const asDrawn = (value: number): number => (isMoney(measure) ? drawn(value, words) : value)
  const say = (value: number): string => (isMoney(measure) ? money(value, words) : formatText(value, KIND[measure as keyof typeof KIND], language))
  const rows = ranked(accelerators, measure).map((row): Row => {
    const value = measured(row, measure)
    const before = base?.find(({ id }) => id === row.id)
    const was = before === undefined ? null : measured(before, measure)
    return {
      id: row.id,
      name: row.name,
      strong: row.id === own,
      stretches: value === null ? [] : [{ name: '', from: 0, to: asDrawn(value), tone: row.id === own ? 'ink' : 'ink3' }],
      ...(was === null ? {} : { ghost: { name: text.base, from: 0, to: asDrawn(was) } }),
      label: [value === null ? t.none : say(value), row.fits ? '' : fill(t.tooFew, { n: count }, language)].filter((part) => part !== '').join(' · '),
      tone: row.fits && value !== null ? 'ink' : 'ink3'
    }
  })
  const known = ranked(accelerators, measure).filter((row) => measured(row, measure) !== null)
  const first = known[0]
  const each = known.map((row) => fill(t.each, { name: row.name, value: say(measured(row, measure)!) }, language))
  return {
    rows,
    axis: fill(t.axis, { measure: t.measures[measure], n: count }, language),
    say: isMoney(measure) ? drawnMoney(words) : say,
    header: [t.header.row, t.header.part, t.header.from, t.header.to],
    finding:
      first === undefined
        ? ''
        : fill(t.finding, { n: count, C, measure: t.measures[measure], name: first.name, value: say(measured(first, measure)!) }, language),
    sentence: fill(t.sentence, { measure: t.measures[measure], list: listed(each, language) }, language),
    sources: [...new Set(accelerators.map(({ source, asOf }) => `${source}, ${asOf}`))].slice(0, 1).concat(rateWords(words))
  }
}
