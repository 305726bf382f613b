/** What figures draw of a fit: the formula with SciPy's constants, NumPy's line, the quantiles of the replicates. */
import { expect, test } from 'vitest'
import golden from '../../golden/emergence/fits.json'
import { analyze, fitThreshold, type Row } from './ask'

const rows: Row[] = golden.N.map((N, i) => ({ N, metric: 'acc', score: golden.right[i]! / 300, n: 300, random: 0.25 }))
const { critical, steepness, ceiling } = golden.binomial.weibull
const weibull = (x: number): number => 0.25 + (ceiling - 0.25) * (1 - Math.exp(-((x / critical) ** steepness)))

test('the curve is the Weibull of SciPy’s constants, from 15 % of the decades below the data to as far above', async () => {
  const { drawn, points } = await fitThreshold({ observations: rows, bootstrap: 0 })
  const air = 3000 ** 0.15
  expect(drawn.x[0]! / (1e8 / air)).toBeCloseTo(1, 9)
  expect(drawn.x.at(-1)! / (3e11 * air)).toBeCloseTo(1, 9)
  drawn.x.forEach((x, i) => expect(drawn.fit![i], `at ${x}`).toBeCloseTo(weibull(x), 6))
  expect(points.map(({ score, n }) => Math.round(score * n!))).toEqual(golden.right)
  expect(drawn.band).toBeNull()
})

test('the line is that of least squares in ln N', async () => {
  const { drawn } = await fitThreshold({ observations: rows, bootstrap: 0 })
  const [x, y] = [golden.N.map(Math.log), golden.right.map((right) => right / 300)]
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const slope = mean(x.map((value, i) => (value - mean(x)) * (y[i]! - mean(y)))) / mean(x.map((value) => (value - mean(x)) ** 2))
  drawn.x.forEach((at, i) => expect(drawn.line![i]).toBeCloseTo(mean(y) + slope * (Math.log(at) - mean(x)), 9))
})

test('the band holds the curve within the data, its lower end never above its upper one', async () => {
  const { drawn } = await fitThreshold({ observations: rows, bootstrap: 200 })
  const { low, high } = drawn.band!
  expect(low.every((value, i) => value <= high[i]!)).toBe(true)
  const inside = drawn.x.flatMap((x, i) => (x >= 1e9 && x <= 1e11 ? [i] : []))
  expect(inside.filter((i) => low[i]! <= drawn.fit![i]! && drawn.fit![i]! <= high[i]!).length / inside.length).toBeGreaterThan(0.9)
})

test('a falling metric is drawn in its own unit, and two sizes have a line and no curve', async () => {
  const loss: Row[] = golden.N.map((N, i) => ({ N, metric: 'loss', score: 4 - (2 * golden.right[i]!) / 300 }))
  const fall = await fitThreshold({ observations: loss, bootstrap: 0 })
  expect(fall.drawn.fit![0]).toBeGreaterThan(fall.drawn.fit!.at(-1)!)
  const {
    analyses: [few]
  } = await analyze({ observations: rows.slice(0, 2) })
  expect(few!.drawn).toMatchObject({ fit: null, band: null })
  expect(few!.drawn.line![0]! + few!.drawn.line!.at(-1)!).toBeCloseTo((golden.right[0]! + golden.right[1]!) / 300, 9)
})
