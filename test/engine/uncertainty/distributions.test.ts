import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalProbability } from '../../../src/main/engine/numeric/normal'
import type { Distribution, Shape } from '../../../src/main/engine/uncertainty/distributions/distribution'
import { distributionOf } from '../../../src/main/engine/uncertainty/distributions/distributionOf'
import { intervalAs } from '../../../src/main/engine/uncertainty/distributions/interval'
import { isNoAnswer } from '../../../src/shared/notes'

interface Moments {
  name: string
  distribution: Distribution
  mean: number
  sd: number
}
interface Golden {
  probabilities: number[]
  cases: (Moments & { quantiles: number[]; x: number[]; cdf: number[]; survival: number[] })[]
  empirical: { values: number[]; weights: number[]; p: number[]; quantiles: number[]; mean: number; sd: number }
  truncatedMoments: Moments[]
}
/** From SciPy, NumPy and mpmath by distributions.py beside it. */
const golden = JSON.parse(readFileSync(new URL('../../golden/uncertainty/distributions.json', import.meta.url), 'utf8')) as Golden

function shapeOf(distribution: Distribution): Shape {
  const shape = distributionOf(distribution)
  if (isNoAnswer(shape)) throw new Error(shape.detail)
  return shape
}
const reasonOf = (distribution: Distribution): string | undefined => {
  const shape = distributionOf(distribution)
  return isNoAnswer(shape) ? shape.code : undefined
}
const relative = (value: number, to: number): number => (value === to ? 0 : Math.abs(value - to) / Math.max(Math.abs(to), 1e-12))

describe.each(golden.cases)('$name', ({ distribution, quantiles, x, cdf, survival, mean, sd }) => {
  const shape = shapeOf(distribution)
  const wide = shape.quantile(0.95) - shape.quantile(0.05)
  it('has the quantiles of SciPy to 1e-9, from either end', () => {
    golden.probabilities.forEach((p, i) => {
      // A value next to 0 keeps the digits of what it is the difference of.
      const near = (value: number) => expect(Math.abs(value - quantiles[i]!)).toBeLessThan(Math.max(1e-9 * Math.abs(quantiles[i]!), 1e-14 * wide))
      near(shape.quantile(p))
      // 1 − p has lost the digits of a small p.
      if (p > 1e-4) near(shape.upperQuantile(1 - p))
    })
  })
  it('has the distribution function and the tail of SciPy to 1e-9', () => {
    x.forEach((at, i) => {
      expect(Math.abs(shape.cdf(at) - cdf[i]!)).toBeLessThan(1e-9)
      expect(Math.abs(shape.survival(at) - survival[i]!)).toBeLessThan(1e-9)
    })
  })
  it('has the mean and the deviation of SciPy to 1e-9', () => {
    expect(relative(shape.mean as number, mean)).toBeLessThan(1e-9)
    expect(relative(shape.sd as number, sd)).toBeLessThan(1e-9)
  })
  it('fills whole columns with the same quantiles, to 1e-9 of the spread', () => {
    const u = Float64Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000)
    const out = new Float64Array(u.length)
    shape.fillQuantiles(u, out)
    u.forEach((p, i) => expect(Math.abs(out[i]! - shape.quantile(p))).toBeLessThan(1e-9 * Math.max(wide, Math.abs(out[i]!))))
    const z = Float64Array.from({ length: 1301 }, (_, i) => (i - 650) / 100)
    const fromNormals = new Float64Array(z.length)
    if (shape.fillFromNormals === undefined) return
    shape.fillFromNormals(z, fromNormals)
    z.forEach((at, i) => {
      const exact = at < 0 ? shape.quantile(normalProbability(at)) : shape.upperQuantile(normalProbability(-at))
      expect(Math.abs(fromNormals[i]! - exact)).toBeLessThan(1e-9 * Math.max(wide, Math.abs(exact)))
    })
  })
})

describe('values with weights', () => {
  const { values, weights, p, quantiles, mean, sd } = golden.empirical
  const shape = shapeOf({ kind: 'empirical', values, weights })
  it('have the quantiles, mean and deviation of NumPy', () => {
    expect(p.map(shape.quantile)).toEqual(quantiles)
    expect(shape.mean).toBeCloseTo(mean, 14)
    expect(shape.sd).toBeCloseTo(sd, 14)
  })
  it('take 0.3 of ten equal weights as three values, whatever the sum of tenths rounds to', () => {
    const ten = shapeOf({ kind: 'empirical', values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] })
    for (let k = 1; k <= 10; k++) expect(ten.quantile(k / 10)).toBe(k)
  })
  it('keep what lies in a domain', () => {
    const kept = shapeOf({ kind: 'truncated', of: { kind: 'empirical', values, weights }, low: 1.2, high: 4 })
    expect([kept.low, kept.high, kept.cdf(1.5)]).toEqual([1.5, 4, 3 / 4.5])
  })
})

describe.each(golden.truncatedMoments)('$name', ({ distribution, mean, sd }) => {
  it('has the mean and the deviation of mpmath to 1e-9', () => {
    const shape = shapeOf(distribution)
    expect(relative(shape.mean as number, mean)).toBeLessThan(1e-9)
    expect(relative(shape.sd as number, sd)).toBeLessThan(1e-9)
  })
})

