/** The binomial distribution of right answers among n independent items. */
import { incompleteBeta } from './incompleteBeta'

/** P(X ≤ k) for X right of n items, each with probability p. */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return incompleteBeta(1 - p, n - k, k + 1)
}

/** P(X ≥ k), with every digit of a small tail. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n) return 0
  return incompleteBeta(p, k, n - k + 1)
}

/** Smallest k with P(X ≤ k) ≥ q, 0 < q < 1. */
export function binomialQuantile(q: number, n: number, p: number): number {
  let low = -1
  let high = n
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (binomialProbability(middle, n, p) >= q) high = middle
    else low = middle
  }
  return high
}
