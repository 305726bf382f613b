/** Chi-square tail against SciPy (`test/golden/emergence/fits.py`), binomial draws against their distribution, isotonic regression against its definition. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialProbability } from '../../../src/main/engine/numeric/binomial'
import { drawBinomial } from '../../../src/main/engine/numeric/binomialDraw'
import { chiSquareTail } from '../../../src/main/engine/numeric/incompleteGamma'
import { isotonic } from '../../../src/main/engine/numeric/isotonic'
import { randomStream } from '../../../src/main/engine/numeric/random'
import golden from '../../golden/emergence/fits.json'

test.each(golden.chiSquareTail as [number, number, number][])('P(χ² ≥ %d) with %d degrees of freedom is SciPy’s to 1e-11', (x, degrees, expected) => {
  expect(Math.abs(chiSquareTail(x, degrees) / expected - 1)).toBeLessThan(1e-11)
})

describe('binomial draws', () => {
  test.each([
    [5, 0.3],
    [300, 0.01],
    [300, 0.25],
    [300, 0.97],
    [20_000, 0.4]
  ])('n %i, p %d: cells of the distribution function are hit as often as they should (Kolmogorov–Smirnov, 0.1 %% point)', (n, p) => {
    const draws = 20_000
    const random = randomStream(11)
    const counts = new Map<number, number>()
    for (let i = 0; i < draws; i++) {
      const k = drawBinomial(random, n, p)
      counts.set(k, (counts.get(k) ?? 0) + 1)
    }
    let below = 0
    let worst = 0
    for (const k of [...counts.keys()].sort((a, b) => a - b)) {
      below += counts.get(k)!
      worst = Math.max(worst, Math.abs(below / draws - binomialProbability(k, n, p)))
    }
    expect(worst).toBeLessThan(1.95 / Math.sqrt(draws))
  })

  test('n 0, p 0 and p 1 are certain', () => {
    const random = randomStream(1)
    expect([drawBinomial(random, 0, 0.5), drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).toEqual([0, 0, 9])
  })
})

test('isotonic regression never falls, keeps the mean, and no other rising sequence is nearer', () => {
  const values = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 12 })
  const distance = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + (v - b[i]!) ** 2, 0)
  fc.assert(
    fc.property(values, values, (v, other) => {
      const fit = isotonic(v)
      fit.forEach((x, i) => expect(x).toBeGreaterThanOrEqual((fit[i - 1] ?? -Infinity) - 1e-12))
      expect(fit.reduce((a, b) => a + b, 0)).toBeCloseTo(
        v.reduce((a, b) => a + b, 0),
        9
      )
      const rival = v.map((_, i) => other[i % other.length]!).sort((a, b) => a - b)
      expect(distance(v, fit)).toBeLessThanOrEqual(distance(v, rival) + 1e-9)
    })
  )
})
