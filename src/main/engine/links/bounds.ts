/**
 * A link between a floor and a ceiling: P(x) = floor + (ceiling − floor)·F(x).
 * The floor is the chance that no scale is needed, 1 − ceiling the chance that none suffices (for a score: random guessing, and the score that cannot be passed).
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { Link, Shape } from './link'

/** 0 ≤ floor < ceiling ≤ 1. */
export interface BoundedShape extends Shape {
  floor: number
  ceiling: number
}

export interface BoundedLink {
  /** P(x), x ≥ 0. */
  probability(x: number, shape: BoundedShape): number
  /**
   * Smallest scale with P ≥ wanted. 0 when the floor alone is enough, which is an answer: no scale is needed.
   * Unreachable when wanted is above the ceiling, or equal to it and the link only approaches it.
   */
  scaleFor(wanted: number, shape: BoundedShape): number | NoAnswer
  /** dP/dx; null where it does not exist. */
  derivative(x: number, shape: BoundedShape): number | null
}

export function withBounds(link: Link): BoundedLink {
  return {
    probability: (x, shape) => {
      const F = link.probability(x, shape)
      return F === 1 ? shape.ceiling : shape.floor + (shape.ceiling - shape.floor) * F
    },
    scaleFor: (wanted, shape) => {
      const { floor, ceiling } = shape
      if (wanted <= floor) return 0
      // The most that the link ever gives; a Boltzmann link ends half-way.
      const most = link.supremum === 1 ? ceiling : floor + (ceiling - floor) * link.supremum
      if (wanted > most || (wanted === most && !link.completes)) return noAnswer('unreachable', 'probability-above-ceiling', { wanted, ceiling: most })
      // The difference to the most may be lost in rounding, which is no reason to ask for F = 1.
      const share = link.completes
        ? (wanted - floor) / (ceiling - floor)
        : Math.min((wanted - floor) / (ceiling - floor), link.supremum * (1 - Number.EPSILON / 2))
      const scale = link.scaleFor(share, shape)
      return Number.isFinite(scale) && scale > 0 ? scale : noAnswer('unreachable', 'beyond-numbers', { wanted })
    },
    derivative: (x, shape) => {
      const slope = link.derivative(x, shape)
      return slope === null ? null : (shape.ceiling - shape.floor) * slope
    }
  }
}
