/** How uncertain a loss is when its constants are: the delta method on a covariance from a fit. */
import { isNoAnswer } from '../../../shared/notes'
import type { Chosen } from './chosenConstants'
import type { Law } from './law'
import { lossAt, type Given } from './lossAt'

/** Rows and columns are `names`; constants that are not named are exact. */
export interface Covariance {
  names: readonly string[]
  matrix: readonly (readonly number[])[]
}

/** What is wrong with a covariance. */
export interface WrongCovariance {
  expected: string
}

/**
 * Standard error of the loss, √(gᵀ·Σ·g) with g = ∂L/∂constants by central differences and Σ the covariance. First order: it takes the loss as linear in the
 * constants over their errors, which strongly correlated scales (A with α) are only near the runs of the fit.
 * Refuses names that are no constants, a matrix that is not symmetric, and one by which the variance would be negative.
 */
export function standardError(law: Law, { set, constants }: Chosen, given: Given, k: number, { names, matrix }: Covariance): number | WrongCovariance {
  const unknown = names.find((name) => constants[name] === undefined)
  if (unknown !== undefined) return { expected: `there is no constant ${unknown}; expected names among ${Object.keys(constants).join(', ')}` }
  const symmetric = matrix.every((row, i) => row.every((value, j) => Math.abs(value - matrix[j]![i]!) <= 1e-9 * Math.abs(value)))
  if (!symmetric) return { expected: 'expected a symmetric matrix' }
  const lossWith = (name: string, value: number): number => {
    const answer = lossAt(law, { set, constants: { ...constants, [name]: value } }, given, k)
    return isNoAnswer(answer) ? NaN : answer.loss
  }
  const gradient = names.map((name) => {
    const value = constants[name]!
    const step = 1e-5 * (value || 1)
    return (lossWith(name, value + step) - lossWith(name, value - step)) / (2 * step)
  })
  const parts = gradient.flatMap((gi, i) => gradient.map((gj, j) => gi * matrix[i]![j]! * gj))
  const variance = parts.reduce((sum, part) => sum + part, 0)
  // Errors that undo each other leave the rounding of their parts.
  const rounding = 1e-8 * parts.reduce((sum, part) => sum + Math.abs(part), 0)
  return variance >= -rounding && Number.isFinite(variance)
    ? Math.sqrt(Math.max(0, variance))
    : { expected: 'expected a covariance by which the loss has a variance of at least 0' }
}
