import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../../src/main/engine/laws/chosenConstants'
import { ALL_LAWS, bound, lawNamed, LAWS } from '../../../src/main/engine/laws/registry'
import { withoutOptimum } from '../../../src/main/engine/laws/withoutOptimum'
import { solve, type SolvePolicy, type Solved } from '../../../src/main/engine/solve'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'
import type { AskedLawId } from '../../../src/shared/plan/schema'

const spending = { flopPerAcceleratorHour: 1e18, usdPerAcceleratorHour: 2, acceleratorHoursPerDay: 24_000 }
const law = (id: AskedLawId) => bound(lawNamed(id), 'own', exampleOf(lawNamed(id)), { k: 6, languages: 5 })
const ask = (id: AskedLawId, policy: SolvePolicy, given: object): Solved | NoAnswer => solve({ law: law(id), policy, given, k: 6, spending })
const solved = (x: Solved | NoAnswer): Solved => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
/** Laws that only answer questions, on two variables at most. */
const asked = ALL_LAWS.filter(({ id }) => !LAWS.some((each) => each.id === id) && id !== 'multimodal').map(({ id }) => id)

describe.each(asked)('solving under %s', (id) => {
  it('gives a run back from its loss under every policy that leaves the loss something to decide', () => {
    const decade = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((e) => 10 ** e)
    fc.assert(
      fc.property(decade(19, 26), decade(0.5, 2.5), (C, ratio) => {
        const size = Math.sqrt(C / 6 / ratio)
        const policies: SolvePolicy[] = [
          { kind: 'ratio', value: ratio },
          { kind: 'fixedN', value: size },
          { kind: 'fixedD', value: ratio * size },
          ...(law(id).optimum ? [{ kind: 'optimal' } as const] : [])
        ]
        for (const policy of policies) {
          const run = solved(ask(id, policy, { C }))
          const back = ask(id, policy, { loss: run.loss })
          if (isNoAnswer(back)) expect([back.reason, back.code]).toEqual(['underdetermined', expect.stringMatching(/^loss-of-(size|tokens)-alone$/)])
          else expect(back.C / C).toBeCloseTo(1, 7)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('has an optimum or says why it has none', () => {
    const answer = ask(id, { kind: 'optimal' }, { C: 1e22 })
    if (law(id).optimum) expect(solved(answer).C).toBe(1e22)
    else expect(answer).toMatchObject({ reason: expect.stringMatching(/notDefined|underdetermined/), detail: expect.stringMatching(/\.$/) })
  })
})

describe('without an optimum', () => {
  it.each([
    ['kaplan-2020-n', 'notDefined', 'optimum-all-model'],
    ['kaplan-2020-d', 'notDefined', 'optimum-all-data'],
    ['kaplan-2020-c', 'underdetermined', 'any-split-as-good'],
    ['size-proxy', 'notDefined', 'optimum-all-model'],
    ['product', 'notDefined', 'optimum-all-model']
  ] as const)('%s says %s: %s', (id, reason, code) => {
    expect(withoutOptimum(law(id))).toMatchObject({ reason, code })
  })

  it('modalities are not one D', () => {
    const multimodal = bound(lawNamed('multimodal'), 'own', exampleOf(lawNamed('multimodal')), { k: 6, modalities: { text: 1e12 } })
    expect(withoutOptimum(multimodal)).toMatchObject({ reason: 'notDefined', code: 'modalities-without-optimum' })
  })
})

describe('a law of one variable', () => {
  it('has one loss where that variable is held: given again it leaves the other open, another cannot be', () => {
    const at = law('kaplan-2020-n').loss!(1e10, 1)
    expect(ask('kaplan-2020-n', { kind: 'fixedN', value: 1e10 }, { loss: at })).toMatchObject({ reason: 'underdetermined', code: 'loss-of-size-alone' })
    expect(ask('kaplan-2020-n', { kind: 'fixedN', value: 1e10 }, { loss: at * 1.1 })).toMatchObject({ reason: 'unreachable', code: 'loss-of-size-alone' })
    expect(ask('kaplan-2020-d', { kind: 'fixedD', value: 1e12 }, { loss: 9 })).toMatchObject({ reason: 'unreachable', code: 'loss-of-tokens-alone' })
  })
})
