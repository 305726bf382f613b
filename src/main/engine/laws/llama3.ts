import { constant } from './law'
import type { Constants, LawForm, PlanLaw } from './law'

/** The compute-optimal token count that Llama 3 was planned with; it has no loss of its own. */
export const llama3: PlanLaw = {
  id: 'llama-3',
  name: 'Llama 3 (optimal tokens)',
  citation:
    'Grattafiori et al. 2024, The Llama 3 Herd of Models, arXiv:2407.21783, section 3.2.1; unrounded constants from the legend of figure 3, printed ones from the text',
  formula: 'D*(C) = A·C^α, N*(C) = C/(k·D*)',
  arguments: ['C'],
  constants: {
    unrounded: { A: 0.299, alpha: 0.537 },
    printed: { A: 0.29, alpha: 0.53 }
  },
  note: 'The paper calls the fitted quantity N*, but it is tokens. At 3.8e25 FLOP the figure legend gives 16.3T tokens and the printed pair 10.5T; the paper says 16.55T. It predicts where the optimum lies, not the loss there.',
  // Section 3.2.1: budgets from 6e18 to 1e22 FLOP, models from 40M to 16B parameters.
  fittedRange: { N: [40e6, 16e9], D: null, C: [6e18, 1e22] },
  own: { belowOne: ['alpha'] },
  bind: llama3Form
}

/** D = A·C^α with C = k·N·D gives D = (A·(k·N)^α)^(1/(1−α)) from N, and C = (D/A)^(1/α) from D. */
function llama3Form(constants: Constants): LawForm {
  const A = constant(constants, 'A')
  const α = constant(constants, 'alpha')
  const tokensAt = (C: number) => A * C ** α
  return {
    loss: null,
    terms: null,
    floor: null,
    surface: null,
    optimum: (C, k) => ({ N: C / (k * tokensAt(C)), D: tokensAt(C) }),
    optimalTokens: (N, k) => (A * (k * N) ** α) ** (1 / (1 - α)),
    optimalSize: (D, k) => (D / A) ** (1 / α) / (k * D),
    optimumExponent: 1 - α,
    limitedTo: null
  }
}
