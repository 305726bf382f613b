import { dampedSolver } from './dampedSolver'
import type { Curvature, Objective } from './objective'

/** Relative gain of a whole majorant step from which Newton's method takes over. */
const NEARLY_THERE = 0.03
/** A step that promises less than this share of the value is the end. */
const NOTHING_TO_GAIN = 1e-15
/** The same for a step of Newton's that fails: what it promised is rounding. */
const ROUNDING = 1e-11
/** Residuals of about 1e-14 each are those of an exact fit. */
const EXACT_FIT_PER_RUN = 1e-28
/** Longest step, as a change of the logarithm of a term. */
const LONGEST_STEP = 4
/** Damping of majorant steps, as a share of the diagonal: at first, and how it changes after a step that helped and one that did not. */
const DAMPING = { first: 1e-2, least: 1e-8, down: 4, up: 10 }
const HEAVIEST_DAMPING = 1e10
const LEAST_SHARE = 1e-12
const MOST_STEPS = 300
/** The path down begins on plain squares, whose landscape has no kinks, until a step gains less than this share. */
const SQUARES = { delta: Infinity, until: 1e-3 }

export interface Minimum {
  value: number
  /** False where the steps ran out. */
  settled: boolean
  evaluations: number
}

/**
 * A minimiser of Σ h_δ(r) in the objective's box, with its own working memory: θ, moved into the box, is improved in place. First least squares from where it stands (`far`),
 * then Huber's function itself: majorant steps, damped as by Levenberg (1944) and Marquardt (1963), until they bring little, then Newton's, which end it in a few.
 */
export function minimiser(objective: Objective, { delta, runs }: { delta: number; runs: number }): (theta: Float64Array, from: 'far' | 'near') => Minimum {
  const { size, lower, upper, reach } = objective
  const solve = dampedSolver(size)
  const step = new Float64Array(size)
  const next = new Float64Array(size)
  const free = new Uint8Array(size)
  let gradient = new Float64Array(size)
  let matrix = new Float64Array(size * size)
  let nextGradient = new Float64Array(size)
  let nextMatrix = new Float64Array(size * size)

  /** A coordinate at a bound moves only away from it. */
  const release = (theta: Float64Array): void => {
    for (let k = 0; k < size; k++) {
      const held = lower[k] === upper[k] || (theta[k]! <= lower[k]! && gradient[k]! > 0) || (theta[k]! >= upper[k]! && gradient[k]! < 0)
      free[k] = held ? 0 : 1
    }
  }
  /** What the step would gain if the gradient stayed as it is. */
  const promise = (): number => {
    let sum = 0
    for (let k = 0; k < size; k++) sum -= gradient[k]! * step[k]!
    return sum
  }
  /** How far `next` is from θ. */
  const distance = (theta: Float64Array): number => {
    let far = 0
    for (let k = 0; k < size; k++) if (lower[k]! < upper[k]!) far = Math.max(far, Math.abs(next[k]! - theta[k]!) * reach[k]!)
    return far
  }
  /** Puts the end of the step, or of the largest share of it that is not too long, into `next`, in the box; returns the share. */
  const go = (theta: Float64Array): number => {
    let share = 1
    for (;;) {
      objective.move(theta, step, share, next)
      const far = distance(theta)
      if (far <= LONGEST_STEP || share < LEAST_SHARE) break
      share *= Math.max(0.1, Math.min(0.9, LONGEST_STEP / far))
    }
    for (let k = 0; k < size; k++) next[k] = Math.min(Math.max(next[k]!, lower[k]!), upper[k]!)
    return share
  }

  const descend = (theta: Float64Array, δ: number, until: number): Minimum => {
    let curvature: Curvature = 'majorant'
    let damping = DAMPING.first
    let evaluations = 0
    const look = (kind: Curvature): number => {
      evaluations++
      return objective.evaluate(theta, δ, kind, gradient, matrix)
    }
    let value = look(curvature)
    for (let i = 0; i < MOST_STEPS; i++) {
      const end = { value, settled: true, evaluations }
      if (value <= EXACT_FIT_PER_RUN * runs) return end
      release(theta)
      if (!solve(matrix, curvature === 'newton' ? 0 : damping, gradient, free, step)) {
        if (curvature === 'newton') value = look((curvature = 'majorant'))
        else if ((damping *= DAMPING.up) > HEAVIEST_DAMPING) return end
        continue
      }
      const promised = promise()
      if (promised <= NOTHING_TO_GAIN * value) return end
      const share = go(theta)
      evaluations++
      const nextValue = objective.evaluate(next, δ, curvature, nextGradient, nextMatrix)
      if (nextValue < value) {
        const gain = share === 1 ? 1 - nextValue / value : 1
        theta.set(next)
        ;[gradient, nextGradient] = [nextGradient, gradient]
        ;[matrix, nextMatrix] = [nextMatrix, matrix]
        value = nextValue
        if (gain < until) return { value, settled: true, evaluations }
        if (curvature === 'majorant') {
          damping = Math.max(damping / DAMPING.down, DAMPING.least)
          if (gain < NEARLY_THERE) value = look((curvature = 'newton'))
        }
      } else if (curvature === 'newton') {
        if (promised <= ROUNDING * value) return { value, settled: true, evaluations }
        value = look((curvature = 'majorant'))
      } else if ((damping *= DAMPING.up) > HEAVIEST_DAMPING) return { value, settled: true, evaluations }
    }
    return { value, settled: false, evaluations }
  }

  return (theta, from) => {
    for (let k = 0; k < size; k++) theta[k] = Math.min(Math.max(theta[k]!, lower[k]!), upper[k]!)
    const before = from === 'far' ? descend(theta, SQUARES.delta, SQUARES.until).evaluations : 0
    const { evaluations, ...minimum } = descend(theta, delta, 0)
    return { ...minimum, evaluations: before + evaluations }
  }
}
