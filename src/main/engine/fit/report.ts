/** Small parts that every answer has. */
import type { FitResult } from '../../../shared/contract/fit'
import type { FitPoint } from './sample'

/** Constants by their names. */
export const named = (names: readonly string[], values: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(names.map((name, k) => [name, values[k]!]))

/** Null for what was not given. */
export const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** Lowest and highest. */
export const spanOf = (values: readonly number[]): [number, number] =>
  values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity])

export function rangeOf(points: readonly FitPoint[]): FitResult['range'] {
  const span = (of: (point: FitPoint) => number): [number, number] | null => (points.some((point) => Number.isNaN(of(point))) ? null : spanOf(points.map(of)))
  return { N: spanOf(points.map(({ N }) => N)), D: span(({ D }) => D), C: span(({ C }) => C) }
}

/** Root mean square and mean. */
export function spreadOf(values: readonly number[]): { rmse: number; bias: number } {
  const mean = (of: (v: number) => number): number => values.reduce((sum, v) => sum + of(v), 0) / values.length
  return { rmse: Math.sqrt(mean((v) => v * v)), bias: mean((v) => v) }
}
