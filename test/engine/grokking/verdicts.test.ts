import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseGrokking } from '../../../src/main/engine/grokking/analyse'
import type { GrokkingAnalysis } from '../../../src/main/engine/grokking/analyse'
import { readCurve } from '../../../src/main/engine/grokking/curve'
import type { CurveRow } from '../../../src/main/engine/grokking/curve'
import type { Rules } from '../../../src/main/engine/grokking/stages'
import { isNoAnswer } from '../../../src/shared/notes'
import { curveOf, ramp, withColumn } from './curves'

const RULES: Rules = { threshold: 0.99, chance: 0.01, inARow: 5, delayed: 10 }
const analysed = (rows: CurveRow[], rules: Partial<Rules> = {}): GrokkingAnalysis => {
  const result = analyseGrokking(readCurve(rows, false), { ...RULES, ...rules })
  return isNoAnswer(result) ? expect.unreachable(result.detail) : result
}
const warned = (rows: CurveRow[]) => analysed(rows).warnings.map(({ code }) => code)

const grokked = curveOf([1, 0.5, 0.01], [30, 1, 0.02], [2, 1, 0.5], [10, 1, 1])
const waiting = curveOf([1, 0.5, 0.01], [60, 1, 0.02])

describe('each verdict', () => {
  it.each<[string, CurveRow[], Partial<GrokkingAnalysis>]>([
    [
      'grokked: memorised at 200, generalised at 3,400, 17 times later',
      grokked,
      { verdict: 'grokked', memorisationStep: 200, generalisationStep: 3400, delay: 3200, delayRatio: 17 }
    ],
    ['ordinary: generalised at 9 times the memorisation step', curveOf([1, 0.5, 0.01], [16, 1, 0.02], [10, 1, 1]), { verdict: 'ordinary', delayRatio: 9 }],
    ['grokked from 10 times on', curveOf([1, 0.5, 0.01], [18, 1, 0.02], [10, 1, 1]), { verdict: 'grokked', delayRatio: 10 }],
    ['ordinary: both at once', curveOf([3, 0.5, 0.5], [10, 1, 1]), { verdict: 'ordinary', delay: 0, delayRatio: 1, plateau: null }],
    [
      'ordinary: late, but rising all the way without a plateau',
      curveOf([1, 0.5, 0.05], ...ramp(40, 0.05, 1), [5, 1, 1]),
      { verdict: 'ordinary', plateau: null }
    ],
    [
      'memorising: validation within 0.1 of guessing',
      waiting,
      { verdict: 'memorising', memorisationStep: 200, generalisationStep: null, delay: null, delayRatio: null }
    ],
    ['under way: validation above that and rising', curveOf([1, 0.5, 0.01], [30, 1, 0.02], ...ramp(30, 0.02, 0.7)), { verdict: 'under way' }],
    ['never memorised: training stays at guessing', curveOf([60, 0.01, 0.01]), { verdict: 'never memorised', memorisationStep: null }],
    ['never memorised: training settles at 60 %, validation at guessing', curveOf([60, 0.6, 0.01]), { verdict: 'never memorised' }],
    ['partial: memorised, validation settles at 60 %', curveOf([1, 0.5, 0.01], [60, 1, 0.6]), { verdict: 'partial', memorisationStep: 200 }],
    ['partial: not memorised, validation settles at 75 %', curveOf([60, 0.88, 0.75]), { verdict: 'partial', memorisationStep: null }]
  ])('%s', (_name, rows, expected) => {
    expect(analysed(rows)).toMatchObject({ collapsed: false, ...expected })
  })

  it('collapsed is said in addition: grokked, then down to guessing', () => {
    const rows = [...grokked, ...curveOf([10, 0.02, 0.01]).map((row, i) => ({ ...row, step: 4400 + 100 * i }))]
    expect(analysed(rows)).toMatchObject({
      verdict: 'grokked',
      collapsed: true,
      advice: { worthContinuing: false, note: { code: 'grokking-advice-collapsed' } }
    })
    expect(warned(rows)).toContain('grokking-collapsed')
  })

  it('a run that never memorised cannot collapse', () => {
    expect(analysed(curveOf([10, 0.9, 0.01], [10, 0.01, 0.01]))).toMatchObject({ verdict: 'never memorised', collapsed: false })
  })

  it('four records in a row are not enough, five are', () => {
    const four = curveOf([1, 0.5, 0], [4, 1, 0], [1, 0.98, 0], [6, 1, 0])
    expect(analysed(four).memorisationStep).toBe(700)
    expect(analysed(four, { inARow: 4 }).memorisationStep).toBe(200)
  })

  it('the threshold counts from exactly 0.99 on, and is editable', () => {
    expect(analysed(curveOf([1, 0.5, 0], [10, 0.99, 0])).memorisationStep).toBe(200)
    expect(analysed(curveOf([1, 0.5, 0], [10, 0.98, 0])).memorisationStep).toBeNull()
    expect(analysed(curveOf([1, 0.5, 0], [10, 0.98, 0]), { threshold: 0.95 }).memorisationStep).toBe(200)
  })

  it('later dips are counted by stretch, with the deepest', () => {
    const rows = curveOf([1, 0.5, 0.01], [30, 1, 0.02], [10, 1, 1], [2, 1, 0.7], [3, 1, 1], [1, 1, 0.98], [5, 1, 1])
    expect(analysed(rows)).toMatchObject({
      verdict: 'grokked',
      dips: { episodes: 2, records: 3, lowest: 0.7, lowestStep: 4200 },
      advice: { note: { code: 'grokking-advice-dips' } }
    })
  })
})

