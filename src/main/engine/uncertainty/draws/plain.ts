/** Independent draws: block b of input j is the stream j·2^32 + b of the seed. */
import { randomStream, streamStart, type StreamState } from '../../numeric/random'
import { BLOCK_SIZE } from './block'
import { ABOVE, normalSegments, normalOfFew, FEW, REST_BITS, REST_MASK, SEGMENT_BITS, SEGMENT_MASK } from './pointValues'

const streamOf = (input: number, block: number): number => input * 2 ** 32 + block

/** The stream of a block of an input. */
export const blockStream = (seed: number, input: number, block: number) => randomStream(seed, streamOf(input, block))

// sfc32 as in `numeric/random`, with its state in variables of the loop: five times as fast as calls. The tests hold the three to the same numbers.

export function plainPoints(seed: number, input: number, block: number, out: Int32Array): void {
  const start = streamStart(seed, streamOf(input, block))
  let a = start.a | 0
  let b = start.b | 0
  let c = start.c | 0
  let counter = start.counter | 0
  for (let i = 0; i < out.length; i++) {
    const x = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + x) | 0
    out[i] = x
  }
}

/**
 * `fillNormals` of `plainPoints` in one loop: the processor looks segments up while the generator waits for its own last step. On arrays of its own, which are
 * constants to the compiler.
 */
function normalLoop() {
  const [c0, c1, c2, c3] = normalSegments()
  const normals = new Float64Array(BLOCK_SIZE)
  const run = (state: StreamState, n: number, mean: number, sd: number): void => {
    let a = state.a | 0
    let b = state.b | 0
    let c = state.c | 0
    let counter = state.counter | 0
    for (let i = 0; i < n; i++) {
      const x = (((a + b) | 0) + counter) | 0
      counter = (counter + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + x) | 0

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
  return { normals, run }
}
let loop: ReturnType<typeof normalLoop> | undefined

export function plainNormals(seed: number, input: number, block: number, out: Float64Array, mean = 0, sd = 1): void {
  const { normals, run } = (loop ??= normalLoop())
  run(streamStart(seed, streamOf(input, block)), out.length, mean, sd)
  out.set(out.length === BLOCK_SIZE ? normals : normals.subarray(0, out.length))
}
