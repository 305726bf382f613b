/** The three approaches as the resampling sees them: from runs, each counted a number of times, to constants. */
import type { FitApproach, FitForm } from '../../../shared/contract/fit'
import type { RandomStream } from '../numeric/random'
import type { FitPoint } from './sample'

/** What is fitted, as plain data that can cross to a worker. */
export interface FitProblem {
  approach: FitApproach
  form: FitForm
  points: FitPoint[]
  /** δ of Huber's function, in ln loss. */
  delta: number
  /** k of C = k·N·D. */
  flopPerParamToken: number
  /** How far apart (as a share) the FLOP of the runs of one isoFLOP, or the sizes of one training curve, may lie. */
  tolerance: number
}

export interface Estimate {
  constants: Float64Array
  /** Value of what the approach minimises. */
  objective: number
  /** Whether the way down ended. */
  settled: boolean
}

export interface Estimator {
  names: readonly string[]
  /** From nothing but the runs; null where they determine no estimate. */
  fresh(weights: Float64Array): Estimate | null
  /** From constants that are near already. */
  near(weights: Float64Array, constants: Float64Array): Estimate | null
  exponents(constants: Float64Array): { a: number; b: number } | null
  /** Weights of one bootstrap replicate: runs, or what stands for them, drawn with replacement. */
  resampled(random: RandomStream): Float64Array
}

/** Draws as many groups as there are, with replacement: how often each run then counts. */
export function resampledGroups(groups: readonly (readonly number[])[], runs: number, random: RandomStream): Float64Array {
  const weights = new Float64Array(runs)
  for (let i = 0; i < groups.length; i++) for (const run of groups[random.below(groups.length)]!) weights[run]!++
  return weights
}
