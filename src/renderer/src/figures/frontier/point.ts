/** The plan's point on the chosen curve, and what the same run brings elsewhere. */
import type { Outcome } from '../../../../shared/outcome'
import { firstReaches, valueAt } from '../curve'

export interface PlanPoint {
  id: string
  /** Place of the target in the plan. */
  index: number
  wanted: number
  /** On the figure's axis; null when the curve does not cross the wanted probability within what was computed. */
  x: number | null
  /** Size of the run there. */
  N: number | null
  /** Largest probability that the curve reaches. */
  most: number
}

/** Cost and required run agree to this much; the run's own figure is then shown, not the one read off the curve. */
const SAME = 0.02

/**
 * The chosen target's point. `wanted` overrides the plan's while it is dragged, and the point is then read off the curve.
 * @returns null without targets
 */
export function planPoint(outcome: Outcome, wanted: number | null): PlanPoint | null {
  const { frontier, plan, focus } = outcome
  const index = frontier.each.findIndex((e) => e.id === focus)
  const curve = frontier.each[index]?.probability
  const target = plan.targets.find((t) => t.id === focus)
  if (curve === undefined || target === undefined || frontier.x.length < 2) return null
  const goal = wanted ?? target.wanted
  let x = firstReaches(frontier.x, curve, goal)
  if (wanted === null && x !== null) {
    const required = outcome.targets.find((t) => t.id === target.id)?.required
    const own = required === null || required === undefined ? null : required[frontier.over]
    if (own !== null && Math.abs(Math.log(own / x)) < SAME) x = own
  }
  const N = x === null ? null : valueAt(frontier.x, frontier.N, x)
  return { id: target.id, index, wanted: goal, x, N, most: curve[curve.length - 1]! }
}

/** Nearer than this to 0 or 1 a value says no more than the curve does. */
const LEAST_SHOWN = 0.025

export interface Meeting {
  /** Target, or null for "all". */
  id: string | null
  index: number
  probability: number
}

/** Where the plan's vertical meets the other curves; nothing when they are all but certain or all but excluded. */
export function meetings(outcome: Outcome, point: PlanPoint): Meeting[] {
  if (point.x === null) return []
  const { frontier } = outcome
  const found: Meeting[] = []
  const note = (id: string | null, index: number, curve: readonly number[]): void => {
    const probability = valueAt(frontier.x, curve, point.x!)
    if (probability !== null && probability >= LEAST_SHOWN && probability <= 1 - LEAST_SHOWN) found.push({ id, index, probability })
  }
  frontier.each.forEach((e, i) => {
    if (e.id !== point.id) note(e.id, i, e.probability)
  })
  if (frontier.each.length > 1) note(null, frontier.each.length, frontier.all)
  return found
}
