import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bracketDecreasing, findRoot } from '../../../src/main/engine/numeric/root'

describe('findRoot', () => {
  it('finds roots that are known exactly', () => {
    expect(findRoot((x) => x * x - 2, { low: 0, high: 2 }, 1e-15)).toBeCloseTo(Math.SQRT2, 14)
    expect(findRoot((x) => Math.cos(x) - x, { low: 0, high: 1 }, 1e-15)).toBeCloseTo(0.7390851332151607, 14)
    expect(findRoot((x) => 3 - x, { low: 3, high: 8 }, 1e-12)).toBe(3)
    expect(findRoot((x) => 3 - x, { low: -8, high: 3 }, 1e-12)).toBe(3)
  })

  it('stays within its tolerance for any monotone cubic, however flat at the root', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (root, linear) => {
        const f = (x: number) => -((x - root) ** 3) - linear * (x - root)
        expect(Math.abs(findRoot(f, { low: -61, high: 67 }, 1e-12) - root)).toBeLessThan(1e-11)
      })
    )
  })

  it('finds the place of a jump', () => {
    expect(findRoot((x) => (x < 0.3 ? 1 : -1), { low: 0, high: 1 }, 1e-12)).toBeCloseTo(0.3, 11)
  })

  it('needs few evaluations where the function is nearly straight', () => {
    let evaluations = 0
    const f = (x: number) => {
      evaluations++
      return Math.log(400 * Math.exp(-0.34 * x) + 2000 * Math.exp(-0.36 * x)) + 1
    }
    findRoot(f, bracketDecreasing(f, 20, 1, 256)!, 1e-14)
    expect(evaluations).toBeLessThan(20)
  })

  it('refuses a bracket without a sign change', () => {
    expect(() => findRoot((x) => x * x + 1, { low: -1, high: 1 }, 1e-12)).toThrow(/sign change/)
  })
})

describe('bracketDecreasing', () => {
  it('encloses a root on either side of the start', () => {
    for (const root of [-100.5, -1, 0, 0.25, 3, 200]) {
      const bracket = bracketDecreasing((x) => root - x, 0, 0.5, 1000)!
      expect(bracket.low).toBeLessThanOrEqual(root)
      expect(bracket.high).toBeGreaterThanOrEqual(root)
    }
  })

  it('answers null when there is none within reach', () => {
    expect(bracketDecreasing(() => 1, 0, 1, 1024)).toBeNull()
    expect(bracketDecreasing((x) => -5000 - x, 0, 1, 1024)).toBeNull()
  })
})
