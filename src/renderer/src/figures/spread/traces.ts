/** What the chart library draws of a spread: the whole as a pale area, the brushed part darker, the base dashed behind it, the line that the plan is held to. No words. */
import { GHOST } from '../ghost'
import { area, line, plotLayout, type LineTrace, type PlotLayout } from '../lines'
import { faded } from '../theme'
import { baseMedian, baseOutline } from './base'
import { sharesOf, stepOf, type Frame, type SpreadView } from './view'

const WHOLE = 0.12
const BRUSHED = 0.28

/** The outline between two values: steps of the shares, or the curve of the cumulative share. Closed along the axis. */
function outline({ distribution: { curve }, cumulative }: SpreadView, from: number, to: number): { x: number[]; y: number[] } {
  const { x, below } = curve
  const shares = sharesOf(curve)
  const [first, last] = [stepOf(curve, from), stepOf(curve, to)]
  const px = [from]
  const py = [0]
  // The axis may go farther than the curve, for the base.
  if (cumulative && from < x[0]!) {
    px.push(from)
    py.push(below[0]!)
  }
  for (let i = first; i <= last; i++) {
    const [a, b] = [Math.max(from, x[i]!), Math.min(to, x[i + 1]!)]
    if (a > b) continue
    const at = (value: number): number => below[i]! + shares[i]! * ((value - x[i]!) / (x[i + 1]! - x[i]!))
    px.push(a, b)
    if (cumulative) py.push(at(a), at(b))
    else py.push(shares[i]!, shares[i]!)
  }
  if (cumulative && to > x.at(-1)!) {
    px.push(to)
    py.push(below.at(-1)!)
  }
  px.push(to)
  py.push(0)
  return { x: px, y: py }
}

export function spreadTraces(view: SpreadView, frame: Frame): LineTrace[] {
  const { distribution, range, base, theme } = view
  const whole = outline(view, frame.from, frame.to)
  const traces = [area(whole.x, whole.y, faded(theme.ink, WHOLE))]
  const from = Math.max(frame.from, range.from ?? frame.from)
  const to = Math.min(frame.to, range.to ?? frame.to)
  if (from < to) {
    const part = outline(view, from, to)
    traces.push(area(part.x, part.y, faded(theme.ink, BRUSHED)))
  }
  if (base !== null) {
    const only = base.distribution.curve === null ? baseMedian(view) : null
    const behind = only === null ? baseOutline(view, frame.from, frame.to) : { x: [only, only], y: [0, frame.y.inverse(frame.top)] }
    traces.push(line(behind, theme.ink2, GHOST.width, GHOST.dash))
  }
  // Along the top only: the area has no outline.
  traces.push(line({ x: whole.x.slice(1, -1), y: whole.y.slice(1, -1) }, theme.ink2, 1.25))
  const at = distribution.line?.value
  if (at !== undefined && at >= frame.from && at <= frame.to) traces.push(line({ x: [at, at], y: [0, frame.y.inverse(frame.top)] }, theme.bad, 1.5))
  return traces
}

export function spreadLayout(view: SpreadView, frame: Frame): PlotLayout {
  const isLog = view.distribution.curve.scale === 'log'
  return plotLayout(view, frame, {
    xaxis: { type: isLog ? 'log' : 'linear', range: isLog ? [Math.log10(frame.from), Math.log10(frame.to)] : [frame.from, frame.to] },
    yaxis: { range: [0, frame.y.inverse(frame.top)], tickvals: view.cumulative ? [0.25, 0.5, 0.75, 1] : [], showgrid: view.cumulative }
  })
}
