import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenConstants, exampleOf, type Chosen } from '../../../src/main/engine/laws/chosenConstants'
import { lossAt, type Given, type LossAt } from '../../../src/main/engine/laws/lossAt'
import { ALL_LAWS, bound, lawNamed } from '../../../src/main/engine/laws/registry'
import { standardError } from '../../../src/main/engine/laws/standardError'
import { isNoAnswer } from '../../../src/shared/notes'
import type { NoAnswer } from '../../../src/shared/notes'
import type { AskedLawId } from '../../../src/shared/plan/schema'
import { golden } from './golden'

const own = (id: AskedLawId): Chosen => ({ set: 'own', constants: exampleOf(lawNamed(id)) })
const setOf = (id: AskedLawId, set: string): Chosen => ({ set, constants: lawNamed(id).constants[set]! })
const answered = (x: LossAt | NoAnswer): LossAt => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
const ask = (id: AskedLawId, given: Given, chosen = own(id)): LossAt => answered(lossAt(lawNamed(id), chosen, given, 6))

describe('the loss under each law', () => {
  const languages = 12
  it.each(Object.entries(golden.losses))('%s gives GPT-3 and Chinchilla %j (mpmath, from the formulas)', (key, [gpt3, chinchilla]) => {
    const [id, set = Object.keys(lawNamed(key.split(':')[0] as AskedLawId).constants)[0]!] = key.split(':') as [AskedLawId, string?]
    expect(ask(id, { N: 175e9, D: 300e9, languages }, setOf(id, set)).loss / gpt3).toBeCloseTo(1, 13)
    expect(ask(id, { N: 70e9, D: 1.4e12, languages }, setOf(id, set)).loss / chinchilla).toBeCloseTo(1, 13)
  })

  it('to the digits that are quoted: 1.976, 2.008 and 1.661 for GPT-3, 1.921, 1.973 and 1.693 for Chinchilla, 4.86 for the additive form with Kaplan’s constants', () => {
    const rounded = (key: string): string[] => golden.losses[key]!.map((loss) => loss.toFixed(3))
    expect(rounded('hoffmann-2022')).toEqual(['1.976', '1.921'])
    expect(rounded('besiroglu-2024')).toEqual(['2.008', '1.973'])
    expect(rounded('kaplan-2020-nd')).toEqual(['1.661', '1.693'])
    expect(golden.losses['additive:kaplan']![0].toFixed(2)).toBe('4.86')
  })

  it('GPT-3’s own law gives 1.734 at 3,640 PF-days; 2.57 is its coefficient', () => {
    expect(2.57 * 3640 ** -0.048).toBeCloseTo(1.734, 3)
  })

  it('of any number of modalities is the sum over those that D names', () => {
    expect(ask('multimodal', { N: 7e9, modalities: { text: 1e12, image: 2e11 } }).loss / golden.multimodal).toBeCloseTo(1, 13)
    const constants = { ...exampleOf(lawNamed('multimodal')), 'Dc.video': 1e9, 'alphaD.video': 0.2 }
    const { terms, loss } = ask('multimodal', { N: 7e9, modalities: { text: 1e12, image: 2e11, video: 1e11 } }, { set: 'own', constants })
    expect(Object.keys(terms!)).toEqual(['approximation', 'generalisation.text', 'generalisation.image', 'generalisation.video'])
    expect(loss - golden.multimodal).toBeCloseTo(0.01 ** 0.2, 13)
  })

  it('is the sum of its terms wherever it has terms', () => {
    for (const law of ALL_LAWS) {
      const answer = lossAt(law, own(law.id), { N: 7e9, ...(law.id === 'multimodal' ? { modalities: { text: 1e12 } } : { D: 1e12 }), languages }, 6)
      if (isNoAnswer(answer) || answer.terms === null) continue
      expect(Object.values(answer.terms).reduce((sum, term) => sum + term, 0) / answer.loss).toBeCloseTo(1, 14)
    }
  })

  it('of compute takes C as it is given, else k·N·D', () => {
    const run = { N: 7e9, D: 1e12 }
    expect(ask('additive', { ...run, C: 4.2e22 }).loss).toBeCloseTo(ask('additive', run).loss, 14)
    expect(ask('additive', { ...run, C: 8.4e22 }).terms!.optimisation).toBeCloseTo((1e10 / 8.4e22) ** 0.1, 15)
    expect(ask('kaplan-2020-c', { C: 4.2e22 }).loss).toBeCloseTo(ask('kaplan-2020-c', run).loss, 13)
    expect(ask('product', run).loss).toBeCloseTo(30 * 7e9 ** -0.05 * 1e12 ** -0.04 * 4.2e22 ** -0.01, 12)
  })

  it('takes what follows from the other two, and the optimal run of C alone', () => {
    expect(ask('hoffmann-2022', { N: 7e9, C: 4.2e22 })).toMatchObject({ N: 7e9, D: expect.closeTo(1e12, 0) })
    expect(ask('kaplan-2020-n', { D: 1e12, C: 4.2e22 })).toMatchObject({ N: expect.closeTo(7e9, 0) })
    const { N, D } = bound(lawNamed('additive'), 'own', exampleOf(lawNamed('additive')), { k: 6 }).optimum!(1e22, 6)
    expect(ask('separable', { C: 1e22 }, { set: 'own', constants: { Nc: 5.2e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37 } })).toMatchObject({ N, D, C: 1e22 })
  })

  it.each([
    ['llama-3', { N: 1e9, D: 1e10 }, 'notDefined', 'law-without-loss'],
    ['hoffmann-2022-a1', { C: 1e21 }, 'notDefined', 'law-without-loss'],
    ['hoffmann-2022', { N: 1e9 }, 'underdetermined', 'loss-needs-two'],
    ['hoffmann-2022', {}, 'underdetermined', 'loss-needs-two'],
    ['hoffmann-2022', { N: 1e9, D: 1e10, C: 1e21 }, 'unreachable', 'loss-overdetermined'],
    ['kaplan-2020-n', { D: 1e10 }, 'underdetermined', 'loss-needs'],
    ['kaplan-2020-c', { N: 1e10 }, 'underdetermined', 'loss-needs'],
    ['product', { C: 1e21 }, 'underdetermined', 'loss-needs'],
    ['multilingual', { N: 1e9, D: 1e10 }, 'underdetermined', 'argument-missing'],
    ['multimodal', { N: 1e9, D: 1e10 }, 'underdetermined', 'argument-missing'],
    ['size-proxy', { N: 1e-300 / 1e60 }, 'unreachable', 'beyond-numbers']
  ] as const)('of %s at %j is %s', (id, given, reason, code) => {
    expect(lossAt(lawNamed(id), own(id), given, 6)).toMatchObject({ reason, code, detail: expect.stringMatching(/\.$/) })
  })
})

