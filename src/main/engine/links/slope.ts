import type { Shape } from './link'

/**
 * dF/dx from dF/d ln x for a link that rises as (x/x_c)^s from 0. At x = 0 the limit: 0 for s > 1, 1/x_c for s = 1, infinite (null) below.
 * null also where the slope is outside the range of numbers.
 */
export function slopeFrom(logSlope: number, x: number, { critical, steepness }: Shape): number | null {
  const slope = x > 0 ? logSlope / x : steepness > 1 ? 0 : steepness === 1 ? 1 / critical : Infinity
  return Number.isFinite(slope) ? slope : null
}
