import { expect, it } from 'vitest'
import { logarithm } from '../../../src/main/engine/numeric/logarithm'

it('is Math.log to 1e-15 relative over the whole range of numbers, and closely around 1', () => {
  let worst = 0
  const compare = (x: number): void => {
    const exact = Math.log(x)
    worst = Math.max(worst, Math.abs(logarithm(x) - exact) / Math.abs(exact))
  }
  for (let i = 1; i < 200_000; i++) {
    compare(2 ** (-1021.9 + (2045.8 * i) / 200_000))
    compare(0.5 + (1.5 * i) / 200_000.1)
    compare(1 + 2 ** (-1 - (50 * i) / 200_000))
    compare(1 - 2 ** (-1 - (50 * i) / 200_000))
  }
  expect(worst).toBeLessThan(1e-15)
  expect(logarithm(1)).toBe(0)
})
it('is Math.log where x is no positive number of full precision', () => {
  for (const x of [0, -0, -1, Infinity, -Infinity, NaN, 5e-324, 2 ** -1023]) expect(logarithm(x)).toBe(Math.log(x))
  expect(logarithm(2 ** -1022)).toBeCloseTo(-1022 * Math.LN2, 12)
  expect(logarithm(Number.MAX_VALUE)).toBeCloseTo(1024 * Math.LN2, 12)
})
