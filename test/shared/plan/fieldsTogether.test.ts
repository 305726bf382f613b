import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsTogether } from '../../../src/shared/plan/fieldsTogether'
import { PLAN_FIELDS, TARGET_FIELDS } from '../../../src/shared/plan/scenarios'
import { plannedSchema, planSchema, type Plan } from '../../../src/shared/plan/schema'
import { targetSchema } from '../../../src/shared/plan/targetSchema'
import { randomKnownPlan } from './randomPlan'

describe('rules that bind fields together', () => {
  /** What can break one plan made of fields that are each good. */
  const breaks: ((plan: Plan) => Plan)[] = [
    (plan) => ({ ...plan, focus: 'nobody' }),
    (plan) => ({ ...plan, targets: [...plan.targets, ...plan.targets] }),
    (plan) => ({ ...plan, targets: plan.targets.map((target) => ({ ...target, floor: 0.6, ceiling: 0.4 })) }),
    (plan) => ({ ...plan, law: { id: 'fitted:chinchilla', constants: 'unrounded', flopPerParameterToken: 6 } }),
    (plan) => ({ ...plan, beliefs: [{ input: 'uptime', distribution: { kind: 'interval', low: 0.5, high: 1.5 } }] }),
    (plan) => ({ ...plan, beliefs: [{ input: 'steepness@gone', distribution: { kind: 'interval', low: 1, high: 2 } }] }),
    (plan) => plan
  ]

  test('refuse what the schema refuses, with the same words, and nothing else', () => {
    let refused = 0
    fc.assert(
      fc.property(randomKnownPlan, fc.subarray(breaks), (plan, chosen) => {
        const broken = chosen.reduce((now, change) => change(now), plan)
        const parsed = planSchema.safeParse(broken)
        const [problem] = problemsTogether(broken)
        if (!parsed.success) refused++
        expect(problem?.message).toBe(parsed.success ? undefined : parsed.error.issues[0]!.message)
        if (!parsed.success) expect(problem?.path).toEqual(parsed.error.issues[0]!.path)
      })
    )
    expect(refused).toBeGreaterThan(10)
  })

  test('know every field that a scenario can change: those of the schemas but the books', () => {
    expect(new Set(PLAN_FIELDS)).toEqual(new Set(Object.keys(plannedSchema.shape)))
    expect(new Set([...TARGET_FIELDS, 'id', 'name'])).toEqual(new Set(Object.keys(targetSchema.shape)))
  })
})
