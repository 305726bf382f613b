import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAWS, lawOf } from '../../../src/main/engine/laws/registry'
import type { BoundLaw } from '../../../src/main/engine/laws/law'
import type { LawId } from '../../../src/shared/plan/schema'

const SETS = ['unrounded', 'printed'] as const
const every = LAWS.flatMap((law) => SETS.map((constants) => lawOf({ id: law.id, constants })))
const withLoss = every.filter((law) => law.surface !== null)
const titled = (laws: BoundLaw[]) => laws.map((law) => [law.id, law.constantSet, law] as const)
const relative = (a: number, b: number) => Math.abs(a / b - 1)

// From 40-digit arithmetic that minimises the published formula numerically, not from the closed form; 6 digits are what the constants carry.
const OPTIMA: [LawId, 'unrounded' | 'printed', number, number, number, number | null][] = [
  ['hoffmann-2022', 'unrounded', 1e21, 2216954972.52773, 75178192039.0726, 2.29549102576819],
  ['hoffmann-2022', 'unrounded', 5.76e23, 40360939842.0583, 2378537278261.37, 1.91841205254555],
  ['hoffmann-2022', 'printed', 5.76e23, 32189859151.3682, 2982305686662.8, 1.93074810173165],
  ['besiroglu-2024', 'unrounded', 5.76e23, 72352734259.0886, 1326833062814.64, 1.9739734787901],
  ['besiroglu-2024', 'printed', 5.76e23, 72248702500.3822, 1328743585388.15, 1.97444110839741],
  ['besiroglu-2024', 'unrounded', 3.8e25, 619627294945.34, 10221198105696.8, 1.89130225958764],
  ['kaplan-2020-nd', 'unrounded', 1e21, 6231221193.92759, 26747031036.0809, 2.13601228082057],
  ['kaplan-2020-nd', 'printed', 3.8e25, 2690714628011.08, 2353773702867.48, 1.34685662063184],
  ['llama-3', 'unrounded', 3.8e25, 388702529225.472, 16293522313716.7, null],
  ['llama-3', 'printed', 3.8e25, 605269851347.252, 10463652401050.8, null]
]

describe('the published laws', () => {
  it.each(OPTIMA)('%s (%s) puts the optimum of %d FLOP where a numerical minimum of the formula is', (id, constants, C, N, D, loss) => {
    const law = lawOf({ id, constants })
    const optimum = law.optimum!(C, 6)
    expect(relative(optimum.N, N)).toBeLessThan(1e-12)
    expect(relative(optimum.D, D)).toBeLessThan(1e-12)
    if (loss === null) expect(law.loss).toBeNull()
    else expect(relative(law.loss!(optimum.N, optimum.D), loss)).toBeLessThan(1e-13)
  })

  // Reference losses of GPT-3 (175B on 300B tokens) and Chinchilla (70B on 1.4T) under each law, to the four decimals that are quoted.
  it.each([
    ['hoffmann-2022', 'unrounded', 1.9764, 1.9208],
    ['hoffmann-2022', 'printed', 2.0023, 1.9366],
    ['besiroglu-2024', 'unrounded', 2.008, 1.9734],
    ['kaplan-2020-nd', 'unrounded', 1.661, 1.693]
  ] as const)('%s (%s) gives GPT-3 a loss of %d and Chinchilla one of %d', (id, constants, gpt3, chinchilla) => {
    const law = lawOf({ id, constants })
    expect(law.loss!(175e9, 300e9)).toBeCloseTo(gpt3, 4)
    expect(law.loss!(70e9, 1.4e12)).toBeCloseTo(chinchilla, 4)
  })

  it('the constants are the published ones', () => {
    expect(Math.log(lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }).constants.A!)).toBeCloseTo(6.0073404, 6)
    expect(Math.log(lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }).constants.B!)).toBeCloseTo(6.0179186, 6)
    expect(Math.log(lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }).constants.E!)).toBeCloseTo(0.5267228, 6)
    for (const law of LAWS)
      for (const [name, value] of Object.entries(law.constants.printed)) expect(relative(law.constants.unrounded[name]!, value), name).toBeLessThan(0.04)
  })

  it('only the unrounded constants of Hoffmann give the exponent of 0.46 that the paper prints', () => {
    expect(lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }).optimumExponent!.toFixed(2)).toBe('0.46')
    expect(lawOf({ id: 'hoffmann-2022', constants: 'printed' }).optimumExponent!.toFixed(2)).toBe('0.45')
    expect(lawOf({ id: 'besiroglu-2024', constants: 'unrounded' }).optimumExponent!.toFixed(3)).toBe('0.513')
  })

  it('each law says where it comes from and what it was fitted to', () => {
    for (const law of LAWS) {
      expect(law.citation).toMatch(/\d{4}\.\d{5}/)
      const ranges = Object.values(law.fittedRange).filter((r) => r !== null)
      expect(ranges.length).toBeGreaterThan(0)
      for (const [low, high] of ranges) expect(low).toBeLessThan(high)
    }
    expect(new Set(LAWS.map((l) => l.id)).size).toBe(LAWS.length)
  })

  it('a missing constant is a programming error', () => {
    for (const law of LAWS) expect(() => law.bind({}, { k: 6 })).toThrow(/needs the constant/)
  })
})

