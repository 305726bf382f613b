/**
 * What a link is: the distribution function F of a capability's unknown threshold over scale (parameters, compute or effective size).
 * A link knows only its own shape, from 0 to 1; `bounds.ts` puts a floor and a ceiling around it.
 */
import type { LinkId } from '../../../shared/plan/schema'

/** Critical scale (same unit as the scale, above 0) and steepness (dimensionless, above 0). */
export interface Shape {
  critical: number
  steepness: number
}

export interface Link {
  id: LinkId
  name: string
  formula: string
  /** What the critical scale and the steepness mean in this link. */
  note: string
  /** True when F is 1 at a finite scale. */
  completes: boolean
  /** F(x), x ≥ 0: non-decreasing, 0 at x = 0. */
  probability(x: number, shape: Shape): number
  /** Smallest x with F(x) ≥ p for 0 < p < 1: critical · ratioAt(p). May leave the range of numbers when the steepness is tiny. */
  scaleFor(p: number, shape: Shape): number
  /** x/critical at which F is p, 0 < p < 1. */
  ratioAt(p: number, steepness: number): number
  /** dF/dx; null where it does not exist or is infinite (at a step; at x = 0 with steepness below 1). */
  derivative(x: number, shape: Shape): number | null
}
