/** Why a scenario differs from the base: from the one value to the other, one bar for each change. Pure: from the engine's parts to everything drawn and said. */
import { formatDelta, type Better, type Delta } from '../../../shared/text/delta'
import { fill } from '../../../shared/text/fill'
import { formatText, plain } from '../../../shared/text/format'
import type { Language, Messages } from '../../../shared/text/messages'
import type { Kind } from '../../../shared/text/units'
import type { FigureTable } from './figureTable'
import type { Mark, TextMark } from './marks'
import { linearScale } from './scale'
import { bareLayout } from './lines'
import type { FigureTheme, Measure } from './theme'
import { linearTicks } from './linearTicks'
import { shortened } from './wrap'

export interface Part {
  /** Field that changes, and its values in words. */
  name: string
  from: string
  to: string
  /** What it makes of the difference, in the outcome's unit. */
  value: number
}

export interface WaterfallView {
  outcome: string
  kind: Kind
  better: Better
  /** Of the base and of the scenario. */
  from: number
  to: number
  parts: readonly Part[]
  method: 'shapley' | 'order'
  base: string
  scenario: string
  text: Messages['screen']['scenarios']
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
}

const MARGIN = { right: 16, top: 6, bottom: 24 } as const
const ROW = { least: 19, most: 34 } as const
const GAP = 8

/** Tone of a part as colours of the planner's interest; `same` has none. */
const toneOf = ({ tone }: Delta, theme: FigureTheme): string => ({ good: theme.good, bad: theme.bad, neutral: theme.ink3 })[tone]

/** A change with its arrow: "▼ $1.2M". */
const signed = (delta: Delta): string => (delta.amount === null ? delta.arrow : `${delta.arrow} ${plain(delta.amount)}`)

/** More changes than rows: the smallest together, or, where the order counts, the last. */
function within(view: WaterfallView, rows: number): Part[] {
  const { parts, method, text, language } = view
  if (parts.length <= rows) return [...parts]
  const kept = Math.max(1, rows - 1)
  const largest = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, kept)
  const shown = method === 'order' ? parts.slice(0, kept) : parts.filter((part) => largest.includes(part))
  const rest = parts.filter((part) => !shown.includes(part))
  const value = rest.reduce((sum, part) => sum + part.value, 0)
  return [...shown, { name: fill(text.changes, { n: rest.length }, language), from: '', to: '', value }]
}

