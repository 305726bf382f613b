/**
 * Random numbers that depend on a seed and a stream number alone: each replication of a simulation takes the stream of its own index, so that the result does not
 * depend on how the work is divided. The generator is sfc32 of PractRand (Doty-Humphrey 2010): 128 bits of state, period at least 2^32, passes PractRand and BigCrush.
 */

export interface RandomStream {
  /** A whole number from 0 to 2^32 − 1. */
  uint32(): number
  /** Uniform in the open interval (0, 1), on a grid of 2^-53. */
  uniform(): number
  /** Standard normal, by the polar method of Marsaglia (1964). */
  normal(): number
  /** A whole number from 0 to n − 1, each equally likely; 1 ≤ n ≤ 2^32. */
  below(n: number): number
}

/** Where a stream stands: the four words of sfc32, the last one counting. */
export interface StreamState {
  a: number
  b: number
  c: number
  counter: number
}

/** The start of the stream of a number (0 to 2^53 − 1) under a seed (0 to 2^32 − 1), for loops that hold the state in variables of their own. */
export function streamStart(seed: number, stream = 0): StreamState {
  let a = mixed(seed ^ 0x9e3779b9)
  let b = mixed((stream >>> 0) ^ 0x85ebca6b)
  let c = mixed(Math.floor(stream / 2 ** 32) ^ 0xc2b2ae35)
  let counter = 1
  // Enough rounds that neighbouring seeds and streams have nothing in common.
  for (let round = 0; round < 16; round++) {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
  }
  return { a, b, c, counter }
}

/** The stream of a number (0 to 2^53 − 1) under a seed (0 to 2^32 − 1). Streams of different numbers, or of different seeds, are independent. */
export function randomStream(seed: number, stream = 0): RandomStream {
  let { a, b, c, counter } = streamStart(seed, stream)

  const uint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  const uniform = (): number => {
    for (;;) {
      const x = ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) * 2 ** -53
      if (x > 0) return x
    }
  }
  let spare: number | null = null
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }
  const below = (n: number): number => {
    // Values of the last, incomplete round of n are drawn again, so that none is more likely.
    const limit = 2 ** 32 - (2 ** 32 % n)
    for (;;) {
      const x = uint32()
      if (x < limit) return x % n
    }
  }
  return { uint32, uniform, normal, below }
}

/** The finaliser of MurmurHash3: every bit of the input changes half of those of the output. */
function mixed(x: number): number {
  let h = x >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
