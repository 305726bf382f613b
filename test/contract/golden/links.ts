import type { Golden } from './golden'

export const linksGolden: Golden<'links.list' | 'links.probability' | 'links.scaleFor'> = {
  'links.list': [{ name: 'the default link comes first', input: {}, output: [{ id: 'weibull' }] }],
  'links.probability': [
    {
      name: 'a Weibull is at 1 − 1/e = 0.632 at its critical scale',
      input: { link: 'weibull', scale: 60e9, params: { critical: 60e9, steepness: 3.2 } },
      output: { probability: 1 - Math.exp(-1) }
    }
  ],
  'links.scaleFor': [
    {
      name: 'the 90 % point of x_c 60e9, α 3.2 is 60e9·(ln 10)^(1/3.2) = 77.87e9',
      input: { link: 'weibull', probability: 0.9, params: { critical: 60e9, steepness: 3.2 } },
      output: { scale: 60e9 * Math.log(10) ** (1 / 3.2) }
    }
  ]
}
