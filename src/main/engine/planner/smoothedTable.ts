/** Smooth curves of probability, kept as polynomials of degree five on equal steps: the planner reads them hundreds of thousands of times per answer. */

/** S on equal steps of w, a polynomial of degree five on each, so that S, S′ and S″ agree at the ends. */
export interface Smoothed {
  /** S is 0 below and 1 above. */
  low: number
  high: number
  perStep: number
  /** Six coefficients per interval, of powers of the share of the interval. */
  coefficients: Float64Array
}

/** Interpolated S(w); error below 1e-10 absolute (tested), the cut tails included. */
export function smoothedAt(table: Smoothed, w: number): number {
  if (!(w > table.low)) return 0
  if (w >= table.high) return 1
  const position = (w - table.low) * table.perStep
  const k = position | 0
  return polynomialAt(table.coefficients, 6 * k, position - k)
}

/** The table of a curve that gives itself and its first two derivatives: Hermite interpolation, so that all three agree at the ends of the steps. */
export function fromDerivatives(fill: (w: number, out: Float64Array) => void, low: number, high: number, count: number): Smoothed {
  const step = (high - low) / count
  const now = new Float64Array(3)
  const next = new Float64Array(3)
  // One interval more, constantly 1, catches a position that rounding puts at the end.
  const coefficients = new Float64Array(6 * count + 6)
  coefficients[6 * count] = 1
  fill(low, now)
  for (let k = 0; k < count; k++) {
    fill(low + (k + 1) * step, next)
    // Quintic Hermite interpolation in t = (w − w_k)/step.
    const rise = next[0]! - now[0]!
    const s0 = now[1]! * step
    const s1 = next[1]! * step
    const b0 = now[2]! * step * step
    const b1 = next[2]! * step * step
    const o = 6 * k
    coefficients[o] = now[0]!
    coefficients[o + 1] = s0
    coefficients[o + 2] = 0.5 * b0
    coefficients[o + 3] = 10 * rise - 6 * s0 - 4 * s1 - 1.5 * b0 + 0.5 * b1
    coefficients[o + 4] = -15 * rise + 8 * s0 + 7 * s1 + 1.5 * b0 - b1
    coefficients[o + 5] = 6 * rise - 3 * (s0 + s1) - 0.5 * (b0 - b1)
    now.set(next)
  }
  return { low, high, perStep: 1 / step, coefficients }
}

/**
 * The table of a curve that gives values alone: through the six nearest ones on each step, which takes steps half as wide for the same error.
 * `values` are equally spaced, from two steps below `low` to three above `high`.
 */
export function fromValues(values: Float64Array, low: number, high: number): Smoothed {
  const through = polynomialsThrough(values)
  // One interval more, constantly 1, as above.
  const coefficients = new Float64Array(through.length + 6)
  coefficients.set(through)
  coefficients[through.length] = 1
  return { low, high, perStep: through.length / 6 / (high - low), coefficients }
}

/** Where `fromValues` wants the curve of `count` steps. */
export function valuePlaces(low: number, high: number, count: number): Float64Array {
  const step = (high - low) / count
  return Float64Array.from({ length: count + BEYOND }, (_, k) => low + (k - BEFORE) * step)
}

/** Values that are wanted before the first step, and beside those of the steps' starts altogether. */
export const BEFORE = 2
export const BEYOND = 5

/** Six coefficients for each step between equally spaced values, the outermost two and three of which only complete the steps between them. */
export function polynomialsThrough(values: Float64Array): Float64Array {
  const count = values.length - BEYOND
  const coefficients = new Float64Array(6 * count)
  for (let k = 0; k < count; k++)
    for (let power = 0; power < 6; power++) {
      let sum = 0
      for (let i = 0; i < 6; i++) sum += LAGRANGE[power]![i]! * values[k + i]!
      coefficients[6 * k + power] = sum
    }
  return coefficients
}

/** The polynomial that starts at `o`, at the share t of its step. */
export const polynomialAt = (c: Float64Array, o: number, t: number): number =>
  c[o]! + t * (c[o + 1]! + t * (c[o + 2]! + t * (c[o + 3]! + t * (c[o + 4]! + t * c[o + 5]!))))

/** Row p: how much each of the values at t = −2 … 3 adds to the coefficient of t^p. */
const LAGRANGE: readonly (readonly number[])[] = powersOfLagrange()

function powersOfLagrange(): number[][] {
  const at = [-2, -1, 0, 1, 2, 3]
  const rows = Array.from({ length: 6 }, () => new Array<number>(6).fill(0))
  at.forEach((own, i) => {
    // ∏_{j≠i} (t − t_j)/(t_i − t_j), multiplied out.
    let product = [1]
    for (const other of at) {
      if (other === own) continue
      const next = new Array<number>(product.length + 1).fill(0)
      product.forEach((c, p) => {
        next[p + 1]! += c / (own - other)
        next[p]! -= (c * other) / (own - other)
      })
      product = next
    }
    product.forEach((c, p) => (rows[p]![i] = c))
  })
  return rows
}
