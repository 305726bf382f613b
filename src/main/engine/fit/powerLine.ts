/** The power laws of approaches 1 and 2: N* = k_N·C^a and D* = k_D·C^b, a straight line in the logarithms. */
import type { Estimate, Estimator } from './estimator'

export const POWER_LINE_NAMES = ['a', 'b', 'kN', 'kD'] as const

/** An optimum read off the runs, how much it counts, and the places of the runs that it comes from. */
export interface OptimumPoint {
  lnC: number
  lnN: number
  weight: number
  runs: readonly number[]
}

/** Approaches 1 and 2: optima first, then the power laws through them. */
export interface PowerLineEstimator extends Estimator {
  optima(weights: Float64Array): OptimumPoint[]
}

export const powerLineExponents = ([a, b]: Float64Array): { a: number; b: number } => ({ a: a!, b: b! })

/**
 * Weighted least squares of ln N* on ln C. As D* = C/(k·N*), b = 1 − a and k_D = 1/(k·k_N); the objective is the weighted sum of squares. Null when all optima are at one C.
 */
export function powerLine(optima: readonly OptimumPoint[], k: number): Estimate | null {
  const total = sum(optima, ({ weight }) => weight)
  const meanC = sum(optima, ({ lnC, weight }) => weight * lnC) / total
  const meanN = sum(optima, ({ lnN, weight }) => weight * lnN) / total
  const spread = sum(optima, ({ lnC, weight }) => weight * (lnC - meanC) ** 2)
  if (!(spread > 1e-12 * total)) return null
  const a = sum(optima, ({ lnC, lnN, weight }) => weight * (lnC - meanC) * (lnN - meanN)) / spread
  const kN = Math.exp(meanN - a * meanC)
  const constants = Float64Array.of(a, 1 - a, kN, 1 / (k * kN))
  if (!constants.every(Number.isFinite) || !(kN > 0)) return null
  return { constants, objective: sum(optima, ({ lnC, lnN, weight }) => weight * (lnN - meanN - a * (lnC - meanC)) ** 2), settled: true }
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number => values.reduce((total, value) => total + of(value), 0)

/** N* at C. */
export const predictedSize = ([a, , kN]: Float64Array, C: number): number => kN! * C ** a!
