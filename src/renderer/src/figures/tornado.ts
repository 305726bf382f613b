/**
 * The tornado: what one outcome becomes when each input is known to be at either end of what is believed about it. Solid with the path chosen anew, a thin outline with the
 * path held, a diamond where the path changes, dashed what the base's bar is. Pure, from the host's answer to everything that is drawn and said.
 */
import { fill } from '../../../shared/text/fill'
import { formatText } from '../../../shared/text/format'
import type { FigureTable } from './figureTable'
import { GHOST } from './ghost'
import { area, line, plotLayout, type LineTrace, type PlotLayout } from './lines'
import type { Mark, TextMark } from './marks'
import { faded } from './theme'
import { endsOf } from './tornado/ends'
import { tornadoTables } from './tornado/table'
import { frameOf, ghostOf, hasGhostLine, type Frame, type TornadoView } from './tornado/view'
import { switchMarks } from './tornado/switchMarks'
import { finding, sentence } from './tornado/words'
import { valueAxis } from './valueAxis'
import { shortened } from './wrap'

export interface TornadoFigure {
  traces: LineTrace[]
  layout: PlotLayout
  marks: Mark[]
  frame: Frame
  finding: string
  sentence: string
  tables: () => FigureTable[]
}

/** Shares of a row's height that the bar and the outline of the held path take. */
const BAR = 0.44
const HELD = 0.66
/** How far below the middle of a row, in heights of it, the base's bar is a dashed line; and half the height of the ticks at its ends. */
const BEHIND = 0.4
const TICK = 3
const OPACITY = 0.5
const GAP = 5

export function tornadoFigure(view: TornadoView): TornadoFigure {
  const { drivers, base, kind, theme, language, text, measure, width } = view
  const bars = drivers.map((driver) => ({ driver, ends: endsOf(driver, view) }))
  const widthOf = (words: string): number => (words === '' ? 0 : measure(words, theme.micro, 600) + GAP)
  const widest = {
    left: Math.max(0, ...bars.map(({ ends }) => widthOf(ends.left))),
    right: Math.max(0, ...bars.map(({ ends }) => widthOf([ends.right, ends.none].filter((words) => words !== '').join(' '))))
  }
  const frame = frameOf(view, widest)
  const { x, row, top, names, shares } = frame
  const middle = (i: number): number => top + (i + 0.5) * row
  const traces: LineTrace[] = []
  const marks: Mark[] = []
  const words = (at: number, y: number, said: string, anchor: TextMark['anchor'], more: Partial<TextMark> = {}): TextMark => ({
    kind: 'text',
    x: at,
    y,
    lines: [said],
    lineHeight: theme.micro,
    size: theme.micro,
    weight: 400,
    anchor,
    fill: theme.ink3,
    halo: theme.paper,
    ...more
  })

  // In the chart, rows are counted from the top: row i stands between −i and −(i + 1).
  const box = (from: number, to: number, i: number, share: number): { x: number[]; y: number[] } => {
    const [upper, lower] = [-(i + 0.5 - share / 2), -(i + 0.5 + share / 2)]
    return { x: [from, to, to, from, from], y: [upper, upper, lower, lower, upper] }
  }
  bars.forEach(({ driver, ends }, i) => {
    const { held } = driver
    if (ends.to > ends.from) {
      const bar = box(ends.from, ends.to, i, BAR)
      traces.push(area(bar.x, bar.y, faded(theme.ink, OPACITY)))
    }
    const kept = [held?.low ?? null, held?.high ?? null].filter((value) => value !== null)
    if (kept.length > 0) {
      const outline = box(Math.min(base, ...kept), Math.max(base, ...kept), i, HELD)
      traces.push(line(outline, theme.ink2, 1))
    }
    const behind = ghostOf(view, driver)
    if (behind !== null && hasGhostLine(view.ghost)) {
      const was = [view.ghost.base, behind.low, behind.high].filter((value) => value !== null)
      const [from, to] = [Math.max(frame.from, Math.min(...was)), Math.min(frame.to, Math.max(...was))]
      if (from < to) {
        const at = -(i + 0.5 + BEHIND)
        traces.push(line({ x: [from, to], y: [at, at] }, theme.ink2, GHOST.width, GHOST.dash))
        const [y, ends] = [middle(i) + BEHIND * row, was.filter((value) => value === from || value === to)]
        marks.push({ kind: 'path', d: ends.map((value) => `M${x(value).toFixed(1)} ${y - TICK}v${2 * TICK}`).join(''), stroke: theme.ink2, width: GHOST.width })
      }
    }
    marks.push(...switchMarks(driver.switches, x, middle(i), (row * BAR) / 2, theme))
    const y = middle(i) + theme.micro * 0.36
    marks.push(
      words(
        names,
        y,
        shortened(driver.name, names - 2, (name) => measure(name, theme.small, 400)),
        'end',
        { size: theme.small, fill: theme.ink }
      )
    )
    if (ends.left !== '') marks.push(words(x(ends.outer.from) - GAP, y, ends.left, 'end', { weight: 600, fill: theme.ink2 }))
    const after = x(ends.outer.to) + GAP
    if (ends.right !== '') marks.push(words(after, y, ends.right, 'start', { weight: 600, fill: theme.ink2 }))
    if (ends.none !== '') marks.push(words(after + widthOf(ends.right), y, ends.none, 'start', { weight: 600, fill: theme.bad }))
    if (shares !== null && driver.share !== null)
      marks.push(words(shares, y, formatText(Math.max(0, driver.share.total), 'probability', language), 'end', { size: theme.small, fill: theme.ink }))
  })
  traces.push(line({ x: [base, base], y: [0, -Math.max(1, drivers.length)] }, theme.ink, 1.5))
  // The words over the base keep clear of the column of shares.
  const column = shares === null ? 0 : measure(text.share, theme.micro, 400) + 12
  const over = (template: string, value: number, y: number, colour: string): TextMark => {
    const said = fill(template, { base: formatText(value, kind, language) }, language)
    const half = measure(said, theme.micro, 600) / 2
    return words(Math.min(Math.max(x(value), half), width - column - half), y, said, 'middle', { weight: 600, fill: colour })
  }
  marks.push(over(text.base, base, top - 6, theme.ink))
  if (hasGhostLine(view.ghost)) {
    const was = view.ghost.base
    if (was >= frame.from && was <= frame.to) traces.push(line({ x: [was, was], y: [0, -Math.max(1, drivers.length)] }, theme.ink2, GHOST.width, GHOST.dash))
    marks.push(over(text.ghost.base, Math.min(frame.to, Math.max(frame.from, was)), top - 22, theme.ink3))
  }
  if (shares !== null) marks.push(words(shares, top - 6, text.share, 'end'))
  marks.push(...valueAxis(frame, kind, false, view))

  return {
    traces,
    layout: plotLayout(view, frame, {
      xaxis: { type: 'linear', range: [frame.from, frame.to] },
      yaxis: { range: [-Math.max(1, drivers.length), 0], showgrid: false }
    }),
    marks,
    frame,
    finding: finding(view),
    sentence: sentence(view),
    tables: () => tornadoTables(view)
  }
}
