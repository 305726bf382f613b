/** Where the parameters of a fitted curve may lie: (z_c, ln α, floor, ceiling), each free between two ends or held where they are equal. */
import { extent, type Response } from './response'
import type { Shape } from './shapes'

export const PARAMETERS = ['critical', 'steepness', 'floor', 'ceiling'] as const
export type Parameter = (typeof PARAMETERS)[number]

export interface Box {
  low: Float64Array
  high: Float64Array
}

/** How floor and ceiling are taken: held at a value of y, or free. */
export interface Ends {
  floor: number | 'free'
  ceiling: number | 'free'
}

/** 10–90 % width of at least this many decades is what "gradual" means, and less than it what a verdict of emergence needs. */
export const GRADUAL_DECADES = 1

/**
 * The box for a shape. z_c may lie up to the measured span plus a decade outside it, the width from a tenth of the smallest step (or 1/200 of the span, if larger) to 20 spans;
 * a free floor or ceiling within the metric's range, or three times the range of the scores around it where the metric has no ends.
 * With `gradual` the 10–90 % width is at least one decade.
 */
export function boxOf({ z, y, bounded }: Pick<Response, 'z' | 'y' | 'bounded'>, shape: Shape, { floor, ceiling }: Ends, gradual = false): Box {
  const sorted = Float64Array.from(z).sort()
  const first = sorted[0]!
  const last = sorted[sorted.length - 1]!
  const span = Math.max(last - first, 1e-6)
  let step = span
  for (let i = 1; i < sorted.length; i++) if (sorted[i]! > sorted[i - 1]!) step = Math.min(step, sorted[i]! - sorted[i - 1]!)
  const narrowest = Math.max(step / 10, span / 200)
  const widest = Math.max(20 * span, 2 * GRADUAL_DECADES * Math.LN10)
  const least = gradual ? Math.max(narrowest, GRADUAL_DECADES * Math.LN10) : narrowest

  const [lowest, highest] = extent(y)
  const reach = 3 * Math.max(highest - lowest, 1e-9)
  const free: [number, number] = bounded ? [0, 1] : [lowest - reach, highest + reach]
  const [floorLow, floorHigh] = floor === 'free' ? free : [floor, floor]
  const [ceilingLow, ceilingHigh] = ceiling === 'free' ? free : [ceiling, ceiling]
  return {
    low: Float64Array.of(first - span - Math.LN10, Math.log(shape.width / widest), floorLow, ceilingLow),
    high: Float64Array.of(last + span + Math.LN10, Math.log(shape.width / least), floorHigh, ceilingHigh)
  }
}

/** Number of free parameters. */
export const freeCount = ({ low, high }: Box): number => low.reduce((count, v, i) => count + (v < high[i]! ? 1 : 0), 0)