describe('what the verdict alone does not say', () => {
  it.each<[string, CurveRow[]]>([
    ['grokking-memorised-at-start', curveOf([60, 1, 0.01])],
    ['grokking-late-without-plateau', curveOf([1, 0.5, 0.05], ...ramp(40, 0.05, 1), [5, 1, 1])],
    ['grokking-fell-back', curveOf([1, 0.5, 0.01], [30, 1, 0.02], [2, 1, 1], [30, 1, 0.02])],
    ['grokking-unconfirmed', curveOf([1, 0.5, 0.01], [30, 1, 0.02], [3, 1, 1])]
  ])('%s', (code, rows) => expect(warned(rows)).toContain(code))

  it('a step of 0 at which all is memorised has no ratio', () => {
    const rows = grokked.map((row, i) => ({ ...row, step: 100 * i, trainAccuracy: 1 }))
    expect(analysed(rows)).toMatchObject({ memorisationStep: 0, delayRatio: null, verdict: 'grokked' })
  })
})

describe('worth continuing?', () => {
  const advice = (rows: CurveRow[]) => {
    const { worthContinuing, note, evidence } = analysed(rows).advice
    return [worthContinuing, note.code, evidence.map(({ code }) => code)]
  }

  it('undecided without columns: it says what to record', () => {
    expect(advice(waiting)).toEqual([null, 'grokking-advice-no-columns', ['grokking-evidence-levels', 'grokking-evidence-wait']])
  })

  it.each([
    ['validationLoss', 'loss'],
    ['weightNorm', 'norm']
  ] as const)('yes while the %s falls; undecided while it does not', (column, short) => {
    expect(advice(withColumn(waiting, column, (i) => (i < 20 ? 10 : 10 - 0.1 * (i - 20))))).toEqual([
      true,
      'grokking-advice-signal',
      ['grokking-evidence-levels', 'grokking-evidence-wait', `grokking-evidence-${short}-falls`]
    ])
    expect(advice(withColumn(waiting, column, (i) => 10 + i))).toEqual([
      null,
      'grokking-advice-no-signal',
      ['grokking-evidence-levels', 'grokking-evidence-wait', `grokking-evidence-${short}-flat`]
    ])
  })

  it('hardly, when the wait is longer than any reported', () => {
    const long = waiting.map((row, i) => ({ ...row, step: i < 30 ? row.step! : row.step! * 100 }))
    expect(advice(long).slice(0, 2)).toEqual([false, 'grokking-advice-too-long'])
  })

  it.each<[boolean, string, CurveRow[]]>([
    [true, 'grokking-advice-under-way', curveOf([1, 0.5, 0.01], [30, 1, 0.02], ...ramp(30, 0.02, 0.7))],
    [false, 'grokking-advice-partial', curveOf([1, 0.5, 0.01], [60, 1, 0.6])],
    [false, 'grokking-advice-not-learning', curveOf([60, 0.01, 0.01])],
    [true, 'grokking-advice-still-learning', curveOf(...ramp(40, 0.1, 0.8).map(([n, , value]): [number, number, number] => [n, value, 0.01]))],
    [false, 'grokking-advice-unmemorised', curveOf([10, 0.5, 0.2], [20, 0.9, 1])],
    [false, 'grokking-advice-done', grokked]
  ])('%s: %s', (worth, code, rows) => expect(advice(rows).slice(0, 2)).toEqual([worth, code]))

  it('an early signal of a run that grokked leads the jump: loss peak at step 1,000, jump at 3,200', () => {
    const { signals } = analysed(withColumn(grokked, 'validationLoss', (i) => (i <= 9 ? 5 + 0.5 * i : 9.5 - 0.1 * (i - 9))))
    expect(signals.validationLoss).toMatchObject({ peakStep: 1000, leadSteps: 2200, falling: true })
    // Medians of five records: 9.3 around the peak, 7.6 before the jump.
    expect(signals.validationLoss!.fall).toBeCloseTo(1 - 7.6 / 9.3, 12)
  })
})

describe('any curve', () => {
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 0.99) },
    fc.constantFrom(null, -1, 1e300)
  )
  const row = fc.record({
    step: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) }, fc.constantFrom(null, -5, 1e300)),
    trainAccuracy: cell,
    validationAccuracy: cell,
    validationLoss: fc.oneof(fc.constant(null), fc.double({ min: -1, max: 50, noNaN: true })),
    weightNorm: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e3, noNaN: true }))
  })

  it('gives the same whatever the order of its rows, and no number that is none', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), fc.nat(), (rows, turn) => {
        const turned = rows.map((_, i) => rows[(i + turn) % rows.length]!).reverse()
        const [one, other] = [rows, turned].map((each) => analyseGrokking(readCurve(each, false), RULES))
        const plain = (result: typeof one) => (isNoAnswer(result!) ? result.reason : { ...result!, warnings: [] })
        expect(plain(other)).toEqual(plain(one))
        expectFinite(one)
      })
    )
  })

  function expectFinite(value: unknown): void {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite)
  }
})
