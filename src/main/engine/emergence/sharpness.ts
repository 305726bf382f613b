/**
 * Is the rise sharper than gradual? A likelihood ratio of the best gradual curve against the best free one, with its p-value by parametric bootstrap.
 * Gradual: a straight line clipped to floor and ceiling, a logistic or a Weibull, each with a 10–90 % width of at least one decade. Free: logistic or Weibull of any width.
 * (Permuting the scores over the sizes would only test for any trend at all.)
 */
import type { RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, freeCount, type Box, type Ends } from './box'
import { FAIR, FINE, meanAt, type CurveData, type CurveFit, type Precision } from './curveFit'
import { pooled } from './pooled'
import { bootstrapP, deviationOf, effectiveData, minusTwoLogL } from './replicates'
import type { Response } from './response'
import { SHAPES, type Shape, type ShapeId } from './shapes'

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
  const { rounding } = response
  const rivals = rivalsOf(response, ends)
  const { gradual, free, ratio } = fitted(data, rivals, rounding, FINE)
  // The free curve may be gradual itself: then the last digits of the two are noise. Below 0 a ramp, which is always gradual, fits best.
  const told = { likelihoodRatio: Math.abs(ratio) <= 1e-9 ? 0 : ratio, gradual: gradual.shape.id, free }
  if (ratio <= 1e-9) return { ...told, p: 1, replicates: 0 }
  const means = Float64Array.from(data.z, (z) => meanAt(gradual.shape, gradual.theta, z))
  const deviation = deviationOf(data, gradual.objective, freeCount(gradual.box), rounding)
  const measured = data.noise === 'gaussian' ? ratio / scatter.families : ratio
  const extreme = (drawn: CurveData): boolean => fitted(drawn, rivals, rounding, FAIR).ratio >= measured
  return { ...told, ...bootstrapP(data, { means, deviation }, extreme, stream, most) }
}

interface Rival {
  shape: Shape
  box: Box
}
interface Rivals {
  gradual: CurveFit
  free: CurveFit
  ratio: number
}

/** The gradual curves and the free ones, in the boxes of the response: they are the model's, the same for every draw. */
function rivalsOf(response: Response, ends: Ends): { gradual: Rival[]; free: Rival[] } {
  const rivals = (ids: ShapeId[], isGradual: boolean): Rival[] => ids.map((id) => ({ shape: SHAPES[id], box: boxOf(response, SHAPES[id], ends, isGradual) }))
  return { gradual: rivals(['ramp', 'logistic', 'weibull'], true), free: rivals(['logistic', 'weibull'], false) }
}

function fitted(data: CurveData, rivals: ReturnType<typeof rivalsOf>, rounding: number, precision: Precision): Rivals {
  const best = (of: readonly Rival[]): CurveFit =>
    of.map(({ shape, box }) => bestFit(data, shape, box, precision)).reduce((a, b) => (b.objective < a.objective ? b : a))
  const [gradual, free] = [best(rivals.gradual), best(rivals.free)]
  const twice = ({ objective }: CurveFit): number => minusTwoLogL(data, objective, rounding)
  return { gradual, free, ratio: twice(gradual) - twice(free) }
}
