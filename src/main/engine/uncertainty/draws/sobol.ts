/**
 * Sobol's sequence with the direction numbers of Joe & Kuo (2008), randomised per replicate and input by a random lower-triangular matrix and a digital shift
 * (Matoušek 1998, J. Complexity 14, 527): every point is uniform, replicates are independent, and each keeps the equal spread of the sequence, so that
 * the scatter between replicates is an honest error. In Gray-code order (Antonov & Saleev 1979), which can start at any index.
 */
import { plainPoints } from './plain'
import { DIRECTIONS } from './sobolDirections'

const BITS = 32
/** The first dimension is the van der Corput sequence, which needs no polynomial. */
export const SOBOL_DIMENSIONS = DIRECTIONS.length + 1

/** Direction numbers v₁ … v₃₂ of a dimension (from 0), the binary point left of the highest bit. */
export function directionNumbers(dimension: number): Int32Array {
  const v = new Int32Array(BITS)
  const [polynomial = 1, ...m] = dimension === 0 ? [] : DIRECTIONS[dimension - 1]!
  const degree = m.length
  for (let k = 0; k < BITS; k++) {
    if (dimension === 0 || k < degree) v[k] = (dimension === 0 ? 1 : m[k]!) << (BITS - 1 - k)
    else {
      let next = v[k - degree]! ^ (v[k - degree]! >>> degree)
      for (let i = 1; i < degree; i++) if ((polynomial >>> (degree - i)) & 1) next ^= v[k - i]!
      v[k] = next
    }
  }
  return v
}

/** L·v with L lower-triangular, ones on its diagonal, random below: digit i of the result mixes digit i with the higher ones. */
function scrambled(v: Int32Array, rows: Int32Array): Int32Array {
  return v.map((value) => {
    let out = 0
    for (let i = 0; i < BITS; i++) {
      const diagonal = 0x80000000 >>> i
      const row = diagonal | (rows[i]! & ~(0xffffffff >>> i))
      out |= parity(value & row) << (BITS - 1 - i)
    }
    return out
  })
}

function parity(x: number): number {
  let p = x ^ (x >>> 16)
  p ^= p >>> 8
  p ^= p >>> 4
  return (0x6996 >>> (p & 15)) & 1
}

/** Points `from`, `from` + 1, … of an input in a replicate. Keeps the tables of the replicate that it was asked for last. */
export function sobolPoints(seed: number): (input: number, replicate: number, from: number, out: Int32Array) => void {
  const plain: Int32Array[] = []
  let kept: { v: Int32Array; shift: number }[] = []
  let keptFor = -1
  const tablesOf = (input: number, replicate: number): { v: Int32Array; shift: number } => {
    if (replicate !== keptFor) kept = []
    keptFor = replicate
    const random = new Int32Array(BITS + 1)
    if (kept[input] === undefined) {
      plainPoints(seed, input, replicate, random)
      kept[input] = { v: scrambled((plain[input] ??= directionNumbers(input)), random), shift: random[BITS]! }
    }
    return kept[input]
  }
  return (input, replicate, from, out) => {
    const { v, shift } = tablesOf(input, replicate)
    const gray = from ^ (from >>> 1)
    let x = shift
    for (let k = 0; k < BITS; k++) if ((gray >>> k) & 1) x ^= v[k]!
    for (let i = 0; i < out.length; i++) {
      out[i] = x
      // The Gray codes of an index and the next differ in the lowest bit that is set in the next.
      const next = from + i + 1
      x ^= v[31 - Math.clz32(next & -next)]!
    }
  }
}
