/**
 * What is believed about one uncertain number, as a plan holds it and the engine draws from it. Units are those of the number itself.
 * What is no distribution (upside down, without width, impossible) is refused here with the field, the reason and an example.
 */
import * as z from 'zod'
import { number, open } from './rules'

const any = (example: string) => number({ example })
const above0 = (example: string) => number({ above: 0, example })

const rising = <S extends z.ZodType<{ low: number; high: number }>>(schema: S, example: string): S =>
  schema.refine((r) => r.low < r.high, { error: `expected low below high, for example ${example}; an exact value is written in the field itself` })

const KINDS_EXPECTED =
  'expected a distribution such as {"kind": "interval", "low": 5, "high": 10}; kinds are interval, normal, logNormal, uniform, triangular, beta, weibull, logLogistic, empirical, point, truncated'

/** A number taken as exact. */
const point = open({ kind: z.literal('point'), value: any('5') })
/** Two numbers that hold the value with a probability (0.9 unless given), equal tails: log-normal when both are above 0, else normal. */
const interval = open({
  kind: z.literal('interval'),
  low: any('5'),
  high: any('10'),
  probability: number({ above: 0, below: 1, example: '0.9' }).optional()
})
const normal = open({ kind: z.literal('normal'), mean: any('5'), sd: above0('0.5') })
/** ln X ~ N(ln median, sigma²). */
const logNormal = open({ kind: z.literal('logNormal'), median: above0('5'), sigma: above0('0.2') })
const uniform = open({ kind: z.literal('uniform'), low: any('5'), high: any('10') })
const triangular = open({ kind: z.literal('triangular'), low: any('5'), mode: any('6'), high: any('10') })
/** low + (high − low)·Beta(alpha, beta). */
const beta = open({ kind: z.literal('beta'), alpha: above0('2'), beta: above0('5'), low: any('0'), high: any('1') })
/** P(X ≤ x) = 1 − exp(−(x/scale)^steepness): the threshold behind a Weibull link. */
const weibull = open({ kind: z.literal('weibull'), scale: above0('5'), steepness: above0('3') })
/** P(X ≤ x) = 1/(1 + (x/median)^−steepness): the threshold behind a logistic link. */
const logLogistic = open({ kind: z.literal('logLogistic'), median: above0('5'), steepness: above0('3') })
/** Values as they came from evidence or a bootstrap, each with a weight (equal unless given; they need not add up to 1). */
const empirical = open({
  kind: z.literal('empirical'),
  values: z
    .array(any('5'), { error: 'expected a list of values, for example [5, 6, 10]' })
    .min(1, { error: 'expected at least one value, for example [5, 6, 10]' })
    .max(100_000, { error: 'expected at most 100000 values' }),
  weights: z.array(number({ from: 0, example: '1' }), { error: 'expected a list of weights, for example [1, 1, 2]' }).optional()
})

const simpleKinds = [
  point,
  rising(interval, '{"kind": "interval", "low": 5, "high": 10}'),
  normal,
  logNormal,
  rising(uniform, '{"kind": "uniform", "low": 5, "high": 10}'),
  rising(triangular, '{"kind": "triangular", "low": 5, "mode": 6, "high": 10}').refine((t) => t.low <= t.mode && t.mode <= t.high, {
    error: 'expected the mode from low to high, for example {"kind": "triangular", "low": 5, "mode": 6, "high": 10}',
    path: ['mode']
  }),
  rising(beta, '{"kind": "beta", "alpha": 2, "beta": 5, "low": 0, "high": 1}'),
  weibull,
  logLogistic,
  empirical
    .refine((e) => e.weights === undefined || e.weights.length === e.values.length, { error: 'expected one weight for each value', path: ['weights'] })
    .refine((e) => e.weights === undefined || e.weights.some((weight) => weight > 0), { error: 'expected at least one weight above 0', path: ['weights'] })
] as const
const simple = z.discriminatedUnion('kind', simpleKinds, { error: KINDS_EXPECTED })

/** What remains of another one when it is known to lie in [low, high] (null: no bound): its probabilities divided by that of the domain, nothing moved to the edge. */
const truncated = open({ kind: z.literal('truncated'), of: simple, low: any('0').nullable(), high: any('1').nullable() }).refine(
  ({ low, high }) => low === null || high === null || low < high,
  { error: 'expected low below high, for example 0 and 1; null stands for no bound' }
)

export const distributionSchema = z.discriminatedUnion('kind', [...simpleKinds, truncated], { error: KINDS_EXPECTED })

/** Any but a truncated one. */
export type SimpleDistribution = z.infer<typeof simple>
export type Distribution = z.infer<typeof distributionSchema>
export type DistributionKind = Distribution['kind']
