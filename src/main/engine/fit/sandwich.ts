/** Covariance of a robust fit without resampling. */
import { dampedSolver } from './dampedSolver'
import type { Form } from './form'
import type { Sample } from './sample'

export interface Sandwich {
  /** Covariance of the constants; rows and columns of one that a bound holds are 0. */
  covariance: number[][]
  /** What leaving out run i adds to the constants, to first order: H⁻¹·ψ_i∇r_i. */
  influence(run: number): number[]
}

/**
 * H⁻¹·(Σ ψ²·∇r·∇rᵀ)·H⁻¹ with H the exact curvature at the minimum (Huber 1981, section 6.3), carried over to the constants by their slopes. H rests on the few runs within δ of the
 * law, so these errors are rough beside those of a bootstrap. With p constants and n runs it is taken n/(n − p) times (HC1 of MacKinnon & White 1985, J. Econometrics 29, 305).
 * Null where n = p or where H is not positive definite in the coordinates that no bound holds.
 */
export function sandwich(form: Form, sample: Sample, theta: Float64Array, delta: number): Sandwich | null {
  const all = form.objective(sample, new Float64Array(sample.count).fill(1))
  const { size, lower, upper } = all
  const gradient = new Float64Array(size)
  const H = new Float64Array(size * size)
  all.evaluate(theta, delta, 'newton', gradient, H)
  const free = Uint8Array.from(theta, (v, k) => (v > lower[k]! && v < upper[k]! ? 1 : 0))
  const solve = dampedSolver(size)
  const scores = Array.from({ length: sample.count }, (_, i) => {
    const one = { ...sample, count: 1, x: sample.x.subarray(i, i + 1), y: sample.y.subarray(i, i + 1), z: sample.z.subarray(i, i + 1) }
    const score = new Float64Array(size)
    form.objective(one, Float64Array.of(1)).evaluate(theta, delta, 'newton', score, new Float64Array(size * size))
    return score
  })
  const slopes = form.slopes(theta, sample)
  const spare = sample.count - form.names.length
  if (spare <= 0) return null
  const factor = sample.count / spare
  const moved = (score: Float64Array): number[] | null => {
    const step = new Float64Array(size)
    // Leaving a run out takes its gradient away: θ moves by +H⁻¹·score.
    return solve(
      H,
      0,
      score.map((v) => -v),
      free,
      step
    )
      ? slopes.map((row) => row.reduce((sum, slope, k) => sum + slope * (free[k] === 1 ? step[k]! : 0), 0))
      : null
  }
  const moves = scores.map(moved)
  if (!moves.every((move) => move !== null && move.every(Number.isFinite))) return null
  const known = moves as number[][]
  return {
    covariance: slopes.map((_, j) => slopes.map((_, k) => factor * known.reduce((sum, move) => sum + move[j]! * move[k]!, 0))),
    influence: (run) => known[run]!
  }
}
