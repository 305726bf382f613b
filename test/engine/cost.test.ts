import { describe, expect, test } from 'vitest'
import { costModel, daysAt, minAccelerators, servingUsd, usdAt, usdParts, type Spending } from '../../src/main/engine/cost'
import { normalProbability } from '../../src/main/engine/numeric/normal'
import type { Belief } from '../../src/shared/plan/rules'
import type { PlanInput } from '../../src/shared/plan/schema'
import { BARE, planOf } from './plans'

const spending = (input: Omit<PlanInput, 'targets'> = {}): Spending => {
  const { accelerator, cluster, costs, limits } = planOf({ targets: [], ...input })
  return { accelerator, cluster, costs, uniqueTokens: limits.uniqueTokens }
}
const A100 = { id: 'a100', name: 'A100', peakFlopPerSecond: 312e12, memoryBytes: 80e9, powerWatts: 400 }

describe('hours and days', () => {
  test('1.05e24 FLOP on H100 at 40 % MFU take 736 979 accelerator-hours', () => {
    // 1.05e24 / (989.4e12 · 0.4 · 3600) = 1.05e24 / 1.424736e18 = 736 978.64
    const model = costModel(spending({ costs: BARE, cluster: { mfu: 0.4 } }))
    expect(1.05e24 * model.hoursPerFlop).toBeCloseTo(736_978.64, 2)
    expect(usdAt(model, 1.05e24, 0)).toBeCloseTo(2 * 736_978.64, 1)
  })

  test('1 024 of them at 95 % uptime take 31.6 days, and fixed days come on top', () => {
    // 736 978.64 / (1024 · 0.95 · 24) = 31.5660
    const model = costModel(spending({ costs: { ...BARE, fixedDaysPerRun: 7 }, cluster: { mfu: 0.4, accelerators: 1024, uptime: 0.95 } }))
    expect(daysAt(model.mean, 1.05e24)).toBeCloseTo(38.566, 3)
  })

  test('Llama 3.1 405B: the published 30.84 million H100-hours lie between its best and its worst reported utilisation', () => {
    // Hours: Llama 3.1 model card. Grattafiori et al. 2024: MFU 38 % (long context) to 43 %, above 90 % effective training time; 405B on 15.6T tokens.
    const hours = (mfu: number): number => 6 * 405e9 * 15.6e12 * costModel(spending({ costs: BARE, cluster: { mfu } })).hoursPerFlop
    expect(hours(0.43)).toBeLessThan(30.84e6)
    expect(hours(0.38) / 0.9).toBeGreaterThan(30.84e6)
    // The worst case comes within 1 %: most of the time was spent near it.
    expect(hours(0.38) / 0.9 / 30.84e6).toBeCloseTo(1, 1)
  })

  test('GPT-3: 3.14e23 FLOP at 28 TFLOP/s on V100 take the often quoted 355 years of one GPU, to the year', () => {
    // Lambda Labs 2020: "355 years" on a V100 at an assumed 28 TFLOP/s, 22.4 % of its peak.
    const V100 = { id: 'v100', name: 'V100', peakFlopPerSecond: 125e12, memoryBytes: 32e9, powerWatts: 300 }
    const years = (3.14e23 * costModel(spending({ accelerator: V100, cluster: { mfu: 28 / 125 }, costs: BARE })).hoursPerFlop) / 8766
    expect(years).toBeGreaterThan(354.5)
    expect(years).toBeLessThan(356)
  })
})

describe('money', () => {
  const costs = {
    pricePerHourUsd: 2,
    failedRuns: { share: 0.1, of: 'compute' },
    experiments: { share: 0.25, of: 'training' },
    postTraining: { share: 0.05, of: 'compute' },
    evaluation: { share: 0.02, of: 'compute' },
    dataUsdPerTrillionTokens: 20_000,
    staff: { people: 12, usdPerPersonYear: 365_250 },
    fixedUsdPerRun: 50_000
  } as const

  test('each part is what a hand calculation gives, and they add up to the total', () => {
    const model = costModel(spending({ accelerator: A100, cluster: { mfu: 0.5, accelerators: 1000 }, costs }))
    const C = 312e12 * 0.5 * 3600 * 1e6 // a million accelerator-hours
    const parts = usdParts(model, C, 2e12)
    expect(parts.compute).toBeCloseTo(2e6, 3)
    expect(parts.failedRuns).toBeCloseTo(0.2e6, 3)
    expect(parts.experiments).toBeCloseTo(0.25 * 2.2e6, 3) // of compute and failed runs together
    expect(parts.postTraining).toBeCloseTo(0.1e6, 3)
    expect(parts.evaluation).toBeCloseTo(0.04e6, 3)
    expect(parts.data).toBeCloseTo(40_000, 6)
    expect(parts.staff).toBeCloseTo((12 * 365_250 * (1e6 / 1000 / 24)) / 365.25, 3) // 41.67 days
    expect(parts.energy).toBe(0) // the rent pays for it
    expect(parts.fixed).toBe(50_000)
    const total = Object.values(parts).reduce((sum, part) => sum + part, 0)
    expect(usdAt(model, C, 2e12) / total).toBeCloseTo(1, 12)
  })

  test('energy follows Cottier et al. 2024 and is charged only when the rent does not pay for it', () => {
    const energy = { usdPerKwh: 0.0826, pue: 1.25, serverMultiplier: 2.03, averageLoad: 0.75, gramsCo2PerKwh: 400 }
    const C = 312e12 * 0.5 * 3600 * 1e6
    const kwh = (1e6 * 400 * 2.03 * 0.75 * 1.25) / 1000
    const billed = costModel(spending({ accelerator: A100, cluster: { mfu: 0.5 }, costs: { ...BARE, energy: { ...energy, billed: true } } }))
    const rented = costModel(spending({ accelerator: A100, cluster: { mfu: 0.5 }, costs: { ...BARE, energy } }))
    expect((C * billed.kwhPerFlop) / kwh).toBeCloseTo(1, 12)
    expect(usdParts(billed, C, 0).energy / (kwh * 0.0826)).toBeCloseTo(1, 12)
    expect(usdParts(rented, C, 0).energy).toBe(0)
    expect((C * rented.kwhPerFlop) / kwh).toBeCloseTo(1, 12)
  })

  test('a repeated token is bought once', () => {
    const model = costModel(spending({ costs: { ...BARE, dataUsdPerTrillionTokens: 20_000 }, limits: { uniqueTokens: 1e12 } }))
    expect(usdParts(model, 0, 4e12).data).toBeCloseTo(20_000, 9)
    expect(usdParts(model, 0, 0.5e12).data).toBeCloseTo(10_000, 9)
  })

  test('serving 2e12 tokens with 70B parameters at 20 % MFU costs 2·N·tokens FLOP', () => {
    const model = costModel(spending({ costs: { ...BARE, inference: { tokens: 2e12, mfu: 0.2 } } }))
    expect(servingUsd(model, 70e9) / ((2 * (2 * 70e9 * 2e12)) / (989.4e12 * 0.2 * 3600))).toBeCloseTo(1, 12)
  })
})

