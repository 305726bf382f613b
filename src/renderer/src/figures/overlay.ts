/** The chance of all targets against money, of the base and of every scenario: one curve each, named where it runs. Pure. */
import type { Frontier } from '../../../shared/outcome'
import { fill } from '../../../shared/text/fill'
import { formatText } from '../../../shared/text/format'
import type { Language, Messages } from '../../../shared/text/messages'
import { firstReaches, valueAt } from './curve'
import type { FigureTable } from './figureTable'
import { namePlaces, type Setting } from './frontier/labelPlaces'
import type { Mark } from './marks'
import { place, type Trail, type Wish } from './place'
import { linearScale, logScale } from './scale'
import { bareLayout } from './lines'
import { seriesStyle, type FigureTheme, type Measure, type SeriesStyle } from './theme'
import { seen } from './thin'
import { logTicks, minorTicks } from './ticks'
import { brokenLines } from './wrap'
import { heightsOf } from './heights'

export interface OverlayView {
  /** The base first. */
  plans: readonly { id: string | null; name: string; frontier: Frontier }[]
  /** What is on screen. */
  chosen: string | null
  text: Messages['screen']['scenarios']
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
  previous: ReadonlyMap<string, string> | undefined
}

const MARGIN = { left: 44, right: 14, top: 10, bottom: 24 } as const
/** Rows of the table: one for each of these shares of the visible range, as money. */
const TABLE_ROWS = 12
const LONGEST = 150
const OVER = 26

const keyOf = (id: string | null): string => id ?? ' base'

/** From where the first curve leaves 0 to where the last has arrived; never more than was computed. */
function rangeOf(plans: OverlayView['plans']): [number, number] {
  const froms = plans.flatMap(({ frontier: { x, all } }) => {
    const i = all.findIndex((p) => p >= 0.01)
    return i < 0 ? [] : [x[Math.max(0, i - 1)]!]
  })
  const tos = plans.map(({ frontier: { x, all } }) => {
    const most = all.at(-1)!
    return x[all.findIndex((p) => p >= most - 0.005)]! * 1.25
  })
  const from = Math.min(...(froms.length > 0 ? froms : plans.map(({ frontier }) => frontier.x[0]!)))
  const to = Math.max(...tos)
  return to > from * 1.5 ? [from, to] : [from / 1.5, from * 1.5]
}

export function overlay(view: OverlayView) {
  const { plans, theme, language, measure, width, height, chosen } = view
  const [from, to] = rangeOf(plans)
  const box = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom }
  const frame = { ...box, from, to, x: logScale(from, to, box.left, box.right), y: linearScale(0, 1, box.bottom, box.top) }
  const style = (i: number): SeriesStyle => {
    const own = plans[i]!.id === chosen
    return i === 0 ? { colour: theme.ink, dash: '', width: own ? 2.75 : 2 } : seriesStyle(i - 1, theme, own)
  }

  const marks: Mark[] = []
  for (const p of [0.25, 0.5, 0.75, 1]) marks.push({ kind: 'path', d: `M${box.left} ${Math.round(frame.y(p)) + 0.5}H${box.right}`, stroke: theme.line2 })
  for (const p of [0, 0.25, 0.5, 0.75, 1])
    marks.push({
      ...caption(theme),
      x: box.left - 8,
      y: frame.y(p) + theme.micro * 0.36,
      anchor: 'end',
      lines: [p === 1 ? formatText(1, 'percent', language) : `${p * 100}`]
    })
  const edge = Math.round(box.bottom) + 0.5
  const major = logTicks(from, to, box.right - box.left, 64)
  let d = `M${box.left} ${edge}H${box.right}`
  for (const v of minorTicks(from, to)) d += `M${frame.x(v).toFixed(1)} ${edge}v${major.includes(v) ? 5 : 3}`
  marks.push({ kind: 'path', d, stroke: theme.line3 })
  for (const v of major) {
    const words = formatText(v, 'usd', language)
    if (frame.x(v) + measure(words, theme.micro, 400) / 2 < width)
      marks.push({ ...caption(theme), x: frame.x(v), y: box.bottom + 8 + theme.micro * 0.82, anchor: 'middle', lines: [words] })
  }

  // Curves: marks, as the axes are, so that all of the figure is drawn at once.
  const setting: Setting = { size: theme.small, weight: 600, lineHeight: Math.round(theme.small * 1.2), measure }
  const trails: Trail[] = []
  const wishes: Wish[] = []
  plans.forEach(({ id, name, frontier: { x, all } }, i) => {
    const { colour, dash, width: thick } = style(i)
    const px = x.map(frame.x)
    const kept = seen(px, all.map(frame.y), box.left, box.right)
    const points = kept.flatMap((k) => within(px, all, k, frame))
    if (points.length > 1) marks.push({ kind: 'path', d: `M${points.join('L')}`, stroke: colour, width: thick, dash: dash.replaceAll('px', '') })
    const heights = heightsOf(px, all, frame)
    trails.push({ start: box.left, heights, cost: OVER })
    const broken = brokenLines(name, LONGEST, (t) => measure(t, theme.small, 600))
    wishes.push({ id: keyOf(id), order: id === chosen ? 0 : 1 + i / 100, places: namePlaces(broken, { x, y: all, heights }, frame, setting) })
  })
  const bounds = { x0: box.left + 3, x1: box.right, y0: box.top - 1, y1: box.bottom - 2 }
  const placed = place(wishes, bounds, [], trails, [], view.previous)
  plans.forEach(({ id }, i) => {
    const at = placed.get(keyOf(id))
    if (at === undefined) return
    const { x, y, lines, anchor } = at
    marks.push({
      kind: 'text',
      x,
      y,
      lines,
      anchor,
      fill: style(i).colour,
      halo: theme.paper,
      size: theme.small,
      weight: 600,
      lineHeight: setting.lineHeight,
      chooses: keyOf(id)
    })
  })
  return {
    traces: [],
    layout: bareLayout(view, box),
    marks,
    placement: new Map([...placed].map(([id, p]) => [id, p.key])),
    ...words(view, from, to),
    tables: () => tables(view, from, to),
    sheet: () => sheet(view)
  }
}

