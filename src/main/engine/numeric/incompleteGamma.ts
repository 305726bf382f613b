/** The regularised incomplete gamma function, on which the chi-square distribution rests. */
import { logGamma } from './incompleteBeta'

/**
 * Q(a, x) = Γ(a, x)/Γ(a) for a > 0, x ≥ 0: by its series below a + 1, by Lentz's continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31).
 * Relative error about 1e-13 for a up to 1e3.
 */
export function incompleteGammaTail(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; Math.abs(term) > sum * 1e-16; k++) {
      term *= x / (a + k)
      sum += term
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let i = 1; i < 100_000; i++) {
    const term = i * (a - i)
    b += 2
    d = 1 / (b + term * d)
    c = b + term / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return front * value
}

/** P(χ² ≥ x) with `degrees` of freedom, above 0. */
export const chiSquareTail = (x: number, degrees: number): number => incompleteGammaTail(degrees / 2, x / 2)
