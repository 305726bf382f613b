import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FLOP_RATES, inferenceOptimum, lifetime, type Rates } from '../../../src/main/engine/allocation/inferenceAware'
import type { Pair } from '../../../src/main/engine/laws/law'
import { LAWS, lawOf } from '../../../src/main/engine/laws/registry'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'

const SETS = ['unrounded', 'printed'] as const
/** Every law that has a loss and a compute-optimal allocation. */
const laws = LAWS.flatMap((law) => SETS.map((constants) => lawOf({ id: law.id, constants }))).filter((law) => law.surface && law.optimum)
const pair = (x: Pair | NoAnswer): Pair => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
const hoffmann = lawOf({ id: 'hoffmann-2022', constants: 'unrounded' })
const printed = lawOf({ id: 'hoffmann-2022', constants: 'printed' })
const besiroglu = lawOf({ id: 'besiroglu-2024', constants: 'unrounded' })
const kaplan = lawOf({ id: 'kaplan-2020-nd', constants: 'unrounded' })

const size = fc.double({ min: 7, max: 12.5, noNaN: true }).map((e) => 10 ** e)
const served = fc.double({ min: 8, max: 16, noNaN: true }).map((e) => 10 ** e)
const ratesOf = fc.record({ training: fc.double({ min: 0.1, max: 10, noNaN: true }), serving: fc.double({ min: 0.1, max: 10, noNaN: true }) })

describe('the published example, a compute-optimal 13B that serves 2T tokens', () => {
  // Sardana & Frankle 2023 train 7B instead and save 1.7e22 FLOP (17 %). What each set of constants makes of the same 7B: SciPy, test/golden/allocation.
  it.each([
    ['Hoffmann unrounded', hoffmann, 617424988089.5753, 1.6331125258700389e22, 0.1630517572301443],
    ['Hoffmann printed', printed, 991735638786.6858, 1.1800478850407014e22, 0.09122526536073305],
    ['Besiroglu', besiroglu, 259457205772.02136, 2.007713973681415e22, 0.27793174871657755]
  ])('%s: its 7B saves the FLOP that reference-numbers give, %#', (_name, law, D, saved, share) => {
    const before = lifetime({ N: 13e9, D }, 2e12, FLOP_RATES).total
    const loss = law.loss!(13e9, D)
    const after = lifetime({ N: 7e9, D: law.surface!.tokensAt(loss, 7e9)! }, 2e12, FLOP_RATES).total
    expect((before - after) / saved).toBeCloseTo(1, 10)
    expect(1 - after / before).toBeCloseTo(share, 11)
    // The optimum saves at least as much as the published 7B.
    expect(lifetime(pair(inferenceOptimum(law, loss, 2e12, FLOP_RATES)), 2e12, FLOP_RATES).total).toBeLessThanOrEqual(after)
  })

  it('the least life-time FLOP is SciPy’s to 13 digits: 8.3812e22', () => {
    const best = pair(inferenceOptimum(hoffmann, hoffmann.loss!(13e9, 617424988089.5753), 2e12, FLOP_RATES))
    expect(lifetime(best, 2e12, FLOP_RATES).total / 8.381224817337022e22).toBeCloseTo(1, 13)
  })

  it('Kaplan’s law, whose loss does not split into terms: 13.66B for the quality of 13B on 260B (SciPy)', () => {
    const best = pair(inferenceOptimum(kaplan, kaplan.loss!(13e9, 260e9), 2e12, FLOP_RATES))
    expect(best.N / 13661773713.254047).toBeCloseTo(1, 6)
    expect(lifetime(best, 2e12, FLOP_RATES).total / 7.13566827185258e22).toBeCloseTo(1, 12)
  })
})

describe('under every law with a loss and an optimum', () => {
  it('keeps the loss, and costs less than its neighbours on the curve of equal loss', () => {
    fc.assert(
      fc.property(size, served, ratesOf, fc.double({ min: 1e-3, max: 1, noNaN: true }), (N, V, rates, step) => {
        for (const law of laws) {
          const loss = law.loss!(N, law.optimalTokens!(N, 6))
          const best = pair(inferenceOptimum(law, loss, V, rates))
          expect(Math.abs(law.loss!(best.N, best.D) / loss - 1)).toBeLessThan(1e-13)
          const { total } = lifetime(best, V, rates)
          for (const other of [best.D * Math.exp(step), best.D * Math.exp(-step)]) {
            const otherN = law.surface!.sizeAt(loss, other)
            if (otherN !== null) expect(lifetime({ N: otherN, D: other }, V, rates).total).toBeGreaterThanOrEqual(total * (1 - 1e-13))
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it('is the compute-optimal run when nothing is served, and tends to it as less is', () => {
    fc.assert(
      fc.property(size, ratesOf, (N, rates) => {
        for (const law of laws) {
          const loss = law.loss!(N, law.optimalTokens!(N, 6))
          expect(pair(inferenceOptimum(law, loss, 0, rates)).N / N).toBeCloseTo(1, 9)
          const D = law.optimalTokens!(N, 6)
          expect(pair(inferenceOptimum(law, loss, 1e-9 * D, rates)).N / N).toBeCloseTo(1, 6)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('gets smaller and longer the more is served', () => {
    fc.assert(
      fc.property(size, served, fc.double({ min: 1.05, max: 100, noNaN: true }), (N, V, more) => {
        for (const law of laws) {
          const loss = law.loss!(N, law.optimalTokens!(N, 6))
          const [less, greater] = [V, V * more].map((tokens) => pair(inferenceOptimum(law, loss, tokens, FLOP_RATES)))
          expect(greater!.N).toBeLessThan(less!.N * (1 + 1e-12))
          expect(greater!.D).toBeGreaterThan(less!.D)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('depends on the rates only through their ratio', () => {
    const scaled: Rates = { training: 6e-18, serving: 2e-18 }
    const loss = hoffmann.loss!(13e9, 260e9)
    expect(pair(inferenceOptimum(hoffmann, loss, 2e12, scaled)).N / pair(inferenceOptimum(hoffmann, loss, 2e12, FLOP_RATES)).N).toBeCloseTo(1, 12)
  })
})

describe('without an answer', () => {
  it.each([
    ['a law without a loss', lawOf({ id: 'llama-3', constants: 'unrounded' }), 2, { reason: 'notDefined', code: 'law-without-loss' }],
    ['a law without an optimum', { ...hoffmann, optimalTokens: null }, 2, { reason: 'notDefined', code: 'law-without-optimum' }],
    ['a loss at the floor', hoffmann, 1.6933737, { reason: 'unreachable', code: 'loss-below-floor' }]
  ])('%s is told why', (_name, law, loss, answer) => {
    expect(inferenceOptimum(law, loss, 2e12, FLOP_RATES)).toMatchObject(answer)
  })
})
