/** Approaches 1 and 2 of the Chinchilla paper: where the optimum lies, from their tables. The loss of approach 3 is `hoffmann-2022`. */
import { APPROACH_1, APPROACH_2 } from './hoffmannTables'
import type { PlanLaw } from './law'
import { centredLine, tableForm } from './tableForm'

const PAPER = 'Hoffmann et al. 2022, Training Compute-Optimal Large Language Models, arXiv:2203.15556'
const FORMULA = 'N*(C) = N_0·(C/C_0)^a, D*(C) = C/(k·N*)'
/** Section 3: over 400 runs of 70M to 16B parameters on 5B to 500B tokens, isoFLOP profiles from 6e18 to 3e21 FLOP. */
const FITTED: PlanLaw['fittedRange'] = { N: [70e6, 16e9], D: [5e9, 500e9], C: [6e18, 3e21] }

export const hoffmann2022a1: PlanLaw = {
  id: 'hoffmann-2022-a1',
  name: 'Hoffmann 2022 (Chinchilla, approach 1)',
  citation: `${PAPER}, table 3; unrounded: least squares through its nine rows; printed: the exponent 0.50 of table 2 through their centre`,
  formula: FORMULA,
  arguments: ['C'],
  constants: { unrounded: centredLine(APPROACH_1), printed: centredLine(APPROACH_1, 0.5) },
  note: 'The lowest envelope of the training curves. It predicts where the optimum lies, not the loss there: 20 to 21 tokens per parameter from 1e19 to 1e26 FLOP. N includes embeddings.',
  fittedRange: FITTED,
  own: { belowOne: ['a'] },
  bind: tableForm
}

export const hoffmann2022a2: PlanLaw = {
  id: 'hoffmann-2022-a2',
  name: 'Hoffmann 2022 (Chinchilla, approach 2)',
  citation: `${PAPER}, table A3; unrounded: least squares through its nine rows; printed: the exponent 0.49 of table 2 through their centre`,
  formula: FORMULA,
  arguments: ['C'],
  constants: { unrounded: centredLine(APPROACH_2), printed: centredLine(APPROACH_2, 0.49) },
  note: 'The minima of isoFLOP profiles. It predicts where the optimum lies, not the loss there: 19 to 26 tokens per parameter from 1e19 to 1e26 FLOP. N includes embeddings.',
  fittedRange: FITTED,
  own: { belowOne: ['a'] },
  bind: tableForm
}
