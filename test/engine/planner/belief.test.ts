import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beliefOf, marginal, marginals, probabilityQuantiles, requiredScale, scaleInterval } from '../../../src/main/engine/planner/belief'
import { smoothedExactly, smoothedTable } from '../../../src/main/engine/planner/smoothed'
import { smoothedAt } from '../../../src/main/engine/planner/smoothedTable'
import type { Target } from '../../../src/shared/plan/schema'

type Published = Parameters<typeof beliefOf>[0]
const published = (over: Partial<Published>): Published => ({
  link: 'weibull',
  critical: 60e9,
  criticalMeans: 'scale',
  steepness: 3.2,
  floor: 0,
  ceiling: 1,
  ...over
})
const range = { low: 50e9, high: 70e9 }

describe('a belief from a published figure', () => {
  it('takes a number as exact and a 90 % range as log-normal', () => {
    expect(beliefOf(published({}))).toMatchObject({ sigma: 0, openRange: false, lnMedian: Math.log(60e9) })
    const belief = beliefOf(published({ critical: range }))
    expect(Math.exp(belief.lnMedian)).toBeCloseTo(Math.sqrt(50e9 * 70e9), 2)
    // 5 % and 95 % of the belief are the ends of the range.
    expect(Math.exp(belief.lnMedian - 1.6448536269514722 * belief.sigma) / 50e9).toBeCloseTo(1, 12)
  })
  it('uses three times the lower end of an open range, and says so', () => {
    const belief = beliefOf(published({ critical: { low: 100e9, high: null } }))
    expect(belief).toEqual({ ...beliefOf(published({ critical: { low: 100e9, high: 300e9 } })), openRange: true })
  })
  it.each(['p50', 'first-observed', 'unknown'] as const)('makes a figure of kind %s the point of one half', (criticalMeans) => {
    for (const link of ['weibull', 'logistic', 'step'] as const)
      expect(marginal(beliefOf(published({ link, criticalMeans })), 60e9 * (1 + 1e-9))).toBeCloseTo(link === 'step' ? 1 : 0.5, 7)
    expect(Math.exp(beliefOf(published({ criticalMeans })).lnMedian)).toBeCloseTo(60e9 / Math.LN2 ** (1 / 3.2), 2)
  })
})

// mpmath 1.x, 40 digits: ∫ φ(z)·G(w + κz) dz at w = m·max(1, κ).
const GOLDEN: ['weibull' | 'logistic', number, [number, number][]][] = [
  [
    'weibull',
    0.1,
    [
      [-3, 0.048793454488413],
      [-0.2, 0.55933058535171],
      [2, 0.99922903423731]
    ]
  ],
  [
    'weibull',
    1,
    [
      [-3, 0.074315265461875],
      [-1, 0.36407818727186],
      [0.7, 0.78512820358744]
    ]
  ],
  [
    'weibull',
    1.9,
    [
      [-3, 0.017242868381513],
      [-1, 0.27220906814532],
      [2, 0.97670165645693]
    ]
  ],
  [
    'weibull',
    2.1,
    [
      [-3, 0.013537517446754],
      [-0.2, 0.5164706275223],
      [2, 0.97769020811876]
    ]
  ],
  [
    'weibull',
    20,
    [
      [-3, 0.0015152326628086],
      [-0.2, 0.43217581141942],
      [0.7, 0.76649307361608]
    ]
  ],
  [
    'logistic',
    0.33,
    [
      [-3, 0.049679074568814],
      [-1, 0.27371292391145],
      [2, 0.87647659751367]
    ]
  ],
  [
    'logistic',
    1.9,
    [
      [-3, 0.016112062009129],
      [0.7, 0.69819928879834],
      [2, 0.92796373245255]
    ]
  ],
  [
    'logistic',
    5,
    [
      [-3, 0.0024691722303185],
      [-0.2, 0.42529863177322],
      [2, 0.96991932421621]
    ]
  ]
]

