import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTarget, moveTarget, removeTarget, setInput, setLaw, setTarget } from '../../../src/shared/plan/edits'
import { dropOverride, editScenario, fork, promote, removeScenario, renameScenario } from '../../../src/shared/plan/scenarioEdits'
import { overridesBetween, scenarioOf, scenarioPlan, withOverrides } from '../../../src/shared/plan/scenarios'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'
import { randomKnownPlan } from './randomPlan'
import { setOverride } from '../../setOverride'

const base = planSchema.parse({
  targets: [
    { id: 'code', name: 'Code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
    { id: 'code.wanted', critical: 40e9, benefit: { kind: 'usd', value: 2e6 } }
  ]
} satisfies PlanInput)

const FITTED = { constants: { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 }, source: 'our runs' }

/** Nothing of it can be written to: an edit that changes its argument throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
const bare = (plan: Plan): Plan => ({ ...plan, scenarios: [] })
const fields = (plan: Plan, id: string): (readonly [string | null, string, unknown])[] =>
  scenarioOf(plan, id)!.overrides.map(({ target, field, value }) => [target, field, value] as const)

/** Two plans with the same targets in the same order: what a scenario can tell apart. */
const alike = fc.tuple(randomKnownPlan, randomKnownPlan).map(([one, other]): [Plan, Plan] => {
  const targets = one.targets.slice(0, other.targets.length)
  const focus = targets[0]?.id ?? null
  const books = { id: one.id, name: one.name, notes: one.notes }
  return [
    frozen({ ...one, targets, focus: null, scenarios: [] }),
    frozen({ ...other, ...books, focus, targets: targets.map((target, i) => ({ ...other.targets[i]!, id: target.id, name: target.name })) })
  ]
})

describe('a scenario', () => {
  test('applied to its base gives back the plan that it was made from', () => {
    fc.assert(
      fc.property(alike, ([plan, other]) => {
        const { overrides, left } = overridesBetween(plan, other)
        expect(left).toEqual([])
        expect(withOverrides(plan, overrides)).toEqual({ plan: bare(other), applied: overrides, unapplied: [] })
      })
    )
  })

  test('gives the same plan in whatever order its changes stand', () => {
    fc.assert(
      fc.property(alike, fc.infiniteStream(fc.nat()), ([plan, other], keys) => {
        const { overrides } = overridesBetween(plan, other)
        const shuffled = overrides.map((override) => [keys.next().value ?? 0, override] as const).sort(([a], [b]) => a - b)
        expect(
          withOverrides(
            plan,
            shuffled.map(([, override]) => override)
          ).plan
        ).toEqual(bare(other))
      })
    )
  })

  test('stores only what it changes, is a valid document and writes the same again', () => {
    fc.assert(
      fc.property(alike, ([plan, other]) => {
        const forked = fork(plan, 'Other', other)
        const parsed = planSchema.parse(forked)
        expect(parsed).toEqual(forked)
        expect(JSON.stringify(planSchema.parse(JSON.parse(JSON.stringify(parsed))))).toBe(JSON.stringify(parsed))
        expect(fork(plan, 'Same').scenarios.at(-1)!.overrides).toEqual([])
      })
    )
  })

  test('lets every edit of the base through that it does not override', () => {
    fc.assert(
      fc.property(alike, ([plan, other]) => {
        const forked = fork(plan, 'Other', other)
        const edited = setInput(forked, 'gramsCo2PerKwh', 123)
        expect(scenarioPlan(edited, forked.scenarios[0]!.id).plan).toEqual(setInput(bare(other), 'gramsCo2PerKwh', 123))
      })
    )
  })

  test('takes a fitted law with its constants as one, either way', () => {
    const fitted = planSchema.parse({ ...base, law: { id: 'fitted:chinchilla', fitted: FITTED } })
    for (const [from, to] of [
      [base, fitted],
      [fitted, base]
    ] as const) {
      const { overrides, left } = overridesBetween(from, to)
      expect([overrides.map(({ field }) => field), left]).toEqual([['law'], []])
      expect(withOverrides(from, overrides).plan).toEqual(to)
    }
  })

  test('has no targets, order or names of its own: what it cannot hold is told', () => {
    const { overrides, left } = overridesBetween(base, addTarget(moveTarget({ ...base, name: 'Another' }, 'code', 1), null))
    expect(overrides).toEqual([])
    expect(left.map(({ path }) => path)).toEqual(['targets.target', 'targets', 'name', 'focus'])
  })
})

describe('a base that changes under its scenarios', () => {
  const cheap = frozen(setOverride(fork(base, 'Cheap'), 'Cheap', 'wanted@code', 0.9))

  test('keeps the change of a removed target and tells it, and never gives it to another', () => {
    const removed = removeTarget(cheap, 'code')
    const { plan, unapplied } = scenarioPlan(removed, 'Cheap')
    expect(plan).toEqual(bare(removed))
    expect(unapplied).toMatchObject([{ override: { target: 'code', field: 'wanted', value: 0.9 }, reason: { code: 'scenario-target-gone' } }])
    // A new target of the same wish gets another id.
    const again = addTarget(removed, { id: 'x', capability: 'code', critical: 1e9 })
    expect(again.targets.at(-1)!.id).toBe('code-2')
    expect(scenarioPlan(again, 'Cheap').plan.targets.map(({ wanted }) => wanted)).toEqual([0.8, 0.8])
    expect(planSchema.parse(removed)).toEqual(removed)
  })

  test('follows a target that is renamed or moved', () => {
    const moved = moveTarget(setTarget(cheap, 'code', { name: 'Programs' }), 'code', 1)
    expect(scenarioPlan(moved, 'Cheap').plan.targets.map(({ id, name, wanted }) => [id, name, wanted])).toEqual([
      ['code.wanted', '', 0.8],
      ['code', 'Programs', 0.9]
    ])
  })

  test('does not follow the focus: the wanted probability is that of the target it was changed for', () => {
    const changed = setOverride({ ...fork(base, 'S'), focus: 'code' }, 'S', 'wanted', 0.95)
    expect(fields(changed, 'S')).toEqual([['code', 'wanted', 0.95]])
    expect(scenarioPlan({ ...changed, focus: 'code.wanted' }, 'S').plan.targets.map(({ wanted }) => wanted)).toEqual([0.95, 0.8])
  })

  test('leaves out a change whose group is gone, and one that no longer fits', () => {
    const stepped = { ...base, limits: { ...base.limits, largestStep: { factor: 10, lastTrainedN: 7e9 } } }
    const plan = setOverride(setOverride(fork(stepped, 'S'), 'S', 'stepFactor', 5), 'S', 'floor@code', 0.5)
    // The registry's row writes the whole group, so only its changed field is stored.
    expect(fields(plan, 'S')).toEqual([
      [null, 'limits.largestStep.factor', 5],
      ['code', 'floor', 0.5]
    ])
    const { unapplied } = scenarioPlan(setTarget({ ...plan, limits: base.limits }, 'code', { ceiling: 0.4 }), 'S')
    expect(unapplied.map(({ reason }) => reason.code)).toEqual(['scenario-field-gone', 'scenario-refused'])
  })

  test('takes bounds that are only possible together', () => {
    const low = setTarget(base, 'code', { floor: 0.1, ceiling: 0.2 })
    const overrides = [
      { target: 'code', field: 'floor', value: 0.5 },
      { target: 'code', field: 'ceiling', value: 0.9 }
    ]
    for (const order of [overrides, overrides.toReversed()]) {
      const { plan, unapplied } = withOverrides(low, order)
      expect([plan.targets[0]!.floor, plan.targets[0]!.ceiling, unapplied.length]).toEqual([0.5, 0.9, 0])
    }
  })
})

describe('an edit of a scenario', () => {
  test('stores any edit of a plan, changes nothing else, and is undone by the old plan', () => {
    const forked = frozen(fork(base, 'S'))
    const edited = editScenario(forked, 'S', (plan) => setLaw(setInput(plan, 'price', { low: 1, high: 2 }), { id: 'kaplan-2020-nd' }))
    expect(fields(edited, 'S')).toEqual([
      [null, 'law.id', 'kaplan-2020-nd'],
      [null, 'costs.pricePerHourUsd', { low: 1, high: 2 }]
    ])
    expect(bare(edited)).toEqual(bare(forked))
    expect(fields(forked, 'S')).toEqual([])
  })

  test('drops a change that is put back to what the base has', () => {
    const changed = setOverride(fork(base, 'S'), 'S', 'price', 2)
    expect(fields(setOverride(changed, 'S', 'price', base.costs.pricePerHourUsd), 'S')).toEqual([])
    expect(fields(dropOverride(changed, 'S', { target: null, field: 'costs.pricePerHourUsd' }), 'S')).toEqual([])
    expect(dropOverride(changed, 'S', { target: null, field: 'costs' })).toBe(changed)
  })

  test('within a group that is overridden as a whole changes the group', () => {
    const stepped = setOverride(fork(base, 'S'), 'S', 'stepFactor', 5)
    expect(fields(stepped, 'S')).toEqual([[null, 'limits.largestStep', { lastTrainedN: 7e9, factor: 5 }]])
    expect(fields(setOverride(stepped, 'S', 'stepFactor', 8), 'S')).toEqual([[null, 'limits.largestStep', { lastTrainedN: 7e9, factor: 8 }]])
    expect(fields(setOverride(stepped, 'S', 'stepFactor', null), 'S')).toEqual([])
  })

  test('keeps changes that are without effect today', () => {
    const orphaned = removeTarget(setOverride(fork(base, 'S'), 'S', 'wanted@code', 0.9), 'code')
    expect(fields(setOverride(orphaned, 'S', 'price', 2), 'S')).toEqual([
      ['code', 'wanted', 0.9],
      [null, 'costs.pricePerHourUsd', 2]
    ])
  })

  test('of a scenario that is not there changes nothing', () => {
    for (const same of [
      setOverride(base, 'none', 'price', 2),
      removeScenario(base, 'none'),
      renameScenario(base, 'none', 'x'),
      promote(base, 'none'),
      dropOverride(base, 'none', { target: null, field: 'seed' })
    ])
      expect(same).toBe(base)
    expect(() => scenarioPlan(base, 'none')).toThrow('no scenario')
  })

  test('names and ids: each scenario has its own', () => {
    const twice = fork(fork(base, '便宜的云'), '便宜的云')
    expect(twice.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['-', '便宜的云'],
      ['--2', '便宜的云']
    ])
    expect(renameScenario(twice, '-', 'A').scenarios[0]!.name).toBe('A')
    expect(removeScenario(twice, '-').scenarios.map(({ id }) => id)).toEqual(['--2'])
  })
})

