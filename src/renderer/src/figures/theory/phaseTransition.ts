/** The order parameter over scale. Pure: from the engine's answer to the specification of the chart. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Series } from '../chart/spec'

type Answer = Exclude<Output<'emergence.phaseTransition'>, NoAnswer>

export interface About {
  model: string
  /** Parameters of the plan's largest run, which the figure marks. */
  own: number | null
}

export function phaseChart(answer: Answer, { model, own }: About, theory: Messages['screen']['theory'], language: Language): ChartSpec {
  const text = theory.phase
  const { curve, asGiven, criticalPoint, halfScale, onsetSlope, supremum, formula } = answer
  const series = (id: string, name: string, points: typeof curve): Omit<Series, 'tone'> => ({
    id,
    name,
    x: points.map(({ scale }) => scale),
    y: points.map(({ order }) => order),
    draw: 'line'
  })
  const never = { model, most: supremum }
  return {
    panels: [
      {
        x: { label: theory.x, kind: 'N', log: true },
        y: { label: '', kind: 'percent', log: false, from: 0, to: 1 },
        series: [
          ...(asGiven === null ? [] : [{ ...series('given', text.asGiven, asGiven.curve), tone: 'ink3' as const, dash: '3px,3px' }]),
          { ...series('curve', text.curve, curve), tone: 2, dash: '', chosen: true }
        ],
        rules: [
          {
            axis: 'x',
            at: criticalPoint.scale,
            label: fill(text[criticalPoint.kind], { N: criticalPoint.scale }, language),
            tone: 'ink2',
            dash: '2 3',
            width: 1
          },
          ...(own === null ? [] : [{ axis: 'x' as const, at: own, label: fill(theory.own, { N: own }, language), tone: 'ink' as const, width: 1 }])
        ],
        spots: halfScale === null ? [] : [{ x: halfScale, y: 0.5, label: fill(text.half, { N: halfScale }, language), look: 'disc', tone: 2 }]
      }
    ],
    finding: onsetSlope === null || halfScale === null ? fill(text.never, never, language) : text.finding[onsetSlope],
    sentence:
      halfScale === null ? fill(text.sentenceNever, never, language) : fill(text.sentence, { model, N: criticalPoint.scale, half: halfScale }, language),
    sources: [fill(text.source, { formula }, language)]
  }
}
