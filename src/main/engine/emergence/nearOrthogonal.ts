/**
 * Random directions in many dimensions: how nearly orthogonal two of them are, and how many stay pairwise so. What it shows is geometry alone: that a space of d
 * dimensions holds far more almost-independent directions than d; nothing here says that a network uses them.
 *
 * Of two vectors with independent standard normal coordinates the cosine c has the density ∝ (1 − c²)^((d−3)/2): c·√((d−1)/(1−c²)) is Student's t with d − 1
 * degrees of freedom, and c² is Beta(1/2, (d−1)/2) (Muirhead 1982, §1.5). So only the angle is drawn, from its exact law, not the coordinates.
 */
import { incompleteBeta } from '../numeric/incompleteBeta'
import { randomStream } from '../numeric/random'
import { studentQuantile } from '../numeric/studentT'

export interface Directions {
  dimension: number
  /** Standard deviation of the cosine: 1/√d. */
  deviation: number
  /** P(|cos| ≤ tolerance), exact and of the pairs drawn. */
  within: number
  observedWithin: number
  /** Mean and largest |cos| of the pairs drawn. */
  meanAbsolute: number
  largest: number
  /** Cosines of the pairs drawn, counted between −1 and 1. */
  histogram: { from: number; to: number; pairs: number }[]
  /**
   * So many random directions are pairwise within the tolerance with probability at least one half, by the union bound n(n−1)/2·P(|cos| > tolerance) ≤ 1/2: a
   * cautious figure. Null where the chance of a single miss leaves the range of numbers.
   */
  together: number | null
}

const BINS = 81

/** Pairs of random directions in d ≥ 2 dimensions. */
export function directions(dimension: number, pairs: number, tolerance: number, seed: number): Directions {
  const degrees = dimension - 1
  const stream = randomStream(seed, dimension)
  const counts = new Array<number>(BINS).fill(0)
  let absolute = 0
  let largest = 0
  let near = 0
  for (let i = 0; i < pairs; i++) {
    const t = studentQuantile(stream.uniform(), degrees)
    const cosine = t / Math.sqrt(t * t + degrees)
    absolute += Math.abs(cosine)
    largest = Math.max(largest, Math.abs(cosine))
    if (Math.abs(cosine) <= tolerance) near++
    counts[Math.min(BINS - 1, Math.floor(((cosine + 1) / 2) * BINS))]!++
  }
  const miss = incompleteBeta(1 - tolerance * tolerance, degrees / 2, 0.5)
  return {
    dimension,
    deviation: 1 / Math.sqrt(dimension),
    within: 1 - miss,
    observedWithin: near / pairs,
    meanAbsolute: absolute / pairs,
    largest,
    histogram: counts.map((count, i) => ({ from: (2 * i) / BINS - 1, to: (2 * (i + 1)) / BINS - 1, pairs: count })),
    together: miss > 0 ? Math.floor((1 + Math.sqrt(1 + 4 / miss)) / 2) : null
  }
}
