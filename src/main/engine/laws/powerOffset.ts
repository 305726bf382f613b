/** L(N) = a·N^−α + b: a power law of size above an offset. */
import { constant } from './law'
import type { Constants, Held, Law, LawForm } from './law'
import { factor, powerSum } from './powerSum'

const FORMULA = 'L(N) = a·N^−α + b'

function powerOffsetForm(constants: Constants, held: Held): LawForm {
  const approximation = { name: 'approximation', coefficient: constant(constants, 'a'), factors: [factor('N', 1, constant(constants, 'alpha'))] }
  return powerSum([approximation], constant(constants, 'b'), held)
}

const own = { example: { a: 480, alpha: 0.35, b: 1.8 } }

export const powerOffset: Law = {
  id: 'power-offset',
  name: 'Power law with an offset, L(N)',
  citation: 'The project’s source documents; the form of Henighan et al. 2020, arXiv:2010.14701, eq. 1.1, in N',
  formula: FORMULA,
  arguments: ['N'],
  constants: {},
  note: 'Bring your own constants. Data and compute are no bottleneck.',
  fittedRange: { N: null, D: null, C: null },
  own,
  bind: powerOffsetForm
}

export const fittedPowerOffset: Law = {
  ...powerOffset,
  id: 'fitted:power-offset',
  name: 'Own fit (power law with an offset)',
  citation: 'Fitted to the user’s own runs',
  note: 'It holds for the data, tokenizer and recipe of the runs that it was fitted to, and within their range.'
}

const AS_GIVEN = { a: 2.5, alpha: 0.076, b: 1 }

export const sizeProxy: Law = {
  id: 'size-proxy',
  name: 'Size proxy, L(N)',
  citation: 'The project’s source documents; no publication was found for it',
  formula: 'L(N) = 2.5·N^−0.076 + 1.0',
  arguments: ['N'],
  constants: { unrounded: AS_GIVEN, printed: AS_GIVEN },
  note: 'A rough proxy of a pretraining loss, as the source gives it; both sets are equal. It barely moves: 1.87 at 1M parameters, 1.35 at 175B. Not a fit to anything that is known.',
  fittedRange: { N: null, D: null, C: null },
  caution: { unrounded: 'size-proxy-rough', printed: 'size-proxy-rough' },
  bind: powerOffsetForm
}
