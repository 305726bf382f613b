import { CHINCHILLA_FORMULA, chinchillaForm } from './chinchillaForm'
import type { PlanLaw } from './law'

/** Approach 3 of the Chinchilla paper. */
export const hoffmann2022: PlanLaw = {
  id: 'hoffmann-2022',
  name: 'Hoffmann 2022 (Chinchilla, approach 3)',
  citation:
    'Hoffmann et al. 2022, Training Compute-Optimal Large Language Models, arXiv:2203.15556, eq. 10; unrounded constants from the TeX source: ln A 6.0073404, ln B 6.0179186, ln E 0.5267228',
  formula: CHINCHILLA_FORMULA,
  arguments: ['N', 'D'],
  constants: {
    unrounded: { E: 1.6933737, A: 406.401, B: 410.7228, alpha: 0.33917084, beta: 0.2849083 },
    printed: { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 }
  },
  note: 'N includes embeddings. At 5.76e23 FLOP the printed constants give 32.2B parameters, the unrounded 40.4B; the paper says 40B. The optimum needs 23 to 92 tokens per parameter from 1e19 to 1e26 FLOP, not 20.',
  // Abstract: "70 million to over 16 billion parameters on 5 to 500 billion tokens"; isoFLOP profiles from 6e18 to 3e21 FLOP (section 3.2).
  fittedRange: { N: [70e6, 16e9], D: [5e9, 500e9], C: [6e18, 3e21] },
  bind: chinchillaForm
}
