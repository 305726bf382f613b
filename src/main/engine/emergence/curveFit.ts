/**
 * Maximum likelihood for y(z) = floor + (ceiling − floor)·G(α·(z − z_c)) within a box, by Fisher scoring with Levenberg's damping and analytic slopes;
 * parameters at an end of the box that would leave it stay there for the step. What is minimised is the binomial deviance 2·Σ m·[y·ln(y/μ) + (1−y)·ln((1−y)/(1−μ))],
 * or Σ (y − μ)² for Gaussian scatter.
 */
import type { Box } from './box'
import type { Response } from './response'
import type { Shape } from './shapes'

export interface CurveData extends Pick<Response, 'z' | 'y' | 'm' | 'noise'> {
  /** Where points stand for several rows each (pooled.ts): how many rows in all, and the part of the objective that no curve changes. Then m counts rows with Gaussian scatter. */
  pooled?: { rows: number; within: number }
}

export interface CurveFit {
  shape: Shape
  box: Box
  /** z_c, ln α, floor, ceiling. */
  theta: Float64Array
  /** Deviance, or sum of squares. */
  objective: number
}

const P = 4
/** A binomial mean is kept this far from 0 and 1, so that one answer against it is costly but not infinitely so. */
const LEAST_MEAN = 1e-9
const ITERATIONS = 100

/** When a climb stops: after a step that gains at most this share of the objective (of 1 + the deviance) and moves no parameter further than this. */
export interface Precision {
  gain: number
  move: number
}
/** To the digits of the answer; to what a likelihood ratio needs; to see which start is best. */
export const FINE: Precision = { gain: 1e-13, move: 1e-7 }
export const FAIR: Precision = { gain: 1e-8, move: 1e-2 }
export const ROUGH: Precision = { gain: 1e-3, move: Infinity }

export const meanAt = (shape: Shape, theta: Float64Array, z: number): number =>
  theta[2]! + (theta[3]! - theta[2]!) * shape.value(Math.exp(theta[1]!) * (z - theta[0]!))

export function objectiveAt({ z, y, m, noise, pooled }: CurveData, shape: Shape, theta: Float64Array): number {
  const [critical, logSteepness, floor, ceiling] = theta as unknown as [number, number, number, number]
  const steepness = Math.exp(logSteepness)
  let sum = pooled?.within ?? 0
  for (let i = 0; i < z.length; i++) {
    const μ = floor + (ceiling - floor) * shape.value(steepness * (z[i]! - critical))
    sum += m[i]! * (noise === 'gaussian' ? (y[i]! - μ) ** 2 : binomialDeviance(y[i]!, μ))
  }
  return sum
}

/** Of one item. */
export function binomialDeviance(y: number, mean: number): number {
  const μ = mean < LEAST_MEAN ? LEAST_MEAN : mean > 1 - LEAST_MEAN ? 1 - LEAST_MEAN : mean
  return 2 * ((y > 0 ? y * Math.log(y / μ) : 0) + (y < 1 ? (1 - y) * Math.log((1 - y) / (1 - μ)) : 0))
}

/** Information matrix (row by row) and score vector at a point, and the slopes dμ/dθ and weights they are made of. */
export interface Local {
  information: Float64Array
  score: Float64Array
  slopes: Float64Array
  /** Weight times residual of each point. */
  pull: Float64Array
}

export const localOf = (points: number): Local => ({
  information: new Float64Array(P * P),
  score: new Float64Array(P),
  slopes: new Float64Array(P * points),
  pull: new Float64Array(points)
})

