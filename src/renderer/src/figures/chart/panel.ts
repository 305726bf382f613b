/** One panel: its frame, its axes and titles, what stands on it. */
import type { Mark, TextMark } from '../marks'
import { shortened } from '../wrap'
import { scaleOf, ticksOf, type Tick } from './axis'
import type { Thinned, Trace } from './drawing'
import { labelsOf } from './labels'
import type { Panel } from './spec'
import { tracesOf } from './traces'
import { colourOf, isIn, type Frame, type View } from './view'
import type { Window } from './window'

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
export interface DrawnPanel {
  frame: Frame
  traces: Trace[]
  marks: Mark[]
  placement: Map<string, string>
  thinned: Thinned
}

const APART = { x: 64, y: 34 } as const
const LEAST_LEFT = 30
const RIGHT = 12

export function drawPanel(panel: Panel, outer: Box, { x, y }: Window, view: View, prefix: string): DrawnPanel {
  const { theme, measure, language } = view
  const titles = (panel.title === undefined ? 0 : 1) + (panel.verdict === undefined ? 0 : 1)
  const line = Math.round(theme.small * 1.4)
  const named = panel.y.label === '' ? 0 : theme.micro + 9
  const top = outer.top + titles * line + named + 6
  const bottom = outer.bottom - theme.micro - 12 - (panel.x.label === '' ? 0 : theme.micro + 5)
  const ticks = ticksOf(panel.y, y, bottom - top, APART.y, language)
  const left =
    outer.left + Math.max(panel.y.bare === true ? 8 : LEAST_LEFT, Math.ceil(Math.max(0, ...ticks.map(({ words }) => measure(words, theme.micro, 400)))) + 10)
  const right = outer.right - RIGHT
  const frame: Frame = {
    left,
    right,
    top,
    bottom,
    from: x.from,
    to: x.to,
    x: scaleOf(panel.x, x, left, right),
    y: scaleOf(panel.y, y, bottom, top)
  }
  const { marks: labels, placement } = labelsOf(panel, frame, view, prefix)
  const { traces, marks: crowds, thinned } = tracesOf(panel, frame, theme)
  return {
    frame,
    traces,
    thinned,
    marks: [
      ...crowds,
      ...headings(panel, outer, line, view),
      ...axes(panel, frame, outer, ticks, ticksOf(panel.x, x, right - left, APART.x, language), view),
      ...rules(panel, frame, view),
      ...spots(panel, frame, view),
      ...labels
    ],
    placement
  }
}

const caption = ({ theme }: View) => ({ kind: 'text', lineHeight: theme.micro, size: theme.micro, weight: 400, fill: theme.ink3 }) as const

function headings({ title, verdict, verdictTone = 'ink3' }: Panel, outer: Box, line: number, view: View): Mark[] {
  const { theme, measure } = view
  const rows = [
    { text: title, weight: 600, fill: theme.ink },
    { text: verdict, weight: verdictTone === 'ink3' ? 400 : 600, fill: colourOf(verdictTone, theme) }
  ] as const
  return rows
    .filter(({ text }) => text !== undefined)
    .map(({ text = '', weight, fill }, i): TextMark => ({
      kind: 'text',
      x: outer.left,
      y: outer.top + theme.small + i * line,
      lines: [shortened(text, outer.right - outer.left, (t) => measure(t, theme.small, weight))],
      lineHeight: line,
      size: theme.small,
      weight,
      anchor: 'start',
      fill
    }))
}

/** Level gridlines, one axis line at the bottom, words that neither touch each other nor leave the figure. */
function axes(panel: Panel, frame: Frame, outer: Box, ticksY: readonly Tick[], ticksX: readonly Tick[], view: View): Mark[] {
  const { theme, measure } = view
  const marks: Mark[] = []
  const grid = ticksY
    .filter(({ words, value }) => words !== '' && Math.abs(frame.y(value) - frame.bottom) > 1)
    .map(({ value }) => `M${frame.left} ${Math.round(frame.y(value)) + 0.5}H${frame.right}`)
  if (grid.length > 0) marks.push({ kind: 'path', d: grid.join(''), stroke: theme.line2 })
  for (const { value, words } of ticksY)
    if (words !== '') marks.push({ ...caption(view), x: frame.left - 8, y: frame.y(value) + theme.micro * 0.36, anchor: 'end', lines: [words] })
  if (panel.y.label !== '')
    marks.push({
      ...caption(view),
      x: outer.left,
      y: frame.top - 11,
      anchor: 'start',
      lines: [shortened(panel.y.label, outer.right - outer.left, (t) => measure(t, theme.micro, 400))]
    })

  const edge = Math.round(frame.bottom) + 0.5
  let d = `M${frame.left} ${edge}H${frame.right}`
  for (const { value, words } of ticksX) d += `M${frame.x(value).toFixed(1)} ${edge}v${words === '' ? 3 : 5}`
  marks.push({ kind: 'path', d, stroke: theme.line3 })
  let end = -Infinity
  for (const { value, words } of [...ticksX].filter((tick) => tick.words !== '').sort((a, b) => frame.x(a.value) - frame.x(b.value))) {
    const half = measure(words, theme.micro, 400) / 2
    const x = frame.x(value)
    if (x - half < Math.max(outer.left, end + 8) || x + half > outer.right + 4) continue
    end = x + half
    marks.push({ ...caption(view), x, y: frame.bottom + 8 + theme.micro * 0.82, anchor: 'middle', lines: [words] })
  }
  if (panel.x.label !== '')
    marks.push({
      ...caption(view),
      x: frame.right,
      y: frame.bottom + 13 + theme.micro * 1.82,
      anchor: 'end',
      lines: [shortened(panel.x.label, frame.right - outer.left, (t) => measure(t, theme.micro, 400))]
    })
  return marks
}

function rules({ rules: all = [] }: Panel, frame: Frame, { theme }: View): Mark[] {
  return all.flatMap(({ axis, at, tone, dash = '', width = 1.5 }): Mark[] => {
    const pixel = axis === 'x' ? frame.x(at) : frame.y(at)
    const inside = axis === 'x' ? pixel >= frame.left - 1 && pixel <= frame.right + 1 : pixel >= frame.top - 1 && pixel <= frame.bottom + 1
    if (!inside) return []
    const d = axis === 'x' ? `M${pixel.toFixed(1)} ${frame.top}V${frame.bottom}` : `M${frame.left} ${pixel.toFixed(1)}H${frame.right}`
    return [{ kind: 'path', d, stroke: colourOf(tone, theme), width, dash }]
  })
}

function spots({ spots: all = [] }: Panel, frame: Frame, { theme }: View): Mark[] {
  return all.flatMap(({ x, y, look, tone }): Mark[] => {
    const colour = colourOf(tone, theme)
    const at = { kind: 'circle', x: frame.x(x), y: frame.y(y) } as const
    if (!isIn(frame, at.x, at.y)) return []
    if (look === 'ring') return [{ ...at, r: 5, fill: theme.paper, stroke: colour, width: 1.5 }]
    return [look === 'here' ? { ...at, r: 6, fill: colour, stroke: theme.paper, width: 2.5 } : { ...at, r: 4, fill: colour, stroke: theme.paper, width: 1.5 }]
  })
}
