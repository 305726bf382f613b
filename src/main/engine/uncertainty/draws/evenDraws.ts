/** Draws that are the same for every plan: a prefix of one scrambled Sobol sequence, a power of two long, for averages that must not scatter from one answer to the next. */
import { fillUniforms } from './pointValues'
import { sobolPoints } from './sobol'

const SEED = 20_261_125
const points = sobolPoints(SEED)
const kept = new Map<string, Float64Array>()

/** Probabilities in (0, 1) of one dimension, of which there are thousands; a copy that may be changed. */
export function evenUniforms(dimension: number, draws: number): Float64Array {
  const key = `${dimension} ${draws}`
  let column = kept.get(key)
  if (column === undefined) {
    const bits = new Int32Array(draws)
    points(dimension, 0, 0, bits)
    column = new Float64Array(draws)
    fillUniforms(bits, column)
    kept.set(key, column)
  }
  return column.slice()
}
