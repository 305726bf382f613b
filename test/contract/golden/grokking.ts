import { expect } from 'vitest'
import type { Golden } from './golden'
import { grokkingContract } from '../../../src/shared/contract/grokking'

export const grokkingGolden: Golden<'grokking.analyze'> = {
  'grokking.analyze': [
    {
      name: 'the example memorises at 200 and generalises at 6,000, 30 times later, after a wait of ten records up to 4,000; the rise takes at most lg(6000/4000) decades (by hand)',
      input: grokkingContract['grokking.analyze'].example,
      output: {
        verdict: 'grokked',
        collapsed: false,
        memorisationStep: 200,
        generalisationStep: 6000,
        delay: 5800,
        delayRatio: 30,
        plateau: { from: 200, to: 4000, level: 0.01, records: 10 },
        jump: { resolved: false, widthDecades: Math.log10(1.5), middleStep: Math.sqrt(24e6) },
        dips: null,
        advice: { worthContinuing: false }
      },
      also: (output) => expect(output).toMatchObject({ comparison: expect.arrayContaining([expect.objectContaining({ aspect: expect.anything() })]) })
    },
    {
      name: 'at 4M tokens a step the example has seen 0.8B tokens when it memorises, 24B when it generalises, 40B at its end (by hand)',
      input: { ...grokkingContract['grokking.analyze'].example, tokensPerStep: 4e6 },
      output: { tokens: { memorisation: 0.8e9, generalisation: 24e9, last: 40e9 } }
    }
  ]
}
