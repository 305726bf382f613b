/** The three ways to pay for hardware at equal work, part by part. Pure. */
import { fill } from '../../../../shared/text/fill'
import { listed } from '../../../../shared/text/names'
import type { BarsSpec, Row, Stretch } from '../bars/spec'
import { drawn, drawnMoney, money, PARTS, rateWords, type CostWords, type Estimate } from './words'

const WAYS = ['rent', 'amortised', 'purchase'] as const

/** @param base what the same run costs in the base, while a scenario is on screen */
export function methodBars({ methods, method }: Estimate, base: Estimate | null, words: CostWords): BarsSpec {
  const { text, language } = words
  const t = text.methods
  const rows = WAYS.map((way): Row => {
    const cost = methods[way]
    if (cost === null) return { id: way, name: text.methodLong[way], stretches: [], label: t.none, tone: 'ink3' }
    let at = 0
    const stretches = PARTS.flatMap((id, place): Stretch[] => {
      const from = at
      at += cost[id]
      return cost[id] > 0
        ? [{ name: text.waterfall.parts[id], from: drawn(from, words), to: drawn(at, words), tone: id === 'hardware' ? 'ink2' : place - 1 }]
        : []
    })
    const was = base?.methods[way]?.total
    return {
      id: way,
      name: text.methodLong[way],
      strong: way === method,
      stretches,
      label: money(cost.total, words),
      ...(was === undefined ? {} : { ghost: { name: text.base, from: 0, to: drawn(was, words) } })
    }
  })
  const known = WAYS.flatMap((way) => {
    const cost = methods[way]
    return cost === null ? [] : [{ way, total: cost.total }]
  })
  const least = known.reduce((best, one) => (one.total < best.total ? one : best))
  const each = ({ way, total }: { way: (typeof WAYS)[number]; total: number }): string =>
    fill(t.each, { usd: money(total, words), method: text.method[way].toLowerCase() }, language)
  return {
    rows,
    axis: t.axis,
    say: drawnMoney(words),
    header: [t.header.row, t.header.part, t.header.from, t.header.to],
    finding: fill(t.finding, { method: text.method[least.way].toLowerCase(), usd: money(least.total, words) }, language),
    sentence: fill(t.sentence, { list: listed(known.map(each), language) }, language),
    sources: [t.source, ...rateWords(words)]
  }
}