describe('F̄, the chance over belief and link', () => {
  it.each(GOLDEN)('agrees with mpmath for %s at κ = %d', (link, κ, rows) => {
    for (const [m, S] of rows) expect(Math.abs(smoothedExactly(link, κ)(m * Math.max(1, κ)) - S)).toBeLessThan(1e-11)
  })
  it('is interpolated to 1e-10', () => {
    let worst = 0
    for (const link of ['weibull', 'logistic', 'step'] as const)
      for (const κ of [0, 1e-4, 0.03, 0.2, 0.5, 1, 1.5, 1.99, 2.01, 3, 6, 15, 60]) {
        const table = smoothedTable(link, κ)
        const S = smoothedExactly(link, κ)
        for (let w = table.low - 2; w < table.high + 2; w += 0.0173 * (1 + κ)) worst = Math.max(worst, Math.abs(smoothedAt(table, w) - S(w)))
      }
    expect(worst).toBeLessThan(1e-10)
  })
  it('is the same in a batch as alone', () => {
    for (const link of ['weibull', 'logistic', 'step'] as const)
      for (const critical of [60e9, range]) {
        const belief = beliefOf(published({ link, critical, floor: 0.1, ceiling: 0.9 }))
        const x = Float64Array.from({ length: 50 }, (_, k) => 1e9 * 1.2 ** k)
        marginals(belief, x.map(Math.log)).forEach((p, k) => expect(Math.abs(p - marginal(belief, x[k]!))).toBeLessThan(1e-10))
      }
  })
  it('is the floor at scale 0 and never leaves floor and ceiling', () => {
    fc.assert(
      fc.property(target(), fc.double({ min: -3, max: 3, noNaN: true }), (t, decades) => {
        const belief = beliefOf(t)
        const p = marginal(belief, Math.exp(belief.lnMedian) * 10 ** decades)
        expect(p).toBeGreaterThanOrEqual(t.floor - 1e-15)
        expect(p).toBeLessThanOrEqual(t.ceiling + 1e-15)
        expect(marginal(belief, 0)).toBe(t.floor)
      })
    )
  })
  it('goes to the point input as the range closes', () => {
    for (const link of ['weibull', 'logistic'] as const) {
      const point = marginal(beliefOf(published({ link })), 70e9)
      const narrow = marginal(beliefOf(published({ link, critical: { low: 60e9 * (1 - 1e-7), high: 60e9 * (1 + 1e-7) } })), 70e9)
      expect(narrow).toBeCloseTo(point, 10)
    }
  })
})

describe('the required scale', () => {
  it('is 77.87e9 for a Weibull of 60e9 and 3.2 at 90 %', () => {
    expect((requiredScale(beliefOf(published({})), 0.9) as number) / 1e9).toBeCloseTo(77.87, 2)
  })
  it('agrees with a root found by mpmath when the critical scale is a range', () => {
    expect((requiredScale(beliefOf(published({ critical: range })), 0.8) as number) / 69.36388467734818e9).toBeCloseTo(1, 11)
  })
  it('is the scale at which F̄ is the wanted probability', () => {
    fc.assert(
      fc.property(target(), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (t, share) => {
        fc.pre(!(t.link === 'step' && typeof t.critical === 'number'))
        const belief = beliefOf(t)
        const p = t.floor + (t.ceiling - t.floor) * share
        expect(marginal(belief, requiredScale(belief, p) as number)).toBeCloseTo(p, 10)
      })
    )
  })
  it('is 0 when the floor is enough and unreachable from the ceiling on', () => {
    for (const critical of [60e9, range]) {
      const belief = beliefOf(published({ critical, floor: 0.2, ceiling: 0.7 }))
      expect(requiredScale(belief, 0.15)).toBe(0)
      expect(requiredScale(belief, 0.7)).toMatchObject({ reason: 'unreachable' })
      expect(requiredScale(belief, 0.9)).toMatchObject({ reason: 'unreachable' })
    }
  })
  it('has an interval that is the range itself, moved by the link', () => {
    const belief = beliefOf(published({ critical: range }))
    const at80 = Math.log(5) ** (1 / 3.2)
    const interval = scaleInterval(belief, 0.8) as { p5: number; p50: number; p95: number }
    expect(interval.p5 / (50e9 * at80)).toBeCloseTo(1, 12)
    expect(interval.p95 / (70e9 * at80)).toBeCloseTo(1, 12)
    expect(scaleInterval(beliefOf(published({})), 0.8)).toMatchObject({ p5: expect.closeTo(60e9 * at80, 0), p95: expect.closeTo(60e9 * at80, 0) })
  })
  it('lies, for the interval, where the quantile of F is the wanted probability', () => {
    const belief = beliefOf(published({ critical: range }))
    const { p5, p95 } = scaleInterval(belief, 0.8) as { p5: number; p95: number }
    expect(probabilityQuantiles(belief, Float64Array.of(Math.log(p5)), 0.95)[0]).toBeCloseTo(0.8, 12)
    expect(probabilityQuantiles(belief, Float64Array.of(Math.log(p95)), 0.05)[0]).toBeCloseTo(0.8, 12)
  })
})

function target(): fc.Arbitrary<Published> {
  return fc
    .record({
      link: fc.constantFrom<Target['link']>('weibull', 'logistic', 'step'),
      low: fc.double({ min: 1e8, max: 1e12, noNaN: true }),
      spread: fc.constantFrom(1, 1.01, 1.4, 3, 30),
      criticalMeans: fc.constantFrom<Target['criticalMeans']>('scale', 'p50'),
      steepness: fc.double({ min: 0.3, max: 30, noNaN: true }),
      floor: fc.constantFrom(0, 0.1),
      ceiling: fc.constantFrom(0.8, 1)
    })
    .map(({ low, spread, ...rest }) => ({ ...rest, critical: spread === 1 ? low : { low, high: low * spread } }))
}
