/** A link whose critical scale is only known as a 90 % range: what it says on average, and between its 5 and 95 % points. */
import { isNoAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { logNormalOf, type LogNormal } from '../factor'
import { normalDensity, normalQuantile } from '../numeric/normal'
import { integrate } from '../numeric/quadrature'
import { findRoot } from '../numeric/root'
import { withBounds, type BoundedShape } from './bounds'
import type { Link } from './link'

/** Everything but the critical scale, which is log-normal: median √(low·high), σ = ln(high/low)/3.2897. */
export interface UncertainShape extends Omit<BoundedShape, 'critical'> {
  critical: { low: number; high: number }
}

interface Spread {
  p5: number
  p50: number
  p95: number
}

const NINETY_FIVE = normalQuantile(0.95)
const REACH = 8.5
const criticalAt = ({ mu, sigma }: LogNormal, z: number): number => Math.exp(mu + sigma * z)

/** E[P(x)] over the critical scale, to 1e-10: panels break where the critical scale is x itself and where a corner above it may lie. */
export function meanProbability(link: Link, x: number, shape: UncertainShape): number {
  if (x === 0) return shape.floor
  const belief = logNormalOf(shape.critical)
  const P = (z: number): number => withBounds(link).probability(x, { ...shape, critical: criticalAt(belief, z) })
  const at = (critical: number): number => (Math.log(critical) - belief.mu) / belief.sigma
  const breaks = [-REACH, ...[at(x), at(x / 2), at(x ** 1.5)].filter((z) => Math.abs(z) < REACH), REACH].sort((p, q) => p - q)
  let mean = 0
  for (let b = 1; b < breaks.length; b++) mean += integrate((z) => normalDensity(z) * P(z), breaks[b - 1]!, breaks[b]!, 1e-12)
  // Rounding may leave the bounds by the last digit.
  return Math.min(Math.max(mean, shape.floor), shape.ceiling)
}

/** 5–50–95 % of P(x) over the critical scale: P falls as it grows. */
export function probabilitySpread(link: Link, x: number, shape: UncertainShape): Spread {
  const belief = logNormalOf(shape.critical)
  const at = (z: number): number => withBounds(link).probability(x, { ...shape, critical: criticalAt(belief, z) })
  return { p5: at(NINETY_FIVE), p50: at(0), p95: at(-NINETY_FIVE) }
}

/** Scale at which the mean probability is `wanted`, to 1e-10 relative; 0 when the floor is enough, unreachable as for an exact critical scale (and at the ceiling itself). */
export function meanScaleFor(link: Link, wanted: number, shape: UncertainShape): number | NoAnswer {
  const belief = logNormalOf(shape.critical)
  const ends = [-REACH, REACH].map((z) => withBounds(link).scaleFor(wanted, { ...shape, critical: criticalAt(belief, z) }))
  const [low, high] = ends
  if (isNoAnswer(low) || low === 0 || low === undefined) return low ?? 0
  if (isNoAnswer(high) || high === undefined) return high ?? 0
  const missing = (ln: number): number => wanted - meanProbability(link, Math.exp(ln), shape)
  // At the ceiling of a link that completes the mean never quite arrives.
  if (missing(Math.log(high)) > 0) return high
  return Math.exp(findRoot(missing, { low: Math.log(low), high: Math.log(high) }, 1e-11))
}

/** 5–50–95 % over the critical scale of the scale for `wanted`. */
export function scaleSpread(link: Link, wanted: number, shape: UncertainShape): Spread | NoAnswer {
  const belief = logNormalOf(shape.critical)
  const at = (z: number): number | NoAnswer => withBounds(link).scaleFor(wanted, { ...shape, critical: criticalAt(belief, z) })
  const [p5, p50, p95] = [at(-NINETY_FIVE), at(0), at(NINETY_FIVE)]
  if (typeof p5 !== 'number') return p5
  if (typeof p50 !== 'number') return p50
  return typeof p95 === 'number' ? { p5, p50, p95 } : p95
}
