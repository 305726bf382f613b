import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { gridInputs, isLimit, spanFor, wantedOf } from '../../../src/renderer/src/screens/scenarios/gridAxis'
import { inputRows, overrideIn } from '../../../src/shared/plan/comparedRows'
import { outcomesFor } from '../../../src/shared/plan/outcomes'
import { outcomeName } from '../../../src/shared/text/fieldWords'
import { suggestionFor } from '../../../src/renderer/src/state/suggestion.svelte'
import { setInput } from '../../../src/shared/plan/edits'
import { inputOf } from '../../../src/shared/plan/inputs'
import { fork } from '../../../src/shared/plan/scenarioEdits'
import { planSchema, type Plan } from '../../../src/shared/plan/schema'
import { messages } from '../../../src/shared/text/messages'
import { setOverride } from '../../setOverride'

const base = planSchema.parse({
  targets: [{ id: 'code', name: 'Code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }],
  limits: { budgetUsd: 6e6 },
  costs: { pricePerHourUsd: { low: 2, high: 3 } }
})

describe('rows of the comparison', () => {
  it('are the fields that scenarios change, once each, numbers in the order of the registry before choices', () => {
    const one = setOverride(setOverride(fork(fork(base, 'A'), 'B'), 'A', 'mfu', 0.5), 'A', 'price', 2)
    const two = setOverride(setOverride(one, 'B', 'price', 3), 'B', 'wanted@code', 0.9)
    const plan: Plan = {
      ...two,
      scenarios: two.scenarios.map((s) => (s.id === 'B' ? { ...s, overrides: [...s.overrides, { target: null, field: 'law.id', value: 'llama-3' }] } : s))
    }
    const rows = inputRows(base, plan.scenarios)
    expect(rows.map(({ key }) => key)).toEqual(['price', 'mfu', 'wanted@code', ' law.id'])
    expect(overrideIn(plan.scenarios[0]!, rows[0]!)?.value).toBe(2)
    expect(overrideIn(plan.scenarios[0]!, rows[2]!)).toBeUndefined()
  })
  it('leave out what has no effect: that is listed with its reason', () => {
    const scenario = { id: 'A', name: 'A', notes: '', overrides: [{ target: 'gone', field: 'wanted', value: 0.5 }] }
    expect(inputRows(base, [scenario])).toEqual([])
  })
  it('name every outcome in both languages', () => {
    for (const language of ['en', 'zh'] as const)
      for (const id of outcomesFor(base)) {
        const name = outcomeName(base, id, messages[language])
        expect(name).not.toBe(id)
        expect(name).not.toContain('{')
      }
    expect(outcomeName(base, 'probability@code', messages.en)).toBe('Chance of Code')
  })
})

describe('the range of an input in the grid', () => {
  const span = (id: string, plan = base) => spanFor(plan, inputOf(plan, id)!)
  it('is from half to double the value', () => {
    expect(span('budget')).toEqual({ from: 3e6, to: 12e6 })
    expect(span('accelerators', setInput(base, 'accelerators', 2048))).toEqual({ from: 1024, to: 4096 })
  })
  it('is the 90 % range where the plan has one, also one that is kept among the beliefs', () => {
    expect(span('price')).toEqual({ from: 2, to: 3 })
    expect(span('uptime', setInput(base, 'uptime', { low: 0.8, high: 0.95 }))).toEqual({ from: 0.8, to: 0.95 })
  })
  it('is the slider’s where double would pass a bound or the plan has no value', () => {
    expect(span('wanted@code')).toEqual({ from: 0.05, to: 0.99 })
    expect(span('deadline')).toEqual({ from: 7, to: 720 })
  })
  it('is missing where nothing sensible can be said, and the input is not offered', () => {
    expect(span('people')).toBeNull()
    expect(gridInputs(base).map(({ id }) => id)).not.toContain('people')
    expect(gridInputs(base).map(({ id }) => id)).not.toContain('wanted')
  })
  it('has the line where the plan wants the outcome to be', () => {
    expect(wantedOf(base, 'path.usd')).toBe(6e6)
    expect(wantedOf(base, 'path.days')).toBeNull()
    expect(wantedOf({ ...base, focus: 'code' }, 'path.all')).toBe(0.8)
    expect(wantedOf(base, 'probability@code')).toBe(0.8)
    expect(wantedOf(base, 'roi@code')).toBe(0)
    expect([isLimit('path.usd'), isLimit('days@code'), isLimit('path.all'), isLimit('path.withinBudget')]).toEqual([true, true, false, false])
  })
})

describe('a first scenario', () => {
  const outcomeOf = (plan: Plan) => evaluate(plan, { today: '2026-11-25', models: [] })
  it('loosens the limit that alone keeps a target out of reach, as far as it takes', () => {
    const poor = setInput(base, 'budget', 1e5)
    const { limit, change } = suggestionFor(outcomeOf(poor))
    expect(limit?.input).toBe('budget')
    expect(outcomeOf(change(poor)).targets[0]!.outOfReach).toBeNull()
  })
  it('makes hours a tenth cheaper where everything is within reach', () => {
    const rich = setInput(base, 'budget', 1e9)
    const { limit, change } = suggestionFor(outcomeOf(rich))
    expect(limit).toBeNull()
    // √(2·3)·0.9 at three digits.
    expect(inputOf(rich, 'price')!.get(change(rich))).toBeCloseTo(2.2, 10)
  })
})
