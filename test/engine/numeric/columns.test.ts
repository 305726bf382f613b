import { describe, expect, it } from 'vitest'
import { exponentials, logarithms, products, quotients, sums } from '../../../src/main/engine/numeric/columns'
import { randomStream } from '../../../src/main/engine/numeric/random'

describe('functions of columns', () => {
  const { uniform } = randomStream(11)
  const column = (length: number): Float64Array => Float64Array.from({ length }, uniform)
  /** Shorter than a part, a part, and several of which the last is not full. */
  const LENGTHS = [1, 700, 4096, 10_000]

  it.each(LENGTHS)('of %d values are those of each value, to the last digit, and leave the others as they are', (length) => {
    const [x, y, z] = [column(length + 5), column(length + 5), column(length + 5)]
    const cases: [(out: Float64Array) => void, (k: number) => number][] = [
      [(out) => sums(x, y, out, length), (k) => x[k]! + y[k]!],
      [(out) => quotients(x, y, out, length), (k) => x[k]! / y[k]!],
      [(out) => products(x, y, z, out, length), (k) => x[k]! * y[k]! + z[k]!]
    ]
    for (const [fill, expected] of cases) {
      const out = new Float64Array(length + 5).fill(-7)
      fill(out)
      expect(out).toEqual(Float64Array.from(out, (_, k) => (k < length ? expected(k) : -7)))
    }
  })
  it.each(LENGTHS)('of %d values may be written over what they are made of', (length) => {
    const x = column(length)
    const twice = x.slice()
    sums(twice, twice, twice, length)
    expect(twice).toEqual(x.map((v) => 2 * v))
    const there = x.slice()
    logarithms(there, there, length)
    exponentials(there, there, length)
    there.forEach((v, k) => expect(Math.abs(v / x[k]! - 1)).toBeLessThan(1e-14))
  })
})
