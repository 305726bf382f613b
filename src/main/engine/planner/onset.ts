/**
 * The links with an onset, which are nothing up to the critical scale: F as a function of t = ln(x/c), and E[F(u + σz)] over a log-normal critical scale.
 * At t = 0 they rise as t^α, which no equal-step rule follows; panels that shrink towards the onset do.
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalDensity, normalProbability } from '../numeric/normal'
import { panelRule } from '../numeric/quadrature'

export type OnsetId = Extract<LinkId, 'shifted-weibull' | 'power-onset'>
export const hasOnset = (link: LinkId): link is OnsetId => link === 'shifted-weibull' || link === 'power-onset'

/** F at t = ln(x/c): with e = (x − c)/c = e^t − 1, 1 − exp(−e^α) or min(1, e^β). */
export function onsetAt(link: OnsetId, steepness: number, t: number): number {
  if (t <= 0) return 0
  const rise = Math.expm1(t) ** steepness
  return link === 'shifted-weibull' ? -Math.expm1(-rise) : Math.min(1, rise)
}

/** t from which F is 1 to the last digit; for the power law exactly 1, with a corner there. */
export const onsetTop = (link: OnsetId, steepness: number): number => (link === 'power-onset' ? Math.LN2 : Math.log1p(37 ** (1 / steepness)))

/** What F adds to an integral below this t is less than 1e-14. */
const onsetFoot = (steepness: number): number => Math.log1p(1e-14 ** (1 / (1 + steepness)))

/** Most by which one panel may be further from the onset than the last, so that ten nodes follow t^α and e^(−t^α) on it to 1e-12. */
const growth = (steepness: number): number => 1 + 1.6 / Math.max(1, steepness)

/**
 * Panel edges on [from, to] ⊂ [0, top] for F times something smooth at `width`: shrinking towards the onset, none wider than `width`.
 */
export function onsetEdges(steepness: number, from: number, to: number, width: number): number[] {
  const foot = Math.min(onsetFoot(steepness), to)
  const edges = from < foot ? [from, foot] : [from]
  const factor = growth(steepness)
  for (let at = edges.at(-1)!; at < to;) {
    const next = Math.min(at * factor, at + width, at + 1.6 / steepness, to)
    // A width below the last digit of `at` leads nowhere: what is left is no wider than that.
    at = next > at ? next : to
    edges.push(at)
  }
  return edges
}

/** φ outside holds less than 1e-13. */
const REACH = 7.5
/** A panel of ten nodes follows φ over 2.5 deviations to 1e-12. */
export const DEVIATIONS_PER_PANEL = 2.5

/** S(u; σ) = E[F(u + σz)], u = ln x − E ln c, σ > 0: to about 1e-12 absolute. */
export function onsetSmoothedExactly(link: OnsetId, steepness: number, sigma: number): (u: number) => number {
  const top = onsetTop(link, steepness)
  return (u) => {
    if (u === -Infinity) return 0
    if (u === Infinity) return 1
    const from = Math.max(0, u - REACH * sigma)
    const to = Math.min(top, u + REACH * sigma)
    const beyond = normalProbability((u - top) / sigma)
    if (!(to > from)) return beyond
    const { nodes, weights } = panelRule(onsetEdges(steepness, from, to, DEVIATIONS_PER_PANEL * sigma))
    let sum = 0
    for (let k = 0; k < nodes.length; k++) sum += weights[k]! * onsetAt(link, steepness, nodes[k]!) * normalDensity((nodes[k]! - u) / sigma)
    return Math.min(1, sum / sigma + beyond)
  }
}

/** Where the smoothed curve runs: below the first it is 0 and above the second 1, to 1e-12. */
export const onsetSpan = (link: OnsetId, steepness: number, sigma: number): [low: number, high: number] => [-7 * sigma, onsetTop(link, steepness) + 7 * sigma]
