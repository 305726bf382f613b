import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cumulativeOf, quantileOf, throughFunction } from '../../../src/main/engine/uncertainty/percentiles/cumulative'
import { everything, gridFrom } from '../../../src/main/engine/uncertainty/percentiles/grid'
import { rankCounter } from '../../../src/main/engine/uncertainty/percentiles/rankCounter'
import { chanceEstimate } from '../../../src/main/engine/uncertainty/monteCarlo/summary'

const counted = (values: readonly number[], grid = everything()) => {
  const counter = rankCounter(grid, values.length)
  counter.add(Float64Array.from(values))
  return counter.counted()
}
const anyValue = fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(Infinity, -Infinity))

describe('the distribution function of kept draws', () => {
  it('is the share of draws, exactly, atoms and infinite draws included', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 60 }), fc.array(anyValue, { minLength: 1, maxLength: 60 }), anyValue, (a, b, x) => {
        const all = [...a, ...b]
        const { atMost, under, draws, span } = cumulativeOf([counted(a), counted(b)])
        expect(draws).toBe(all.length)
        expect(atMost(x)).toBe(all.filter((v) => v <= x).length / all.length)
        expect(under(x)).toBe(all.filter((v) => v < x).length / all.length)
        const finite = all.filter(Number.isFinite)
        expect(span).toEqual(finite.length === 0 ? null : [Math.min(...finite), Math.max(...finite)])
      })
    )
  })
})

describe('the distribution function of what follows from counted draws', () => {
  it('is the share of draws, exactly, where it is straight and where it stays at a cap', () => {
    const by = (v: number): number => (Math.abs(v) === Infinity ? v : Math.min(3 + 0.7 * v, 4))
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 60 }), fc.oneof(anyValue, fc.constant(4)), (values, at) => {
        const shown = values.map(by)
        const { atMost, under, draws, span } = throughFunction(cumulativeOf([counted(values)]), by)
        for (const x of [at, by(at), ...shown]) {
          expect(atMost(x)).toBe(shown.filter((v) => v <= x).length / draws)
          expect(under(x)).toBe(shown.filter((v) => v < x).length / draws)
        }
        const finite = shown.filter(Number.isFinite)
        expect(span).toEqual(finite.length === 0 ? null : [Math.min(...finite), Math.max(...finite)])
      })
    )
  })
})

describe('the distribution function of counted draws', () => {
  /** Strata of the exponential distribution: the i-th of n values is its (i + ½)/n quantile. */
  const n = 4096
  const exponential = Array.from({ length: n }, (_, i) => -Math.log1p(-(i + 0.5) / n))
  const grid = gridFrom(Float64Array.from(exponential.filter((_, i) => i % 4 === 0)), [0.05, 0.5, 0.95], { deviations: 1, of: Infinity })
  const { atMost, under, span } = cumulativeOf([counted(exponential, grid)])

  it('keeps some cells only, and is within half a draw of the exact one where it must read between them', () => {
    expect(grid.kept.some((kept) => kept === 0)).toBe(true)
    for (let x = -0.5; x < 9; x += 0.0137) {
      const exact = exponential.filter((v) => v <= x).length / n
      // A cell holds at most 4 of these evenly laid values near 0: reading between is off by no more than one of them.
      expect(Math.abs(atMost(x) - exact)).toBeLessThanOrEqual(1.01 / n)
      expect(under(x)).toBeLessThanOrEqual(atMost(x))
    }
  })

  it('is exact in the tails outside the grid', () => {
    const last = exponential.at(-1)!
    expect(atMost(last)).toBe(1)
    expect(under(last)).toBe(1 - 1 / n)
    expect(span![1]).toBeGreaterThanOrEqual(last)
  })

  it('has an inverse', () => {
    for (const p of [0.001, 0.05, 0.3, 0.5, 0.9, 0.999]) {
      const x = quantileOf({ atMost }, p, span!)
      expect(atMost(x)).toBeGreaterThanOrEqual(p)
      expect(atMost(x - 1e-6)).toBeLessThan(p)
    }
  })
})

describe('the error of a chance', () => {
  it('is √(p(1 − p)/n) of plain draws, the scatter of groups otherwise, and never 0', () => {
    expect(chanceEstimate(0.2, 400, [])).toEqual({ value: 0.2, standardError: 0.02 })
    expect(chanceEstimate(0.5, 400, [0.4, 0.6]).standardError).toBeCloseTo(0.1, 12)
    for (const share of [0, 1]) expect(chanceEstimate(share, 1000, [share, share]).standardError).toBeCloseTo(1.4e-3, 4)
  })
})
