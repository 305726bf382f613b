import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../src/main/engine/numeric/normal'
import { BLOCK_SIZE } from '../../../src/main/engine/uncertainty/draws/block'
import { choleskyOf, correlate } from '../../../src/main/engine/uncertainty/draws/correlation'
import { drawPlanOf, drawSource, pointsOf, type DrawMethod, type DrawPlan } from '../../../src/main/engine/uncertainty/draws/drawPlan'
import { blockStream, plainNormals, plainPoints } from '../../../src/main/engine/uncertainty/draws/plain'
import { fillNormals, fillUniforms } from '../../../src/main/engine/uncertainty/draws/pointValues'
import { directionNumbers, SOBOL_DIMENSIONS, sobolPoints } from '../../../src/main/engine/uncertainty/draws/sobol'
import type { Distribution } from '../../../src/main/engine/uncertainty/distributions/distribution'
import { distributionOf } from '../../../src/main/engine/uncertainty/distributions/distributionOf'
import { isNoAnswer } from '../../../src/shared/notes'
import { correlation, ksDistance, ksLimit } from './statistics'

const golden = JSON.parse(readFileSync(new URL('../../golden/uncertainty/sobol.json', import.meta.url), 'utf8')) as {
  rows: number[]
  dimensions: number[]
  points: number[][]
}

function planOf(method: DrawMethod, draws: number, seed = 1, inputs = 2): DrawPlan {
  const plan = drawPlanOf({ method, draws, seed }, inputs)
  if (isNoAnswer(plan)) throw new Error(plan.detail)
  return plan
}
/** All uniform draws of an input, block after block. */
function uniformsOf(plan: DrawPlan, input: number): Float64Array {
  const out = new Float64Array(plan.draws)
  const source = drawSource(plan)
  let at = 0
  for (const block of plan.blocks) {
    source.uniforms(input, block, out.subarray(at, at + block.size))
    at += block.size
  }
  return out
}

describe('plain draws', () => {
  it('are the stream of the block of the input, number for number', () => {
    const points = new Int32Array(1000)
    plainPoints(20261, 3, 7, points)
    const { uint32 } = blockStream(20261, 3, 7)
    for (const x of points) expect(x >>> 0).toBe(uint32())
  })
  it('make the same normals in one loop as from their points, bit for bit, at any length of block', () => {
    for (const size of [1, 100, BLOCK_SIZE]) {
      const points = new Int32Array(size)
      const [once, twice] = [new Float64Array(size), new Float64Array(size)]
      plainPoints(5, 2, 9, points)
      fillNormals(points, twice, -1, 0.7)
      plainNormals(5, 2, 9, once, -1, 0.7)
      expect(once).toEqual(twice)
    }
  })
})

describe('a point stands for', () => {
  it('the normal quantile of (x + ½)/2^32, to 1e-10, symmetrically', () => {
    const plain = new Int32Array(BLOCK_SIZE)
    plainPoints(1, 0, 0, plain)
    const edges = [0, 1, 63, 64, 65, 127, 128, 2 ** 24, 2 ** 30, 2 ** 31 - 1].flatMap((v) => [v, ~v])
    const octaves = Array.from({ length: 25 }, (_, k) => 64 * 2 ** k + 37 * (k + 1))
    const points = Int32Array.from([...plain, ...edges, ...octaves])
    const z = new Float64Array(points.length)
    fillNormals(points, z)
    points.forEach((x, i) => expect(Math.abs(z[i]! - normalQuantile(((x >>> 0) + 0.5) / 2 ** 32))).toBeLessThan(1e-10))
    const mirrored = new Float64Array(points.length)
    fillNormals(
      points.map((x) => ~x),
      mirrored
    )
    z.forEach((v, i) => expect(mirrored[i]).toBe(-v))
  })
  it('the probability (x + ½)/2^32, never 0 or 1', () => {
    const u = new Float64Array(4)
    fillUniforms(Int32Array.of(0, -1, 2 ** 31 - 1, -(2 ** 31)), u)
    expect([...u]).toEqual([2 ** -33, 1 - 2 ** -33, 0.5 - 2 ** -33, 0.5 + 2 ** -33])
  })
})

describe('Sobol points', () => {
  it(`have the direction numbers of SciPy in all ${SOBOL_DIMENSIONS} dimensions that were compared`, () => {
    golden.rows.forEach((row, r) =>
      golden.dimensions.forEach((dimension, d) => {
        const v = directionNumbers(dimension)
        const gray = row ^ (row >>> 1)
        let x = 0
        for (let k = 0; k < 32; k++) if ((gray >>> k) & 1) x ^= v[k]!
        expect(x >>> 0).toBe(golden.points[r]![d]!)
      })
    )
  })
  it('keep one point in each of 2^m strata of every dimension when scrambled, and in every elementary box of the first two', () => {
    const m = 10
    const columns = Array.from({ length: SOBOL_DIMENSIONS }, () => new Int32Array(2 ** m))
    const points = sobolPoints(99)
    columns.forEach((column, d) => points(d, 4, 0, column))
    for (const column of columns) expect(new Set(column.map((x) => x >>> (32 - m))).size).toBe(2 ** m)
    for (let a = 0; a <= m; a++) {
      const boxes = columns[0]!.map((x, i) => ((a === 0 ? 0 : x >>> (32 - a)) << (m - a)) | (a === m ? 0 : columns[1]![i]! >>> (32 - m + a)))
      expect(new Set(boxes).size).toBe(2 ** m)
    }
  })
  it('can start anywhere in a replicate', () => {
    const [whole, part] = [new Int32Array(1000), new Int32Array(300)]
    sobolPoints(3)(5, 2, 0, whole)
    sobolPoints(3)(5, 2, 700, part)
    expect(part).toEqual(whole.slice(700))
  })
})

