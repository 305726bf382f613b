/** Small statistics that several tests of draws use. */

/** Kolmogorov–Smirnov distance of draws from a distribution function. */
export function ksDistance(values: Float64Array, cdf: (x: number) => number): number {
  const n = values.length
  const sorted = values.slice().sort()
  let most = 0
  for (let i = 0; i < n; i++) {
    const F = cdf(sorted[i]!)
    most = Math.max(most, (i + 1) / n - F, F - i / n)
  }
  return most
}

/** 0.1 % point of the Kolmogorov–Smirnov distance of n independent draws (Smirnov's limit). */
export const ksLimit = (n: number): number => 1.95 / Math.sqrt(n)

export const mean = (x: Float64Array): number => x.reduce((sum, v) => sum + v, 0) / x.length

export function correlation(x: Float64Array, y: Float64Array): number {
  const mx = mean(x)
  const my = mean(y)
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my)
    xx += (x[i]! - mx) ** 2
    yy += (y[i]! - my) ** 2
  }
  return xy / Math.sqrt(xx * yy)
}
