/** Errors of the constants and of the exponents a and b, from the replicates where there are enough, else from the curvature. */
import type { FitResult } from '../../../shared/contract/fit'
import { bootstrapErrors, covarianceOf, ENOUGH_REPLICATES, percentiles, type Errors } from './errors'
import type { Estimate } from './estimator'

type Exponents = (constants: Float64Array) => { a: number; b: number } | null

/** The replicates that can be used: those that determined constants and settled. */
export const usable = (refits: readonly (Estimate | null)[]): Float64Array[] => refits.flatMap((refit) => (refit?.settled ? [refit.constants] : []))

/** Null where fewer replicates can be used than errors need. */
export const errorsOf = (replicates: readonly Float64Array[], level: number): Errors | null =>
  replicates.length >= ENOUGH_REPLICATES ? bootstrapErrors(replicates, level) : null

/** The fields of the answer. */
export function toldErrors(names: readonly string[], errors: Errors | null): Pick<FitResult, 'standardErrors' | 'intervals' | 'covariance'> {
  if (errors === null) return { standardErrors: null, intervals: null, covariance: null }
  const { standardErrors, intervals, covariance, from } = errors
  const given = <T>(values: readonly (T | null)[]): Record<string, T> =>
    Object.fromEntries(names.flatMap((name, k) => (values[k] === null ? [] : [[name, values[k]!]])))
  return { standardErrors: given(standardErrors), intervals: given(intervals), covariance: { names: [...names], matrix: covariance, from } }
}

/** a and b with the errors that the replicates give them. */
export function toldExponents(constants: Float64Array, exponents: Exponents, replicates: readonly Float64Array[], level: number): FitResult['exponents'] {
  const best = exponents(constants)
  if (best === null) return null
  const drawn = replicates.flatMap((replicate) => exponents(replicate) ?? [])
  if (drawn.length < ENOUGH_REPLICATES) return { ...best, standardErrors: null, intervals: null }
  const errors = covarianceOf(drawn.map(({ a, b }) => Float64Array.of(a, b))).map((row, k) => Math.sqrt(row[k]!))
  return {
    ...best,
    standardErrors: { a: errors[0]!, b: errors[1]! },
    intervals: {
      a: percentiles(
        drawn.map(({ a }) => a),
        level
      ),
      b: percentiles(
        drawn.map(({ b }) => b),
        level
      )
    }
  }
}
