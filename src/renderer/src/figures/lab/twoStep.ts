/** Loss against compute, and score against compute, by the two fitted laws; the plan's run marked. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Panel, Rule, Series } from '../chart/spec'

type Answer = Exclude<Output<'emergence.twoStep'>, NoAnswer>
type Texts = Messages['screen']['lab']
export interface About {
  /** The plan's own run, whose prediction is the only one beside the curve. */
  own: number | null
  level: number
  file: string
}

export function twoStepChart({ predictions, curve, runs: taken }: Answer, { own, level, file }: About, text: Texts, language: Language): ChartSpec {
  const { steps, scaleNames } = text
  const runs = taken.flatMap(({ C, loss, score }) => (C === null || loss === null ? [] : [{ C, loss, score }]))
  const first = own === null ? undefined : predictions[0]
  const x = curve.map(({ C }) => C ?? NaN)
  const measured = (y: readonly (number | null)[]): Series => ({
    id: 'points',
    name: steps.measured,
    label: '',
    x: runs.map(({ C }) => C),
    y,
    draw: 'points',
    tone: 'ink'
  })
  const rules: Rule[] = own === null ? [] : [{ axis: 'x', at: own, label: fill(steps.plan, { C: own }, language), tone: 'ink', width: 1 }]
  const last = Math.max(...runs.map(({ C }) => C))
  const panel = (title: string, y: Panel['y'], series: readonly Series[]): Panel => ({
    title,
    x: { label: scaleNames.C, kind: 'C', log: true },
    y,
    series,
    rules,
    regions: [{ axis: 'x', from: last, to: x.at(-1) ?? last, label: steps.extrapolated, look: 'hatch', tone: 'warn' }]
  })
  const intervals = curve.every(({ interval }) => interval !== null)
  const values = first === undefined ? null : { C: own ?? 0, loss: first.loss, score: first.score, level, ...(first.interval ?? {}) }
  return {
    panels: [
      panel(steps.lossTitle, { label: '', kind: 'loss', log: false }, [
        { id: 'law', name: steps.predicted, label: '', x, y: curve.map(({ loss }) => loss), draw: 'line', tone: 0, dash: '' },
        measured(runs.map(({ loss }) => loss))
      ]),
      panel(steps.scoreTitle, { label: '', kind: 'percent', log: false, from: 0, to: 1 }, [
        {
          id: 'score',
          name: steps.predicted,
          label: '',
          x,
          y: curve.map(({ score }) => score),
          draw: 'line',
          tone: 2,
          dash: '',
          ...(intervals
            ? {
                band: { low: curve.map(({ interval }) => interval?.low ?? null), high: curve.map(({ interval }) => interval?.high ?? null), level: 90 as const }
              }
            : {})
        },
        measured(runs.map(({ score }) => score))
      ])
    ],
    finding: values === null ? '' : fill(steps.finding, values, language),
    sentence: values === null ? steps.about : fill(first?.interval ? steps.sentence : steps.sentenceAlone, values, language),
    sources: [fill(steps.source, { file }, language)]
  }
}
