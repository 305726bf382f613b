/** Kaplan's laws in one variable: what limits the loss when nothing else does. */
import { constant } from './law'
import type { Constants, Held, Law, LawForm } from './law'
import { factor, powerSum, type Variable } from './powerSum'

const PAPER = 'Kaplan et al. 2020, Scaling Laws for Neural Language Models, arXiv:2001.08361'
/** One PF-day, the paper's unit of compute, in FLOP: 1e15 FLOP/s for a day. */
export const PF_DAY = 1e15 * 86_400

/** One term, a whole loss: it is no part of a sum, so it has no name. */
const alone =
  (of: Variable, scale: string, exponent: string) =>
  (constants: Constants, held: Held): LawForm =>
    powerSum([{ name: null, factors: [factor(of, constant(constants, scale), constant(constants, exponent))] }], null, held)

const SIZE = { Nc: 8.8e13, alphaN: 0.076 }
const DATA = { Dc: 5.4e13, alphaD: 0.095 }

/** L(N) = (N_c/N)^α_N: trained to convergence on as much data as it takes. */
export const kaplan2020n: Law = {
  id: 'kaplan-2020-n',
  name: 'Kaplan 2020, L(N)',
  citation: `${PAPER}, eq. 1.1 and appendix A`,
  formula: 'L(N) = (N_c/N)^α_N',
  arguments: ['N'],
  constants: { unrounded: SIZE, printed: SIZE },
  note: 'N excludes embeddings; data and compute are no bottleneck. Only one set of constants was published, so both sets are equal. It has no irreducible part: its infimum is 0.',
  // Section 3: 768 to 1.5 billion non-embedding parameters.
  fittedRange: { N: [768, 1.5e9], D: null, C: null },
  bind: alone('N', 'Nc', 'alphaN')
}

/** L(D) = (D_c/D)^α_D: a large model, stopped early. */
export const kaplan2020d: Law = {
  id: 'kaplan-2020-d',
  name: 'Kaplan 2020, L(D)',
  citation: `${PAPER}, eq. 1.2 and appendix A`,
  formula: 'L(D) = (D_c/D)^α_D',
  arguments: ['D'],
  constants: { unrounded: DATA, printed: DATA },
  note: 'A model large enough not to be the bottleneck, stopped early. Not the α_D of the joint law (0.103). Only one set of constants was published, so both sets are equal.',
  // Section 3: 22 million to 23 billion tokens.
  fittedRange: { N: null, D: [22e6, 23e9], C: null },
  bind: alone('D', 'Dc', 'alphaD')
}

/** L(C) = (C_c/C)^α_C in two versions whose constants must not be mixed. */
export const kaplan2020c: Law = {
  id: 'kaplan-2020-c',
  name: 'Kaplan 2020, L(C)',
  citation: `${PAPER}, appendix A: L(C) at a fixed batch size (naive), L(C_min) of eq. 1.3 (compute-efficient)`,
  formula: 'L(C) = (C_c/C)^α_C',
  arguments: ['C'],
  constants: {
    naive: { Cc: 1.6e7 * PF_DAY, alphaC: 0.057 },
    'compute-efficient': { Cc: 3.1e8 * PF_DAY, alphaC: 0.05 }
  },
  note: 'Two versions: naive (a fixed batch size; 1.6e7 PF-days and 0.057) and compute-efficient (compute optimally allocated and counted at a small batch; 3.1e8 PF-days and 0.050). C_c is in FLOP here, 1 PF-day = 8.64e19 FLOP. The exponent 0.057 is Kaplan’s, not Hoffmann’s: Hoffmann has none on the whole loss.',
  fittedRange: { N: null, D: null, C: null },
  bind: alone('C', 'Cc', 'alphaC')
}
