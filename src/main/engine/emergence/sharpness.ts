/**
 * Is the rise sharper than gradual? A likelihood ratio of the best gradual curve against the best free one, with its p-value by parametric bootstrap.
 * Gradual: a straight line clipped to floor and ceiling, a logistic or a Weibull, each with a 10–90 % width of at least one decade. Free: logistic or Weibull of any width.
 * (Permuting the scores over the sizes would only test for any trend at all.)
 */
import type { RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, freeCount, type Ends } from './box'
import { FAIR, FINE, meanAt, type CurveData, type CurveFit, type Precision } from './curveFit'
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

/** `stream(i)` gives replicate i its random numbers; at most `most` replicates. `phi` is how much more the points scatter than their items allow. */
export function sharpnessOf(response: Response, ends: Ends, phi: number, stream: (i: number) => RandomStream, most: number): Sharpness {
  const data = effectiveData(response, phi)
  const { gradual, free, ratio } = rivals(data, response, ends, FINE)
  const told = { likelihoodRatio: ratio, gradual: gradual.shape.id, free }
  // The free curve is gradual itself, but for the last digits.
  if (ratio <= 1e-9) return { ...told, p: 1, replicates: 0 }
  const means = Float64Array.from(data.z, (z) => meanAt(gradual.shape, gradual.theta, z))
  const deviation = deviationOf(data, gradual.objective, freeCount(gradual.box), response.rounding)
  const extreme = (y: Float64Array): boolean => rivals({ ...data, y }, { ...response, y }, ends, FAIR).ratio >= ratio
  return { ...told, ...bootstrapP(data, { means, deviation }, extreme, stream, most) }
}

interface Rivals {
  gradual: CurveFit
  free: CurveFit
  ratio: number
}

function rivals(data: CurveData, response: Response, ends: Ends, precision: Precision): Rivals {
  const best = (fits: CurveFit[]): CurveFit => fits.reduce((a, b) => (b.objective < a.objective ? b : a))
  const fit = (id: ShapeId, gradual: boolean): CurveFit => bestFit(data, SHAPES[id], boxOf(response, SHAPES[id], ends, gradual), precision)
  const gradual = best([fit('ramp', true), fit('logistic', true), fit('weibull', true)])
  const free = best([fit('logistic', false), fit('weibull', false)])
  const twice = ({ objective }: CurveFit): number => minusTwoLogL(data, objective, response.rounding)
  return { gradual, free, ratio: twice(gradual) - twice(free) }
}