export function waterfall(view: WaterfallView) {
  const { theme, language, kind, from, to, width, height, measure, better, base, scenario } = view
  const rows = Math.max(3, Math.floor((height - MARGIN.top - MARGIN.bottom) / ROW.least))
  const parts = within(view, rows - 2)
  const row = Math.min(ROW.most, (height - MARGIN.top - MARGIN.bottom) / (parts.length + 2))
  const label = Math.min(width * 0.42, Math.max(...[base, scenario, ...parts.map(({ name }) => name)].map((t) => measure(t, theme.small, 400))) + 4)
  const box = { left: label + GAP, right: width - MARGIN.right, top: MARGIN.top, bottom: MARGIN.top + row * (parts.length + 2) }

  const steps = parts.reduce<{ part: Part; a: number; b: number }[]>((all, part) => {
    const a = all.at(-1)?.b ?? from
    return [...all, { part, a, b: a + part.value }]
  }, [])
  const deltas = steps.map(({ a, b }) => formatDelta(a, b, kind, language, { better }))
  const values = [from, to, ...steps.map(({ b }) => b)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // Room beside the bars for what stands there.
  const room = Math.max(...deltas.map((d) => measure(signed(d), theme.small, 600)), measure(formatText(to, kind, language), theme.small, 600)) + 2 * GAP
  const pad = ((high - low || Math.abs(high) || 1) * room) / Math.max(1, box.right - box.left - 2 * room)
  const x = linearScale(low - pad, high + pad, box.left, box.right)
  const y = (i: number): number => box.top + row * (i + 0.5)

  const marks: Mark[] = []
  const word = (at: number, top: number, line: string, more: Partial<TextMark> = {}): TextMark => ({
    kind: 'text',
    x: at,
    y: top + theme.small * 0.36,
    lines: [line],
    lineHeight: theme.small,
    size: theme.small,
    weight: 400,
    anchor: 'start',
    fill: theme.ink2,
    ...more
  })
  for (const v of linearTicks(low - pad, high + pad, box.right - box.left, 90)) {
    const at = Math.round(x(v)) + 0.5
    marks.push({ kind: 'path', d: `M${at} ${box.top}V${box.bottom}`, stroke: theme.line2 })
    marks.push(word(at, box.bottom + 12, formatText(v, kind, language), { anchor: 'middle', size: theme.micro, lineHeight: theme.micro, fill: theme.ink3 }))
  }
  marks.push({ kind: 'path', d: `M${box.left} ${Math.round(box.bottom) + 0.5}H${box.right}`, stroke: theme.line3 })
  const ends = [
    { i: 0, name: base, value: from },
    { i: parts.length + 1, name: scenario, value: to }
  ]
  const bar = Math.min(14, row - 6)
  steps.forEach(({ part, a, b }, k) => {
    const i = k + 1
    const [x0, x1] = [Math.min(x(a), x(b)), Math.max(x(a), x(b))]
    const delta = deltas[k]!
    marks.push({ kind: 'path', d: `M${x(a)} ${y(i - 1)}V${y(i)}`, stroke: theme.line3, dash: '2 2' })
    if (x1 - x0 >= 0.5) marks.push({ kind: 'path', d: `M${x0} ${y(i) - bar / 2}H${x1}V${y(i) + bar / 2}H${x0}Z`, fill: toneOf(delta, theme) })
    marks.push(
      word(
        0,
        y(i),
        shortened(part.name, label, (t) => measure(t, theme.small, 400))
      )
    )
    const right = b >= a
    marks.push(
      word(right ? x1 + GAP : x0 - GAP, y(i), signed(delta), { anchor: right ? 'start' : 'end', weight: 600, fill: toneOf(delta, theme), halo: theme.paper })
    )
  })
  marks.push({ kind: 'path', d: `M${x(to)} ${y(parts.length)}V${y(parts.length + 1)}`, stroke: theme.line3, dash: '2 2' })
  for (const { i, name, value } of ends) {
    marks.push({ kind: 'circle', x: x(value), y: y(i), r: 5, fill: i === 0 ? theme.paper : theme.ink, stroke: theme.ink, width: 1.5 })
    marks.push(
      word(
        0,
        y(i),
        shortened(name, label, (t) => measure(t, theme.small, 600)),
        { weight: 600, fill: theme.ink }
      )
    )
    marks.push(word(x(value) + GAP + 2, y(i), formatText(value, kind, language), { weight: 600, fill: theme.ink, halo: theme.paper }))
  }

  return { traces: [], layout: bareLayout(view, box), marks, ...words(view), tables: () => tables(view), sheet: () => sheet(view) }
}

function words({ outcome, kind, better, from, to, parts, method, scenario, text, language }: WaterfallView): { finding: string; sentence: string } {
  const t = text.waterfall
  const deltas = parts.map((part) => ({ part, delta: formatDelta(from, from + part.value, kind, language, { better }) }))
  const most = [...deltas].sort((a, b) => Math.abs(b.part.value) - Math.abs(a.part.value))[0]
  const finding =
    most === undefined || most.delta.amount === null
      ? fill(t.nothing, { outcome, method: t[method] }, language)
      : fill(t.most, { field: most.part.name, part: signed(most.delta), method: t[method] }, language)
  const head = fill(t.sentence, { outcome, name: scenario, from: formatText(from, kind, language), to: formatText(to, kind, language) }, language)
  const each = deltas.map(({ part, delta }) =>
    fill(t.part, { field: part.name, part: delta.amount === null ? delta.arrow : `${delta.sign}${plain(delta.amount)}` }, language)
  )
  return { finding, sentence: [head, ...each, `${t[method]}${language === 'zh' ? '。' : '.'}`].join(language === 'zh' ? '' : ' ') }
}

function tables({ outcome, kind, better, from, to, parts, base, scenario, text, language }: WaterfallView): FigureTable[] {
  const t = text.waterfall
  const rows = parts.map((part) => ({
    strong: false,
    cells: [part.name, part.from, part.to, signed(formatDelta(from, from + part.value, kind, language, { better }))]
  }))
  const end = (name: string, value: number) => ({ strong: true, cells: [name, '', '', formatText(value, kind, language)] })
  return [{ title: `${t.table}: ${outcome}`, header: [t.change, t.from, t.to, t.effect], texts: [0], rows: [end(base, from), ...rows, end(scenario, to)] }]
}

/** Numbers unrounded. */
function sheet({ outcome, from, to, parts, method, base, scenario, text }: WaterfallView): (string | number)[][] {
  const t = text.waterfall
  return [
    [t.change, t.from, t.to, outcome],
    [base, '', '', from],
    ...parts.map((part) => [part.name, part.from, part.to, part.value]),
    [scenario, '', '', to],
    [],
    [t[method]]
  ]
}
