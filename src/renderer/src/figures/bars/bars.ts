/** Bars from their specification: everything drawn, tabulated. Pure. */
import { linearTicks } from '../linearTicks'
import { bareLayout } from '../lines'
import type { Mark, TextMark } from '../marks'
import { linearScale, type Scale } from '../scale'
import { faded, type FigureTheme, type Measure } from '../theme'
import { colourOf } from '../chart/view'
import { GHOST } from '../ghost'
import { brokenLines, shortened } from '../wrap'
import type { BarsSpec, Row, Stretch } from './spec'

export interface BarsView {
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
}

const ROW = { least: 22, most: 40 } as const
const BAR = 15
const GAP = 8
const AXIS = 34
const UPRIGHTS = 20
const NAMES = 0.34
const APART = 76
const SOFT = 0.35

/** Height that so many rows need. */
export const heightOf = ({ rows, uprights = [] }: BarsSpec): number => (uprights.length > 0 ? UPRIGHTS : 4) + rows.length * ROW.least + AXIS

interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  row: number
  x: Scale
  from: number
  to: number
  names: number
}

function frameOf(spec: BarsSpec, { theme, measure, width, height }: BarsView): Frame {
  const { rows, uprights = [] } = spec
  const names = Math.min(width * NAMES, Math.max(40, ...rows.map(({ name, strong }) => measure(name, theme.small, strong ? 600 : 400))) + 4)
  const room = Math.max(0, ...rows.map(({ label }) => measure(label, theme.small, 600))) + GAP
  const values = [
    0,
    ...rows.flatMap(({ stretches, range, ghost }) => [
      ...[...stretches, ...(ghost ? [ghost] : [])].flatMap(({ from, to }) => [from, to]),
      ...(range ? [range.low, range.high] : [])
    ])
  ]
  const [low, high] = [Math.min(...values), Math.max(...values, ...uprights.map(({ at }) => at))]
  const [left, right] = [names + GAP, Math.max(names + GAP + 40, width - 4 - room)]
  const top = uprights.length > 0 ? UPRIGHTS : 4
  const row = Math.max(ROW.least, Math.min(ROW.most, (height - top - AXIS) / Math.max(1, rows.length)))
  const to = high > low ? high : low + 1
  return { left, right, top, bottom: top + row * rows.length, row, x: linearScale(low, to, left, right), from: low, to, names }
}

export function bars(spec: BarsSpec, view: BarsView): { traces: never[]; layout: object; marks: Mark[] } {
  const frame = frameOf(spec, view)
  const { theme } = view
  const marks = [...axis(spec, frame, view), ...spec.rows.flatMap((row, i) => drawnRow(row, i, frame, view)), ...uprights(spec, frame, view)]
  return { traces: [], layout: bareLayout({ ...view, theme }, frame), marks }
}

const word = ({ theme }: BarsView, x: number, y: number, line: string, more: Partial<TextMark> = {}): TextMark => ({
  kind: 'text',
  x,
  y: y + theme.small * 0.36,
  lines: [line],
  lineHeight: theme.small + 1,
  size: theme.small,
  weight: 400,
  anchor: 'start',
  fill: theme.ink2,
  ...more
})

function axis({ axis: name, say }: BarsSpec, { left, right, top, bottom, x, from, to }: Frame, view: BarsView): Mark[] {
  const { theme, measure, width } = view
  const marks: Mark[] = []
  const small = { size: theme.micro, lineHeight: theme.micro, fill: theme.ink3 } as const
  let end = -Infinity
  for (const value of linearTicks(from, to, right - left, APART)) {
    const at = Math.round(x(value)) + 0.5
    marks.push({ kind: 'path', d: `M${at} ${top}V${bottom}`, stroke: theme.line2 })
    const words = say(value)
    const half = measure(words, theme.micro, 400) / 2
    if (at - half < end + 8 || at + half > width) continue
    end = at + half
    marks.push(word(view, at, bottom + 11, words, { ...small, anchor: 'middle' }))
  }
  marks.push({ kind: 'path', d: `M${left} ${Math.round(bottom) + 0.5}H${right}`, stroke: theme.line3 })
  if (name !== '')
    marks.push(
      word(
        view,
        right,
        bottom + 26,
        shortened(name, right, (text) => measure(text, theme.micro, 400)),
        { ...small, anchor: 'end' }
      )
    )
  return marks
}

