/** Arbitrary valid plans for property tests. */
import * as fc from 'fast-check'
import { LAW_IDS } from '../../../src/shared/plan/lawSchema'
import { planSchema } from '../../../src/shared/plan/schema'
import { LINK_IDS } from '../../../src/shared/plan/targetSchema'

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true, minExcluded: true, maxExcluded: true })
const range = (min: number, max: number): fc.Arbitrary<number | { low: number; high: number }> =>
  fc.oneof(
    between(min, max),
    fc
      .tuple(between(min, max), between(min, max))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
  )
const benefit = fc.oneof(
  fc.record({ kind: fc.constant('usd' as const), value: between(0, 1e9), per: fc.constantFrom('once' as const, 'year' as const) }),
  fc.record({ kind: fc.constant('points' as const), value: between(0, 1) })
)
const unknown = fc.jsonValue({ maxDepth: 3 }).map((v) => JSON.parse(JSON.stringify(v).replace(/"__proto__"|"constructor"|"prototype"/g, '"p"')) as unknown)

const entry = fc.record({
  id: fc.option(fc.constant('row-1')),
  ticked: fc.boolean(),
  axis: fc.constantFrom('N' as const, 'C' as const, 'effective' as const),
  critical: range(1, 1e20),
  means: fc.constantFrom('scale' as const, 'p50' as const, 'first-observed' as const, 'unknown' as const),
  date: fc.option(fc.constantFrom('2024', '2024-06', '2024-06-01')),
  source: fc.string({ maxLength: 50 })
})

const target = fc.record({
  name: fc.string({ maxLength: 50 }),
  link: fc.constantFrom(...LINK_IDS),
  critical: range(1, 1e20),
  steepness: between(0.1, 20),
  entries: fc.array(entry, { maxLength: 3 }),
  shift: fc.option(fc.record({ factor: between(0.1, 10), reason: fc.string({ maxLength: 50 }) })),
  criticalAsOf: fc.option(fc.record({ date: fc.constantFrom('2024', '2024-06'), fromOwnRuns: fc.boolean() })),
  wanted: between(0.01, 0.99),
  benefit,
  must: fc.boolean()
})

/** Arbitrary valid plans of known fields. */
export const randomKnownPlan = fc
  .record({
    name: fc.string({ maxLength: 200 }),
    notes: fc.string({ unit: 'grapheme', maxLength: 100 }),
    targets: fc.array(target, { maxLength: 5 }).map((targets) => targets.map((t, i) => ({ ...t, id: `t${i}` }))),
    law: fc.record({ id: fc.constantFrom(...LAW_IDS) }),
    cluster: fc.record({ accelerators: fc.integer({ min: 1, max: 1e6 }), mfu: range(0.01, 1) }),
    limits: fc.record({ budgetUsd: fc.option(between(1, 1e9)), deadlineDays: fc.option(between(1, 1000)) }),
    decision: fc.record({ progress: fc.option(fc.record({ halvingMonths: between(1, 120) })) }),
    seed: fc.integer({ min: 0, max: 4294967295 }),
    scenarios: fc
      .array(fc.record({ name: fc.string({ maxLength: 50 }), price: range(0.1, 100), wanted: between(0.01, 0.99) }), { maxLength: 3 })
      .map((scenarios) =>
        scenarios.map(({ name, price, wanted }, i) => ({
          id: `s${i}`,
          name,
          overrides: [
            { field: 'costs.pricePerHourUsd', value: price },
            { target: 't0', field: 'wanted', value: wanted }
          ]
        }))
      )
  })
  .map((plan) => planSchema.parse(plan))

/** Arbitrary valid plans with fields that this version does not know, in the plan and in its targets. */
export const randomPlan = fc
  .tuple(randomKnownPlan, unknown, unknown)
  .map(([plan, later, future]) => planSchema.parse({ ...plan, targets: plan.targets.map((t) => ({ ...t, 'x-future': future })), later }))
