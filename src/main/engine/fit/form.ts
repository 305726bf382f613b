/** What a fit needs to know of a form. Its constants stand in the order of `names`; its coordinates θ are those of its objective, centred on a sample. */
import type { Objective } from './objective'
import type { Sample } from './sample'

export interface Form {
  /** As the law of the same form calls them. */
  names: readonly string[]
  /** As the paper writes them, for sentences. */
  symbols: readonly string[]
  formula: string
  /** Which of N and D the loss depends on. */
  hasD: boolean
  objective(sample: Sample, weights: Float64Array): Objective
  /** From far: a spread of starting points that the runs themselves suggest, whatever the units. */
  starts(sample: Sample): Float64Array[]
  constants(theta: Float64Array, sample: Sample): Float64Array
  coordinates(constants: Float64Array, sample: Sample): Float64Array
  /** ∂ constants/∂θ, one row a constant. */
  slopes(theta: Float64Array, sample: Sample): number[][]
  loss(constants: Float64Array, N: number, D: number): number
  /** a and b of N* ∝ C^a and D* ∝ C^b; null where these constants leave no optimum. */
  exponents(constants: Float64Array): { a: number; b: number } | null
  /** N and D of least loss among runs with k·N·D = C; null where there is none. */
  optimum(constants: Float64Array, C: number, k: number): { N: number; D: number } | null
  /** Names of the constants that lie at the end of what the fit allows. */
  atBound(theta: Float64Array, objective: Objective): string[]
}
