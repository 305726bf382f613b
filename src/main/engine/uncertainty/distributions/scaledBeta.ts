/** The beta distribution on [low, high]: low + (high − low)·B, B ~ Beta(α, β), P(B ≤ b) = I_b(α, β). */
import { incompleteBeta, logGamma } from '../../numeric/incompleteBeta'
import { normalDensity, normalQuantile } from '../../numeric/normal'
import type { Shape } from './distribution'
import { tabulated } from './tabulated'

export function scaledBeta({ alpha, beta, low, high }: { alpha: number; beta: number; low: number; high: number }): Shape {
  const width = high - low
  const sum = alpha + beta
  const share = shareAt(alpha, beta)
  const at = (z: number): number => (z === -Infinity ? low : z === Infinity ? high : low + width * share(z))
  let table: ((z: number) => number) | undefined
  const fast = (): ((z: number) => number) => (table ??= tabulated(at, 1e-10 * width))
  return {
    low,
    high,
    quantile: (p) => at(normalQuantile(p)),
    upperQuantile: (q) => at(-normalQuantile(q)),
    cdf: (x) => incompleteBeta((x - low) / width, alpha, beta),
    survival: (x) => incompleteBeta((high - x) / width, beta, alpha),
    mean: low + (width * alpha) / sum,
    sd: (width * Math.sqrt((alpha * beta) / (sum + 1))) / sum,
    fillQuantiles: (u, out) => {
      const f = fast()
      for (let i = 0; i < out.length; i++) out[i] = f(normalQuantile(u[i]!))
    },
    fillFromNormals: (z, out) => {
      const f = fast()
      for (let i = 0; i < out.length; i++) out[i] = f(z[i]!)
    }
  }
}

const LOWEST_LOGIT = -745
const ROUNDS = 200

/**
 * The b with I_b(α, β) = Φ(z), to about 1e-14. Solved for the logit t = ln(b/(1 − b)) by Newton's method on Φ⁻¹(I) − z, which is nearly a straight line in t,
 * with bisection where a step leaves what is known to hold the root.
 */
function shareAt(alpha: number, beta: number): (z: number) => number {
  const lnBeta = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta)
  const middle = Math.log(alpha / beta)
  return (z) => {
    let below = LOWEST_LOGIT
    let above = -LOWEST_LOGIT
    let t = middle
    for (let round = 0; round < ROUNDS; round++) {
      // ln b and ln(1 − b).
      const lnB = -Math.log1p(Math.exp(-t))
      const lnRest = -Math.log1p(Math.exp(t))
      const lower = incompleteBeta(Math.exp(lnB), alpha, beta)
      const there = lower <= 0.5 ? normalQuantile(lower) : -normalQuantile(incompleteBeta(Math.exp(lnRest), beta, alpha))
      if (there < z) below = t
      else above = t
      const slope = Math.exp(alpha * lnB + beta * lnRest - lnBeta) / normalDensity(there)
      const next = t - (there - z) / slope
      const inside = next > below && next < above
      const moved = inside ? next : 0.5 * (below + above)
      if (Math.abs(moved - t) <= 1e-14 * Math.max(1, Math.abs(t))) return 1 / (1 + Math.exp(-moved))
      t = moved
    }
    return 1 / (1 + Math.exp(-t))
  }
}
