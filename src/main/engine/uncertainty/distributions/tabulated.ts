/** A function of a standard normal draw as a table of polynomials, for quantiles that are too slow to solve at every draw. */

const REACH = 6.5
const DEGREE = 5
const TERMS = DEGREE + 1
const FIRST_SEGMENTS = 128
const MOST_SEGMENTS = 4096
/** Chebyshev's points of a segment, from 0 to 1. */
const NODES = Array.from({ length: TERMS }, (_, k) => 0.5 - 0.5 * Math.cos((Math.PI * (k + 0.5)) / TERMS))
/** Where a segment is compared with the function. */
const CHECKS = [0.02, 0.26, 0.41, 0.77, 0.98]

/**
 * f on |z| ≤ 6.5 by quintic interpolation, as close as `tolerance` (absolute) where it is compared, f itself beyond and where 4096 segments are not enough.
 * f must be smooth; it is evaluated some thousand times, once.
 */
export function tabulated(f: (z: number) => number, tolerance: number): (z: number) => number {
  for (let segments = FIRST_SEGMENTS; segments <= MOST_SEGMENTS; segments *= 2) {
    const width = (2 * REACH) / segments
    const table = new Float64Array(segments * TERMS)
    const at = (z: number): number => {
      const place = (z + REACH) / width
      if (!(place >= 0 && place < segments)) return f(z)
      const o = (place | 0) * TERMS
      const t = place - (place | 0)
      return table[o]! + t * (table[o + 1]! + t * (table[o + 2]! + t * (table[o + 3]! + t * (table[o + 4]! + t * table[o + 5]!))))
    }
    const close = (s: number): boolean => {
      const low = s * width - REACH
      table.set(interpolant(NODES.map((t) => f(low + t * width))), s * TERMS)
      return CHECKS.every((t) => Math.abs(at(low + t * width) - f(low + t * width)) <= tolerance)
    }
    let s = 0
    while (s < segments && close(s)) s++
    if (s === segments) return at
  }
  return f
}

/** Coefficients of the polynomial through the values at `NODES`, lowest power first: Newton's divided differences, multiplied out. */
function interpolant(values: readonly number[]): number[] {
  const newton = [...values]
  for (let j = 1; j < TERMS; j++) for (let i = DEGREE; i >= j; i--) newton[i] = (newton[i]! - newton[i - 1]!) / (NODES[i]! - NODES[i - j]!)
  let polynomial = [newton[DEGREE]!]
  for (let i = DEGREE - 1; i >= 0; i--)
    polynomial = [newton[i]! - NODES[i]! * polynomial[0]!, ...polynomial.map((c, k) => c - NODES[i]! * (polynomial[k + 1] ?? 0))]
  return polynomial
}
