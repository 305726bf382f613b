import { describe, expect, test } from 'vitest'
import { rankingOf, returnsOf } from '../../../src/main/engine/planner/roi'
import { settingOf } from '../../../src/main/engine/planner/setting'
import type { PlanInput } from '../../../src/shared/plan/schema'
import { BARE, planOf, SOURCE_TARGETS } from '../plans'

const asked = (input: PlanInput) => {
  const setting = settingOf(planOf(input))
  const returns = returnsOf(setting)
  return {
    setting,
    returns,
    ranking: rankingOf(setting.plan, returns),
    byId: Object.fromEntries(returns.map((each, i) => [setting.plan.targets[i]!.id, each]))
  }
}
const twenty = { kind: 'ratio', tokensPerParameter: 20 } as const
const point = (id: string, N: number, usd: number, more: object = {}) =>
  ({ id, critical: N, link: 'step', benefit: { kind: 'usd', value: usd }, ...more }) as PlanInput['targets'][number]

describe("the source's three capabilities as certain steps with points", () => {
  const { byId, ranking } = asked({ targets: [...SOURCE_TARGETS] })

  test('code comes first, then multilingual, then multi-step reasoning', () => {
    expect(ranking).toEqual(['code', 'multilingual', 'multi-step'])
  })

  test('scores are benefit over size: 8.5e-11, 1.4e-11 and 1.286e-11, divided by the largest 1, 0.165 and 0.151', () => {
    expect(byId.code!.sourceScore!.raw).toBeCloseTo(8.5e-11, 20)
    expect(byId.multilingual!.sourceScore!.raw).toBeCloseTo(1.4e-11, 20)
    expect(byId['multi-step']!.sourceScore!.raw).toBeCloseTo(1.2857e-11, 14)
    expect(byId.code!.sourceScore!.normalised).toBe(1)
    expect(byId.multilingual!.sourceScore!.normalised).toBeCloseTo(0.165, 3)
    expect(byId['multi-step']!.sourceScore!.normalised).toBeCloseTo(0.151, 3)
  })

  test('priorities are high, low, low', () => {
    expect(ranking.map((id) => byId[id]!.priority)).toEqual(['high', 'low', 'low'])
  })

  test('points have no return in money while a point has no price, only points per dollar', () => {
    expect(byId.code).toMatchObject({ benefitUsd: null, benefitCostRatio: null, roi: null })
    // 10B on 205B-ish tokens: 0.85 points over the cost of its own run.
    expect(byId.code!.pointsPerUsd! * byId.code!.required!.usd).toBeCloseTo(0.85, 12)
  })
})

describe('return on money', () => {
  test('it is benefit over cost less one, discounted to the end of the run', () => {
    // 70B on 1.4T at 2 USD/h, 40 % MFU: 825 416 USD; 1 024 accelerators take 16.79 days.
    const { byId } = asked({ targets: [point('a', 70e9, 2e6)], ratio: twenty, costs: BARE, cluster: { mfu: 0.4 }, decision: { discountRate: 0.1 } })
    const d = 1.1 ** -(412_707.9 / 1024 / 24 / 365.25)
    expect(byId.a!.benefitUsd).toBeCloseTo(2e6 * d, -1)
    expect(byId.a!.roi).toBeCloseTo((2e6 * d) / 825_416 - 1, 5)
  })

  test('a yearly benefit is paid from the end of the run to the horizon', () => {
    const { byId } = asked({
      targets: [point('a', 70e9, 1, { benefit: { kind: 'usd', value: 1e6, per: 'year' } })],
      ratio: twenty,
      costs: BARE,
      cluster: { mfu: 0.4 },
      decision: { horizonYears: 3 }
    })
    expect(byId.a!.benefitUsd).toBeCloseTo(1e6 * (3 - 412_707.9 / 1024 / 24 / 365.25), -2)
  })

  test('serving is paid once, however many targets share it', () => {
    const serving = { ...BARE, inference: { tokens: 1e12, mfu: 0.2 } }
    const one = asked({ targets: [point('a', 70e9, 2e6)], ratio: twenty, costs: serving }).byId
    const two = asked({ targets: [point('a', 70e9, 1e6), point('b', 70e9, 1e6)], ratio: twenty, costs: serving }).byId
    expect(one.a!.benefitUsd).toBeCloseTo(2e6 - one.a!.required!.servingUsd, 4)
    expect(two.a!.benefitUsd! + two.b!.benefitUsd!).toBeCloseTo(one.a!.benefitUsd!, 4)
  })

  test('a target that costs more to serve than it earns counts zero, not less', () => {
    const { byId } = asked({ targets: [point('a', 70e9, 1000)], ratio: twenty, costs: { ...BARE, inference: { tokens: 1e13 } } })
    expect(byId.a).toMatchObject({ benefitUsd: 0, benefitCostRatio: 0, roi: -1 })
  })

  test('with a price per point, points earn money and rank with dollars', () => {
    const { byId, ranking } = asked({
      targets: [point('a', 70e9, 1e6), { ...point('b', 10e9, 0), benefit: { kind: 'points', value: 3 } }],
      costs: BARE,
      decision: { usdPerPoint: 1e6 }
    })
    expect(byId.b!.benefitUsd).toBe(3e6)
    expect(ranking).toEqual(['b', 'a'])
  })

  test('points without a price are not ranked beside dollars', () => {
    const { byId, ranking } = asked({ targets: [point('a', 70e9, 1e6), { ...point('b', 10e9, 0), benefit: { kind: 'points', value: 3 } }], costs: BARE })
    expect(ranking).toEqual(['a'])
    expect(byId.b).toMatchObject({ rank: null, priority: null, roi: null })
  })
})

describe('priority', () => {
  test('the best of losses is not of high priority', () => {
    const { byId } = asked({ targets: [point('a', 70e9, 100), point('b', 70e9, 10)], costs: BARE })
    expect(byId.a!.roi).toBeLessThan(0)
    expect(byId.a!.priority).toBe('medium')
    expect(byId.b!.priority).toBe('low')
  })

  test('the cut-offs are the plan’s', () => {
    const targets = [point('a', 10e9, 1e7), point('b', 10e9, 7e6)]
    expect(asked({ targets, costs: BARE }).byId.b!.priority).toBe('medium')
    expect(asked({ targets, costs: BARE, decision: { priorityCuts: { high: 0.6, medium: 0.3 } } }).byId.b!.priority).toBe('high')
  })

  test('equal returns keep the order of the plan', () => {
    expect(asked({ targets: [point('x', 10e9, 1e6), point('a', 10e9, 1e6)], costs: BARE }).ranking).toEqual(['x', 'a'])
  })
})

describe('a target without a size', () => {
  test('is refused by name and has no return', () => {
    const { returns, setting, ranking } = asked({ targets: [{ ...point('a', 10e9, 1e6), name: 'Telepathy', ceiling: 0.5, wanted: 0.8 }] })
    expect(setting.wanted[0]!.reason).toMatchObject({ code: 'wanted-above-ceiling', values: { target: 'Telepathy', ceiling: 0.5 } })
    expect(returns[0]).toMatchObject({ required: null, sourceScore: null, roi: null, rank: null })
    expect(ranking).toEqual([])
  })
})
