/**
 * ln(−ln(1 − p)), the standard normal's counterpart for Weibull thresholds, for the inner loops of simulations: by cubics on 64 segments per octave of p below ½ and of 1 − p above,
 * each through Chebyshev's four points. Within 1e-9 (absolute), and several times as fast as the two logarithms.
 */
import { CUBIC_NODES, cubicThrough } from './cubic'

const SEGMENT_BITS = 6
const SEGMENTS = 1 << SEGMENT_BITS
const TERMS = 4
const OCTAVES = 32
/** Makes an octave the place of the leading bit: p = 1 is 2^31. */
const SCALE = 2 ** 31
/** By the logarithms themselves, from p and from 1 − p, whichever keeps its digits. */
const fromBelow = (p: number): number => Math.log(-Math.log1p(-p))
const fromAbove = (q: number): number => Math.log(-Math.log(q))

/** In a scope of its own the table is a constant to the compiler. */
function withTable(): (p: Float64Array, out: Float64Array, n: number) => void {
  const coefficients = new Float64Array(2 * OCTAVES * SEGMENTS * TERMS)
  /** Takes a number of an octave to 64 … 128. */
  const perSegment = Float64Array.from({ length: OCTAVES }, (_, octave) => SEGMENTS * 2 ** (octave - 31))
  for (const [half, f] of [fromBelow, fromAbove].entries())
    for (let octave = 1; octave < OCTAVES; octave++)
      for (let s = 0; s < SEGMENTS; s++) {
        const values = CUBIC_NODES.map((t) => f((SEGMENTS + s + t) / perSegment[octave]! / SCALE))
        coefficients.set(cubicThrough(values), (((half * OCTAVES + octave) << SEGMENT_BITS) + s) * TERMS)
      }
  const at = (p: number): number => {
    const above = p > 0.5
    const v = (above ? 1 - p : p) * SCALE
    // Too few bits after the leading one; and what is no probability.
    if (!(v >= SEGMENTS)) return above ? fromAbove(1 - p) : fromBelow(p)
    const octave = Math.clz32(v)
    const place = v * perSegment[octave]!
    const segment = place | 0
    const t = place - segment
    const o = ((((above ? OCTAVES : 0) + octave) << SEGMENT_BITS) + (segment & (SEGMENTS - 1))) * TERMS
    return coefficients[o]! + t * (coefficients[o + 1]! + t * (coefficients[o + 2]! + t * coefficients[o + 3]!))
  }
  return (p, out, n) => {
    for (let k = 0; k < n; k++) out[k] = at(p[k]!)
  }
}
let fill: ReturnType<typeof withTable> | undefined

/** out[k] = ln(−ln(1 − p[k])) for the first n probabilities: −∞ at 0, ∞ at 1; NaN outside. `out` may be `p` itself. */
export function complementaryLogLogs(p: Float64Array, out: Float64Array, n: number): void {
  // Made when first needed (2 ms).
  fill ??= withTable()
  fill(p, out, n)
}
