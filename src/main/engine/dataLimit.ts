/** What repeated tokens are worth (Muennighoff et al. 2023, Scaling Data-Constrained Language Models, arXiv:2305.16264, section 3). */

/** R_D*: repetitions over which the worth of further ones decays by 1/e; fitted with dropout 0.1 on C4. */
export const REPETITION_DECAY = 15.387756

/**
 * D' = U + U·R*·(1 − exp(−R/R*)) with R = D/U − 1 repetitions of U unique tokens; D' = D while nothing repeats.
 * `uniqueTokens` null means that there are always fresh ones. D' never exceeds (1 + R*)·U ≈ 16.4·U.
 * Up to about 4 epochs a repeated token is worth nearly a fresh one; the fit has no support far above.
 */
export function effectiveTokens(D: number, uniqueTokens: number | null): number {
  if (uniqueTokens === null || D <= uniqueTokens) return D
  const U = uniqueTokens
  const R = D / U - 1
  return U * (1 - REPETITION_DECAY * Math.expm1(-R / REPETITION_DECAY))
}

/**
 * ε = d ln D′/d ln D = e^(−R/R*)·D/D′: per cent that D′ gains for one per cent more tokens. 1 while nothing repeats, towards 0 with many epochs.
 */
export function repetitionElasticity(D: number, uniqueTokens: number | null): number {
  if (uniqueTokens === null || D <= uniqueTokens) return 1
  const R = D / uniqueTokens - 1
  return (Math.exp(-R / REPETITION_DECAY) * D) / effectiveTokens(D, uniqueTokens)
}

/** Times that each unique token is seen, D/U; below 1 when not all are used. */
export const epochsOf = (D: number, uniqueTokens: number): number => D / uniqueTokens
