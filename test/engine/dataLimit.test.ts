import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REPETITION_DECAY, effectiveTokens } from '../../src/main/engine/dataLimit'

describe('effectiveTokens', () => {
  // 40-digit evaluation of the formula with R_D* = 15.387756; the paper's reading is that 4 epochs are nearly as good as fresh data.
  it.each([
    [1, 1],
    [2, 1.96819922378872],
    [4, 3.72567312306133],
    [16, 10.5824569826708],
    [100, 16.3630353041857]
  ])('%d epochs are worth %d times the unique tokens', (epochs, worth) => {
    expect(effectiveTokens(epochs * 1e12, 1e12) / 1e12).toBeCloseTo(worth, 12)
  })

  it('counts every token while none repeats', () => {
    expect(effectiveTokens(3e11, 1e12)).toBe(3e11)
    expect(effectiveTokens(1e12, 1e12)).toBe(1e12)
    expect(effectiveTokens(7e14, null)).toBe(7e14)
  })

  it('never falls with more tokens, never exceeds them, and never passes (1 + R*) times the unique ones', () => {
    const tokens = fc.double({ min: 6, max: 18, noNaN: true }).map((e) => 10 ** e)
    fc.assert(
      fc.property(tokens, tokens, fc.double({ min: 1, max: 10, noNaN: true }), (D, U, more) => {
        const worth = effectiveTokens(D, U)
        const rounding = 1 - 4 * Number.EPSILON
        expect(effectiveTokens(D * more, U)).toBeGreaterThanOrEqual(worth * rounding)
        expect(worth * rounding).toBeLessThanOrEqual(D)
        expect(worth).toBeLessThanOrEqual((1 + REPETITION_DECAY) * U)
      })
    )
  })

  it('keeps its digits just past the first epoch', () => {
    // To first order a repeated token is worth a fresh one; the second-order term is 1e-16 here.
    expect(effectiveTokens(1e12 + 1e5, 1e12) - 1e12).toBeCloseTo(1e5, 2)
  })
})
