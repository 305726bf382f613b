/** Against SciPy and NumPy: `test/golden/emergence/fits.py`. */
import { describe, expect, test } from 'vitest'
import { curveOf } from '../../../src/main/engine/emergence/curve'
import { effectBound } from '../../../src/main/engine/emergence/effectSize'
import { cleaned } from '../../../src/main/engine/emergence/observations'
import golden from '../../golden/emergence/fits.json'
import { analyze, fitThreshold, given, type Row } from './ask'

const share: Row[] = golden.N.map((N, i) => ({ N, metric: 'acc', score: golden.right[i]! / 300, n: 300, random: 0.25 }))
const bleu: Row[] = golden.N.map((N, i) => ({ N, metric: 'bleu', score: golden.bleu[i]!, high: 100, family: `family ${golden.clustered.family[i]}` }))
const near = (actual: number | null | undefined, expected: number, tolerance: number): void =>
  expect(Math.abs((actual ?? NaN) / expected - 1), `${actual} against ${expected}`).toBeLessThan(tolerance)

describe.each(['weibull', 'logistic'] as const)('a %s fitted to right answers out of 300', (link) => {
  const expected = golden.binomial[link]

  test(`has the critical scale ${expected.critical.toPrecision(6)}, steepness, ceiling and AICc of SciPy's maximum likelihood to 1e-6`, async () => {
    const fit = await fitThreshold({ observations: share, link, bootstrap: 0 })
    near(fit.critical, expected.critical, 1e-6)
    near(fit.steepness, expected.steepness, 1e-6)
    near(fit.ceiling, expected.ceiling, 1e-6)
    near(fit.aicc, expected.aicc, 1e-9)
    expect(fit).toMatchObject({ floor: 0.25, held: ['floor'], likelihood: 'binomial', dispersion: 1, rows: 10, sizes: 10 })
  })

  test(`has the 90 % profile-likelihood interval ${expected.interval.map((end) => end.toPrecision(5)).join(' to ')} to 1e-5`, async () => {
    const { intervals } = await fitThreshold({ observations: share, link, bootstrap: 0 })
    near(intervals!.critical.low, expected.interval[0]!, 1e-5)
    near(intervals!.critical.high, expected.interval[1]!, 1e-5)
  })
})

describe.each(['weibull', 'logistic'] as const)('a %s fitted by least squares, floor and ceiling free', (link) => {
  const expected = golden.gaussian[link]

  test(`has SciPy's constants and RMSE ${expected.rmse.toFixed(4)} to 1e-6, and its profile t interval to 1e-5`, async () => {
    const fit = await fitThreshold({ observations: bleu.map((row) => ({ ...row, family: null })), link, bootstrap: 0 })
    for (const key of ['critical', 'steepness', 'floor', 'ceiling', 'rmse'] as const) near(fit[key], expected[key], 1e-6)
    near(fit.intervals!.critical.low, expected.interval[0]!, 1e-5)
    near(fit.intervals!.critical.high, expected.interval[1]!, 1e-5)
    expect(fit.likelihood).toBe('gaussian')
  })
})

test('on the loss the threshold is that on N, turned round: steepness by the slope, ends in order, the estimate between them', async () => {
  const lossOf = (N: number): number => 4 * (N / 1e8) ** -0.08
  const onN = await fitThreshold({ observations: share, bootstrap: 40 })
  const onLoss = await fitThreshold({ observations: share.map((row) => ({ ...row, loss: lossOf(row.N!) })), scale: 'loss', bootstrap: 40 })
  near(onLoss.critical, lossOf(onN.critical), 1e-7)
  near(onLoss.steepness, onN.steepness / 0.08, 1e-6)
  near(onLoss.intervals!.critical.low, lossOf(onN.intervals!.critical.high!), 1e-6)
  near(onLoss.intervals!.critical.high, lossOf(onN.intervals!.critical.low!), 1e-6)
  for (const { critical, intervals, bootstrap } of [onN, onLoss])
    for (const range of [intervals!.critical, bootstrap!.intervals.critical]) {
      expect(range.low).toBeLessThan(critical)
      expect(range.high).toBeGreaterThan(critical)
    }
})

