/** AICc and the likelihood ratio from what a fit minimised. */
import type { Dispersion } from './dispersion'
import type { Response } from './response'

/** Gaussian −2·ln L but for a constant, the scatter at its most likely value and never below rounding. */
export function gaussianLogLikelihood(sumSquares: number, points: number, rounding: number): number {
  return points * Math.log(Math.max(sumSquares / points, rounding ** 2, 1e-300))
}

/** AICc of `parameters` curve parameters; the scatter counts as one more where it is estimated. Null with too few points. */
export function aiccOf(
  { y, noise, rounding }: Pick<Response, 'y' | 'noise' | 'rounding'>,
  objective: number,
  parameters: number,
  dispersion: Dispersion | null
): number | null {
  const n = y.length
  const estimated = noise === 'gaussian' || (dispersion !== null && dispersion.likelihood === 'quasi-binomial')
  const k = parameters + (estimated ? 1 : 0)
  if (n - k - 1 <= 0) return null
  const minusTwoLogL = noise === 'gaussian' ? gaussianLogLikelihood(objective, n, rounding) : objective / (dispersion?.phi ?? 1)
  return minusTwoLogL + 2 * k + (2 * k * (k + 1)) / (n - k - 1)
}
