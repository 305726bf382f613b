import { describe, expect, test } from 'vitest'
import { daysAt, usdAt } from '../../src/main/engine/cost'
import { largestFeasible, limitSizes, outOfReach } from '../../src/main/engine/limits'
import { wantedOf } from '../../src/main/engine/planner/requiredSize'
import { computeAt, runModel, tokensAt } from '../../src/main/engine/run'
import type { PlanInput } from '../../src/shared/plan/schema'
import { BARE, planOf } from './plans'

const twenty = { kind: 'ratio', tokensPerParameter: 20 } as const
const target = { id: 'a', critical: 70e9, link: 'step', benefit: { kind: 'points', value: 1 } } as const
const asked = (input: Omit<PlanInput, 'targets'>, of: Partial<PlanInput['targets'][number]> = {}) => {
  const plan = planOf({ ratio: twenty, costs: BARE, targets: [{ ...target, ...of }], ...input })
  const model = runModel(plan)
  const sizes = limitSizes(plan, model)
  return { plan, model, sizes, out: outOfReach(plan, model, sizes, wantedOf(model, plan.targets[0]!)) }
}

describe('the size that each limit allows alone', () => {
  test('a run of exactly that size uses the limit up', () => {
    const { model, sizes } = asked({
      limits: { budgetUsd: 1e6, deadlineDays: 30, computeFlop: 1e24, uniqueTokens: 300e9 },
      costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 3.3 }, dataUsdPerTrillionTokens: 3e4 },
      cluster: { mfu: { low: 0.3, high: 0.5 } }
    })
    const maxN = Object.fromEntries(sizes.map((each) => [each.limit, each.maxN!]))
    const rates = model.cost.at(0.8)
    expect(usdAt(model.cost, computeAt(model, maxN.budget!), tokensAt(model, maxN.budget!), rates) / 1e6).toBeCloseTo(1, 9)
    expect(daysAt(rates, computeAt(model, maxN.deadline!)) / 30).toBeCloseTo(1, 9)
    expect(computeAt(model, maxN.compute!) / 1e24).toBeCloseTo(1, 9)
    expect(maxN.memory).toBeCloseTo((1024 * 80e9) / 16, -3)
    expect(maxN.data).toBeCloseTo(60e9, 0) // 4 · 300B / 20
    // The data limit caps a run but does not forbid it.
    expect(largestFeasible(sizes)).toBe(Math.min(maxN.budget!, maxN.deadline!, maxN.compute!, maxN.memory!))
  })

  test('a limit that the plan does not set is not listed, memory always is', () => {
    expect(asked({}).sizes.map(({ limit }) => limit)).toEqual(['memory'])
  })

  test('fixed costs above the budget leave no size at all', () => {
    const { sizes } = asked({ limits: { budgetUsd: 1e5 }, costs: { ...BARE, fixedUsdPerRun: 2e5 } })
    expect(sizes.find(({ limit }) => limit === 'budget')?.maxN).toBe(0)
    expect(largestFeasible(sizes)).toBe(0)
  })
})

describe('out of reach', () => {
  test('a run within every limit is not out of reach', () => {
    expect(asked({ limits: { budgetUsd: 1e9, deadlineDays: 1e3 } }).out).toBeNull()
  })

  test('every limit broken is listed with what it must be, and the one that allows least binds', () => {
    // 70B on 1.4T: 5.88e23 FLOP = 412 708 H100-hours at 40 % MFU = 825 416 USD at 2 USD; 8 of them take 2 149.5 days and hold 40B.
    const { out } = asked({ limits: { budgetUsd: 5e5, deadlineDays: 60, computeFlop: 1e24 }, cluster: { accelerators: 8, mfu: 0.4 } })
    const needs = Object.fromEntries(out!.limits.map(({ limit, needs: value }) => [limit, value]))
    expect(Object.keys(needs).sort()).toEqual(['budget', 'deadline', 'memory'])
    expect(needs.budget).toBeCloseTo(825_416, -2)
    expect(needs.deadline).toBeCloseTo(2149.5, 0)
    expect(needs.memory).toBe(14)
    expect(out!.binding).toBe('deadline')
    expect(out!.suffices.map(({ limit }) => limit).sort()).toEqual(['budget', 'deadline', 'memory'])
  })

  test('with every limit set to what suffices the run is within reach', () => {
    const before = asked({ limits: { budgetUsd: 5e5, deadlineDays: 60 }, cluster: { accelerators: 8, mfu: { low: 0.3, high: 0.5 } } })
    const needs = Object.fromEntries(before.out!.suffices.map(({ limit, needs: value }) => [limit, value]))
    const after = asked({
      limits: { budgetUsd: needs.budget!, deadlineDays: needs.deadline! },
      cluster: { accelerators: needs.memory!, mfu: { low: 0.3, high: 0.5 } }
    })
    expect(after.out).toBeNull()
  })

  test('the binding limit alone loosened to what it needs is not broken any more', () => {
    const { out, plan } = asked({ limits: { budgetUsd: 5e5, deadlineDays: 60 } })
    expect(out!.limits.map(({ limit }) => limit)).toEqual(['budget'])
    expect(asked({ ...plan, limits: { ...plan.limits, budgetUsd: out!.limits[0]!.needs } }).out).toBeNull()
  })

  test('on the number of parameters, few tokens cap the run and put nothing out of reach', () => {
    const { out, model } = asked({ limits: { uniqueTokens: 1e9 } })
    expect(out).toBeNull()
    expect(tokensAt(model, 70e9)).toBe(4e9)
  })

  test('on the effective size too few tokens bind, and the tokens named suffice', () => {
    const few = { limits: { uniqueTokens: 20e9 } }
    const { out, plan, model } = asked(few, { axis: 'effective' })
    expect(wantedOf(model, plan.targets[0]!)).toMatchObject({ N: null, unscalable: 'data', reason: { code: 'data-stops-effective-size' } })
    expect(out).toMatchObject({ binding: 'data' })
    const enough = out!.limits.find(({ limit }) => limit === 'data')!.needs
    expect(enough).toBeGreaterThan(20e9)
    expect(asked({ limits: { uniqueTokens: enough } }, { axis: 'effective' }).out).toBeNull()
  })
})
