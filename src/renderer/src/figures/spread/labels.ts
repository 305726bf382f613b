/** Direct labels of a spread: the 5, 50 and 95 % points, the middle of the base and the line that the plan is held to, in as many rows above the figure as they need. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Mark } from '../marks'
import { baseHeights, baseMedian } from './base'
import { ROW, sharesOf, stepOf, type Curve, type Frame, type SpreadView } from './view'

interface Label {
  words: string
  at: number
  colour: string
  of: 'outcome' | 'base' | 'line'
}
interface Placed extends Label {
  x: number
  row: number
}

const APART = 8

/** Labels in the order in which they choose their row: the plan's line last, it may stand above the others. */
function labelsOf(view: SpreadView): Label[] {
  const { distribution, text, theme, language } = view
  const { kind, percentiles, line } = distribution
  const value = (x: number): string => formatText(x, kind, language)
  const percentile = (p: number, at: number): string => fill(text.percentile, { p: formatText(p, 'percent', language), value: value(at) }, language)
  const points = percentiles.flatMap(({ p, value: at }): Label[] => (at === null ? [] : [{ words: percentile(p, at), at, colour: theme.ink2, of: 'outcome' }]))
  const middle = baseMedian(view)
  if (middle !== null)
    points.push({ words: fill(text.base.label, { percentile: percentile(0.5, middle) }, language), at: middle, colour: theme.ink3, of: 'base' })
  if (line === null) return points
  const words = line.limit === 'nothing' ? text.line.nothing : `${text.line[line.limit]} ${value(line.value)}`
  return [...points, { words, at: line.value, colour: theme.bad, of: 'line' }]
}

/** Where each label stands: its text over its value, moved inwards at the edges, one row up for each that is in the way. Row 0 is the lowest. */
export function placedLabels(view: SpreadView, x: (value: number) => number, right: number): { labels: Placed[]; rows: number } {
  const { measure, theme, width } = view
  const taken: { row: number; from: number; to: number }[] = []
  const labels = labelsOf(view).flatMap((label): Placed[] => {
    const at = x(label.at)
    // The base may lie beyond the axis: then its label stands at the edge.
    if (label.of !== 'base' && (at < 0 || at > right + 1)) return []
    const half = measure(label.words, theme.micro, 600) / 2
    const middle = Math.min(Math.max(at, half), width - half)
    let row = 0
    while (taken.some((other) => other.row === row && other.from < middle + half + APART && other.to > middle - half - APART)) row++
    taken.push({ row, from: middle - half, to: middle + half })
    return [{ ...label, x: middle, row }]
  })
  return { labels, rows: 1 + Math.max(0, ...labels.map(({ row }) => row)) }
}

export function labelMarks(view: SpreadView, frame: Frame, labels: readonly Placed[]): Mark[] {
  const { theme } = view
  return labels.flatMap(({ words, at, colour, of, x, row }): Mark[] => {
    const px = frame.x(at)
    const y = frame.top - 8 - row * ROW
    const down = (to: number, stroke: string, width: number): Mark => ({
      kind: 'path',
      d: `M${px.toFixed(1)} ${(y + 3).toFixed(1)}V${to.toFixed(1)}`,
      stroke,
      width
    })
    const lead = (): Mark[] => {
      // The plan's own line is drawn by the chart; the others lead from their label down to their curve, the outcome's own on to the axis.
      if (of === 'line') return row === 0 ? [] : [down(frame.top, theme.bad, 1.5)]
      if (of === 'base') return at < frame.from || at > frame.to ? [] : [down(Math.max(frame.top, baseTop(view, frame, at)), theme.line3, 1)]
      const top = heightAt(view.distribution.curve, sharesOf(view.distribution.curve), at, view.cumulative)
      return [
        down(frame.y(top), theme.line3, 1),
        { kind: 'path', d: `M${px.toFixed(1)} ${frame.y(top).toFixed(1)}V${frame.bottom}`, stroke: theme.ink2, width: 1, dash: '2 3' }
      ]
    }
    return [
      ...lead(),
      {
        kind: 'text',
        x,
        y,
        lines: [words],
        lineHeight: theme.micro,
        size: theme.micro,
        weight: 600,
        anchor: 'middle',
        fill: colour,
        halo: theme.paper
      }
    ]
  })
}

/** Height of a curve at one of its values, in shares. */
function heightAt(curve: Curve, heights: readonly number[], value: number, cumulative: boolean): number {
  const step = stepOf(curve, value)
  return cumulative ? curve.below[step + 1]! : heights[step]!
}

/** Where the base's curve stands at a value; the top of the figure where every draw of it has that value. */
function baseTop({ distribution, base, cumulative }: SpreadView, frame: Frame, value: number): number {
  const curve = base?.distribution.curve ?? null
  return curve === null ? frame.top : frame.y(heightAt(curve, baseHeights(distribution.curve, curve), value, cumulative))
}
