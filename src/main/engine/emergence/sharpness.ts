/**
 * Is the rise sharper than gradual? A likelihood ratio of the best gradual curve against the best free one, with its p-value by parametric bootstrap.
 * Gradual: a straight line clipped to floor and ceiling, a logistic or a Weibull, each with a 10–90 % width of at least one decade. Free: logistic or Weibull of any width.
 * (Permuting the scores over the sizes would only test for any trend at all.)
 */
import type { RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, freeCount, type Ends } from './box'
import { FAIR, FINE, meanAt, type CurveData, type CurveFit, type Precision } from './curveFit'
import { pooled } from './pooled'
import { bootstrapP, deviationOf, effectiveData, minusTwoLogL } from './replicates'
import type { Response } from './response'
import { SHAPES, type ShapeId } from './shapes'

export interface Sharpness {
  likelihoodRatio: number
  /** Share of curves drawn from the best gradual one that look at least as sharp. */
  p: number
  replicates: number
  /** The best gradual curve. */
  gradual: ShapeId
  /** The best free curve. */
  free: CurveFit
}

/** How much more the points scatter than their items allow, and by how much families that scatter together widen that (1 where there are none). */
export interface Scatter {
  phi: number
  families: number
}

/**
 * `stream(i)` gives replicate i its random numbers; at most `most` replicates. Right answers count as if there were fewer of them by both factors of `scatter`; with Gaussian
 * scatter, whose size the fit finds itself, the measured ratio is divided by that of the families (Chandler & Bate 2007).
 */
export function sharpnessOf(response: Response, ends: Ends, scatter: Scatter, stream: (i: number) => RandomStream, most: number): Sharpness {
  const data = pooled(effectiveData(response, scatter.phi * scatter.families))
  const { gradual, free, ratio } = rivals(data, response, ends, FINE)
  // The free curve may be gradual itself: then the last digits of the two are noise. Below 0 a ramp, which is always gradual, fits best.
  const told = { likelihoodRatio: Math.abs(ratio) <= 1e-9 ? 0 : ratio, gradual: gradual.shape.id, free }
  if (ratio <= 1e-9) return { ...told, p: 1, replicates: 0 }
  const means = Float64Array.from(data.z, (z) => meanAt(gradual.shape, gradual.theta, z))
  const deviation = deviationOf(data, gradual.objective, freeCount(gradual.box), response.rounding)
  const measured = data.noise === 'gaussian' ? ratio / scatter.families : ratio
  const extreme = (drawn: CurveData): boolean => rivals(drawn, response, ends, FAIR).ratio >= measured
  return { ...told, ...bootstrapP(data, { means, deviation }, extreme, stream, most) }
}

interface Rivals {
  gradual: CurveFit
  free: CurveFit
  ratio: number
}

function rivals(data: CurveData, { bounded, rounding }: Response, ends: Ends, precision: Precision): Rivals {
  const best = (fits: CurveFit[]): CurveFit => fits.reduce((a, b) => (b.objective < a.objective ? b : a))
  const fit = (id: ShapeId, gradual: boolean): CurveFit => bestFit(data, SHAPES[id], boxOf({ ...data, bounded }, SHAPES[id], ends, gradual), precision)
  const gradual = best([fit('ramp', true), fit('logistic', true), fit('weibull', true)])
  const free = best([fit('logistic', false), fit('weibull', false)])
  const twice = ({ objective }: CurveFit): number => minusTwoLogL(data, objective, rounding)
  return { gradual, free, ratio: twice(gradual) - twice(free) }
}
