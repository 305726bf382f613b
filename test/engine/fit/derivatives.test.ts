/** Gradient and curvature of the objective against differences of itself, and the minimiser's promises. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dampedSolver } from '../../../src/main/engine/fit/dampedSolver'
import { kaplanObjective } from '../../../src/main/engine/fit/kaplanObjective'
import { minimiser } from '../../../src/main/engine/fit/minimise'
import { monotoneSlopes } from '../../../src/main/engine/fit/monotoneSlopes'
import { powerLawSum } from '../../../src/main/engine/fit/powerLawSum'
import { sampleOf } from '../../../src/main/engine/fit/sample'
import fits from '../../golden/fit/fits.json'

const sample = sampleOf(fits.runs.map(([N, D, loss], i) => ({ row: i + 1, N: N!, D: D!, C: 6 * N! * D!, loss: loss! })))
const weights = Float64Array.from({ length: sample.count }, (_, i) => i % 3)
const objective = powerLawSum(sample, weights, { E: true, A: true, B: true })
const evaluated = (theta: Float64Array, delta: number, curvature: 'newton' | 'majorant') => {
  const gradient = new Float64Array(5)
  const matrix = new Float64Array(25)
  return { value: objective.evaluate(theta, delta, curvature, gradient, matrix), gradient, matrix }
}
const point = fc
  .tuple(
    ...[
      [0.5, 2],
      [-2, 1],
      [-2, 1],
      [0.1, 1],
      [0.1, 1]
    ].map(([min, max]) => fc.double({ min: min!, max: max!, noNaN: true }))
  )
  .map((values) => Float64Array.from(values as number[]))

describe('the objective', () => {
  test.each([0.3, 1e9])('has the gradient and the exact curvature of itself (δ %d)', (delta) => {
    fc.assert(
      fc.property(point, (theta) => {
        const { gradient, matrix } = evaluated(theta, delta, 'newton')
        const h = 1e-5
        for (let k = 0; k < 5; k++) {
          const [up, down] = [h, -h].map((by) =>
            evaluated(
              Float64Array.from(theta, (v, i) => (i === k ? v + by : v)),
              delta,
              'newton'
            )
          )
          const scale = Math.max(...gradient.map(Math.abs), 1)
          expect(Math.abs((up!.value - down!.value) / (2 * h) - gradient[k]!) / scale).toBeLessThan(1e-6)
          // Where a residual crosses δ between the two points its curvature jumps, so only the smooth case is held against differences.
          if (delta === 1e9)
            for (let j = k; j < 5; j++)
              expect(Math.abs((up!.gradient[j]! - down!.gradient[j]!) / (2 * h) - matrix[k * 5 + j]!) / Math.max(scale, 10)).toBeLessThan(1e-5)
        }
      }),
      { numRuns: 60, seed: 1 }
    )
  })

  test('counts a run of weight 2 twice and one of weight 0 not at all', () => {
    const places = [...weights].flatMap((w, i) => Array.from({ length: w }, () => i))
    const pick = (values: Float64Array): Float64Array => Float64Array.from(places, (i) => values[i]!)
    const drawn = powerLawSum(
      { ...sample, count: places.length, x: pick(sample.x), y: pick(sample.y), z: pick(sample.z) },
      new Float64Array(places.length).fill(1),
      {
        E: true,
        A: true,
        B: true
      }
    )
    const theta = Float64Array.of(1.7, -0.5, -0.4, 0.3, 0.4)
    expect(drawn.evaluate(theta, 1e-3, 'newton', new Float64Array(5), new Float64Array(25))).toBeCloseTo(evaluated(theta, 1e-3, 'newton').value, 14)
  })
})

test('Kaplan’s objective has the gradient and the exact curvature of itself', () => {
  const kaplan = kaplanObjective(sample, weights)
  const at = (theta: readonly number[]) => {
    const [gradient, matrix] = [new Float64Array(4), new Float64Array(16)]
    return { value: kaplan.evaluate(Float64Array.from(theta), 1e9, 'newton', gradient, matrix), gradient, matrix }
  }
  const theta = [8, 7, 0.7, 0.12]
  const { gradient, matrix } = at(theta)
  for (let k = 0; k < 4; k++) {
    const [up, down] = [1e-5, -1e-5].map((by) => at(theta.map((v, i) => (i === k ? v + by : v))))
    expect(((up!.value - down!.value) / 2e-5 - gradient[k]!) / Math.abs(gradient[k]!)).toBeCloseTo(0, 7)
    for (let j = k; j < 4; j++) expect((up!.gradient[j]! - down!.gradient[j]!) / 2e-5 / matrix[k * 4 + j]!).toBeCloseTo(1, 6)
  }
})

test('the minimiser ends where the gradient is nothing, from near and far, and never above its start', () => {
  const minimise = minimiser(objective, { delta: 1e-3, runs: sample.count })
  fc.assert(
    fc.property(point, fc.constantFrom('far' as const, 'near' as const), (start, from) => {
      const theta = start.slice()
      const before = evaluated(theta, 1e-3, 'newton').value
      const { value, settled } = minimise(theta, from)
      expect(value).toBeLessThanOrEqual(before)
      expect(value).toBe(evaluated(theta, 1e-3, 'newton').value)
      if (settled && theta.every((v, k) => v > objective.lower[k]! && v < objective.upper[k]!))
        expect(Math.max(...evaluated(theta, 1e-3, 'newton').gradient.map(Math.abs))).toBeLessThan(1e-8)
    }),
    { numRuns: 60, seed: 2 }
  )
})

test('the solver inverts a positive definite matrix among the free coordinates, and refuses any other', () => {
  const solve = dampedSolver(3)
  const step = new Float64Array(3)
  const matrix = Float64Array.of(4, 1, 2, 0, 3, 0, 0, 0, 5)
  expect(solve(matrix, 0, Float64Array.of(-1, -2, -3), Uint8Array.of(1, 1, 1), step)).toBe(true)
  expect(4 * step[0]! + step[1]! + 2 * step[2]!).toBeCloseTo(1, 12)
  expect(step[0]! + 3 * step[1]!).toBeCloseTo(2, 12)
  expect(solve(matrix, 0, Float64Array.of(-1, -2, -3), Uint8Array.of(1, 0, 1), step)).toBe(true)
  expect(step[1]).toBe(0)
  expect(4 * step[0]! + 2 * step[2]!).toBeCloseTo(1, 12)
  expect(solve(Float64Array.of(1, 2, 0, 0, 1, 0, 0, 0, 1), 0, Float64Array.of(1, 1, 1), Uint8Array.of(1, 1, 1), step)).toBe(false)
})

test('the monotone cubic has the slopes of SciPy’s PchipInterpolator', () => {
  const { x, y, slopes } = fits.pchip
  monotoneSlopes(x, y).forEach((slope, i) => expect(slope).toBeCloseTo(slopes[i]!, 12))
})
