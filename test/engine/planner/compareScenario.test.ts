import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { compareScenario, readingsOf } from '../../../src/main/engine/planner/compareScenario'
import type { InputId } from '../../../src/shared/plan/inputs'
import type { OutcomeId } from '../../../src/shared/plan/outcomes'
import { fork } from '../../../src/shared/plan/scenarioEdits'
import { scenarioPlan } from '../../../src/shared/plan/scenarios'
import type { Plan, PlanInput } from '../../../src/shared/plan/schema'
import { BARE, planOf } from '../plans'
import { setOverride } from '../../setOverride'

const base = planOf({
  targets: [
    { id: 'a', critical: { low: 50e9, high: 70e9 }, benefit: { kind: 'usd', value: 2e7 } },
    { id: 'b', critical: 20e9, benefit: { kind: 'usd', value: 1e6 } }
  ],
  costs: BARE,
  limits: { budgetUsd: 2e7 }
} satisfies PlanInput)
const RUN = ['run.N', 'run.D', 'run.C', 'run.usd', 'run.days'] as const satisfies readonly OutcomeId[]
const ALL = [...RUN, 'path.usd', 'path.days', 'path.all', 'path.value', 'probability@a', 'probability@b'] as const satisfies readonly OutcomeId[]

const scenario = (changes: readonly (readonly [InputId, number])[], of: Plan = base): Plan =>
  changes.reduce((plan, [id, value]) => setOverride(plan, 'S', id, value), fork(of, 'S'))
const compare = (plan: Plan, quantities: readonly OutcomeId[]) => compareScenario({ plan, scenario: 'S', quantities }, () => undefined)
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)

/** Inputs that the focus's run depends on, one change each. */
const CHANGES: readonly (readonly [InputId, number])[] = [
  ['price', 3],
  ['mfu', 0.5],
  ['accelerators', 4096],
  ['wanted@a', 0.9],
  ['critical@a', 90e9],
  ['failedRuns', 0.3],
  ['experiments', 0.4],
  ['dataPrice', 2e4],
  ['fixedUsd', 1e5],
  ['steepness@a', 4]
]

describe('a compared scenario', () => {
  test('has the outcomes that the evaluator gives for its plan', () => {
    const plan = scenario(CHANGES.slice(0, 3))
    const { outcomes } = compare(plan, ALL)
    const outcome = evaluate(scenarioPlan(plan, 'S').plan, { today: '2026-11-25', models: [] }, { audit: false })
    const { required } = outcome.targets[0]!
    expect(outcomes.map(({ value }) => value)).toEqual([
      ...RUN.map((id) => required![id.slice(4) as 'N' | 'D' | 'C' | 'usd' | 'days']),
      outcome.path.usd,
      outcome.path.days,
      outcome.path.all,
      outcome.path.value.expected,
      ...outcome.targets.map(({ probability }) => probability)
    ])
  })

  test('attributes every difference to its changes, exactly: parts add up to 1e-9 of the outcome, for up to eight changes and for more', () => {
    fc.assert(
      fc.property(fc.subarray([...CHANGES], { minLength: 1 }), (changes) => {
        const { outcomes, method } = compare(scenario(changes), RUN)
        expect(method).toBe(changes.length <= 8 ? 'shapley' : 'order')
        for (const { value, difference, parts, attribution } of outcomes) {
          expect(parts).toHaveLength(changes.length)
          expect(Math.abs(sum(parts!) - difference!) / value!).toBeLessThan(1e-9)
          expect(attribution?.code).toBe(changes.length <= 8 ? undefined : 'attribution-in-order')
        }
      }),
      { numRuns: 12 }
    )
  })

  test('attributes the path’s own outcomes as exactly, though the best path changes', () => {
    const { outcomes } = compare(scenario(CHANGES.slice(0, 4)), ALL)
    for (const { value, difference, parts } of outcomes) expect(Math.abs(sum(parts!) - difference!) / Math.max(1, Math.abs(value!))).toBeLessThan(1e-9)
  })

  test('does not depend on the order of up to eight changes', () => {
    const one = compare(scenario(CHANGES.slice(0, 5)), RUN).outcomes
    const other = compare(scenario(CHANGES.slice(0, 5).toReversed()), RUN).outcomes
    one.forEach(({ parts, value }, q) => parts!.forEach((part, i) => expect(Math.abs(part - other[q]!.parts!.toReversed()[i]!) / value!).toBeLessThan(1e-9)))
  })

  test('gives an input that the outcome does not depend on no part of it', () => {
    const { outcomes } = compare(scenario([['price', 3], ['gramsCo2PerKwh', 100], ['budget', 1e7]]), ['run.usd', 'run.N']) // prettier-ignore
    expect(outcomes[0]!.parts!.slice(1)).toEqual([0, 0])
    expect(outcomes[1]).toMatchObject({ difference: 0, parts: [0, 0, 0] })
  })

  test('two factors of a product share its change by the mean of both orders: usd = C·price/(3600·peak·MFU)', () => {
    const { outcomes } = compare(scenario([['price', 4], ['mfu', 0.5]]), ['run.usd']) // prettier-ignore
    const [before] = readingsOf(base, ['run.usd']) as [number]
    // Price doubles, time falls to 0.8: price adds 1 alone and 0.8 after, utilisation takes 0.2 alone and 0.4 after.
    expect(outcomes[0]!.parts!.map((part) => part / before)).toEqual([expect.closeTo(0.9, 9), expect.closeTo(-0.3, 9)])
  })

  test('asks each combination once and says how far it is', () => {
    const told: [number, number][] = []
    compareScenario({ plan: scenario(CHANGES.slice(0, 3)), scenario: 'S', quantities: RUN }, (done, total) => told.push([done, total]))
    expect(told).toEqual(Array.from({ length: 8 }, (_, i) => [i + 1, 8]))
  })

  test('without changes differs in nothing', () => {
    expect(compare(fork(base, 'S'), ['run.usd']).outcomes[0]).toMatchObject({ difference: 0, parts: [], attribution: null })
  })
})

