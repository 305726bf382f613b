import { describe, expect, it } from 'vitest'
import { diffPlans } from '../../../src/shared/plan/diff'
import * as edits from '../../../src/shared/plan/edits'
import { planSchema, type Plan } from '../../../src/shared/plan/schema'

const plan: Plan = planSchema.parse({
  targets: [
    { id: 'a', critical: 1e9, benefit: { kind: 'usd', value: 1e6 }, futureField: { kept: true } },
    { id: 'b', critical: 2e9, benefit: { kind: 'usd', value: 2e6 } },
    { id: 'c', critical: 3e9, benefit: { kind: 'usd', value: 3e6 } }
  ],
  focus: 'b',
  somethingNewer: { kept: 'too' }
})
const row = { id: 'estimate-code', capability: 'code-generation', critical: { low: 20e9, high: 30e9 }, criticalMeans: 'p50' as const, steepness: 3 }
const ids = (of: Plan): string[] => of.targets.map(({ id }) => id)
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
frozen(plan)

describe('an edit', () => {
  it('adds a target from the catalogue with its evidence, under an id of its own', () => {
    const once = edits.addTarget(plan, row)
    const twice = edits.addTarget(once, row)
    expect(twice.targets.slice(3)).toMatchObject([
      { id: 'code-generation', capability: 'code-generation', critical: row.critical, evidence: ['estimate-code'], benefit: { kind: 'usd' } },
      { id: 'code-generation-2' }
    ])
    expect(planSchema.safeParse(twice).success).toBe(true)
  })

  it('adds the planner’s own target, in points where the plan is in points', () => {
    const points = planSchema.parse({ targets: [{ id: 'a', critical: 1e9, benefit: { kind: 'points', value: 0.5 } }] })
    const added = edits.addTarget(points, null, { name: 'Chemistry' })
    expect(added.targets[1]).toMatchObject({ id: 'target', name: 'Chemistry', benefit: { kind: 'points', value: 0.5 } })
    expect(edits.addTarget(planSchema.parse({ targets: [] }), null).focus).toBe('target')
  })

  it('removes a target, and moves the sentence to the one that takes its place', () => {
    expect(edits.removeTarget(plan, 'b')).toMatchObject({ focus: 'c' })
    expect(edits.removeTarget({ ...plan, focus: 'c' }, 'c').focus).toBe('b')
    expect(edits.removeTarget(plan, 'a').focus).toBe('b')
    const none = ['a', 'b', 'c'].reduce(edits.removeTarget, plan)
    expect(none).toMatchObject({ targets: [], focus: null })
    expect(planSchema.safeParse(none).success).toBe(true)
  })

  it('moves a target to any place', () => {
    expect(ids(edits.moveTarget(plan, 'a', 2))).toEqual(['b', 'c', 'a'])
    expect(ids(edits.moveTarget(plan, 'c', 0))).toEqual(['c', 'a', 'b'])
    expect(ids(edits.moveTarget(plan, 'a', 99))).toEqual(['b', 'c', 'a'])
  })

  it('shares what it did not touch, and keeps fields that it does not know', () => {
    const changed = edits.setTarget(plan, 'a', { wanted: 0.5 })
    expect(changed.targets[0]).toMatchObject({ wanted: 0.5, futureField: { kept: true } })
    expect(changed).toMatchObject({ somethingNewer: { kept: 'too' } })
    expect(changed.targets[1]).toBe(plan.targets[1])
    expect(changed.costs).toBe(plan.costs)
  })

  it('that changes nothing returns the same plan', () => {
    expect(edits.setTarget(plan, 'a', { wanted: 0.8 })).toBe(plan)
    expect(edits.setInput(plan, 'budget', null)).toBe(plan)
    expect(edits.removeTarget(plan, 'nobody')).toBe(plan)
    expect(edits.moveTarget(plan, 'a', 0)).toBe(plan)
    expect(edits.setFocus(plan, 'nobody')).toBe(plan)
    expect(edits.clearPin(plan)).toBe(plan)
  })

  it('of the input that gives way releases the pin; of another input it does not', () => {
    const pinned = edits.setPin(plan, { quantity: 'run.days', value: 14, vary: 'accelerators' })
    expect(edits.setInput(pinned, 'accelerators', 512).pin).toBeNull()
    expect(edits.slideInput(pinned, 'budget', 1e6).pin).toEqual(pinned.pin)
  })

  it('of the accelerator takes its listed price with date and source', () => {
    const other = { ...plan.accelerator, id: 'a100', name: 'A100' }
    expect(edits.setAccelerator(plan, other, { usdPerHour: 2.73, asOf: '2025-03', source: 'Epoch AI' })).toMatchObject({
      accelerator: { id: 'a100' },
      costs: { pricePerHourUsd: 2.73, priceAsOf: '2025-03', priceSource: 'Epoch AI' }
    })
    expect(edits.setAccelerator(plan, other).costs).toBe(plan.costs)
  })

  it('sets the law', () => {
    expect(edits.setLaw(plan, { id: 'llama-3' }).law).toEqual({ ...plan.law, id: 'llama-3' })
  })
})

describe('the list of changes', () => {
  const changes = (to: Plan): string[] => diffPlans(plan, to).map(({ path }) => path)

  it('is empty for equal plans, however they were made', () => {
    expect(changes(structuredClone(plan))).toEqual([])
  })

  it('names each field once, targets by id', () => {
    const changed = edits.setInput(edits.setInput(edits.setTarget(plan, 'c', { wanted: 0.6 }), 'failedRuns', 0.2), 'mfu', { low: 0.2, high: 0.5 })
    expect(diffPlans(plan, changed)).toEqual([
      { path: 'targets.c.wanted', from: 0.8, to: 0.6 },
      { path: 'cluster.mfu', from: 0.4, to: { low: 0.2, high: 0.5 } },
      { path: 'costs.failedRuns.share', from: 0.1, to: 0.2 }
    ])
  })

  it('counts a target that came, one that went, and a new order as one change each', () => {
    expect(changes(edits.addTarget(plan, row))).toEqual(['targets.code-generation'])
    expect(changes(edits.removeTarget({ ...plan, focus: 'a' }, 'c'))).toEqual(['targets.c', 'focus'])
    expect(changes(edits.moveTarget(plan, 'a', 2))).toEqual(['targets'])
  })

  it('counts another accelerator, ratio policy or range as one change', () => {
    expect(changes(edits.setAccelerator(plan, { ...plan.accelerator, id: 'x', name: 'X', peakFlopPerSecond: 1e15 }))).toEqual(['accelerator'])
    expect(changes({ ...plan, ratio: { kind: 'ratio', tokensPerParameter: 20 } })).toEqual(['ratio'])
    expect(changes(edits.setPin(plan, { quantity: 'run.N', value: 1e9, vary: 'wanted' }))).toEqual(['pin'])
  })
})
