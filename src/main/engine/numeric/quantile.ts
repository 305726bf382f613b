/** Quantile q (0 to 1) of values in any order, at least one: linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the default of R and NumPy). */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const position = q * (sorted.length - 1)
  const k = Math.floor(position)
  const low = sorted[k]!
  return low + (position - k) * ((sorted[k + 1] ?? low) - low)
}

/** The median of at least one value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)
