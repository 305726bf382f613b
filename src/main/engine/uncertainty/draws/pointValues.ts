/** What a column of 32-bit points stands for: probabilities, and standard normal draws. */
import { CUBIC_NODES, cubicThrough } from '../../numeric/cubic'
import { normalQuantile } from '../../numeric/normal'

const UNIT = 2 ** -32

/** u = (x + ½)/2^32, in (0, 1). */
export function fillUniforms(points: Int32Array, out: Float64Array): void {
  for (let i = 0; i < points.length; i++) out[i] = ((points[i]! >>> 0) + 0.5) * UNIT
}

// Φ⁻¹ in segments: v, the point's distance from the nearer end, has its leading bit at some place (its octave), the six bits after it choose the segment.
export const SEGMENT_BITS = 6
const SEGMENTS = 1 << SEGMENT_BITS
export const SEGMENT_MASK = SEGMENTS - 1
export const REST_BITS = 31 - SEGMENT_BITS
const REST = 2 ** REST_BITS
export const REST_MASK = REST - 1
/** Below, there are not six bits after the leading one. */
export const FEW = SEGMENTS
const TERMS = 4

let segments: Float64Array | undefined

/** Per octave and segment the coefficients, constant first, of the cubic in the remaining bits through four points of Φ⁻¹. Made when first needed (2 ms). */
export function normalSegments(): Float64Array {
  if (segments !== undefined) return segments
  segments = new Float64Array(32 * SEGMENTS * TERMS)
  for (let octave = 1; octave < 32; octave++)
    for (let s = 0; s < SEGMENTS; s++) {
      const cubic = cubicThrough(CUBIC_NODES.map((t) => normalQuantile(((2 ** 31 + (s + t) * REST) / 2 ** octave + 0.5) * UNIT)))
      for (let k = 0; k < TERMS; k++) segments[((octave << SEGMENT_BITS) | s) * TERMS + k] = cubic[k]! / REST ** k
    }
  return segments
}

/** Φ⁻¹ at a point next to the end. */
export const normalOfFew = (v: number): number => normalQuantile((v + 0.5) * UNIT)

/**
 * mean + sd·z with z = Φ⁻¹((x + ½)/2^32) by cubics on 64 segments per octave of the probability: within 1e-10 of Φ⁻¹ (absolute), several times as fast.
 * Symmetric: the point and its complement give z and −z.
 */
export function fillNormals(points: Int32Array, out: Float64Array, mean = 0, sd = 1): void {
  const coefficients = normalSegments()
  for (let i = 0; i < points.length; i++) {
    const x = points[i]!
    // From the nearer end: x itself below ½ (sign bit 0), its complement above.
    const above = x >> 31
    const v = (x ^ above) & 0x7fffffff
    const signedSd = sd * (1 + (above << 1))
    if (v < FEW) {
      out[i] = mean + signedSd * normalOfFew(v)
      continue
    }
    const octave = Math.clz32(v)
    const bits = v << octave
    const o = ((octave << SEGMENT_BITS) | ((bits >>> REST_BITS) & SEGMENT_MASK)) << 2
    const rest = bits & REST_MASK
    out[i] = mean + signedSd * (coefficients[o]! + rest * (coefficients[o + 1]! + rest * (coefficients[o + 2]! + rest * coefficients[o + 3]!)))
  }
}
