/** What a column of 32-bit points stands for: probabilities, and standard normal draws. */
import { CUBIC_NODES, cubicThrough } from '../../numeric/cubic'
import { normalQuantile } from '../../numeric/normal'
import { BLOCK_SIZE } from './block'

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
/** Octaves have places 1 to 31; those above ½ come after all below. */
export const ABOVE = 32

/** Coefficients of one power each, so that the four loads of a draw are checked against the same length. */
export type NormalSegments = [Float64Array, Float64Array, Float64Array, Float64Array]
let segments: NormalSegments | undefined

/** Per side, octave and segment the coefficients, constant first, of the cubic in the remaining bits through four points of Φ⁻¹. Made when first needed (2 ms). */
export function normalSegments(): NormalSegments {
  if (segments !== undefined) return segments
  const power = (): Float64Array => new Float64Array(2 * ABOVE * SEGMENTS)
  segments = [power(), power(), power(), power()]
  for (let octave = 1; octave < ABOVE; octave++)
    for (let s = 0; s < SEGMENTS; s++) {
      const cubic = cubicThrough(CUBIC_NODES.map((t) => normalQuantile(((2 ** 31 + (s + t) * REST) / 2 ** octave + 0.5) * UNIT)))
      const below = (octave << SEGMENT_BITS) | s
      const above = ((ABOVE | octave) << SEGMENT_BITS) | s
      for (let k = 0; k < TERMS; k++) {
        segments[k]![below] = cubic[k]! / REST ** k
        segments[k]![above] = -cubic[k]! / REST ** k
      }
    }
  return segments
}

/** Φ⁻¹ at a point next to an end, which lies `above` when that is −1, below when 0. */
export const normalOfFew = (v: number, above: number): number => normalQuantile((v + 0.5) * UNIT) * (1 + (above << 1))

/** On arrays of its own, which are constants to the compiler. */
function normalLoop() {
  const [c0, c1, c2, c3] = normalSegments()
  const points = new Int32Array(BLOCK_SIZE)
  const normals = new Float64Array(BLOCK_SIZE)
  const run = (n: number, mean: number, sd: number): void => {
    for (let i = 0; i < n; i++) {
      const x = points[i]!
      // From the nearer end: x itself below ½ (sign bit 0), its complement above.
      const above = x >> 31
      const v = (x ^ above) & 0x7fffffff
      if (v < FEW) {
        normals[i] = mean + sd * normalOfFew(v, above)
        continue
      }
      const octave = Math.clz32(v)
      const bits = v << octave
      const o = (((above & ABOVE) | octave) << SEGMENT_BITS) | ((bits >>> REST_BITS) & SEGMENT_MASK)
      const rest = bits & REST_MASK
      normals[i] = mean + sd * (c0[o]! + rest * (c1[o]! + rest * (c2[o]! + rest * c3[o]!)))
    }
  }
  return { points, normals, run }
}
let loop: ReturnType<typeof normalLoop> | undefined

/**
 * mean + sd·z with z = Φ⁻¹((x + ½)/2^32) by cubics on 64 segments per octave of the probability: within 1e-10 of Φ⁻¹ (absolute), several times as fast.
 * Symmetric: the point and its complement give z and −z.
 */
export function fillNormals(given: Int32Array, out: Float64Array, mean = 0, sd = 1): void {
  const { points, normals, run } = (loop ??= normalLoop())
  for (let at = 0; at < given.length; at += BLOCK_SIZE) {
    const n = Math.min(BLOCK_SIZE, given.length - at)
    points.set(n === given.length ? given : given.subarray(at, at + n))
    run(n, mean, sd)
    out.set(n === BLOCK_SIZE ? normals : normals.subarray(0, n), at)
  }
}
