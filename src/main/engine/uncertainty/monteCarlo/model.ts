/** What a simulation computes: a function from columns of inputs to columns of outputs, one block of draws at a time, without allocation. */
import type { Shape } from '../distributions/distribution'

export interface ModelInput {
  name: string
  shape: Shape
}

/**
 * How a column shows its quantity, by an increasing function, under which ranks do not change: percentiles are taken of the column and shown as the quantity,
 * which spares an exponential per draw and keeps the digits of probabilities near 1 apart.
 */
export const SCALES = {
  linear: (x) => x,
  /** The column is the logarithm of the quantity. */
  log: Math.exp,
  /** The column is ln(−ln(1 − p)) of a probability p. */
  complementaryLogLog: (x) => -Math.expm1(-Math.exp(x))
} satisfies Record<string, (x: number) => number>

export interface ModelOutput {
  name: string
  scale: keyof typeof SCALES
  /** Whether the mean of the column is wanted; of an `event`, whose column is 1 where it happens and 0 where not, it is the chance. */
  mean: 'value' | 'event' | false
  percentiles: boolean
  /** The column is this non-decreasing function of the column of another output (by its index), to the last digit: its percentiles follow from those of the other, and it is not counted. */
  follows?: { output: number; by: (x: number) => number }
}

/** Whether the values of an output are counted by themselves. */
export const isCounted = ({ percentiles, follows }: ModelOutput): boolean => percentiles && follows === undefined

export interface SimulationModel {
  inputs: readonly ModelInput[]
  outputs: readonly ModelOutput[]
  /** Inputs whose standard normal draws are correlated: indices into `inputs`, with the Cholesky factor of their correlation matrix (`choleskyOf`). */
  correlated?: { inputs: readonly number[]; L: readonly Float64Array[] }
  /** Fills every output column from the input columns; all have the same length. An output may be infinite ("never"), not NaN. */
  evaluate(inputs: readonly Float64Array[], outputs: readonly Float64Array[]): void
}
