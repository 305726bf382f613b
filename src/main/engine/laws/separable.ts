/** L(N, D) = (N_c/N)^α_N + (D_c/D)^α_D: size and data each add what they lack. */
import { constant } from './law'
import type { Constants, Law } from './law'
import { factor, powerSum, type Term } from './powerSum'

/** The two terms, as other sums have them too. */
export const sizeTerm = (constants: Constants): Term => ({
  name: 'approximation',
  factors: [factor('N', constant(constants, 'Nc'), constant(constants, 'alphaN'))]
})
export const dataTerm = (constants: Constants): Term => ({
  name: 'generalisation',
  factors: [factor('D', constant(constants, 'Dc'), constant(constants, 'alphaD'))]
})

export const separable: Law = {
  id: 'separable',
  name: 'Separable L(N, D)',
  citation: 'The project’s source documents',
  formula: 'L(N, D) = (N_c/N)^α_N + (D_c/D)^α_D',
  arguments: ['N', 'D'],
  constants: {},
  note: 'Bring your own constants. It has no irreducible part: its infimum is 0. With Kaplan’s one-variable constants it would count two whole losses.',
  fittedRange: { N: null, D: null, C: null },
  own: { example: { Nc: 5.2e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37 } },
  bind: (constants, held) => powerSum([sizeTerm(constants), dataTerm(constants)], null, held)
}

export const fittedSeparable: Law = {
  ...separable,
  id: 'fitted:separable',
  name: 'Own fit (separable)',
  citation: 'Fitted to the user’s own runs',
  note: 'It holds for the data, tokenizer and recipe of the runs that it was fitted to, and within their range. It has no irreducible part.'
}
