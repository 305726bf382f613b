import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/main/engine/evaluate'
import { lawOf } from '../../src/main/engine/laws/registry'
import { reportCsv } from '../../src/main/report/csv'
import { outcomeSchema } from '../../src/shared/outcome'
import { documentOf, serialise } from '../../src/shared/plan/document'
import { restore } from '../../src/shared/plan/restore'
import { planSchema, type PlanInput } from '../../src/shared/plan/schema'
import { lawCard } from '../../src/shared/quantity/laws'
import { planOf } from './plans'

const constants = { E: 1.81686, A: 482.0057, B: 2085.4342, alpha: 0.34781, beta: 0.36585 }
const fitted = { constants, source: 'our 40 runs', range: { N: [1e8, 3e9] as [number, number] } }
const plan = (law: PlanInput['law']): PlanInput => ({ targets: [{ id: 'a', critical: 60e9, axis: 'effective', benefit: { kind: 'usd', value: 8e6 } }], law })
const environment = { today: '2026-11-22', models: [] }

describe('a plan on the planner’s own fit', () => {
  it('computes as the published law with the same constants does, and warns by its own range', () => {
    const own = evaluate(planOf(plan({ id: 'fitted:chinchilla', fitted })), environment)
    const published = evaluate(planOf(plan({ id: 'besiroglu-2024' })), environment)
    expect(outcomeSchema.parse(own)).toEqual(own)
    expect(own.targets[0]!.required).toEqual(published.targets[0]!.required)
    expect(own.path.rungs).toEqual(published.path.rungs)
    const outside = own.warnings.find(({ code }) => code === 'outside-fitted-N')!
    expect(outside.values).toMatchObject({ high: 3e9 })
    expect(own.warnings.map(({ code }) => code)).not.toContain('outside-fitted-D')
  })

  it('keeps its constants through a file, also while another law is chosen', () => {
    const written = planOf(plan({ id: 'hoffmann-2022', fitted }))
    const read = restore(serialise(documentOf(written, '0.1.0', ''))).plan!
    expect(read).toEqual(written)
    expect(lawOf({ ...read.law, id: 'fitted:chinchilla' })).toMatchObject({ constantSet: 'own', constants, citation: 'our 40 runs' })
  })

  it('names its source and constants in Explain and in the report', () => {
    const own = planOf(plan({ id: 'fitted:chinchilla', fitted }))
    const said = 'our 40 runs: E 1.81686, A 482.0057, B 2085.4342, α 0.34781, β 0.36585'
    expect(lawCard(own.law).citation).toBe(said)
    const options = { compared: null, language: 'en', version: '0.1.0', date: '2026-11-22', planHash: '' } as const
    const text = reportCsv(evaluate(own, environment), options)[0]!.text
    expect(text).toContain(said)
    expect(text).not.toContain('unrounded')
  })

  it('is refused without constants, and with some missing, by name', () => {
    const problems = (law: unknown) => planSchema.safeParse({ targets: [], law }).error!.issues.map(({ path, message }) => [path.join('.'), message] as const)
    expect(problems({ id: 'fitted:chinchilla' })).toEqual([['law.fitted', expect.stringMatching(/^expected the constants of your own fit, for example \{/)]])
    const { beta: _beta, ...rest } = constants
    expect(problems({ id: 'fitted:chinchilla', fitted: { ...fitted, constants: rest } }).map(([path]) => path)).toEqual(['law.fitted.constants.beta'])
    expect(problems({ id: 'fitted:chinchilla', fitted: { ...fitted, constants: { ...constants, gamma: 1 } } })[0]![0]).toBe('law.fitted.constants')
  })

  it('a plan without one is as it was before there were such fits', () => {
    expect(planSchema.parse({ targets: [] }).law).toEqual({ id: 'besiroglu-2024', constants: 'unrounded', flopPerParameterToken: 6 })
  })
})

describe('a plan on a law of repeated data', () => {
  it('counts parameters beyond what its unique tokens deserve for less', () => {
    const limits = { uniqueTokens: 100e9, maxEpochs: 10 }
    const at = (id: 'muennighoff-2023' | 'hoffmann-2022') =>
      evaluate(planOf({ ...plan({ id }), targets: [{ id: 'a', critical: 20e9, link: 'step', benefit: { kind: 'usd', value: 8e6 } }], limits }), environment)
        .targets[0]!.required!
    const run = at('muennighoff-2023')
    // By hand: 100B unique tokens deserve U_N = 5.099B, R_N = 2.922, N′ = 5.099B·(1 + 5.3097·(1 − e^(−2.922/5.3097))) = 16.56B.
    const { effectiveParameters, loss } = lawOf({ id: 'muennighoff-2023', constants: 'unrounded' }).limitedTo!(100e9)
    expect(effectiveParameters(run.N, run.effectiveD) / 16.56e9).toBeCloseTo(1, 3)
    expect(run.loss).toBe(loss(run.N, run.effectiveD))
    expect(at('hoffmann-2022').loss).toBe(lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }).loss!(20e9, at('hoffmann-2022').effectiveD))
  })
})
