import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataLimitedOptimum, type DataLimited } from '../../../src/main/engine/allocation/dataLimited'
import { effectiveTokens, repetitionElasticity, saturated, saturatedElasticity } from '../../../src/main/engine/dataLimit'
import { chinchillaForm } from '../../../src/main/engine/laws/chinchillaForm'
import type { BoundLaw } from '../../../src/main/engine/laws/law'
import { LAWS, lawOf } from '../../../src/main/engine/laws/registry'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'

const laws = LAWS.flatMap((law) => (['unrounded', 'printed'] as const).map((constants) => lawOf({ id: law.id, constants }))).filter(
  (law) => law.surface && law.optimum
)
const answered = (x: DataLimited | NoAnswer): DataLimited => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
/** L of D tokens of which U are unique. */
const lossOn = (law: BoundLaw, U: number, N: number, D: number): number => (law.limitedTo?.(U).loss ?? law.loss!)(N, effectiveTokens(D, U))
const compute = fc.double({ min: 18, max: 27, noNaN: true }).map((e) => 10 ** e)
const scarcity = fc.double({ min: -3, max: 1, noNaN: true }).map((e) => 10 ** e)

describe('the optimum with limited data', () => {
  // SciPy, test/golden/allocation.
  it.each([
    ['hoffmann-2022', 'unrounded', 1e23, 100e9, 24271477419.013073, 6.866770563217064, 1.9975877640759794],
    ['hoffmann-2022', 'printed', 1e23, 100e9, 20656830196.99346, 8.068356329468424, 2.017249360273851],
    ['besiroglu-2024', 'unrounded', 1e23, 100e9, 34773921929.91734, 4.792863658075822, 2.035815724759562],
    ['kaplan-2020-nd', 'unrounded', 1e23, 20e9, 92570202966.39574, 9.002176798033432, 1.7651547720757976]
  ] as const)('%s (%s) at %d FLOP on %d unique tokens is SciPy’s: N %d, %d epochs, loss %d', (id, constants, C, uniqueTokens, N, epochs, loss) => {
    const answer = answered(dataLimitedOptimum(lawOf({ id, constants }), { C, uniqueTokens, maxEpochs: null, k: 6 }))
    expect(answer.loss).toBeCloseTo(loss, 13)
    expect(answer.N / N).toBeCloseTo(1, 6)
    expect(answer.epochs / epochs).toBeCloseTo(1, 6)
  })

  it('spends the compute, keeps the epoch limit, and has no better neighbour', () => {
    fc.assert(
      fc.property(
        compute,
        scarcity,
        fc.option(fc.double({ min: 1, max: 20, noNaN: true })),
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        (C, share, maxEpochs, step) => {
          for (const law of laws) {
            const U = law.optimum!(C, 6).D * share
            const best = answered(dataLimitedOptimum(law, { C, uniqueTokens: U, maxEpochs, k: 6 }))
            expect((6 * best.N * best.D) / C).toBeCloseTo(1, 12)
            expect(best.epochs).toBeLessThanOrEqual((maxEpochs ?? Infinity) * (1 + 1e-12))
            for (const D of [best.D * Math.exp(step), best.D * Math.exp(-step)])
              if (maxEpochs === null || D <= maxEpochs * U) expect(lossOn(law, U, C / 6 / D, D)).toBeGreaterThanOrEqual(best.loss * (1 - 1e-14))
            expect(best.loss).toBeGreaterThanOrEqual(best.unlimited.loss * (1 - 1e-14))
          }
        }
      ),
      { numRuns: 100 }
    )
  })

  it('is the unlimited optimum, to the last digit, when there are tokens enough', () => {
    fc.assert(
      fc.property(compute, fc.double({ min: 1, max: 1000, noNaN: true }), (C, plenty) => {
        for (const law of laws) {
          const { N, D } = law.optimum!(C, 6)
          const best = answered(dataLimitedOptimum(law, { C, uniqueTokens: D * plenty, maxEpochs: 1, k: 6 }))
          expect(best).toMatchObject({ N, D, limitedBy: 'nothing', effectiveTokens: D, unlimited: { N, D } })
          expect(best.epochs).toBeLessThanOrEqual(1)
        }
      })
    )
  })

  it('never gets better with fewer unique tokens', () => {
    fc.assert(
      fc.property(compute, scarcity, fc.double({ min: 1.01, max: 10, noNaN: true }), (C, share, more) => {
        for (const law of laws) {
          const U = law.optimum!(C, 6).D * share
          const [few, many] = [U, U * more].map((uniqueTokens) => answered(dataLimitedOptimum(law, { C, uniqueTokens, maxEpochs: null, k: 6 })))
          expect(few!.loss).toBeGreaterThanOrEqual(many!.loss * (1 - 1e-14))
        }
      })
    )
  })

  it('is not defined without a loss or an optimum', () => {
    const question = { C: 1e23, uniqueTokens: 1e11, maxEpochs: null, k: 6 }
    expect(dataLimitedOptimum(lawOf({ id: 'llama-3', constants: 'unrounded' }), question)).toMatchObject({ reason: 'notDefined', code: 'law-without-loss' })
    expect(dataLimitedOptimum({ ...laws[0]!, optimum: null }, question)).toMatchObject({ reason: 'notDefined', code: 'law-without-optimum' })
  })
})

