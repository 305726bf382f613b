import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../../src/main/engine/planner/outcomes'
import { solvePin } from '../../../src/main/engine/planner/pin'
import { PINNABLE, VARIABLE, type Pinnable, type Variable } from '../../../src/shared/plan/outcomes'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'
import { BARE, planOf } from '../plans'

const base: PlanInput = {
  targets: [{ id: 'a', critical: { low: 50e9, high: 70e9 }, steepness: 3.2, wanted: 0.8, benefit: { kind: 'usd', value: 8e6 } }],
  ratio: { kind: 'ratio', tokensPerParameter: 20 },
  costs: { ...BARE, pricePerHourUsd: { low: 1.9, high: 3.3 } },
  cluster: { mfu: { low: 0.3, high: 0.5 }, accelerators: 1024 },
  limits: { budgetUsd: 5e6, deadlineDays: 100 }
}
const plan = planOf(base)
const solve = (quantity: Pinnable, vary: Variable, value: number, of = plan) => solvePin(of, { quantity, vary, value })

/** What each outcome of a run depends on, by the formulas: N on the wanted probability alone; C = k·N·D; usd = C·price/MFU; days = C/(accelerators·MFU). */
const DEPENDS: Record<Pinnable, readonly Variable[]> = {
  'run.N': ['wanted'],
  'run.D': ['wanted', 'tokensPerParameter'],
  'run.C': ['wanted', 'tokensPerParameter'],
  'run.usd': ['wanted', 'tokensPerParameter', 'price', 'mfu'],
  'run.days': ['wanted', 'tokensPerParameter', 'mfu', 'accelerators'],
  'path.usd': VARIABLE,
  'path.days': VARIABLE,
  'path.all': VARIABLE
}

describe('every pin with every input', () => {
  const combinations = PINNABLE.flatMap((quantity) => VARIABLE.map((vary) => [quantity, vary] as const))

  test.each(combinations)(
    '%s by %s is solved or says why not',
    (quantity, vary) => {
      const today = outcomeOf(plan, quantity)!
      const goal = quantity === 'path.all' ? 0.9 : today * 0.8
      const { plan: solved, pin, reason } = solve(quantity, vary, goal)
      expect(pin).toMatchObject({ quantity, vary, goal, was: today })
      expect(planSchema.parse(solved)).toEqual(solved)
      if (pin.status === 'unreachable') {
        expect(reason).not.toBeNull()
        expect(pin.note).not.toBeNull()
        expect(solved).toEqual(plan)
        return
      }
      expect(reason).toBeNull()
      expect(outcomeOf(solved, quantity)).toBe(pin.reached)
      if (pin.status === 'solved' && vary !== 'accelerators') expect(pin.reached! / goal).toBeCloseTo(1, 8)
      if (pin.status === 'jump' || vary === 'accelerators') expect(pin.note !== null || Math.abs(pin.reached! / goal - 1) < 1e-8).toBe(true)
    },
    60_000
  )

  test.each(combinations.filter(([quantity]) => quantity.startsWith('run')))(
    '%s by %s is solvable exactly when the outcome depends on the input',
    (quantity, vary) => {
      const { pin, reason } = solve(quantity, vary, outcomeOf(plan, quantity)! * 0.8)
      if (DEPENDS[quantity].includes(vary)) expect(pin.status).toBe('solved')
      else expect({ reason, code: pin.note?.code, reached: pin.reached }).toEqual({ reason: 'notDefined', code: 'pin-no-effect', reached: pin.was })
    }
  )
})

describe('a solved pin', () => {
  test('days halve when twice the accelerators work', () => {
    const { pin } = solve('run.days', 'accelerators', outcomeOf(plan, 'run.days')! / 2)
    expect(pin).toMatchObject({ status: 'solved', value: 2048, before: 1024, note: null })
  })

  test('accelerators stay whole, and the rest is said', () => {
    const { pin, plan: solved } = solve('run.days', 'accelerators', 14)
    expect(Number.isInteger(solved.cluster.accelerators)).toBe(true)
    expect(pin.note?.code).toBe('pin-whole')
    expect(Math.abs(pin.reached! - 14)).toBeLessThan(14 / solved.cluster.accelerators)
  })

  test('a range of prices moves as a whole and keeps its ratio', () => {
    const { plan: solved } = solve('run.usd', 'price', outcomeOf(plan, 'run.usd')! / 2)
    const { low, high } = solved.costs.pricePerHourUsd as { low: number; high: number }
    expect(low / 0.95).toBeCloseTo(1, 8)
    expect(high / 1.65).toBeCloseTo(1, 8)
  })

  test('tokens per parameter turn the policy into a ratio', () => {
    const optimal = planOf({ ...base, ratio: { kind: 'optimal' } })
    const { plan: solved, pin } = solve('run.D', 'tokensPerParameter', 3e12, optimal)
    expect(pin).toMatchObject({ status: 'solved', before: null })
    expect(solved.ratio.kind).toBe('ratio')
    expect(outcomeOf(solved, 'run.D')! / 3e12).toBeCloseTo(1, 8)
  })

  test('the wanted probability follows a size, and the size follows it', () => {
    const { plan: solved } = solve('run.N', 'wanted', 100e9)
    expect(outcomeOf(solved, 'run.N')! / 100e9).toBeCloseTo(1, 8)
    expect(solved.targets[0]!.wanted).toBeGreaterThan(0.8)
  })

  test('what already holds needs nothing to give way', () => {
    const today = outcomeOf(plan, 'run.N')!
    expect(solve('run.N', 'price', today).pin).toMatchObject({ status: 'solved', reached: today })
  })
})

describe('a pin that cannot hold', () => {
  test('names the nearest value: utilisation cannot pass 100 %', () => {
    const { pin, reason, plan: solved } = solve('run.days', 'mfu', outcomeOf(plan, 'run.days')! / 10)
    expect(reason).toBe('unreachable')
    expect(pin).toMatchObject({ status: 'unreachable', note: { code: 'pin-unreachable' } })
    // At 100 % for the upper end of the range, 50 %, days are half of today's.
    expect(pin.reached! / (outcomeOf(plan, 'run.days')! / 2)).toBeCloseTo(1, 6)
    expect(solved).toEqual(plan)
  })

  test('is not defined without a target', () => {
    const { pin, reason } = solve('run.usd', 'price', 1e6, planOf({ ...base, targets: [] }))
    expect({ reason, status: pin.status, value: pin.value, was: pin.was }).toEqual({ reason: 'notDefined', status: 'unreachable', value: null, was: null })
  })

  test('a jump tells both sides', () => {
    // One certain step worth 8 million: the path is that one run or nothing, so its cost jumps from nothing defined to the run's.
    const step = planOf({
      ...base,
      targets: [
        { id: 'a', critical: 60e9, link: 'step', benefit: { kind: 'usd', value: 8e6 } },
        { id: 'b', critical: 30e9, link: 'step', benefit: { kind: 'usd', value: 8e6 } }
      ]
    })
    const cheap = outcomeOf(planOf({ ...step, limits: { ...step.limits, budgetUsd: 3e5 } }), 'path.usd')!
    const dear = outcomeOf(step, 'path.usd')!
    const { pin } = solve('path.usd', 'budget', (cheap + dear) / 2, step)
    expect(pin.status).toBe('jump')
    expect(pin.note).toMatchObject({ code: 'pin-jump' })
    expect((pin.note!.values.below as number) / cheap).toBeCloseTo(1, 9)
    expect((pin.note!.values.above as number) / dear).toBeCloseTo(1, 9)
  })
})