const compute = fc.double({ min: 17, max: 28, noNaN: true }).map((e) => 10 ** e)
const size = fc.double({ min: 5, max: 14, noNaN: true }).map((e) => 10 ** e)
const perToken = fc.double({ min: 1, max: 20, noNaN: true })

describe.each(titled(every))('%s (%s)', (_id, _set, law) => {
  it('spends exactly the compute at the optimum', () => {
    fc.assert(
      fc.property(compute, perToken, (C, k) => {
        const { N, D } = law.optimum!(C, k)
        expect(relative(k * N * D, C)).toBeLessThan(1e-12)
      })
    )
  })

  it('gives back the optimum from its N alone and from its D alone', () => {
    fc.assert(
      fc.property(compute, perToken, (C, k) => {
        const { N, D } = law.optimum!(C, k)
        expect(relative(law.optimalTokens!(N, k), D)).toBeLessThan(1e-12)
        expect(relative(law.optimalSize!(D, k), N)).toBeLessThan(1e-12)
      })
    )
  })

  it('has d ln N/d ln C along the optimum as its exponent', () => {
    fc.assert(
      fc.property(compute, (C) => {
        const slope = Math.log(law.optimum!(C * Math.E, 6).N / law.optimum!(C, 6).N)
        expect(slope).toBeCloseTo(law.optimumExponent!, 10)
      })
    )
  })
})

describe.each(titled(withLoss))('the loss of %s (%s)', (_id, _set, law) => {
  const loss = law.loss!
  const surface = law.surface!

  it('is no smaller anywhere else at the same compute', () => {
    fc.assert(
      fc.property(compute, perToken, fc.double({ min: -3, max: 3, noNaN: true }), (C, k, shift) => {
        const { N, D } = law.optimum!(C, k)
        const factor = Math.exp(shift)
        expect(loss(N * factor, D / factor)).toBeGreaterThanOrEqual(loss(N, D) * (1 - 4 * Number.EPSILON))
        // A factor of e^0.1 is far enough for the minimum to show in the digits.
        if (Math.abs(shift) > 0.1) expect(surface.reducible(N * factor, D / factor)).toBeGreaterThan(surface.reducible(N, D))
      })
    )
  })

  it('falls with N and with D and stays above the floor', () => {
    fc.assert(
      fc.property(size, size, fc.double({ min: 1.01, max: 100, noNaN: true }), (N, D, more) => {
        if (law.limitedTo === null) {
          expect(surface.reducible(N * more, D)).toBeLessThan(surface.reducible(N, D))
          expect(surface.reducible(N, D * more)).toBeLessThan(surface.reducible(N, D))
        } else {
          // Far beyond what its tokens deserve a model gains nothing from being larger.
          expect(surface.reducible(N * more, D)).toBeLessThanOrEqual(surface.reducible(N, D))
          expect(surface.reducible(N, D * more)).toBeLessThanOrEqual(surface.reducible(N, D))
        }
        expect(loss(N, D)).toBeGreaterThan(law.floor!)
        expect(loss(N, D)).toBeGreaterThan(surface.infimumAtSize(N))
        if (law.limitedTo === null) expect(loss(N, D)).toBeGreaterThan(surface.infimumAtTokens(D))
        else expect(loss(N, D)).toBeGreaterThanOrEqual(surface.infimumAtTokens(D))
      })
    )
  })

  it('bends on logarithmic axes as differences of its slope show', () => {
    fc.assert(
      fc.property(size, size, (N, D) => {
        const h = 1e-4
        const slope = (lnN: number) => -surface.elasticity(Math.exp(lnN), D).N
        expect((slope(Math.log(N) + h) - slope(Math.log(N) - h)) / (2 * h)).toBeCloseTo(surface.curvature(N, D), 7)
      })
    )
  })

  it('has the elasticities that differences show', () => {
    fc.assert(
      fc.property(size, size, (N, D) => {
        const e = surface.elasticity(N, D)
        const h = 1e-4
        // Central differences: truncation of order h², rounding of order ε/h.
        expect((Math.log(loss(N * Math.exp(-h), D)) - Math.log(loss(N * Math.exp(h), D))) / (2 * h)).toBeCloseTo(e.N, 8)
        expect((Math.log(loss(N, D * Math.exp(-h))) - Math.log(loss(N, D * Math.exp(h)))) / (2 * h)).toBeCloseTo(e.D, 8)
      })
    )
  })

  it('is the sum of its terms where it has terms', () => {
    if (!law.terms) return expect(law.id).toBe('kaplan-2020-nd')
    const terms = law.terms(70e9, 1.4e12)
    expect(Object.keys(terms)).toEqual(['approximation', 'generalisation', 'irreducible'])
    expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(loss(70e9, 1.4e12), 14)
    expect(terms.irreducible).toBe(law.floor)
  })

  it('has no run at or below the floor', () => {
    expect(surface.optimalSizeAt(law.floor!)).toBeNull()
    expect(surface.sizeAt(surface.infimumAtTokens(1e12), 1e12)).toBeNull()
    expect(surface.tokensAt(surface.infimumAtSize(1e9), 1e9)).toBeNull()
  })
})
