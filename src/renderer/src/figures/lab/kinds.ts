/** How scores and scales of the lab are written. */
import { format, formatText } from '../../../../shared/text/format'
import type { Language } from '../../../../shared/text/messages'
import type { Kind } from '../../../../shared/text/units'
import type { Axis } from '../chart/spec'
import type { Scale, SeriesAnalysis } from '../../../../shared/labAnswers'

export const KIND_OF_SCALE = { N: 'N', C: 'C', loss: 'loss' } as const satisfies Record<Scale, Kind>

type Metric = SeriesAnalysis['metric']

/** A share where the metric lies between 0 and 1 by nature; else a plain number. */
export const kindOfScore = ({ worst, best }: Pick<Metric, 'worst' | 'best'>): Kind =>
  worst !== null && best !== null && Math.min(worst, best) === 0 && Math.max(worst, best) === 1 ? 'percent' : 'number'

export const sayScore = (score: number, metric: Metric, language: Language): string => formatText(score, kindOfScore(metric), language)
/** In a sentence that names the scale elsewhere: "5.8×10²³" needs its unit, "67B" does not. */
export const sayScale = (x: number, scale: Scale, language: Language): string => formatText(x, KIND_OF_SCALE[scale], language)
export const showScale = (x: number, scale: Scale, language: Language) => format(x, KIND_OF_SCALE[scale], language)

/** Better models to the right on every scale: losses run backwards. */
export const axisOfScale = (scale: Scale, label: string, log: boolean): Axis => ({
  label,
  kind: KIND_OF_SCALE[scale],
  log,
  ...(scale === 'loss' ? { reversed: true } : {})
})

/** The whole range for a bounded metric, so that floor and ceiling are in sight; else what the data take. */
export const axisOfScore = (metric: Metric, label: string): Axis => {
  const kind = kindOfScore(metric)
  return { label, kind, log: false, ...(kind === 'percent' ? { from: 0, to: 1 } : {}) }
}
