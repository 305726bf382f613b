/** The values themselves, each with its weight: what evidence or a bootstrap left. A step function; quantiles are observed values (NumPy's `inverted_cdf`). */
import type { Shape } from './distribution'

/** @param values finite, at least one; @param weights as many, none negative, some above 0 */
export function empirical(values: readonly number[], weights?: readonly number[]): Shape {
  const rows = values.map((value, i) => ({ value, weight: weights?.[i] ?? 1 })).filter(({ weight }) => weight > 0)
  rows.sort((a, b) => a.value - b.value)
  const sorted = Float64Array.from(rows, ({ value }) => value)
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  /** P(X ≤ sorted[i]); the last is 1 whatever rounding says. */
  const upTo = new Float64Array(rows.length)
  let sum = 0
  rows.forEach(({ weight }, i) => (upTo[i] = (sum += weight) / total))
  upTo[upTo.length - 1] = 1

  const n = sorted.length
  // Guide table (Chen & Asau 1974): where the search for p starts, so that a draw costs the same however many values there are.
  const start = new Uint32Array(n)
  for (let cell = 0, i = 0; cell < n; cell++) {
    while (upTo[i]! < cell / n) i++
    start[cell] = i
  }
  // A sum of weights may miss the share that is asked for by its last digit: 0.3 of ten equal weights is three of them.
  const quantile = (p: number): number => {
    const wanted = p * (1 - 4 * Number.EPSILON)
    let i = start[Math.min(n - 1, Math.floor(wanted * n))]!
    while (upTo[i]! < wanted) i++
    return sorted[i]!
  }
  const cdf = (x: number): number => {
    let low = 0
    let high = n
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! <= x) low = middle + 1
      else high = middle
    }
    return low === 0 ? 0 : upTo[low - 1]!
  }
  const mean = rows.reduce((s, { value, weight }) => s + value * (weight / total), 0)
  return {
    low: sorted[0]!,
    high: sorted[n - 1]!,
    quantile,
    upperQuantile: (q) => quantile(1 - q),
    cdf,
    survival: (x) => 1 - cdf(x),
    mean,
    sd: Math.sqrt(rows.reduce((s, { value, weight }) => s + (value - mean) ** 2 * (weight / total), 0)),
    fillQuantiles: (u, out) => {
      for (let i = 0; i < out.length; i++) out[i] = quantile(u[i]!)
    }
  }
}
