import type { Golden } from './golden'

/** 10B on 200B tokens, reached for certain; USD of it at a price per hour: C·price/(3600·peak·MFU). */
const certain = { id: 'a', link: 'step' as const, critical: 10e9 }
const usd = (price: number, mfu = 0.4): number => (1.2e22 * price) / (3600 * 989.4e12 * mfu)
const bare = { failedRuns: { share: 0 }, experiments: { share: 0 }, pricePerHourUsd: { low: 2, high: 4 } }
const plan = { ratio: { kind: 'ratio' as const, tokensPerParameter: 20 }, costs: bare }

/** Deviations of ln usd = 2·ln N + ln price: of the critical scale, twice, and of the price. */
const RANGE_90 = 3.289707253902945
const size = (2 * Math.log(1.5)) / RANGE_90
const price = Math.log(2) / RANGE_90
const share = (variance: number): number => variance / (size ** 2 + price ** 2)

export const sensitivityGolden: Golden<'planner.sensitivity'> = {
  'planner.sensitivity': [
    {
      name: 'the value of a certain run is its benefit less its cost, at the ends of the price and of an exact MFU moved by 20 % (by hand)',
      input: {
        plan: { ...plan, targets: [{ ...certain, benefit: { kind: 'usd', value: 1e6 } }] },
        quantity: 'path.value',
        exact: true,
        shares: false,
        switches: false
      },
      output: {
        kind: 'usd',
        held: [10e9],
        tornado: [
          {
            input: 'price',
            kind: 'usdPerHour',
            at: { low: 2, high: 4 },
            low: 1e6 - usd(2),
            high: 1e6 - usd(4),
            held: { low: 1e6 - usd(2), high: 1e6 - usd(4) },
            keepsLimits: { low: true, high: true },
            length: usd(2)
          }
        ],
        shares: [],
        switches: null
      },
      within: [1e-9, 'a difference of nearly equal amounts'],
      also: (answer) => {
        if ('detail' in answer) throw new Error(answer.detail)
        const mfu = answer.exact?.bars.find(({ input }) => input === 'mfu')
        const mean = Math.sqrt(8) * Math.exp(price ** 2 / 2)
        for (const [end, at] of [
          ['low', 0.32],
          ['high', 0.48]
        ] as const)
          if (Math.abs((mfu?.[end] ?? 0) - (1e6 - usd(mean, at))) > 1e-3) throw new Error(`MFU ${at}: ${mfu?.[end]}`)
        if (!answer.exact?.atZero.includes('dataPrice')) throw new Error('a price of 0 is moved by no share')
        if (!answer.exact.withoutEffect.includes('gramsCo2PerKwh')) throw new Error('CO2 changes no value')
      }
    },
    {
      name: 'shares of ln usd = 2·ln N + ln price: variances add up, ρ = 0.3 of the scale’s is common (closed form)',
      input: {
        plan: { ...plan, targets: [{ ...certain, critical: { low: 20e9, high: 30e9 }, wanted: 0.5, benefit: { kind: 'points', value: 1 } }] },
        quantity: 'run.usd',
        switches: false
      },
      output: {
        shares: [
          { input: 'price', kind: 'input', first: share(price ** 2), total: share(price ** 2) },
          { input: 'critical@a', kind: 'input', first: share(0.7 * size ** 2), total: share(0.7 * size ** 2) },
          { input: 'common factor', kind: 'commonFactor', first: share(0.3 * size ** 2), total: share(0.3 * size ** 2) }
        ],
        variance: { of: 'logarithm', variance: size ** 2 + price ** 2 }
      },
      within: [0.02, 'Sobol points: five times the error told']
    },
    {
      name: 'nothing is run once the price makes the run cost its benefit: $3 an hour (by hand)',
      input: { plan: { ...plan, targets: [{ ...certain, benefit: { kind: 'usd', value: usd(3) } }] }, quantity: 'path.value', shares: false },
      output: {
        switches: [
          {
            input: 'price',
            value: 3,
            changes: ['nothing', 'rungs', 'reached'],
            low: { sizes: [10e9], reached: ['a'] },
            high: { outcome: 0, sizes: [], reached: [] }
          }
        ]
      },
      within: [5e-4, 'the two sides differ by at most 1e-3']
    }
  ]
}
