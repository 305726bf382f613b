/** A part of a simulation's draws that depends on (seed, input, block) alone. */
export interface Block {
  index: number
  /** Draws in it, at most `BLOCK_SIZE`. */
  size: number
  /** Which of the independent groups it belongs to: error estimates of methods whose draws are not independent compare groups. */
  group: number
}

/** Small enough that a column stays in the cache, large enough that starting a stream costs nothing. */
export const BLOCK_SIZE = 4096
