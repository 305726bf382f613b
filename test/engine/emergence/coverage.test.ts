/** A short form of the coverage that `npm run bench` prints, and the size and power of the test of sharpness. */
import { expect, test } from 'vitest'
import { sharpnessOf } from '../../../src/main/engine/emergence/sharpness'
import { SHAPES } from '../../../src/main/engine/emergence/shapes'
import { randomStream } from '../../../src/main/engine/numeric/random'
import { drawBinomial } from '../../../src/main/engine/numeric/binomialDraw'
import { coverage } from '../../bench/emergence.bench'

// 90 of 100 ± 2.6 standard deviations of Binomial(100, 0.9): 82 to 98. Outside in less than 1 % of honest intervals; an interval of 75 % coverage fails 19 times of 20.
test('the 90 % profile interval of the threshold covers it in 82 to 98 of 100 replications', () => {
  const { covered } = coverage(100)
  expect(covered, `${covered} of 100`).toBeGreaterThanOrEqual(82)
  expect(covered, `${covered} of 100`).toBeLessThanOrEqual(98)
})

/** Share of simulated curves of a true width (8 sizes over 3 decades, 300 items, chance 0.25) that come out sharp at 5 %. */
function rejected(width: number, curves: number): number {
  const z = Float64Array.from({ length: 8 }, (_, i) => Math.log(1e8) + (i / 7) * 3 * Math.LN10)
  const steepness = SHAPES.logistic.width / (width * Math.LN10)
  let sharp = 0
  for (let r = 0; r < curves; r++) {
    const random = randomStream(2, r)
    const y = z.map((v) => drawBinomial(random, 300, 0.25 + 0.6 * SHAPES.logistic.value(steepness * (v - z[0]! - 1.5 * Math.LN10))) / 300)
    const response = { z, y, m: new Float64Array(8).fill(300), noise: 'binomial', rounding: 1e-3, bounded: true, chance: 0.25 } as const
    if (sharpnessOf(response, { floor: 0.25, ceiling: 'free' }, { phi: 1, families: 1 }, (i) => randomStream(3, i), 99).p < 0.05) sharp++
  }
  return sharp / curves
}

test('a curve of exactly one decade comes out sharp about one time in twenty, one of 0.4 decades nearly always, one of two decades never', () => {
  // 60 curves: more than 9 rejections have a chance below 0.2 % at 5 %.
  expect(rejected(1, 60)).toBeLessThanOrEqual(0.15)
  expect(rejected(0.4, 20)).toBeGreaterThan(0.9)
  expect(rejected(2, 20)).toBeLessThanOrEqual(0.1)
})
