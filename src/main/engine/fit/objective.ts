/** What a robust fit minimises, and what the minimiser asks of it. */

/**
 * Curvature by which a step is made. `newton`: the exact second derivatives. `majorant`: those of the weighted squares Σ w·r², w = min(1, δ/|r|), that touch Huber's function
 * from above (iteratively reweighted least squares: Huber 1981, Robust Statistics, section 7.8; Gauss–Newton in the parameters): positive semidefinite everywhere.
 */
export type Curvature = 'newton' | 'majorant'

export interface Objective {
  size: number
  /** Box of the coordinates; equal ends hold a coordinate. */
  lower: Float64Array
  upper: Float64Array
  /** How far a unit of each coordinate moves the logarithm of the loss, or of a term of it, at most: the length of a step is measured so. */
  reach: Float64Array
  /** Puts into `next` where a share of the step leads from θ: θ + share·step to first order, along a path on which the loss changes as little as may be beyond that. */
  move(theta: Float64Array, step: Float64Array, share: number, next: Float64Array): void
  /** Value at θ, which lies in the box, under Huber's function with this δ. Fills the gradient and the upper triangle of the curvature, row by row. */
  evaluate(theta: Float64Array, delta: number, curvature: Curvature, gradient: Float64Array, matrix: Float64Array): number
}
