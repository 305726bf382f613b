/** From what a plan says to what a simulation draws from; what is no distribution is refused with the reason. */
import { noAnswer, type NoAnswer, type NoteCode } from '../../../../shared/notes'
import type { Distribution, DistributionKind, Shape } from './distribution'
import { empirical } from './empirical'
import { intervalAs, USUAL_PROBABILITY } from './interval'
import { logLogistic } from './logLogistic'
import { logNormal } from './logNormal'
import { normal } from './normal'
import { point } from './point'
import { scaledBeta } from './scaledBeta'
import { triangular } from './triangular'
import { truncated } from './truncated'
import { uniform } from './uniform'
import { weibull } from './weibull'

type Of<K extends DistributionKind> = Extract<Distribution, { kind: K }>

const refuse = (code: NoteCode, values: Record<string, number | string> = {}): NoAnswer => noAnswer('notDefined', code, values)

/** The first of the named numbers that is not finite. */
function notFinite(numbers: Record<string, number>): NoAnswer | null {
  const name = Object.keys(numbers).find((key) => !Number.isFinite(numbers[key]))
  return name === undefined ? null : refuse('belief-not-finite', { name })
}
/** The first of the named numbers that is not above 0. */
function notPositive(numbers: Record<string, number>): NoAnswer | null {
  const name = Object.keys(numbers).find((key) => !(numbers[key]! > 0))
  return name === undefined ? null : refuse('belief-not-positive', { name, value: numbers[name]! })
}
/** A range whose ends are equal or exchanged. */
function notARange(low: number, high: number): NoAnswer | null {
  if (low > high) return refuse('belief-upside-down', { low, high })
  if (low === high) return refuse('belief-no-width', { value: low })
  return Number.isFinite(high - low) ? null : refuse('belief-not-finite', { name: 'high − low' })
}

const MAKERS: { [K in DistributionKind]: (of: Of<K>) => Shape | NoAnswer } = {
  point: (of) => notFinite({ value: of.value }) ?? point(of),
  interval: (of) => {
    const { low, high, probability = USUAL_PROBABILITY } = of
    if (!(probability > 0 && probability < 1)) return refuse('belief-interval-probability', { probability })
    return notFinite({ low, high }) ?? notARange(low, high) ?? distributionOf(intervalAs(of))
  },
  normal: ({ mean, sd }) => notFinite({ mean, sd }) ?? notPositive({ sd }) ?? normal({ mean, sd }),
  logNormal: ({ median, sigma }) => notFinite({ median, sigma }) ?? notPositive({ median, sigma }) ?? logNormal({ median, sigma }),
  uniform: ({ low, high }) => notFinite({ low, high }) ?? notARange(low, high) ?? uniform({ low, high }),
  triangular: ({ low, mode, high }) =>
    notFinite({ low, mode, high }) ??
    notARange(low, high) ??
    (mode < low || mode > high ? refuse('belief-mode-outside', { low, mode, high }) : triangular({ low, mode, high })),
  beta: ({ alpha, beta, low, high }) =>
    notFinite({ alpha, beta, low, high }) ?? notARange(low, high) ?? notPositive({ alpha, beta }) ?? scaledBeta({ alpha, beta, low, high }),
  weibull: ({ scale, steepness }) => notFinite({ scale, steepness }) ?? notPositive({ scale, steepness }) ?? weibull({ scale, steepness }),
  logLogistic: ({ median, steepness }) => notFinite({ median, steepness }) ?? notPositive({ median, steepness }) ?? logLogistic({ median, steepness }),
  empirical: ({ values, weights }) => notWeighted(values, weights) ?? empirical(values, weights),
  truncated: ({ of, low, high }) => {
    const bounds = { low: low ?? -Infinity, high: high ?? Infinity }
    const refused = notFinite({ low: low ?? 0, high: high ?? 0 })
    if (refused) return refused
    if (bounds.low > bounds.high) return refuse('belief-upside-down', bounds)
    if (of.kind === 'point' || of.kind === 'empirical') return within(of, bounds)
    const whole = distributionOf(of)
    return 'reason' in whole ? whole : truncated(whole, bounds)
  }
}

/** The shape of a distribution, or why it is none. */
export const distributionOf = (of: Distribution): Shape | NoAnswer => (MAKERS[of.kind] as (of: Distribution) => Shape | NoAnswer)(of)

function notWeighted(values: readonly number[], weights: readonly number[] | undefined): NoAnswer | null {
  if (values.length === 0) return refuse('belief-empty')
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) return refuse('belief-value-not-finite', { row: bad + 1 })
  if (weights === undefined) return null
  if (weights.length !== values.length) return refuse('belief-weights-count', { values: values.length, weights: weights.length })
  const odd = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity))
  if (odd >= 0) return refuse('belief-weight-negative', { row: odd + 1 })
  return weights.some((weight) => weight > 0) ? null : refuse('belief-no-weight')
}

/** Single values keep those that lie in the domain. */
function within(of: Of<'point'> | Of<'empirical'>, { low, high }: { low: number; high: number }): Shape | NoAnswer {
  const refused = of.kind === 'point' ? notFinite({ value: of.value }) : notWeighted(of.values, of.weights)
  if (refused) return refused
  const values = of.kind === 'point' ? [of.value] : of.values
  const weights = values.map((value, i) => (value < low || value > high ? 0 : of.kind === 'point' ? 1 : (of.weights?.[i] ?? 1)))
  return weights.some((weight) => weight > 0) ? empirical(values, weights) : refuse('belief-truncation-nothing')
}
