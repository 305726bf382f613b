/** What the links with an onset share: they count only what the scale has in excess of the critical one. */
import type { Shape } from './link'

/** (x − x_c)/x_c, 0 below the critical scale. */
export const excess = (x: number, critical: number): number => Math.max(0, (x - critical) / critical)

/**
 * dF/dx from dF/d ln(x − x_c) for a link that rises as ((x − x_c)/x_c)^s above x_c; 0 below. At x_c itself the slopes of both sides agree (0) for s > 1 and do not exist together
 * otherwise: null. null also where the slope is outside the range of numbers.
 */
export function slopeAbove(logSlope: number, x: number, { critical, steepness }: Shape): number | null {
  if (x < critical) return 0
  const slope = x > critical ? logSlope / (x - critical) : steepness > 1 ? 0 : Infinity
  return Number.isFinite(slope) ? slope : null
}
