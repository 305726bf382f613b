import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquares } from '../../../src/main/engine/numeric/leastSquares'
import { fitLine, predictionDeviation } from '../../../src/main/engine/numeric/line'

describe('leastSquares', () => {
  /** NIST StRD Misra1a: y = b1·(1 − exp(−b2·x)), certified b1 238.94212918, b2 5.5015643181e-4, residual sum of squares 0.12455138894. */
  const x = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0]
  const y = [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78]
  const misra = ([b1, b2]: readonly number[]) => ({
    value: x.map((v, i) => b1! * (1 - Math.exp(-b2! * v)) - y[i]!),
    slope: x.map((v) => [1 - Math.exp(-b2! * v), b1! * v * Math.exp(-b2! * v)])
  })

  it.each([
    [500, 1e-4],
    [250, 5e-4]
  ])('reaches the certified optimum of NIST Misra1a from %d, %d', (b1, b2) => {
    const fit = leastSquares(misra, [b1, b2])!
    expect(fit.parameters[0]! / 238.94212918).toBeCloseTo(1, 8)
    expect(fit.parameters[1]! / 5.5015643181e-4).toBeCloseTo(1, 8)
    expect(fit.sumSquares / 0.12455138894).toBeCloseTo(1, 9)
  })

  it('answers nothing where the residuals are no numbers', () => {
    expect(leastSquares(() => ({ value: [NaN], slope: [[1]] }), [1])).toBeNull()
  })

  it('is never worse than where it started, even where a parameter does nothing', () => {
    const flat = ([a]: readonly number[]) => ({
      value: [a! - 3, 1],
      slope: [
        [1, 0],
        [0, 0]
      ]
    })
    expect(leastSquares(flat, [10, 5])!.sumSquares).toBeLessThanOrEqual(50)
  })
})

describe('fitLine', () => {
  it('gives slope 2, intercept 1 and no scatter for points on y = 1 + 2x', () => {
    expect(fitLine([0, 1, 2], [1, 3, 5])).toMatchObject({ slope: 2, intercept: 1, sumSquares: 0 })
  })

  it('gives the prediction deviation 1.0817 at x = 3 for (1, 1), (2, 2), (3, 2), (4, 5) (by hand: s² 1.8/2, Sxx 5, √(0.9·(1 + 1/4 + 0.25/5)))', () => {
    const line = fitLine([1, 2, 3, 4], [1, 2, 2, 5])!
    expect(line.slope).toBeCloseTo(1.2, 12)
    expect(line.sumSquares).toBeCloseTo(1.8, 12)
    expect(predictionDeviation(line, 3)).toBeCloseTo(Math.sqrt(0.9 * (1 + 1 / 4 + 0.25 / 5)), 12)
  })

  it('has no line through one x, and no deviation from two points', () => {
    expect(fitLine([2, 2], [1, 5])).toBeNull()
    expect(predictionDeviation(fitLine([0, 1], [0, 1])!, 5)).toBeNull()
  })

  it('its residuals are orthogonal to x', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })), { minLength: 3 }), (points) => {
        const line = fitLine(
          points.map(([a]) => a),
          points.map(([, b]) => b)
        )
        fc.pre(line !== null && line.sumSquaresX > 1e-3)
        const dot = points.reduce((sum, [a, b]) => sum + (a - line!.meanX) * (b - line!.intercept - line!.slope * a), 0)
        expect(Math.abs(dot)).toBeLessThan(1e-8)
      })
    )
  })
})
