import type { Curvature, Objective } from './objective'
import { counted, reachOf, type Sample } from './sample'

/** Far beyond Kaplan's α_D 0.103, α_N/α_D 0.74 and 1/α_D·ln L of about 10. */
const BOX = { lower: [-400, -400, 0, 0.005], upper: [400, 400, 40, 4] }

/**
 * Huber's function of ln L̂ − ln L, added over the runs, for ln L̂ = γ·ℓ, ℓ = ln(e^(u − rx) + e^(v − y)) in the centred logarithms x of N and y of D: Kaplan et al. 2020, eq. 1.5,
 * with γ = α_D and r = α_N/α_D. θ = (u, v, r, γ). With p the share of the first term, m = ∇ℓ = (p, 1 − p, −px), ∇r = (γm, ℓ) and γ·∇²ℓ = γ·(Σ p_k·t_k·t_kᵀ − m·mᵀ).
 */
export function kaplanObjective(sample: Sample, weights: Float64Array): Objective {
  const { x, y, z, w } = counted(sample, weights)
  const evaluate = (theta: Float64Array, delta: number, curvature: Curvature, gradient: Float64Array, matrix: Float64Array): number => {
    const u = theta[0]!
    const v = theta[1]!
    const r = theta[2]!
    const γ = theta[3]!
    const newton = curvature === 'newton'
    let f = 0
    gradient.fill(0)
    matrix.fill(0)
    for (let i = 0; i < w.length; i++) {
      const wi = w[i]!
      const xi = x[i]!
      const U = u - r * xi
      const V = v - y[i]!
      const top = Math.max(U, V)
      const eU = Math.exp(U - top)
      const sum = eU + Math.exp(V - top)
      const ℓ = top + Math.log(sum)
      const residual = γ * ℓ - z[i]!
      const size = Math.abs(residual)
      const inside = size <= delta
      f += wi * (inside ? 0.5 * residual * residual : delta * (size - 0.5 * delta))
      const ψ = wi * (inside ? residual : Math.sign(residual) * delta)
      const c = newton ? (inside ? wi : 0) : inside ? wi : (wi * delta) / size
      const p = eU / sum
      const q = 1 - p
      const g0 = γ * p
      const g1 = γ * q
      const g2 = -γ * p * xi
      gradient[0]! += ψ * g0
      gradient[1]! += ψ * g1
      gradient[2]! += ψ * g2
      gradient[3]! += ψ * ℓ
      // ψ·∇²r: among (u, v, r) the covariance p·q of the two terms, with γ the slopes m.
      const s = newton ? ψ : 0
      const pq = s * γ * p * q
      matrix[0]! += c * g0 * g0 + pq
      matrix[1]! += c * g0 * g1 - pq
      matrix[2]! += c * g0 * g2 - pq * xi
      matrix[3]! += c * g0 * ℓ + s * p
      matrix[5]! += c * g1 * g1 + pq
      matrix[6]! += c * g1 * g2 + pq * xi
      matrix[7]! += c * g1 * ℓ + s * q
      matrix[10]! += c * g2 * g2 + pq * xi * xi
      matrix[11]! += c * g2 * ℓ - s * p * xi
      matrix[15]! += c * ℓ * ℓ
    }
    return f
  }
  return {
    size: 4,
    lower: Float64Array.from(BOX.lower),
    upper: Float64Array.from(BOX.upper),
    // A unit of u or v moves ln L by γ, of γ by ℓ: taken at Kaplan's own 0.1 and 10.
    reach: Float64Array.of(0.1, 0.1, 0.1 * reachOf(sample.x), 10),
    move: (theta, step, share, next) => {
      for (let k = 0; k < 4; k++) next[k] = theta[k]! + share * step[k]!
    },
    evaluate
  }
}