test('a falling metric has floor above ceiling in its own unit, and its intervals in order', async () => {
  const falling = golden.bleu.map((v, i): Row => ({ N: golden.N[i]!, metric: 'bpb', score: (50 - v) / 20 }))
  const { floor, ceiling, critical, intervals } = await fitThreshold({ observations: falling, bootstrap: 0 })
  near(critical, golden.gaussian.weibull.critical, 1e-5)
  near(floor, (50 - golden.gaussian.weibull.floor) / 20, 1e-5)
  near(ceiling, (50 - golden.gaussian.weibull.ceiling) / 20, 1e-5)
  expect([intervals!.floor.low! < floor, floor < intervals!.floor.high!, intervals!.ceiling.low! < ceiling, ceiling < intervals!.ceiling.high!]).toEqual([
    true,
    true,
    true,
    true
  ])
})

test('the 50 % point of a Weibull is critical·(ln 2)^(1/α), of a logistic the critical scale', async () => {
  const weibull = await fitThreshold({ observations: share, link: 'weibull', bootstrap: 0 })
  near(weibull.p50, weibull.critical * Math.LN2 ** (1 / weibull.steepness), 1e-12)
  const logistic = await fitThreshold({ observations: share, link: 'logistic', bootstrap: 0 })
  near(logistic.p50, logistic.critical, 1e-12)
})

const METRICS = { cot: 'accuracy', noCot: 'accuracy', passRate: 'pass_rate', ability: 'ability', exact: 'exact_match', perplexity: 'perplexity' } as const

describe('the source’s teaching curves under the source’s own rules, baseline 0.25', () => {
  test.each(Object.entries(METRICS) as [keyof typeof METRICS, string][])(
    '%s: not emergent; line, effect size and both thresholds as NumPy and SciPy',
    async (name, metric) => {
      const expected = golden.teaching[name]
      const { detector, test } = await analyze({ observations: expected.sizes.map((N, i) => ({ N, metric, score: expected.scores[i]!, random: 0.25 })) })
      const rules = given(detector)
      expect(rules.source.emergent).toBe(false)
      expect([rules.thresholdByIndex, rules.thresholdByLog]).toEqual([expected.byIndex, expected.byLog])
      const line = given(test.linear)
      near(line.slopePerDecade, expected.slope, 1e-12)
      near(line.p, expected.p, 1e-10)
      near(line.rSquared, expected.rSquared, 1e-12)
      near(line.effectSize, expected.effectSize, 1e-12)
      near(line.effectBound, expected.bound, 1e-10)
    }
  )

  test('effect sizes are 0.55, 0.44, 0.82, 0.43, 1.00 and 0.41; the chain-of-thought curve turns at 7B by index and at 70B in log N', () => {
    expect(Object.values(golden.teaching).map(({ effectSize }) => effectSize.toFixed(2))).toEqual(['0.55', '0.44', '0.82', '0.43', '1.00', '0.41'])
    expect([golden.teaching.cot.byIndex, golden.teaching.cot.byLog]).toEqual([7e9, 70e9])
  })
})

test('the bound of the effect size over even steps is 1.00 at 5 and 1.28 at 6 sizes', () => {
  for (const [n, bound] of Object.entries(golden.evenBounds)) near(effectBound(Array.from({ length: Number(n) }, (_, i) => i)), bound, 1e-10)
  expect(golden.evenBounds[5].toFixed(2)).toBe('1.00')
  expect(golden.evenBounds[6].toFixed(2)).toBe('1.28')
})

test('the slope with errors clustered by family', async () => {
  const { test } = await analyze({ observations: bleu })
  const { clustered } = given(test.linear)
  near(clustered!.slopePerDecade, golden.clustered.slope, 1e-10)
  near(clustered!.standardError, golden.clustered.standardError, 1e-10)
  near(clustered!.p, golden.clustered.p, 1e-9)
  expect(clustered!.families).toBe(4)
})

test.each(golden.wilson as [number, number, number, number][])('Wilson’s 90 %% interval of %i right out of %i', (right, n, low, high) => {
  const { series } = cleaned([{ N: 1e9, metric: 'acc', score: right / n, n }], 'N')
  const { interval } = curveOf(series[0]!).curve[0]!
  expect(interval!.low).toBeCloseTo(low, 12)
  expect(interval!.high).toBeCloseTo(high, 12)
})
