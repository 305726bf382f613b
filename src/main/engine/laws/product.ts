import { constant } from './law'
import type { Law } from './law'
import { factor, powerSum } from './powerSum'

/** L = K·N^−α·D^−β·C^−γ: everything helps by a constant factor, for ever. */
export const product: Law = {
  id: 'product',
  name: 'Product L(N, D, C)',
  citation: 'The project’s source documents, which give it as a proportionality; K is its factor',
  formula: 'L = K·N^−α·D^−β·C^−γ',
  arguments: ['N', 'D', 'C'],
  constants: {},
  note: 'Bring your own constants. It has no interior optimum: under C = k·N·D the loss only grows or only falls with N (α against β), so the best run would be all model or all data. C is k·N·D unless it is given apart.',
  fittedRange: { N: null, D: null, C: null },
  own: { example: { K: 30, alpha: 0.05, beta: 0.04, gamma: 0.01 }, mayBeZero: ['alpha', 'beta', 'gamma'] },
  bind: (constants, held) =>
    powerSum(
      [
        {
          name: null,
          coefficient: constant(constants, 'K'),
          factors: [factor('N', 1, constant(constants, 'alpha')), factor('D', 1, constant(constants, 'beta')), factor('C', 1, constant(constants, 'gamma'))]
        }
      ],
      null,
      held
    )
}