const caption = (theme: FigureTheme) => ({ kind: 'text', lineHeight: theme.micro, size: theme.micro, weight: 400, fill: theme.ink3 }) as const

interface Frame {
  left: number
  right: number
  y: (p: number) => number
}

/** A kept point in pixels; one beyond the frame is where the line to it crosses the edge. */
function within(px: readonly number[], y: readonly number[], k: number, frame: Frame): string[] {
  const at = (x: number, p: number): string => `${x.toFixed(1)} ${frame.y(p).toFixed(1)}`
  const edge = px[k]! < frame.left ? frame.left : px[k]! > frame.right ? frame.right : null
  if (edge === null) return [at(px[k]!, y[k]!)]
  const other = edge === frame.left ? k + 1 : k - 1
  if (px[other] === undefined || (edge === frame.left ? px[other]! < edge : px[other]! > edge)) return []
  return [at(edge, y[k]! + ((y[other]! - y[k]!) * (edge - px[k]!)) / (px[other]! - px[k]!))]
}

/** Chance of all at a sum of money: 0 below what was computed, the most above it. */
export function chanceAt({ x, all }: Pick<Frontier, 'x' | 'all'>, usd: number): number {
  return valueAt(x, all, usd) ?? (usd < x[0]! ? 0 : all.at(-1)!)
}

function words({ plans, text, language }: OverlayView, from: number, to: number): { finding: string; sentence: string } {
  const t = text.overlay
  const percent = (p: number): string => formatText(p, 'probability', language)
  const usd = (v: number): string => formatText(Number(v.toPrecision(2)), 'usd', language)
  // Where they differ most, on a logarithmic grid of the visible range.
  const at = Array.from({ length: 101 }, (_, i) => from * (to / from) ** (i / 100))
  const spread = (v: number): number => {
    const chances = plans.map(({ frontier }) => chanceAt(frontier, v))
    return Math.max(...chances) - Math.min(...chances)
  }
  const widest = Number(at.reduce((best, v) => (spread(v) > spread(best) ? v : best)).toPrecision(2))
  const order = [...plans].sort((a, b) => chanceAt(a.frontier, widest) - chanceAt(b.frontier, widest))
  const [worst, best] = [order[0]!, order.at(-1)!]
  const finding =
    plans.length < 2 || spread(widest) < 0.005
      ? ''
      : fill(
          t.finding,
          {
            usd: formatText(widest, 'usd', language),
            low: percent(chanceAt(worst.frontier, widest)),
            high: percent(chanceAt(best.frontier, widest)),
            worst: worst.name,
            best: best.name
          },
          language
        )
  const parts = plans.map(({ name, frontier }) => {
    const half = firstReaches(frontier.x, frontier.all, 0.5)
    return half === null ? fill(t.never, { name, most: percent(frontier.all.at(-1)!) }, language) : fill(t.part, { name, usd: usd(half) }, language)
  })
  return { finding, sentence: fill(t.sentence, { parts: parts.join(language === 'zh' ? '；' : '; ') }, language) }
}

function tables({ plans, text, language }: OverlayView, from: number, to: number): FigureTable[] {
  const rows = Array.from({ length: TABLE_ROWS + 1 }, (_, i) => Number((from * (to / from) ** (i / TABLE_ROWS)).toPrecision(2)))
  return [
    {
      title: text.overlay.table,
      header: [text.outcomes['path.usd'], ...plans.map(({ name }) => name)],
      texts: [],
      rows: [...new Set(rows)].map((usd) => ({
        strong: false,
        cells: [formatText(usd, 'usd', language), ...plans.map(({ frontier }) => formatText(chanceAt(frontier, usd), 'probability', language))]
      }))
    }
  ]
}

/** Every computed point of every curve, numbers unrounded. */
function sheet({ plans }: OverlayView): (string | number)[][] {
  return [['scenario', 'usd', 'probability'], ...plans.flatMap(({ name, frontier }) => frontier.x.map((x, i) => [name, x, frontier.all[i]!]))]
}