describe('what is not defined is a reason, not nought', () => {
  test('an outcome without a value in the scenario', () => {
    const { outcomes } = compare(scenario([['budget', 10]]), ['path.usd', 'path.value', 'probability@a', 'run.usd']) // prettier-ignore
    expect(outcomes[0]).toMatchObject({
      value: null,
      reason: { code: 'nothing-pays' },
      difference: null,
      parts: null,
      attribution: { code: 'attribution-none' }
    })
    expect(outcomes[1]).toMatchObject({ value: 0, reason: null })
    expect(outcomes[2]).toMatchObject({ value: null, difference: null })
    expect(outcomes[3]).toMatchObject({ difference: 0, parts: [0] })
  })

  test('an outcome that has no value with only some of the changes', () => {
    // 95 % is beyond the ceiling of 90 % until that is 1.
    const capped = planOf({ ...base, targets: [{ ...base.targets[0]!, ceiling: 0.9 }] })
    const { outcomes } = compare(scenario([['wanted@a', 0.95], ['ceiling@a', 1]], capped), ['run.N']) // prettier-ignore
    expect(outcomes[0]).toMatchObject({ parts: null, attribution: { code: 'attribution-undefined' } })
    expect(outcomes[0]!.difference).toBeGreaterThan(0)
  })

  test('changes that are only possible together', () => {
    const low = planOf({ ...base, targets: [{ ...base.targets[0]!, floor: 0.1, ceiling: 0.3, wanted: 0.2 }] })
    const { outcomes } = compare(scenario([['ceiling@a', 0.9], ['floor@a', 0.5], ['wanted@a', 0.8]], low), ['run.N']) // prettier-ignore
    expect(outcomes[0]).toMatchObject({ parts: null, attribution: { code: 'attribution-impossible' } })
  })

  test('a change without effect is told and takes no part', () => {
    const plan = { ...scenario([['price', 3], ['wanted@b', 0.9]]), targets: base.targets.slice(0, 1) } // prettier-ignore
    const { outcomes, unapplied, applied } = compare(plan, ['run.usd'])
    expect(applied).toHaveLength(1)
    expect(unapplied).toMatchObject([{ target: 'b', field: 'wanted', reason: { code: 'scenario-target-gone' } }])
    expect(outcomes[0]!.parts).toEqual([expect.closeTo(outcomes[0]!.difference!, 6)])
  })
})

test('a pin holds in every scenario: the input that gives way moves', () => {
  const pinned: Plan = { ...base, pin: { quantity: 'run.days', value: 30, vary: 'accelerators' } }
  const { outcomes } = compare(scenario([['mfu', 0.5]], pinned), ['run.days', 'run.usd']) // prettier-ignore
  expect(outcomes[0]!.value! / 30).toBeCloseTo(1, 2)
})
