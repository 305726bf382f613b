import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seek } from '../../../src/main/engine/planner/seek'

const line = { low: 1, high: 1e6, log: true, today: 100 }

describe('goal seek', () => {
  it('solves to 1e-9 wherever the quantity crosses the goal', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 2, max: 9e5, noNaN: true }), fc.boolean(), (power, z, log) => {
        fc.pre(Math.abs(power) > 0.05)
        const q = (x: number) => 7 * x ** power
        const found = seek({ ...line, log, q, goal: q(z) })
        expect(found.status).toBe('solved')
        if (found.status === 'solved') expect(Math.abs(found.value / z - 1)).toBeLessThan(1e-9 / Math.abs(power))
      })
    )
  })
  it('takes the solution nearest to today and reports the others', () => {
    const q = (z: number) => Math.sin(z)
    const found = seek({ q, low: 0, high: 10, log: false, goal: 0.5, today: 3 })
    expect(found).toMatchObject({ status: 'solved', value: expect.closeTo((5 / 6) * Math.PI, 9) })
    if (found.status === 'solved')
      expect(found.others).toEqual([expect.closeTo(Math.PI / 6, 9), expect.closeTo((13 / 6) * Math.PI, 9), expect.closeTo((17 / 6) * Math.PI, 9)])
  })
  it('leaves the input where it is when the goal is met already', () => {
    expect(seek({ ...line, q: () => 5, goal: 5 })).toMatchObject({ status: 'solved', value: 100, reached: 5 })
  })
  it('meets a goal at either end of the range', () => {
    expect(seek({ ...line, q: (z) => z, goal: 1 })).toMatchObject({ status: 'solved', value: 1 })
    expect(seek({ ...line, q: (z) => z, goal: 1e6 })).toMatchObject({ status: 'solved', value: 1e6 })
  })
  it('reports a jump over the goal with both sides', () => {
    const found = seek({ ...line, q: (z) => (z < 5000 ? 10 : 50), goal: 20 })
    expect(found).toMatchObject({ status: 'jump', reached: 10, below: { q: 10 }, above: { q: 50 } })
    if (found.status === 'jump') {
      expect(found.below.z).toBeCloseTo(5000, 6)
      expect(found.above.z).toBeGreaterThan(found.below.z)
    }
  })
  it('prefers a solution to a nearer jump', () => {
    const found = seek({ q: (z) => (z < 4 ? 1 : z), low: 0, high: 10, log: false, goal: 3, today: 4 })
    expect(found.status).toBe('jump')
    expect(seek({ q: (z) => (z < 4 ? 1 : 12 - z), low: 0, high: 10, log: false, goal: 3, today: 4 })).toMatchObject({
      status: 'solved',
      value: expect.closeTo(9, 8)
    })
  })
  it('gives the nearest that can be reached, peaks between scan points included', () => {
    expect(seek({ ...line, q: (z) => z, goal: 2e6 })).toEqual({ status: 'unreachable', nearest: { z: 1e6, q: 1e6 } })
    const peak = seek({ q: (z) => 1 - (z - 0.123) ** 2, low: 0, high: 1, log: false, goal: 2, today: 0.5 })
    expect(peak).toMatchObject({ status: 'unreachable', nearest: { z: expect.closeTo(0.123, 3), q: expect.closeTo(1, 6) } })
  })
  it('passes over what is not defined', () => {
    expect(seek({ ...line, q: () => null, goal: 1 })).toEqual({ status: 'unreachable', nearest: null })
    expect(seek({ ...line, q: (z) => (z < 50 ? null : z), goal: 70 })).toMatchObject({ status: 'solved', value: expect.closeTo(70, 6) })
    expect(seek({ ...line, q: (z) => (z < 50 ? NaN : z), goal: 10 })).toMatchObject({ status: 'unreachable' })
  })
})
