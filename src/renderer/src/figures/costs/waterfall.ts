/** From FLOP to dollars: what each part adds to the cost of a run, and serving beside the total. Pure. */
import { fill } from '../../../../shared/text/fill'
import { listed } from '../../../../shared/text/names'
import type { BarsSpec, Row } from '../bars/spec'
import { drawn, drawnMoney, money, PARTS, rateWords, type CostWords, type Estimate, type MethodUsd, type PartId } from './words'

interface Step {
  id: PartId
  part: number
  from: number
  to: number
}
/** The parts one after the other, each from where the one before ended. */
function stepsOf(cost: MethodUsd): Step[] {
  let to = 0
  return PARTS.map((id) => {
    const from = to
    to += cost[id]
    return { id, part: cost[id], from, to }
  })
}

/** @param base what the same run costs in the base, while a scenario is on screen */
export function costWaterfall(estimate: Estimate, base: Estimate | null, words: CostWords): BarsSpec {
  const { text, language } = words
  const t = text.waterfall
  const { method, methods, acceleratorHours, prices, usd } = estimate
  const chosen = methods[method] ?? methods.rent
  const was = base?.methods[method] ?? null
  const behind = was === null ? [] : stepsOf(was)
  const ghostOf = (from: number, to: number): Row['ghost'] => ({ name: text.base, from: drawn(from, words), to: drawn(to, words) })
  const rows = stepsOf(chosen).map(({ id, part, from, to }, i): Row => {
    const before = behind[i]
    return {
      id,
      name: id === 'hardware' && method !== 'rent' ? text.methodLong[method] : t.parts[id],
      stretches: part === 0 ? [] : [{ name: '', from: drawn(from, words), to: drawn(to, words), tone: id === 'hardware' ? 'ink' : 'ink2' }],
      label: money(part, words),
      tone: part === 0 ? 'ink3' : 'ink',
      ...(before === undefined || before.part === 0 ? {} : { ghost: ghostOf(before.from, before.to) }),
      ...(part === 0 ? {} : { joins: drawn(from, words) })
    }
  })
  const total: Row = {
    id: 'total',
    name: t.total,
    strong: true,
    stretches: [{ name: t.total, from: 0, to: drawn(chosen.total, words), tone: 'ink' }],
    label: money(chosen.total, words),
    ...(was === null ? {} : { ghost: ghostOf(0, was.total) }),
    ...(method === 'rent' ? { range: { low: drawn(estimate.rentRange.p5, words), high: drawn(estimate.rentRange.p95, words) } } : {})
  }
  const serving: Row = {
    id: 'serving',
    name: t.serving,
    stretches: [{ name: t.serving, from: 0, to: drawn(usd.inference, words), tone: 'ink3', look: 'outline' }],
    label: money(usd.inference, words),
    tone: 'ink3'
  }
  const price = money(prices.usdPerHour, words)
  const others = PARTS.filter((id) => id !== 'hardware' && chosen[id] > 0)
  const rest = listed(
    others.map((id) => fill(t.part, { part: t.parts[id], usd: money(chosen[id], words) }, language)),
    language
  )
  const end = language === 'zh' ? '。' : '.'
  return {
    rows: [...rows, total, ...(usd.inference > 0 ? [serving] : [])],
    axis: t.axis,
    say: drawnMoney(words),
    header: [t.header.row, t.header.part, t.header.from, t.header.to],
    finding: method === 'rent' ? fill(t.finding, { hours: acceleratorHours, price }, language) : fill(t.findingOwned, { hours: acceleratorHours }, language),
    sentence:
      fill(t.sentence, { hours: acceleratorHours, total: money(chosen.total, words), hardware: money(chosen.hardware, words), rest: rest || '–' }, language) +
      end +
      (was === null ? '' : fill(t.sentenceBase, { total: money(was.total, words) }, language)),
    sources: [fill(t.source, { price, date: prices.usdPerHourAsOf }, language), ...(method === 'rent' ? [] : [text.methods.source]), ...rateWords(words)]
  }
}
