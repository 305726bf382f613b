import { constant } from './law'
import type { Constants, Law, LawForm, PlanLaw } from './law'

/** One set was published; it stands under both names so that every law can be asked for either. */
const JOINT_FIT = { alphaN: 0.076, alphaD: 0.103, Nc: 6.4e13, Dc: 1.8e13 }

/** Kaplan's joint law in model and data size, early-stopped. */
export const kaplan2020nd: PlanLaw = {
  id: 'kaplan-2020-nd',
  name: 'Kaplan 2020, L(N, D)',
  citation:
    'Kaplan et al. 2020, Scaling Laws for Neural Language Models, arXiv:2001.08361, eq. 1.5 and table 2 (the joint fit, not the one-variable constants)',
  formula: 'L(N, D) = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D',
  arguments: ['N', 'D'],
  constants: { unrounded: JOINT_FIT, printed: JOINT_FIT },
  note: 'N excludes embeddings. Only one set of constants was published, so both sets are equal. The optimum is that of this formula under C = k·N·D (N ∝ C^0.575); the N ∝ C^0.73 that the paper recommends comes from its fits in compute and training steps, not from this law.',
  // Section 1.2 and 3: 768 to 1.5 billion non-embedding parameters, 22 million to 23 billion tokens.
  fittedRange: { N: [768, 1.5e9], D: [22e6, 23e9], C: null },
  bind: kaplanForm
}

/** The same form with the user's own constants. */
export const fittedKaplanNd: Law = {
  ...kaplan2020nd,
  id: 'fitted:kaplan-nd',
  name: 'Own fit (Kaplan’s joint form)',
  citation: 'Fitted to the user’s own runs; the form is that of Kaplan et al. 2020, arXiv:2001.08361, eq. 1.5',
  constants: {},
  note: 'It holds for the data, tokenizer and recipe of the runs that it was fitted to, and within their range. It has no irreducible part.',
  fittedRange: { N: null, D: null, C: null },
  own: { example: JOINT_FIT }
}

/**
 * With u = (N_c/N)^r, v = D_c/D and r = α_N/α_D the loss is (u + v)^α_D. Along k·N·D = C, d ln D = −d ln N, so du = −r·u·d ln N and dv = v·d ln N:
 * least loss where v = r·u. Both terms are convex in ln N, so that point is the only minimum. It gives D = (D_c/r)·(N/N_c)^r, and with C = k·N·D
 * N = (r·N_c^r·C/(k·D_c))^(1/(1+r)). The loss has no irreducible part: its infimum is 0.
 */
function kaplanForm(constants: Constants): LawForm {
  const αN = constant(constants, 'alphaN')
  const αD = constant(constants, 'alphaD')
  const Nc = constant(constants, 'Nc')
  const Dc = constant(constants, 'Dc')
  const r = αN / αD

  const u = (N: number) => (Nc / N) ** r
  const v = (D: number) => Dc / D
  const loss = (N: number, D: number) => (u(N) + v(D)) ** αD
  const sumAt = (L: number) => L ** (1 / αD)
  /** On the optimum u + v = (1 + r)·(N_c/N)^r. */
  const optimalSizeAt = (sum: number) => Nc * ((1 + r) / sum) ** (1 / r)
  const infimumAtSize = (N: number) => u(N) ** αD
  const infimumAtTokens = (D: number) => v(D) ** αD
  /** Compared as losses and as sums: the two roundings differ. */
  const above = (L: number, infimum: number, rest: number, then: (rest: number) => number) => (L > infimum && rest > 0 ? then(rest) : null)
  const optimalTokens = (N: number) => (Dc / r) * (N / Nc) ** r

  return {
    loss,
    terms: null,
    floor: 0,
    surface: {
      reducible: loss,
      elasticity: (N, D) => ({ N: (αN * u(N)) / (u(N) + v(D)), D: (αD * v(D)) / (u(N) + v(D)) }),
      // ln L = α_D·ln(u + v), and the share of u falls with ln N at the rate r·u·v/(u + v)².
      curvature: (N, D) => (αD * r * r * u(N) * v(D)) / (u(N) + v(D)) ** 2,
      sizeAt: (L, D) => above(L, infimumAtTokens(D), sumAt(L) - v(D), (rest) => Nc / rest ** (1 / r)),
      tokensAt: (L, N) => above(L, infimumAtSize(N), sumAt(L) - u(N), (rest) => Dc / rest),
      infimumAtSize,
      infimumAtTokens,
      optimalSizeAt: (L) => above(L, 0, sumAt(L), optimalSizeAt),
      effectiveSize: (N, D) => optimalSizeAt(u(N) + v(D))
    },
    optimum: (C, k) => {
      const N = Nc * ((r * C) / (k * Dc * Nc)) ** (1 / (1 + r))
      return { N, D: optimalTokens(N) }
    },
    optimalTokens,
    optimalSize: (D) => Nc * ((r * D) / Dc) ** (1 / r),
    optimumExponent: 1 / (1 + r),
    limitedTo: null
  }
}
