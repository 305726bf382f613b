import { expect, describe, it } from 'vitest'
import { binomialQuantile, binomialTail, binomialProbability } from '../../../src/main/engine/numeric/binomial'
import { incompleteBeta, logGamma } from '../../../src/main/engine/numeric/incompleteBeta'
import { studentProbability, studentQuantile } from '../../../src/main/engine/numeric/studentT'
import golden from '../../golden/theory/distributions.json'

/** Relative, or absolute where the value is 0. Both sides are good to about 1e-13; ln Γ of 1e4 loses five digits where it cancels. */
const near = (value: number, wanted: number, tolerance: number) => expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * (Math.abs(wanted) || 1))
const rows = (name: keyof typeof golden) => golden[name] as number[][]

describe('distributions agree with SciPy', () => {
  it.each(rows('logGamma'))('ln Γ(%d) = %d', (x, wanted) => near(logGamma(x!), wanted!, 2e-14))
  it.each(rows('incompleteBeta'))('I of x %d, a %d, b %d is %d', (x, a, b, wanted) => near(incompleteBeta(x!, a!, b!), wanted!, 1e-12))
  it.each(rows('studentProbability'))('P(T ≤ %d) with %d degrees is %d', (t, v, wanted) => near(studentProbability(t!, v!), wanted!, 1e-13))
  it.each(rows('studentQuantile'))('the %d quantile of t with %d degrees is %d', (p, v, wanted) => near(studentQuantile(p!, v!), wanted!, 1e-12))
  it.each(rows('binomialTail'))('%d or more of %d at %d has the probability %d', (k, n, p, wanted) => near(binomialTail(k!, n!, p!), wanted!, 1e-10))
  it.each(rows('binomialQuantile'))('the %d quantile of %d items at %d is %d', (q, n, p, wanted) => expect(binomialQuantile(q!, n!, p!)).toBe(wanted))
})

it('the two sides of a binomial add up to one', () => {
  for (const k of [0, 1, 7, 20, 40]) near(binomialProbability(k - 1, 40, 0.25) + binomialTail(k, 40, 0.25), 1, 1e-13)
})
