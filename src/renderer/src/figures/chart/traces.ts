/** The curves, bands, points and regions of a panel as traces of the chart library, in pixels of the figure: scales are ours, clipping is the library's. */
import { faded, type FigureTheme } from '../theme'
import { extremes, seen } from '../thin'
import type { Panel, Region, Series } from './spec'
import { colourOf, styleOf, type Frame } from './view'

/** A trace; which axes it belongs to is added by the chart. */
export type Trace = Record<string, unknown>

const HIDDEN = { type: 'scatter', hoverinfo: 'skip', showlegend: false } as const
const TINT = 0.1
const POINT = 7

/** Beyond this far outside its frame a pixel says no more: the library draws no numbers of any size. */
const FAR = 20_000
const near = (pixel: number): number => Math.min(FAR, Math.max(-FAR, pixel))

/** From so many points on several share a column of pixels, and a noisy line is drawn by its extremes. */
const MANY = 2000

interface Drawn {
  px: (number | null)[]
  py: (number | null)[]
}

function atExtremes({ px, py }: { px: readonly number[]; py: readonly number[] }): { px: number[]; py: number[] } {
  const kept = extremes(px, py)
  return { px: kept.map((i) => px[i]!), py: kept.map((i) => py[i]!) }
}

/** A line's places in pixels, without those that a straight line passes anyway; gaps stay gaps. */
function placesOf(x: readonly number[], y: readonly (number | null)[], frame: Frame, isLog: { x: boolean; y: boolean }): Drawn {
  const drawn: Drawn = { px: [], py: [] }
  let run: { px: number[]; py: number[] } = { px: [], py: [] }
  const close = (): void => {
    if (run.px.length === 0) return
    if (drawn.px.length > 0) {
      drawn.px.push(null)
      drawn.py.push(null)
    }
    const { px, py } = run.px.length > MANY && run.px.every((value, i) => i === 0 || value >= run.px[i - 1]!) ? atExtremes(run) : run
    const ascending = px.every((value, i) => i === 0 || value > px[i - 1]!)
    const kept = px.length > 2 && ascending ? seen(px, py, frame.left, frame.right) : px.map((_, i) => i)
    for (const i of kept) {
      drawn.px.push(px[i]!)
      drawn.py.push(py[i]!)
    }
    run = { px: [], py: [] }
  }
  x.forEach((value, i) => {
    const height = y[i]
    const shown = height !== null && height !== undefined && (!isLog.x || value > 0) && (!isLog.y || height > 0)
    if (!shown) return close()
    run.px.push(near(frame.x(value)))
    run.py.push(near(frame.y(height)))
  })
  close()
  return drawn
}

const lineTrace = ({ px, py }: Drawn, color: string, width: number, dash: string): Trace => ({
  ...HIDDEN,
  mode: 'lines',
  x: px,
  y: py,
  connectgaps: false,
  line: { color, width, dash: dash === '' ? 'solid' : dash, simplify: false }
})

/** Each stretch of the band that has both ends, as an area of its own. */
function bandTraces({ x, band }: Series, panel: Panel, frame: Frame, colour: string, theme: FigureTheme): Trace[] {
  if (band === undefined) return []
  const traces: Trace[] = []
  let run: number[] = []
  const visible = (value: number | null | undefined, log: boolean): value is number => value !== null && value !== undefined && (!log || value > 0)
  const close = (): void => {
    if (run.length > 1) {
      const back = [...run].reverse()
      traces.push({
        ...HIDDEN,
        mode: 'lines',
        x: [...run, ...back].map((i) => near(frame.x(x[i]!))),
        y: [...run.map((i) => near(frame.y(band.high[i]!))), ...back.map((i) => near(frame.y(band.low[i]!)))],
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

/** Points with a halo of paper, and their error bars. */
function pointTraces(series: Series, panel: Panel, frame: Frame, colour: string, theme: FigureTheme): Trace[] {
  const { x, y, whiskers } = series
  const shown = x.flatMap((value, i) => {
    const height = y[i]
    return height === null || height === undefined || (panel.x.log && value <= 0) || (panel.y.log && height <= 0) ? [] : [i]
  })
  const bars: { px: (number | null)[]; py: (number | null)[] } = { px: [], py: [] }
  for (const i of shown) {
    const [low, high] = [whiskers?.low[i] ?? null, whiskers?.high[i] ?? null]
    if (low === null || high === null) continue
    const least = panel.y.log && low <= 0 ? frame.bottom : near(frame.y(low))
    bars.px.push(near(frame.x(x[i]!)), near(frame.x(x[i]!)), null)
    bars.py.push(least, near(frame.y(high)), null)
  }
  return [
    ...(bars.px.length > 0 ? [lineTrace(bars, colour, 1, '')] : []),
    {
      ...HIDDEN,
      mode: 'markers',
      x: shown.map((i) => near(frame.x(x[i]!))),
      y: shown.map((i) => near(frame.y(y[i]!))),
      marker: { color: colour, size: shown.length > 60 ? POINT - 2 : POINT, line: { color: theme.paper, width: shown.length > 200 ? 0.5 : 1.5 } }
    }
  ]
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
export function tracesOf(panel: Panel, frame: Frame, theme: FigureTheme): Trace[] {
  const order = [...panel.series].sort((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false))
  const isLog = { x: panel.x.log, y: panel.y.log }
  return [
    ...(panel.regions ?? []).flatMap((region) => regionTraces(region, frame, theme)),
    ...order.flatMap((series) => bandTraces(series, panel, frame, styleOf(series, theme).colour, theme)),
    ...order
      .filter(({ draw }) => draw !== 'points')
      .map((series) => {
        const { colour, width, dash } = styleOf(series, theme)
        return lineTrace(placesOf(series.x, series.y, frame, isLog), colour, width, dash)
      }),
    ...order.filter(({ draw }) => draw !== 'line').flatMap((series) => pointTraces(series, panel, frame, styleOf(series, theme).colour, theme))
  ]
}
