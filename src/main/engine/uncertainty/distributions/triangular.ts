/** The triangular distribution on [low, high] with its peak at the mode, which may be an end. */
import type { Shape } from './distribution'

export function triangular({ low, mode, high }: { low: number; mode: number; high: number }): Shape {
  const width = high - low
  const rise = mode - low
  const fall = high - mode
  /** P(X ≤ mode). */
  const share = rise / width
  const quantile = (p: number): number => (p <= share ? low + Math.sqrt(p * width * rise) : high - Math.sqrt((1 - p) * width * fall))
  return {
    low,
    high,
    quantile,
    upperQuantile: (q) => (q < 1 - share ? high - Math.sqrt(q * width * fall) : low + Math.sqrt((1 - q) * width * rise)),
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : x <= mode ? (x - low) ** 2 / (width * rise) : 1 - (high - x) ** 2 / (width * fall)),
    survival: (x) => (x <= low ? 1 : x >= high ? 0 : x <= mode ? 1 - (x - low) ** 2 / (width * rise) : (high - x) ** 2 / (width * fall)),
    // From the ends' distances, so that it keeps its digits far from zero.
    mean: low + (width + rise) / 3,
    sd: Math.sqrt((width * width - rise * fall) / 18),
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = quantile(u[i]!)
    }
  }
}
