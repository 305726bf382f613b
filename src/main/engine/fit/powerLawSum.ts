import { exponential } from '../numeric/exponential'
import { logarithm } from '../numeric/logarithm'
import type { Curvature, Objective } from './objective'
import { counted, reachOf, type Sample } from './sample'

/** Which terms of E + A/N^α + B/D^β a form has. */
export interface Terms {
  E: boolean
  A: boolean
  B: boolean
}

/** A term whose logarithm in the middle of the runs lies this far below that of the least loss counts as none. */
const NEGLIGIBLE = 12
/** A term this far above the largest loss helps no start. */
const EXCESSIVE = 6
/** An amplitude that a step along the valley would divide by more goes straight. */
const LEAST_FACTOR = 0.01
/** Far beyond every published exponent. */
export const STEEPEST = 4

/**
 * Huber's function of r = ln L̂ − ln L, added over the runs (Hoffmann et al. 2022, eq. 3), with L̂ = E + e^(a − αx) + e^(b − βy) in the centred logarithms x of N and y of D:
 *
 *     h(r) = r²/2 for |r| ≤ δ,  δ(|r| − δ/2) beyond
 *
 * θ = (E, a, b, α, β). E stands as it is, not as its logarithm: it can then be 0, and valleys along which E trades against a slow term are less bent. With p the shares of the
 * terms in L̂ and t_k the gradient of ln of term k, ∇r = (1/L̂, …) + Σ p_k·t_k and ∇²r = Σ p_k·t_k·t_kᵀ − ∇r·∇rᵀ over the two power laws: both curvatures are sums over
 * ∇r·∇rᵀ and little else. `weights` count each run, so that a resampled set is a set of weights. Nothing is allocated per evaluation.
 */
export function powerLawSum(sample: Sample, weights: Float64Array, terms: Terms): Objective {
  const { x, y, z, w } = counted(sample, weights)
  const count = w.length
  const least = z.reduce((low, v) => Math.min(low, v), Infinity)
  const most = z.reduce((high, v) => Math.max(high, v), -Infinity)

  const evaluate = (theta: Float64Array, delta: number, curvature: Curvature, gradient: Float64Array, matrix: Float64Array): number => {
    const E = theta[0]!
    const a = theta[1]!
    const b = theta[2]!
    const α = theta[3]!
    const β = theta[4]!
    const newton = curvature === 'newton'
    let f = 0
    // prettier-ignore
    let gE = 0, gA = 0, gB = 0, gAx = 0, gBy = 0, gAxx = 0, gByy = 0
    // prettier-ignore
    let EE = 0, EA = 0, EB = 0, Eα = 0, Eβ = 0, AA = 0, AB = 0, Aα = 0, Aβ = 0, BB = 0, Bα = 0, Bβ = 0, αα = 0, αβ = 0, ββ = 0
    for (let i = 0; i < count; i++) {
      const wi = w[i]!
      const xi = x[i]!
      const yi = y[i]!
      const A = exponential(a - α * xi)
      const B = exponential(b - β * yi)
      const L = E + A + B
      const r = logarithm(L) - z[i]!
      const size = Math.abs(r)
      // ψ = h'(r), and c what ∇r·∇rᵀ is multiplied by.
      let ψ: number
      let c: number
      if (size <= delta) {
        f += wi * 0.5 * r * r
        ψ = wi * r
        c = newton ? wi - ψ : wi
      } else {
        f += wi * delta * (size - 0.5 * delta)
        ψ = r > 0 ? wi * delta : -wi * delta
        c = newton ? -ψ : (wi * delta) / size
      }
      const pE = 1 / L
      const pA = A * pE
      const pB = B * pE
      const pAx = pA * xi
      const pBy = pB * yi
      const ψAx = ψ * pAx
      const ψBy = ψ * pBy
      gE += ψ * pE
      gA += ψ * pA
      gB += ψ * pB
      gAx += ψAx
      gBy += ψBy
      gAxx += ψAx * xi
      gByy += ψBy * yi
      const cE = c * pE
      const cA = c * pA
      const cB = c * pB
      const cAx = c * pAx
      EE += cE * pE
      EA += cE * pA
      EB += cE * pB
      Eα += cE * pAx
      Eβ += cE * pBy
      AA += cA * pA
      AB += cA * pB
      Aα += cA * pAx
      Aβ += cA * pBy
      BB += cB * pB
      Bα += cB * pAx
      Bβ += cB * pBy
      αα += cAx * pAx
      αβ += cAx * pBy
      ββ += c * pBy * pBy
    }
    gradient[0] = gE
    gradient[1] = gA
    gradient[2] = gB
    gradient[3] = -gAx
    gradient[4] = -gBy
    // Σ ψ·p_k·t_k·t_kᵀ belongs to the exact curvature only.
    const exact = newton ? 1 : 0
    matrix[0] = EE
    matrix[1] = EA
    matrix[2] = EB
    matrix[3] = -Eα
    matrix[4] = -Eβ
    matrix[6] = AA + exact * gA
    matrix[7] = AB
    matrix[8] = -Aα - exact * gAx
    matrix[9] = -Aβ
    matrix[12] = BB + exact * gB
    matrix[13] = -Bα
    matrix[14] = -Bβ - exact * gBy
    matrix[18] = αα + exact * gAxx
    matrix[19] = αβ
    matrix[24] = ββ + exact * gByy
    return f
  }
  /** The ends of an amplitude and of its exponent; a term that the form does not have is e^−∞ = 0. */
  const amplitude = (has: boolean): [number, number] => (has ? [least - NEGLIGIBLE, most + EXCESSIVE] : [-Infinity, -Infinity])
  const exponent = (has: boolean): [number, number] => [0, has ? STEEPEST : 0]
  const box = [[0, terms.E ? Math.exp(most) : 0], amplitude(terms.A), amplitude(terms.B), exponent(terms.A), exponent(terms.B)] as const
  return {
    size: 5,
    lower: Float64Array.from(box, ([low]) => low),
    upper: Float64Array.from(box, ([, high]) => high),
    reach: Float64Array.of(Math.exp(-least), 1, 1, reachOf(sample.x), reachOf(sample.y)),
    move: moveAlongValley,
    evaluate
  }
}

/**
 * Runs determine the level E + A + B and the slopes αA and βB in their middle well, the exponents badly: the valley of good fits bends in θ. A step is therefore taken as one in level,
 * slopes and exponents. With α' = α + Δα the slope becomes αA + A·Δα + αA·Δa, so that A' = A·(1 + α·Δa/α'); E takes up what is left of the level.
 */
function moveAlongValley(theta: Float64Array, step: Float64Array, share: number, next: Float64Array): void {
  let E = theta[0]! + share * step[0]!
  for (let term = 1; term <= 2; term++) {
    const a = theta[term]!
    const α = theta[term + 2]!
    const Δa = share * step[term]!
    const αNext = α + share * step[term + 2]!
    next[term + 2] = αNext
    const factor = 1 + (α * Δa) / αNext
    if (αNext > 0 && factor > LEAST_FACTOR) {
      next[term] = a + Math.log(factor)
      E += Math.exp(a) * (Δa - (factor - 1))
    } else next[term] = a + Δa
  }
  next[0] = E
}
