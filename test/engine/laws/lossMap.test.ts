/** The map of a law: every line is where it says it is, under every law that has a loss. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossMap, type LossMap, type MapQuestion } from '../../../src/main/engine/laws/lossMap'
import { lawNamed, bound } from '../../../src/main/engine/laws/registry'
import type { BoundLaw } from '../../../src/main/engine/laws/law'
import { isNoAnswer } from '../../../src/shared/notes'
import type { AskedLawId } from '../../../src/shared/plan/schema'

const WITH_LOSS = [
  'besiroglu-2024',
  'hoffmann-2022',
  'muennighoff-2023',
  'kaplan-2020-nd',
  'kaplan-2020-n',
  'kaplan-2020-d',
  'kaplan-2020-c',
  'additive'
] as const
const box = { N: [1e8, 1e13], D: [1e9, 1e15] } as const

function lawOf(id: AskedLawId): BoundLaw {
  const law = lawNamed(id)
  const [[set, constants]] = Object.entries(law.constants) as [[string, Record<string, number>]]
  return bound(law, set, constants, { k: 6 })
}
function mapOf(id: AskedLawId, question: Partial<MapQuestion> = {}): LossMap {
  const map = lossMap(lawOf(id), { box, levels: 8, run: null, k: 6, ...question })
  if (isNoAnswer(map)) throw new Error(map.detail)
  return map
}

describe.each(WITH_LOSS)('the map of %s', (id) => {
  const law = lawOf(id)
  const map = mapOf(id)
  it('has the loss that each contour names, at every point, inside the box', () => {
    expect(map.contours.length).toBeGreaterThan(2)
    for (const { loss, N, D } of map.contours)
      N.forEach((size, i) => {
        expect(Math.abs(law.loss!(size, D[i]!) / loss - 1)).toBeLessThan(1e-10)
        expect(size).toBeGreaterThanOrEqual(1e8 * (1 - 1e-9))
        expect(D[i]!).toBeLessThanOrEqual(1e15 * (1 + 1e-9))
      })
  })
  it('runs along each contour from few parameters on many tokens to many on few', () => {
    for (const { N, D } of map.contours)
      for (let i = 1; i < N.length; i++) {
        expect(N[i]!).toBeGreaterThanOrEqual(N[i - 1]!)
        expect(D[i]!).toBeLessThanOrEqual(D[i - 1]! * (1 + 1e-9))
      }
  })
  it('spends the compute that each isoFLOP line names, and no run on it is better than its least', () => {
    expect(map.isoFlops.length).toBeGreaterThan(3)
    for (const { C, N, D, loss, least } of map.isoFlops) {
      N.forEach((size, i) => expect(Math.abs((6 * size * D[i]!) / C - 1)).toBeLessThan(1e-12))
      if (least !== null) expect(Math.min(...loss)).toBeGreaterThanOrEqual(least.loss * (1 - 1e-12))
    }
  })
  it('has a frontier exactly when the law has an optimum, on which the terms add up to the loss', () => {
    expect(map.frontier === null).toBe(law.optimum === null)
    for (const [i, loss] of (map.frontier?.loss ?? []).entries()) {
      const { terms } = map.frontier!
      if (terms !== null) expect(Object.values(terms).reduce((sum, term) => sum + term[i]!, 0) / loss).toBeCloseTo(1, 12)
    }
  })
})

describe('a run on the map', () => {
  it('has its own contour and its own isoFLOP line, the last of each', () => {
    fc.assert(
      fc.property(fc.double({ min: 8.5, max: 12.5, noNaN: true }), fc.double({ min: 9.5, max: 14.5, noNaN: true }), (lgN, lgD) => {
        const run = { N: 10 ** lgN, D: 10 ** lgD }
        const { contours, isoFlops } = mapOf('besiroglu-2024', { run })
        expect(contours.at(-1)!.loss).toBe(lawOf('besiroglu-2024').loss!(run.N, run.D))
        expect(isoFlops.at(-1)!.C).toBe(6 * run.N * run.D)
      }),
      { numRuns: 40 }
    )
  })
})

it('a law without a loss has no map', () => expect(lossMap(lawOf('llama-3'), { box, levels: 8, run: null, k: 6 })).toMatchObject({ reason: 'notDefined' }))
