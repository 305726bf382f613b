/** The Weibull distribution: P(X > x) = exp(−(x/scale)^k), k the steepness; mean scale·Γ(1 + 1/k) (Weibull 1951). */
import { noAnswer } from '../../../../shared/notes'
import { logGamma } from '../../numeric/incompleteBeta'
import type { Shape } from './distribution'

export function weibull({ scale, steepness: k }: { scale: number; steepness: number }): Shape {
  const upperQuantile = (q: number): number => scale * (-Math.log(q)) ** (1 / k)
  const quantile = (p: number): number => scale * (-Math.log1p(-p)) ** (1 / k)
  const mean = scale * Math.exp(logGamma(1 + 1 / k))
  // Γ(1 + 2/k)/Γ(1 + 1/k)² − 1
  const sd = mean * Math.sqrt(Math.expm1(logGamma(1 + 2 / k) - 2 * logGamma(1 + 1 / k)))
  return {
    low: 0,
    high: Infinity,
    quantile,
    upperQuantile,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** k))),
    survival: (x) => (x <= 0 ? 1 : Math.exp(-((x / scale) ** k))),
    mean: Number.isFinite(mean) ? mean : noAnswer('notDefined', 'belief-mean-beyond-numbers', { spread: 1 / k }),
    sd: Number.isFinite(sd) ? sd : noAnswer('notDefined', 'belief-spread-beyond-numbers', { spread: 1 / k }),
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = quantile(u[i]!)
    }
  }
}
