import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveTokens } from '../../../src/main/engine/dataLimit'
import { lawOf, onUniqueTokens } from '../../../src/main/engine/laws/registry'
import { referencePresent, rows } from './referenceRows'

const law = lawOf({ id: 'muennighoff-2023', constants: 'unrounded' })
/** L(N, D, U). */
const lossAt = (N: number, D: number, U: number): number => onUniqueTokens(law, U).loss!(N, effectiveTokens(D, U))
const decades = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((e) => 10 ** e)
const size = decades(6, 13)
const more = fc.double({ min: 1.01, max: 30, noNaN: true })

describe('muennighoff-2023', () => {
  // NumPy, from the formula of the paper (section 3.1) and the constants of its notebook.
  it.each([
    [70e9, 1.4e12, 1.4e12, 2.024597069050916],
    [175e9, 300e9, 300e9, 2.0752855315114465],
    [8.67e9, 178e9, 25e9, 2.2269634075087867],
    [2.81e9, 55e9, 4e9, 2.4720390975820354]
  ])('N %d on D %d of which %d are unique has a loss of %d', (N, D, U, loss) => {
    expect(lossAt(N, D, U) / loss).toBeCloseTo(1, 14)
  })

  it.skipIf(!referencePresent)('scores R² 0.7722 on the 182 runs of the paper (needs the published tables beside the project)', () => {
    const runs = rows('datablations_fit_182.csv').map((row) => ({
      N: Number(row.params),
      D: Number(row.tokens),
      U: Number(row.unique_tokens),
      loss: Number(row.val_loss)
    }))
    expect(runs).toHaveLength(182)
    const mean = runs.reduce((sum, { loss }) => sum + loss, 0) / runs.length
    const squares = (of: (run: (typeof runs)[number]) => number) => runs.reduce((sum, run) => sum + of(run) ** 2, 0)
    const R2 = 1 - squares(({ N, D, U, loss }) => loss - lossAt(N, D, U)) / squares(({ loss }) => loss - mean)
    expect(R2, `R² ${R2}`).toBeCloseTo(0.7722046, 7)
  })

  it('is the law of fresh data when nothing repeats', () => {
    fc.assert(
      fc.property(size, decades(8, 14), more, (N, D, plenty) => {
        expect(lossAt(N, D, D * plenty)).toBe(law.loss!(N, D))
      })
    )
  })

  it('is the Chinchilla form up to the size that the tokens deserve, and 19.6 tokens per parameter are optimal at every size', () => {
    const { E, A, B, alpha, beta } = law.constants as Record<string, number>
    fc.assert(
      fc.property(decades(8, 14), fc.double({ min: 0.01, max: 1, noNaN: true }), (D, share) => {
        const N = law.optimalSize!(D, 6) * share
        expect(law.loss!(N, D)).toBeCloseTo(E! + A! / N ** alpha! + B! / D ** beta!, 13)
        expect(D / law.optimalSize!(D, 6)).toBeCloseTo(19.613, 3)
      })
    )
  })

  it('never grows with N, D or unique tokens', () => {
    fc.assert(
      fc.property(size, decades(8, 14), decades(7, 14), more, (N, D, U, factor) => {
        const loss = lossAt(N, D, U) * (1 + 4 * Number.EPSILON)
        expect(lossAt(N * factor, D, U)).toBeLessThanOrEqual(loss)
        expect(lossAt(N, D * factor, U)).toBeLessThanOrEqual(loss)
        expect(lossAt(N, D, U * factor)).toBeLessThanOrEqual(loss)
      })
    )
  })

  it('counts at most (1 + R_N*) times the parameters that the unique tokens deserve', () => {
    const { effectiveParameters } = law.limitedTo!(1e9)
    const deserved = law.optimalSize!(1e9, 6)
    expect(effectiveParameters(deserved, 5e9)).toBe(deserved)
    expect(effectiveParameters(2 * deserved, 5e9) / deserved).toBeCloseTo(1 + 5.309743 * (1 - Math.exp(-1 / 5.309743)), 12)
    expect(effectiveParameters(1e15, 5e9) / deserved).toBeCloseTo(6.309743, 9)
  })

  it('gives back N and D from a loss wherever that is not flat', () => {
    fc.assert(
      fc.property(decades(8, 13), fc.double({ min: 0.05, max: 20, noNaN: true }), decades(-2, 1), (D, oversize, share) => {
        const { loss, surface } = law.limitedTo!(D * share)
        const N = law.optimalSize!(D, 6) * oversize
        const L = loss(N, D)
        const e = surface.elasticity(N, D)
        if (e.N > 1e-5) expect(surface.sizeAt(L, D)! / N).toBeCloseTo(1, 8)
        expect(surface.tokensAt(L, N)! / D).toBeCloseTo(1, 8)
      })
    )
  })
})