describe('with excess parameters discounted too, as in muennighoff-2023', () => {
  const law = lawOf({ id: 'muennighoff-2023', constants: 'unrounded' })
  const question = { C: 9.3e21, uniqueTokens: 25e9, maxEpochs: null, k: 6 }

  it('9.3e21 FLOP on 25B unique tokens: 6.82B for 9.10 epochs, smaller and longer than the 8.89B of fresh data (SciPy)', () => {
    const answer = answered(dataLimitedOptimum(law, question))
    expect(answer.loss).toBeCloseTo(2.225088777328806, 13)
    expect(answer.N / 6815161821.263252).toBeCloseTo(1, 6)
    expect(answer.epochs / 9.097362854475515).toBeCloseTo(1, 6)
    expect(answer.effectiveParameters).toBeLessThan(answer.N)
    expect(answer.unlimited.N / 1e9).toBeCloseTo(8.889831, 6)
  })

  it('without that discount the optimum moves the other way: 10.87B for 5.70 epochs (SciPy)', () => {
    const answer = answered(dataLimitedOptimum({ ...law, ...chinchillaForm(law.constants) }, question))
    expect(answer.epochs).toBeCloseTo(5.7044, 3)
    expect(answer.effectiveParameters).toBe(answer.N)
  })

  it('has no better neighbour, and is the unlimited optimum when there are tokens enough', () => {
    fc.assert(
      fc.property(compute, scarcity, fc.double({ min: 1e-3, max: 1, noNaN: true }), (C, share, step) => {
        const U = law.optimum!(C, 6).D * share
        const best = answered(dataLimitedOptimum(law, { C, uniqueTokens: U, maxEpochs: null, k: 6 }))
        if (share >= 1) expect(best).toMatchObject({ ...law.optimum!(C, 6), limitedBy: 'nothing' })
        for (const D of [best.D * Math.exp(step), best.D * Math.exp(-step)])
          expect(lossOn(law, U, C / 6 / D, D)).toBeGreaterThanOrEqual(best.loss * (1 - 1e-13))
      })
    )
  })
})

describe('repetitionElasticity', () => {
  it('is the slope of ln D′ in ln D, by central differences', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 60, noNaN: true }), (epochs) => {
        const h = 1e-5
        const slope = Math.log(effectiveTokens(epochs * Math.exp(h), 1) / effectiveTokens(epochs * Math.exp(-h), 1)) / (2 * h)
        expect(repetitionElasticity(epochs, 1)).toBeCloseTo(slope, 7)
      })
    )
    expect(repetitionElasticity(0.5, 1)).toBe(1)
    expect(saturatedElasticity(0.5, 1, 5)).toBe(1)
    expect(saturatedElasticity(3, 1, 5)).toBeCloseTo((3 * Math.exp(-2 / 5)) / saturated(3, 1, 5), 12)
    expect(repetitionElasticity(5, null)).toBe(1)
  })
})
