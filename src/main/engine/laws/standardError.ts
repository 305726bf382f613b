/** How uncertain a loss is when its constants are: the delta method on a covariance from a fit. */
import { isNoAnswer } from '../../../shared/notes'
import type { Chosen } from './chosenConstants'
import type { Law } from './law'
import { lossAt, type Given } from './lossAt'

/** What is wrong with a covariance. */
export interface WrongCovariance {
  expected: string
}

/**
 * Standard error of the loss, √(g·Σ·g) with g = ∂L/∂constants by central differences and Σ the covariance in the order of the constants. First order: it takes
 * the loss as linear in the constants over their errors, which strongly correlated scales (A with α) are only near the runs of the fit.
 * Refuses a matrix of another size, one that is not symmetric, and one by which the variance would be negative.
 */
export function standardError(
  law: Law,
  { set, constants }: Chosen,
  given: Given,
  k: number,
  covariance: readonly (readonly number[])[]
): number | WrongCovariance {
  const names = Object.keys(constants)
  const square = covariance.length === names.length && covariance.every((row) => row.length === names.length)
  const symmetric = square && covariance.every((row, i) => row.every((value, j) => Math.abs(value - covariance[j]![i]!) <= 1e-9 * Math.abs(value)))
  if (!symmetric) return { expected: `expected a symmetric matrix of ${names.length} rows and columns, in the order ${names.join(', ')}` }
  const lossWith = (name: string, value: number): number => {
    const answer = lossAt(law, { set, constants: { ...constants, [name]: value } }, given, k)
    return isNoAnswer(answer) ? NaN : answer.loss
  }
  const gradient = names.map((name) => {
    const value = constants[name]!
    const step = 1e-5 * (value || 1)
    return (lossWith(name, value + step) - lossWith(name, value - step)) / (2 * step)
  })
  const parts = gradient.flatMap((gi, i) => gradient.map((gj, j) => gi * covariance[i]![j]! * gj))
  const variance = parts.reduce((sum, part) => sum + part, 0)
  // Errors that undo each other leave the rounding of their parts.
  const rounding = 1e-8 * parts.reduce((sum, part) => sum + Math.abs(part), 0)
  return variance >= -rounding && Number.isFinite(variance)
    ? Math.sqrt(Math.max(0, variance))
    : { expected: 'expected a covariance by which the loss has a variance of at least 0' }
}
