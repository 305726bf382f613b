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

/**
 * From what leaving out each run moves to first order, Δ_i: n/(n − p)·Σ Δ_i·Δ_iᵀ, which is H⁻¹·(Σ ψ²·∇r·∇rᵀ)·H⁻¹ (Huber 1981, section 6.3) with the factor HC1 of MacKinnon & White 1985
 * (J. Econometrics 29, 305). H rests on the few runs within δ of the law, so these errors are rough beside those of a bootstrap. Intervals are normal, in the logarithm for
 * amplitudes, which are above 0 by their nature. Null where n = p.
 */
export function sandwichErrors(moves: readonly Float64Array[], constants: Float64Array, level: number, isAmplitude: (k: number) => boolean): Errors | null {
  const spare = moves.length - constants.length
  if (spare <= 0) return null
  const places = [...constants.keys()]
  const covariance = places.map((j) => places.map((k) => (moves.length / spare) * moves.reduce((sum, move) => sum + move[j]! * move[k]!, 0)))
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
      return Number.isFinite(factor) && Number.isFinite(value * factor) ? { low: value / factor, high: value * factor } : null
    })
  }
}