describe('a belief that is no distribution is refused by its reason', () => {
  it.each<[string, Distribution]>([
    ['belief-upside-down', { kind: 'interval', low: 10, high: 5 }],
    ['belief-no-width', { kind: 'interval', low: 5, high: 5 }],
    ['belief-interval-probability', { kind: 'interval', low: 1, high: 5, probability: 1 }],
    ['belief-not-finite', { kind: 'interval', low: 1, high: Infinity }],
    ['belief-not-finite', { kind: 'point', value: NaN }],
    ['belief-not-positive', { kind: 'normal', mean: 1, sd: 0 }],
    ['belief-not-positive', { kind: 'logNormal', median: -1, sigma: 1 }],
    ['belief-upside-down', { kind: 'uniform', low: 2, high: 1 }],
    ['belief-not-finite', { kind: 'uniform', low: -1e308, high: 1e308 }],
    ['belief-mode-outside', { kind: 'triangular', low: 1, mode: 9, high: 5 }],
    ['belief-not-positive', { kind: 'beta', alpha: 0, beta: 1, low: 0, high: 1 }],
    ['belief-not-positive', { kind: 'weibull', scale: 1, steepness: -2 }],
    ['belief-not-positive', { kind: 'logLogistic', median: 0, steepness: 2 }],
    ['belief-empty', { kind: 'empirical', values: [] }],
    ['belief-value-not-finite', { kind: 'empirical', values: [1, NaN] }],
    ['belief-weights-count', { kind: 'empirical', values: [1, 2], weights: [1] }],
    ['belief-weight-negative', { kind: 'empirical', values: [1, 2], weights: [1, -1] }],
    ['belief-no-weight', { kind: 'empirical', values: [1, 2], weights: [0, 0] }],
    ['belief-upside-down', { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 2, high: 1 }],
    ['belief-truncation-nothing', { kind: 'truncated', of: { kind: 'uniform', low: 0, high: 1 }, low: 2, high: 3 }],
    ['belief-truncation-nothing', { kind: 'truncated', of: { kind: 'point', value: 1 }, low: 2, high: null }],
    ['belief-not-positive', { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: -1 }, low: 0, high: null }]
  ])('%s: %j', (code, distribution) => {
    expect(reasonOf(distribution)).toBe(code)
  })
})

describe('a mean that does not exist is a reason', () => {
  const codeOf = (mean: Shape['mean']) => (isNoAnswer(mean) ? mean.code : mean)
  it('log-logistic: no mean at a steepness of 1, no deviation at 2, both once the upper tail is cut', () => {
    const heavy: Distribution = { kind: 'logLogistic', median: 10, steepness: 1 }
    expect(codeOf(shapeOf(heavy).mean)).toBe('belief-infinite-mean')
    expect(codeOf(shapeOf({ ...heavy, steepness: 2 }).sd)).toBe('belief-infinite-spread')
    expect(shapeOf({ ...heavy, steepness: 2 }).mean).toBeCloseTo(5 * Math.PI, 12)
    expect(codeOf(shapeOf({ kind: 'truncated', of: heavy, low: 1, high: null }).mean)).toBe('belief-infinite-mean')
    expect(shapeOf({ kind: 'truncated', of: heavy, low: null, high: 50 }).mean).toBeGreaterThan(10)
  })
  it.each([
    // SciPy's quad in ln x over 400 panels, to 1e-12.
    [0.9, 5, null, 1e6, 101.48838996433186, 3721.9237337542195],
    [0.5, 5, 0.1, 1e9, 80613.80088579343, 5185896.822779249],
    [0.3, 2, null, 1e15, 16683607042.512094, 2621016718743.7515],
    [1.5, 3, 1, 1e12, 8.54108936137565, 4311.418830551016]
  ] as const)('of steepness %d and median %d, cut far out, have their moments in no time', (steepness, median, low, high, mean, sd) => {
    const start = performance.now()
    const cut = shapeOf({ kind: 'truncated', of: { kind: 'logLogistic', median, steepness }, low, high })
    expect((cut.mean as number) / mean).toBeCloseTo(1, 9)
    expect((cut.sd as number) / sd).toBeCloseTo(1, 9)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
  it('a log-normal or Weibull whose mean leaves the range of numbers', () => {
    expect(codeOf(shapeOf({ kind: 'logNormal', median: 1, sigma: 40 }).mean)).toBe('belief-mean-beyond-numbers')
    expect(codeOf(shapeOf({ kind: 'weibull', scale: 1, steepness: 0.005 }).mean)).toBe('belief-mean-beyond-numbers')
    expect(codeOf(shapeOf({ kind: 'logNormal', median: 1, sigma: 30 }).sd)).toBe('belief-spread-beyond-numbers')
  })
})

describe('what an entry means', () => {
  it('an interval above 0 is log-normal with median √(low·high), one that holds 0 is normal', () => {
    expect(intervalAs({ kind: 'interval', low: 5, high: 10 })).toEqual({
      kind: 'logNormal',
      median: expect.closeTo(Math.sqrt(50), 14) as number,
      sigma: expect.closeTo(Math.log(2) / 3.2897072539029445, 14) as number
    })
    expect(intervalAs({ kind: 'interval', low: -5, high: 10 })).toMatchObject({ kind: 'normal', mean: 2.5 })
  })
  it('a truncated belief never leaves its domain, and follows the normal through its tails', () => {
    const shape = shapeOf({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 8, high: null })
    expect(shape.low).toBe(8)
    for (let k = 1; k < 1000; k++) {
      expect(shape.quantile(k / 1000)).toBeGreaterThanOrEqual(8)
      expect(shape.cdf(shape.quantile(k / 1000))).toBeCloseTo(k / 1000, 12)
    }
  })
})