export function localAt({ z, y, m, noise }: CurveData, shape: Shape, theta: Float64Array, local: Local): void {
  const [critical, logSteepness, floor, ceiling] = theta as unknown as [number, number, number, number]
  const steepness = Math.exp(logSteepness)
  const { information, score, slopes, pull } = local
  information.fill(0)
  score.fill(0)
  for (let i = 0; i < z.length; i++) {
    const w = steepness * (z[i]! - critical)
    const G = shape.value(w)
    const rise = (ceiling - floor) * shape.slope(w)
    const at = i * P
    slopes[at] = -steepness * rise
    slopes[at + 1] = rise === 0 ? 0 : w * rise
    slopes[at + 2] = 1 - G
    slopes[at + 3] = G
    const μ = floor + (ceiling - floor) * G
    let weight = m[i]!
    if (noise === 'binomial') {
      const inside = μ < LEAST_MEAN ? LEAST_MEAN : μ > 1 - LEAST_MEAN ? 1 - LEAST_MEAN : μ
      weight /= inside * (1 - inside)
    }
    const residual = weight * (y[i]! - μ)
    pull[i] = residual
    for (let j = 0; j < P; j++) {
      const slope = slopes[at + j]!
      score[j]! += slope * residual
      for (let k = 0; k <= j; k++) information[j * P + k]! += weight * slope * slopes[at + k]!
    }
  }
  for (let j = 0; j < P; j++) for (let k = j + 1; k < P; k++) information[j * P + k] = information[k * P + j]!
}

/** The nearest optimum downhill from a start, which is moved into the box first. */
export function climb(
  data: CurveData,
  shape: Shape,
  box: Box,
  start: Float64Array,
  local: Local = localOf(data.z.length),
  precision: Precision = FINE
): CurveFit {
  const { low, high } = box
  let theta = inside(box, start)
  let objective = objectiveAt(data, shape, theta)
  const offset = data.noise === 'binomial' ? 1 : 0
  let damping = 1e-3
  const step = new Float64Array(P)
  for (let round = 0; round < ITERATIONS && damping < 1e12;) {
    localAt(data, shape, theta, local)
    const free: number[] = []
    for (let j = 0; j < P; j++) {
      const up = local.score[j]! > 0
      if (low[j]! < high[j]! && (up ? theta[j]! < high[j]! : theta[j]! > low[j]!)) free.push(j)
    }
    if (free.length === 0) break
    let gain = 0
    let moved = 0
    for (; round < ITERATIONS && damping < 1e12; round++) {
      if (solveDamped(local, free, damping, step)) {
        const next = new Float64Array(theta)
        for (const j of free) next[j] = Math.min(high[j]!, Math.max(low[j]!, theta[j]! + step[j]!))
        const there = next[3]! > next[2]! ? objectiveAt(data, shape, next) : Infinity
        if (there <= objective) {
          gain = objective - there
          moved = 0
          for (const j of free) moved = Math.max(moved, Math.abs(next[j]! - theta[j]!))
          theta = next
          objective = there
          damping = Math.max(damping / 10, 1e-12)
          round++
          break
        }
      }
      damping *= 10
    }
    if (gain <= precision.gain * (objective + offset) && moved < precision.move) break
  }
  return { shape, box, theta, objective }
}

const inside = ({ low, high }: Box, start: Float64Array): Float64Array => start.map((v, j) => Math.min(high[j]!, Math.max(low[j]!, v)))

const factor = new Float64Array(P * P)

/** (I + λ·diag I)·step = score over the free parameters, by Cholesky's decomposition; false when it is not positive definite. */
function solveDamped({ information, score }: Local, free: readonly number[], damping: number, step: Float64Array): boolean {
  const n = free.length
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = information[free[j]! * P + free[k]!]!
      if (j === k) sum *= 1 + damping
      for (let i = 0; i < k; i++) sum -= factor[j * P + i]! * factor[k * P + i]!
      if (j > k) factor[j * P + k] = sum / factor[k * P + k]!
      else if (sum > 0) factor[j * P + j] = Math.sqrt(sum)
      else return false
    }
  }
  for (let j = 0; j < n; j++) {
    let sum = score[free[j]!]!
    for (let i = 0; i < j; i++) sum -= factor[j * P + i]! * step[free[i]!]!
    step[free[j]!] = sum / factor[j * P + j]!
  }
  for (let j = n - 1; j >= 0; j--) {
    let sum = step[free[j]!]!
    for (let i = j + 1; i < n; i++) sum -= factor[i * P + j]! * step[free[i]!]!
    step[free[j]!] = sum / factor[j * P + j]!
  }
  return true
}