describe('Latin hypercubes', () => {
  it('have one draw in each stratum of every input, in unrelated orders', () => {
    const plan = planOf('latin', 20_000)
    const columns = [0, 1].map((input) => uniformsOf(plan, input))
    let at = 0
    for (const { size } of plan.blocks) {
      for (const column of columns) expect(new Set(column.subarray(at, at + size).map((u) => Math.floor(u * size))).size).toBe(size)
      at += size
    }
    expect(Math.abs(correlation(columns[0]!, columns[1]!))).toBeLessThan(4.5 / Math.sqrt(20_000))
  })
})

describe('draws of every method', () => {
  it.each(['plain', 'sobol', 'latin'] as const)('%s: uniform, uncorrelated between inputs, another for another seed', (method) => {
    const plan = planOf(method, 100_000, 7, 12)
    const columns = [0, 1, 11].map((input) => uniformsOf(plan, input))
    for (const column of columns) expect(ksDistance(column, (u) => u)).toBeLessThan(ksLimit(column.length))
    expect(Math.abs(correlation(columns[0]!, columns[2]!))).toBeLessThan(4.5 / Math.sqrt(plan.draws))
    expect(uniformsOf(planOf(method, 100_000, 8, 12), 0)[0]).not.toBe(columns[0]![0])
  })
  it.each(['plain', 'sobol', 'latin'] as const)('%s: 1 to 5 draws and odd numbers are laid out whole', (method) => {
    for (const draws of [1, 2, 3, 5, 17, 1000, 4097, 65_537]) {
      const plan = planOf(method, draws)
      expect(plan.blocks.reduce((sum, { size }) => sum + size, 0)).toBe(plan.draws)
      expect(plan.draws).toBeGreaterThanOrEqual(draws)
      // A Sobol replicate has a power of two, so up to one replicate more than asked for.
      expect(plan.draws).toBeLessThan(draws + (method === 'sobol' ? Math.max(1, draws / 16) : 1))
      expect(new Set(plan.blocks.map(({ group }) => group)).size).toBe(plan.groups)
    }
  })
  it('a block is the same whoever asks for it, in any order', () => {
    for (const method of ['plain', 'sobol', 'latin'] as const) {
      const plan = planOf(method, 50_000)
      const [once, again] = [new Int32Array(plan.blocks[5]!.size), new Int32Array(plan.blocks[5]!.size)]
      const points = pointsOf(plan)
      points(1, plan.blocks[9]!, new Int32Array(plan.blocks[9]!.size))
      points(1, plan.blocks[5]!, once)
      pointsOf(plan)(1, plan.blocks[5]!, again)
      expect(once).toEqual(again)
    }
  })
})

describe('Kolmogorov–Smirnov at fixed seeds, 50 000 plain draws', () => {
  const beliefs: Distribution[] = [
    { kind: 'interval', low: 5, high: 10 },
    { kind: 'interval', low: -1, high: 4 },
    { kind: 'normal', mean: 3, sd: 2 },
    { kind: 'logNormal', median: 60e9, sigma: 0.7 },
    { kind: 'uniform', low: 0.2, high: 0.6 },
    { kind: 'triangular', low: 1, mode: 2, high: 5 },
    { kind: 'beta', alpha: 2.5, beta: 6, low: 0, high: 1 },
    { kind: 'beta', alpha: 0.4, beta: 0.7, low: 0, high: 1 },
    { kind: 'weibull', scale: 13e9, steepness: 1.8 },
    { kind: 'logLogistic', median: 70e9, steepness: 0.9 },
    { kind: 'truncated', of: { kind: 'normal', mean: 1, sd: 0.5 }, low: 0.05, high: null },
    { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 4, high: null },
    { kind: 'truncated', of: { kind: 'beta', alpha: 2, beta: 2, low: 0, high: 1 }, low: 0.6, high: 0.9 }
  ]
  it.each(beliefs)('%j', (distribution) => {
    const shape = distributionOf(distribution)
    if (isNoAnswer(shape)) throw new Error(shape.detail)
    const plan = planOf('plain', 50_000, 42)
    const values = uniformsOf(plan, 1)
    shape.fillQuantiles(values, values)
    expect(ksDistance(values, shape.cdf)).toBeLessThan(ksLimit(values.length))
  })
  it('values with weights: each as often as its weight says, χ²', () => {
    const weights = [1, 2, 0.5, 3, 1]
    const shape = distributionOf({ kind: 'empirical', values: [3, 1, 4, 1.5, 9], weights })
    if (isNoAnswer(shape)) throw new Error(shape.detail)
    const values = uniformsOf(planOf('plain', 50_000, 42), 1)
    shape.fillQuantiles(values, values)
    const chi2 = [3, 1, 4, 1.5, 9].reduce((sum, value, i) => {
      const expected = (50_000 * weights[i]!) / 7.5
      return sum + (values.filter((v) => v === value).length - expected) ** 2 / expected
    }, 0)
    expect(chi2).toBeLessThan(18.5) // 0.1 % point at 4 degrees of freedom
  })
})

