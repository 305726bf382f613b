/** What is believed of a target's link beside its critical scale, and the averages that enter F̄ (docs/model.md, Beliefs and probabilities). Each is independent of everything else. */
import type { LinkId } from '../../../shared/plan/schema'
import { evenEdges, panelRule } from '../numeric/quadrature'
import type { Shape } from '../uncertainty/distributions/distribution'
import { point } from '../uncertainty/distributions/point'
import { shapeName } from '../uncertainty/distributions/shapeName'
import { valueNodes } from '../uncertainty/distributions/valueNodes'
import { lnRatioAt, type Part } from './figures'
import { hasOnset } from './onset'
import { Spread } from './spread'

/** Null where the plan's number is all that is believed. */
export interface LinkBeliefs {
  steepness: Shape | null
  floor: Shape | null
  ceiling: Shape | null
}

/** The averaged curves of a target: for figures that are the critical scale itself, and for those that are 50 % points. */
export interface Spreads {
  scale: Spread
  half: Spread
}

/** Steps in the normal draw behind the steepness: 61 nodes; of a link with an onset 31, since each takes panels of its own. */
const STEP = 0.2
const ONSET_STEP = 0.4

/** Null for a step, which has no steepness. */
export function spreadsOf(link: LinkId, steepness: number, believed: Shape | null): Spreads | null {
  if (link === 'step' || believed === null) return null
  const ofShape = kept.get(believed) ?? new Map<string, Spreads>()
  kept.set(believed, ofShape)
  const key = `${link} ${steepness}`
  const known = ofShape.get(key)
  if (known) return known
  const nodes = valueNodes(believed, hasOnset(link) ? ONSET_STEP : STEP)
  const lnHalf = lnRatioAt(link, 0.5, steepness)
  const spread = (name: string, moved: (α: number) => number): Spread =>
    new Spread(
      link,
      nodes.map(({ value, weight }) => ({ weight, steepness: value, lnMoved: moved(value) })),
      `${shapeName(believed)} ${steepness} ${name}`
    )
  const made: Spreads = { scale: spread('scale', () => 0), half: spread('half', (α) => lnHalf - lnRatioAt(link, 0.5, α)) }
  ofShape.set(key, made)
  return made
}
// As in `smoothed.ts`, a pure function of its key, kept for the next answer.
const kept = new WeakMap<Shape, Map<string, Spreads>>()

/** The parts at another steepness. */
export const movedBy = (parts: readonly Part[], lnMoved: number): Part[] =>
  parts.map((part) => (part.half && lnMoved !== 0 ? { ...part, lnMedian: part.lnMedian + lnMoved, median: Math.exp(part.lnMedian + lnMoved) } : part))

/**
 * E[min(floor, ceiling)] and E[ceiling], which F̄ begins and ends at: the chance that no scale is needed ends where the chance that none suffices begins, so where a draw of
 * the floor lies above that of the ceiling, the ceiling is both.
 */
export function expectedBounds(bounds: { floor: number; ceiling: number }, { floor, ceiling }: LinkBeliefs): { floor: number; ceiling: number } {
  if (floor === null && ceiling === null) return bounds
  const above = crossing(floor ?? point({ value: bounds.floor }), ceiling ?? point({ value: bounds.ceiling }))
  return { floor: meanOf(floor, bounds.floor) - above, ceiling: meanOf(ceiling, bounds.ceiling) }
}

/** E[(floor − ceiling)⁺] = ∫ P(floor > t)·P(ceiling ≤ t) dt, over where both can be. */
function crossing(low: Shape, high: Shape): number {
  if (!(low.survival(high.low) > NEVER)) return 0
  const top = Math.min(1, low.high)
  const { nodes, weights } = panelRule(evenEdges(high.low, top, (top - high.low) / PANELS))
  return nodes.reduce((sum, t, k) => sum + weights[k]! * low.survival(t) * high.cdf(t), 0)
}
const NEVER = 1e-12
const PANELS = 20

/** Within bounds a belief always has a mean. */
function meanOf(shape: Shape | null, value: number): number {
  return typeof shape?.mean === 'number' ? shape.mean : value
}
