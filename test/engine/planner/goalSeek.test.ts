import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../../src/main/engine/planner/outcomes'
import { solvePin, stoppingLimits } from '../../../src/main/engine/planner/pin'
import { inputsOf } from '../../../src/shared/plan/inputs'
import type { OutcomeId } from '../../../src/shared/plan/outcomes'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'
import { BARE, planOf } from '../plans'

const base: PlanInput = {
  targets: [
    { id: 'a', critical: { low: 50e9, high: 70e9 }, steepness: 3.2, wanted: 0.8, benefit: { kind: 'usd', value: 8e6 } },
    { id: 'b', critical: 20e9, wanted: 0.6, ceiling: 0.9, benefit: { kind: 'usd', value: 1e6, per: 'year' } }
  ],
  ratio: { kind: 'ratio', tokensPerParameter: 20 },
  model: { kind: 'moe', totalPerActive: 4 },
  costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 3.3 } },
  cluster: { mfu: { low: 0.3, high: 0.5 }, accelerators: 1024 },
  limits: { budgetUsd: 5e6, deadlineDays: 100, largestStep: { factor: 10, lastTrainedN: 7e9 } },
  decision: { discountRate: 0.1, progress: { halvingMonths: 8 } }
}
const plan = planOf(base)
const solve = (quantity: OutcomeId, vary: string, value: number, of: Plan = plan) => solvePin(of, { quantity, vary, value })
const QUANTITIES: readonly OutcomeId[] = ['path.value', 'path.all', 'path.withinBudget', 'probability@b', 'N@b', 'usd@b', 'days@b', 'roi@b']

describe('any input of the registry', () => {
  // The cost of the focus's own run is quick to ask for; what the path makes of an input is asked below.
  test.each(inputsOf(plan).map(({ id }) => id))('%s gives way, or the outcome does not depend on it', (vary) => {
    const today = outcomeOf(plan, 'run.usd')!
    for (const goal of [today * 0.9, today * 1.3]) {
      const { plan: solved, pin, reason } = solve('run.usd', vary, goal)
      expect(planSchema.parse(solved)).toEqual(solved)
      if (pin.status === 'solved') {
        expect(outcomeOf(solved, 'run.usd')).toBe(pin.reached)
        if (pin.note === null) expect(pin.reached! / goal).toBeCloseTo(1, 8)
      } else expect([reason === null, pin.note === null]).toEqual([false, false])
    }
  })

  test('dependence is as the formulas say: usd of a run is (k·N·D·price/(peak·MFU·3600))·(1 + f)(1 + e)… + data + staff + fixed', () => {
    const depends = inputsOf(plan)
      .map(({ id }) => id)
      .filter((id) => solve('run.usd', id, outcomeOf(plan, 'run.usd')! * 1.3).pin.status === 'solved')
    expect(depends).toEqual(
      expect.arrayContaining([
        'wanted',
        'price',
        'mfu',
        'tokensPerParameter',
        'fixedTokens',
        'flopPerParameterToken',
        'peak',
        'failedRuns',
        'experiments',
        'postTraining',
        'evaluation',
        'dataPrice',
        'fixedUsd',
        'wanted@a',
        'critical@a',
        'shiftFactor@a',
        'steepness@a'
      ])
    )
    for (const not of ['budget', 'deadline', 'memory', 'gramsCo2PerKwh', 'correlation', 'horizon', 'critical@b', 'benefit@a', 'priorityHigh'])
      expect(depends).not.toContain(not)
  })

  test('that is not in the plan is a reason, not a crash', () => {
    expect(solve('run.usd', 'critical@gone', 1e6)).toMatchObject({ reason: 'notDefined', pin: { status: 'unreachable', note: { code: 'pin-input-gone' } } })
  })
})

