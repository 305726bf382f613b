import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FRONTIER_AXES } from '../../../src/shared/outcome'
import { marginal } from '../../../src/main/engine/planner/belief'
import { frontierOf, resourceOf } from '../../../src/main/engine/planner/frontier'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { BARE, planOf } from '../plans'

const targets = [
  { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 2e6 } },
  { id: 'maths', critical: { low: 70e9, high: 100e9 }, steepness: 3.3, benefit: { kind: 'usd', value: 8e6 } }
] as const
const uncertain = { costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 3.3 }, dataUsdPerTrillionTokens: 2e4 }, cluster: { mfu: { low: 0.3, high: 0.5 } } }

describe('the frontier', () => {
  test.each(FRONTIER_AXES)('over %s never falls, and lies between its bands’ ends', (over) => {
    const { x, N, each, all } = frontierOf(settingOf(planOf({ targets: [...targets], ...uncertain, limits: { budgetUsd: 3e6, deadlineDays: 40 } })), { over })
    const rises = (values: number[]) => values.every((value, j) => j === 0 || value >= values[j - 1]!)
    expect(x).toHaveLength(240)
    expect(rises(x) && rises(N) && rises(all)).toBe(true)
    for (const { probability, p5, p25, p75, p95 } of each) {
      for (const curve of [probability, p5, p25, p75, p95]) expect(rises(curve)).toBe(true)
      probability.forEach((_, j) => expect(p5[j]! <= p25[j]! && p25[j]! <= p75[j]! && p75[j]! <= p95[j]!).toBe(true))
      // F̄ is the mean of what the bands are quantiles of.
      probability.forEach((p, j) => expect(p >= p5[j]! * 0.05 && p <= 1 - (1 - p95[j]!) * 0.05).toBe(true))
    }
    all.forEach((p, j) => expect(p <= Math.min(...each.map(({ probability }) => probability[j]!)) + 1e-9).toBe(true))
  })

  test('at the resource of the required run each target has its wanted probability', () => {
    const setting = settingOf(planOf({ targets: [...targets], ...uncertain }))
    for (const over of FRONTIER_AXES)
      setting.wanted.forEach(({ N, target }, i) => {
        const x = resourceOf(setting, over, N!)
        const { each } = frontierOf(setting, { over, from: x, to: x * 10, points: 2 })
        expect(each[i]!.probability[0]).toBeCloseTo(target.wanted, 7)
      })
  })

  test('a budget must hold with the plan’s confidence: more confidence reaches less', () => {
    const at = (confidence: number) =>
      frontierOf(settingOf(planOf({ targets: [...targets], ...uncertain, limits: { confidence } })), { from: 2e6, to: 4e6, points: 2 }).N[0]!
    expect(at(0.95)).toBeLessThan(at(0.8))
    expect(at(0.8)).toBeLessThan(at(0.5))
  })

  test('it is flat where another limit binds, and that limit is drawn where it begins', () => {
    const setting = settingOf(planOf({ targets: [...targets], costs: BARE, cluster: { mfu: 0.4 }, limits: { deadlineDays: 10, budgetUsd: 1e6 } }))
    const { x, N, limits } = frontierOf(setting)
    const deadline = limits.find(({ limit }) => limit === 'deadline')!.x
    const most = setting.limits.find(({ limit }) => limit === 'deadline')!.maxN!
    x.forEach((usd, j) => (usd > deadline ? expect(N[j]).toBe(most) : expect(N[j]!).toBeLessThanOrEqual(most * (1 + 1e-12))))
    expect(limits).toContainEqual({ limit: 'budget', x: 1e6 })
  })

  test('the budget itself does not hold back the frontier over money', () => {
    const { x, N } = frontierOf(settingOf(planOf({ targets: [...targets], costs: BARE, limits: { budgetUsd: 1e5 } })))
    expect(N[x.findIndex((usd) => usd > 1e6)]).toBeGreaterThan(settingOf(planOf({ targets: [...targets], costs: BARE, limits: { budgetUsd: 1e5 } })).largest)
  })

  test('below the fixed costs nothing can be run and nothing is reached', () => {
    const { x, N, each, all } = frontierOf(settingOf(planOf({ targets: [...targets], costs: { ...BARE, fixedUsdPerRun: 2e5 } })), { from: 1e5, to: 1e7 })
    expect(x[0]).toBe(1e5)
    expect([N[0], each[0]!.probability[0], each[0]!.p95[0], all[0]]).toEqual([0, 0, 0, 0])
    expect(all.at(-1)).toBeGreaterThan(0)
  })

  test('ends and number of points are as asked', () => {
    const { x } = frontierOf(settingOf(planOf({ targets: [...targets] })), { over: 'C', from: 1e22, to: 1e25, points: 10_000 })
    expect([x.length, x[0], x.at(-1)]).toEqual([10_000, 1e22, 1e25])
  })

  test('a plan without targets has axes and no curves', () => {
    const { x, each, all } = frontierOf(settingOf(planOf({ targets: [] })))
    expect(x.every(Number.isFinite)).toBe(true)
    expect(each).toEqual([])
    expect(all.every((p) => p === 0)).toBe(true)
  })

  test('every point is the marginal of the size it names', () => {
    const setting = settingOf(planOf({ targets: [...targets], ...uncertain }))
    const { N, each } = frontierOf(setting)
    fc.assert(
      fc.property(fc.nat(239), fc.nat(1), (j, i) => {
        expect(each[i]!.probability[j]).toBeCloseTo(marginal(setting.wanted[i]!.belief, N[j]!), 9)
      }),
      { numRuns: 30 }
    )
  })
})
