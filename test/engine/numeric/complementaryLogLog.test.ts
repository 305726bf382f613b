import { expect, it } from 'vitest'
import { complementaryLogLogs } from '../../../src/main/engine/numeric/complementaryLogLog'

const complementaryLogLog = (p: number): number => {
  const out = Float64Array.of(p)
  complementaryLogLogs(out, out, 1)
  return out[0]!
}

it('is ln(−ln(1 − p)) to 1e-9 from one end of the probabilities to the other', () => {
  let worst = 0
  for (let i = 1; i < 200_000; i++)
    for (const p of [i / 200_000, 2 ** ((-60 * i) / 200_000), 1 - 2 ** ((-50 * i) / 200_000)])
      if (p > 0 && p < 1) worst = Math.max(worst, Math.abs(complementaryLogLog(p) - Math.log(-Math.log1p(-p))))
  expect(worst).toBeLessThan(1e-9)
})
it('is −∞ at 0, ∞ at 1, and not a number outside', () => {
  expect(complementaryLogLog(0)).toBe(-Infinity)
  expect(complementaryLogLog(1)).toBe(Infinity)
  for (const p of [-0.1, 1.1, NaN]) expect(complementaryLogLog(p)).toBeNaN()
})
