/**
 * The budget–probability frontier: pure, from an Outcome to everything that is drawn and said. Curves, bands and limits go to the chart library; words,
 * axes and the plan's point are marks over it, so that a drag shows at once; table and sentence are the accessible figure.
 */
import type { LineTrace, PlotLayout } from './lines'
import type { Mark } from './marks'
import type { FigureTable } from './figureTable'
import { axes } from './frontier/axes'
import { labels } from './frontier/labels'
import { limitLines, type LimitLine } from './frontier/limits'
import { meetings, planPoint, type PlanPoint } from './frontier/point'
import { publishedStrip } from './frontier/published'
import { frontierTables } from './frontier/table'
import { frontierLayout, frontierTraces } from './frontier/traces'
import { frameOf, visibleRange, type Frame, type FrontierView } from './frontier/view'
import { finding, sentence } from './frontier/words'

export interface FrontierFigure {
  traces: LineTrace[]
  layout: PlotLayout
  marks: Mark[]
  frame: Frame
  range: readonly [number, number]
  point: PlanPoint | null
  limits: LimitLine[]
  finding: string
  sentence: string
  tables: () => FigureTable[]
  placement: ReadonlyMap<string, string>
}

/** Draws the frontier for a size, a language and a theme. Needs an outcome with at least two points. */
export function frontierFigure(view: FrontierView): FrontierFigure {
  const { outcome, theme, saved } = view
  const point = planPoint(outcome, view.wanted)
  const limits = limitLines(view)
  const savedPoint = saved === null || saved.frontier.over !== outcome.frontier.over ? null : planPoint(saved, null)
  const marked = [...limits.map((l) => l.x), ...[point?.x, savedPoint?.x].filter((v) => typeof v === 'number')]
  const range = view.range ?? visibleRange(outcome.frontier, marked)
  const frame = frameOf(view, range)

  const marks: Mark[] = []
  if (view.showPublished) marks.push(...publishedStrip(view, frame))
  if (point !== null) {
    const y = frame.y(point.wanted)
    marks.push({ kind: 'path', d: `M${frame.left} ${y}H${frame.right}`, stroke: theme.pen, width: 1, dash: '1 4', round: true })
    if (point.x !== null) marks.push({ kind: 'path', d: `M${frame.x(point.x).toFixed(2)} ${y}V${frame.bottom}`, stroke: theme.pen, width: 1 })
  }
  const ghost = ghostOf(savedPoint, point, frame)
  if (ghost !== null) marks.push({ kind: 'circle', x: ghost.x, y: ghost.y, r: 4.5, fill: theme.paper, stroke: theme.ink3, width: 1.5 })
  const named = labels(view, frame, point, point === null ? [] : meetings(outcome, point), limits, ghost)
  marks.push(...named.marks, ...axes(view, frame, point))

  return {
    traces: frontierTraces(view, frame, limits),
    layout: frontierLayout(view, frame),
    marks,
    frame,
    range,
    point,
    limits,
    finding: finding(view, point, limits),
    sentence: sentence(view, point, limits, savedPoint),
    tables: () => frontierTables(view, frame, point),
    placement: named.placement
  }
}

/** The saved plan's point, when it is in sight and not under the handle. */
function ghostOf(saved: PlanPoint | null, point: PlanPoint | null, frame: Frame): { x: number; y: number } | null {
  if (saved === null || saved.x === null || saved.x < frame.from || saved.x > frame.to) return null
  const x = frame.x(saved.x)
  const y = frame.y(saved.wanted)
  const near = point !== null && point.x !== null && Math.hypot(frame.x(point.x) - x, frame.y(point.wanted) - y) < 6
  return near ? null : { x, y }
}
