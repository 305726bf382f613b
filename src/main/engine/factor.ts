/**
 * A positive factor that is the same for every run of a plan, such as the price of a FLOP: known exactly, log-normal, or the product of two beliefs.
 * Because all runs share it, a sum Σ C_k·Z has the quantiles Z_p·Σ C_k: adding quantiles over rungs is exact here, not merely cautious.
 */
import type { Belief } from '../../shared/plan/rules'
import { normalProbability, normalQuantile, RANGE_90 } from './numeric/normal'

export interface Factor {
  mean: number
  /** True when the factor is known exactly. */
  certain: boolean
  /** Value that the factor does not exceed with this probability, 0 < p < 1. */
  quantile(probability: number): number
  /** Probability that the factor is at most `value`. */
  atMost(value: number): number
}

/** ln x ~ normal(mu, sigma); sigma 0 is an exact value. */
export interface LogNormal {
  mu: number
  sigma: number
}

/** A number, or a 90 % range as log-normal with median √(low·high) and σ = ln(high/low)/3.2897 (docs/model.md, Beliefs and probabilities). */
export function logNormalOf(belief: Belief): LogNormal {
  if (typeof belief === 'number') return { mu: Math.log(belief), sigma: 0 }
  return { mu: (Math.log(belief.low) + Math.log(belief.high)) / 2, sigma: Math.log(belief.high / belief.low) / RANGE_90 }
}

/** Median of a belief: the number itself, or √(low·high). */
export const medianOf = (belief: Belief): number => (typeof belief === 'number' ? belief : Math.sqrt(belief.low) * Math.sqrt(belief.high))

export const certainly = (value: number): Factor => ({ mean: value, certain: true, quantile: () => value, atMost: (x) => (x >= value ? 1 : 0) })

/** `scale` times a log-normal. */
export function scaledLogNormal(scale: number, { mu, sigma }: LogNormal): Factor {
  if (sigma === 0 || scale === 0) return certainly(scale * Math.exp(mu))
  return {
    mean: scale * Math.exp(mu + (sigma * sigma) / 2),
    certain: false,
    quantile: (p) => scale * Math.exp(mu + sigma * normalQuantile(p)),
    atMost: (x) => (x <= 0 ? 0 : normalProbability((Math.log(x / scale) - mu) / sigma))
  }
}

/**
 * A factor known by equally likely draws. Between them probabilities are interpolated, the k-th smallest of n standing at (k − ½)/n; outside the smallest and the
 * largest draw, whose tails hold 1/(2n) each, the quantile is that draw.
 */
export function drawnFactor(draws: Float64Array): Factor {
  const n = draws.length
  let [least, most] = [Infinity, -Infinity]
  for (const x of draws) {
    if (x < least) least = x
    if (x > most) most = x
  }
  if (least === most) return certainly(least)
  let inOrder: Float64Array | null = null
  const ordered = (): Float64Array => (inOrder ??= draws.slice().sort())
  return {
    mean: draws.reduce((sum, x) => sum + x, 0) / n,
    certain: false,
    quantile: (p) => {
      const place = Math.min(n - 1, Math.max(0, p * n - 0.5))
      const k = Math.min(n - 2, Math.floor(place))
      const sorted = ordered()
      return sorted[k]! + (place - k) * (sorted[k + 1]! - sorted[k]!)
    },
    atMost: (x) => {
      if (!(x >= least)) return 0
      if (x >= most) return 1
      const sorted = ordered()
      let [low, high] = [0, n - 1]
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (sorted[middle]! <= x) low = middle
        else high = middle
      }
      return (low + 0.5 + (x - sorted[low]!) / (sorted[high]! - sorted[low]!)) / n
    }
  }
}

/**
 * The factor Z = M·(a·P + b) with P and M log-normal and independent: dollars per FLOP, where P is the price per hour, M = 1/MFU, a the hours with their
 * surcharges and b what scales with time but not with price (staff, billed energy). Closed form unless both are ranges and b > 0; then by quadrature over P.
 */
