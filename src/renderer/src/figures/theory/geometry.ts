/** How the cosine of random pairs narrows with the number of dimensions. Pure. */
import type { Output } from '../../../../shared/contract'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec } from '../chart/spec'

export function geometryChart(
  { rows }: Output<'emergence.nearOrthogonal'>,
  { dimension, tolerance }: { dimension: number; tolerance: number },
  theory: Messages['screen']['theory'],
  language: Language
): ChartSpec {
  const text = theory.geometry
  const own = rows.find((row) => row.dimension === dimension) ?? rows[0]!
  const values = { d: own.dimension, within: own.within, tolerance, deviation: own.deviation }
  return {
    panels: [
      {
        x: { label: text.x, kind: 'number', log: false, from: -1, to: 1 },
        y: { label: text.y, kind: 'percent', log: false, from: 0 },
        regions: [{ axis: 'x', from: -tolerance, to: tolerance, label: '', look: 'tint', tone: 'ink3' }],
        series: rows.map(({ dimension: d, histogram }, i) => {
          const pairs = histogram.reduce((sum, bin) => sum + bin.pairs, 0)
          return {
            id: String(d),
            name: fill(text.series, { d }, language),
            x: histogram.map(({ from, to }) => (from + to) / 2),
            y: histogram.map((bin) => bin.pairs / pairs),
            draw: 'line' as const,
            tone: i,
            chosen: d === own.dimension
          }
        })
      }
    ],
    finding: fill(text.finding, values, language),
    sentence: fill(text.sentence, values, language),
    sources: [text.source]
  }
}
