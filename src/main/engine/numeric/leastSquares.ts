/** Non-linear least squares by the method of Levenberg (1944) and Marquardt (1963), for a handful of parameters. */

export interface Residuals {
  /** Residuals at these parameters. */
  value: number[]
  /** Their derivatives: one row a residual, one column a parameter. */
  slope: number[][]
}

export interface LeastSquares {
  parameters: number[]
  sumSquares: number
}

const ITERATIONS = 200
/** Stops when a step gains less than this share of the sum of squares. */
const GAIN = 1e-14

/** The local minimum of Σ r² downhill from `start`; null when the residuals are not finite there. Never worse than the start. */
export function leastSquares(residuals: (parameters: readonly number[]) => Residuals, start: readonly number[]): LeastSquares | null {
  let parameters = [...start]
  let here = residuals(parameters)
  let sum = sumOfSquares(here.value)
  if (!Number.isFinite(sum)) return null
  let damping = 1e-3
  for (let i = 0; i < ITERATIONS && sum > 0; i++) {
    const step = dampedStep(here, damping)
    const next = step === null ? null : parameters.map((p, k) => p + step[k]!)
    const there = next === null ? null : residuals(next)
    const nextSum = there === null ? Infinity : sumOfSquares(there.value)
    if (next !== null && there !== null && nextSum <= sum) {
      const gain = sum - nextSum
      parameters = next
      here = there
      sum = nextSum
      damping = Math.max(damping / 9, 1e-12)
      if (gain <= GAIN * sum) break
    } else {
      damping *= 11
      if (damping > 1e12) break
    }
  }
  return { parameters, sumSquares: sum }
}

const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, v) => sum + v * v, 0)

/** −(JᵀJ + λ·diag JᵀJ)⁻¹·Jᵀr by Cholesky's decomposition; null when the matrix is not positive definite. */
function dampedStep({ value, slope }: Residuals, damping: number): number[] | null {
  const count = slope[0]?.length ?? 0
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(0))
  const right = new Array<number>(count).fill(0)
  slope.forEach((row, i) => {
    for (let j = 0; j < count; j++) {
      right[j]! -= row[j]! * value[i]!
      for (let k = 0; k <= j; k++) matrix[j]![k]! += row[j]! * row[k]!
    }
  })
  for (let j = 0; j < count; j++) matrix[j]![j]! *= 1 + damping
  for (let j = 0; j < count; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j]![k]!
      for (let m = 0; m < k; m++) sum -= matrix[j]![m]! * matrix[k]![m]!
      if (j > k) matrix[j]![k] = sum / matrix[k]![k]!
      else if (sum > 0) matrix[j]![j] = Math.sqrt(sum)
      else return null
    }
  }
  for (let j = 0; j < count; j++) {
    for (let m = 0; m < j; m++) right[j]! -= matrix[j]![m]! * right[m]!
    right[j]! /= matrix[j]![j]!
  }
  for (let j = count - 1; j >= 0; j--) {
    for (let m = j + 1; m < count; m++) right[j]! -= matrix[m]![j]! * right[m]!
    right[j]! /= matrix[j]![j]!
  }
  return right
}
