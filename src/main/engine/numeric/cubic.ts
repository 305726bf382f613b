/** Cubics through four points of a segment, from which tables of smooth functions are made. */
const TERMS = 4

/** Chebyshev's points of a segment from 0 to 1: where a cubic must agree with a smooth function to be close to it everywhere. */
export const CUBIC_NODES = Array.from({ length: TERMS }, (_, k) => 0.5 - 0.5 * Math.cos((Math.PI * (k + 0.5)) / TERMS))

/** Coefficients, constant first, of the cubic through four values at those points. */
export function cubicThrough(values: readonly number[]): number[] {
  const c = [...values]
  // Newton's divided differences, multiplied out.
  for (let j = 1; j < TERMS; j++) for (let i = TERMS - 1; i >= j; i--) c[i] = (c[i]! - c[i - 1]!) / (CUBIC_NODES[i]! - CUBIC_NODES[i - j]!)
  let cubic = [c[3]!]
  for (let i = 2; i >= 0; i--) cubic = [c[i]! - CUBIC_NODES[i]! * cubic[0]!, ...cubic.map((a, k) => a - CUBIC_NODES[i]! * (cubic[k + 1] ?? 0))]
  return cubic
}
