import type { Golden } from './golden'

// 5.88e23 FLOP on H100 at 40 % of 989.4 TFLOP/s.
const HOURS = 5.88e23 / (989.4e12 * 0.4 * 3600)
// Cottier et al. 2024: value at the start 30,000·1.64 USD less 0.14 orders of magnitude for one year; 0.14·ln 10 of it wears off in 8766 h; interconnect 19 %.
const CAPITAL = (30_000 * 1.64 * 10 ** -0.14 * (0.14 * Math.LN10) * HOURS) / 8766 / 0.81
const KWH = (HOURS * 700 * 1.82 * 0.75 * 1.1) / 1000

// 70B on 1.4T tokens on A100 (312 TFLOP/s) and on B200 (2.25 PFLOP/s, bought for 47,400 USD, nowhere rented), both at 40 %.
const A100_HOURS = 5.88e23 / (312e12 * 0.4 * 3600)
const B200_HOURS = 5.88e23 / (2250e12 * 0.4 * 3600)
const B200_KWH = (B200_HOURS * 1000 * 1.8 * 0.75 * 1.25) / 1000
const B200_WORN = (47_400 * 1.64 * (0.14 * Math.LN10) * B200_HOURS) / 8766 / 0.81

export const costsGolden: Golden<'costs.estimate' | 'costs.accelerators'> = {
  'costs.estimate': [
    {
      name: 'C = 6·N·D, hours = C/(989.4e12·0.4·3600), rent at 3.95 USD (by hand)',
      input: { N: 70e9, D: 1.4e12 },
      output: { C: 5.88e23, acceleratorHours: HOURS, usd: { rent: 3.95 * HOURS }, memory: { minAccelerators: 14 } }
    },
    {
      name: 'the three ways of Cottier et al. 2024 for 2,048 H100 bought for 30,000 USD a year before the run (by hand)',
      input: {
        N: 70e9,
        D: 1.4e12,
        method: 'amortised',
        cluster: { accelerators: 2048, mfu: 0.4 },
        costs: { pricePerHourUsd: 2, experiments: { share: 0, of: 'compute' }, energy: { pue: 1.1 } },
        ownership: { chipPriceUsd: 30_000, purchased: '2023-06', start: '2024-06' }
      },
      output: {
        energyKwh: KWH,
        usd: {
          rent: 2 * HOURS,
          amortised: CAPITAL,
          purchase: (2048 * 30_000 * 1.64) / 0.81,
          energy: KWH * 0.0771,
          failedRuns: 0.1 * (CAPITAL + KWH * 0.0771),
          total: 1.1 * (CAPITAL + KWH * 0.0771)
        },
        methods: { rent: { total: 1.1 * 2 * HOURS }, purchase: { total: (2048 * 30_000 * 1.64) / 0.81 + 1.1 * KWH * 0.0771 } },
        capital: { serverOverhead: 1.64, interconnectShare: 0.19, depreciationOomPerYear: 0.14 },
        prices: { chipUsd: 30_000, chipAsOf: '2023-06', usdPerKwh: 0.0771, usdPerKwhAsOf: '2024' }
      }
    },
    {
      name: 'A100 from the catalogue: overhead 1.66, server power 2.03, median rent 2.73 USD, 10 bytes per parameter with 8-bit Adam (by hand)',
      input: { N: 7e9, D: 2e12, hardware: 'a100-80', cluster: { mfu: 0.5, accelerators: 512 }, memory: { optimiser: 'adam-8bit' } },
      output: {
        usd: {
          rent: (2.73 * 8.4e22) / (312e12 * 0.5 * 3600),
          amortised: (Math.sqrt(12_500 * 37_500) * 1.66 * 0.14 * Math.LN10 * 8.4e22) / (312e12 * 0.5 * 3600) / 8766 / 0.81
        },
        energyKwh: (8.4e22 * 0.4 * 2.03 * 0.75 * 1.25) / (312e12 * 0.5 * 3600),
        memory: { bytesPerParameter: 10, minAccelerators: 1 },
        memoryParts: { weights: 2, gradients: 2, master: 4, optimiser: 2 }
      }
    },
    {
      name: 'a price from 2 to 8 USD (median 4) moves the whole of a bare rent: 5, 50 and 95 % of the cost are the ends and the middle; tokens seen twice are bought once (by hand)',
      input: {
        N: 70e9,
        D: 1.4e12,
        uniqueTokens: 0.7e12,
        costs: { pricePerHourUsd: { low: 2, high: 8 }, failedRuns: { share: 0 }, experiments: { share: 0 }, dataUsdPerTrillionTokens: 1e6 }
      },
      output: { usd: { data: 0.7e6 }, rentRange: { p5: 2 * HOURS + 0.7e6, p50: 4 * HOURS + 0.7e6, p95: 8 * HOURS + 0.7e6 } },
      within: [1e-4, 'a 90 % range is taken as 3.2897 standard deviations, which has five digits']
    }
  ],
  'costs.accelerators': [
    {
      name: 'equal work on A100 (2.73 USD an hour) and on B200, which is only sold: 10 % failed runs, 25 % experiments on both (by hand)',
      input: { N: 70e9, D: 1.4e12 },
      output: {
        C: 5.88e23,
        accelerators: {
          3: { id: 'a100-80', acceleratorHours: A100_HOURS, days: A100_HOURS / 1024 / 24, usd: { rent: 2.73 * A100_HOURS * 1.1 * 1.25 }, minAccelerators: 14 },
          7: { id: 'b200', acceleratorHours: B200_HOURS, energyKwh: B200_KWH, usd: { rent: null, amortised: (B200_WORN + B200_KWH * 0.0826) * 1.1 * 1.25 } }
        }
      }
    }
  ]
}
