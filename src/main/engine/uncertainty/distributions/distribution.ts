/** The working form ("shape") of a distribution, which the simulation draws from. `distributionOf` makes it from what a plan holds, and refuses what is no distribution. */
import type { NoAnswer } from '../../../../shared/notes'

export type { Distribution, DistributionKind } from '../../../../shared/plan/distributionSchema'

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
