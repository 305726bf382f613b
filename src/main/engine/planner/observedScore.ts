/**
 * The critical scale of one target given everything that was seen: its score y (ln c = μ + σ·y, or the mixture's quantile at Φ(y)) has the density
 *   ∝ φ(y)·L_i(y)·E[∏_{l≠i} L_l(g) | y],   L_i(y) = F(b_i; c) − F(a_i; c),   g | y ~ N(√ρ·y, 1 − ρ).
 * Where more than the critical scale is uncertain θ stands for all of it, and L_i(θ) weighs even draws.
 */
import { normalDensity } from '../numeric/normal'
import { evenEdges, normalTrapezoid, panelRule, type Rule } from '../numeric/quadrature'
import { linkCurve } from './averaged'
import { lnCriticalAt, partsOf, steepnessOf, type TargetBelief } from './belief'
import { conditionalAt, conditionalOf, coordinateOf, type Conditional } from './conditional'
import { scoreOf } from './mixture'
import type { Observed } from './observed'
import { hasOnset, onsetTop } from './onset'
import { chanceOf, isWhole, thetasOf, type Theta } from './wholeBelief'

/** θ with their weights; by ln c ascending where that alone is uncertain. */
export interface Scores {
  thetas: readonly Theta[]
  weight: Float64Array
}

const REACH = 7
const PANEL = 0.2

/** F(x; θ); 0 at ln x = −∞ and 1 at ∞, where nothing was seen. */
export const chanceGiven = (θ: Theta, lnX: number): number => (lnX === -Infinity ? 0 : lnX === Infinity ? 1 : chanceOf(θ, lnX))

/** What F(x; θ) is on average where the critical scale alone is known: the link and its bounds averaged over what is believed of them. */
export function chanceAtCritical(belief: TargetBelief): (lnX: number, lnC: number) => number {
  const { link, floor, ceiling } = belief
  const F = linkCurve(link, steepnessOf(belief, partsOf(belief)[0]!))
  return (lnX, lnC) => floor + (ceiling - floor) * F(lnX - lnC)
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
  const { thetas, prior } = isWhole(belief) ? evenly(thetasOf(belief, DRAWS)) : overCritical(belief, above)
  const others = beliefs.flatMap((other, l): ((g: number) => number)[] => {
    const [c, { above: a, atMost: b }] = [conditionalOf(other, rho), seen[l]!]
    return l === i || c === null || !possible[l] || (a === -Infinity && b === Infinity) ? [] : [likelihoodAt(c, a, b)]
  })
  const [common, rest] = [Math.sqrt(rho), Math.sqrt(1 - rho)]
  const z: Rule = others.length === 0 ? { nodes: Float64Array.of(0), weights: Float64Array.of(1) } : normalTrapezoid(0.4, 6)
  const weight = prior.map((w, k) => {
    const θ = thetas[k]!
    const own = w * Math.max(0, chanceGiven(θ, atMost) - chanceGiven(θ, above))
    if (own === 0 || others.length === 0) return own
    let mean = 0
    for (let j = 0; j < z.nodes.length; j++) mean += z.weights[j]! * others.reduce((product, L) => product * L(common * θ.score + rest * z.nodes[j]!), 1)
    return own * mean
  })
  const sum = weight.reduce((total, w) => total + w, 0)
  return { thetas, weight: weight.map((w) => w / sum) }
}

/** More draws than a range without observations takes: what was seen leaves a part of them. */
const DRAWS = 4096

interface Prior {
  thetas: Theta[]
  prior: Float64Array
}

const evenly = (thetas: Theta[]): Prior => ({ thetas, prior: new Float64Array(thetas.length).fill(1 / thetas.length) })

/** Where the critical scale alone is uncertain: panels in its score. */
function overCritical(belief: TargetBelief, above: number): Prior {
  const { link, steepness, floor, ceiling } = belief
  const { nodes, weights } = panelRule(edgesFor(belief, above))
  const F = linkCurve(link, steepness)
  return {
    thetas: Array.from(nodes, (score) => ({ score, lnC: lnCriticalAt(belief, score), steepness, floor, ceiling, F })),
    prior: weights.map((w, k) => w * normalDensity(nodes[k]!))
  }
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
  const sorted = inOrder(values, weight)
  return weightedQuantile(sorted.values, sorted.weight, q)
}

function inOrder(values: Float64Array, weight: Float64Array): { values: Float64Array; weight: Float64Array } {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  return { values: Float64Array.from(order, (k) => values[k]!), weight: Float64Array.from(order, (k) => weight[k]!) }
}

/**
 * Quantiles of F(x; θ) given what was seen at every exp(lnX), one row for each share. Where the critical scale alone is uncertain F falls as c grows; with a ceiling below 1 it
 * does not once a run has missed the target, since a small c makes the ceiling the likelier reason: then, and where more is uncertain, the values themselves are put in order.
 */
export function quantilesGiven(observed: Observed, i: number, lnX: Float64Array, shares: readonly number[]): Float64Array[] {
  if (observed.states[i] !== 'open') return shares.map(() => observed.marginals(i, lnX))
  const belief = observed.beliefs[i]!
  const { thetas, weight } = scoresOf(observed, i)
  const { above } = observed.seen[i]!
  const before = thetas.map((θ) => chanceGiven(θ, above))
  const at = (l: number, θ: Theta, F: number): number => (F >= 1 ? 0 : Math.max(0, (chanceOf(θ, l) - F) / (1 - F)))
  if (belief.ceiling < 1 || isWhole(belief)) {
    const rows = shares.map(() => new Float64Array(lnX.length))
    lnX.forEach((l, k) => {
      const sorted = inOrder(
        Float64Array.from(thetas, (θ, j) => at(l, θ, before[j]!)),
        weight
      )
      rows.forEach((row, j) => (row[k] = weightedQuantile(sorted.values, sorted.weight, shares[j]!)))
    })
    return rows
  }
  const lnC = Float64Array.from(thetas, (θ) => θ.lnC)
  return shares.map((q) => {
    const θ = { ...thetas[0]!, lnC: weightedQuantile(lnC, weight, 1 - q) }
    const F = chanceGiven(θ, above)
    return lnX.map((l) => at(l, θ, F))
  })
}
