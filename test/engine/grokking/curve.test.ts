import { describe, expect, it } from 'vitest'
import { analyseGrokking } from '../../../src/main/engine/grokking/analyse'
import type { GrokkingAnalysis } from '../../../src/main/engine/grokking/analyse'
import { comparison } from '../../../src/main/engine/grokking/comparison'
import { readCurve } from '../../../src/main/engine/grokking/curve'
import { grokkingIn } from '../../../src/main/engine/grokking/grokkingIn'
import { jumpWidth } from '../../../src/main/engine/grokking/jump'
import golden from '../../golden/theory/grokkingJump.json'
import { curveOf } from './curves'

const RULES = { threshold: 0.99, chance: 0, inARow: 5, delayed: 10 }
const record = (step: number, validation: number) => ({ step, train: 1, validation, trainLoss: null, validationLoss: null, weightNorm: null })

describe('reading a training curve', () => {
  it('refuses rows by row and column with the reason, and reads the rest', () => {
    const { records, problems } = readCurve(
      [
        ...curveOf([20, 1, 0.5]),
        { step: null, trainAccuracy: 1, validationAccuracy: 1 },
        { step: -1, trainAccuracy: 1, validationAccuracy: 1 },
        { step: 5000, trainAccuracy: null, validationAccuracy: 1 },
        { step: 5000, trainAccuracy: 1, validationAccuracy: 99 },
        { step: 5000, trainAccuracy: 1, validationAccuracy: -0.2 },
        { step: 5000, trainAccuracy: 1, validationAccuracy: 250 },
        { step: 5000, trainAccuracy: 1, validationAccuracy: 1, validationLoss: -3, weightNorm: 20 }
      ],
      false
    )
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '21 step cell-missing',
      '22 step cell-negative',
      '23 trainAccuracy cell-missing',
      '24 validationAccuracy cell-percent',
      '25 validationAccuracy cell-outside-share',
      '26 validationAccuracy cell-outside-share',
      '27 validationLoss cell-negative'
    ])
    expect(records).toHaveLength(21)
    expect(records[20]).toMatchObject({ step: 5000, validationLoss: null, weightNorm: 20 })
  })

  it('names unordered and repeated steps by row, sorts, and takes the mean of one step', () => {
    const rows = [100, 300, 200, 300, 400, 500].map((step, i) => ({ step, trainAccuracy: 1, validationAccuracy: 0.1 * i }))
    const { records, notes } = readCurve(rows, false)
    expect(records.map(({ step }) => step)).toEqual([100, 200, 300, 400, 500])
    expect(records[2]!.validation).toBeCloseTo(0.2, 14)
    expect(notes.map(({ code, values }) => [code, values.count, values.rows])).toEqual([
      ['grokking-unordered', 1, '3'],
      ['grokking-repeated', 1, '4']
    ])
  })

  it('names ten rows at most', () => {
    const rows = Array.from({ length: 30 }, () => ({ step: 100, trainAccuracy: 1, validationAccuracy: 0.5 }))
    expect(readCurve(rows, false).notes[0]).toMatchObject({ code: 'grokking-repeated', values: { count: 29, rows: '2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …' } })
  })

  it('takes one run of several, by its name and with the rows’ own numbers, and never their mean', () => {
    const slow = curveOf([20, 1, 0.05]).map((row) => ({ ...row, run: 'slow' }))
    const fast = curveOf([20, 1, 1]).map((row) => ({ ...row, run: 'fast' }))
    const rows = [...slow, ...fast, { run: 'fast', step: -1, trainAccuracy: 1, validationAccuracy: 1 }]
    const ask = (run?: string) => grokkingIn({ curve: rows, run, accuracyUnit: 'share', threshold: 0.99, inARow: 5, delayed: 10 })
    expect(ask()).toMatchObject({ code: 'grokking-several-runs', values: { count: 2, runs: 'slow, fast' } })
    expect(ask('medium')).toMatchObject({ code: 'grokking-no-such-run' })
    expect(ask('slow')).toMatchObject({ verdict: 'memorising', records: 20, problems: [] })
    expect(ask('fast')).toMatchObject({ verdict: 'ordinary', records: 20, problems: [{ row: 41, column: 'step' }] })
  })

  it('says row by row why nothing is left', () => {
    const curve = [1, 2, 3].map((step) => ({ step, trainAccuracy: 1, validationAccuracy: null }))
    expect(grokkingIn({ curve, accuracyUnit: 'share', threshold: 0.99, inARow: 5, delayed: 10 })).toMatchObject({
      code: 'grokking-too-few-left',
      problems: [{ row: 1, column: 'validationAccuracy' }, { row: 2 }, { row: 3 }]
    })
  })

  it('refuses a curve in per cent as a whole, and reads it when told so', () => {
    const rows = curveOf([3, 0.8, 0.8], [30, 99.5, 0.9])
    expect(analyseGrokking(readCurve(rows, false), RULES)).toMatchObject({
      reason: 'notDefined',
      code: 'grokking-percent',
      values: { row: 4, column: 'trainAccuracy', value: 99.5 }
    })
    expect(analyseGrokking(readCurve(rows, true), RULES)).toMatchObject({ verdict: 'memorising', memorisationStep: 400 })
  })

  it('told to read per cent, refuses what is above 100 and doubts what is all below 1', () => {
    expect(readCurve([...curveOf([5, 99, 2]), { step: 9000, trainAccuracy: 101, validationAccuracy: 1 }], true).problems.map(({ code }) => code)).toEqual([
      'cell-outside-percent'
    ])
    expect(readCurve(curveOf([5, 1, 0.5]), true).notes.map(({ code }) => code)).toEqual(['grokking-share-as-percent'])
  })

  it('needs as many records as must hold in a row, and names the first refused row', () => {
    expect(analyseGrokking(readCurve(curveOf([4, 1, 1]), false), RULES)).toMatchObject({ reason: 'underdetermined', values: { records: 4, needed: 5 } })
    const left = [...curveOf([4, 1, 1]), { step: 900 }]
    expect(analyseGrokking(readCurve(left, false), RULES)).toMatchObject({ reason: 'underdetermined', code: 'grokking-too-few-left', values: { row: 5 } })
    expect(analyseGrokking(readCurve([], false), RULES)).toMatchObject({ reason: 'underdetermined' })
  })
})