describe('a promoted scenario', () => {
  test('is the base, and the former base can be kept as a scenario', () => {
    fc.assert(
      fc.property(alike, ([plan, other]) => {
        const forked = fork(plan, 'Other', other)
        const id = forked.scenarios[0]!.id
        expect(promote(forked, id)).toEqual(bare(other))
        const kept = promote(forked, id, 'Before')
        expect(bare(kept)).toEqual(bare(other))
        expect(scenarioPlan(kept, id).plan).toEqual(bare(plan))
      })
    )
  })

  test('loses no change that is without effect', () => {
    const orphaned = removeTarget(setOverride(setOverride(fork(base, 'S'), 'S', 'wanted@code', 0.9), 'S', 'price', 2), 'code')
    const promoted = promote(orphaned, 'S')
    expect(promoted.costs.pricePerHourUsd).toBe(2)
    expect(fields(promoted, 'S')).toEqual([['code', 'wanted', 0.9]])
  })
})

describe('a document’s scenarios', () => {
  const refused = (scenarios: unknown): string => {
    const parsed = planSchema.safeParse({ ...base, scenarios })
    return parsed.success ? 'accepted' : `${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`
  }
  const one = (override: object) => [{ id: 'a', overrides: [override] }]

  test.each([
    [one({ field: 'costs.pricePerHour', value: 1 }), /^scenarios\.0\.overrides\.0\.field: expected a field that a scenario can change/],
    [one({ field: 'name', value: 'x' }), /field: expected a field that a scenario can change/],
    [one({ field: 'scenarios', value: [] }), /field: expected a field that a scenario can change/],
    [one({ field: 'targets', value: [] }), /field: expected a field that a scenario can change/],
    [one({ field: '__proto__', value: 1 }), /field: expected a field that a scenario can change/],
    [one({ target: 'code', field: 'id', value: 'x' }), /field: expected a field that a scenario can change, for example "wanted"/],
    [one({ field: 'costs.pricePerHourUsd', value: -1 }), /^scenarios\.0\.overrides\.0\.value: /],
    [one({ field: 'costs.pricePerHourUsd', value: { low: 3, high: 2 } }), /overrides\.0\.value.*low below high/],
    [one({ field: 'costs.pricePerHourUsd' }), /value: expected a value/],
    [one({ target: 'code', field: 'wanted', value: 1 }), /value: .*below 1/],
    [
      [
        {
          id: 'a',
          overrides: [
            { field: 'seed', value: 1 },
            { field: 'seed', value: 2 }
          ]
        }
      ],
      /overrides\.1\.field: expected each field once; "seed"/
    ],
    [
      [
        {
          id: 'a',
          overrides: [
            { field: 'limits', value: {} },
            { field: 'limits.budgetUsd', value: 2 }
          ]
        }
      ],
      /overrides\.1\.field: expected each field once/
    ],
    [[{ id: 'a' }, { id: 'a' }], /scenarios\.1\.id: expected each scenario to have its own id/],
    ['cheap', /^scenarios: expected a list of scenarios/],
    [Array.from({ length: 65 }, (_, i) => ({ id: `s${i}` })), /at most 64/]
  ])('are refused with the place and the reason: %j', (scenarios, message) => {
    expect(refused(scenarios)).toMatch(message)
  })

  test('may change targets that are not there, and groups as a whole with their defaults', () => {
    const parsed = planSchema.parse({
      ...base,
      scenarios: [
        {
          id: 'a',
          overrides: [
            { target: 'gone', field: 'wanted', value: 0.9 },
            { field: 'law', value: { id: 'llama-3' } }
          ]
        }
      ]
    })
    expect(parsed.scenarios[0]).toMatchObject({
      name: '',
      notes: '',
      overrides: [{ target: 'gone' }, { target: null, value: { id: 'llama-3', flopPerParameterToken: 6 } }]
    })
  })
})
