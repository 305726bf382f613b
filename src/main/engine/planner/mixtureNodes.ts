/** Nodes in l = ln c for integrals over the density of a mixture, and how much likelier the common factor g makes each. */
import type { LinkId } from '../../../shared/plan/schema'
import { exponential } from '../numeric/exponential'
import { normalDensity } from '../numeric/normal'
import { evenEdges, panelRule } from '../numeric/quadrature'
import type { Part } from './figures'
import { scoreOf } from './mixture'
import { DEVIATIONS_PER_PANEL, hasOnset, onsetEdges, onsetTop } from './onset'

/** φ outside holds less than 1e-15. */
export const REACH = 8
/** A panel of ten nodes follows a smooth link over this much of α·ln x to 1e-11. */
const LINK_PANEL = 1.6

/** What each node weighs before g is known, f(l)·dl, and its score y(l). */
export interface Nodes {
  l: Float64Array
  weight: Float64Array
  y: Float64Array
}

/**
 * Panel edges over the log-normal parts, breaking at exact figures, where y jumps. Each panel is narrow enough for the narrowest part on it,
 * for R (`own` = s, of what is left when g is known) and for a smooth link of this steepness.
 */
export function panelEdges(parts: readonly Part[], own: number, link: LinkId, steepness: number): number[] {
  const spread = parts.filter(({ sigma }) => sigma > 0)
  const ends = parts.flatMap(({ lnMedian, sigma }) => [lnMedian - REACH * sigma, lnMedian + REACH * sigma]).sort((a, b) => a - b)
  const edges: number[] = []
  for (let e = 1; e < ends.length; e++) {
    const [from, to] = [ends[e - 1]!, ends[e]!]
    const here = spread.filter(({ lnMedian, sigma }) => Math.abs(0.5 * (from + to) - lnMedian) < REACH * sigma)
    if (!(to > from) || here.length === 0) continue
    const narrowest = DEVIATIONS_PER_PANEL * own * Math.min(...here.map(({ sigma }) => sigma))
    edges.push(...evenEdges(from, to, hasOnset(link) ? narrowest : Math.min(narrowest, LINK_PANEL / steepness)))
  }
  return edges
}

export function nodesOn(parts: readonly Part[], edges: readonly number[]): Nodes {
  const { nodes: l, weights } = panelRule(edges)
  const weight = weights.map((width, j) => {
    let density = 0
    for (const { lnMedian, sigma } of parts) if (sigma > 0) density += normalDensity((l[j]! - lnMedian) / sigma) / sigma
    return (width * density) / parts.length
  })
  return { l, weight, y: l.map((at) => scoreOf(parts, at)) }
}

/** The same edges as far as a link with an onset wants them at ln x: below the onset l = ln x, shrinking towards it, down to where the link is 1. */
export function edgesBelow(edges: readonly number[], link: LinkId, steepness: number, lnX: number): number[] {
  const lowest = edges[0]
  if (!hasOnset(link) || lowest === undefined || lowest >= lnX) return []
  const reach = Math.min(onsetTop(link, steepness), lnX - lowest)
  const near = onsetEdges(steepness, 0, reach, Infinity).map((t) => lnX - t)
  return [...near, ...edges.filter((l) => l < lnX && l > lnX - reach)].sort((a, b) => a - b)
}

/** Weights given g: f(l)·R(l, g)·dl. */
export function given({ weight, y }: Nodes, common: number, own: number, g: number): Float64Array {
  return weight.map((w, j) => {
    const score = y[j]!
    const z = (score - common * g) / own
    // Where y is infinite nothing is left of the density either.
    return w === 0 || !Number.isFinite(score) ? 0 : (w / own) * exponential(0.5 * (score * score - z * z))
  })
}
