/** Axes of the frontier: probability on the left, the resource below, parameters above where the resource is money or compute. */
import { formatText } from '../../../../shared/text/format'
import { firstReaches } from '../curve'
import type { Mark, TextMark } from '../marks'
import { logTicks, minorTicks } from '../ticks'
import { WIDE, kindOf, type Frame, type FrontierView } from './view'
import type { PlanPoint } from './point'

const PLATE = { height: 18, pad: 7 } as const
const GAP = 6

export function axes(view: FrontierView, frame: Frame, point: PlanPoint | null): Mark[] {
  const { theme, language, measure, text } = view
  const { over } = view.outcome.frontier
  const marks: Mark[] = []
  const tick = (x: number, y: number, line: string, anchor: TextMark['anchor'], strong = false): TextMark => ({
    kind: 'text',
    x,
    y,
    lines: [line],
    lineHeight: theme.micro,
    size: theme.micro,
    weight: strong ? 600 : 400,
    anchor,
    fill: strong ? theme.onPen : theme.ink3
  })
  const value = (v: number): string => formatText(v, kindOf[over], language)

  // Below: the resource.
  const edge = Math.round(frame.bottom) + 0.5
  let d = `M${frame.left} ${edge}H${frame.right}`
  const major = logTicks(frame.from, frame.to, frame.right - frame.left, view.width > WIDE ? 72 : 56)
  for (const v of minorTicks(frame.from, frame.to)) d += `M${frame.x(v).toFixed(1)} ${edge}v${major.includes(v) ? 5 : 3}`
  marks.push({ kind: 'path', d, stroke: theme.line3 })
  const baseline = frame.bottom + 8 + theme.micro * 0.82
  const reading = point?.x === null || point === null ? null : { x: frame.x(point.x), words: value(point.x) }
  const half = reading === null ? 0 : measure(reading.words, theme.micro, 600) / 2 + PLATE.pad
  const plateX = reading === null ? 0 : Math.min(Math.max(reading.x, frame.left + half - 8), frame.right - half + 8)
  for (const v of major) {
    const x = frame.x(v)
    const w = measure(value(v), theme.micro, 400) / 2
    if (x + w > view.width || (reading !== null && Math.abs(x - plateX) < w + half + GAP)) continue
    marks.push(tick(x, baseline, value(v), 'middle'))
  }
  if (reading !== null) {
    marks.push({ kind: 'plate', x: plateX - half, y: frame.bottom + 4, width: 2 * half, height: PLATE.height, fill: theme.pen })
    marks.push(tick(plateX, baseline, reading.words, 'middle', true))
  }

  // Left: probability. 100 % carries the unit.
  const reach = point === null ? null : frame.y(point.wanted)
  for (const p of [0, 0.25, 0.5, 0.75, 1]) {
    const y = frame.y(p)
    if (reach !== null && Math.abs(y - reach) < 16) continue
    marks.push(tick(frame.left - 8, y + theme.micro * 0.36, p === 1 ? formatText(1, 'percent', language) : `${p * 100}`, 'end'))
  }
  if (point !== null && reach !== null) {
    const room = frame.left - 6
    const digits =
      point.wanted > 0.001 && point.wanted < 0.999
        ? Number((point.wanted * 100).toFixed(1))
            .toString()
            .replace('.', '').length
        : 3
    const full = formatText(point.wanted, 'percent', language, { digits })
    const words = measure(full, theme.micro, 600) + 2 > room ? formatText(point.wanted, 'percent', language, { digits, bare: true }) : full
    const w = Math.min(Math.max(36, measure(words, theme.micro, 600) + 8), room)
    marks.push({ kind: 'plate', x: frame.left - 4 - w, y: reach - PLATE.height / 2, width: w, height: PLATE.height, fill: theme.pen })
    marks.push(tick(frame.left - 4 - w / 2, reach + theme.micro * 0.36, words, 'middle', true))
  }

  if (over === 'usd' || over === 'C' || over === 'days') marks.push(...parametersAbove(view, frame, text.parameters, tick))
  return marks
}

/** The second scale of the same quantity: ticks only, each where the best run has that size. */
function parametersAbove(
  view: FrontierView,
  frame: Frame,
  template: string,
  tick: (x: number, y: number, line: string, anchor: TextMark['anchor']) => TextMark
): Mark[] {
  const { x, N } = view.outcome.frontier
  const { theme, language, measure } = view
  const sizes = N.filter((n, i) => n > 0 && x[i]! >= frame.from && x[i]! <= frame.to)
  const low = sizes[0]
  const high = sizes[sizes.length - 1]
  if (low === undefined || high === undefined || !(high > low)) return []
  const marks: Mark[] = []
  const baseline = frame.top - 10
  let d = ''
  let end = -Infinity
  for (const n of logTicks(low, high, frame.right - frame.left, view.width > WIDE ? 90 : 64, true)) {
    const at = firstReaches(x, N, n)
    if (at === null || at < frame.from || at > frame.to) continue
    const px = frame.x(at)
    const number = formatText(n, 'N', language)
    const first = end === -Infinity
    const words = first ? template.replace('{value}', number) : number
    const offset = measure(number, theme.micro, 400) / 2
    const width = measure(words, theme.micro, 400)
    if (px - offset < end + 14 || px - offset + width > view.width) continue
    d += `M${px.toFixed(1)} ${frame.top - 6}v4`
    marks.push(tick(px - offset, baseline, words, 'start'))
    end = px - offset + width
  }
  if (d !== '') marks.push({ kind: 'path', d, stroke: theme.line3 })
  return marks
}
