import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parametersOf } from '../../../src/main/engine/architecture/parameters'
import { suggestShape, type Rules, type Suggestion } from '../../../src/main/engine/architecture/suggest'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'

const rules: Rules = {
  widthPerLayer: 128,
  headDim: 128,
  queriesPerKeyValue: 1,
  ffnPerWidth: 8 / 3,
  ffnMultiple: 256,
  gated: true,
  vocabulary: 32000,
  tied: false,
  learnedPositions: 0,
  biases: 'none',
  norm: 'rms',
  normsPerLayer: 2,
  headNorms: false,
  experts: null
}
const found = (x: Suggestion | NoAnswer): Suggestion => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}

describe('from a count to a shape', () => {
  test.each([
    ['Llama 2 7B', 6_738_415_616, rules, { layers: 32, width: 4096, heads: 32, ffnWidth: 11008 }],
    ['Llama 2 70B', 68_976_648_192, { ...rules, widthPerLayer: 102.4, queriesPerKeyValue: 8, ffnPerWidth: 3.5 }, { layers: 80, width: 8192, kvHeads: 8 }],
    [
      'GPT-3',
      174_604_259_328,
      { ...rules, gated: false, tied: true, ffnPerWidth: 4, vocabulary: 50257, learnedPositions: 2048, biases: 'all', norm: 'layer' },
      { layers: 96, width: 12288, heads: 96, ffnWidth: 49152 }
    ]
  ] as const)('%s comes back from its own count and proportions', (_name, N, its, shape) => {
    expect(found(suggestShape(N, 'total', its))).toMatchObject({ shape, off: 0 })
  })

  it('any count from 1B to 2T is met within 2 %, in the proportions asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 9, max: 12.3, noNaN: true }), fc.constantFrom('total', 'nonEmbedding', 'activeNonEmbedding', 'active'), (e, count) => {
        const { shape, parameters, off, widthPerLayer } = found(suggestShape(10 ** e, count, rules))
        expect(Math.abs(off)).toBeLessThan(0.02)
        expect(parametersOf(shape)).toEqual(parameters)
        expect(parameters[count] / 10 ** e - 1).toBe(off)
        expect(Math.abs(Math.log(widthPerLayer / 128))).toBeLessThanOrEqual(Math.log(1.25))
      }),
      { numRuns: 40 }
    )
  })

  it('Kaplan’s count leaves the embeddings out, Hoffmann’s does not: the shape for the same N differs', () => {
    const [kaplan, hoffmann] = (['nonEmbedding', 'total'] as const).map((count) => found(suggestShape(1e9, count, rules)).parameters)
    expect(kaplan!.total).toBeGreaterThan(1.05e9)
    expect(hoffmann!.nonEmbedding).toBeLessThan(0.95e9)
  })

  it('a vocabulary larger than the whole, and a count beyond any sensible shape, have no answer', () => {
    expect(suggestShape(1e6, 'total', rules)).toMatchObject({ reason: 'unreachable', code: 'no-architecture' })
    expect(suggestShape(1e30, 'total', rules)).toMatchObject({ reason: 'unreachable', code: 'no-architecture' })
  })
})