describe('every law with a loss', () => {
  const scale = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((e) => 10 ** e)
  const more = fc.double({ min: 1.01, max: 100, noNaN: true })
  const asked = ALL_LAWS.flatMap((law) => [...Object.keys(law.constants).map((set) => [law, setOf(law.id, set)] as const), [law, own(law.id)] as const]).filter(
    ([law]) => !isNoAnswer(lossAt(law, own(law.id), { N: 1e9, C: 1e21, languages: 3, modalities: { text: 1e10 } }, 6))
  )

  it.each(asked.map(([law, chosen]) => [law.id, chosen.set, law, chosen] as const))(
    '%s (%s) never grows with any argument that it has',
    (_id, _set, law, chosen) => {
      fc.assert(
        fc.property(scale(6, 13), scale(8, 14), scale(18, 27), scale(0, 2), scale(7, 14), more, (N, D, C, languages, U, factor) => {
          const has = (argument: (typeof law.arguments)[number]): boolean => law.arguments.includes(argument)
          const at: Given = {
            ...(has('N') ? { N } : {}),
            ...(has('D') ? { D } : {}),
            ...(has('C') ? { C } : {}),
            ...(has('languages') ? { languages } : {}),
            ...(has('uniqueTokens') ? { uniqueTokens: U } : {}),
            ...(has('modalities') ? { modalities: { text: D, image: U } } : {})
          }
          const loss = (given: Given): number => answered(lossAt(law, chosen, given, 6)).loss
          const before = loss(at) * (1 + 8 * Number.EPSILON)
          for (const argument of ['N', 'D', 'C', 'languages', 'uniqueTokens'] as const)
            if (at[argument] !== undefined) expect(loss({ ...at, [argument]: at[argument] * factor }), argument).toBeLessThanOrEqual(before)
          if (at.modalities) expect(loss({ ...at, modalities: { ...at.modalities, image: U * factor } }), 'modalities').toBeLessThanOrEqual(before)
        }),
        { numRuns: 50 }
      )
    }
  )

  const held = { k: 6, languages: 3, modalities: { text: 1e10 } }
  const withOptimum = asked.map(([law, chosen]) => bound(law, chosen.set, chosen.constants, held)).filter((law) => law.optimum !== null)

  it.each(withOptimum.map((law) => [law.id, law.constantSet, law] as const))('%s (%s) has an optimum that beats its neighbours', (_id, _set, law) => {
    fc.assert(
      fc.property(scale(18, 27), fc.double({ min: 0.01, max: 3, noNaN: true }), (C, shift) => {
        const { N, D } = law.optimum!(C, 6)
        expect((6 * N * D) / C).toBeCloseTo(1, 11)
        expect(law.optimalTokens!(N, 6) / D).toBeCloseTo(1, 11)
        expect(law.optimalSize!(D, 6) / N).toBeCloseTo(1, 11)
        const best = law.surface!.reducible(N, D) * (1 - 1e-14)
        for (const factor of [Math.exp(shift), Math.exp(-shift)]) expect(law.surface!.reducible(N * factor, D / factor)).toBeGreaterThanOrEqual(best)
      }),
      { numRuns: 50 }
    )
  })

  it.each(Object.entries(golden.optima))('%s has its optimum where a numerical minimum of the formula is (mpmath)', (id, optima) => {
    const scales = { Nc: 5e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37 }
    const constants = id === 'separable' ? scales : { ...scales, Cc: 1e10, alphaC: 0.1, epsilon: 1.7 }
    for (const [C, N] of optima) expect(bound(lawNamed(id as AskedLawId), 'own', constants, { k: 6 }).optimum!(C, 6).N / N).toBeCloseTo(1, 11)
  })
})

