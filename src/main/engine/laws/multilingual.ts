import { constant } from './law'
import type { Law } from './law'
import { factor, powerSum } from './powerSum'
import { dataTerm, sizeTerm } from './separable'

/** Size, data and the number of languages each add what they lack. */
export const multilingual: Law = {
  id: 'multilingual',
  name: 'Multilingual L(N, D, languages)',
  citation: 'The project’s source documents; no publication was found for it',
  formula: 'L = (N_c/N)^α_N + (D_c/D)^α_D + (L_c/L)^α_L, L languages',
  arguments: ['N', 'D', 'languages'],
  constants: { illustrative: { Nc: 5e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37, Lc: 1, alphaL: 0.3 } },
  caution: { illustrative: 'constants-illustrative' },
  note: 'Bring your own constants; the preset is illustrative, fitted to nothing. As the source writes it more languages lower the loss whatever the data are, so no language ever crowds another out: measured multilingual models do not behave so.',
  fittedRange: { N: null, D: null, C: null },
  bind: (constants, held) =>
    powerSum(
      [
        sizeTerm(constants),
        dataTerm(constants),
        { name: 'languages', factors: [factor('languages', constant(constants, 'Lc'), constant(constants, 'alphaL'))] }
      ],
      null,
      held
    )
}
