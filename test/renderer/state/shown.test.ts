import { describe, expect, it } from 'vitest'
import { shownPlan } from '../../../src/renderer/src/state/shown'
import type { Outcome } from '../../../src/shared/outcome'
import type { Plan } from '../../../src/shared/plan/schema'
import { weibullOutcome } from '../figures/weibullOutcome'

const base = weibullOutcome()
const pinned = (status: 'solved' | 'unreachable'): { plan: Plan; outcome: Outcome } => {
  const plan: Plan = { ...base.plan, pin: { quantity: 'run.days', value: 14, vary: 'accelerators' }, limits: { ...base.plan.limits, budgetUsd: 7e6 } }
  const solved: Plan = { ...base.plan, pin: plan.pin, cluster: { ...plan.cluster, accelerators: 3045 } }
  const pin = { quantity: 'run.days', vary: 'accelerators', goal: 14, status, value: 3045, reached: 14, before: 1, was: 20.8, others: [], note: null } as const
  return { plan, outcome: { ...base, plan: solved, pin: { ...pin, others: [] } } }
}

describe('the plan as the screen shows it', () => {
  it('is the plan itself without a pin, ahead of the outcome', () => {
    expect(shownPlan(base.plan, base)).toBe(base.plan)
  })

  it('takes the input that gives way from the engine, and everything else from the latest edit', () => {
    const { plan, outcome } = pinned('solved')
    const shown = shownPlan(plan, outcome)
    expect(shown.cluster.accelerators).toBe(3045)
    expect(shown.limits.budgetUsd).toBe(7e6)
  })

  it('keeps the planner’s own value when the pin cannot be met', () => {
    const { plan, outcome } = pinned('unreachable')
    expect(shownPlan(plan, outcome)).toBe(plan)
  })
})
