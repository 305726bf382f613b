import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predictThreshold } from '../../../src/main/engine/emergence/predictThreshold'
import type { KnownThreshold } from '../../../src/main/engine/emergence/predictThreshold'
import { readKnown } from '../../../src/main/engine/emergence/theoryRows'
import golden from '../../golden/theory/theory.json'

const known = (...rows: [task: string, property: number, threshold: number, more?: { performance?: number; reached?: boolean }][]): KnownThreshold[] =>
  readKnown(rows.map(([task, property, threshold, more]) => ({ task, property, threshold, ...more }))).rows
const codes = (prediction: ReturnType<typeof predictThreshold>) => prediction!.notes.map(({ code }) => code)
const digits = known(['sum', 2, 6e9], ['sum', 3, 13e9], ['sum', 5, 175e9])

describe('a threshold from those of other tasks', () => {
  it('lies on the line between the two nearest of the same task, and says interpolated', () => {
    const prediction = predictThreshold(digits, { task: 'sum', property: 4 }, 0.9)!
    expect(prediction).toMatchObject({ threshold: 94e9, method: 'interpolated', interval: null, usedRows: [2, 3] })
    expect(codes(prediction)).toContain('threshold-interpolated')
  })

  it('lies on the line through the outermost two beyond them, and says extrapolated', () => {
    expect(predictThreshold(digits, { task: 'sum', property: 6 }, 0.9)).toMatchObject({ threshold: 256e9, method: 'extrapolated', usedRows: [2, 3] })
  })

  it('passes through an observation', () => {
    expect(predictThreshold(digits, { task: 'sum', property: 3 }, 0.9)!.threshold).toBe(13e9)
  })

  it('counts observations of equal property with their mean', () => {
    const rows = known(['sum', 2, 4e9], ['sum', 2, 8e9], ['sum', 4, 20e9])
    expect(predictThreshold(rows, { task: 'sum', property: 3 }, 0.9)).toMatchObject({ threshold: 13e9, usedRows: [1, 2, 3] })
  })

  it('leaves a line that falls to zero or below, says so, and takes the regression', () => {
    const prediction = predictThreshold(digits, { task: 'sum', property: 1 }, 0.9)!
    expect(prediction).toMatchObject({ method: 'regression' })
    expect(codes(prediction)).toContain('threshold-line-below-zero')
    expect(prediction.threshold).toBeGreaterThan(0)
  })

  it('is the regression of ln threshold for another task; the raw regression of the source is −45.0e9 at 0.5 and marked', () => {
    const rows = known(['a', 1, 1e9], ['b', 2, 6e9], ['c', 3, 13e9], ['d', 4, 60e9], ['e', 6, 175e9])
    const prediction = predictThreshold(rows, { task: 'f', property: 0.5 }, 0.9)!
    expect(prediction.method).toBe('regression')
    expect(prediction.threshold).toBeGreaterThan(0)
    expect(prediction.sourceRegression!.threshold / golden.regression.rawAtHalf).toBeCloseTo(1, 12)
    expect(prediction.sourceRegression!.negative).toBe(true)
    expect(codes(prediction)).toContain('threshold-raw-negative')
  })

  it('has no interval from two observations, and says why', () => {
    const prediction = predictThreshold(known(['a', 1, 1e9], ['b', 2, 6e9]), { task: 'f', property: 3 }, 0.9)!
    expect(prediction).toMatchObject({ method: 'regression', interval: null })
    expect(prediction.threshold / 36e9).toBeCloseTo(1, 12)
    expect(codes(prediction)).toContain('threshold-no-scatter')
  })

  it('is the rule of thumb with one observation, and nothing at property 0', () => {
    expect(predictThreshold(known(['a', 1, 1e9]), { task: 'a', property: 2 }, 0.9)).toMatchObject({
      threshold: 1e10 * 2 ** 1.5,
      method: 'power-law',
      usedRows: []
    })
    expect(predictThreshold([], { task: 'a', property: 0 }, 0.9)).toBeNull()
  })

  it('uses no row that did not reach its task, by its word or by a performance of at most one half, and says how it is used', () => {
    const rows = known(['a', 1, 1e9], ['b', 2, 6e9], ['a', 2, 500e9, { reached: false }], ['b', 3, 1e9, { performance: 0.5 }])
    const prediction = predictThreshold(rows, { task: 'f', property: 3 }, 0.9)!
    expect(prediction.usedRows).toEqual([1, 2])
    expect(prediction.notes.filter(({ values }) => 'tried' in values).map(({ code, values }) => [code, values.row])).toEqual([
      ['threshold-unreached-contradicts', 3],
      ['threshold-unreached', 4]
    ])
  })

  it('refuses rows cell by cell with row, column and reason, and goes on', () => {
    const { rows, problems } = readKnown([
      { task: 'a', property: 2, threshold: 0 },
      { task: 'a', property: null, threshold: 1e9 },
      { task: 'a', property: -1, threshold: 1e9 },
      { task: 'a', property: 1, threshold: 1e9, performance: 83 },
      { task: 'a', property: 1, threshold: 1e9, performance: -0.1 },
      { task: 'a', property: 1, threshold: 1e9, performance: null }
    ])
    expect(rows.map(({ row }) => row)).toEqual([6])
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'threshold', 'cell-not-positive'],
      [2, 'property', 'cell-missing'],
      [3, 'property', 'cell-negative'],
      [4, 'performance', 'cell-percent'],
      [5, 'performance', 'cell-outside-share']
    ])
    expect(problems[3]!.reason).toContain('0.83')
  })

  it('does not depend on the order of the rows, and is above 0 and finite or nothing', () => {
    const row = fc.record({
      task: fc.constantFrom('a', 'b', 'c'),
      property: fc.integer({ min: 0, max: 8 }),
      threshold: fc.double({ min: 1, max: 1e12, noNaN: true }),
      reached: fc.option(fc.boolean()),
      performance: fc.constant(null)
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.double({ min: 0, max: 20, noNaN: true }), fc.nat(), (rows, property, turn) => {
        const numbered = rows.map((one, i) => ({ ...one, row: i + 1 }))
        const turned = numbered.map((_, i) => numbered[(i + turn) % rows.length]!)
        const [one, other] = [numbered, turned].map((each) => predictThreshold(each, { task: 'a', property }, 0.9))
        if (one === null || other === null) expect(one).toBe(other)
        else {
          expect(one!.threshold).toBeGreaterThan(0)
          expect(one!.method).toBe(other!.method)
          expect(one!.threshold / other!.threshold).toBeCloseTo(1, 6)
          expect(Object.values(one!.interval ?? {}).every(Number.isFinite)).toBe(true)
        }
      })
    )
  })
})