describe('any outcome', () => {
  test.each(QUANTITIES)(
    '%s is solved by the budget and by a critical scale, or says why not',
    (quantity) => {
      const today = outcomeOf(plan, quantity)
      for (const vary of ['budget', 'critical@b']) {
        const goal = today === null ? 0.5 : today * 0.97
        const { pin, plan: solved, reason } = solve(quantity, vary, goal)
        expect(planSchema.parse(solved)).toEqual(solved)
        if (reason !== null) expect(pin.note).not.toBeNull()
        else expect(outcomeOf(solved, quantity)).toBe(pin.reached)
      }
    },
    60_000
  )

  test('“80 % sure” by the budget: the chance of a target at the best path is 0.8 to nine digits, or jumps over it', () => {
    const tight = planOf({ ...base, limits: { budgetUsd: 1e6 } })
    const { pin, plan: solved } = solve('probability@a', 'budget', 0.8, tight)
    expect(['solved', 'jump']).toContain(pin.status)
    if (pin.status === 'solved') expect(outcomeOf(solved, 'probability@a')).toBeCloseTo(0.8, 9)
    else expect(pin.note).toMatchObject({ code: 'pin-jump', values: { goal: 0.8, kind: 'percent' } })
  })

  test('a goal out of reach names the limit that stops the path where it comes nearest', () => {
    const { pin, reason } = solve('path.all', 'price', 0.9, planOf({ ...base, limits: { computeFlop: 1e23 } }))
    expect(reason).toBe('unreachable')
    expect(stoppingLimits(planOf({ ...base, limits: { computeFlop: 1e23 } }), pin)).toEqual(['compute'])
    expect(stoppingLimits(plan, solve('run.days', 'mfu', 1e-3).pin)).toBeNull()
  })

  test('the price at which a target’s return is nothing: benefit over cost is 1 (ROI 0), so the price times today’s ratio', () => {
    const one = planOf({ targets: [{ id: 'a', critical: 60e9, benefit: { kind: 'usd', value: 8e6 } }], costs: BARE })
    const ratio = outcomeOf(one, 'roi@a')! + 1
    const { pin } = solve('roi@a', 'price', 0, one)
    expect(pin.status).toBe('solved')
    expect(pin.value! / (BARE.pricePerHourUsd * ratio)).toBeCloseTo(1, 8)
    expect(pin.reached).toBeCloseTo(0, 8)
  })

  test('the critical scale for a size: N is proportional to it', () => {
    const { pin } = solve('N@b', 'critical@b', outcomeOf(plan, 'N@b')! * 2)
    expect(pin).toMatchObject({ status: 'solved', before: 20e9 })
    expect(pin.value! / 40e9).toBeCloseTo(1, 8)
  })

  test('a range moves as a whole by its median', () => {
    const { plan: solved } = solve('run.N', 'critical@a', outcomeOf(plan, 'run.N')! * 3)
    const { low, high } = solved.targets[0]!.critical as { low: number; high: number }
    expect([low / 150e9, high / 210e9]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)])
  })

  test('what has no value says so by its own reason', () => {
    const points = planOf({ targets: [{ id: 'a', critical: 1e9, benefit: { kind: 'points', value: 1 } }] })
    const code = (quantity: OutcomeId, vary: string, of = points) => solve(quantity, vary, 0.5, of).pin.note?.code
    expect(code('path.value', 'price')).toBe('outcome-in-points')
    expect(code('path.points', 'price', plan)).toBe('outcome-in-dollars')
    expect(code('path.withinBudget', 'price')).toBe('outcome-without-limit')
    expect(code('probability@gone', 'price')).toBe('outcome-target-gone')
    expect(code('roi@a', 'price')).toBe('outcome-without-return')
    expect(code('run.N', 'price', planOf({ targets: [] }))).toBe('outcome-without-targets')
  })
})

test('a saved pin may hold any outcome by any input, above 0 where the outcome is', () => {
  const accepts = (pin: object): boolean => planSchema.safeParse({ ...plan, pin }).success
  expect(accepts({ quantity: 'roi@a', value: -0.5, vary: 'critical@a' })).toBe(true)
  expect(accepts({ quantity: 'path.value', value: 0, vary: 'budget' })).toBe(true)
  expect(accepts({ quantity: 'run.N', value: 0, vary: 'budget' })).toBe(false)
  expect(accepts({ quantity: 'run.luck', value: 1, vary: 'budget' })).toBe(false)
  expect(accepts({ quantity: 'probability@', value: 1, vary: 'budget' })).toBe(false)
  expect(accepts({ quantity: 'run.N', value: 1, vary: 'luck@a' })).toBe(false)
})
