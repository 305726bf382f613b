/**
 * What a link is: the distribution function F of a capability's unknown threshold over scale (parameters, compute or effective size).
 * A link knows only its own shape, from 0 to 1; `bounds.ts` puts a floor and a ceiling around it.
 */
import type { AnyLinkId, LinkId } from '../../../shared/plan/schema'

/** Critical scale (same unit as the scale, above 0) and steepness (dimensionless, above 0). */
export interface Shape {
  critical: number
  steepness: number
}

export interface Link<Id extends AnyLinkId = AnyLinkId> {
  id: Id
  name: string
  formula: string
  /** What the critical scale and the steepness mean in this link. */
  note: string
  /** Where the form comes from; empty when no source is known. */
  source: string
  /** True when F is at its supremum from a finite scale on. */
  completes: boolean
  /** Least upper bound of F: 1 for a distribution function. */
  supremum: number
  /** F(x), x ≥ 0: non-decreasing, 0 at x = 0. */
  probability(x: number, shape: Shape): number
  /** Smallest x with F(x) ≥ p for 0 < p < supremum (p = supremum where the link completes). May leave the range of numbers when the steepness is tiny. */
  scaleFor(p: number, shape: Shape): number
  /** dF/dx; null where it does not exist or is infinite (at a step, at a corner; at the foot with a steepness below 1). */
  derivative(x: number, shape: Shape): number | null
  /** The form as its source writes it, where that differs from what is computed: shown beside it, never used. */
  asGiven?: { formula: string; note: string; probability(x: number, shape: Shape & { floor: number }): number }
}

/** A link that a planner's target may have: its scale for p is proportional to the critical one. */
export interface TargetLink extends Link<LinkId> {
  /** x/critical at which F is p, 0 < p < 1. */
  ratioAt(p: number, steepness: number): number
  /** True when F depends on α·ln(x/x_c) alone; the links with an onset depend on x/x_c and α apart. */
  scaleFree: boolean
}