describe('dependence', () => {
  const normals = (inputs: number): Float64Array[] => {
    const plan = planOf('plain', BLOCK_SIZE * 10, 11)
    return Array.from({ length: inputs }, (_, j) => uniformsOf(plan, j).map(normalQuantile))
  }
  it('a matrix gives its correlations', () => {
    const matrix = [
      [1, 0.8, -0.3],
      [0.8, 1, 0.1],
      [-0.3, 0.1, 1]
    ]
    const L = choleskyOf(matrix, ['a', 'b', 'c'])
    if (isNoAnswer(L)) throw new Error(L.detail)
    // NumPy's linalg.cholesky.
    const expected = [
      [1, 0, 0],
      [0.8, 0.6, 0],
      [-0.3, 0.5666666666666667, 0.7673909622147558]
    ]
    L.forEach((row, i) => row.forEach((v, j) => expect(v).toBeCloseTo(expected[i]![j]!, 14)))
    const z = normals(3)
    correlate(L, z)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < i; j++) {
        const rho = matrix[i]![j]!
        expect(Math.abs(correlation(z[i]!, z[j]!) - rho)).toBeLessThan((4.5 * (1 - rho * rho)) / Math.sqrt(z[0]!.length))
      }
  })
  it('inputs that move together exactly are possible', () => {
    const L = choleskyOf(
      [
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.5, 0.5, 1]
      ],
      ['a', 'b', 'c']
    )
    if (isNoAnswer(L)) throw new Error(L.detail)
    const z = normals(3)
    correlate(L, z)
    expect(z[1]).toEqual(z[0])
  })
  it('an impossible matrix names the pair and what would be possible', () => {
    const impossible = choleskyOf(
      [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1]
      ],
      ['price', 'speed', 'data']
    )
    if (!isNoAnswer(impossible)) throw new Error('accepted')
    expect(impossible.code).toBe('correlation-impossible')
    // 0.9·0.9 ± (1 − 0.81), all three alike; the first pair is told.
    expect(impossible.values).toMatchObject({ first: 'price', second: 'data', value: -0.9 })
    expect(impossible.values!.from).toBeCloseTo(0.62, 12)
    expect(impossible.values!.to).toBeCloseTo(1, 12)
    // At either end of the range the matrix is just possible.
    for (const rho of [impossible.values!.from as number, impossible.values!.to as number].map((end) => Math.min(1, end)))
      expect(
        isNoAnswer(
          choleskyOf(
            [
              [1, 0.9, rho],
              [0.9, 1, 0.9],
              [rho, 0.9, 1]
            ],
            ['price', 'speed', 'data']
          )
        )
      ).toBe(false)
  })
  it.each([
    ['correlation-size', [[1, 0]]],
    [
      'correlation-outside',
      [
        [1, 1.2],
        [1.2, 1]
      ]
    ],
    [
      'correlation-outside',
      [
        [1, NaN],
        [NaN, 1]
      ]
    ],
    [
      'correlation-not-symmetric',
      [
        [1, 0.2],
        [0.3, 1]
      ]
    ],
    [
      'correlation-with-itself',
      [
        [1, 0.2],
        [0.2, 0.9]
      ]
    ]
  ])('%s is refused', (code, matrix) => {
    const refused = choleskyOf(matrix, ['a', 'b'])
    expect(isNoAnswer(refused) && refused.code).toBe(code)
  })
})

describe('impossible requests have a reason', () => {
  it.each([
    ['draws-none', 0, 1, 2],
    ['draws-none', -5, 1, 2],
    ['draws-not-whole', 1.5, 1, 2],
    ['draws-not-whole', Infinity, 1, 2],
    ['draws-too-many', 1e9, 1, 2],
    ['seed-outside', 100, -1, 2],
    ['seed-outside', 100, 2 ** 32, 2],
    ['sobol-dimensions', 100, 1, 161]
  ])('%s: %d draws, seed %d, %d inputs', (code, draws, seed, inputs) => {
    const refused = drawPlanOf({ method: 'sobol', draws, seed }, inputs)
    expect(isNoAnswer(refused) && refused.code).toBe(code)
  })
})
