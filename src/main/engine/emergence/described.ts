/** A fitted curve in the reader's units: the critical scale in that of the scale, floor and ceiling in that of the metric. */
import { meanAt, type CurveFit } from './curveFit'
import type { Response, ScoreUnit } from './response'
import { xOf, type Axis } from './scale'

export interface Described {
  /** The shape's own critical scale: 63.2 % point of a Weibull, 50 % point of a logistic. */
  critical: number
  /** α in (x/x_c)^α; for the loss in (L_c/L)^α. */
  steepness: number
  floor: number
  ceiling: number
  /** Scale half-way between floor and ceiling. */
  p50: number
  /** Decades of scale from 10 % to 90 % of the way. */
  widthDecades: number
  /** Root mean squared difference to the scores. */
  rmse: number
}

export function described({ z, y }: Pick<Response, 'z' | 'y'>, { shape, theta }: CurveFit, axis: Axis, { offset, span }: ScoreUnit): Described {
  const [critical, logSteepness, floor, ceiling] = theta as unknown as [number, number, number, number]
  const steepness = Math.exp(logSteepness)
  return {
    critical: xOf(axis, critical),
    steepness: steepness * axis.perLog,
    floor: offset + span * floor,
    ceiling: offset + span * ceiling,
    p50: xOf(axis, critical + shape.middle / steepness),
    widthDecades: shape.width / steepness / Math.LN10,
    rmse: Math.abs(span) * Math.sqrt(y.reduce((sum, v, i) => sum + (v - meanAt(shape, theta, z[i]!)) ** 2, 0) / y.length)
  }
}
