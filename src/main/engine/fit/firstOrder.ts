import { dampedSolver } from './dampedSolver'
import type { Estimate } from './estimator'
import type { Parametric } from './parametric'

/**
 * Constants without each of the runs `from` to `to` − 1 alone, to first order: leaving a run out takes its gradient ψ∇r away, so that θ moves by H⁻¹·ψ∇r, H the exact curvature at the
 * minimum; the slopes of the form carry the move over to the constants. A constant that a bound holds does not move. Null where H is not positive definite among the others.
 */
export function firstOrder({ form, sample, objective }: Parametric, constants: Float64Array, delta: number, { from, to }: { from: number; to: number }) {
  const theta = form.coordinates(constants, sample)
  const { size, lower, upper } = objective
  const H = new Float64Array(size * size)
  const ignored = new Float64Array(size * size)
  const score = new Float64Array(size)
  const step = new Float64Array(size)
  const value = objective.evaluate(theta, delta, 'newton', score, H)
  const free = Uint8Array.from(theta, (v, k) => (v > lower[k]! && v < upper[k]! ? 1 : 0))
  const solve = dampedSolver(size)
  const slopes = form.slopes(theta, sample)
  return Array.from({ length: to - from }, (_, j): Estimate | null => {
    const [i, next] = [from + j, from + j + 1]
    const one = { ...sample, count: 1, x: sample.x.subarray(i, next), y: sample.y.subarray(i, next), z: sample.z.subarray(i, next) }
    form.objective(one, Float64Array.of(1)).evaluate(theta, delta, 'newton', score, ignored)
    if (!solve(H, 0, score, free, step)) return null
    const without = constants.map((value, k) => value - slopes[k]!.reduce((sum, slope, c) => sum + slope * step[c]!, 0))
    return without.every(Number.isFinite) ? { constants: without, objective: value, settled: true } : null
  })
}
