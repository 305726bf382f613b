/** What the Emergence lab keeps between two starts, read back by hand. */
import type { Input } from '../../../shared/contract'
import { fieldOf, oneOf, readIntake, type IntakeKept } from './intakeKept'
import { readGuess, readPredict, type GuessKept, type PredictKept } from './labHelpersKept'

export const SCALES = ['N', 'C', 'loss'] as const
export type Scale = (typeof SCALES)[number]
export const LINKS = ['weibull', 'logistic'] as const
export type LinkName = (typeof LINKS)[number]
export const TABS = ['metric', 'rules', 'tasks', 'steps', 'predict', 'chance'] as const
export type LabTab = (typeof TABS)[number]
export const LOSS_FORMS = ['power', 'power-offset', 'log-linear'] as const
export type LossForm = (typeof LOSS_FORMS)[number]

/** What a person says of a metric by name: its kind, direction, and scores of guessing and of the best. */
export type MetricWords = NonNullable<Input<'emergence.analyze'>['metrics']>
/** An end of the curve: free, held at a score, or null for what the metric says. */
export type End = number | 'free' | null

/** Rows of one task under one metric at one number of shots. */
export interface SeriesChoice {
  readonly task: string | null
  readonly metric: string
  readonly shots: number | null
}

export interface LabDesk {
  readonly intake: IntakeKept
  /** Null for the engine's choice. */
  readonly scale: Scale | null
  /** Null for the task with the most rows, and the series that stands for it. */
  readonly task: { readonly name: string | null } | null
  readonly series: SeriesChoice | null
  readonly metrics: MetricWords
  readonly link: LinkName
  readonly floor: End
  readonly ceiling: End
  readonly axis: 'log' | 'linear'
  readonly tab: LabTab
  /** Answer length in tokens, and the metric whose scores are the accuracies of one token; null for a formula. */
  readonly length: number
  readonly perToken: string | null
  readonly lossForm: LossForm
  /** The target that evidence is for; null for the plan's focus, '' for a new one. */
  readonly target: string | null
  readonly own: boolean
  readonly predict: PredictKept
  readonly guess: GuessKept
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const textOr = <Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise => (isText(value) ? value : otherwise)
const endOf = (value: unknown): End => (value === 'free' || isNumber(value) ? value : null)

function seriesOf(kept: unknown): SeriesChoice | null {
  const [task, metric, shots] = [fieldOf(kept, 'task'), fieldOf(kept, 'metric'), fieldOf(kept, 'shots')]
  return isText(metric) ? { task: textOr(task, null), metric, shots: isNumber(shots) ? shots : null } : null
}

function metricsOf(kept: unknown): MetricWords {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).map(([name, words]: [string, unknown]) => {
      const kind = (['discontinuous', 'continuous'] as const).find((one) => one === fieldOf(words, 'kind'))
      const [higher, random, high] = [fieldOf(words, 'higherIsBetter'), fieldOf(words, 'random'), fieldOf(words, 'high')]
      return [
        name,
        {
          ...(kind === undefined ? {} : { kind }),
          ...(typeof higher === 'boolean' ? { higherIsBetter: higher } : {}),
          ...(isNumber(random) ? { random } : {}),
          ...(isNumber(high) ? { high } : {})
        }
      ]
    })
  )
}

export function readLab(kept: unknown): LabDesk {
  const of = (field: string): unknown => fieldOf(kept, field)
  const task = of('task')
  const length = of('length')
  return {
    intake: readIntake(of('intake')),
    scale: SCALES.find((scale) => scale === of('scale')) ?? null,
    task: typeof task === 'object' && task !== null ? { name: textOr(fieldOf(task, 'name'), null) } : null,
    series: seriesOf(of('series')),
    metrics: metricsOf(of('metrics')),
    link: oneOf(LINKS, of('link'), 'weibull'),
    floor: endOf(of('floor')),
    ceiling: endOf(of('ceiling')),
    axis: oneOf(['log', 'linear'], of('axis'), 'log'),
    tab: oneOf(TABS, of('tab'), 'metric'),
    length: isNumber(length) && Number.isInteger(length) && length >= 1 && length <= 1e6 ? length : 5,
    perToken: textOr(of('perToken'), null),
    lossForm: oneOf(LOSS_FORMS, of('lossForm'), 'power-offset'),
    target: textOr(of('target'), null),
    own: of('own') === true,
    predict: readPredict(of('predict')),
    guess: readGuess(of('guess'))
  }
}
