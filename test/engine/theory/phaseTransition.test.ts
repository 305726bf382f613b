import { describe, expect, it } from 'vitest'
import { PHASE_MODELS, phaseCurve } from '../../../src/main/engine/emergence/phaseTransition'
import type { PhaseQuestion } from '../../../src/main/engine/emergence/phaseTransition'
import { isNoAnswer } from '../../../src/shared/notes'

const question: PhaseQuestion = { model: 'power-onset', critical: 60e9, steepness: 1, range: { from: 6e8, to: 6e12 }, points: 41 }
const curve = (changes: Partial<PhaseQuestion>) => {
  const answer = phaseCurve({ ...question, ...changes })
  return isNoAnswer(answer) ? expect.unreachable(answer.detail) : answer
}
const codes = (changes: Partial<PhaseQuestion>) => curve(changes).notes.map(({ code }) => code)

describe('an order parameter over scale', () => {
  it.each(PHASE_MODELS)('%s never falls, stays within 0 and its supremum, and covers the range', (model) => {
    for (const steepness of [0.3, 1, 3]) {
      const { curve: points, supremum } = curve({ model, steepness })
      expect(points).toHaveLength(41)
      expect([points[0]!.scale, points[40]!.scale]).toEqual([6e8, 6e12])
      points.forEach(({ order }, i) => {
        expect(order).toBeGreaterThanOrEqual(points[i - 1]?.order ?? 0)
        expect(order).toBeLessThanOrEqual(supremum)
      })
    }
  })

  it.each([
    [0.5, 'infinite'],
    [1, 'finite'],
    [2, 'zero']
  ] as const)('leaves its onset with exponent %d with a slope that is %s', (steepness, slope) => {
    expect(curve({ steepness })).toMatchObject({ criticalPoint: { kind: 'onset', scale: 60e9 }, onsetSlope: slope, asGiven: null })
    expect(codes({ steepness })).toEqual(['phase-analogy', 'phase-kink'])
  })

  it('of a shifted Weibull is one half at x_c·(1 + ln 2) for an exponent of 1', () => {
    expect(curve({ model: 'shifted-weibull' }).halfScale! / (60e9 * (1 + Math.LN2))).toBeCloseTo(1, 12)
  })

  it('of a Boltzmann barrier never passes one half; the source’s form without T stands beside it', () => {
    const { curve: points, asGiven, halfScale, criticalPoint } = curve({ model: 'boltzmann', steepness: 4, range: { from: 6e9, to: 6e40 } })
    expect(points.every(({ order }) => order <= 0.5)).toBe(true)
    expect(halfScale).toBeNull()
    expect(criticalPoint).toEqual({ kind: 'crossover', scale: 15e9 })
    expect(asGiven!.curve[0]!.order / (1 / (1 + Math.exp(10)))).toBeCloseTo(1, 12)
    expect(points[0]!.order / (1 / (1 + Math.exp(2.5)))).toBeCloseTo(1, 12)
    expect(codes({ model: 'boltzmann' })).toEqual(['phase-analogy', 'phase-boltzmann-half', 'phase-boltzmann-temperature', 'phase-boltzmann-no-critical'])
  })

  it('has no answer where its critical point leaves the range of numbers', () => {
    expect(phaseCurve({ ...question, model: 'boltzmann', steepness: 5e-324 })).toMatchObject({ reason: 'unreachable' })
  })
})
