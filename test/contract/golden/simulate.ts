import type { Golden } from './golden'

type Procedures = 'planner.simulate' | 'planner.distribution' | 'planner.samples'

/** One log-normal threshold with median √(20·30) = 24.495B and σ = ln 1.5/3.2897, reached by a step; wanted at one half. */
const step = { id: 'a', link: 'step' as const, critical: { low: 20e9, high: 30e9 }, wanted: 0.5, benefit: { kind: 'points' as const, value: 1 } }
const plan = {
  targets: [step],
  ratio: { kind: 'ratio' as const, tokensPerParameter: 20 },
  costs: { failedRuns: { share: 0 }, experiments: { share: 0 }, pricePerHourUsd: { low: 2, high: 4 } }
}
/** N at the Φ(z) quantile (closed form). */
const size = (z: number): number => Math.sqrt(20e9 * 30e9) * Math.exp((Math.log(1.5) / 3.289707253902945) * z)
const [Q25, Q5] = [0.6744897501960817, 1.6448536269514722]

export const simulateGolden: Golden<Procedures> = {
  'planner.simulate': [
    {
      name: 'percentiles of a log-normal threshold met by a step are those of the log-normal, D 20 times and C 120 N² of it (closed form)',
      input: { plan, draws: 65_536 },
      output: {
        targets: [
          {
            id: 'a',
            N: [-Q5, -Q25, 0, Q25, Q5].map((z) => ({ value: size(z) })),
            D: [-Q5, -Q25, 0, Q25, Q5].map((z) => ({ value: 20 * size(z) })),
            C: [-Q5, -Q25, 0, Q25, Q5].map((z) => ({ value: 120 * size(z) ** 2 }))
          }
        ]
      },
      within: [1e-3, 'Sobol points: the error told is below 2e-4']
    },
    {
      name: 'usd is the product of independent log-normals: σ² = 4·σ_N² + σ_price² (closed form)',
      input: { plan, draws: 65_536, percentiles: [0.05, 0.95] },
      output: {
        targets: [
          {
            usd: [-Q5, Q5].map((z) => ({
              value: ((120 * 600e18 * Math.sqrt(8)) / (989.4e12 * 0.4 * 3600)) * Math.exp((Math.hypot(2 * Math.log(1.5), Math.log(2)) / 3.289707253902945) * z)
            }))
          }
        ]
      },
      within: [3e-3, 'Sobol points in three dimensions: the error told is below 1e-3']
    }
  ],
  'planner.distribution': [
    {
      name: 'chance of a size between the −1σ and the 2σ point of a log-normal threshold met by a step is Φ(2) − Φ(−1) = 0.8185946 (closed form)',
      input: { plan, quantity: 'run.N', draws: 65_536, from: size(-1), to: size(2) },
      output: {
        kind: 'N',
        chance: { value: 0.8185946141203637 },
        percentiles: [-Q5, 0, Q5].map((z, i) => ({ p: [0.05, 0.5, 0.95][i]!, value: size(z) })),
        never: { value: 0 },
        line: null
      },
      within: [1e-3, 'Sobol points: the error told is below 2e-4'],
      also: (answer) => {
        if ('reason' in answer || answer.curve === null) throw new Error('no curve')
        const { x, below } = answer.curve
        // Φ of the score of each x, by the golden scores at hand: the median and one deviation to either side.
        for (const [z, p] of [
          [-1, 0.15865525393145707],
          [0, 0.5],
          [1, 0.8413447460685429]
        ] as const) {
          const after = x.findIndex((value) => value >= size(z))
          if (!(below[after - 1]! <= p + 1e-3 && below[after]! >= p - 1e-3)) throw new Error(`${below[after - 1]} to ${below[after]} around ${p}`)
        }
      }
    }
  ],
  'planner.samples': [
    {
      name: 'an exact threshold has the same run in every row (by hand: 10B, 200B tokens, 1.2e22 FLOP)',
      input: { plan: { ...plan, targets: [{ ...step, critical: 10e9 }] }, draws: 3, method: 'plain' },
      output: { fileName: 'samples.csv', mediaType: 'text/csv' },
      also: (file) => {
        if ('reason' in file) throw new Error(file.detail)
        const [names, ...rows] = Buffer.from(file.base64, 'base64').toString('utf8').trim().split('\n')
        const places = ['N@a', 'D@a', 'C@a'].map((name) => names!.split(',').indexOf(name))
        if (rows.length !== 3) throw new Error(`${rows.length} rows`)
        for (const row of rows)
          for (const [at, value] of [10e9, 200e9, 1.2e22].entries()) {
            const found = Number(row.split(',')[places[at]!])
            if (!(Math.abs(found / value - 1) < 1e-12)) throw new Error(`${found} is not ${value}`)
          }
      }
    }
  ]
}
