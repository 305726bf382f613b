/** What repeated tokens and excess parameters are worth (Muennighoff et al. 2023, Scaling Data-Constrained Language Models, arXiv:2305.16264, section 3). */

/** R_D*: repetitions over which the worth of further ones decays by 1/e; fitted with dropout 0.1 on C4. */
export const REPETITION_DECAY = 15.387756

/**
 * What more than u of something is worth:  x′ = u + u·R*·(1 − exp(−R/R*)) with R = x/u − 1 and R* the `decay`. x up to u, then ever less of what is added, at most (1 + R*)·u.
 * The law has it for tokens (u unique ones) and for parameters (u those that the unique tokens can teach).
 */
export function saturated(x: number, u: number, decay: number): number {
  if (x <= u) return x
  return u * (1 - decay * Math.expm1(-(x / u - 1) / decay))
}

/** d ln x′/d ln x = e^(−R/R*)·x/x′: 1 up to u, then towards 0. */
export const saturatedElasticity = (x: number, u: number, decay: number): number => (x <= u ? 1 : (Math.exp(-(x / u - 1) / decay) * x) / saturated(x, u, decay))

/**
 * D' = U + U·R*·(1 − exp(−R/R*)) with R = D/U − 1 repetitions of U unique tokens; D' = D while nothing repeats.
 * `uniqueTokens` null means that there are always fresh ones. D' never exceeds (1 + R*)·U ≈ 16.4·U.
 * Up to about 4 epochs a repeated token is worth nearly a fresh one; the fit has no support far above.
 */
export const effectiveTokens = (D: number, uniqueTokens: number | null): number => (uniqueTokens === null ? D : saturated(D, uniqueTokens, REPETITION_DECAY))

/** d ln D'/d ln D: per cent that D' gains for one per cent more tokens. */
export const repetitionElasticity = (D: number, uniqueTokens: number | null): number =>
  uniqueTokens === null ? 1 : saturatedElasticity(D, uniqueTokens, REPETITION_DECAY)
