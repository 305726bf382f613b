/**
 * The log-logistic distribution: odds of X ≤ x are (x/median)^s, s the steepness. Mean median·(π/s)/sin(π/s) for s > 1, infinite otherwise;
 * variance median²·[(2π/s)/sin(2π/s) − ((π/s)/sin(π/s))²] for s > 2, infinite otherwise.
 */
import { noAnswer } from '../../../../shared/notes'
import type { Shape } from './distribution'

export function logLogistic({ median, steepness: s }: { median: number; steepness: number }): Shape {
  const quantile = (p: number): number => median * (p / (1 - p)) ** (1 / s)
  const stretch = (b: number): number => b / Math.sin(b)
  const below = (x: number): number => 1 / (1 + (x / median) ** -s)
  return {
    low: 0,
    high: Infinity,
    quantile,
    upperQuantile: (q) => median * ((1 - q) / q) ** (1 / s),
    cdf: (x) => (x <= 0 ? 0 : below(x)),
    survival: (x) => (x <= 0 ? 1 : 1 / (1 + (x / median) ** s)),
    mean: s > 1 ? median * stretch(Math.PI / s) : noAnswer('notDefined', 'belief-infinite-mean', { steepness: s }),
    sd: s > 2 ? median * Math.sqrt(stretch((2 * Math.PI) / s) - stretch(Math.PI / s) ** 2) : noAnswer('notDefined', 'belief-infinite-spread', { steepness: s }),
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = quantile(u[i]!)
    }
  }
}