describe('the width of the jump', () => {
  it(`of a noisy rise is ${golden.widthDecades.toFixed(4)} decades around step ${golden.middleStep.toFixed(0)} (SciPy)`, () => {
    const jump = jumpWidth(golden.steps.map((step, i) => record(step, golden.validation[i]!)))!
    expect(jump.resolved).toBe(true)
    expect(jump.widthDecades / golden.widthDecades).toBeCloseTo(1, 6)
    expect(jump.middleStep / golden.middleStep).toBeCloseTo(1, 6)
    expect(jump.rmse! / golden.rmse).toBeCloseTo(1, 8)
  })

  it('of 1/(1 + (s/5000)^−8) is lg 81/8 = 0.2386 decades around 5,000', () => {
    const steps = Array.from({ length: 60 }, (_, i) => 300 * (i + 1))
    const jump = jumpWidth(steps.map((step) => record(step, 1 / (1 + (step / 5000) ** -8))))!
    expect(jump.middleStep).toBeCloseTo(5000, 3)
    expect(jump.widthDecades).toBeCloseTo(Math.log10(81) / 8, 8)
  })

  it('is an upper bound when no records lie on the rise', () => {
    const jump = jumpWidth([100, 200, 300, 600, 700].map((step, i) => record(step, i < 3 ? 0 : 1)))
    expect(jump).toEqual({ middleStep: expect.closeTo(Math.sqrt(300 * 600), 9), widthDecades: expect.closeTo(Math.log10(2), 12), resolved: false, rmse: null })
  })

  it('is none where nothing rises', () => {
    expect(jumpWidth([100, 200, 300].map((step) => record(step, 0.4)))).toBeNull()
    expect(jumpWidth([100, 200, 300].map((step, i) => record(step, 1 - i / 3)))).toBeNull()
    expect(jumpWidth([record(0, 0)])).toBeNull()
  })
})

it('emergence stands beside grokking in nine aspects, each with words of its own', () => {
  const rows = comparison()
  expect(rows).toHaveLength(9)
  expect(new Set(rows.flatMap((row) => [row.aspect, row.emergence, row.grokking].map(({ message }) => message))).size).toBe(27)
})

it('an accuracy of guessing that was not given is 0, and said; the refused rows come with the answer', () => {
  const question = { curve: [...curveOf([10, 1, 0.05]), { step: 2000 }], accuracyUnit: 'share' as const, threshold: 0.99, inARow: 5, delayed: 10 }
  const answer = grokkingIn(question)
  expect(answer).toMatchObject({ verdict: 'memorising', problems: [{ row: 11, column: 'trainAccuracy' }] })
  expect((answer as GrokkingAnalysis).warnings.map(({ code }) => code)).toContain('grokking-chance-default')
  expect((grokkingIn({ ...question, chance: 0.01 }) as GrokkingAnalysis).warnings.map(({ code }) => code)).not.toContain('grokking-chance-default')
})
