/** Means of per-item scores with their standard errors, without keeping the items (Welford 1962). */

export interface ItemMean {
  metric: string
  mean: number
  /** Sample standard deviation over √n, as lm-evaluation-harness reports it; null for one item. */
  stderr: number | null
  n: number
}

export function meansOf(): { add: (metric: string, score: number) => void; all: () => ItemMean[] } {
  const sums = new Map<string, { n: number; mean: number; squares: number }>()
  return {
    add(metric, score) {
      const sum = sums.get(metric) ?? { n: 0, mean: 0, squares: 0 }
      sums.set(metric, sum)
      sum.n++
      const before = score - sum.mean
      sum.mean += before / sum.n
      sum.squares += before * (score - sum.mean)
    },
    all: () => [...sums].map(([metric, { n, mean, squares }]) => ({ metric, mean, stderr: n > 1 ? Math.sqrt(squares / (n - 1) / n) : null, n }))
  }
}
