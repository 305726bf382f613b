/**
 * Measured points and their error bars. A few are markers of the chart library, one element each; a crowd is one path, in which points that would cover each other are
 * drawn once, and through which curves can be seen. How many that are is told, so that the figure can say it.
 */
import type { Mark } from '../marks'
import { faded, type FigureTheme } from '../theme'
import { onePerCell } from '../thin'
import { BLEED, HIDDEN, lineTrace, type Drawing } from './drawing'
import type { Panel, Series } from './spec'
import { isIn, type Frame } from './view'

const SIZE = { few: 7, many: 5 } as const
/** From so many points on they are smaller, and closer together than their halo is wide. */
const MANY = { smaller: 60, thinHalo: 200 } as const
/** From so many points in sight on they are a crowd. */
export const CROWD = 400
/** Pixels of a square in which one point of a crowd is drawn; of more than so many squares the wider ones. A disc is wider than either. */
const CELL = { fine: 2, coarse: 4 } as const
const MOST = 6000
const OPAQUE = 0.6

interface Sighted {
  /** Places in the series. */
  rows: number[]
  px: number[]
  py: number[]
}

function inSight({ x, y }: Series, panel: Panel, frame: Frame): Sighted {
  const found: Sighted = { rows: [], px: [], py: [] }
  for (let i = 0; i < x.length; i++) {
    const height = y[i]
    if (height === null || height === undefined || (panel.x.log && x[i]! <= 0) || (panel.y.log && height <= 0)) continue
    const [px, py] = [frame.x(x[i]!), frame.y(height)]
    if (!isIn(frame, px, py)) continue
    found.rows.push(i)
    found.px.push(px)
    found.py.push(py)
  }
  return found
}

/** Upper and lower end in pixels, no farther than the frame shows; null where there is no bar to see. */
function barOf({ whiskers }: Series, i: number, panel: Panel, frame: Frame): readonly [number, number] | null {
  const [low, high] = [whiskers?.low[i] ?? null, whiskers?.high[i] ?? null]
  if (low === null || high === null) return null
  const ends = [panel.y.log && low <= 0 ? frame.bottom : frame.y(low), panel.y.log && high <= 0 ? frame.bottom : frame.y(high)]
  const [top, bottom] = [Math.max(frame.top - BLEED, Math.min(...ends)), Math.min(frame.bottom + BLEED, Math.max(...ends))]
  return top <= bottom ? [top, bottom] : null
}

/** Error bars of what is in sight and of what is not but for its bar. */
function barsOf(series: Series, panel: Panel, frame: Frame): { px: (number | null)[]; py: (number | null)[] } {
  const bars: { px: (number | null)[]; py: (number | null)[] } = { px: [], py: [] }
  series.x.forEach((value, i) => {
    const height = series.y[i]
    if (height === null || height === undefined || (panel.x.log && value <= 0) || (panel.y.log && height <= 0)) return
    const px = frame.x(value)
    const bar = px < frame.left - BLEED || px > frame.right + BLEED ? null : barOf(series, i, panel, frame)
    if (bar === null) return
    bars.px.push(px, px, null)
    bars.py.push(...bar, null)
  })
  return bars
}

/** Places among those in sight that are drawn. */
function apart({ px, py }: Sighted): number[] {
  const fine = onePerCell(px, py, CELL.fine)
  if (fine.length <= MOST) return fine
  const at = (values: readonly number[]): number[] => fine.map((k) => values[k]!)
  return onePerCell(at(px), at(py), CELL.coarse).map((k) => fine[k]!)
}

function crowdMarks(series: Series, panel: Panel, frame: Frame, colour: string, { rows, px, py }: Sighted, drawn: readonly number[]): Mark[] {
  const at = (value: number): number => Math.round(value * 10) / 10
  const bars =
    series.whiskers === undefined
      ? ''
      : drawn
          .map((k) => {
            const bar = barOf(series, rows[k]!, panel, frame)
            return bar === null ? '' : `M${at(px[k]!)} ${at(bar[0])}V${at(bar[1])}`
          })
          .join('')
  return [
    ...(bars === '' ? [] : [{ kind: 'path', d: bars, stroke: faded(colour, OPAQUE / 3) } satisfies Mark]),
    // A line of no length with round ends is a disc.
    { kind: 'path', d: drawn.map((k) => `M${at(px[k]!)} ${at(py[k]!)}h0`).join(''), stroke: faded(colour, OPAQUE), width: SIZE.many, round: true }
  ]
}

export function pointsOf(series: Series, panel: Panel, frame: Frame, colour: string, theme: FigureTheme): Drawing {
  const sighted = inSight(series, panel, frame)
  const { rows, px, py } = sighted
  if (rows.length > CROWD) {
    const drawn = apart(sighted)
    return {
      traces: [],
      marks: crowdMarks(series, panel, frame, colour, sighted, drawn),
      thinned: { values: rows.length, drawn: drawn.length }
    }
  }
  const bars = barsOf(series, panel, frame)
  const shown = series.x.length
  return {
    traces: [
      ...(bars.px.length > 0 ? [lineTrace(bars, colour, 1, '')] : []),
      {
        ...HIDDEN,
        mode: 'markers',
        x: px,
        y: py,
        marker: {
          color: colour,
          size: shown > MANY.smaller ? SIZE.many : SIZE.few,
          line: { color: theme.paper, width: shown > MANY.thinHalo ? 0.5 : 1.5 }
        }
      }
    ],
    marks: [],
    thinned: { values: 0, drawn: 0 }
  }
}
