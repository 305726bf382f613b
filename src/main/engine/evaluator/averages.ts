/** Averages over items with their standard errors. */

export interface Average {
  value: number
  /** Null with fewer than two items. */
  stderr: number | null
  n: number
}

/** Mean x̄ = Σx/n and its standard error √(Σ(x − x̄)²/(n(n − 1))). At least one item. */
export function meanOf(scores: readonly number[]): Average {
  const n = scores.length
  const value = scores.reduce((sum, x) => sum + x, 0) / n
  const squares = scores.reduce((sum, x) => sum + (x - value) ** 2, 0)
  return { value, stderr: n < 2 ? null : Math.sqrt(squares / (n * (n - 1))), n }
}

/** Tokens of one target: the sum of their −log p, in nats, and their number. */
export interface Tokens {
  nats: number
  tokens: number
}

/**
 * Perplexity of all tokens together, exp(Σ nats/Σ tokens): a long target weighs more than a short one, and the mean of the items' perplexities would be another number.
 * Standard error by the delta method on the ratio r = Σ nats/Σ tokens: PPL·√(n/(n − 1)·Σ(nats − r·tokens)²)/Σ tokens (Cochran 1977, section 2.11).
 * @returns null where the result is too large for a double
 */
export function perplexityOf(items: readonly Tokens[]): Average | null {
  const n = items.length
  const tokens = items.reduce((sum, item) => sum + item.tokens, 0)
  const r = items.reduce((sum, item) => sum + item.nats, 0) / tokens
  const value = Math.exp(r)
  const squares = items.reduce((sum, item) => sum + (item.nats - r * item.tokens) ** 2, 0)
  const stderr = n < 2 ? null : (value * Math.sqrt((n / (n - 1)) * squares)) / tokens
  return Number.isFinite(value) && (stderr === null || Number.isFinite(stderr)) ? { value, stderr, n } : null
}
