import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveSize, sizeExponent, tokensFor } from '../../src/main/engine/allocate'
import type { BoundLaw } from '../../src/main/engine/laws/law'
import { LAWS, lawOf } from '../../src/main/engine/laws/registry'
import { isNoAnswer } from '../../src/shared/notes'
import type { NoAnswer } from '../../src/shared/notes'

const SETS = ['unrounded', 'printed'] as const
const every = LAWS.flatMap((law) => SETS.map((constants) => lawOf({ id: law.id, constants })))
const besiroglu = lawOf({ id: 'besiroglu-2024', constants: 'unrounded' })
const withoutOptimum: BoundLaw = { ...besiroglu, optimum: null, optimalTokens: null, optimalSize: null, optimumExponent: null }
const number = (x: number | NoAnswer): number => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
const size = fc.double({ min: 6, max: 14, noNaN: true }).map((e) => 10 ** e)

describe('tokensFor', () => {
  it('follows the ratio and the fixed number of tokens', () => {
    expect(tokensFor(70e9, { kind: 'ratio', tokensPerParameter: 20 }, besiroglu, 6)).toBe(1.4e12)
    expect(tokensFor(70e9, { kind: 'fixedD', tokens: 3e11 }, besiroglu, 6)).toBe(3e11)
  })

  it('gives the compute-optimal tokens of each law', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1, max: 12, noNaN: true }), (N, k) => {
        for (const law of every) {
          const D = number(tokensFor(N, { kind: 'optimal' }, law, k))
          expect(law.optimum!(k * N * D, k).N / N).toBeCloseTo(1, 11)
        }
      })
    )
  })

  it('is not defined for the optimum of a law without one', () => {
    expect(tokensFor(1e9, { kind: 'optimal' }, withoutOptimum, 6)).toMatchObject({ reason: 'notDefined', code: 'law-without-optimum' })
  })

  it('refuses what leaves the range of numbers', () => {
    expect(tokensFor(1e200, { kind: 'ratio', tokensPerParameter: 1e200 }, besiroglu, 6)).toMatchObject({ reason: 'unreachable', code: 'beyond-numbers' })
  })
})

describe('effectiveSize', () => {
  // 40-digit arithmetic: root in C of (least loss at C, found by numerical minimisation) = L(7e9, 2e12).
  it.each([
    ['hoffmann-2022', 'unrounded', 15028815312.2439],
    ['hoffmann-2022', 'printed', 12698612099.6083],
    ['besiroglu-2024', 'unrounded', 19617126883.6519],
    ['besiroglu-2024', 'printed', 19602964338.935],
    ['kaplan-2020-nd', 'unrounded', 14591090848.8886]
  ] as const)('counts 7B on 2T tokens under %s (%s) as the optimal run of %d parameters', (id, constants, N) => {
    expect(number(effectiveSize(lawOf({ id, constants }), 7e9, 2e12)) / N).toBeCloseTo(1, 12)
  })

  it('is the size itself for a compute-optimal run, and grows with N and D', () => {
    fc.assert(
      fc.property(size, size, fc.double({ min: 1.01, max: 10, noNaN: true }), (N, D, more) => {
        // A law of repeated data comes to a standstill where a model is far too large for its tokens.
        for (const law of every.filter((l) => l.surface && l.limitedTo === null)) {
          expect(number(effectiveSize(law, N, law.optimalTokens!(N, 6))) / N).toBeCloseTo(1, 11)
          expect(number(effectiveSize(law, N * more, D))).toBeGreaterThan(number(effectiveSize(law, N, D)))
          expect(number(effectiveSize(law, N, D * more))).toBeGreaterThan(number(effectiveSize(law, N, D)))
        }
      })
    )
  })

  it('is not defined without a loss or without an optimum', () => {
    expect(effectiveSize(lawOf({ id: 'llama-3', constants: 'unrounded' }), 7e9, 2e12)).toMatchObject({
      reason: 'notDefined',
      values: { law: 'Llama 3 (optimal tokens)' }
    })
    expect(effectiveSize(withoutOptimum, 7e9, 2e12)).toMatchObject({ reason: 'notDefined', code: 'effective-size-undefined' })
  })
})

describe('sizeExponent', () => {
  it('is one half at a fixed ratio, one at fixed tokens, and that of the law at the optimum', () => {
    expect(sizeExponent({ kind: 'ratio', tokensPerParameter: 20 }, besiroglu)).toBe(0.5)
    expect(sizeExponent({ kind: 'fixedD', tokens: 1e12 }, besiroglu)).toBe(1)
    expect(sizeExponent({ kind: 'optimal' }, besiroglu)).toBeCloseTo(0.36585 / (0.34781 + 0.36585), 14)
    expect(sizeExponent({ kind: 'optimal' }, withoutOptimum)).toMatchObject({ reason: 'notDefined' })
  })
})
