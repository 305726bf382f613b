/** What repeated tokens and excess parameters are worth (Muennighoff et al. 2023, Scaling Data-Constrained Language Models, arXiv:2305.16264, section 3). */

/** R_D*: repetitions over which the worth of further ones decays by 1/e; fitted with dropout 0.1 on C4. */
export const REPETITION_DECAY = 15.387756

/** R_N*: the same for parameters beyond those that the unique tokens can teach. */
export const EXCESS_DECAY = 5.309743

/** x′ = u + u·R*·(1 − exp(−R/R*)) with R = x/u − 1: x up to u, then ever less of what is added, at most (1 + R*)·u. */
function saturated(x: number, u: number, decay: number): number {
  if (x <= u) return x
  return u * (1 - decay * Math.expm1(-(x / u - 1) / decay))
}

/** d ln x′/d ln x = e^(−R/R*)·x/x′: 1 up to u, then towards 0. */
const saturatedElasticity = (x: number, u: number, decay: number): number => (x <= u ? 1 : (Math.exp(-(x / u - 1) / decay) * x) / saturated(x, u, decay))

/**
 * D' = U + U·R*·(1 − exp(−R/R*)) with R = D/U − 1 repetitions of U unique tokens; D' = D while nothing repeats.
 * `uniqueTokens` null means that there are always fresh ones. D' never exceeds (1 + R*)·U ≈ 16.4·U.
 * Up to about 4 epochs a repeated token is worth nearly a fresh one; the fit has no support far above.
 */
export const effectiveTokens = (D: number, uniqueTokens: number | null): number => (uniqueTokens === null ? D : saturated(D, uniqueTokens, REPETITION_DECAY))

/** d ln D'/d ln D: per cent that D' gains for one per cent more tokens. */
export const repetitionElasticity = (D: number, uniqueTokens: number | null): number =>
  uniqueTokens === null ? 1 : saturatedElasticity(D, uniqueTokens, REPETITION_DECAY)

/**
 * N' = U_N + U_N·R_N*·(1 − exp(−R_N/R_N*)) with R_N = N/U_N − 1, where U_N is the size of the compute-optimal run on the unique tokens; N' = N up to U_N.
 * Only `muennighoff-2023`, which was fitted with it, discounts excess parameters.
 */
export const effectiveParameters = (N: number, optimalSize: number): number => saturated(N, optimalSize, EXCESS_DECAY)

/** d ln N'/d ln N. */
export const excessElasticity = (N: number, optimalSize: number): number => saturatedElasticity(N, optimalSize, EXCESS_DECAY)

/** Times that each unique token is seen, D/U; below 1 when not all are used. */
export const epochsOf = (D: number, uniqueTokens: number): number => D / uniqueTokens
