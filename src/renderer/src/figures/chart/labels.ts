/** Names at the curves, rules, regions and spots of a panel, placed so that none touches another, a point or the frame. */
import type { Mark, TextMark } from '../marks'
import { place, type Box, type Place, type Trail, type Wish } from '../place'
import { brokenLines } from '../wrap'
import type { Panel, Series } from './spec'
import { boxOf } from './traces'
import { colourOf, styleOf, type Frame, type View } from './view'

const GAP = 6
const LONGEST = 170
/** Pixels by which a face may set words wider than they were measured. */
const WIDER = 3
/** Spots along a curve at which it may be named, the favourite first: near its end, then towards its beginning. */
const SPOTS = [0.97, 0.88, 0.78, 0.68, 0.58, 0.48, 0.38, 0.28, 0.18, 0.08] as const
const OVER_CURVE = 30
/** More points than this would leave no room for a name: then labels may lie over them. */
const KEPT_CLEAR = 120
const POINT = 5

interface Words {
  lines: readonly string[]
  size: number
  weight: 400 | 600
  fill: string
}

export interface Labels {
  marks: Mark[]
  placement: Map<string, string>
}

/** Height of a curve at each pixel column of the frame; NaN where it is not. */
function heightsOf({ x, y }: Series, frame: Frame): Heights {
  const order: number[] = []
  for (let i = 0; i < x.length; i++)
    if (y[i] !== null && y[i] !== undefined && Number.isFinite(frame.y(y[i]!)) && Number.isFinite(frame.x(x[i]!))) order.push(i)
  if (!order.every((row, k) => k === 0 || x[order[k - 1]!]! <= x[row]!)) order.sort((a, b) => x[a]! - x[b]!)
  // From left to right, whichever way the axis runs.
  if (frame.x(1) > frame.x(2)) order.reverse()
  const px = (k: number): number => frame.x(x[order[k]!]!)
  const py = (k: number): number => frame.y(y[order[k]!]!)
  const start = Math.ceil(Math.max(frame.left, order.length === 0 ? frame.right : px(0)))
  const end = Math.min(frame.right, order.length === 0 ? 0 : px(order.length - 1))
  const heights: number[] = []
  for (let at = start, i = 0; at <= end; at++) {
    while (i < order.length - 2 && px(i + 1) < at) i++
    const [left, next] = [px(i), Math.min(order.length - 1, i + 1)]
    const share = px(next) === left ? 0 : Math.min(1, Math.max(0, (at - left) / (px(next) - left)))
    heights.push(py(i) + (py(next) - py(i)) * share)
  }
  return { start, heights }
}

function at(key: string, cost: number, { lines, size, weight }: Words, anchor: 'start' | 'end', x: number, y0: number, { measure }: View): Place {
  const lineHeight = Math.round(size * 1.2)
  const w = Math.max(...lines.map((line) => measure(line, size, weight)))
  const h = (lines.length - 1) * lineHeight + size
  return {
    key,
    cost,
    lines,
    anchor,
    x,
    y: y0 + size * 0.86,
    box: { x0: (anchor === 'end' ? x - w : x) - WIDER, x1: (anchor === 'end' ? x : x + w) + WIDER, y0, y1: y0 + h }
  }
}

interface Heights {
  start: number
  heights: readonly number[]
}
/** What a place costs where another curve runs along within so many pixels: the name could be that one's too. */
const CROWDED = { within: 14, cost: 24 }

function crowded(column: number, height: number, others: readonly Heights[]): number {
  return others.some(({ start, heights }) => Math.abs((heights[Math.round(column - start)] ?? Infinity) - height) < CROWDED.within) ? CROWDED.cost : 0
}

/** Levels of a panel at which a steep curve is named beside itself. */
const LEVELS = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86] as const

