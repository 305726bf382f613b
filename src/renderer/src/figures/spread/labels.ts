/** Direct labels of a spread: the 5, 50 and 95 % points and the line that the plan is held to, in as many rows above the figure as they need. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Mark } from '../marks'
import { ROW, sharesOf, stepOf, type Frame, type SpreadView } from './view'

interface Label {
  words: string
  at: number
  colour: string
  isLine: boolean
}
interface Placed extends Label {
  x: number
  row: number
}

const APART = 8

/** Labels in the order in which they choose their row: the plan's line last, it may stand above the others. */
function labelsOf({ distribution: { kind, percentiles, line }, text, theme, language }: SpreadView): Label[] {
  const value = (x: number): string => formatText(x, kind, language)
  const points = percentiles.flatMap(({ p, value: at }): Label[] =>
    at === null
      ? []
      : [{ words: fill(text.percentile, { p: formatText(p, 'percent', language), value: value(at) }, language), at, colour: theme.ink2, isLine: false }]
  )
  if (line === null) return points
  const words = line.limit === 'nothing' ? text.line.nothing : `${text.line[line.limit]} ${value(line.value)}`
  return [...points, { words, at: line.value, colour: theme.bad, isLine: true }]
}

/** Where each label stands: its text over its value, moved inwards at the edges, one row up for each that is in the way. Row 0 is the lowest. */
export function placedLabels(view: SpreadView, x: (value: number) => number, right: number): { labels: Placed[]; rows: number } {
  const { measure, theme, width } = view
  const taken: { row: number; from: number; to: number }[] = []
  const labels = labelsOf(view).flatMap((label): Placed[] => {
    const at = x(label.at)
    if (at < 0 || at > right + 1) return []
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
  const { theme, cumulative, distribution } = view
  const { curve } = distribution
  const shares = sharesOf(curve)
  return labels.flatMap(({ words, at, colour, isLine, x, row }): Mark[] => {
    const px = frame.x(at)
    const y = frame.top - 8 - row * ROW
    const step = stepOf(curve, at)
    const top = frame.y(cumulative ? curve.below[step + 1]! : shares[step]!)
    // The plan's own line is drawn by the chart; the others lead from their label down to the axis.
    const lead: Mark[] = isLine
      ? row === 0
        ? []
        : [{ kind: 'path', d: `M${px.toFixed(1)} ${(y + 3).toFixed(1)}V${frame.top}`, stroke: theme.bad, width: 1.5 }]
      : [
          { kind: 'path', d: `M${px.toFixed(1)} ${(y + 3).toFixed(1)}V${top.toFixed(1)}`, stroke: theme.line3, width: 1 },
          { kind: 'path', d: `M${px.toFixed(1)} ${top.toFixed(1)}V${frame.bottom}`, stroke: theme.ink2, width: 1, dash: '2 3' }
        ]
    return [
      ...lead,
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
