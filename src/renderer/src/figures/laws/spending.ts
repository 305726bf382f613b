/** What runs of equal quality cost over their life, and what more epochs bring. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec } from '../chart/spec'

type Serving = Exclude<Output<'allocate.inference'>, NoAnswer>
type Data = Exclude<Output<'allocate.dataLimited'>, NoAnswer>
type Texts = Messages['screen']['lawPage']

export function lifetimeChart({ curve, N, optimal, minimised, loss }: Serving, law: string, text: Texts, language: Language): ChartSpec {
  const { serving, axis } = text
  const line = { x: curve.N, draw: 'line' } as const
  return {
    panels: [
      {
        x: { label: axis.N, kind: 'N', log: true },
        y: { label: axis[minimised], kind: minimised === 'usd' ? 'usd' : 'C', log: true },
        series: [
          { ...line, id: 'training', name: serving.training, y: curve.training, tone: 5 },
          { ...line, id: 'serving', name: serving.serving, y: curve.serving, tone: 1 },
          { ...line, id: 'total', name: serving.total, y: curve.total, tone: 0, dash: '', chosen: true }
        ],
        rules: [
          { axis: 'x', at: N, label: fill(serving.bestRule, { N }, language), tone: 'good', width: 1 },
          { axis: 'x', at: optimal.N, label: fill(serving.optimalRule, { N: optimal.N }, language), tone: 'ink2', dash: '2 3', width: 1 }
        ]
      }
    ],
    finding: serving.figureFinding,
    sentence: fill(serving.figureSentence, { best: N, optimal: optimal.N }, language),
    sources: [`${fill(text.source, { law }, language)} · ${fill(text.surface.contour, { loss }, language)}`]
  }
}

export interface DataLimit {
  law: string
  uniqueTokens: number
  maxEpochs: number | null
}

export function epochsChart(
  { curve, epochs, loss, limitedBy, unlimited }: Data,
  { law, uniqueTokens, maxEpochs }: DataLimit,
  text: Texts,
  language: Language
): ChartSpec {
  const { data, axis } = text
  const line = { x: curve.epochs, draw: 'line' } as const
  return {
    panels: [
      {
        x: { label: axis.epochs, kind: 'number', log: true },
        y: { label: axis.loss, kind: 'loss', log: false },
        series: [
          { ...line, id: 'fresh', name: data.fresh, y: curve.fresh, tone: 'ink3', dash: '3px,3px' },
          { ...line, id: 'limited', name: data.limited, y: curve.loss, tone: 0, dash: '', chosen: true }
        ],
        rules: maxEpochs === null ? [] : [{ axis: 'x', at: maxEpochs, label: fill(data.limitRule, { epochs: maxEpochs }, language), tone: 'bad' }],
        spots: [
          { x: epochs, y: loss, label: fill(data.best, { epochs }, language), look: 'disc', tone: 0 },
          ...(limitedBy === 'nothing' ? [] : [{ x: unlimited.epochs, y: unlimited.loss, label: data.bestFresh, look: 'ring', tone: 'ink3' } as const])
        ]
      }
    ],
    finding: data.figureFinding[limitedBy],
    sentence: fill(data.figureSentence, { loss, epochs, unique: uniqueTokens }, language),
    sources: [fill(text.source, { law }, language)]
  }
}
