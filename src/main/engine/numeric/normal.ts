/**
 * The standard normal distribution: density, distribution function and its inverse, to about the last digit of a double.
 * Φ: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), coefficients of his CALERF (SPECFUN).
 * Φ⁻¹: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
 */

const SQRT_HALF = Math.SQRT1_2
const ONE_OVER_SQRT_2PI = 0.3989422804014327
const ONE_OVER_SQRT_PI = 0.5641895835477563

// erf(y) = y·A(y²)/B(y²) for y ≤ 0.46875
const A = [1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3]
const B = [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3]
// erfc(y) = e^(−y²)·C(y)/D(y) for y ≤ 4
const C = [
  2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2, 8.8195222124176909e2,
  1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
]
const D = [
  1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3,
  3.43936767414372164e3, 1.23033935480374942e3
]
// erfc(y) = e^(−y²)/y·(1/√π − y⁻²·P(y⁻²)/Q(y⁻²)) for y > 4
const P = [1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4]
const Q = [1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3]

function horner(c: readonly number[], x: number): number {
  let s = c[0]!
  for (let i = 1; i < c.length; i++) s = s * x + c[i]!
  return s
}

/** erfc(y) for y > 0.46875. The exponent is split so that e^(−y²) keeps its last digits (Cody). */
function erfcAbove(y: number): number {
  if (y > 27) return 0
  let tail: number
  if (y <= 4) tail = horner(C, y) / horner(D, y)
  else {
    const z = 1 / (y * y)
    tail = (ONE_OVER_SQRT_PI - (z * horner(P, z)) / horner(Q, z)) / y
  }
  const head = Math.trunc(y * 16) / 16
  return Math.exp(-head * head) * Math.exp(-(y - head) * (y + head)) * tail
}

/** φ(z) = e^(−z²/2)/√(2π). */
export const normalDensity = (z: number): number => ONE_OVER_SQRT_2PI * Math.exp(-0.5 * z * z)

/** Φ(z) for any z, ±∞ included; relative error about 1e-15 for z > −8, about 1e-14 down to −38, where it underflows to 0. */
export function normalProbability(z: number): number {
  const y = Math.abs(z) * SQRT_HALF
  if (y <= 0.46875) return 0.5 + (0.5 * z * SQRT_HALF * horner(A, y * y)) / horner(B, y * y)
  const tail = 0.5 * erfcAbove(y)
  return z < 0 ? tail : 1 - tail
}

const a = [
  2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
  1.3314166789178437745e2, 3.387132872796366608
]
const b = [
  5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.871870074920579083e2,
  4.2313330701600911252e1, 1
]
const c = [
  7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
  4.6303378461565452959, 1.42343711074968357734
]
const d = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1, 6.8976733498510000455e-1, 1.6763848301838038494,
  2.05319162663775882187, 1
]
const e = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2, 2.9656057182850489123e-1, 1.7848265399172913358,
  5.4637849111641143699, 6.6579046435011037772
]
const f = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 1.48753612908506148525e-2, 1.3692988092273580531e-1,
  5.9983220655588793769e-1, 1
]

/** Φ⁻¹(p) for 0 ≤ p ≤ 1 (−∞ at 0, ∞ at 1), relative error about 1e-16; NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * horner(a, r)) / horner(b, r)
  }
  const tail = q < 0 ? p : 1 - p
  if (tail === 0) return q < 0 ? -Infinity : Infinity
  const r = Math.sqrt(-Math.log(tail))
  const z = r <= 5 ? horner(c, r - 1.6) / horner(d, r - 1.6) : horner(e, r - 5) / horner(f, r - 5)
  return q < 0 ? -z : z
}

/** Φ⁻¹(0.95)·2 = 3.2897…: the width of a 90 % range in standard deviations. */
export const RANGE_90 = 2 * normalQuantile(0.95)
