/** The regularised incomplete beta function, on which Student's t and the binomial distribution rest. */

// Lanczos approximation with g = 7 (Godfrey 2001): relative error about 1e-15.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7
]

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  let sum = LANCZOS[0]!
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x - 1 + i)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * I_x(a, b), 0 ≤ x ≤ 1, a and b > 0: the distribution function of Beta(a, b). Continued fraction by Lentz's method (Thompson & Barnett 1986), turned round by
 * I_x(a, b) = 1 − I_(1−x)(b, a) where it converges slowly. Relative error about 1e-13 for a + b up to 1e4 and 1e-9 at 1e8, where ln Γ cancels.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return front / fraction(x, a, b)
}

/** 1 + d₁/(1 + d₂/(1 + …)) of Abramowitz & Stegun 26.5.8. */
function fraction(x: number, a: number, b: number): number {
  const nonZero = (v: number): number => (Math.abs(v) < 1e-300 ? 1e-300 : v)
  let value = 1
  let c = 1
  let d = 0
  // About √max(a, b) terms are needed.
  for (let i = 1; i < 1_000_000; i++) {
    const m = Math.floor(i / 2)
    const term = i % 2 === 0 ? (m * (b - m) * x) / ((a + i - 1) * (a + i)) : (-(a + m) * (a + b + m) * x) / ((a + i - 1) * (a + i))
    d = 1 / nonZero(1 + term * d)
    c = nonZero(1 + term / c)
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}
