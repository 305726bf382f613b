/** A series as fits see it: z (logarithm of the scale), y (the score, turned so that more is better), and what is known of its scatter. */
import { note, type Note } from '../../../shared/notes'
import type { Metric } from './metric'
import type { Series } from './observations'
import { zOf, type Axis } from './scale'

export interface Response {
  z: Float64Array
  /** Share of the metric's range, from 0 at the worst to 1 at the best score; the score itself, or its negative when it falls, where the range has no end. */
  y: Float64Array
  /** Items behind each y, 1 where they are not known. */
  m: Float64Array
  /** Binomial: y·m right answers of m. Gaussian: the same unknown scatter everywhere. */
  noise: 'binomial' | 'gaussian'
  /** Gaussian scatter is never taken to be less than that of rounding to the digits given: 10^−digits/√12. */
  rounding: number
  /** True when y lies between 0 and 1 by nature. */
  bounded: boolean
  /** y of random guessing; null where it is not known. */
  chance: number | null
}

/** score = offset + span·y. */
export interface ScoreUnit {
  offset: number
  span: number
}

export function scoreUnit({ rising, worst, best }: Metric): ScoreUnit {
  if (worst !== null && best !== null) return { offset: worst, span: best - worst }
  return { offset: 0, span: rising ? 1 : -1 }
}

/** Binomial where every row has its number of items and the metric counts right answers; Gaussian else, which the note says where some rows had items. */
export function responseOf({ points, metric }: Series, axis: Axis): { response: Response; notes: Note[] } {
  const { offset, span } = scoreUnit(metric)
  const bounded = metric.worst !== null && metric.best !== null
  const items = points.filter(({ n }) => n !== null).length
  const binomial = bounded && metric.kind !== 'continuous' && items === points.length
  // Shares such as 0 and 1 are known to the percent at least.
  const digits = points.reduce((most, { score }) => Math.max(most, decimals(score)), bounded ? 2 : 0)
  const notes = bounded && metric.kind !== 'continuous' && items > 0 && !binomial ? [note('items-missing', { rows: points.length - items })] : []
  return {
    response: {
      z: Float64Array.from(points, ({ x }) => zOf(axis, x)),
      y: Float64Array.from(points, ({ score }) => (score - offset) / span),
      m: Float64Array.from(points, ({ n }) => (binomial ? n! : 1)),
      noise: binomial ? 'binomial' : 'gaussian',
      rounding: 10 ** -digits / Math.sqrt(12) / Math.abs(span),
      bounded,
      chance: metric.random === null ? null : (metric.random - offset) / span
    },
    notes
  }
}

/** Smallest and largest of values; there is at least one. */
export function extent(values: Float64Array): [lowest: number, highest: number] {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return [lowest, highest]
}

/** Digits behind the decimal point, up to 12. */
function decimals(value: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? []
  return Math.min(12, Math.max(0, fraction.length - Number(exponent)))
}
