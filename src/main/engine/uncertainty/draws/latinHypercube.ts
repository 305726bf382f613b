/**
 * Latin hypercube sampling (McKay, Beckman & Conover 1979): the points of an input in a block fall one into each of `size` strata of equal probability, in random order.
 * What an output owes to one input alone is then almost without error; every block is an independent hypercube.
 */
import { blockStream } from './plain'

export function latinPoints(seed: number, input: number, block: number, out: Int32Array): void {
  const size = out.length
  const { below, uniform } = blockStream(seed, input, block)
  const order = new Uint32Array(size)
  // Fisher & Yates from the inside out (Knuth, TAOCP 3.4.2).
  for (let i = 0; i < size; i++) {
    const j = below(i + 1)
    order[i] = order[j]!
    order[j] = i
  }
  const width = 2 ** 32 / size
  for (let i = 0; i < size; i++) out[i] = Math.floor((order[i]! + uniform()) * width)
}
