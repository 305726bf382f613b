/** What the chart library draws: curves, bands, the region beyond the limits, gridlines. No words, so that a drag of the handle leaves it untouched. */
import { baseFrontier, BLEED, type Frame, type FrontierView } from './view'
import { GHOST } from '../ghost'
import { area, line, plotLayout, type LineTrace, type PlotLayout } from '../lines'
import { faded, seriesStyle } from '../theme'
import { seen } from '../thin'
import type { Frontier } from '../../../../shared/outcome'

export function frontierTraces(view: FrontierView, frame: Frame, limits: readonly { x: number; stops: boolean }[]): LineTrace[] {
  const { frontier, focus } = view.outcome
  const { theme } = view
  const px = frontier.x.map(frame.x)
  /** A curve as the points that show, probability beside resource. */
  const shown = (y: readonly number[]): { x: number[]; y: number[] } => {
    const kept = seen(px, y.map(frame.y), frame.left, frame.right)
    return { x: kept.map((i) => frontier.x[i]!), y: kept.map((i) => y[i]!) }
  }
  const band = (low: readonly number[], high: readonly number[], colour: string): LineTrace => {
    const [a, b] = [shown(high), shown(low)]
    return area([...a.x, ...b.x.reverse()], [...a.y, ...b.y.reverse()], colour)
  }
  const traces: LineTrace[] = []
  const ghost = (base: Frontier, curve: readonly number[], colour: string): LineTrace => {
    const kept = seen(base.x.map(frame.x), curve.map(frame.y), frame.left, frame.right)
    return line({ x: kept.map((i) => base.x[i]!), y: kept.map((i) => curve[i]!) }, colour, GHOST.width, GHOST.dash)
  }

  const beyond = Math.min(...limits.filter((l) => l.stops).map((l) => l.x))
  if (beyond < frame.to) {
    const a = Math.max(beyond, frame.from)
    traces.push({
      ...area([a, frame.to, frame.to, a], [0, 0, 1, 1], 'transparent'),
      fillpattern: { shape: '/', size: 8, solidity: 0.14, fgcolor: theme.hatch, bgcolor: 'transparent', fillmode: 'overlay' }
    })
  }

  const chosen = frontier.each.findIndex((e) => e.id === focus)
  const c = frontier.each[chosen]
  if (c !== undefined) {
    const { colour } = seriesStyle(chosen, theme, true)
    if (c.p5.some((v, i) => c.p95[i]! - v > 1e-6)) {
      traces.push(band(c.p5, c.p95, faded(colour, theme.band90)))
      traces.push(band(c.p25, c.p75, faded(colour, theme.band50)))
    }
  }
  const base = baseFrontier(view)
  if (base !== null) {
    const own = base.each.find((e) => e.id === focus)
    if (own !== undefined) traces.push(ghost(base, own.probability, seriesStyle(chosen, theme, true).colour))
    if (base.each.length > 1) traces.push(ghost(base, base.all, theme.ink))
  }
  frontier.each.forEach((e, i) => {
    if (i === chosen) return
    const style = seriesStyle(i, theme, false)
    traces.push(line(shown(e.probability), style.colour, style.width, style.dash))
  })
  if (frontier.each.length > 1) traces.push(line(shown(frontier.all), theme.ink, 2.25))
  if (c !== undefined) {
    const style = seriesStyle(chosen, theme, true)
    traces.push(line(shown(c.probability), style.colour, style.width, style.dash))
  }
  for (const l of limits) if (l.x >= frame.from && l.x <= frame.to) traces.push(line({ x: [l.x, l.x], y: [0, 1] }, theme.bad, 1.5))
  return traces
}

export function frontierLayout(view: FrontierView, frame: Frame): PlotLayout {
  const bleed = BLEED / (frame.bottom - frame.top)
  return plotLayout(
    view,
    frame,
    {
      xaxis: { type: 'log', range: [Math.log10(frame.from), Math.log10(frame.to)] },
      yaxis: { range: [-bleed, 1 + bleed], tickvals: [0.25, 0.5, 0.75, 1], showgrid: true }
    },
    BLEED
  )
}
