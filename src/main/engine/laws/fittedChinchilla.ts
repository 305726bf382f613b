import { CHINCHILLA_FORMULA, chinchillaForm } from './chinchillaForm'
import type { Law } from './law'

/** The Chinchilla form with the planner's own constants: the only fitted form that a plan can use, its constants kept in the plan. */
export const fittedChinchilla: Law = {
  id: 'fitted:chinchilla',
  name: 'Own fit (Chinchilla form)',
  citation: 'Fitted to the user’s own runs; the form is that of Hoffmann et al. 2022, arXiv:2203.15556, eq. 2',
  formula: CHINCHILLA_FORMULA,
  arguments: ['N', 'D'],
  constants: {},
  note: 'It holds for the data, tokenizer and recipe of the runs that it was fitted to, and within their range.',
  fittedRange: { N: null, D: null, C: null },
  own: { example: { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 } },
  bind: chinchillaForm
}
