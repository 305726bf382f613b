/**
 * What is believed about one uncertain number: a tagged union that a plan can hold, and the working form ("shape") that the simulation draws from.
 * Units are those of the number itself. `distributionOf` turns the one into the other and refuses what is no distribution.
 */
import type { NoAnswer } from '../../../../shared/notes'

export type Distribution =
  /** A number taken as exact. */
  | { kind: 'point'; value: number }
  /** Two numbers that hold the value with a probability (0.9 unless given), equal tails: log-normal when both are above 0, else normal. */
  | { kind: 'interval'; low: number; high: number; probability?: number }
  | { kind: 'normal'; mean: number; sd: number }
  /** ln X ~ N(ln median, sigma²). */
  | { kind: 'logNormal'; median: number; sigma: number }
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'triangular'; low: number; mode: number; high: number }
  /** low + (high − low)·Beta(alpha, beta). */
  | { kind: 'beta'; alpha: number; beta: number; low: number; high: number }
  /** P(X ≤ x) = 1 − exp(−(x/scale)^steepness): the threshold behind a Weibull link. */
  | { kind: 'weibull'; scale: number; steepness: number }
  /** P(X ≤ x) = 1/(1 + (x/median)^−steepness): the threshold behind a logistic link. */
  | { kind: 'logLogistic'; median: number; steepness: number }
  /** Values as they came from evidence or a bootstrap, each with a weight (equal unless given; they need not add up to 1). */
  | { kind: 'empirical'; values: readonly number[]; weights?: readonly number[] }
  /** What remains of another one when it is known to lie in [low, high] (null: no bound): its probabilities divided by that of the domain, nothing moved to the edge. */
  | { kind: 'truncated'; of: Distribution; low: number | null; high: number | null }

export type DistributionKind = Distribution['kind']

/** A distribution ready for use. Every function is pure; p and q are probabilities. */
export interface Shape {
  /** Ends of the support, ±∞ where there is none. */
  low: number
  high: number
  /** Smallest x with P(X ≤ x) ≥ p, 0 ≤ p ≤ 1; at 0 and 1 the ends of the support. */
  quantile(p: number): number
  /** The x with P(X > x) = q: `quantile(1 − q)` with the digits of a small q kept. */
  upperQuantile(q: number): number
  /** P(X ≤ x), and P(X > x) with the digits of a small tail kept. */
  cdf(x: number): number
  survival(x: number): number
  /** A reason where it is infinite. */
  mean: number | NoAnswer
  sd: number | NoAnswer
  /** out[i] = quantile(u[i]) for the first `out.length` entries, 0 < u < 1, as fast as the machine can; at most 1e-9 of the spread beside `quantile`. `out` may be `u` itself. */
  fillQuantiles(u: Float64Array, out: Float64Array): void
  /** The same from standard normal draws, out[i] = quantile(Φ(z[i])), for shapes that are made of a normal draw; the others take `fillQuantiles` of Φ(z). */
  fillFromNormals?(z: Float64Array, out: Float64Array): void
  /** Given by the normal distribution, so that its draws can be made in one loop. */
  normal?: { mean: number; sd: number }
}
