/** The uniform distribution on [low, high]. */
import type { Shape } from './distribution'

export function uniform({ low, high }: { low: number; high: number }): Shape {
  const width = high - low
  const share = (distance: number): number => Math.min(1, Math.max(0, distance / width))
  return {
    low,
    high,
    quantile: (p) => (p === 1 ? high : low + width * p),
    upperQuantile: (q) => (q === 1 ? low : high - width * q),
    cdf: (x) => share(x - low),
    survival: (x) => share(high - x),
    mean: low + width / 2,
    sd: width / Math.sqrt(12),
    fillQuantiles: (u, out) => {
      // A probability is its own quantile.
      if (low === 0 && width === 1) return u === out ? undefined : out.set(u.subarray(0, out.length))
      for (let i = 0; i < out.length; i++) out[i] = low + width * u[i]!
    }
  }
}
