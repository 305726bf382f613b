/** A straight line through points by ordinary least squares, with what a prediction from it needs. */

export interface Line {
  slope: number
  intercept: number
  /** Points, their mean x and Σ(x − x̄)². */
  n: number
  meanX: number
  sumSquaresX: number
  /** Σ of squared residuals. */
  sumSquares: number
}

/** The line of least Σ(y − intercept − slope·x)²; null when there are fewer than two different x. */
export function fitLine(x: readonly number[], y: readonly number[]): Line | null {
  const n = x.length
  const meanX = mean(x)
  const meanY = mean(y)
  const sumSquaresX = x.reduce((sum, v) => sum + (v - meanX) ** 2, 0)
  if (n < 2 || !(sumSquaresX > 0)) return null
  const slope = x.reduce((sum, v, i) => sum + (v - meanX) * (y[i]! - meanY), 0) / sumSquaresX
  const intercept = meanY - slope * meanX
  const sumSquares = x.reduce((sum, v, i) => sum + (y[i]! - meanY - slope * (v - meanX)) ** 2, 0)
  return { slope, intercept, n, meanX, sumSquaresX, sumSquares }
}

/** Standard deviation of a new observation around the line at x: s·√(1 + 1/n + (x − x̄)²/Σ(x − x̄)²), s² = Σ residuals²/(n − 2). Null for two points, which leave no scatter to see. */
export function predictionDeviation({ n, meanX, sumSquaresX, sumSquares }: Line, x: number): number | null {
  if (n < 3) return null
  return Math.sqrt((sumSquares / (n - 2)) * (1 + 1 / n + (x - meanX) ** 2 / sumSquaresX))
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
