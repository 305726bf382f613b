import { describe, expect, test } from 'vitest'
import { axisValues, gridRow } from '../../../src/main/engine/planner/outcomeGrid'
import { outcomeOf } from '../../../src/main/engine/planner/outcomes'
import { setInput } from '../../../src/shared/plan/edits'
import { BARE, planOf } from '../plans'

const plan = planOf({
  targets: [{ id: 'a', critical: { low: 50e9, high: 70e9 }, benefit: { kind: 'usd', value: 2e7 } }],
  costs: BARE,
  limits: { budgetUsd: 2e7 }
})

describe('the values of an axis', () => {
  test('run from end to end on the input’s natural scale', () => {
    expect(axisValues(plan, { input: 'budget', from: 1e6, to: 1e8, points: 3 })).toEqual([1e6, expect.closeTo(1e7, 3), 1e8])
    expect(axisValues(plan, { input: 'correlation', from: 0, to: 1, points: 3 })).toEqual([0, 0.5, 1])
    const odds = axisValues(plan, { input: 'wanted@a', from: 0.2, to: 0.8, points: 3 })
    expect(odds).toEqual([0.2, expect.closeTo(0.5, 12), 0.8])
    expect(axisValues(plan, { input: 'discountRate', from: 0, to: 0.3, points: 4 }).every((v, i, all) => i === 0 || v > all[i - 1]!)).toBe(true)
  })

  test('are whole numbers, each once, where the input is one', () => {
    expect(axisValues(plan, { input: 'accelerators', from: 1, to: 3, points: 9 })).toEqual([1, 2, 3])
  })
})

describe('a row of a grid', () => {
  test('is the outcome of the plan with both inputs typed in', () => {
    const xs = [0.3, 0.4, 0.5]
    const { values, reasons } = gridRow({ plan, x: 'mfu', xs, y: 'price', yValue: 3, quantity: 'path.value' })
    expect(values).toEqual(xs.map((mfu) => outcomeOf(setInput(setInput(plan, 'price', 3), 'mfu', mfu), 'path.value')))
    expect(reasons).toEqual([null, null, null])
  })

  test('has no value, with the reason, where the outcome is not defined or the two values do not go together', () => {
    const tight = gridRow({ plan, x: 'budget', xs: [10, 2e7], y: 'price', yValue: 2, quantity: 'path.usd' })
    expect([tight.values[0], tight.reasons[0]?.code, tight.reasons[1]]).toEqual([null, 'nothing-pays', null])
    const crossed = gridRow({ plan, x: 'floor@a', xs: [0.1, 0.7], y: 'ceiling@a', yValue: 0.5, quantity: 'probability@a' })
    expect(crossed.reasons.map((reason) => reason?.code ?? null)).toEqual([null, 'grid-refused'])
    expect(crossed.values[1]).toBeNull()
  })

  test('puts the plan’s pin aside', () => {
    const pinned = { ...plan, pin: { quantity: 'run.days', value: 30, vary: 'accelerators' } as const }
    const row = { x: 'mfu', xs: [0.3, 0.4], y: 'price', yValue: 3, quantity: 'run.days' } as const
    expect(gridRow({ plan: pinned, ...row })).toEqual(gridRow({ plan, ...row }))
  })
})
