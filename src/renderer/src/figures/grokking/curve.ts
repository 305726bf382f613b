/** A training curve over log steps: its accuracies with memorisation, plateau and generalisation; its losses and weight norm with the peak of the wait. Pure. */
import type { Input, Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Panel, Region, Rule, Series, Spot } from '../chart/spec'

type Analysis = Exclude<Output<'grokking.analyze'>, NoAnswer>
type Record = Input<'grokking.analyze'>['curve'][number]
type Column = 'trainAccuracy' | 'validationAccuracy' | 'trainLoss' | 'validationLoss' | 'weightNorm'
type Texts = Messages['screen']['grokking']

export interface CurveQuestion {
  curve: readonly Record[]
  threshold: number
  chance: number | null
}

/** Where the curve comes from. */
export interface Origin {
  file: string
  run: string
}

const NEEDED: readonly string[] = ['step', 'trainAccuracy', 'validationAccuracy']

/** Records that the engine used, by step; a cell that it refused is left out alone. */
function usedOf(curve: readonly Record[], { problems }: Pick<Analysis, 'problems'>): Record[] {
  const refused = new Map<number, string[]>()
  for (const { row, column } of problems) if (row !== undefined && column !== undefined) refused.set(row, [...(refused.get(row) ?? []), column])
  return curve
    .flatMap((record, i) => {
      const columns = refused.get(i + 1)
      if (columns === undefined) return [record]
      if (columns.some((column) => NEEDED.includes(column))) return []
      return [{ ...record, ...Object.fromEntries(columns.map((column) => [column, null])) }]
    })
    .sort((a, b) => a.step! - b.step!)
}

const seriesOf = (records: readonly Record[], x: readonly number[], column: Column, name: string, style: Pick<Series, 'tone' | 'dash' | 'chosen'>): Series => ({
  id: column,
  name,
  x,
  y: records.map((record) => record[column] ?? null),
  draw: 'line',
  ...style
})
const TRAIN = { tone: 'ink3', dash: '' } as const
const VALIDATION = { tone: 2, dash: '', chosen: true } as const

const atStart = (records: readonly Record[]): number => records.filter(({ step }) => step === 0).length

/** Upright lines where the accuracies are mastered for good. */
function steps({ memorisationStep, generalisationStep }: Analysis, { memorised, generalised }: Texts['figure'], language: Language, named: boolean): Rule[] {
  const rule = (step: number | null, label: string, tone: Rule['tone']): Rule[] =>
    step === null || step === 0 ? [] : [{ axis: 'x', at: step, label: named ? fill(label, { step }, language) : '', tone, dash: '2 3', width: 1 }]
  return [...rule(memorisationStep, memorised, 'ink2'), ...rule(generalisationStep, generalised, 'ink')]
}

function wait({ plateau }: Analysis, label: string): Region[] {
  return plateau === null ? [] : [{ axis: 'x', from: plateau.from === 0 ? null : plateau.from, to: plateau.to, label, look: 'tint', tone: 'warn' }]
}

export function accuracyChart({ curve, threshold, chance }: CurveQuestion, analysis: Analysis, origin: Origin, texts: Texts, language: Language): ChartSpec {
  const text = texts.figure
  const { memorisationStep: memorisation, generalisationStep: generalisation, ends, delay } = analysis
  const records = usedOf(curve, analysis)
  const x = records.map(({ step }) => step!)
  const start = atStart(records)
  const stage = memorisation === null ? (generalisation === null ? 'none' : 'generalised') : generalisation === null ? 'memorised' : 'both'
  return {
    panels: [
      {
        x: { label: text.x, kind: 'number', log: true },
        y: { label: text.accuracyAxis, kind: 'percent', log: false, from: 0, to: 1 },
        series: [seriesOf(records, x, 'trainAccuracy', text.train, TRAIN), seriesOf(records, x, 'validationAccuracy', text.validation, VALIDATION)],
        rules: [
          ...steps(analysis, text, language, true),
          { axis: 'y', at: threshold, label: fill(text.threshold, { threshold }, language), tone: 'pen', width: 1, dash: '4 3' },
          ...(chance === null || chance === 0
            ? []
            : [{ axis: 'y' as const, at: chance, label: fill(text.guessing, { chance }, language), tone: 'ink3' as const, width: 1, dash: '1 3' }])
        ],
        regions: wait(analysis, text.plateau)
      }
    ],
    finding: stage === 'both' ? fill(text.finding.both, { delay: delay! }, language) : text.finding[stage === 'memorised' ? 'memorised' : 'none'],
    sentence: fill(
      text.sentence[stage],
      { memorisation: memorisation ?? '', generalisation: generalisation ?? '', train: ends.train, validation: ends.validation },
      language
    ),
    sources: [fill(text.source, { ...origin }, language), ...(start === 0 ? [] : [fill(text.start, { n: start }, language)])]
  }
}

/** Losses and weight norm; null where the record has neither. */
export function signalChart({ curve }: Pick<CurveQuestion, 'curve'>, analysis: Analysis, origin: Origin, texts: Texts, language: Language): ChartSpec | null {
  const text = texts.figure
  const records = usedOf(curve, analysis)
  const x = records.map(({ step }) => step!)
  const has = (column: Column): boolean => records.some((record) => typeof record[column] === 'number')
  const peakOf = (signal: Analysis['signals']['weightNorm']): Spot[] =>
    signal === null ? [] : [{ x: signal.peakStep, y: signal.peak, label: fill(text.peak, { step: signal.peakStep }, language), look: 'ring', tone: 2 }]
  const panel = (y: Panel['y'], series: readonly Series[], spots: readonly Spot[]): Panel => ({
    x: { label: text.x, kind: 'number', log: true },
    y,
    series,
    spots,
    rules: steps(analysis, text, language, false),
    regions: wait(analysis, '')
  })
  const losses = [
    ...(has('trainLoss') ? [seriesOf(records, x, 'trainLoss', text.trainLoss, TRAIN)] : []),
    ...(has('validationLoss') ? [seriesOf(records, x, 'validationLoss', text.validationLoss, VALIDATION)] : [])
  ]
  const panels = [
    ...(losses.length === 0 ? [] : [panel({ label: text.lossAxis, kind: 'number', log: true }, losses, peakOf(analysis.signals.validationLoss))]),
    ...(has('weightNorm')
      ? [
          panel(
            { label: text.norm, kind: 'number', log: false },
            [{ ...seriesOf(records, x, 'weightNorm', text.norm, VALIDATION), label: '' }],
            peakOf(analysis.signals.weightNorm)
          )
        ]
      : [])
  ]
  if (panels.length === 0) return null
  const start = atStart(records)
  const zeros = losses.reduce((sum, { y }) => sum + y.filter((value, i) => value === 0 && x[i] !== 0).length, 0)
  return {
    panels,
    finding: panels.some(({ spots = [] }) => spots.length > 0) ? text.otherFinding : '',
    sentence: text.otherSentence,
    sources: [
      fill(text.source, { ...origin }, language),
      ...(start === 0 ? [] : [fill(text.start, { n: start }, language)]),
      ...(zeros === 0 ? [] : [fill(text.zeros, { n: zeros }, language)])
    ]
  }
}
