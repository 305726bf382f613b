import { expect } from 'vitest'
import golden from '../../golden/theory/theory.json'
import type { Golden } from './golden'

type Procedures = `emergence.${'predictThreshold' | 'icl' | 'complexity' | 'phaseTransition' | 'exactMatch' | 'nearOrthogonal' | 'chance' | 'twoStep'}`

const { regression, twoStep } = golden
const lossAt = (C: number): number => twoStep.powerOffset.E + twoStep.powerOffset.A * C ** -twoStep.powerOffset.a
const SCIPY = 'SciPy (test/golden/theory/theory.py)'

export const theoryGolden: Golden<Procedures> = {
  'emergence.predictThreshold': [
    {
      name: 'halfway between 10e9 at 2 and 30e9 at 4 lies 20e9 at 3 (by hand)',
      input: {
        known: [
          { task: 'a', property: 2, threshold: 10e9 },
          { task: 'a', property: 4, threshold: 30e9 }
        ],
        task: 'a',
        property: 3
      },
      output: { threshold: 20e9, method: 'interpolated', interval: null }
    },
    {
      name: `regression of ln threshold over five tasks: 95.25e9, 90 % interval 22.45e9 to 404.05e9 (${SCIPY})`,
      input: {
        known: [
          { task: 'a', property: 1, threshold: 1e9 },
          { task: 'b', property: 2, threshold: 6e9 },
          { task: 'c', property: 3, threshold: 13e9 },
          { task: 'd', property: 4, threshold: 60e9 },
          { task: 'e', property: 6, threshold: 175e9 }
        ],
        task: 'f',
        property: 5
      },
      output: { threshold: regression.threshold, method: 'regression', interval: { low: regression.low, high: regression.high, level: 0.9 } }
    },
    { name: '1e10·4^1.5 = 80e9 without observations (by hand)', input: { known: [], task: 'a', property: 4 }, output: { threshold: 80e9, method: 'power-law' } }
  ],
  'emergence.icl': [
    {
      name: 'arithmetic 6.67 and 13.33, code 10 and 16.67, logical reasoning 8 and 16.67 (1/(strength·weight) by hand)',
      input: {},
      output: {
        tasks: [
          { task: 'arithmetic', first: 1 / 0.15, all: 1 / 0.075 },
          { task: 'code', first: 10, all: 1 / 0.06 },
          { task: 'logicalReasoning', first: 8, all: 1 / 0.06 }
        ]
      }
    }
  ],
  'emergence.complexity': [
    {
      name: '10B carries (1e10)^1.5 = 1e15, 10,000 times the 1e11 of seven-step deduction, which needs 1e11^(2/3) = 21.54M (by hand)',
      input: { N: 10e9, task: 'deduction-7-step' },
      output: { available: 1e15, rows: [{ required: 1e11, emerges: true, margin: 1e4, requiredN: 21_544_346.900318843 }] }
    },
    {
      name: 'an unknown task asks for 1e12: 100M parameters',
      input: { N: 99e6, task: 'poetry' },
      output: { rows: [{ required: 1e12, emerges: false, requiredN: 1e8 }] }
    }
  ],
  'emergence.phaseTransition': [
    {
      name: 'power onset of exponent 0.5 at 60e9: 0 up to there, √0.25 = 0.5 at 75e9, 1 from 120e9 on (by hand)',
      input: { critical: 60e9, steepness: 0.5, range: { from: 60e9, to: 120e9 }, points: 2 },
      output: {
        criticalPoint: { kind: 'onset', scale: 60e9 },
        onsetSlope: 'infinite',
        halfScale: 75e9,
        curve: [{ order: 0 }, { scale: 120e9, order: 1 }],
        asGiven: null
      }
    },
    {
      name: 'a Boltzmann barrier of 60e9 at T = 2 is 1/(1 + e^(1/2)) at its difficulty, never one half; the source, without T, has 1/(1 + e) (by hand)',
      input: { model: 'boltzmann', critical: 60e9, steepness: 2, range: { from: 60e9, to: 60e15 }, points: 2 },
      output: {
        criticalPoint: { kind: 'crossover', scale: 30e9 },
        halfScale: null,
        supremum: 0.5,
        curve: [{ order: 1 / (1 + Math.exp(0.5)) }, { order: 1 / (1 + Math.exp(0.5e-6)) }],
        asGiven: { curve: [{ order: 1 / (1 + Math.E) }, {}] }
      }
    }
  ],
  'emergence.exactMatch': [
    {
      name: 'CE = (1e8/N)^0.5: five tokens are half right at 1e8·(5/ln 2)² = 5.2034e9, 10–90 % takes 2·lg(ln 10/ln(10/9)) = 2.6791 decades (by hand)',
      input: { perToken: { scale: 1e8, exponent: 0.5 }, lengths: [1, 5], range: { from: 1e8, to: 1e10 }, points: 3 },
      output: {
        curves: [
          { length: 1, halfScale: 1e8 / Math.LN2 ** 2, points: [{ N: 1e8, perToken: Math.exp(-1), editDistance: 1 - Math.exp(-1) }] },
          {
            length: 5,
            halfScale: 1e8 * (5 / Math.LN2) ** 2,
            widthDecades: 2 * Math.log10(Math.log(10) / Math.log(10 / 9)),
            points: [{ exactMatch: Math.exp(-5) }, { N: 1e9, exactMatch: Math.exp(-5 * Math.sqrt(0.1)) }]
          }
        ]
      }
    }
  ],
  'emergence.nearOrthogonal': [
    {
      name: 'in 3 dimensions the cosine is uniform: P(|cos| ≤ 0.1) = 0.1, and 2 directions keep within it (Archimedes)',
      input: { dimensions: [3], tolerance: 0.1 },
      output: { rows: [{ dimension: 3, within: 0.1, deviation: 1 / Math.sqrt(3), together: 1 }] }
    },
    {
      name: 'P(|cos| > 0.1) in 1 000 dimensions is 0.0015357, so 26 directions keep within it (scipy.stats.beta.sf)',
      input: { dimensions: [1000], tolerance: 0.1 },
      output: { rows: [{ dimension: 1000, within: 1 - 0.0015357138421364016, together: 26 }] }
    },
    {
      name: 'P(|cos| > 0.01) in 100 000 dimensions is 0.0015651 (scipy.stats.beta.sf)',
      input: { dimensions: [100_000], tolerance: 0.01 },
      output: { rows: [{ dimension: 100_000, within: 1 - 0.0015651047513880597, together: 25 }] }
    }
  ],
  'emergence.chance': [
    {
      name: 'four answers, 100 items: guessing gets 25, within 17 to 34 right (95 %), and 31 or more with probability 0.1038 (SciPy: binom.ppf, binom.sf)',
      input: { answers: 4, items: 100, score: 0.31 },
      output: {
        chance: 0.25,
        guessing: { expectedRight: 25, rightRange: { low: 17, high: 34 } },
        blind: { high: 0.34, ceilingFrom: 0.05 ** 0.01 },
        score: { normalised: 0.08, pValue: 0.10379 }
      },
      within: [1e-4, 'five decimals of the probability are given']
    }
  ],
  'emergence.twoStep': [
    {
      name: `loss 0.6875 and score 0.8271 at 1e23 FLOP, 0.8108 at a loss of 0.7 (${SCIPY})`,
      input: async () => ({ ...(await import('../../../src/shared/contract/twoStep')).twoStepContract['emergence.twoStep'].example, bootstrap: 0 }),
      output: {
        computeToLoss: { used: { constants: { E: twoStep.powerOffset.E, a: twoStep.powerOffset.a } } },
        lossToScore: { free: { a: twoStep.sigmoid.a, b: twoStep.sigmoid.b, k: twoStep.sigmoid.k, L0: twoStep.sigmoid.L } },
        predictions: [
          { C: 1e23, loss: twoStep.lossAt1e23, score: twoStep.scoreAt1e23, interval: null },
          { C: null, loss: 0.7, score: twoStep['scoreAtLoss0.7'] }
        ]
      },
      within: [1e-5, 'two iterative fits stop at slightly different points of a flat minimum'],
      also: (output) => expect(output).toMatchObject({ knee: { past: true } })
    },
    {
      name: `a curve from the smallest run to ten times the largest, by way of 1e21 FLOP (${SCIPY})`,
      input: async () => ({
        ...(await import('../../../src/shared/contract/twoStep')).twoStepContract['emergence.twoStep'].example,
        curve: { points: 3 },
        bootstrap: 0
      }),
      output: {
        curve: [
          { C: 1e19, loss: lossAt(1e19) },
          { C: 1e21, loss: lossAt(1e21), extrapolation: { loss: false, C: false } },
          { C: 1e23, loss: twoStep.lossAt1e23, score: twoStep.scoreAt1e23, extrapolation: { loss: true, C: true } }
        ]
      },
      within: [1e-5, 'two iterative fits stop at slightly different points of a flat minimum']
    }
  ]
}
