import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, type Attribution } from '../../../src/main/engine/uncertainty/attribution'
import { isNoAnswer, noAnswer } from '../../../src/shared/notes'

function attributed(...asked: Parameters<typeof attribute>): Attribution {
  const attribution = attribute(...asked)
  if (isNoAnswer(attribution)) throw new Error(attribution.detail)
  return attribution
}
const parts = (made: readonly boolean[], of: readonly number[]): number => of.reduce((sum, v, i) => sum + (made[i] ? v : 0), 0)

describe('Shapley attribution', () => {
  it('the glove game by hand: one left glove, two right gloves, a pair is worth 1: 2/3, 1/6, 1/6', () => {
    const { parts: shares } = attributed(3, ([left, a, b]) => (left && (a || b) ? 1 : 0))
    ;[2 / 3, 1 / 6, 1 / 6].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 15))
  })
  it('adds up, treats equals alike, gives nothing to what does nothing, for any outcome of up to eight changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (n, stream) => {
        // The last change does nothing; the first two are equals when there are that many.
        const table = new Map<string, number>()
        const outcome = (made: readonly boolean[]): number => {
          const seen = made.slice(0, -1)
          const key = n > 2 ? `${Number(seen[0]) + Number(seen[1])} ${seen.slice(2)}` : `${seen}`
          if (!table.has(key)) table.set(key, stream.next().value!)
          return table.get(key)!
        }
        const { from, to, parts: shares } = attributed(n, outcome)
        expect(Math.abs(shares.reduce((sum, v) => sum + v, 0) - (to - from))).toBeLessThan(1e-8)
        expect(shares.at(-1)).toBe(0)
        if (n > 2) expect(Math.abs(shares[0]! - shares[1]!)).toBeLessThan(1e-8)
      })
    )
  })
  it('of independent changes is their own effect', () => {
    const effects = [3, -1, 4, 1, -5, 9, 2, -6]
    attributed(8, (made) => parts(made, effects)).parts.forEach((part, i) => expect(part).toBeCloseTo(effects[i]!, 12))
  })
  it('asks each combination once', () => {
    let calls = 0
    attributed(8, () => ++calls)
    expect(calls).toBe(256)
  })
})

describe('more than eight changes', () => {
  it('are counted in their order, which is said, and add up', () => {
    const { parts: shares, warning, from, to } = attributed(12, (made) => made.filter(Boolean).length ** 2)
    expect(shares).toEqual(Array.from({ length: 12 }, (_, i) => 2 * i + 1))
    expect([from, to]).toEqual([0, 144])
    expect(warning!.code).toBe('attribution-in-order')
  })
})

it('no change is no difference; a combination without an outcome is its reason', () => {
  expect(attributed(0, () => 7)).toEqual({ from: 7, to: 7, parts: [], warning: null })
  const nothing = noAnswer('unreachable', 'nothing-feasible')
  for (const n of [2, 9]) expect(attribute(n, (made) => (made[0] ? nothing : 1))).toBe(nothing)
})
