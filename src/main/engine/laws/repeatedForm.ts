/**
 * The Chinchilla form when tokens repeat (Muennighoff et al. 2023, arXiv:2305.16264, section 3.1):
 *
 *   L = E + A/N′^α + B/D′^β,   U_N = min(N, N_opt(U_D)),   R_N = N/U_N − 1,   N′ = U_N + U_N·R_N*·(1 − e^(−R_N/R_N*))
 *
 * U_D = min(U, D) are the unique tokens used and N_opt(U_D) the size that would be compute-optimal on them: parameters beyond it are worth less, as repeated
 * tokens are. The arguments are N and D′ (`counted`); as D′ < U exactly where D < U, U_D is min(U, D′). With U infinite nothing repeats, but a model that is
 * larger than its tokens deserve still counts for less.
 */
import { saturated, saturatedElasticity } from '../dataLimit'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { chinchillaForm } from './chinchillaForm'
import { constant } from './law'
import type { Constants, LimitedForm } from './law'

export function repeatedForm(constants: Constants, uniqueTokens: number): LimitedForm {
  const fresh = chinchillaForm(constants)
  const { floor: E, optimalSize } = fresh
  const α = constant(constants, 'alpha')
  const β = constant(constants, 'beta')
  const R = constant(constants, 'RN')

  /** N_opt(U_D) for D′ counted tokens. */
  const deserved = (D: number) => optimalSize(Math.min(uniqueTokens, D), 1)
  const worth = (N: number, U: number) => saturated(N, U, R)
  /** g = ∂ln N′/∂ln N: 1 up to U_N, falling to 0. N′ is homogeneous in N and U_N, so ∂ln N′/∂ln U_N = 1 − g. */
  const gain = (N: number, U: number) => saturatedElasticity(N, U, R)
  const effectiveParameters = (N: number, D: number) => worth(N, deserved(D))
  const reducible = (N: number, D: number) => fresh.surface.reducible(effectiveParameters(N, D), D)

  return {
    loss: (N, D) => fresh.loss(effectiveParameters(N, D), D),
    terms: (N, D) => fresh.terms(effectiveParameters(N, D), D),
    effectiveParameters,
    surface: {
      reducible,
      elasticity: (N, D) => {
        const U = deserved(D)
        const e = fresh.surface.elasticity(worth(N, U), D)
        const g = gain(N, U)
        // While D′ are unique, U_N grows as D^(β/α).
        return { N: e.N * g, D: e.D + (D < uniqueTokens ? e.N * (1 - g) * (β / α) : 0) }
      },
      curvature: (N, D) => {
        const U = deserved(D)
        const g = gain(N, U)
        const share = fresh.surface.elasticity(worth(N, U), D).N / α
        // −∂ln L/∂ln N = α·g·share; ∂ln g/∂ln N = 1 − g − (N/U_N)/R_N* beyond U_N.
        const falling = N <= U ? 0 : g * (g - 1 + N / U / R)
        return α * α * g * g * share * (1 - share) + α * falling * share
      },
      sizeAt: (L, D) => {
        const N = fresh.surface.sizeAt(L, D)
        const U = deserved(D)
        if (N === null || N <= U) return N
        const spent = (N / U - 1) / R
        return spent < 1 ? U * (1 - R * Math.log1p(-spent)) : null
      },
      tokensAt: (L, N) => {
        // From `enough` on U_N no longer depends on D, and neither does N′.
        const enough = Math.min(uniqueTokens, fresh.optimalTokens?.(N, 1) ?? uniqueTokens)
        if (L <= fresh.loss(effectiveParameters(N, enough), enough)) return fresh.surface.tokensAt(L, effectiveParameters(N, enough))
        const excess = (lnD: number) => Math.log(reducible(N, Math.exp(lnD)) / (L - E))
        const bracket = bracketDecreasing(excess, Math.log(enough), 1, LARGEST_REACH)
        return bracket && Math.exp(findRoot(excess, bracket, 1e-14))
      },
      infimumAtSize: (N) => E + fresh.surface.reducible(effectiveParameters(N, Infinity), Infinity),
      infimumAtTokens: (D) => fresh.loss(deserved(D) * (1 + R), D),
      optimalSizeAt: fresh.surface.optimalSizeAt,
      effectiveSize: (N, D) => fresh.surface.effectiveSize(effectiveParameters(N, D), D)
    }
  }
}

/** e^−256 of any number of tokens is none. */
const LARGEST_REACH = 256
