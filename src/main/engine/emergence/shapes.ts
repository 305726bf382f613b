/** The rising shapes that are fitted: G(w) from 0 to 1 in w = α·(z − z_c), z the logarithm of the scale and z_c that of the critical scale. */

export type ShapeId = 'weibull' | 'logistic' | 'ramp'

export interface Shape {
  id: ShapeId
  /** G(w). */
  value(w: number): number
  /** dG/dw. */
  slope(w: number): number
  /** Distance in w from G = 10 % to 90 %. */
  width: number
  /** w at G = 50 %. */
  middle: number
}

/** 1 − exp(−e^w): the Weibull link; w = 0 is its 63.2 % point. */
const weibull: Shape = {
  id: 'weibull',
  value: (w) => -Math.expm1(-Math.exp(w)),
  slope: (w) => {
    const e = Math.exp(Math.min(w, 7))
    return e * Math.exp(-e)
  },
  width: Math.log(Math.log(0.1) / Math.log(0.9)),
  middle: Math.log(Math.LN2)
}

/** 1/(1 + e^−w): the logistic link; w = 0 is its 50 % point. */
const logistic: Shape = {
  id: 'logistic',
  value: (w) => 1 / (1 + Math.exp(-w)),
  slope: (w) => {
    const q = Math.exp(-Math.abs(w))
    return q / ((1 + q) * (1 + q))
  },
  width: 2 * Math.log(9),
  middle: 0
}

/** A straight line between floor and ceiling: the linear trend, clipped; w = 0 is half-way. */
const ramp: Shape = {
  id: 'ramp',
  value: (w) => Math.min(1, Math.max(0, w + 0.5)),
  slope: (w) => (Math.abs(w) < 0.5 ? 1 : 0),
  width: 0.8,
  middle: 0
}

export const SHAPES = { weibull, logistic, ramp } as const satisfies Record<ShapeId, Shape>
