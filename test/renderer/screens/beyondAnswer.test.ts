import { describe, expect, it } from 'vitest'
import { riskNotes } from '../../../src/main/engine/warnings'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { beyondAnswer } from '../../../src/renderer/src/screens/answer/beyondAnswer'
import { planSchema } from '../../../src/shared/plan/schema'
import { sayNotes } from '../../../src/shared/text/sayNotes'

const plan = planSchema.parse({
  targets: [{ id: 'code', critical: 5e9, benefit: { kind: 'usd', value: 5e6 } }],
  decision: { objective: { kind: 'quantile', level: 0.1 } }
})
const atMean = riskNotes(settingOf(plan), { risk: null })
const other = { code: 'seed-made', values: {}, message: 'another' } as unknown as (typeof atMean)[number]

describe('notes of a simulation beside those of the answer', () => {
  it('at a risk level say that they are about the mean path, in both languages', () => {
    expect(beyondAnswer([], atMean)).toEqual(atMean)
    expect(sayNotes(beyondAnswer([], atMean), plan, 'en')[0]!.text).toContain('this answer is about the path with the best mean')
    expect(sayNotes(beyondAnswer([], atMean), plan, 'zh')[0]!.text).toMatch(/均值/)
  })
  it('stand once each, and not where the answer says the same', () => {
    expect(beyondAnswer([], atMean, atMean, [other])).toEqual([...atMean, other])
    expect(beyondAnswer(atMean, atMean, [other])).toEqual([other])
  })
})
