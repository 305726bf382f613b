import type { Golden } from './golden'

/** USD of N on 20 N tokens at $2 and 40 %, bare compute: 10B costs c, 30B nine times as much. */
const usd = (N: number): number => (120 * N ** 2 * 2) / (3600 * 989.4e12 * 0.4)
const c = usd(10e9)
const b = 20 * c

export const nextRunGolden: Golden<'planner.nextRun'> = {
  'planner.nextRun': [
    {
      name: '10B or 30B with equal chance: 10B first and 30B if it fails is worth b − 5.5 c, knowing b − 5 c, so EVPI = c/2, which a score at 10B tells for c (by hand)',
      input: {
        plan: {
          targets: [
            {
              id: 'a',
              link: 'step',
              critical: 10e9,
              entries: [
                { critical: 10e9, means: 'scale' },
                { critical: 30e9, means: 'scale' }
              ],
              benefit: { kind: 'usd', value: b }
            },
            // Puts 10B on the grid.
            { id: 'mark', link: 'step', critical: 10e9, benefit: { kind: 'usd', value: 0 } }
          ],
          ratio: { kind: 'ratio', tokensPerParameter: 20 },
          costs: { pricePerHourUsd: 2, failedRuns: { share: 0 }, experiments: { share: 0 } }
        },
        candidates: [
          { kind: 'score', N: 9e9, target: 'a' },
          { kind: 'score', N: 10e9, target: 'a' }
        ]
      },
      output: {
        unit: 'usd',
        bestValue: b - 5.5 * c,
        perfect: { value: 0.5 * c },
        inputs: [{ input: 'critical@a', perfect: { value: 0.5 * c } }],
        actions: [{ sizes: [10e9, 30e9], value: b - 5.5 * c }, {}, {}, {}],
        candidates: [
          { run: { N: 10e9 }, usd: c, sample: { value: 0.5 * c }, delay: 0, net: -0.5 * c, perUsd: 0.5, score: 0.5 },
          { run: { N: 9e9 }, usd: 0.81 * c, sample: { value: 0 }, delay: 0, net: -0.81 * c, perUsd: 0 }
        ],
        sentence: { code: 'information-none-pays' }
      },
      within: [2e-3, 'the share of draws with 10B is one half but for the points of the sequence']
    },
    {
      name: 'nothing uncertain: perfect information is worth 0 (by definition)',
      input: { plan: { targets: [{ id: 'a', critical: 10e9, benefit: { kind: 'usd', value: 5e6 } }] }, draws: 64 },
      output: { perfect: { value: 0, standardError: 0 }, inputs: [], candidates: [], sentence: { code: 'information-nothing-uncertain' } }
    }
  ]
}