describe('constants of the user’s own', () => {
  const chosen = (id: AskedLawId, given: unknown, modalities: string[] = []) => chosenConstants(lawNamed(id), given as never, modalities)

  it('are taken as they are when each is there, and the first published set when none are given', () => {
    const constants = { E: 0, A: 1, B: 2, alpha: 0.3, beta: 0.4 }
    expect(chosen('hoffmann-2022', constants)).toEqual({ set: 'own', constants })
    expect(chosen('hoffmann-2022', undefined)).toMatchObject({ set: 'unrounded' })
    expect(chosen('kaplan-2020-c', undefined)).toMatchObject({ set: 'naive' })
    expect(chosen('kaplan-2020-c', 'compute-efficient')).toMatchObject({ constants: { alphaC: 0.05 } })
    for (const law of ALL_LAWS) expect(chosen(law.id, exampleOf(law))).toMatchObject({ set: 'own' })
  })

  it.each([
    ['hoffmann-2022', { E: 1, A: 1, B: 2, alpha: 0.3 }, 'beta', 'expected a number above 0, for example 0.2849083'],
    ['hoffmann-2022', { E: 1, A: 0, B: 2, alpha: 0.3, beta: 0.3 }, 'A', 'expected a number above 0, for example 406.401'],
    ['hoffmann-2022', { E: 1, A: 1, B: 2, alpha: 0.3, beta: 0.3, gamma: 1 }, 'gamma', 'there is no constant gamma; expected E, A, B, alpha, beta'],
    ['llama-3', { A: 0.3, alpha: 1.2 }, 'alpha', 'expected a number above 0 and below 1, for example 0.537'],
    ['power-offset', undefined, null, 'expected your own constants, for example {"a":480,"alpha":0.35,"b":1.8}'],
    ['kaplan-2020-c', 'rounded', null, 'expected "naive" or "compute-efficient" or your own constants, for example {"Cc":1.3824e+27,"alphaC":0.057}'],
    ['fitted:chinchilla', 'unrounded', null, 'expected your own constants'],
    ['kaplan-2020-n', 'constructor', null, 'expected "unrounded" or "printed" or your own constants, for example {"Nc":88000000000000,"alphaN":0.076}']
  ] as const)('of %s: %j are refused, naming %s', (id, given, name, expected) => {
    const wrong = chosen(id, given)
    expect(wrong).toMatchObject({ name })
    expect((wrong as { expected: string }).expected).toContain(expected)
  })

  it('each modality needs its own, and the preset says which it has', () => {
    expect(chosen('multimodal', 'illustrative', ['text', 'smell'])).toMatchObject({ name: 'Dc.smell' })
    expect(chosen('multimodal', { Nc: 1, alphaN: 0.3, 'Dc.smell': 1e9 }, ['smell'])).toEqual({
      name: 'alphaD.smell',
      expected: 'expected a number above 0, for example 0.37'
    })
    expect(chosen('multimodal', { Nc: 1, alphaN: 0.3, 'Dc.text': 1e9, 'alphaD.text': 0.3, 'Dc.image': 1, 'alphaD.image': 1 }, ['text'])).toMatchObject({
      set: 'own'
    })
  })
})

describe('the standard error of a loss', () => {
  const law = lawNamed('fitted:separable')
  const chosen = { set: 'own', constants: { Nc: 5e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37 } }
  const given = { N: 7e9, D: 1e12 }
  const error = (names: string[], matrix: number[][]) => standardError(law, chosen, given, 6, { names, matrix })

  it('follows from the covariance of the constants: (N_c/N)^α·|ln(N_c/N)|·σ for α alone', () => {
    expect(error(['alphaN'], [[0.01 ** 2]])).toBeCloseTo((5e7 / 7e9) ** 0.35 * Math.log(7e9 / 5e7) * 0.01, 9)
  })

  it('knows errors that undo each other', () => {
    // ∂L/∂ln N_c = α·(N_c/N)^α, so with full correlation σ_α = −α·σ_lnN_c/ln(N_c/N) leaves nothing.
    const s = (0.1 * 0.35) / Math.log(7e9 / 5e7)
    const matrix = [
      [5e6 ** 2, 5e6 * s],
      [5e6 * s, s * s]
    ]
    expect(error(['Nc', 'alphaN'], matrix) as number).toBeLessThan(1e-6)
  })

  it.each([
    ['names that are no constants', ['beta'], [[1]]],
    [
      'a matrix without symmetry',
      ['Nc', 'alphaN'],
      [
        [1, 2],
        [1, 1]
      ]
    ],
    ['a negative variance', ['alphaN'], [[-1]]]
  ])('refuses %s', (_what, names, matrix) => {
    expect(error(names, matrix)).toMatchObject({ expected: expect.stringMatching(/expected/) })
  })
})
