/** Student's t distribution: how far a regression's prediction may be off when the scatter itself is estimated. */
import { incompleteBeta } from './incompleteBeta'
import { bracketDecreasing, findRoot } from './root'

/** P(T ≤ t) with `degrees` of freedom, above 0. */
export function studentProbability(t: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** The t with P(T ≤ t) = p for 0 < p < 1, to about 1e-12. */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, degrees)
  // In u = −ln(−t): the tail falls by powers of t at one degree of freedom.
  const excess = (u: number): number => studentProbability(-Math.exp(u), degrees) - p
  const bracket = bracketDecreasing(excess, 0, 1, 1024)
  if (bracket === null) throw new Error(`Student's t has no quantile ${p} with ${degrees} degrees of freedom`)
  return -Math.exp(findRoot(excess, bracket, 1e-14))
}
