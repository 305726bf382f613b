import { CHINCHILLA_FORMULA, chinchillaForm } from './chinchillaForm'
import type { PlanLaw } from './law'

/** The Chinchilla form refitted to 240 of the 245 runs that can be read off Hoffmann's figure 4. */
export const besiroglu2024: PlanLaw = {
  id: 'besiroglu-2024',
  name: 'Besiroglu 2024 (Chinchilla replication)',
  citation:
    'Besiroglu et al. 2024, Chinchilla Scaling: A Replication Attempt, arXiv:2404.10102; standard errors A 124.5, B 1293, E 0.026, α 0.015, β 0.021; unrounded constants: the same fit with more digits',
  formula: CHINCHILLA_FORMULA,
  arguments: ['N', 'D'],
  constants: {
    unrounded: { E: 1.81686, A: 482.0057, B: 2085.4342, alpha: 0.34781, beta: 0.36585 },
    printed: { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 }
  },
  note: 'N includes embeddings. The optimum falls from 24 to 16 tokens per parameter between 1e19 and 1e26 FLOP. Fitted to points traced from a figure; leaving out five runs matters (β 0.37 without them, 0.45 with).',
  // Extremes of the 240 traced runs (245 less the five highest losses).
  fittedRange: { N: [57e6, 16.2e9], D: [0.82e9, 318e9], C: [1.4e18, 1.3e22] },
  bind: chinchillaForm
}
