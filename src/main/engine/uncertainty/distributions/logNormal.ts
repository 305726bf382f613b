/** The log-normal distribution: ln X ~ N(ln median, σ²); mean median·e^(σ²/2), variance mean²·(e^(σ²) − 1). */
import { noAnswer } from '../../../../shared/notes'
import { exponential } from '../../numeric/exponential'
import { normalProbability, normalQuantile } from '../../numeric/normal'
import type { Shape } from './distribution'

export function logNormal({ median, sigma }: { median: number; sigma: number }): Shape {
  const mu = Math.log(median)
  const mean = median * Math.exp((sigma * sigma) / 2)
  const sd = mean * Math.sqrt(Math.expm1(sigma * sigma))
  return {
    low: 0,
    high: Infinity,
    quantile: (p) => median * Math.exp(sigma * normalQuantile(p)),
    upperQuantile: (q) => median * Math.exp(-sigma * normalQuantile(q)),
    cdf: (x) => (x <= 0 ? 0 : normalProbability((Math.log(x) - mu) / sigma)),
    survival: (x) => (x <= 0 ? 1 : normalProbability((mu - Math.log(x)) / sigma)),
    mean: Number.isFinite(mean) ? mean : noAnswer('notDefined', 'belief-mean-beyond-numbers', { spread: sigma }),
    sd: Number.isFinite(sd) ? sd : noAnswer('notDefined', 'belief-spread-beyond-numbers', { spread: sigma }),
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = median * exponential(sigma * normalQuantile(u[i]!))
    },
    fillFromNormals: (z, out) => {
      for (let i = 0; i < out.length; i++) out[i] = median * exponential(sigma * z[i]!)
    }
  }
}
