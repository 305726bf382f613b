/**
 * The critical scale of one target given everything that was seen: its score y (ln c = μ + σ·y, or the mixture's quantile at Φ(y)) has the density
 *   ∝ φ(y)·L_i(y)·E[∏_{l≠i} L_l(g) | y],   L_i(y) = F(b_i; c) − F(a_i; c),   g | y ~ N(√ρ·y, 1 − ρ).
 */
import { normalDensity } from '../numeric/normal'
import { evenEdges, normalTrapezoid, panelRule, type Rule } from '../numeric/quadrature'
import { linkCurve } from './averaged'
import { lnCriticalAt, partsOf, type TargetBelief } from './belief'
import { conditionalAt, conditionalOf, coordinateOf, type Conditional } from './conditional'
import { scoreOf } from './mixture'
import type { Observed } from './observed'
import { hasOnset, onsetTop } from './onset'

/** ln c with its weights, ascending. */
export interface Scores {
  lnC: Float64Array
  weight: Float64Array
}

const REACH = 7
const PANEL = 0.2

/** F(x; c) with floor and ceiling; 0 at ln x = −∞ and 1 at ∞, where nothing was seen. */
export function chanceGiven({ link, steepness, floor, ceiling }: TargetBelief): (lnX: number, lnC: number) => number {
  const F = linkCurve(link, steepness)
  return (lnX, lnC) => (lnX === -Infinity ? 0 : lnX === Infinity ? 1 : floor + (ceiling - floor) * F(lnX - lnC))
}

const scores = new WeakMap<Observed, Map<number, Scores>>()

/** Of an open target; worked out once for each set of observations. */
export function scoresOf(observed: Observed, i: number): Scores {
  const own = scores.get(observed) ?? new Map<number, Scores>()
  scores.set(observed, own)
  const known = own.get(i)
  if (known) return known
  const made = makeScores(observed, i)
  own.set(i, made)
  return made
}

function makeScores({ beliefs, seen, possible, rho }: Observed, i: number): Scores {
  const belief = beliefs[i]!
  const { above, atMost } = seen[i]!
  const F = chanceGiven(belief)
  const { nodes, weights } = panelRule(edgesFor(belief, above))
  const lnC = nodes.map((y) => lnCriticalAt(belief, y))
  const others = beliefs.flatMap((other, l): ((g: number) => number)[] => {
    const [c, { above: a, atMost: b }] = [conditionalOf(other, rho), seen[l]!]
    return l === i || c === null || !possible[l] || (a === -Infinity && b === Infinity) ? [] : [likelihoodAt(c, a, b)]
  })
  const [common, rest] = [Math.sqrt(rho), Math.sqrt(1 - rho)]
  const z: Rule = others.length === 0 ? { nodes: Float64Array.of(0), weights: Float64Array.of(1) } : normalTrapezoid(0.4, 6)
  const weight = nodes.map((y, k) => {
    const own = weights[k]! * normalDensity(y) * Math.max(0, F(atMost, lnC[k]!) - F(above, lnC[k]!))
    if (own === 0 || others.length === 0) return own
    let mean = 0
    for (let j = 0; j < z.nodes.length; j++) mean += z.weights[j]! * others.reduce((product, L) => product * L(common * y + rest * z.nodes[j]!), 1)
    return own * mean
  })
  const sum = weight.reduce((total, w) => total + w, 0)
  return { lnC, weight: weight.map((w) => w / sum) }
}

/** Panels that end where a run that was seen makes the likelihood jump or bend. */
function edgesFor(belief: TargetBelief, above: number): number[] {
  const { link, steepness } = belief
  const bends = link === 'step' ? [above] : hasOnset(link) ? [above, above - onsetTop(link, steepness)] : []
  const stops = bends.filter((l) => Number.isFinite(l)).map((l) => scoreOf(partsOf(belief), l))
  return [...evenEdges(-REACH, REACH, PANEL), ...stops.filter((y) => Math.abs(y) < REACH)].sort((p, q) => p - q)
}

/** L(g) of one target that was seen. */
export const likelihoodAt = (c: Conditional, above: number, atMost: number): ((g: number) => number) => {
  const [a, b] = [coordinateOf(c, above), coordinateOf(c, atMost)]
  return (g) => Math.max(0, (atMost === Infinity ? 1 : conditionalAt(c, b, g)) - (above === -Infinity ? 0 : conditionalAt(c, a, g)))
}

/** Quantiles of values with weights: half of each weight lies below its value; between two values a straight line. Values must ascend. */
export function weightedQuantile(values: Float64Array, weight: Float64Array, q: number): number {
  let below = 0
  let [lastValue, lastP] = [values[0]!, 0]
  for (let k = 0; k < values.length; k++) {
    if (weight[k] === 0) continue
    const here = below + 0.5 * weight[k]!
    const value = values[k]!
    if (here >= q) return value === lastValue || lastP === 0 ? value : lastValue + ((value - lastValue) * (q - lastP)) / (here - lastP)
    below += weight[k]!
    ;[lastValue, lastP] = [value, here]
  }
  return lastValue
}

/** The same for values in any order. */
export function sortedQuantile(values: Float64Array, weight: Float64Array, q: number): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  return weightedQuantile(
    Float64Array.from(order, (k) => values[k]!),
    Float64Array.from(order, (k) => weight[k]!),
    q
  )
}

/**
 * The q-quantile of F(x; θ) given what was seen, over the belief about c, at every exp(lnX). F falls as c grows; with a ceiling below 1 it does not once a run has missed
 * the target, since a small c makes the ceiling the likelier reason: then the values themselves are put in order.
 */
export function quantilesGiven(observed: Observed, i: number, lnX: Float64Array, q: number): Float64Array {
  if (observed.states[i] !== 'open') return observed.marginals(i, lnX)
  const belief = observed.beliefs[i]!
  const F = chanceGiven(belief)
  const { lnC, weight } = scoresOf(observed, i)
  const { above } = observed.seen[i]!
  const below = lnC.map((c) => F(above, c))
  const at = (l: number, c: number, before: number): number => (before >= 1 ? 0 : Math.max(0, (F(l, c) - before) / (1 - before)))
  if (belief.ceiling < 1)
    return lnX.map((l) =>
      sortedQuantile(
        lnC.map((c, k) => at(l, c, below[k]!)),
        weight,
        q
      )
    )
  const c = weightedQuantile(lnC, weight, 1 - q)
  const before = F(above, c)
  return lnX.map((l) => at(l, c, before))
}
