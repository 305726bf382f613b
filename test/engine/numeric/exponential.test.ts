import { expect, it } from 'vitest'
import { exponential } from '../../../src/main/engine/numeric/exponential'

it('is Math.exp to 1e-15 relative over its whole range, and at the ends and beyond', () => {
  let worst = 0
  for (let i = 0; i <= 200_000; i++) {
    const x = -700 + (1400 * i) / 200_000 + Math.sin(i) * 1e-3
    worst = Math.max(worst, Math.abs(exponential(x) / Math.exp(x) - 1))
  }
  expect(worst).toBeLessThan(1e-15)
  for (const x of [-Infinity, -800, -745, -700.5, 700.5, 709, 710, Infinity]) expect(exponential(x)).toBe(Math.exp(x))
  expect(exponential(NaN)).toBeNaN()
  expect(exponential(0)).toBe(1)
})
