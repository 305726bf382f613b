/** The normal distribution: mean and standard deviation in the unit of the number. */
import { normalProbability, normalQuantile } from '../../numeric/normal'
import type { Shape } from './distribution'

export function normal({ mean, sd }: { mean: number; sd: number }): Shape {
  return {
    low: -Infinity,
    high: Infinity,
    quantile: (p) => mean + sd * normalQuantile(p),
    upperQuantile: (q) => mean - sd * normalQuantile(q),
    cdf: (x) => normalProbability((x - mean) / sd),
    survival: (x) => normalProbability((mean - x) / sd),
    mean,
    sd,
    normal: { mean, sd },
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = mean + sd * normalQuantile(u[i]!)
    },
    fillFromNormals: (z, out) => {
      for (let i = 0; i < out.length; i++) out[i] = mean + sd * z[i]!
    }
  }
}
