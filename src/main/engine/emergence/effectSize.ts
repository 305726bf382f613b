/**
 * The source's effect size, max|residual|/sd(score) around the straight line in log scale, and how large it can get at all.
 * The standard deviation is the population's (divided by the number of sizes): that reproduces the source's own figures.
 */
import { isotonic } from '../numeric/isotonic'

/** The source's words for it: strong above 1.5, weak below 0.5. */
export const STRENGTH = { strong: 1.5, weak: 0.5 } as const

/**
 * The largest effect size that any never-falling (or never-rising) curve over these places can have: 1.00 at 5 even steps, 1.28 at 6, above 1.5 only from 7 on.
 * A residual is a linear function of the scores, r_i = ⟨h_i, s⟩ with h_i the i-th row of the residual maker, and sd(s) = ‖s − s̄‖/√n. Over the cone of never-falling s
 * the ratio ⟨h_i, s⟩/‖s − s̄‖ is at most the length of h_i's projection on the cone, which isotonic regression gives exactly; so the bound is √n·max_i ‖iso(±h_i)‖.
 */
export function effectBound(places: readonly number[]): number {
  const n = places.length
  const centre = places.reduce((sum, z) => sum + z, 0) / n
  const squares = places.reduce((sum, z) => sum + (z - centre) ** 2, 0)
  const longest = places.map((zi, i) => {
    const h = places.map((z, j) => (i === j ? 1 : 0) - 1 / n - ((zi - centre) * (z - centre)) / squares)
    return Math.max(length(isotonic(h)), length(isotonic(h.map((v) => -v))))
  })
  return Math.sqrt(n) * Math.max(...longest)
}

const length = (v: readonly number[]): number => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))
