/**
 * Slope of values at each of their places, as NumPy's `gradient`: second-order differences inside, also for uneven steps, and one-sided at the ends.
 * Places rise strictly; at least two.
 */
export function gradient(values: readonly number[], places: readonly number[]): number[] {
  const last = values.length - 1
  const slope = (i: number): number => (values[i + 1]! - values[i]!) / (places[i + 1]! - places[i]!)
  return values.map((_, i) => {
    if (i === 0) return slope(0)
    if (i === last) return slope(last - 1)
    const before = places[i]! - places[i - 1]!
    const after = places[i + 1]! - places[i]!
    return (slope(i) * before + slope(i - 1) * after) / (before + after)
  })
}
