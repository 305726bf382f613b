import type { Golden } from './golden'

/** What 10B on 200B tokens cost at $2 and 40 %: C·price/(3600·peak·MFU). */
const USD = (1.2e22 * 2) / (3600 * 989.4e12 * 0.4)

export const scenariosGolden: Golden<'scenarios.compare'> = {
  'scenarios.compare': [
    {
      name: 'twice the price at 50 % instead of 40 % utilisation costs 1.6 times: the price makes +0.9 of it and utilisation −0.3 (Shapley’s mean of both orders, by hand)',
      input: {
        plan: {
          targets: [{ id: 'code', critical: 10e9, link: 'step', benefit: { kind: 'usd', value: 5e6 } }],
          ratio: { kind: 'ratio', tokensPerParameter: 20 },
          costs: { pricePerHourUsd: 2, failedRuns: { share: 0 }, experiments: { share: 0 } },
          scenarios: [
            {
              id: 'fast',
              overrides: [
                { field: 'costs.pricePerHourUsd', value: 4 },
                { field: 'cluster.mfu', value: 0.5 },
                { target: 'gone', field: 'wanted', value: 0.9 }
              ]
            }
          ]
        },
        quantities: ['run.usd', 'run.N', 'path.withinBudget']
      },
      output: {
        base: [{ quantity: 'run.usd', kind: 'usd', value: USD }, { value: 10e9 }, { value: null, reason: { code: 'outcome-without-limit' } }],
        scenarios: [
          {
            id: 'fast',
            method: 'shapley',
            changes: [
              { input: 'price', from: 2, to: 4 },
              { input: 'mfu', from: 0.4, to: 0.5 }
            ],
            unapplied: [{ target: 'gone', reason: { code: 'scenario-target-gone' } }],
            outcomes: [
              { value: 1.6 * USD, difference: 0.6 * USD, parts: [0.9 * USD, -0.3 * USD] },
              { difference: 0, parts: [0, 0] },
              { value: null, difference: null, parts: null }
            ]
          }
        ]
      },
      within: [1e-9, 'sums of differences of nearly equal costs']
    }
  ]
}
