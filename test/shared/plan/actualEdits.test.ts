/** Edits of finished runs: every one gives a plan that the schema accepts, and what changes nothing is no step. */
import { describe, expect, it } from 'vitest'
import { actualOf, addActual, MOST_ACTUALS, removeActual, setActual, withResult } from '../../../src/shared/plan/actualEdits'
import { planSchema, type Plan } from '../../../src/shared/plan/schema'

const plan: Plan = planSchema.parse({ targets: [{ id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } }] })
const run = actualOf({ N: 7e9, D: 1.4e11 })

describe('finished runs', () => {
  it('are added as the latest, changed and taken out, and the plan stays valid', () => {
    const two = addActual(addActual(plan, run), { ...run, N: 20e9, usd: 1e5, endedAt: '2027-01' })
    expect(two.actuals.map(({ N }) => N)).toEqual([7e9, 20e9])
    expect(planSchema.parse(two).actuals).toEqual(two.actuals)
    expect(setActual(two, 0, { ...run, note: 'again' }).actuals[0]!.note).toBe('again')
    expect(removeActual(two, 0).actuals).toEqual([two.actuals[1]])
  })
  it('an edit that changes nothing returns the same plan', () => {
    const one = addActual(plan, run)
    expect(setActual(one, 0, { ...run })).toBe(one)
    expect(setActual(one, 3, { ...run, N: 1 })).toBe(one)
    expect(removeActual(one, 1)).toBe(one)
  })
  it('never grow beyond what the schema holds', () => {
    const full: Plan = { ...plan, actuals: Array.from({ length: MOST_ACTUALS }, () => run) }
    expect(planSchema.safeParse(full).success).toBe(true)
    expect(addActual(full, run)).toBe(full)
  })
  it('say each target once; a result without anything in it is none', () => {
    const seen = withResult(withResult(run, 'code', { reached: false, score: 0.2, loss: null }), 'code', { reached: true, score: null, loss: null })
    expect(seen.results).toEqual([{ target: 'code', reached: true, score: null, loss: null }])
    expect(planSchema.safeParse(addActual(plan, seen)).success).toBe(true)
    expect(withResult(seen, 'code', { reached: null, score: null, loss: null }).results).toEqual([])
    expect(withResult(seen, 'code', null).results).toEqual([])
  })
})
