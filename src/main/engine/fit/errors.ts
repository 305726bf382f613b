/** How sure the constants are: covariance, standard errors and intervals from replicates, or from the curvature. */
import { normalQuantile } from '../numeric/normal'
import { quantile } from '../numeric/quantile'

/** Replicates from which on they are trusted. */
export const ENOUGH_REPLICATES = 50

export interface Errors {
  covariance: number[][]
  from: 'bootstrap' | 'sandwich'
  /** Null for a constant without any: one that a bound holds, under `sandwich`. */
  standardErrors: (number | null)[]
  intervals: ({ low: number; high: number } | null)[]
}

export function covarianceOf(rows: readonly Float64Array[]): number[][] {
  const size = rows[0]!.length
  const means = Array.from({ length: size }, (_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length)
  return means.map((meanJ, j) => means.map((meanK, k) => rows.reduce((sum, row) => sum + (row[j]! - meanJ) * (row[k]! - meanK), 0) / (rows.length - 1)))
}

/** From replicates: their covariance, and percentiles as intervals. */
export function bootstrapErrors(replicates: readonly Float64Array[], level: number): Errors {
  const covariance = covarianceOf(replicates)
  return {
    covariance,
    from: 'bootstrap',
    standardErrors: covariance.map((row, k) => Math.sqrt(row[k]!)),
    intervals: covariance.map((_, k) =>
      percentiles(
        replicates.map((row) => row[k]!),
        level
      )
    )
  }
}

export const percentiles = (values: readonly number[], level: number): { low: number; high: number } => ({
  low: quantile(values, (1 - level) / 2),
  high: quantile(values, (1 + level) / 2)
})

/** From a covariance: normal intervals, in the logarithm for what is above 0 by its nature. */
export function sandwichErrors(covariance: number[][], constants: Float64Array, level: number, isAmplitude: (k: number) => boolean): Errors {
  const z = normalQuantile((1 + level) / 2)
  const standardErrors = covariance.map((row, k) => (row[k]! > 0 ? Math.sqrt(row[k]!) : null))
  return {
    covariance,
    from: 'sandwich',
    standardErrors,
    intervals: standardErrors.map((error, k) => {
      const value = constants[k]!
      if (error === null) return null
      if (!isAmplitude(k)) return { low: value - z * error, high: value + z * error }
      const factor = Math.exp((z * error) / value)
      return Number.isFinite(factor) ? { low: value / factor, high: value * factor } : null
    })
  }
}
