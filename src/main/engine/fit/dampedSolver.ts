/** Least pivot, relative to a unit diagonal, of a matrix that counts as positive definite. */
const LEAST_PIVOT = 1e-12

/** Solves (H + λ·diag H)·s = −g among the free coordinates; s is 0 in the others. False, with s undefined, when the matrix is not positive definite. */
export type DampedSolver = (matrix: Float64Array, damping: number, gradient: Float64Array, free: Uint8Array, step: Float64Array) => boolean

/** A solver for `size` unknowns, with its own working memory: Cholesky's decomposition of the matrix scaled to a unit diagonal. H is given by its upper triangle, row by row. */
export function dampedSolver(size: number): DampedSolver {
  const scale = new Float64Array(size)
  const U = new Float64Array(size * size)
  return (matrix, damping, gradient, free, step) => {
    for (let i = 0; i < size; i++) {
      const diagonal = matrix[i * size + i]!
      if (free[i] === 0) scale[i] = 0
      else if (diagonal > 0) scale[i] = 1 / Math.sqrt(diagonal)
      else return false
    }
    // A held coordinate is a row and column of the unit matrix with 0 on the right.
    for (let i = 0; i < size; i++) {
      for (let j = i; j < size; j++) {
        let v = i === j ? 1 + (free[i] === 0 ? 0 : damping) : matrix[i * size + j]! * scale[i]! * scale[j]!
        for (let k = 0; k < i; k++) v -= U[k * size + i]! * U[k * size + j]!
        if (i === j) {
          if (!(v > LEAST_PIVOT)) return false
          U[i * size + i] = Math.sqrt(v)
        } else U[i * size + j] = v / U[i * size + i]!
      }
    }
    for (let i = 0; i < size; i++) {
      let v = -gradient[i]! * scale[i]!
      for (let k = 0; k < i; k++) v -= U[k * size + i]! * step[k]!
      step[i] = v / U[i * size + i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let v = step[i]!
      for (let k = i + 1; k < size; k++) v -= U[i * size + k]! * step[k]!
      step[i] = v / U[i * size + i]!
    }
    for (let i = 0; i < size; i++) step[i]! *= scale[i]!
    return true
  }
}