describe('memory', () => {
  test('70B parameters with mixed-precision Adam (16 bytes each) need 14 accelerators of 80 GB, and a thousandth of a per cent more needs 15', () => {
    const model = costModel(spending())
    expect(minAccelerators(model.mean, 70e9)).toBe(14)
    expect(minAccelerators(model.mean, 70.001e9)).toBe(15)
  })
})

describe('ranges of price and utilisation', () => {
  const model = (price: Belief, mfu: Belief, more: object = {}) =>
    costModel(spending({ costs: { ...BARE, pricePerHourUsd: price, ...more }, cluster: { mfu } }))
  const price = { low: 1.9, high: 3.3 }
  const mfu = { low: 0.3, high: 0.53 }
  const staff = { staff: { people: 50, usdPerPersonYear: 500_000 } }

  test('exact inputs have no spread', () => {
    const { usdPerFlop } = model(2, 0.4)
    expect(usdPerFlop.certain).toBe(true)
    expect(usdPerFlop.quantile(0.95)).toBe(usdPerFlop.mean)
  })

  test('the ends of a 90 % range are the 5 % and 95 % points', () => {
    const base = model(1, 0.4).usdPerFlop.mean
    const { usdPerFlop } = model(price, 0.4)
    expect(usdPerFlop.quantile(0.05) / base).toBeCloseTo(1.9, 9)
    expect(usdPerFlop.quantile(0.95) / base).toBeCloseTo(3.3, 9)
    expect(usdPerFlop.quantile(0.5) / base).toBeCloseTo(Math.sqrt(1.9 * 3.3), 9)
    // Days fall as utilisation grows.
    const { daysPerFlop } = model(2, mfu)
    expect(daysPerFlop.quantile(0.95) / model(2, 0.3).daysPerFlop.mean).toBeCloseTo(1, 9)
  })

  test('with staff, the quantiles of M·(a·P + b) agree with a million stratified draws', () => {
    const { usdPerFlop } = model(price, mfu, staff)
    const a = model(1, 1).usdPerFlop.mean
    const b = model(1, 1, staff).usdPerFlop.mean - a
    const half = (belief: { low: number; high: number }) => ({
      mu: Math.log(belief.low * belief.high) / 2,
      sigma: Math.log(belief.high / belief.low) / 3.289707253902945
    })
    const [p, m] = [half(price), half(mfu)]
    const n = 1000
    // Stratified over both normals: probabilities (i + ½)/n by bisection of Φ, an implementation apart from the quadrature under test.
    const scores = Array.from({ length: n }, (_, i) => {
      let [low, high] = [-9, 9]
      for (let round = 0; round < 60; round++) {
        const middle = (low + high) / 2
        if (normalProbability(middle) < (i + 0.5) / n) low = middle
        else high = middle
      }
      return (low + high) / 2
    })
    const draws = new Float64Array(n * n)
    scores.forEach((u, i) => scores.forEach((v, j) => (draws[i * n + j] = Math.exp(-m.mu - m.sigma * v) * (a * Math.exp(p.mu + p.sigma * u) + b))))
    draws.sort()
    for (const q of [0.05, 0.5, 0.8, 0.95]) {
      expect(usdPerFlop.quantile(q) / draws[Math.floor(q * n * n)]!).toBeCloseTo(1, 4)
      expect(usdPerFlop.atMost(draws[Math.floor(q * n * n)]!)).toBeCloseTo(q, 4)
    }
    const mean = draws.reduce((sum, z) => sum + z, 0) / (n * n)
    expect(usdPerFlop.mean / mean).toBeCloseTo(1, 4)
  })

  test('the quantile turns the distribution function round', () => {
    const { usdPerFlop } = model(price, mfu, staff)
    for (const q of [1e-4, 0.05, 0.5, 0.8, 0.999]) expect(usdPerFlop.atMost(usdPerFlop.quantile(q))).toBeCloseTo(q, 9)
  })
})
