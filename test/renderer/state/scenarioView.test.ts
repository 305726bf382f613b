import { describe, expect, it } from 'vitest'
import { scenarioName } from '../../../src/renderer/src/state/scenarioName'
import { fieldName, fieldValue } from '../../../src/shared/text/fieldWords'
import { freeName, viewAfter } from '../../../src/renderer/src/state/scenarioView'
import { addTarget, setInput, setLaw, setTarget } from '../../../src/shared/plan/edits'
import { clearScenario, duplicateScenario, editShown, fork, insertScenario, moveScenario, removeScenario } from '../../../src/shared/plan/scenarioEdits'
import { overridesBetween, planOf } from '../../../src/shared/plan/scenarios'
import { planSchema } from '../../../src/shared/plan/schema'
import { messages } from '../../../src/shared/text/messages'
import { setOverride } from '../../setOverride'

const base = planSchema.parse({
  targets: [{ id: 'code', name: 'Code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }],
  limits: { budgetUsd: 6e6 }
})
const two = setOverride(setOverride(fork(fork(base, 'A'), 'B'), 'A', 'price', 2), 'B', 'mfu', 0.5)
const en = messages.en

describe('what is on screen after a step back or forth', () => {
  it('stays where the step is seen', () => {
    expect(viewAfter(setInput(two, 'budget', 9e6), two, null)).toBeNull()
    expect(viewAfter(setOverride(two, 'A', 'price', 3), two, 'A')).toBe('A')
    expect(viewAfter(setInput(two, 'budget', 9e6), two, 'A')).toBe('A')
  })
  it('goes where the step happened when it is not seen', () => {
    expect(viewAfter(setOverride(two, 'A', 'price', 3), two, null)).toBe('A')
    expect(viewAfter(setOverride(two, 'A', 'price', 3), two, 'B')).toBe('A')
    // The base's price does not show in A, which has its own.
    expect(viewAfter(setInput(two, 'price', 9), two, 'A')).toBeNull()
  })
  it('shows a scenario that comes back, and the base when the one on screen is gone', () => {
    expect(viewAfter(removeScenario(two, 'B'), two, null)).toBe('B')
    expect(viewAfter(two, removeScenario(two, 'B'), 'B')).toBeNull()
  })
})

describe('an edit made while a scenario is on screen', () => {
  it('goes into the scenario and leaves the base', () => {
    const { plan, inBase } = editShown(two, 'A', (now) => setInput(now, 'budget', 9e6))
    expect(inBase).toBe(false)
    expect(planOf(plan, null)).toEqual(planOf(two, null))
    expect(planOf(plan, 'A').limits.budgetUsd).toBe(9e6)
  })
  it('goes whole into the base where a scenario cannot hold it, and says so', () => {
    for (const edit of [(now: typeof two) => addTarget(now, null), (now: typeof two) => setTarget(now, 'code', { name: 'Programs' })]) {
      const { plan, inBase } = editShown(two, 'A', edit)
      expect(inBase).toBe(true)
      expect(plan.scenarios).toEqual(two.scenarios)
      expect(planOf(plan, null)).toEqual(edit(planOf(two, null)))
    }
  })
})

describe('the list of scenarios', () => {
  it('is duplicated, moved, taken from and given back without losing a change', () => {
    const copied = duplicateScenario(two, 'A', 'A (2)')
    expect(copied.scenarios.map(({ id }) => id)).toEqual(['A', 'A-2', 'B'])
    expect(copied.scenarios[1]!.overrides).toEqual(two.scenarios[0]!.overrides)
    expect(moveScenario(two, 'A', 1).scenarios.map(({ id }) => id)).toEqual(['B', 'A'])
    expect(moveScenario(two, 'A', -5)).toBe(two)
    expect(insertScenario(removeScenario(two, 'A'), two.scenarios[0]!, 0)).toEqual(two)
    expect(clearScenario(two, 'A').scenarios[0]!.overrides).toEqual([])
    expect(planSchema.parse(copied)).toEqual(copied)
    for (const unknown of [duplicateScenario(two, 'none', 'x'), moveScenario(two, 'none', 0), clearScenario(two, 'none')]) expect(unknown).toBe(two)
  })
  it('names each once', () => {
    expect(freeName(two, 'C')).toBe('C')
    expect(freeName(fork(two, 'A (2)'), 'A')).toBe('A (3)')
    // A plan that would not be saved is worse than a short name.
    const long = freeName(two, 'x'.repeat(500))
    expect(planSchema.safeParse(fork(fork(two, long), freeName(fork(two, long), 'x'.repeat(500)))).success).toBe(true)
  })
})

describe('a scenario’s name', () => {
  const named = (edit: (plan: typeof base) => typeof base, language: 'en' | 'zh' = 'en'): string =>
    scenarioName(edit(base), overridesBetween(base, edit(base)).overrides, messages[language], language)

  it('is its change in words', () => {
    expect(named((plan) => setInput(plan, 'price', 1.9))).toBe('Price per hour $1.90')
    expect(named((plan) => setInput(plan, 'wanted@code', 0.9))).toBe('Wanted probability of Code 90\u00a0%')
    expect(named((plan) => setLaw(plan, { id: 'llama-3' }))).toBe('Scaling law Llama 3')
    expect(named((plan) => setInput(setInput(plan, 'price', 1.9), 'mfu', 0.5))).toMatch(/^.+ and 1 more$/)
    expect(named((plan) => setInput(plan, 'deadline', null))).toBe('New scenario')
    expect(named((plan) => setInput(plan, 'budget', null), 'zh')).toMatch(/^\p{Script=Han}+ \p{Script=Han}+$/u)
  })
  it('says the policy for tokens by its number, or that the law decides', () => {
    const fixed = setInput(base, 'tokensPerParameter', 20)
    expect(fieldValue(fixed, { target: null, field: 'ratio' }, en, 'en')).toBe('20')
    expect(fieldValue(base, { target: null, field: 'ratio' }, en, 'en')).toBe('law’s optimum')
    expect(fieldName(base, { target: null, field: 'ratio' }, en)).toBe('Tokens per parameter')
  })
  it('never drops a value that it has no words for', () => {
    expect(fieldValue(base, { target: null, field: 'limits', value: { budgetUsd: 3, more: [1] } }, en, 'en')).toBe('budgetUsd 3, more [1]')
  })
})
