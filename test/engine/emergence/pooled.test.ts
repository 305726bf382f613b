/** Rows of one size as one point: no curve is told apart by it, and many rows are as quick as few. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNoAnswer } from '../../../src/shared/notes'
import { objectiveAt, type CurveData } from '../../../src/main/engine/emergence/curveFit'
import { MOST_SIZES, pooled } from '../../../src/main/engine/emergence/pooled'
import { SHAPES } from '../../../src/main/engine/emergence/shapes'
import { randomStream } from '../../../src/main/engine/numeric/random'
import { analyze, type Row } from './ask'

const point = fc.record({ z: fc.integer({ min: 18, max: 24 }), right: fc.integer({ min: 0, max: 50 }), items: fc.integer({ min: 50, max: 400 }) })
const curve = fc.record({
  shape: fc.constantFrom(SHAPES.logistic, SHAPES.weibull),
  theta: fc.tuple(
    fc.double({ min: 17, max: 25, noNaN: true }),
    fc.double({ min: -1, max: 2, noNaN: true }),
    fc.double({ min: 0.05, max: 0.3, noNaN: true }),
    fc.double({ min: 0.5, max: 0.95, noNaN: true })
  )
})

function dataOf(points: readonly { z: number; right: number; items: number }[], noise: CurveData['noise']): CurveData {
  return {
    z: Float64Array.from(points, ({ z }) => z),
    y: Float64Array.from(points, ({ right, items }) => right / items),
    m: Float64Array.from(points, ({ items }) => (noise === 'binomial' ? items : 1)),
    noise
  }
}

describe.each(['binomial', 'gaussian'] as const)('%s', (noise) => {
  test('what a fit minimises is that of the rows, whatever the curve (rounding of the sums: 1e-9)', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), curve, (points, { shape, theta }) => {
        const rows = dataOf(points, noise)
        const few = pooled(rows)
        expect(few.z.length).toBe(new Set(rows.z).size)
        const whole = objectiveAt(rows, shape, Float64Array.from(theta))
        expect(Math.abs(objectiveAt(few, shape, Float64Array.from(theta)) - whole)).toBeLessThanOrEqual(1e-9 * (1 + whole))
      })
    )
  })

  test('rows that each have their own size are left as they are', () => {
    const rows = dataOf(
      [1, 2, 3].map((z) => ({ z, right: z, items: 60 })),
      noise
    )
    expect(pooled(rows)).toBe(rows)
  })

  test(`of more than ${MOST_SIZES} sizes, neighbours count as one: no more than ${MOST_SIZES} points, every row in them`, () => {
    const rows = dataOf(
      Array.from({ length: 5000 }, (_, i) => ({ z: 18 + (6 * i) / 4999, right: 25, items: 100 })),
      noise
    )
    const few = pooled(rows)
    expect(few.z.length).toBe(MOST_SIZES)
    expect(few.pooled!.rows).toBe(5000)
    expect(few.m.reduce((a, b) => a + b, 0)).toBe(rows.m.reduce((a, b) => a + b, 0))
    for (let i = 1; i < few.z.length; i++) expect(few.z[i]!).toBeGreaterThan(few.z[i - 1]!)
  })
})

/** Rows around a logistic of half a decade about 10B parameters. */
function rowsOn(sizes: readonly number[], seed: number): Row[] {
  const random = randomStream(seed, 0)
  return sizes.map((N) => {
    const mean = 0.05 + 0.9 / (1 + Math.exp(-(2 * Math.log(9) * (Math.log10(N) - 10)) / 0.5))
    return { task: 't', metric: 'exact_match', N, score: Math.min(1, Math.max(0, mean + 0.03 * random.normal())) }
  })
}

test('20 000 rows of 21 sizes, and of as many sizes as rows, are analysed: sharp, the knee at 10B to 1 %; merged sizes are said', async () => {
  const few = Array.from({ length: 20_000 }, (_, i) => 1e8 * 10 ** ((4 * (i % 21)) / 20))
  const many = Array.from({ length: 20_000 }, (_, i) => 1e8 * 10 ** ((4 * i) / 19_999))
  for (const [sizes, merged] of [
    [few, false],
    [many, true]
  ] as const) {
    const { analyses } = await analyze({ observations: rowsOn(sizes, 7), replicates: 99 })
    const [only] = analyses
    expect(only!.finding).toBe('sharp')
    const { sharp } = only!.test
    if (isNoAnswer(sharp)) throw new Error(sharp.detail)
    expect(Math.abs(sharp.knee / 1e10 - 1)).toBeLessThan(0.01)
    expect(only!.notes.some(({ code }) => code === 'sizes-merged')).toBe(merged)
  }
})
