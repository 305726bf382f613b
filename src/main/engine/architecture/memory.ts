/**
 * Bytes that training and serving hold in memory, per parameter and per token. Training: weights, gradients, master weights and optimiser state
 * (Rajbhandari et al. 2020, ZeRO, arXiv:1910.02054, §3.1); activations come on top and depend on batch and recomputation, so this is a floor.
 */
import type { Shape } from './shape'

export const PRECISIONS = ['fp32', 'mixed', 'bf16', 'fp8'] as const
export type Precision = (typeof PRECISIONS)[number]
export const OPTIMISERS = ['adam', 'adam-8bit', 'adafactor', 'sgd-momentum', 'muon', 'sgd'] as const
export type Optimiser = (typeof OPTIMISERS)[number]

export interface TrainingBytes {
  weights: number
  gradients: number
  /** A copy of the weights in 32 bits that the optimiser adds to. */
  master: number
  /** State of the optimiser: two moments for Adam. */
  optimiser: number
  total: number
  source: string
}

interface Recipe {
  weights: number
  gradients: number
  master: number
  /** Bytes of one moment. */
  moment: number
  source: string
}

const RECIPES: Record<Precision, Recipe> = {
  fp32: { weights: 4, gradients: 4, master: 0, moment: 4, source: 'Rajbhandari et al. 2020, arXiv:1910.02054, §3.1' },
  // Weights and gradients in 16 bits, everything that the optimiser adds to in 32.
  mixed: {
    weights: 2,
    gradients: 2,
    master: 4,
    moment: 4,
    source: 'Micikevicius et al. 2018, arXiv:1710.03740; Rajbhandari et al. 2020, arXiv:1910.02054, §3.1'
  },
  // No master weights: small updates may be lost to rounding.
  bf16: { weights: 2, gradients: 2, master: 0, moment: 2, source: 'Zamirai et al. 2020, arXiv:2010.06192' },
  // Gradients and master weights in 32 bits, moments in BF16.
  fp8: { weights: 1, gradients: 4, master: 4, moment: 2, source: 'DeepSeek-AI 2024, DeepSeek-V3, arXiv:2412.19437, §3.3' }
}

/** Moments per parameter, each as wide as the precision says unless the optimiser fixes it. */
const STATES: Record<Optimiser, { moments: number; moment?: number; source: string }> = {
  adam: { moments: 2, source: 'Kingma & Ba 2015, arXiv:1412.6980' },
  'adam-8bit': { moments: 2, moment: 1, source: 'Dettmers et al. 2022, arXiv:2110.02861' },
  // The second moment by rows and columns only, which is negligible, and no first one.
  adafactor: { moments: 0, source: 'Shazeer & Stern 2018, arXiv:1804.04235' },
  'sgd-momentum': { moments: 1, source: 'Rajbhandari et al. 2020, arXiv:1910.02054, §3.1' },
  // One moment for the matrices; embeddings and norms, under Adam, have a second that is not counted here.
  muon: { moments: 1, source: 'Jordan et al. 2024, Muon' },
  sgd: { moments: 0, source: 'Rajbhandari et al. 2020, arXiv:1910.02054, §3.1' }
}

/** Bytes per parameter that training holds, activations apart: 16 for Adam in mixed precision. */
export function trainingBytes(precision: Precision, optimiser: Optimiser): TrainingBytes {
  const recipe = RECIPES[precision]
  const state = STATES[optimiser]
  const { weights, gradients, master } = recipe
  const moments = state.moments * (state.moment ?? recipe.moment)
  return { weights, gradients, master, optimiser: moments, total: weights + gradients + master + moments, source: `${recipe.source}; ${state.source}` }
}

/** Bytes of keys and values that serving keeps for each token of the context: one of each per key-value head and layer. */
export const keyValueBytesPerToken = ({ layers, kvHeads, headDim }: Shape, bytesPerValue: number): number => 2 * layers * kvHeads * headDim * bytesPerValue

/**
 * Bytes of activations per token of a batch when every layer is computed again in the backward pass and only its input is kept in 16 bits:
 * 2·layers·d (Korthikanti et al. 2022, arXiv:2205.05198, table 2, full recomputation). The least that training with recomputation keeps.
 */
export const leastActivationBytesPerToken = ({ layers, width }: Shape): number => 2 * layers * width
