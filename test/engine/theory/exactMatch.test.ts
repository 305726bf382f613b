import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactMatchCurve, exactMatchOfPowerLaw, ILLUSTRATIVE, logSpaced, powerLawEntropy } from '../../../src/main/engine/emergence/exactMatch'
import { exactMatchOfMeasured } from '../../../src/main/engine/emergence/measuredAccuracy'
import { readAccuracies } from '../../../src/main/engine/emergence/theoryRows'
import { isNoAnswer } from '../../../src/shared/notes'

const measured = (rows: { N?: number | null; p?: number | null }[], lengths: number[]) => {
  const result = exactMatchOfMeasured(readAccuracies(rows).rows, lengths)
  return isNoAnswer(result) ? expect.unreachable(result.detail) : result
}

describe('the exact match of an answer of L tokens', () => {
  it('is p^L, with L·(1 − p) tokens wrong', () => {
    const { curves } = measured(
      [
        { N: 1e8, p: 0.5 },
        { N: 1e9, p: 0.9 }
      ],
      [4]
    )
    expect(curves[0]!.points[0]).toMatchObject({ perToken: 0.5, exactMatch: expect.closeTo(0.0625, 14), editDistance: expect.closeTo(2, 14) })
    expect(curves[0]!.points[1]).toMatchObject({ exactMatch: expect.closeTo(0.6561, 14), editDistance: expect.closeTo(0.4, 14) })
  })

  it('moves its 50 % point by L^(1/exponent) and keeps its width in decades', () => {
    const { curves, notes } = exactMatchOfPowerLaw({ scale: 1e8, exponent: 0.5, offset: 0 }, [1e9], [1, 2, 10])
    expect(curves.map(({ halfScale }) => halfScale! / curves[0]!.halfScale!)).toEqual([1, expect.closeTo(4, 10), expect.closeTo(100, 8)])
    for (const { widthDecades } of curves) expect(widthDecades).toBeCloseTo(2.679076, 6)
    expect(notes.map(({ code }) => code)).toEqual(['exact-match-independent', 'exact-match-width'])
  })

  it('with Kaplan’s exponent 0.076 takes 17.6 decades from 10 to 90 %', () => {
    expect(exactMatchCurve(powerLawEntropy({ scale: 1e8, exponent: 0.076, offset: 0 }), 0, [], 5).widthDecades).toBeCloseTo(17.63, 2)
  })

  it('never comes to 50 % where an irreducible error keeps it below', () => {
    const { curves, notes } = exactMatchOfPowerLaw({ scale: 1e8, exponent: 0.5, offset: 0.1 }, [1e9], [1, 20])
    expect(curves[1]).toMatchObject({ halfScale: null, widthDecades: null, ceiling: expect.closeTo(Math.exp(-2), 14) })
    expect(notes.map(({ code }) => code)).toContain('exact-match-ceiling')
  })

  it('rises with N and falls with L, and its 50 % point undoes it', () => {
    const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(positive(1e3, 1e12), positive(0.1, 2), fc.integer({ min: 1, max: 200 }), (scale, exponent, length) => {
        const entropy = powerLawEntropy({ scale, exponent, offset: 0 })
        const { halfScale, points } = exactMatchCurve(entropy, 0, [scale, 2 * scale], length)
        expect(points[1]!.exactMatch).toBeGreaterThanOrEqual(points[0]!.exactMatch)
        expect(points[1]!.editDistance).toBeLessThan(points[0]!.editDistance)
        expect(exactMatchCurve(entropy, 0, [halfScale!], length).points[0]!.exactMatch).toBeCloseTo(0.5, 9)
        expect(exactMatchCurve(entropy, 0, [scale], length + 1).points[0]!.exactMatch).toBeLessThanOrEqual(points[0]!.exactMatch)
      })
    )
  })

  it('says when its curve is illustrative', () => {
    expect(exactMatchOfPowerLaw(ILLUSTRATIVE, [1e9], [5]).notes.map(({ code }) => code)).toContain('exact-match-illustrative')
  })
})

describe('measured accuracies', () => {
  it('give the 50 % point between sizes, along −ln p straight in ln N', () => {
    const { curves } = measured(
      [
        { N: 1e10, p: 1 },
        { N: 1e8, p: 0.25 }
      ],
      [1]
    )
    expect(curves[0]!.halfScale! / 1e9).toBeCloseTo(1, 12)
  })

  it('do not depend on the order of rows, count repeated sizes with their mean, and say where they fall', () => {
    const rows = [
      { N: 1e8, p: 0.2 },
      { N: 1e9, p: 0.7 },
      { N: 1e9, p: 0.9 },
      { N: 1e10, p: 0.6 }
    ]
    const { curves, notes } = measured(rows, [1])
    expect(curves[0]!.points.map(({ perToken }) => perToken)).toEqual([0.2, 0.8, 0.6].map((p) => expect.closeTo(p, 14)))
    expect(notes.map(({ code, values }) => [code, values.row ?? values.from])).toEqual([
      ['exact-match-independent', undefined],
      ['exact-match-repeated', 3],
      ['exact-match-falls', 1e9]
    ])
    expect(measured([...rows].reverse(), [1]).curves).toEqual(curves)
  })

  it('are refused by row: a size of 0, an accuracy of 0, of 90, none', () => {
    const { rows, problems } = readAccuracies([{ N: 0, p: 0.5 }, { N: 1e9, p: 0 }, { N: 1e9, p: 90 }, { N: 1e9 }])
    expect(rows).toEqual([])
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '1 N cell-not-positive',
      '2 p cell-not-positive',
      '3 p cell-percent',
      '4 p cell-missing'
    ])
    expect(exactMatchOfMeasured(rows, [1])).toMatchObject({ reason: 'underdetermined', values: { rows: 0 } })
  })
})

it('sizes are evenly spaced in ln N and end exactly where they should', () => {
  const sizes = logSpaced(1e7, 1e12, 6)
  expect([sizes[0], sizes[5]]).toEqual([1e7, 1e12])
  for (const [i, N] of sizes.entries()) expect(N / 10 ** (7 + i)).toBeCloseTo(1, 12)
})
