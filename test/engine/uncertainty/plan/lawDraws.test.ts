/** Fitted laws with their covariance, and laws by weight, in the simulation of a plan. */
import { describe, expect, it } from 'vitest'
import { runAt } from '../../../../src/main/engine/run'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { simulate } from '../../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { lawDrawsOf } from '../../../../src/main/engine/uncertainty/plan/lawDraws'
import { planModel } from '../../../../src/main/engine/uncertainty/plan/planModel'
import { questionOf } from '../../../../src/main/engine/uncertainty/plan/question'
import { isNoAnswer } from '../../../../src/shared/notes'
import { setLaw } from '../../../../src/shared/plan/edits'
import { refusalOf } from '../../../../src/shared/plan/refusal'
import { planSchema, type Plan, type PlanInput } from '../../../../src/shared/plan/schema'
import golden from '../../../golden/uncertainty/lawDraws.json'

const names = ['E', 'A', 'B', 'alpha', 'beta']
const target = { id: 't', link: 'step', critical: golden.N, benefit: { kind: 'usd', value: 1e8 } } as const
const withLaw = (law: PlanInput['law'], more: Partial<PlanInput> = {}): Plan => planSchema.parse({ targets: [target], law, ...more })
const fitted = (matrix: readonly (readonly number[])[], constants = golden.constants) => ({
  id: 'fitted:chinchilla' as const,
  fitted: { constants, covariance: { names, matrix: matrix.map((row) => [...row]) }, source: 'test' }
})
const PERCENTILES = [0.05, 0.5, 0.95]

function outputs(plan: Plan, draws = 32_768) {
  const made = planModel({ plan, path: [golden.N] })
  if (isNoAnswer(made)) throw new Error(made.detail)
  const simulation = simulate(made.model, { method: 'sobol', draws, seed: 11, probabilities: PERCENTILES })
  if (isNoAnswer(simulation)) throw new Error(simulation.detail)
  const { outputs: all } = simulation.summary()
  return { made, percentiles: (place: number) => all[place]!.percentiles!.map(({ value }) => value!), all }
}

describe('a fitted law', () => {
  it('has tokens that scatter as NumPy draws them from the same covariance, to 1 %: 2048 laws stand for it, and ln D has a standard deviation of 0.44', () => {
    const { made, percentiles } = outputs(withLaw(fitted(golden.matrix)))
    percentiles(made.places.targets[0]!.D).forEach((D, i) => {
      const [, expected] = Object.entries(golden.tokens)[i]!
      expect(D / expected, `at ${PERCENTILES[i]}`).toBeGreaterThan(0.99)
      expect(D / expected, `at ${PERCENTILES[i]}`).toBeLessThan(1.01)
    })
    expect(questionOf(withLaw(fitted(golden.matrix))).notes.map(({ code }) => code)).toEqual(['simulation-law-drawn'])
    expect(made.model.inputs.map(({ name }) => name)).toContain('law')
  })
  it('with a covariance of 0 is the law itself', () => {
    const plan = withLaw(fitted(names.map(() => names.map(() => 0))))
    const { made, percentiles } = outputs(plan, 256)
    const { D } = runAt(settingOf(plan).model, golden.N)
    for (const value of percentiles(made.places.targets[0]!.D)) expect(value / D).toBeCloseTo(1, 9)
  })
  it('leaves out draws that are no law and says which share', () => {
    // E = 0.01 with a standard error of 0.02: Φ(−0.5) = 30.9 % below 0.
    const one = names.map((_name, i) => names.map((_other, j) => (i === 0 && j === 0 ? 4e-4 : 0)))
    const drawn = lawDrawsOf(withLaw(fitted(one, { ...golden.constants, E: 0.01 })))
    if (isNoAnswer(drawn)) throw new Error(drawn.detail)
    expect(drawn.notes[0]!.values.share).toBeCloseTo(0.3085, 3)
    expect(drawn.laws.every(({ constants }) => constants.E! >= 0)).toBe(true)
  })
  it('of an impossible covariance is refused with the reason', () => {
    const impossible = names.map((_name, i) => names.map((_other, j) => (i === j ? 1e-4 : i + j === 1 ? 5e-4 : 0)))
    for (const [matrix, code] of [
      [impossible, 'correlation-outside'],
      [names.map((_name, i) => names.map((_other, j) => (i === j ? -1e-4 : 0))), 'law-covariance-impossible']
    ] as const)
      expect(planModel({ plan: withLaw(fitted(matrix)), path: [] })).toMatchObject({ reason: 'notDefined', code })
  })
})

