import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalDensity, normalProbability, normalQuantile } from '../../../src/main/engine/numeric/normal'
import { binnedLikelihood, informationValue, USUAL_BINS, type InformationValue } from '../../../src/main/engine/uncertainty/valueOfInformation'
import { isNoAnswer } from '../../../src/shared/notes'

function valueOf(...asked: Parameters<typeof informationValue>): InformationValue {
  const value = informationValue(...asked)
  if (isNoAnswer(value)) throw new Error(value.detail)
  return value
}
const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('the value of information', () => {
  it('0 ≤ EVSI ≤ EVPI on the same draws, exactly, for any utilities and any measurement', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 15 })).chain(([actions, S, bins]) =>
      fc.record({
        utilities: fc.array(fc.float64Array({ minLength: S, maxLength: S, min: -1e9, max: 1e9, noNaN: true }), { minLength: actions, maxLength: actions }),
        likelihood: fc.float64Array({ minLength: S * bins, maxLength: S * bins, min: 1e-6, max: 1, noNaN: true }),
        bins: fc.constant(bins)
      })
    )
    fc.assert(
      fc.property(cases, ({ utilities, likelihood, bins }) => {
        const { perfect, sample } = valueOf(utilities, { likelihood, bins })
        expect(sample).toBeGreaterThanOrEqual(0)
        expect(sample).toBeLessThanOrEqual(perfect)
      }),
      { numRuns: 500 }
    )
  })
  it('by hand: two states, two actions', () => {
    // Build is worth 10 or −6 with equal chance, nothing is worth 0: E = 2; knowing gives 5; EVPI = 3.
    const utilities = [Float64Array.of(10, -6), Float64Array.of(0, 0)]
    // A test that is right in 80 %: after "good" build is worth 0.8·10 − 0.2·6 = 6.8, after "bad" 0.2·10 − 0.8·6 < 0. EVSI = 0.5·6.8 − 2 = 1.4.
    const { best, bestValue, perfect, sample, perfectError, sampleError } = valueOf(utilities, { likelihood: Float64Array.of(0.8, 0.2, 0.2, 0.8), bins: 2 })
    // Of the two draws knowing adds 0 and 6, the test 0.2·(−10) and 0.8·6: half their difference is the error of their mean.
    expect(perfectError).toBeCloseTo(3, 14)
    expect(sampleError).toBeCloseTo(3.4, 14)
    expect([best, bestValue]).toEqual([0, 2])
    expect(perfect).toBeCloseTo(3, 14)
    expect(sample).toBeCloseTo(1.4, 14)
  })
  it('a measurement that tells nothing is worth nothing, one that tells all is worth EVPI', () => {
    const utilities = [Float64Array.of(5, -3, 2, -8), Float64Array.of(0, 0, 0, 0), Float64Array.of(-1, 4, 1, -2)]
    const { perfect, sample: nothing } = valueOf(utilities, { likelihood: new Float64Array(4 * 3).fill(1 / 3), bins: 3 })
    expect(nothing).toBeCloseTo(0, 14)
    const identity = new Float64Array(16)
    for (let s = 0; s < 4; s++) identity[5 * s] = 1
    expect(valueOf(utilities, { likelihood: identity, bins: 4 }).sample).toBeCloseTo(perfect, 14)
  })
  it('normal prior and normal measurement: as in closed form (Raiffa & Schlaifer), within what 15 bins lose', () => {
    // U(build) = θ ~ N(m, 1), nothing 0; y = θ + N(0, e). Posterior mean has deviation v = 1/√(1 + e²); EVSI = v·φ(m/v) + m·Φ(m/v) − max(m, 0), EVPI with v = 1.
    const S = 20_001
    const m = -0.3
    const e = 0.7
    const theta = Float64Array.from({ length: S }, (_, s) => m + normalQuantile((s + 0.5) / S))
    const closed = (v: number): number => v * normalDensity(m / v) + m * normalProbability(m / v) - Math.max(m, 0)
    const { perfect, sample } = valueOf([theta, new Float64Array(S)], { likelihood: binnedLikelihood(theta, e), bins: USUAL_BINS })
    expect(Math.abs(perfect / closed(1) - 1)).toBeLessThan(1e-4)
    expect(sample! / closed(1 / Math.sqrt(1 + e * e))).toBeLessThan(1.0001)
    expect(sample! / closed(1 / Math.sqrt(1 + e * e))).toBeGreaterThan(0.98)
  })
  it('falls as the measurement gets worse', () => {
    const theta = Float64Array.from({ length: 2001 }, (_, s) => normalQuantile((s + 0.5) / 2001))
    const worth = [0.01, 0.3, 1, 3, 30].map(
      (e) => valueOf([theta, new Float64Array(2001)], { likelihood: binnedLikelihood(theta, e), bins: USUAL_BINS }).sample!
    )
    expect([...worth].sort((a, b) => b - a)).toEqual(worth)
    expect(worth.at(-1)! / worth[0]!).toBeLessThan(0.1)
  })
  it('errors compare independent groups of draws: groups that agree leave none', () => {
    const theta = Float64Array.of(-1, 3, -1, 3, -1, 3)
    const alone = valueOf([theta, new Float64Array(6)])
    const grouped = informationValue([theta, new Float64Array(6)], undefined, 3)
    if (isNoAnswer(grouped)) throw new Error(grouped.detail)
    expect([alone.perfect, grouped.perfect]).toEqual([0.5, 0.5])
    expect(alone.perfectError).toBeGreaterThan(0.1)
    expect(grouped.perfectError).toBe(0)
    expect(() => informationValue([theta], undefined, 4)).toThrow('do not make 4 equal groups')
  })
  it('no draws, no actions, and a measurement that cannot come out are reasons', () => {
    for (const utilities of [[], [new Float64Array(0)]]) {
      const refused = informationValue(utilities)
      expect(isNoAnswer(refused) && refused.code).toBe('information-no-draws')
    }
    const refused = informationValue([Float64Array.of(1, 2)], { likelihood: Float64Array.of(1, 0, 0, 0), bins: 2 })
    expect(isNoAnswer(refused) && [refused.code, refused.values]).toEqual(['information-no-answer', { row: 2 }])
  })
})

describe('the bins of a measurement', () => {
  it('have rows that add up to 1, and about equal chances', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 60 }), fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (predictions, error) => {
        const rows = binnedLikelihood(Float64Array.from(predictions), error)
        predictions.forEach((_, s) => {
          const row = rows.subarray(s * USUAL_BINS, (s + 1) * USUAL_BINS)
          expect(row.every((p) => p >= 0)).toBe(true)
          expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
        })
      })
    )
    const theta = Float64Array.from({ length: 3000 }, (_, s) => normalQuantile((s + 0.5) / 3000))
    const rows = binnedLikelihood(theta, 0.5)
    for (let y = 0; y < USUAL_BINS; y++) {
      const chance = theta.reduce((sum, _, s) => sum + rows[s * USUAL_BINS + y]!, 0) / 3000
      expect(Math.abs(chance * USUAL_BINS - 1)).toBeLessThan(0.05)
    }
  })
})
