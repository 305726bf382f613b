/**
 * L(N, D) = E + A/N^α + B/D^β (Hoffmann et al. 2022, eq. 2): an irreducible part, what a finite model cannot express, what finite data cannot teach.
 * The optimum under C = k·N·D puts αA/N^α = βB/D^β (eq. 4), from which everything below follows in closed form.
 */
import { constant } from './law'
import type { Constants, LawForm, LossSurface } from './law'

export const CHINCHILLA_FORMULA = 'L(N, D) = E + A/N^α + B/D^β'

/** The form as it stands: with a loss, an optimum and a surface. */
export interface ChinchillaForm extends LawForm {
  loss: NonNullable<LawForm['loss']>
  terms: NonNullable<LawForm['terms']>
  surface: LossSurface
  floor: number
  optimalSize: NonNullable<LawForm['optimalSize']>
}

export function chinchillaForm(constants: Constants): ChinchillaForm {
  const E = constant(constants, 'E')
  const A = constant(constants, 'A')
  const B = constant(constants, 'B')
  const α = constant(constants, 'alpha')
  const β = constant(constants, 'beta')
  const G = ((α * A) / (β * B)) ** (1 / (α + β))
  const a = β / (α + β)
  const b = α / (α + β)

  const approximation = (N: number) => A / N ** α
  const generalisation = (D: number) => B / D ** β
  const reducible = (N: number, D: number) => approximation(N) + generalisation(D)
  const loss = (N: number, D: number) => E + reducible(N, D)
  /** On the optimum B/D^β = (α/β)·A/N^α, so the reducible loss there is A·(1 + α/β)/N^α. */
  const optimalSizeAt = (excess: number) => ((A * (1 + α / β)) / excess) ** (1 / α)
  const positive = (excess: number, then: (excess: number) => number) => (excess > 0 ? then(excess) : null)

  return {
    loss,
    terms: (N, D) => ({ approximation: approximation(N), generalisation: generalisation(D), irreducible: E }),
    floor: E,
    surface: {
      reducible,
      elasticity: (N, D) => ({ N: (α * approximation(N)) / loss(N, D), D: (β * generalisation(D)) / loss(N, D) }),
      // With w the share of A/N^α in the loss, ∂ln L/∂ln N = −αw and ∂w/∂ln N = −αw(1 − w).
      curvature: (N, D) => (α * α * approximation(N) * (E + generalisation(D))) / loss(N, D) ** 2,
      sizeAt: (L, D) => positive(L - (E + generalisation(D)), (excess) => (A / excess) ** (1 / α)),
      tokensAt: (L, N) => positive(L - (E + approximation(N)), (excess) => (B / excess) ** (1 / β)),
      infimumAtSize: (N) => E + approximation(N),
      infimumAtTokens: (D) => E + generalisation(D),
      optimalSizeAt: (L) => positive(L - E, optimalSizeAt),
      effectiveSize: (N, D) => optimalSizeAt(reducible(N, D))
    },
    optimum: (C, k) => ({ N: G * (C / k) ** a, D: (C / k) ** b / G }),
    // N = G·X^a and D = X^b/G with X = C/k, so D = (N/G)^(b/a)/G, where b/a = α/β.
    optimalTokens: (N) => (N / G) ** (α / β) / G,
    optimalSize: (D) => G * (D * G) ** (β / α),
    optimumExponent: a,
    limitedTo: null
  }
}
