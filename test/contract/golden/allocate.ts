import type { Golden } from './golden'

export const allocateGolden: Golden<'allocate.effectiveSize'> = {
  'allocate.effectiveSize': [
    {
      name: 'a compute-optimal run counts for its own size: N 40.3588B and D 2.37860T at 5.76e23 FLOP (closed form, computed in Python)',
      input: { law: 'hoffmann-2022', N: 40.3588e9, D: 2.3786e12 },
      output: { N: 40.3588e9 },
      within: [1e-4, 'N and D are given to six digits']
    }
  ]
}
