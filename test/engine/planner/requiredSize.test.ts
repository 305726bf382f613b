import { describe, expect, test } from 'vitest'
import { requiredInterval } from '../../../src/main/engine/planner/interval'
import { wantedOf } from '../../../src/main/engine/planner/requiredSize'
import { computeAt, runAt, runModel } from '../../../src/main/engine/run'
import type { PlanInput } from '../../../src/shared/plan/schema'
import { BARE, planOf } from '../plans'

const twenty = { kind: 'ratio', tokensPerParameter: 20 } as const
const asked = (of: Partial<PlanInput['targets'][number]>, more: Omit<PlanInput, 'targets'> = {}) => {
  const plan = planOf({
    ratio: twenty,
    costs: BARE,
    targets: [{ id: 'a', critical: 60e9, steepness: 3.2, wanted: 0.9, benefit: { kind: 'points', value: 1 }, ...of }],
    ...more
  })
  const model = runModel(plan)
  const wanted = wantedOf(model, plan.targets[0]!)
  return { model, wanted, interval: requiredInterval(model, wanted) }
}

describe('the required size', () => {
  test('Weibull at 60B and 3.2: 90 % needs 77.87B', () => {
    expect(asked({}).wanted.N! / 1e9).toBeCloseTo(77.87, 2)
  })

  test('a threshold on compute needs the run of that compute: 6·20·N² = C', () => {
    const { wanted } = asked({ axis: 'C', link: 'step', critical: 5.88e23 })
    expect(wanted.N! / 70e9).toBeCloseTo(1, 10)
  })

  test('a threshold on the effective size is the size itself under the optimal policy, and less when over-trained', () => {
    const on = { axis: 'effective', link: 'step', critical: 70e9 } as const
    expect(asked(on, { ratio: { kind: 'optimal' } }).wanted.N! / 70e9).toBeCloseTo(1, 12)
    expect(asked(on, { ratio: { kind: 'ratio', tokensPerParameter: 200 } }).wanted.N).toBeLessThan(50e9)
  })

  test('a probability that the floor already has needs no scale', () => {
    expect(asked({ floor: 0.95, wanted: 0.9 }).wanted).toMatchObject({ N: null, scale: 0, reason: { code: 'no-scale-needed' } })
  })

  test('a probability above the ceiling has no size', () => {
    expect(asked({ ceiling: 0.6, wanted: 0.9 }).wanted).toMatchObject({ N: null, scale: null, reason: { code: 'wanted-above-ceiling' } })
  })

  test('an effective size under a law without a loss is not defined', () => {
    expect(asked({ axis: 'effective' }, { law: { id: 'llama-3' } }).wanted).toMatchObject({ N: null, reason: { code: 'effective-size-not-defined' } })
  })

  test('a scale beyond the range of numbers is a reason, not an infinity', () => {
    expect(asked({ steepness: 0.001, wanted: 0.999 }).wanted).toMatchObject({ N: null, reason: { code: 'scale-beyond-numbers' } })
  })
})

describe('the interval', () => {
  test('with exact figures it is the required run itself', () => {
    const { wanted, interval, model } = asked({})
    const run = runAt(model, wanted.N!)
    for (const key of ['p5', 'p50', 'p95'] as const) {
      expect(interval!.N[key] / run.N).toBeCloseTo(1, 9)
      expect(interval!.usd[key] / run.usd).toBeCloseTo(1, 9)
    }
  })

  test('over a range of the critical scale its ends are the runs at the ends of that range', () => {
    const { interval, model } = asked({ critical: { low: 50e9, high: 70e9 } })
    const ratio = Math.log(10) ** (1 / 3.2) // x/c at 90 %
    expect(interval!.N.p5 / (50e9 * ratio)).toBeCloseTo(1, 9)
    expect(interval!.N.p95 / (70e9 * ratio)).toBeCloseTo(1, 9)
    expect(interval!.C.p50 / computeAt(model, Math.sqrt(50e9 * 70e9) * ratio)).toBeCloseTo(1, 9)
    expect(interval!.usd.p95 / runAt(model, 70e9 * ratio).usd).toBeCloseTo(1, 9)
  })

  test('over scale, price and utilisation together, cost is log-normal with the variances added', () => {
    // usd = k·r·N²·price/(peak·MFU·3600) with three independent log-normals: ln(p95/p5) = √(4·ln(70/50)² + ln(3.3/1.9)² + ln(0.53/0.3)²).
    const { interval } = asked(
      { critical: { low: 50e9, high: 70e9 } },
      { costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 3.3 } }, cluster: { mfu: { low: 0.3, high: 0.53 } } }
    )
    const spread = Math.hypot(2 * Math.log(70 / 50), Math.log(3.3 / 1.9), Math.log(0.53 / 0.3))
    expect(Math.log(interval!.usd.p95 / interval!.usd.p5)).toBeCloseTo(spread, 6)
    expect(Math.log(interval!.days.p95 / interval!.days.p5)).toBeCloseTo(Math.hypot(2 * Math.log(70 / 50), Math.log(0.53 / 0.3)), 6)
    expect(interval!.usd.p50).toBeCloseTo(Math.sqrt(interval!.usd.p5 * interval!.usd.p95), -2)
  })

  test('a scale that is far less certain than the price still gives the sum of variances', () => {
    for (const high of [500e9, 5e12, 5e15]) {
      const { interval } = asked({ critical: { low: 50e9, high } }, { costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 2.5 } } })
      const spread = Math.hypot(2 * Math.log(high / 50e9), Math.log(2.5 / 1.9))
      expect(Math.log(interval!.usd.p95 / interval!.usd.p5)).toBeCloseTo(spread, 3)
    }
  })

  test('with data, staff and fixed costs it agrees with draws', () => {
    const costs = {
      ...BARE,
      pricePerHourUsd: { low: 1.9, high: 3.3 },
      dataUsdPerTrillionTokens: 2e5,
      fixedUsdPerRun: 3e5,
      staff: { people: 30, usdPerPersonYear: 4e5 }
    }
    const { interval, model } = asked({ critical: { low: 50e9, high: 70e9 } }, { costs, cluster: { mfu: { low: 0.3, high: 0.53 } } })
    // Latin-square draws: golden-ratio sequence for the scale against 1 000 quantiles of the price of a FLOP.
    const draws: number[] = []
    const ratio = Math.log(10) ** (1 / 3.2)
    const score = (p: number) =>
      Math.log(model.cost.daysPerFlop.quantile(p) / model.cost.daysPerFlop.quantile(0.5)) / (Math.log(0.53 / 0.3) / 3.289707253902945)
    for (let i = 0; i < 20_000; i++) {
      const u = score((i + 0.5) / 20_000)
      const run = runAt(model, Math.sqrt(50e9 * 70e9) * Math.exp((u * Math.log(70 / 50)) / 3.289707253902945) * ratio)
      draws.push(run.C * model.cost.usdPerFlop.quantile((i * 0.6180339887498949 + 0.5) % 1) + run.usdParts.data + run.usdParts.fixed)
    }
    draws.sort((a, b) => a - b)
    expect(interval!.usd.p5 / draws[1000]!).toBeCloseTo(1, 2)
    expect(interval!.usd.p50 / draws[10_000]!).toBeCloseTo(1, 2)
    expect(interval!.usd.p95 / draws[19_000]!).toBeCloseTo(1, 2)
  })
})