function drawnRow({ name, stretches, label, tone = 'ink', strong = false, range, ghost, joins }: Row, i: number, frame: Frame, view: BarsView): Mark[] {
  const { theme, measure } = view
  const { x, row, top, names } = frame
  const middle = top + row * (i + 0.5)
  const half = Math.min(BAR, row - 6) / 2
  const weight = strong ? 600 : 400
  const lines =
    row >= 2 * theme.small + 4
      ? brokenLines(name, names, (text) => measure(text, theme.small, weight))[0]!
      : [shortened(name, names, (text) => measure(text, theme.small, weight))]
  const marks: Mark[] = [word(view, 0, middle - ((lines.length - 1) * (theme.small + 1)) / 2, '', { lines, weight, fill: strong ? theme.ink : theme.ink2 })]
  if (joins !== undefined && i > 0)
    marks.push({ kind: 'path', d: `M${x(joins).toFixed(1)} ${middle - row + half}V${middle - half}`, stroke: theme.line3, dash: '2 2' })
  marks.push(...stretches.flatMap((stretch) => drawnStretch(stretch, stretches.length > 1, middle, half, frame, view)))
  if (ghost !== undefined) {
    const [from, to, y] = [x(ghost.from).toFixed(1), x(ghost.to).toFixed(1), Math.round(middle + half + 2)]
    marks.push({ kind: 'path', d: `M${from} ${y}H${to}`, stroke: theme.ink2, width: GHOST.width, dash: GHOST.dash, title: ghost.name })
    marks.push({ kind: 'path', d: `M${from} ${y - 3}v5M${to} ${y - 3}v5`, stroke: theme.ink2, width: GHOST.width })
  }
  if (range !== undefined) {
    const [low, high] = [x(range.low).toFixed(1), x(range.high).toFixed(1)]
    marks.push({ kind: 'path', d: `M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8`, stroke: theme.ink, width: 1 })
  }
  const last = Math.max(frame.from, ...stretches.map(({ from, to }) => Math.max(from, to)), range?.high ?? -Infinity)
  if (label !== '') marks.push(word(view, x(last) + GAP, middle, label, { weight: 600, fill: colourOf(tone, theme), halo: theme.paper }))
  return marks
}

/** @param named says its name within: where a row has several */
function drawnStretch({ name, from, to, tone, look = 'solid' }: Stretch, named: boolean, middle: number, half: number, { x }: Frame, view: BarsView): Mark[] {
  const { theme, measure } = view
  const [a, b] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
  if (b - a < 0.5) return []
  const colour = colourOf(tone, theme)
  const d = `M${a.toFixed(1)} ${middle - half}H${b.toFixed(1)}V${middle + half}H${a.toFixed(1)}Z`
  const box: Mark =
    look === 'outline'
      ? { kind: 'path', d, stroke: colour, width: 1, title: name }
      : // Neighbours of one row are told apart by a line of paper.
        { kind: 'path', d, fill: look === 'soft' ? faded(colour, SOFT) : colour, stroke: theme.paper, width: 1, title: name }
  const fits = named && look === 'solid' && half >= 7 && measure(name, theme.micro, 600) + 8 <= b - a
  return fits ? [box, word(view, (a + b) / 2, middle - 0.5, name, { anchor: 'middle', size: theme.micro, weight: 600, fill: theme.paper })] : [box]
}

/** Their words stand over the rows; where two would touch, the later is left to the table. */
function uprights({ uprights: all = [] }: BarsSpec, { x, top, bottom, left, right }: Frame, view: BarsView): Mark[] {
  const { theme, measure, width } = view
  let end = -Infinity
  return [...all]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, label, tone }): Mark[] => {
      const pixel = x(at)
      if (pixel < left - 1 || pixel > right + 1) return []
      const colour = colourOf(tone, theme)
      const line: Mark = { kind: 'path', d: `M${pixel.toFixed(1)} ${top - 4}V${bottom}`, stroke: colour, width: 1.5, dash: '5 3' }
      const half = measure(label, theme.small, 600) / 2
      const middle = Math.min(Math.max(pixel, half), width - half)
      if (label === '' || middle - half < end + GAP) return [line]
      end = middle + half
      return [line, word(view, middle, top - 13, label, { anchor: 'middle', weight: 600, fill: colour, halo: theme.paper })]
    })
}