/** Beside a curve where it passes a level, at its right and at its left. */
function besideCurve(words: Words, { start, heights }: Heights, others: readonly Heights[], frame: Frame, view: View): Place[] {
  const h = (words.lines.length - 1) * Math.round(words.size * 1.2) + words.size
  return LEVELS.flatMap((level, i) => {
    const y = frame.bottom + (frame.top - frame.bottom) * level
    const k = heights.findIndex((height, j) => j > 0 && (height - y) * (heights[j - 1]! - y) <= 0 && height !== heights[j - 1])
    // Only where it is steep: along a flat one the name stands above or below.
    if (k < 0 || Math.abs(heights[Math.min(heights.length - 1, k + 4)]! - heights[Math.max(0, k - 4)]!) < 8) return []
    const cost = 4 + i * 3 + crowded(start + k, heights[k]!, others)
    return (['start', 'end'] as const).map((anchor, j) =>
      at(`${anchor}:${i}`, cost + j, words, anchor, start + k + (anchor === 'start' ? GAP + 4 : -GAP - 4), y - h / 2, view)
    )
  })
}

/** Above and below a curve at several spots, the ends first. */
function alongCurve(words: Words, { start, heights }: Heights, others: readonly Heights[], view: View): Place[] {
  const { measure } = view
  const lineHeight = Math.round(words.size * 1.2)
  const w = Math.max(...words.lines.map((line) => measure(line, words.size, words.weight)))
  const h = (words.lines.length - 1) * lineHeight + words.size
  const end = start + heights.length - 1
  return SPOTS.flatMap((share, i) => {
    const right = Math.max(start + w, start + (end - start) * share)
    const under = heights.slice(Math.max(0, Math.floor(right - w - start)), Math.ceil(right - start) + 1)
    if (under.length === 0) return []
    const [highest, lowest] = [Math.min(...under), Math.max(...under)]
    // Over a steep stretch the name would stand far from its curve.
    const middle = right - w / 2
    const steep = (lowest - highest) / 8 + crowded(middle, heights[Math.round(middle - start)] ?? highest, others)
    return [
      at(`above:${i}`, i * 3 + steep, words, 'end', right, highest - h - GAP + 1, view),
      at(`below:${i}`, i * 3 + 2 + steep, words, 'end', right, lowest + GAP - 1, view)
    ]
  })
}

/** Beside an upright rule, from the top down; above or below a level one, from the right. */
function alongRule(words: Words, axis: 'x' | 'y', pixel: number, frame: Frame, view: View): Place[] {
  const shares = [0.02, 0.14, 0.28, 0.42, 0.56, 0.7, 0.84]
  if (axis === 'x')
    return shares.flatMap((share, i) =>
      (['start', 'end'] as const).map((anchor, j) =>
        at(`${anchor}:${i}`, i * 3 + j * 2, words, anchor, pixel + (anchor === 'start' ? GAP : -GAP), frame.top + 2 + share * (frame.bottom - frame.top), view)
      )
    )
  const h = words.size
  return shares.flatMap((share, i) => {
    const right = frame.right - 4 - share * (frame.right - frame.left)
    return [at(`above:${i}`, i * 3, words, 'end', right, pixel - h - 4, view), at(`below:${i}`, i * 3 + 2, words, 'end', right, pixel + 4, view)]
  })
}

const aroundSpot = (words: Words, x: number, y: number, view: View): Place[] =>
  [-0.5, -1.3, 0.3, -2.1, 1.1].flatMap((rise, i) =>
    (['start', 'end'] as const).map((anchor, j) =>
      at(`${anchor}:${i}`, i * 3 + j, words, anchor, x + (anchor === 'start' ? GAP + 4 : -GAP - 4), y + rise * words.size, view)
    )
  )

