/**
 * The curves, bands, points and regions of a panel as traces of the chart library, in pixels of the figure: scales are ours, and what lies outside the frame is cut off
 * here, however close one looks.
 */
import { clippedArea, clippedLine, type ClipBox } from '../clip'
import { faded, type FigureTheme } from '../theme'
import { extremes, seen } from '../thin'
import { BLEED, HIDDEN, lineTrace, type Drawing, type Thinned, type Trace } from './drawing'
import { CROWD, pointsOf } from './points'
import type { Panel, Region, Series } from './spec'
import { colourOf, styleOf, type Frame } from './view'

const TINT = 0.1

/** From so many points in sight on several share a column of pixels, and a noisy line is drawn by its extremes. */
const MANY = 2000

/** Whether a series can have more values than are drawn. */
export const isCrowded = ({ x, draw }: Series): boolean => x.length > (draw === 'line' ? MANY : CROWD)

/** A line is cut well outside what is shown, so that its ends are not seen. */
const OUTSIDE = 4 * BLEED
const boxAround = ({ left, right, top, bottom }: Frame): ClipBox => ({
  left: left - OUTSIDE,
  right: right + OUTSIDE,
  top: top - OUTSIDE,
  bottom: bottom + OUTSIDE
})

interface Run {
  px: number[]
  py: number[]
}

/** Where the line has values, in pixels; a new stretch after each gap. */
function stretches({ x, y }: Series, panel: Panel, frame: Frame): Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  for (let i = 0; i < x.length; i++) {
    const height = y[i]
    if (height === null || height === undefined || (panel.x.log && x[i]! <= 0) || (panel.y.log && height <= 0)) {
      run = null
      continue
    }
    if (run === null) runs.push((run = { px: [], py: [] }))
    run.px.push(frame.x(x[i]!))
    run.py.push(frame.y(height))
  }
  return runs
}

const rises = (values: readonly number[], strictly: boolean): boolean =>
  values.every((value, i) => i === 0 || (strictly ? value > values[i - 1]! : value >= values[i - 1]!))

const picked = ({ px, py }: Run, kept: readonly number[]): Run => ({ px: kept.map((i) => px[i]!), py: kept.map((i) => py[i]!) })

/** A line as it can be seen: within the frame, a crowded stretch by its extremes, without places that a straight line passes anyway; gaps stay gaps. */
function lineOf(series: Series, panel: Panel, frame: Frame, theme: FigureTheme): { trace: Trace; thinned: Thinned } {
  const { colour, width, dash } = styleOf(series, theme)
  const thinned: Thinned = { values: 0, drawn: 0 }
  const drawn: { px: (number | null)[]; py: (number | null)[] } = { px: [], py: [] }
  for (const stretch of stretches(series, panel, frame))
    for (const run of clippedLine(stretch.px, stretch.py, boxAround(frame))) {
      let shown = run
      if (run.px.length > MANY && rises(run.px, false)) {
        shown = picked(run, extremes(run.px, run.py))
        thinned.values += run.px.length
        thinned.drawn += shown.px.length
      }
      if (shown.px.length > 2 && rises(shown.px, true)) shown = picked(shown, seen(shown.px, shown.py, frame.left, frame.right))
      if (drawn.px.length > 0) {
        drawn.px.push(null)
        drawn.py.push(null)
      }
      for (let i = 0; i < shown.px.length; i++) {
        drawn.px.push(shown.px[i]!)
        drawn.py.push(shown.py[i]!)
      }
    }
  return { trace: lineTrace(drawn, colour, width, dash), thinned }
}

/** Each stretch of the band that has both ends, as an area of its own. */
function bandTraces({ x, band }: Series, panel: Panel, frame: Frame, colour: string, theme: FigureTheme): Trace[] {
  if (band === undefined) return []
  const traces: Trace[] = []
  let run: number[] = []
  const visible = (value: number | null | undefined, log: boolean): value is number => value !== null && value !== undefined && (!log || value > 0)
  const close = (): void => {
    if (run.length > 1) {
      const back = [...run].reverse()
      const { px, py } = clippedArea(
        [...run, ...back].map((i) => frame.x(x[i]!)),
        [...run.map((i) => frame.y(band.high[i]!)), ...back.map((i) => frame.y(band.low[i]!))],
        boxAround(frame)
      )
      traces.push({
        ...HIDDEN,
        mode: 'lines',
        x: px,
        y: py,
        fill: 'toself',
        fillcolor: faded(colour, band.level === 90 ? theme.band90 : theme.band50),
        line: { width: 0, color: 'transparent' }
      })
    }
    run = []
  }
  x.forEach((value, i) => {
    if (visible(value, panel.x.log) && visible(band.low[i], panel.y.log) && visible(band.high[i], panel.y.log)) run.push(i)
    else close()
  })
  close()
  return traces
}

/** Box of a region within its panel. */
export function boxOf({ axis, from, to }: Region, frame: Frame): { x0: number; x1: number; y0: number; y1: number } {
  const [a, b] = [from, to].map((end, i) => {
    if (end !== null) return axis === 'x' ? frame.x(end) : frame.y(end)
    if (axis === 'x') return i === 0 ? frame.left : frame.right
    return i === 0 ? frame.bottom : frame.top
  }) as [number, number]
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  return axis === 'x'
    ? { x0: Math.max(low, frame.left), x1: Math.min(high, frame.right), y0: frame.top, y1: frame.bottom }
    : { x0: frame.left, x1: frame.right, y0: Math.max(low, frame.top), y1: Math.min(high, frame.bottom) }
}

function regionTraces(region: Region, frame: Frame, theme: FigureTheme): Trace[] {
  const { x0, x1, y0, y1 } = boxOf(region, frame)
  if (x1 <= x0 || y1 <= y0) return []
  const fgcolor = region.tone === 'bad' ? theme.hatch : theme.hatchWarn
  const filled =
    region.look === 'tint'
      ? { fillcolor: faded(colourOf(region.tone, theme), TINT) }
      : { fillcolor: 'transparent', fillpattern: { shape: '/', size: 8, solidity: 0.14, fgcolor, bgcolor: 'transparent', fillmode: 'overlay' } }
  return [{ ...HIDDEN, mode: 'lines', x: [x0, x1, x1, x0, x0], y: [y0, y0, y1, y1, y0], fill: 'toself', line: { width: 0, color: 'transparent' }, ...filled }]
}

/** From back to front: regions, bands, lines, points; a chosen series over the others. */
export function tracesOf(panel: Panel, frame: Frame, theme: FigureTheme): Drawing {
  const order = [...panel.series].sort((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false))
  const lines = order.filter(({ draw }) => draw !== 'points').map((series) => lineOf(series, panel, frame, theme))
  const points = order.filter(({ draw }) => draw !== 'line').map((series) => pointsOf(series, panel, frame, styleOf(series, theme).colour, theme))
  const sum = (of: keyof Thinned): number => [...lines, ...points].reduce((total, { thinned }) => total + thinned[of], 0)
  return {
    traces: [
      ...(panel.regions ?? []).flatMap((region) => regionTraces(region, frame, theme)),
      ...order.flatMap((series) => bandTraces(series, panel, frame, styleOf(series, theme).colour, theme)),
      ...lines.map(({ trace }) => trace),
      ...points.flatMap(({ traces }) => traces)
    ],
    marks: points.flatMap(({ marks }) => marks),
    thinned: { values: sum('values'), drawn: sum('drawn') }
  }
}
