import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beliefOf, marginals } from '../../../src/main/engine/planner/belief'
import type { TargetBelief } from '../../../src/main/engine/planner/belief'
import { conditional, conditionalOf } from '../../../src/main/engine/planner/conditional'
import { joint } from '../../../src/main/engine/planner/joint'

const lnX = Float64Array.from({ length: 40 }, (_, k) => Math.log(1e9) + k * 0.15)

const beliefs = (links: ('weibull' | 'logistic' | 'step')[] = ['weibull', 'logistic', 'step']) =>
  fc.array(
    fc
      .record({
        link: fc.constantFrom(...links),
        low: fc.double({ min: 2e9, max: 1e11, noNaN: true }),
        spread: fc.constantFrom(1, 1.05, 2, 10),
        steepness: fc.constantFrom(0.7, 3, 12, 60),
        floor: fc.constantFrom(0, 0, 0.05),
        ceiling: fc.constantFrom(0.9, 1, 1)
      })
      .map(({ low, spread, ...rest }) => beliefOf({ ...rest, criticalMeans: 'scale', critical: spread === 1 ? low : { low, high: low * spread } })),
    { minLength: 1, maxLength: 6 }
  )
const rho = fc.constantFrom(0, 0.05, 0.3, 0.7, 0.95, 0.999, 0.9999999, 1)

const H = (list: TargetBelief[], correlation: number) => {
  const each = list.map((b) => marginals(b, lnX))
  return {
    each,
    all: joint(
      list,
      list.map(() => lnX),
      each,
      correlation
    )
  }
}

/** ∫ by the plainest rule: many small steps, jumps and all; error of a jump about one step's weight. */
function plainly(list: TargetBelief[], correlation: number, k: number): number {
  const conditionals = list.map((b) => conditionalOf(b, correlation))
  const each = list.map((b) => marginals(b, lnX)[k]!)
  const step = 0.001
  let sum = 0
  for (let g = -8; g <= 8; g += step) {
    const product = conditionals.reduce((p, c, i) => p * (c ? conditional(c, lnX[k]!, g) : each[i]!), 1)
    sum += (step * Math.exp(-0.5 * g * g) * product) / Math.sqrt(2 * Math.PI)
  }
  return sum
}

describe('the chance that one run reaches every target', () => {
  it('is the integral over the common factor', () => {
    fc.assert(
      fc.property(beliefs(), fc.constantFrom(0.05, 0.3, 0.7, 0.95, 0.99), fc.nat(39), (list, correlation, k) => {
        expect(Math.abs(H(list, correlation).all[k]! - plainly(list, correlation, k))).toBeLessThan(2e-10)
      }),
      { numRuns: 60 }
    )
  })
  it('follows jumps and all but jumps at ρ near 1', () => {
    fc.assert(
      fc.property(beliefs(), fc.constantFrom(0.999, 0.999999, 1), fc.nat(39), (list, correlation, k) => {
        // The plain rule itself is wrong by up to step·φ(g) per jump.
        expect(Math.abs(H(list, correlation).all[k]! - plainly(list, correlation, k))).toBeLessThan(list.length * 4.1e-4)
      }),
      { numRuns: 40 }
    )
  })
  it('stays within the Fréchet bounds at every ρ', () => {
    fc.assert(
      fc.property(beliefs(), rho, (list, correlation) => {
        const { each, all } = H(list, correlation)
        all.forEach((h, k) => {
          const F = each.map((e) => e[k]!)
          expect(h).toBeLessThanOrEqual(Math.min(...F))
          expect(h).toBeGreaterThanOrEqual(F.reduce((s, p) => s + p, 0) - F.length + 1 - 1e-12)
          expect(h).toBeGreaterThanOrEqual(0)
        })
      })
    )
  })
  it('is the product without correlation or with exact figures', () => {
    fc.assert(
      fc.property(beliefs(), (list) => {
        const { each, all } = H(list, 0)
        all.forEach((h, k) =>
          expect(h).toBeCloseTo(
            each.reduce((p, e) => p * e[k]!, 1),
            12
          )
        )
      })
    )
    const exact = [
      beliefOf({ link: 'weibull', critical: 1e10, criticalMeans: 'scale', steepness: 2, floor: 0, ceiling: 1 }),
      beliefOf({ link: 'logistic', critical: 3e10, criticalMeans: 'scale', steepness: 4, floor: 0, ceiling: 1 })
    ]
    const { each, all } = H(exact, 0.8)
    all.forEach((h, k) => expect(h).toBe(each[0]![k]! * each[1]![k]!))
  })
  it('goes to the smallest F̄ of step links as ρ goes to 1', () => {
    fc.assert(
      fc.property(beliefs(['step']), (list) => {
        const plain = list.map((b) => ({ ...b, floor: 0, ceiling: 1 })).filter((b) => b.sigma > 0)
        fc.pre(plain.length > 0)
        const atOne = H(plain, 1)
        const near = H(plain, 1 - 1e-10)
        atOne.all.forEach((h, k) => {
          const smallest = Math.min(...atOne.each.map((e) => e[k]!))
          expect(h).toBeCloseTo(smallest, 9)
          // The distance is of the order of √(1 − ρ).
          expect(Math.abs(near.all[k]! - smallest)).toBeLessThan(1e-4)
        })
      })
    )
  })
  it('is F̄ itself with one target, and certain with none', () => {
    const one = [beliefOf({ link: 'weibull', critical: { low: 1e10, high: 4e10 }, criticalMeans: 'scale', steepness: 2, floor: 0, ceiling: 1 })]
    const { each, all } = H(one, 0.3)
    expect(all).toEqual(each[0])
    expect(joint([], [], [], 0.3, 3)).toEqual(Float64Array.of(1, 1, 1))
  })
  it('does not depend on the order of the targets', () => {
    fc.assert(
      fc.property(beliefs(), rho, (list, correlation) => {
        const forward = H(list, correlation).all
        const backward = H([...list].reverse(), correlation).all
        forward.forEach((h, k) => expect(h).toBeCloseTo(backward[k]!, 11))
      })
    )
  })
})
