/**
 * Draws given what finished runs showed (docs/model.md, Finished runs): the standard normal draws of the common factor and of each critical scale are taken at the same quantile of
 *   p(g | seen) ∝ φ(g)·∏_i L_i(g)   and   p(z_i | g, seen) ∝ φ(z)·(1 − F(a_i; c_i)),  ln c_i at √ρ·g + √(1 − ρ)·z,
 * and the link's residual above F(a_i; c_i), so that every draw fits what was seen and none is thrown away.
 */
import { normalDensity, normalProbability } from '../../numeric/normal'
import { lnCriticalAt } from '../../planner/belief'
import { conditionalOf } from '../../planner/conditional'
import type { Observed, TargetState } from '../../planner/observed'
import { chanceAtCritical, likelihoodAt } from '../../planner/observedScore'
import { checkedTable } from './checkedTable'

/** What is seen of one target. */
export interface SeenThreshold {
  state: TargetState
  /** ln of the largest scale that missed it; −∞ when none did. */
  above: number
  /** z given g and what was seen, from a standard normal draw. */
  score(g: number, draw: number): number
}

export interface SeenDraws {
  /** True when what was seen leaves the targets nothing in common: then ρ is 0. */
  apart: boolean
  /** g given what was seen, from a standard normal draw. */
  factor(draw: number): number
  targets: SeenThreshold[]
}

const REACH = 6.5
/** Steps of the tables of g and z, and of the densities that they come from. */
const STEP = 0.05
const FINE = 0.01

export function seenDraws(observed: Observed): SeenDraws {
  const { beliefs, seen, states, possible, rho } = observed
  const felt = beliefs.flatMap((belief, i): ((g: number) => number)[] => {
    const [c, { above, atMost }] = [conditionalOf(belief, rho), seen[i]!]
    return c === null || !possible[i] || (above === -Infinity && atMost === Infinity) ? [] : [likelihoodAt(c, above, atMost)]
  })
  const factor = felt.length === 0 ? (draw: number) => draw : tableOf((g) => felt.reduce((product, L) => product * L(g), 1))
  return { apart: observed.apart, factor, targets: beliefs.map((_belief, i) => ({ state: states[i]!, above: seen[i]!.above, score: scoreOf(observed, i) })) }
}

/** The quantile of the density φ·likelihood at the probability of a standard normal draw, as a table over the draw. */
function tableOf(likelihood: (x: number) => number): (draw: number) => number {
  const values = quantiles(likelihood)
  const last = values.length - 1
  return (draw) => {
    const place = Math.min(last - 1e-9, Math.max(0, (draw + REACH) / STEP))
    const k = Math.floor(place)
    return values[k]! + (place - k) * (values[k + 1]! - values[k]!)
  }
}

/** Quantiles at Φ of −REACH, −REACH + STEP, …: by trapezoid sums from below, and from above for draws above 0, so that both tails keep their digits. */
function quantiles(likelihood: (x: number) => number): Float64Array {
  const n = Math.round((2 * REACH) / FINE)
  const x = (k: number): number => -REACH + k * FINE
  const density = Float64Array.from({ length: n + 1 }, (_, k) => normalDensity(x(k)) * likelihood(x(k)))
  const below = new Float64Array(n + 1)
  const above = new Float64Array(n + 1)
  for (let k = 1; k <= n; k++) below[k] = below[k - 1]! + 0.5 * (density[k - 1]! + density[k]!)
  for (let k = n - 1; k >= 0; k--) above[k] = above[k + 1]! + 0.5 * (density[k]! + density[k + 1]!)
  const whole = below[n]!
  let k = 1
  return Float64Array.from({ length: Math.round((2 * REACH) / STEP) + 1 }, (_, j) => {
    const draw = -REACH + j * STEP
    const upper = draw > 0
    const goal = whole * normalProbability(upper ? -draw : draw)
    const past = (at: number): boolean => (upper ? above[at]! <= goal : below[at]! >= goal)
    while (k < n && !past(k)) k++
    const [from, to] = upper ? [above[k - 1]!, above[k]!] : [below[k - 1]!, below[k]!]
    return from === to ? x(k) : x(k - 1) + (FINE * (goal - from)) / (to - from)
  })
}

/** z of target i: itself where no run has missed the target, where nothing but g is left to know c (ρ = 1), and where c is exact. */
function scoreOf({ beliefs, seen, states, rho }: Observed, i: number): SeenThreshold['score'] {
  const belief = beliefs[i]!
  const { above } = seen[i]!
  const own = Math.sqrt(1 - rho)
  if (states[i] !== 'open' || above === -Infinity || own === 0 || (belief.parts === null && belief.sigma === 0)) return (_g, draw) => draw
  const F = chanceAtCritical(belief)
  const common = Math.sqrt(rho)
  const most = REACH * (common + own)
  const lnCritical = checkedTable((y) => lnCriticalAt(belief, y), -most, most, 1e-6)
  const tableAt = (g: number): Float64Array => quantiles((z) => 1 - F(above, lnCritical(common * g + own * z)))
  if (rho === 0) {
    const table = tableAt(0)
    return (_g, draw) => between(table, null, 0, draw)
  }
  const tables = Array.from({ length: Math.round((2 * REACH) / G_STEP) + 1 }, (_, k) => tableAt(-REACH + k * G_STEP))
  return (g, draw) => {
    const place = Math.min(tables.length - 1 - 1e-9, Math.max(0, (g + REACH) / G_STEP))
    const k = Math.floor(place)
    return between(tables[k]!, tables[k + 1]!, place - k, draw)
  }
}
const G_STEP = 0.1

/** Straight between the entries of one table, and between two. */
function between(table: Float64Array, next: Float64Array | null, share: number, draw: number): number {
  const place = Math.min(table.length - 1 - 1e-9, Math.max(0, (draw + REACH) / STEP))
  const k = Math.floor(place)
  const t = place - k
  const at = (values: Float64Array): number => values[k]! + t * (values[k + 1]! - values[k]!)
  return next === null ? at(table) : (1 - share) * at(table) + share * at(next)
}
