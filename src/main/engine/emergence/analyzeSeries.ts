/** One task under one metric: the source's detector and test as given, the models side by side, and the test that allows for noise. Plain data in and out, for a worker. */
import { isNoAnswer, noAnswer, type NoAnswer, type Note } from '../../../shared/notes'
import { randomStream, type RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, GRADUAL_DECADES } from './box'
import { curveOf, type CurvePoint } from './curve'
import { described, type Described } from './described'
import { detect, type Detector } from './detector'
import { disagreement } from './disagreement'
import { dispersionOf, familyEffect, type Dispersion } from './dispersion'
import { drawnOf, type Drawn } from './drawn'
import { endsFor } from './ends'
import { linearTrend, type LinearTrend } from './linearTrend'
import type { Metric } from './metric'
import { compareModels, type Model } from './modelComparison'
import type { Series } from './observations'
import { extent, responseOf, scoreUnit } from './response'
import { trendOf, TREND_STREAMS } from './rise'
import type { Axis, Scale } from './scale'
import { compareScales, type ScaleComparison } from './scaleComparison'
import { SHAPES } from './shapes'
import { sharpnessOf } from './sharpness'

/** A rise is called sharp below this p-value, with a width below one decade. */
export const SHARP_BELOW = 0.05
const LEAST_SIZES = 4

/** What the scores do: a sharp rise, a gradual one, none, a fall, or too few sizes to say. */
export type Finding = 'sharp' | 'gradual' | 'flat' | 'falling' | 'too few sizes'

export interface Sharp {
  /** Against the best curve of at least one decade; see sharpness.ts. */
  likelihoodRatio: number
  p: number
  replicates: number
  gradual: string
  /** The best free curve. */
  link: 'weibull' | 'logistic'
  /** 10–90 % width of it, in decades of the scale. */
  widthDecades: number
  /** Its half-way point, and how many sizes lie below and above. */
  knee: number
  below: number
  above: number
  likelihood: Dispersion['likelihood']
  dispersion: number
  /** By how much families widen the scatter that counts; null below three families. */
  families: { families: number; effect: number } | null
}

export interface ModelRow extends Omit<Model, 'fit'> {
  curve: Described | null
}

export interface SeriesAnalysis {
  task: string | null
  metric: Metric
  shots: number | null
  scale: Scale
  rows: number
  points: CurvePoint[]
  /** The best free curve and the straight line; without a curve where there are too few sizes for one. */
  drawn: Drawn
  /** Decades from the smallest to the largest size. */
  decades: number
  detector: Detector | NoAnswer
  test: { linear: LinearTrend | NoAnswer; sharp: Sharp | NoAnswer }
  fits: ModelRow[]
  scales: ScaleComparison | null
  finding: Finding
  notes: Note[]
}

export interface SeriesTask {
  series: Series
  axis: Axis
  seed: number
  /** At most so many bootstrap replicates. */
  replicates: number
}

/** `told` hears after each replicate how many were drawn. */
export function analyzeSeries({ series, axis, seed, replicates }: SeriesTask, told: (drawn: number) => void = () => undefined): SeriesAnalysis {
  const { metric, scale } = series
  const { curve, notes: curveNotes } = curveOf(series)
  const { response, notes: responseNotes } = responseOf(series, axis)
  const notes = [...series.notes, ...curveNotes, ...responseNotes]
  const sizes = curve.length
  const detector = detect(curve, metric)
  const linear = linearTrend(curve, series, axis)
  const unit = scoreUnit(metric)
  const [lowest, highest] = extent(response.z)
  const base = {
    task: series.task,
    metric,
    shots: series.shots,
    scale,
    rows: series.points.length,
    points: curve,
    drawn: drawnOf(response, curve, null, axis, unit),
    decades: (highest - lowest) / Math.LN10,
    detector,
    scales: compareScales(series)
  }

  const ends = endsFor(response, sizes)
  if (isNoAnswer(linear) || isNoAnswer(ends) || sizes < LEAST_SIZES) {
    const why = isNoAnswer(linear) ? linear : isNoAnswer(ends) ? ends : noAnswer('underdetermined', 'test-needs-sizes', { sizes, needed: LEAST_SIZES })
    return { ...base, test: { linear, sharp: why }, fits: [], finding: why.code === 'scores-constant' ? 'flat' : 'too few sizes', notes }
  }
  notes.push(...ends.notes)

  const free = [SHAPES.logistic, SHAPES.weibull].map((shape) => bestFit(response, shape, boxOf(response, shape, ends.ends)))
  const best = free.reduce((a, b) => (b.objective < a.objective ? b : a))
  const dispersion = dispersionOf(response, best)
  const models = compareModels(response, dispersion, { floor: response.chance ?? (response.bounded ? 0 : null), ceiling: response.bounded ? 1 : null })
  const fits = models.map(({ fit, rmse, ...row }): ModelRow => ({
    ...row,
    rmse: rmse * Math.abs(unit.span),
    curve: fit === null ? null : described(response, fit, axis, unit)
  }))
  const answer = { ...base, drawn: drawnOf(response, curve, best, axis, unit), fits, notes }

  const line = { slope: Math.sign(unit.span) * linear.slopePerDecade, p: linear.clustered?.p ?? linear.p }
  const trend = trendOf(response, ends.ends, line, sizes, (i) => randomStream(seed, TREND_STREAMS + i))
  if (trend !== 'rising') {
    const sharp = noAnswer('notDefined', trend === 'falling' ? 'scores-fall' : 'scores-never-rise')
    return { ...answer, test: { linear, sharp }, finding: trend }
  }
  if (dispersion === null)
    return { ...answer, test: { linear, sharp: noAnswer('underdetermined', 'test-without-scatter', { sizes }) }, finding: 'too few sizes' }

  const names = series.points.map(({ family }) => family)
  const families = familyEffect(response, best, names, dispersion.phi)
  const scatter = { phi: dispersion.phi, families: families?.effect ?? 1 }
  const { free: curved, ...outcome } = sharpnessOf(response, ends.ends, scatter, replicateStream(seed, told), replicates)
  const { p50: knee, widthDecades } = described(response, curved, axis, unit)
  const above = curve.filter(({ x }) => (scale === 'loss' ? x < knee : x > knee)).length
  const sharp: Sharp = {
    ...outcome,
    link: curved.shape.id === 'weibull' ? 'weibull' : 'logistic',
    widthDecades,
    knee,
    below: sizes - above,
    above,
    likelihood: dispersion.likelihood,
    dispersion: dispersion.phi,
    families
  }
  const finding = sharp.p < SHARP_BELOW && widthDecades < GRADUAL_DECADES ? 'sharp' : 'gradual'
  notes.push(...disagreement(detector, finding === 'sharp', metric.rising))
  return { ...answer, test: { linear, sharp }, finding }
}

const replicateStream =
  (seed: number, told: (drawn: number) => void) =>
  (i: number): RandomStream => {
    told(i)
    return randomStream(seed, i)
  }
