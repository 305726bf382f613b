import type { Golden } from './golden'

const PUBLISHED = 'the paper gives this many digits'

export const lawsGolden: Golden<'laws.list' | 'laws.loss' | 'laws.optimum' | 'laws.solve'> = {
  'laws.list': [
    {
      name: 'the default law and its constants (Besiroglu et al. 2024)',
      input: {},
      output: [{ id: 'besiroglu-2024', constants: { unrounded: { beta: 0.36585 } } }]
    }
  ],
  'laws.loss': [
    {
      name: 'Chinchilla, 70B on 1.4T, is 1.9208 under the unrounded Hoffmann law (computed in Python)',
      input: { law: 'hoffmann-2022', N: 70e9, D: 1.4e12 },
      output: { loss: 1.9208 },
      within: [5e-5, 'four decimals are given']
    }
  ],
  'laws.optimum': [
    {
      name: 'the Chinchilla budget of 5.76e23 FLOP asks for 40B (Hoffmann et al. 2022, figure 4)',
      input: { law: 'hoffmann-2022', C: 5.76e23 },
      output: { N: 40.36e9, D: 2.379e12 },
      within: [5e-4, PUBLISHED]
    }
  ],
  'laws.solve': [
    {
      name: '20 tokens per parameter: N = √(C/120)',
      input: { law: 'hoffmann-2022', policy: { kind: 'ratio', value: 20 }, given: { C: 1.2e22 } },
      output: { N: 1e10, D: 2e11, C: 1.2e22 }
    }
  ]
}
