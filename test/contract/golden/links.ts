import { expect } from 'vitest'
import type { Golden } from './golden'

const LN2 = Math.LN2
const unit = { critical: 60e9, steepness: 3.2 }

export const linksGolden: Golden<'links.list' | 'links.probability' | 'links.curves' | 'links.scaleFor' | 'links.predict'> = {
  'links.list': [
    { name: 'the default link comes first', input: {}, output: [{ id: 'weibull', forTargets: true }] },
    {
      name: 'the nine forms of the list are there, five of them for targets',
      input: {},
      output: {},
      also: (links) => {
        expect(links.map(({ id }) => id)).toEqual([
          'weibull',
          'shifted-weibull',
          'power-onset',
          'logistic',
          'step',
          'floored',
          'boltzmann',
          'complexity',
          'all-of'
        ])
        expect(links.filter(({ forTargets }) => forTargets)).toHaveLength(5)
      }
    }
  ],
  'links.probability': [
    {
      name: 'a Weibull is at 1 − 1/e = 0.632 at its critical scale, with slope α/(e·x_c) there (by hand)',
      input: { link: 'weibull', scale: 60e9, params: unit },
      output: { probability: 1 - Math.exp(-1), derivative: 3.2 / Math.E / 60e9, emerged: true, interval: null, margin: null }
    },
    {
      name: 'a shifted Weibull is 0 at its critical scale and 1 − 1/e at twice that, whatever its steepness (by hand)',
      input: { link: 'shifted-weibull', scale: 120e9, params: unit },
      output: { probability: 1 - Math.exp(-1) }
    },
    {
      name: 'a power-law onset of β = 2 is ((90 − 60)/60)² = 0.25 at 1.5 times its critical scale, not emerged (by hand)',
      input: { link: 'power-onset', scale: 90e9, params: { critical: 60e9, steepness: 2 } },
      output: { probability: 0.25, derivative: (2 * 0.5) / 60e9, emerged: false }
    },
    {
      name: 'a floored Weibull of ε = 0.25 gives 1 − 0.75/e at twice its critical scale; without the scaling by x_c its source’s form gives 1 (by hand)',
      input: { link: 'floored', scale: 120e9, params: { ...unit, floor: 0.25 } },
      output: { probability: 1 - 0.75 * Math.exp(-1), asGiven: { probability: 1 } }
    },
    {
      name: 'a Boltzmann link at difficulty/x = T·ln 3 is one quarter, and never emerges; with the temperature dropped it is 1/(1 + 9) (by hand)',
      input: { link: 'boltzmann', scale: 1e9, params: { critical: 2e9 * Math.log(3), temperature: 2 } },
      output: { probability: 0.25, emerged: false, asGiven: { probability: 0.1 }, warnings: [{ code: 'link-never-emerges' }] }
    },
    {
      name: 'two-digit arithmetic, complexity 1e6, has a margin of 1000^1.5/1e6 = 0.0316 at 1000 parameters and emerges at 10 000 (by hand)',
      input: { link: 'complexity', scale: 1000, params: { critical: 1e6 } },
      output: { probability: 0, margin: 10 ** 4.5 / 1e6, emerged: false }
    },
    {
      name: 'all of N, D and C at half their chance each: 1/8 as a product (by hand)',
      input: {
        link: 'all-of',
        scale: 1e9,
        D: 1e10,
        C: 1e20,
        allOf: { combine: 'product', N: { link: 'logistic', critical: 1e9 }, D: { link: 'logistic', critical: 1e10 }, C: { link: 'logistic', critical: 1e20 } }
      },
      output: { probability: 0.125, each: { N: 0.5, D: 0.5, C: 0.5 }, derivative: null, warnings: [{ code: 'all-of-product' }] }
    },
    {
      name: 'a Weibull of 50e9 to 70e9, α 3.2, is 0.7999999999 on average at 69.36388467734818e9 (mpmath root of F̄ = 0.8)',
      input: { link: 'weibull', scale: 69.36388467734818e9, params: { critical: { low: 50e9, high: 70e9 }, steepness: 3.2 } },
      output: { probability: 0.8, derivative: null },
      within: [1e-10, 'the mean is an adaptive quadrature']
    }
  ],
  'links.scaleFor': [
    {
      name: 'the 90 % point of x_c 60e9, α 3.2 is 60e9·(ln 10)^(1/3.2) = 77.87e9',
      input: { link: 'weibull', probability: 0.9, params: unit },
      output: { scale: 60e9 * Math.log(10) ** (1 / 3.2), interval: null }
    },
    {
      name: 'the 50 % point of a shifted Weibull is x_c·(1 + (ln 2)^(1/α)), and of a power-law onset x_c·(1 + 0.5^(1/β)) (by hand)',
      input: { link: 'shifted-weibull', probability: 0.5, params: unit },
      output: { scale: 60e9 * (1 + LN2 ** (1 / 3.2)) }
    },
    {
      name: 'the mean over 50e9 to 70e9 is 80 % at 69.36388467734818e9 (mpmath), with the ends of the range times (ln 5)^(1/3.2) around it',
      input: { link: 'weibull', probability: 0.8, params: { critical: { low: 50e9, high: 70e9 }, steepness: 3.2 } },
      output: { scale: 69.36388467734818e9, interval: { p5: 50e9 * Math.log(5) ** (1 / 3.2), p95: 70e9 * Math.log(5) ** (1 / 3.2) } },
      within: [1e-9, 'the scale comes from a root of an adaptive quadrature']
    },
    {
      name: 'a Boltzmann link never reaches one half',
      input: { link: 'boltzmann', probability: 0.5, params: { critical: 1e9 } },
      output: { reason: 'unreachable', values: { ceiling: 0.5 } }
    },
    {
      name: 'complexity 1e9 (five-digit arithmetic) takes (1e9)^(2/3) = 1e6 parameters (by hand)',
      input: { link: 'complexity', probability: 0.9, params: { critical: 1e9 } },
      output: { scale: 1e6 }
    },
    {
      name: 'all of three steps at 20 tokens per parameter: the scarcest decides, here C: N = √(1.2e22/120) = 1e10 (by hand)',
      input: {
        link: 'all-of',
        probability: 0.9,
        allOf: { combine: 'minimum', N: { link: 'step', critical: 1e9 }, D: { link: 'step', critical: 1e11 }, C: { link: 'step', critical: 1.2e22 } }
      },
      output: { scale: 1e10, D: 2e11, C: 1.2e22 }
    }
  ],
  'links.curves': [
    {
      name: 'a logistic is one half at its critical scale, a Weibull at x_c·(ln 2)^(1/α), a Boltzmann barrier never (by hand)',
      input: {
        curves: [
          { link: 'logistic', params: { critical: 10e9, steepness: 2 } },
          { link: 'weibull', params: { critical: 10e9, steepness: 2 } },
          { link: 'boltzmann', params: { critical: 10e9 } }
        ],
        range: { from: 1e9, to: 1e11 },
        points: 3
      },
      output: {
        curves: [
          { link: 'logistic', halfScale: 10e9, points: [{ probability: 1 / 101 }, { scale: 10e9, probability: 0.5 }, { probability: 100 / 101 }] },
          { link: 'weibull', halfScale: 10e9 * Math.SQRT2 ** ((2 * Math.log2(Math.LN2)) / 2), points: [{}, { probability: 1 - Math.exp(-1) }, {}] },
          { link: 'boltzmann', halfScale: null, supremum: 0.5 }
        ]
      }
    }
  ],
  'links.predict': [
    {
      name: 'around 60e9 with ε = 0.2: 48e9 to 72e9 (by hand), and the Weibull of steepness 3 at both ends',
      input: { critical: 60e9, epsilon: 0.2 },
      output: { low: 48e9, high: 72e9, probabilityLow: 1 - Math.exp(-(0.8 ** 3)), probabilityHigh: 1 - Math.exp(-(1.2 ** 3)) }
    }
  ]
}
