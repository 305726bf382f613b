/**
 * ln x for the inner loops of simulations and fits, several times as fast as Math.log, which V8 calls out for: x = 2^k·m with √½ < m < √2 (nearly), c the middle of m's cell,
 * ln x = k·ln 2 + ln c + ln(1 + r) with r = (m − c)/c, |r| ≤ 1/256, the last by its Taylor polynomial of degree 6 (after Tang 1990, ACM TOMS 16, 378). The two cells
 * beside 1 have 1 itself for c, so that small logarithms keep their digits. Relative error below 1e-15.
 */
const CELL_BITS = 8
const CELLS = 1 << CELL_BITS
/** The cells of an octave lie between 1 and 2; from this one on (1.414…) they are taken as those between ½ and 1. */
const HALVED = 106
/** A number's upper half: sign, 11 bits of exponent, then the leading bits of its mantissa. */
const EXPONENT_BITS = 20
const BIAS = 1023
const CELL_SHIFT = EXPONENT_BITS - CELL_BITS
/** Carries into the exponent from cell `HALVED` on. */
const CARRY = (CELLS - HALVED) << CELL_SHIFT
const LEAST_NORMAL = 2 ** -1022
// ln 2 in two parts (Cody & Waite): k times the first, of 32 bits, is exact.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** Tables in a scope of their own are constants to the compiler; those of a bundled module are not. */
function withTables(): (x: number) => number {
  const number = new Float64Array(1)
  const halves = new Int32Array(number.buffer)
  const upper = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0
  const middles = Float64Array.from({ length: CELLS }, (_, j) => (j === 0 ? 1 : j === CELLS - 1 ? 2 : 1 + (j + 0.5) / CELLS))
  const inverses = middles.map((c) => 1 / c)
  /** Takes a number of a given exponent to 1 … 2, exactly; to write its exponent and read it again would hold the processor up. */
  const scales = Float64Array.from({ length: 2 * BIAS + 1 }, (_, exponent) => 2 ** (BIAS - exponent))
  const logarithms = middles.map((c, j) => Math.log(j < HALVED ? c : c / 2))
  return (x) => {
    if (!(x >= LEAST_NORMAL && x < Infinity)) return Math.log(x)
    number[0] = x
    const top = halves[upper]!
    const k = ((top + CARRY) >>> EXPONENT_BITS) - BIAS
    const cell = (top >>> CELL_SHIFT) & (CELLS - 1)
    const r = (x * scales[top >>> EXPONENT_BITS]! - middles[cell]!) * inverses[cell]!
    const r2 = r * r
    const tail = r2 * (-1 / 2 + r * (1 / 3) + r2 * (-1 / 4 + r * (1 / 5) - r2 * (1 / 6)))
    return k * LN2_HIGH + logarithms[cell]! + (r + (tail + k * LN2_LOW))
  }
}

/** ln x for any x: Math.log where x is no positive number of full precision. */
export const logarithm = withTables()
