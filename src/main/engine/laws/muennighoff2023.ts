import { chinchillaForm } from './chinchillaForm'
import type { PlanLaw } from './law'
import { repeatedForm } from './repeatedForm'

/** The Chinchilla form with effective parameters and effective tokens when data repeat. */
export const muennighoff2023: PlanLaw = {
  id: 'muennighoff-2023',
  name: 'Muennighoff 2023 (repeated data)',
  citation:
    'Muennighoff et al. 2023, Scaling Data-Constrained Language Models, arXiv:2305.16264, section 3 and appendix A; unrounded constants from the notebook of the authors: ln A 6.255414, ln B 7.3049974, ln E 0.6254804, α = β = 0.3526596',
  formula: 'L(N, D, U) = E + A/N′^α + B/D′^β, D′ = U_D + U_D·R_D*·(1 − e^(−R_D/R_D*)), N′ = U_N + U_N·R_N*·(1 − e^(−R_N/R_N*))',
  arguments: ['N', 'D', 'uniqueTokens'],
  constants: {
    unrounded: {
      E: Math.exp(0.6254804),
      A: Math.exp(6.255414),
      B: Math.exp(7.3049974),
      alpha: 0.3526596,
      beta: 0.3526596,
      RD: 15.387756,
      RN: 5.309743
    },
    printed: { E: 1.87, A: 521, B: 1488, alpha: 0.353, beta: 0.353, RD: 15.387756, RN: 5.309743 }
  },
  note: 'RD is R_D*, RN is R_N*; both sets hold the unrounded ones. With fresh data the optimum is 19.6 tokens per parameter at every size. A model beyond the optimum of its unique tokens counts for less (N′ < N). Fitted on C4 with dropout 0.1: its losses are not those of other data or tokenizers. Without unique tokens every token is fresh.',
  // Extremes of the 182 runs that the notebook fits; up to 9,000 epochs of 0.1B to 178B unique tokens.
  fittedRange: { N: [7.1e6, 8.67e9], D: [0.1e9, 900e9], C: [4.3e15, 9.3e21] },
  bind: (constants) => {
    const fresh = chinchillaForm(constants)
    const { loss, terms, surface } = repeatedForm(constants, Infinity)
    return { ...fresh, loss, terms, surface, limitedTo: (uniqueTokens) => repeatedForm(constants, uniqueTokens) }
  }
}
