import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTrack, toTrack } from '../../../src/renderer/src/parts/track'

const budget = { from: 3e5, to: 3e7, log: true }
const mfu = { from: 0.1, to: 0.7, log: false }

describe('the track of a slider', () => {
  it('is even in ratios where it is logarithmic: the middle of $300K to $30M is $3M', () => {
    expect(toTrack(budget, 3e6)).toBeCloseTo(0.5, 12)
    expect(fromTrack(budget, 0.5)).toBe(3e6)
  })

  it('reaches its ends exactly', () => {
    for (const slider of [budget, mfu]) {
      expect(fromTrack(slider, 0)).toBe(slider.from)
      expect(fromTrack(slider, 1)).toBe(slider.to)
    }
  })

  it('returns to the place that the hand left it at, within the three digits it keeps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => {
        // A thousandth of the value is ln(1.005)/ln(100) ≈ 0.0011 of this track.
        expect(Math.abs(toTrack(budget, fromTrack(budget, at)) - at)).toBeLessThan(0.0011)
      })
    )
  })

  it('gives whole numbers where only those make sense', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => {
        expect(Number.isInteger(fromTrack({ from: 64, to: 65536, log: true }, at, true))).toBe(true)
      })
    )
  })

  it('stands at the end for a value beyond it', () => {
    expect(toTrack(budget, 1e9)).toBe(1)
    expect(toTrack(budget, 1)).toBe(0)
  })
})
