import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstChance, chanceNotes, chanceOf } from '../../../src/main/engine/emergence/chance'
import { againstComplexity, availableComplexity, sizeForComplexity } from '../../../src/main/engine/emergence/complexity'
import { COMPONENT_STRENGTHS, decompose, TASK_REQUIREMENTS } from '../../../src/main/engine/emergence/icl'
import { isNoAnswer } from '../../../src/shared/notes'

describe('in-context learning taken apart', () => {
  const answered = (...input: Parameters<typeof decompose>) => {
    const result = decompose(...input)
    return isNoAnswer(result) ? expect.unreachable(result.detail) : result
  }

  it.each([
    ['arithmetic', '6.67', '13.33'],
    ['code', '10.00', '16.67'],
    ['logicalReasoning', '8.00', '16.67']
  ])('%s is there from %s by the source’s code and from %s by its words', (task, first, all) => {
    const [only] = answered(COMPONENT_STRENGTHS, TASK_REQUIREMENTS, task).tasks
    expect([only!.first!.toFixed(2), only!.all!.toFixed(2)]).toEqual([first, all])
  })

  it('says that the two readings differ by up to a factor 2.08', () => {
    const { notes } = answered(COMPONENT_STRENGTHS, TASK_REQUIREMENTS)
    expect(notes.find(({ code }) => code === 'icl-two-readings')!.values.factor).toBeCloseTo(16.6667 / 8, 4)
  })

  it('is never reached in full by a component without strength, and leaves out what has no weight', () => {
    const [task] = answered({ a: 0, b: 0.5, c: 1 }, { t: { a: 1, b: 1, c: 0 } }).tasks
    expect(task).toMatchObject({ first: 2, all: null, components: [{ component: 'b' }, { component: 'a', threshold: null }] })
  })

  it('refuses unknown tasks and components, and tasks that need nothing, by name', () => {
    expect(decompose(COMPONENT_STRENGTHS, TASK_REQUIREMENTS, 'poetry')).toMatchObject({ reason: 'notDefined', values: { task: 'poetry' } })
    expect(decompose({ a: 1 }, { t: { b: 1 } })).toMatchObject({ reason: 'notDefined', values: { component: 'b', known: 'a' } })
    expect(decompose({ a: 1 }, { t: { a: 0 } })).toMatchObject({ reason: 'notDefined', code: 'icl-no-component' })
  })

  it('says when strengths are no shares', () => {
    expect(answered({ a: 0.5 }, { t: { a: 1 } }).notes.map(({ code }) => code)).toContain('icl-strengths-sum')
  })
})

describe('the complexity model', () => {
  it.each([
    ['arithmetic-2-digit', 1e4],
    ['arithmetic-5-digit', 1e6],
    ['deduction-3-step', 215_443.469],
    ['code-complex', 21_544_346.9]
  ])('%s needs %d parameters', (task, size) => {
    expect(againstComplexity({ N: 1, task }).rows[0]!.requiredN / size).toBeCloseTo(1, 8)
  })

  it('holds the whole table against a size, and knows what it does not know', () => {
    const { rows, notes } = againstComplexity({ N: 1e6 })
    expect(rows.filter(({ emerges }) => emerges).map(({ task }) => task)).toEqual([
      'arithmetic-2-digit',
      'arithmetic-5-digit',
      'deduction-3-step',
      'code-simple'
    ])
    expect(notes.map(({ code }) => code)).toEqual(['complexity-estimate'])
    expect(againstComplexity({ N: 1, task: 'toString' }).notes.map(({ code }) => code)).toContain('complexity-unknown-task')
  })

  it('takes a complexity and a table of one’s own', () => {
    expect(againstComplexity({ N: 100, task: 'mine', complexity: 1000 }).rows).toMatchObject([{ task: 'mine', emerges: true, margin: 1 }])
    expect(againstComplexity({ N: 100, table: { mine: 2000 } }).rows).toMatchObject([{ task: 'mine', emerges: false, margin: 0.5 }])
  })

  it('its size undoes its complexity', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e20, noNaN: true }), (N) => {
        expect(sizeForComplexity(availableComplexity(N)) / N).toBeCloseTo(1, 12)
      })
    )
  })
})

describe('guessing', () => {
  it('is 1/answers, and blind up to there without the number of items', () => {
    const chance = chanceOf(4, null, 0.95)
    expect(chance).toEqual({ chance: 0.25, guessing: null, blind: { low: 0, high: 0.25, ceilingFrom: null } })
    expect(chanceNotes(chance, 4, null, 0.3).map(({ code }) => code)).toEqual(['chance-no-items'])
  })

  it('gets 30 to 52 of 164 items with four answers right, 95 % (SciPy: binom.ppf)', () => {
    const { guessing, blind } = chanceOf(4, 164, 0.95)
    expect(guessing!.rightRange).toEqual({ low: 30, high: 52 })
    expect(blind.high).toBe(52 / 164)
  })

  it('calls a score within that range no sign of an ability, and counts a score that is no whole number of items', () => {
    const chance = chanceOf(4, 164, 0.95)
    expect(chanceNotes(chance, 4, 164, 0.3).map(({ code }) => code)).toEqual(['chance-rounded', 'chance-within'])
    expect(chanceNotes(chance, 4, 164, 82 / 164)).toEqual([])
  })

  it('normalises a score to 0 at chance and 1 at all right, below 0 for worse than guessing', () => {
    expect(againstChance(0.25, 4, null)).toEqual({ normalised: 0, pValue: null })
    expect(againstChance(1, 4, 3)).toEqual({ normalised: 1, pValue: expect.closeTo(1 / 64, 14) })
    expect(againstChance(0, 4, 3)).toEqual({ normalised: expect.closeTo(-1 / 3, 14), pValue: 1 })
  })

  it('tells nothing with one answer', () => {
    expect(againstChance(1, 1, 10)).toEqual({ normalised: null, pValue: 1 })
    expect(chanceNotes(chanceOf(1, 10, 0.95), 1, 10, 1).map(({ code }) => code)).toEqual(['chance-one-answer'])
  })
})
