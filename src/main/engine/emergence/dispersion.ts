/** How much more the points scatter around a fit than it allows: the quasi-likelihood's dispersion, and the part of it that families share. */
import { chiSquareTail } from '../numeric/incompleteGamma'
import { freeCount, PARAMETERS } from './box'
import { localAt, localOf, meanAt, type CurveData, type CurveFit } from './curveFit'

export interface Dispersion {
  /** Factor on the objective's scale: s² = Σ(y − μ)²/df for Gaussian scatter; 1 for binomial, or the estimate where points scatter more than their items allow. */
  phi: number
  /** Degrees of freedom behind phi; Infinity where it is known to be 1. */
  degrees: number
  likelihood: 'binomial' | 'quasi-binomial' | 'gaussian'
}

/** Scatter beyond the binomial is taken for real below this chance of it arising from the items alone. */
const OVERDISPERSED_BELOW = 0.1

/** Null for Gaussian scatter when there are no more points than parameters. */
export function dispersionOf(data: CurveData, { shape, theta, box, objective }: CurveFit): Dispersion | null {
  const degrees = data.z.length - freeCount(box)
  if (data.noise === 'gaussian') return degrees > 0 ? { phi: objective / degrees, degrees, likelihood: 'gaussian' } : null
  if (degrees < 1) return { phi: 1, degrees: Infinity, likelihood: 'binomial' }
  // Pearson's statistic, and Fletcher's (2012) correction of it, which keeps a single lucky answer near the floor from counting as scatter.
  let pearson = 0
  let skew = 0
  for (let i = 0; i < data.z.length; i++) {
    const μ = Math.min(1 - 1e-9, Math.max(1e-9, meanAt(shape, theta, data.z[i]!)))
    const residual = data.y[i]! - μ
    pearson += (data.m[i]! * residual ** 2) / (μ * (1 - μ))
    skew += ((1 - 2 * μ) * residual) / (μ * (1 - μ))
  }
  const corrected = pearson / Math.max(0.1, 1 + skew / data.z.length)
  if (chiSquareTail(Math.min(pearson, corrected), degrees) >= OVERDISPERSED_BELOW) return { phi: 1, degrees: Infinity, likelihood: 'binomial' }
  return { phi: Math.max(1, corrected / degrees), degrees, likelihood: 'quasi-binomial' }
}

/**
 * How many times the variance of the critical scale grows when points of a family scatter together: its sandwich variance, clustered by family with G/(G − 1),
 * over the model's (Liang & Zeger 1986). The log-likelihood is divided by it before intervals are read off (Chandler & Bate 2007). At least 1; null below three families.
 */
export function familyEffect(data: CurveData, fit: CurveFit, families: readonly (string | null)[], phi: number): { families: number; effect: number } | null {
  const names = [...new Set(families)]
  if (names.length < 3 || names.includes(null) || !(phi > 0)) return null
  const local = localOf(data.z.length)
  localAt(data, fit.shape, fit.theta, local)
  const free = PARAMETERS.map((_, j) => j).filter((j) => fit.theta[j]! > fit.box.low[j]! && fit.theta[j]! < fit.box.high[j]!)
  if (free[0] !== 0) return null
  // First row of the inverse information: how each point's pull moves z_c.
  const row = firstRowOfInverse(free.map((j) => free.map((k) => local.information[j * PARAMETERS.length + k]!)))
  if (row === null || !(row[0]! > 0)) return null
  const moved = new Map<string | null, number>()
  families.forEach((family, i) => {
    const move = free.reduce((sum, j, k) => sum + row[k]! * local.slopes[i * PARAMETERS.length + j]!, 0) * local.pull[i]!
    moved.set(family, (moved.get(family) ?? 0) + move)
  })
  const G = names.length
  const sandwich = (G / (G - 1)) * [...moved.values()].reduce((sum, v) => sum + v * v, 0)
  return { families: G, effect: Math.max(1, sandwich / (phi * row[0]!)) }
}

/** First row of the inverse of a positive definite matrix, by Gauss and Jordan; null when it is singular. */
function firstRowOfInverse(matrix: number[][]): number[] | null {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, i === 0 ? 1 : 0])
  for (let j = 0; j < n; j++) {
    const pivot = rows[j]![j]!
    if (!(pivot > 0) || !Number.isFinite(pivot)) return null
    for (let i = 0; i < n; i++) {
      if (i === j) continue
      const factor = rows[i]![j]! / pivot
      for (let k = j; k <= n; k++) rows[i]![k]! -= factor * rows[j]![k]!
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!)
}