describe('laws by weight', () => {
  const mixed = withLaw({ alternatives: [{ id: 'hoffmann-2022', weight: 0.4 }] })
  it('give the tokens of each with its weight, and a mean that is theirs', () => {
    const { made, all, percentiles } = outputs(mixed)
    const tokens = (id: 'besiroglu-2024' | 'hoffmann-2022') => runAt(settingOf(withLaw({ id })).model, golden.N).D
    const [p5, , p95] = percentiles(made.places.targets[0]!.D) as [number, number, number]
    const ends = [tokens('besiroglu-2024'), tokens('hoffmann-2022')].sort((a, b) => a - b) as [number, number]
    expect(p5 / ends[0]).toBeCloseTo(1, 6)
    expect(p95 / ends[1]).toBeCloseTo(1, 6)
    const usd = (id: 'besiroglu-2024' | 'hoffmann-2022') => runAt(settingOf(withLaw({ id })).model, golden.N).usd
    const { value, standardError } = all[made.places.path!.committedUsd]!.mean!
    expect(Math.abs(value! - (0.6 * usd('besiroglu-2024') + 0.4 * usd('hoffmann-2022')))).toBeLessThan(4.5 * standardError! + 1e-4 * value!)
    const codes = questionOf(mixed).notes.map(({ code }) => code)
    expect(codes).toEqual(['simulation-law-errors-apart', 'simulation-law-exact', 'simulation-law-mixture'])
  })
  it('do not change the tokens of a fixed ratio, whatever the law', () => {
    const plan = withLaw({ alternatives: [{ id: 'hoffmann-2022', weight: 0.4 }] }, { ratio: { kind: 'ratio', tokensPerParameter: 20 } })
    const { made, percentiles } = outputs(plan, 256)
    for (const D of percentiles(made.places.targets[0]!.D)) expect(D / (20 * golden.N)).toBeCloseTo(1, 9)
  })
  it('cannot hold one without a loss where a target asks for an effective size', () => {
    const plan = planSchema.parse({ targets: [{ ...target, axis: 'effective' }], law: { alternatives: [{ id: 'llama-3', weight: 0.4 }] } })
    expect(planModel({ plan, path: [] })).toMatchObject({ reason: 'notDefined', code: 'law-alternative-without-loss' })
  })
  it.each<[string, PlanInput['law'], RegExp]>([
    ['the law of the plan', { alternatives: [{ id: 'besiroglu-2024', weight: 0.4 }] }, /law\.alternatives: expected each law once/],
    [
      'weights of 1',
      {
        alternatives: [
          { id: 'hoffmann-2022', weight: 0.6 },
          { id: 'llama-3', weight: 0.4 }
        ]
      },
      /law\.alternatives: expected weights that leave something/
    ],
    ['a fit without constants', { alternatives: [{ id: 'fitted:chinchilla', weight: 0.4 }] }, /law\.fitted: expected the constants of your own fit/],
    ['a weight of 0', { alternatives: [{ id: 'hoffmann-2022', weight: 0 }] }, /law\.alternatives\[0\]\.weight: expected a number above 0 and below 1/]
  ])('refuse %s', (_what, law, message) => {
    const input = { targets: [target], law }
    const parsed = planSchema.safeParse(input)
    expect(parsed.success ? 'accepted' : refusalOf(parsed.error, input).message).toMatch(message)
  })
  it('lose the one that becomes the law of the plan', () => {
    const changed = setLaw(mixed, { id: 'hoffmann-2022' })
    expect(changed.law.alternatives).toEqual([])
    expect(planSchema.safeParse(changed).success).toBe(true)
  })
})
