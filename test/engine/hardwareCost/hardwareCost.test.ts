import { describe, expect, it, test } from 'vitest'
import { costModel } from '../../../src/main/engine/cost'
import { amortisedMethodUsd, purchasedUsd, rentedUsd } from '../../../src/main/engine/hardwareCost/methods'
import { amortisedUsd, purchaseUsd, valueAtStart, type Ownership } from '../../../src/main/engine/hardwareCost/ownership'
import { serverOf, usdPerKwhIn } from '../../../src/main/engine/hardwareCost/published'
import { planOf } from '../plans'

const bought: Ownership = { chipPriceUsd: 30_000, serverOverhead: 1.64, interconnectShare: 0.19, depreciationOomPerYear: 0.14, yearsBeforeStart: 0 }

describe('owned hardware', () => {
  it('wears off 32.2 % of its value in a year, with the interconnect on top', () => {
    const { chips, servers, interconnect, total } = amortisedUsd(bought, 8766)
    expect((chips + servers) / (30_000 * 1.64)).toBeCloseTo(0.322, 3) // Cottier et al. 2024: 0.14·ln 10
    expect(chips / (chips + servers)).toBeCloseTo(1 / 1.64, 12)
    expect(interconnect / total).toBeCloseTo(0.19, 12)
  })

  it('is worth 10^(−0.14) of its price after a year: 27.6 % less', () => {
    expect(valueAtStart({ ...bought, yearsBeforeStart: 1 }) / valueAtStart(bought)).toBeCloseTo(0.7244, 4)
    expect(amortisedUsd({ ...bought, yearsBeforeStart: 2 }, 1e6).total / amortisedUsd(bought, 1e6).total).toBeCloseTo(10 ** -0.28, 12)
  })

  it('costs 30,000·1.64/0.81 = 60,741 USD for each accelerator to buy, whenever the run starts', () => {
    expect(purchaseUsd(bought, 1).total).toBeCloseTo(60_740.74, 2)
    expect(purchaseUsd({ ...bought, yearsBeforeStart: 3 }, 16).total).toBeCloseTo(16 * 60_740.7407, 2)
  })
})

describe('published figures', () => {
  test.each([
    ['H100 SXM', 1.64, 10.2 / 8 / 0.7, 0.75],
    ['A100 SXM 80 GB', 1.66, 6.5 / 8 / 0.4, 0.75],
    ['V100 SXM2 32 GB', 1.69, (10 / 16 + 1.5 / 4) / 0.3 / 2, 0.75],
    ['B200', 1.64, 1.8, 0.75],
    ['Google TPU v3', 1.64, 660 / 450, 0.43],
    ['TPU v4', 1.64, (460 / 280 + 660 / 450 + 275 / 175) / 3, 0.43]
  ])('%s: server overhead %d, server power %d times its own, load %d', (name, overhead, power, load) => {
    const server = serverOf(name)
    expect(server.serverOverhead).toBe(overhead)
    expect(server.averageLoad).toBe(load)
    expect(Math.abs(server.serverPower - power)).toBeLessThanOrEqual(0.006) // kept as printed, with two decimals
  })

  it('electricity by year, the nearest known one beyond', () => {
    expect(usdPerKwhIn(2022)).toEqual({ usd: 0.0832, year: 2022 })
    expect(usdPerKwhIn(2031)).toEqual({ usd: 0.0826, year: 2025 })
    expect(usdPerKwhIn(2009)).toEqual({ usd: 0.0691, year: 2015 })
  })
})

describe('a run by three ways', () => {
  const { accelerator, cluster, costs } = planOf({
    targets: [],
    cluster: { mfu: 0.4, accelerators: 1024 },
    costs: {
      pricePerHourUsd: 2,
      failedRuns: { share: 0.1, of: 'compute' },
      experiments: { share: 0.25, of: 'training' },
      dataUsdPerTrillionTokens: 20_000,
      staff: { people: 10, usdPerPersonYear: 365_250 },
      fixedUsdPerRun: 50_000
    }
  })
  const model = costModel({ accelerator, cluster, costs, uniqueTokens: null })
  const hours = 1e6
  const C = hours / model.hoursPerFlop
  const owned = { ownership: bought, accelerators: 1024, usdPerKwh: 0.08 }
  const kwh = (hours * 700 * 1.82 * 0.75 * 1.25) / 1000
  const capital = (30_000 * 1.64 * 0.14 * Math.LN10 * hours) / 8766 / 0.81
  const same = { data: 40_000, fixed: 50_000, staff: (10 * 1000 * hours) / (1024 * 24) }

  const agree = (actual: object, expected: Record<string, number>) => {
    for (const [part, usd] of Object.entries(expected)) expect((actual as Record<string, number>)[part], part).toBeCloseTo(usd, 4)
  }

  it('rented: surcharges on the rent, energy paid by it', () => {
    agree(rentedUsd(model, C, 2e12), { hardware: 2e6, energy: 0, failedRuns: 0.2e6, experiments: 0.25 * 2.2e6, ...same })
  })

  it('amortised: surcharges on worn-off value and energy together', () => {
    const usd = amortisedMethodUsd(model, C, 2e12, owned)
    const base = capital + 0.08 * kwh
    agree(usd, { hardware: capital, energy: 0.08 * kwh, failedRuns: 0.1 * base, experiments: 0.275 * base, ...same })
    expect(usd.total).toBeCloseTo(1.375 * base + same.data + same.fixed + same.staff, 3)
  })

  it('bought: the whole cluster once; surcharges on energy alone', () => {
    const usd = purchasedUsd(model, C, 2e12, owned)
    agree(usd, { hardware: (1024 * 30_000 * 1.64) / 0.81, energy: 0.08 * kwh, failedRuns: 0.008 * kwh, experiments: 0.022 * kwh, ...same })
  })

  it('energy is a few per cent of the amortised cost, as Cottier et al. 2024 find (2 to 6 % of all costs)', () => {
    const { hardware, energy } = amortisedMethodUsd(model, C, 2e12, owned)
    expect(energy / (hardware + energy)).toBeGreaterThan(0.02)
    expect(energy / (hardware + energy)).toBeLessThan(0.09)
  })
})
