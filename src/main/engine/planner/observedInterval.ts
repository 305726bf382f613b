/** The 5–50–95 % range of a required run given what finished runs showed: over the critical scale given what was seen, and for money and days over price and MFU too. */
import type { Quantiles, TargetOutcome } from '../../../shared/outcome'
import { daysAt, usdAt } from '../cost'
import type { Factor } from '../factor'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { tokensAt } from '../run'
import { sizeForScale } from '../sizeFor'
import { requiredInterval } from './interval'
import { chanceGiven, scoresOf, sortedQuantile } from './observedScore'
import type { Observed } from './observed'
import type { Setting } from './setting'
import { lnScaleOf } from './wholeBelief'

/** Null when target i needs no run, or when more than a twentieth of what is believed of its threshold has none. */
export function intervalOf(setting: Setting, i: number): TargetOutcome['interval'] {
  const { observed, model, wanted } = setting
  if (observed === null) return requiredInterval(model, wanted[i]!)
  return wanted[i]!.N === null ? null : intervalGiven(setting, observed, i)
}

function intervalGiven({ model, wanted }: Setting, observed: Observed, i: number): TargetOutcome['interval'] {
  const { target, belief } = wanted[i]!
  const { thetas, weight } = scoresOf(observed, i)
  const { above } = observed.seen[i]!
  // F(x; θ) given T > a is p where F(x; θ) = F(a; θ) + p·(1 − F(a; θ)).
  const N = Float64Array.from(thetas, (θ) => {
    const before = chanceGiven(θ, above)
    const ln = lnScaleOf(belief.link, θ, before + target.wanted * (1 - before))
    const size = Number.isFinite(ln) ? sizeForScale(model, target.axis, Math.exp(ln)) : ln < 0 ? 0 : Infinity
    return typeof size === 'number' ? size : Infinity
  })
  const D = N.map((size) => (size > 0 && size < Infinity ? tokensAt(model, size) : size))
  const C = N.map((size, k) => model.k * size * D[k]!)
  const of = (values: Float64Array): Quantiles | null => finite((q) => sortedQuantile(values, weight, q))
  const spread = (factor: Factor, rest: (D: number) => number): Quantiles | null => {
    if (factor.certain) return of(C.map((c, k) => c * factor.mean + rest(D[k]!)))
    const below = (y: number): number =>
      weight.reduce((sum, w, k) => (C[k]! < Infinity && C[k]! > 0 ? sum + w * factor.atMost((y - rest(D[k]!)) / C[k]!) : sum), 0)
    return finite((q) => {
      const guess = sortedQuantile(C, weight, q) * factor.quantile(0.5) + rest(0)
      const bracket = guess > 0 && guess < Infinity ? bracketDecreasing((lnY) => q - below(Math.exp(lnY)), Math.log(guess), 0.05, 64) : null
      return bracket === null ? Infinity : Math.exp(findRoot((lnY) => q - below(Math.exp(lnY)), bracket, 1e-9))
    })
  }
  const { cost } = model
  const [sizes, tokens, flop] = [of(N), of(D), of(C)]
  const [usd, days] = [spread(cost.usdPerFlop, (d) => usdAt(cost, 0, d)), spread(cost.daysPerFlop, () => daysAt(cost.mean, 0))]
  return sizes && tokens && flop && usd && days && { N: sizes, D: tokens, C: flop, usd, days }
}

/** Null when one of the three is no number. */
function finite(at: (q: number) => number): Quantiles | null {
  const [p5, p50, p95] = [at(0.05), at(0.5), at(0.95)]
  return [p5, p50, p95].every((value) => Number.isFinite(value) && value > 0) ? { p5, p50, p95 } : null
}
