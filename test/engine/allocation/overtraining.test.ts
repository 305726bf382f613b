import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overtraining, type Overtraining } from '../../../src/main/engine/allocation/overtraining'
import { LAWS, lawOf } from '../../../src/main/engine/laws/registry'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'

const laws = LAWS.flatMap((law) => (['unrounded', 'printed'] as const).map((constants) => lawOf({ id: law.id, constants }))).filter(
  (law) => law.surface && law.optimum
)
const hoffmann = lawOf({ id: 'hoffmann-2022', constants: 'unrounded' })
const answered = (x: Overtraining | NoAnswer): Overtraining => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
const size = fc.double({ min: 7, max: 13, noNaN: true }).map((e) => 10 ** e)

describe('overtraining', () => {
  it('7B on 2T under Hoffmann takes 1.270 times the compute of the 15.03B of equal loss', () => {
    const answer = answered(overtraining(hoffmann, { N: 7e9, D: 2e12 }, 6))
    expect(answer.optimal.N / 15028815312.2439).toBeCloseTo(1, 12) // 40 digits, as in the test of the effective size
    expect(answer.computeFactor).toBeCloseTo(1.2695286, 6)
    expect(answer.extraFlop / (8.4e22 - 6 * answer.optimal.N * answer.optimal.D)).toBeCloseTo(1, 10)
  })

  it('both runs have the same loss, and no size is trained to it with less compute than the optimum', () => {
    fc.assert(
      fc.property(size, size, (N, D) => {
        for (const law of laws) {
          const { optimal, computeFactor, sizeFactor, tokensFactor, loss, extraFlop } = answered(overtraining(law, { N, D }, 6))
          expect(law.loss!(optimal.N, optimal.D) / loss).toBeCloseTo(1, 12)
          expect(computeFactor).toBeGreaterThanOrEqual(1)
          expect(extraFlop).toBeGreaterThanOrEqual(0)
          // Smaller goes with longer.
          if (computeFactor > 1 + 1e-9) expect(sizeFactor < 1).toBe(tokensFactor > 1)
        }
      })
    )
  })

  it('a loss and a size give the tokens that (N, D) had', () => {
    fc.assert(
      fc.property(fc.double({ min: 7.5, max: 11.5, noNaN: true }), fc.double({ min: 9, max: 13, noNaN: true }), (n, d) => {
        for (const law of laws) {
          const [N, D] = [10 ** n, 10 ** d]
          const answer = overtraining(law, { N, loss: law.loss!(N, D) }, 6)
          expect(answered(answer).run.D / D).toBeCloseTo(1, 7)
        }
      })
    )
  })

  it('grows without end as the size nears the one that would need unlimited data', () => {
    const loss = hoffmann.loss!(13e9, 617424988089.5753)
    const least = hoffmann.surface!.sizeAt(loss, 1e30)!
    const factors = [2, 1.5, 1.1, 1.01, 1.001].map((times) => answered(overtraining(hoffmann, { N: least * times, loss }, 6)).computeFactor)
    expect(factors).toEqual([...factors].sort((a, b) => a - b))
    expect(factors.at(-1)).toBeGreaterThan(1000)
    expect(overtraining(hoffmann, { N: least * 0.99, loss }, 6)).toMatchObject({ reason: 'unreachable', code: 'loss-below-fixed-n' })
  })

  it('is not defined for a law without a loss', () => {
    expect(overtraining(lawOf({ id: 'llama-3', constants: 'unrounded' }), { N: 7e9, D: 2e12 }, 6)).toMatchObject({ reason: 'notDefined' })
    expect(overtraining(lawOf({ id: 'llama-3', constants: 'unrounded' }), { N: 7e9, loss: 2 }, 6)).toMatchObject({ reason: 'notDefined' })
  })
})