export function labelsOf(panel: Panel, frame: Frame, view: View, prefix: string): Labels {
  const { theme, measure } = view
  const trails: Trail[] = []
  const wishes: Wish[] = []
  const styles = new Map<string, Words & { chooses?: string }>()
  const fixed: Box[] = []
  const say = (id: string, order: number, words: Words, places: readonly Place[], chooses?: string): void => {
    wishes.push({ id, order, places })
    styles.set(id, { ...words, ...(chooses === undefined ? {} : { chooses }) })
  }

  const dots = panel.series.filter(({ draw }) => draw !== 'line')
  if (dots.reduce((sum, { x }) => sum + x.length, 0) <= KEPT_CLEAR)
    for (const { x, y } of dots)
      x.forEach((value, i) => {
        const height = y[i]
        if (height === null || height === undefined) return
        const [px, py] = [frame.x(value), frame.y(height)]
        fixed.push({ x0: px - POINT, x1: px + POINT, y0: py - POINT, y1: py + POINT })
      })
  const block = (text: string, size: number, weight: 400 | 600, fill: string): Words => ({
    lines: brokenLines(text, LONGEST, (t) => measure(t, size, weight))[0]!,
    size,
    weight,
    fill
  })

  const curves = panel.series.map((series) => (series.draw === 'points' && series.label === undefined ? null : heightsOf(series, frame)))
  panel.series.forEach((series, i) => {
    const curve = curves[i] ?? null
    if (curve === null || curve.heights.length < 2) return
    const others = curves.flatMap((other, k) => (other === null || k === i ? [] : [other]))
    if (series.draw !== 'points') trails.push({ ...curve, cost: OVER_CURVE })
    const label = series.label ?? series.name
    if (label === '') return
    const words = block(label, theme.small, 600, styleOf(series, theme).colour)
    say(
      `${prefix}series ${series.id}`,
      series.chosen === true ? 2 : 3 + i / 100,
      words,
      [...alongCurve(words, curve, others, view), ...besideCurve(words, curve, others, frame, view)],
      series.id
    )
  })
  for (const [i, rule] of (panel.rules ?? []).entries()) {
    const pixel = rule.axis === 'x' ? frame.x(rule.at) : frame.y(rule.at)
    if (rule.axis === 'x') fixed.push({ x0: pixel - 1, x1: pixel + 1, y0: frame.top, y1: frame.bottom })
    if (rule.label === '') continue
    const words = block(rule.label, theme.small, 600, colourOf(rule.tone, theme))
    say(`${prefix}rule ${i}`, 1 + i / 100, words, alongRule(words, rule.axis, pixel, frame, view))
  }
  for (const [i, region] of (panel.regions ?? []).entries()) {
    if (region.label === '') continue
    const { x0, x1, y0 } = boxOf(region, frame)
    const words = block(region.label, theme.micro, 400, colourOf(region.tone, theme))
    const places = [0, 1.3, 2.6, 3.9].flatMap((rows, k) => [
      at(`end:${k}`, k * 2, words, 'end', x1 - 4, y0 + 4 + rows * theme.micro, view),
      at(`start:${k}`, k * 2 + 1, words, 'start', x0 + 4, y0 + 4 + rows * theme.micro, view)
    ])
    say(`${prefix}region ${i}`, 4 + i / 100, words, places)
  }
  for (const [i, spot] of (panel.spots ?? []).entries()) {
    const [x, y] = [frame.x(spot.x), frame.y(spot.y)]
    fixed.push({ x0: x - 7, x1: x + 7, y0: y - 7, y1: y + 7 })
    if (spot.label === '') continue
    const words = block(spot.label, theme.small, spot.look === 'here' ? 600 : 400, colourOf(spot.tone, theme))
    say(`${prefix}spot ${i}`, 2.5 + i / 100, words, aroundSpot(words, x, y, view))
  }

  const bounds: Box = { x0: frame.left + 2, x1: frame.right + 8, y0: frame.top - 2, y1: frame.bottom - 2 }
  const placed = place(wishes, bounds, fixed, trails, [], view.previous)
  const marks = [...placed].map(([id, { x, y, lines, anchor }]): TextMark => {
    const { fill, size, weight, chooses } = styles.get(id)!
    return { kind: 'text', x, y, lines, anchor, fill, halo: theme.paper, size, weight, lineHeight: Math.round(size * 1.2), chooses }
  })
  return { marks, placement: new Map([...placed].map(([id, { key }]) => [id, key])) }
}
