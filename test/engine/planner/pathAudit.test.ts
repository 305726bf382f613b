import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planPath } from '../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { randomPlan } from '../../shared/plan/randomPlan'

describe('the audit of the best path', () => {
  it('changes nothing in the path, and leaves nulls where it was not made', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const setting = settingOf(plan)
        const { path, ...rest } = planPath(setting)
        const sooner = planPath(setting, false)
        const value = { ...path.value, gateBound: null }
        expect(sooner).toEqual({ ...rest, path: { ...path, value, binding: null, alternatives: null, polishGain: null } })
      }),
      { numRuns: 60 }
    )
  }, 60_000)
})