export function priceFactor(a: number, P: LogNormal, b: number, M: LogNormal): Factor {
  if (b === 0) return scaledLogNormal(a, { mu: P.mu + M.mu, sigma: Math.hypot(P.sigma, M.sigma) })
  if (P.sigma === 0) return scaledLogNormal(a * Math.exp(P.mu) + b, M)
  const mean = (a * Math.exp(P.mu + P.sigma ** 2 / 2) + b) * Math.exp(M.mu + M.sigma ** 2 / 2)
  if (M.sigma === 0) {
    const inner = scaledLogNormal(a, P)
    const time = Math.exp(M.mu)
    return { mean, certain: false, quantile: (p) => time * (inner.quantile(p) + b), atMost: (x) => inner.atMost(x / time - b) }
  }
  return tabulated(mean, a, P, b, M)
}

/** Nodes of the trapezoid rule over a standard normal; its error for these smooth integrands is far below 1e-10. */
const STEP = 0.25
const REACH = 8
const NODES = Float64Array.from({ length: (2 * REACH) / STEP + 1 }, (_, j) => -REACH + j * STEP)
const WEIGHTS = NODES.map((u) => (STEP * Math.exp((-u * u) / 2)) / Math.sqrt(2 * Math.PI))

/**
 * ln Z is nearly normal, so its score G(v) = Φ⁻¹(P(ln Z ≤ v)) is nearly a straight line: kept on 41 nodes over ±5 deviations, cubic between them
 * (error in probability below 1e-6, tested against the quadrature), linear beyond.
 */
function tabulated(mean: number, a: number, P: LogNormal, b: number, M: LogNormal): Factor {
  const lnRate = NODES.map((u) => Math.log(a * Math.exp(P.mu + P.sigma * u) + b) + M.mu)
  const share = (a * Math.exp(P.mu)) / (a * Math.exp(P.mu) + b)
  const deviation = Math.hypot(P.sigma * share, M.sigma)
  const last = 40
  const step = (10 * deviation) / last
  const start = Math.log(a * Math.exp(P.mu) + b) + M.mu - 5 * deviation
  const score = Float64Array.from({ length: last + 1 }, (_, j) => {
    const v = start + j * step
    let below = 0
    for (let i = 0; i < NODES.length; i++) below += WEIGHTS[i]! * normalProbability((v - lnRate[i]!) / M.sigma)
    return normalQuantile(Math.min(Math.max(below, 1e-300), 1 - 1e-16))
  })
  const scoreAt = (v: number): number => {
    const s = (v - start) / step
    if (s <= 0) return score[0]! + s * (score[1]! - score[0]!)
    if (s >= last) return score[last]! + (s - last) * (score[last]! - score[last - 1]!)
    const j = Math.min(Math.max(Math.floor(s), 1), last - 2)
    const t = s - j
    const [g0, g1, g2, g3] = [score[j - 1]!, score[j]!, score[j + 1]!, score[j + 2]!]
    return g1 + t * ((g2 - g0) / 2 + t * (g0 - (5 * g1) / 2 + 2 * g2 - g3 / 2 + t * ((g3 - g0) / 2 + (3 * (g1 - g2)) / 2)))
  }
  return {
    mean,
    certain: false,
    atMost: (x) => (x <= 0 ? 0 : normalProbability(scoreAt(Math.log(x)))),
    quantile: (p) => {
      const goal = normalQuantile(p)
      let low = start - 40 * step
      let high = start + (last + 40) * step
      while (high - low > 1e-12 * Math.max(1, Math.abs(low))) {
        const middle = (low + high) / 2
        if (middle === low || middle === high) break
        if (scoreAt(middle) < goal) low = middle
        else high = middle
      }
      return Math.exp((low + high) / 2)
    }
  }
}
