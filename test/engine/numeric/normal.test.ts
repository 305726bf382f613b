import { describe, expect, it } from 'vitest'
import { normalProbability, normalQuantile, RANGE_90 } from '../../../src/main/engine/numeric/normal'
import { gaussLegendre, integrate, normalTrapezoid } from '../../../src/main/engine/numeric/quadrature'

// mpmath 1.x with 40 digits: ncdf(z), √2·erfinv(2p − 1).
const PROBABILITIES: [number, number][] = [
  [-37.5, 4.6053530095819548438e-308],
  [-20, 2.7536241186062336951e-89],
  [-8, 6.2209605742717841235e-16],
  [-5.657, 7.7020881721776008424e-9],
  [-3, 0.0013498980316300945267],
  [-1, 0.15865525393145705141],
  [-0.6, 0.27425311775007358769],
  [-0.1, 0.46017216272297101633],
  [0.5, 0.69146246127401310364],
  [1.3, 0.90319951541438967446],
  [2, 0.9772498680518207928],
  [6, 0.99999999901341235496]
]
const QUANTILES: [number, number][] = [
  [1e-20, -9.2623400897984075796],
  [1e-5, -4.2648907939228246102],
  [0.05, -1.644853626951472688],
  [0.3, -0.52440051270804081597],
  [0.8, 0.8416212335729143638],
  [0.95, 1.6448536269514722843],
  [0.999999, 4.7534243088170877657]
]

describe('the normal distribution', () => {
  // A relative error of z·z·2⁻⁵³ cannot be avoided in a tail: the argument itself is rounded.
  it.each(PROBABILITIES)('gives Φ(%d) as mpmath does', (z, p) => {
    expect(Math.abs(normalProbability(z) / p - 1)).toBeLessThan(2e-15 + z * z * 2e-16)
  })
  it.each(QUANTILES)('gives Φ⁻¹(%d) as mpmath does', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(p > 0.99 ? 1e-11 : 2e-15)
  })
  it('returns from the quantile to the probability', () => {
    for (let k = 1; k < 400; k++) expect(normalProbability(normalQuantile(k / 400))).toBeCloseTo(k / 400, 14)
  })
  it('has its ends at infinity and refuses what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1), normalProbability(-Infinity), normalProbability(Infinity)]).toEqual([
      -Infinity,
      0,
      Infinity,
      0,
      1
    ])
    expect(normalQuantile(1.1)).toBeNaN()
  })
  it('takes 3.2897 deviations for a 90 % range', () => {
    expect(RANGE_90).toBeCloseTo(3.2897072539029445, 14)
  })
})

describe('quadrature', () => {
  it('integrates polynomials of degree 2n − 1 exactly', () => {
    const { nodes, weights } = gaussLegendre(6)
    for (let power = 0; power <= 11; power++) {
      const sum = nodes.reduce((s, x, i) => s + weights[i]! * x ** power, 0)
      expect(sum).toBeCloseTo(power % 2 ? 0 : 2 / (power + 1), 14)
    }
  })
  it('gives the moments of the normal distribution', () => {
    const { nodes, weights } = normalTrapezoid(0.5, 8)
    const moment = (power: number) => nodes.reduce((s, z, i) => s + weights[i]! * z ** power, 0)
    expect([moment(0), moment(1), moment(2), moment(4)].map((v) => Math.round(v * 1e12) / 1e12 + 0)).toEqual([1, 0, 1, 3])
  })
  it('refines where the integrand is steep', () => {
    expect(integrate((x) => 1 / (1 + 1e6 * x * x), -1, 1, 1e-13)).toBeCloseTo((2 / 1e3) * Math.atan(1e3), 12)
  })
})
