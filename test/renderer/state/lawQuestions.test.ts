/** What the screen of laws keeps and asks: whatever was kept, the question is one that the contract accepts. */
import { describe, expect, it } from 'vitest'
import {
  compareQuestion,
  dataQuestion,
  lawChoice,
  lossQuestion,
  otherQuestion,
  overtrainingQuestion,
  runLookedAt,
  servingQuestion,
  shapeQuestion,
  solveQuestion,
  surfaceQuestion
} from '../../../src/renderer/src/state/lawQuestions'
import { GIVENS, POLICIES, readLawsKept } from '../../../src/renderer/src/state/lawsKept'
import { lawsApi } from '../../../src/main/api/laws'
import { evaluate } from '../../../src/main/engine/evaluate'
import { contract } from '../../../src/shared/contract'
import { planSchema } from '../../../src/shared/plan/schema'

const environment = { today: '2026-11-25', models: [] }
const plan = planSchema.parse({ targets: [{ id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } }] })
const outcome = evaluate(plan, environment, { audit: false })
const empty = evaluate(planSchema.parse({ targets: [] }), environment, { audit: false })
const nothing = readLawsKept(null)

describe('what is kept', () => {
  it('comes back as it was, and junk falls back to the defaults', () => {
    const kept = { ...nothing, tab: 'data', law: 'hoffmann-2022', set: 'printed', N: 7e9, policy: 'fixedN' } as const
    expect(readLawsKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    for (const junk of [null, 3, 'x', [], { tab: 'x', N: -1, D: 'many', shape: 3, other: { constants: { E: 'x' } } }])
      expect(readLawsKept(junk)).toEqual(nothing)
  })
})

describe('the run and the law looked at', () => {
  it('are those of the plan until others are asked for', () => {
    const own = outcome.targets[0]!.required!
    expect(runLookedAt(outcome, nothing)).toEqual({ N: own.N, D: own.D })
    expect(runLookedAt(outcome, { N: 7e9, D: null })).toEqual({ N: 7e9, D: own.D })
    expect(lawChoice(plan, nothing)).toEqual({ law: 'besiroglu-2024', constants: 'unrounded' })
    expect(lawChoice(plan, { law: 'hoffmann-2022', set: 'printed' })).toEqual({ law: 'hoffmann-2022', constants: 'printed' })
  })
  it('an own fit brings its constants', () => {
    const constants = { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 }
    const fitted = planSchema.parse({ targets: [], law: { id: 'fitted:chinchilla', fitted: { constants, source: 'ours' } } })
    expect(lawChoice(fitted, nothing)).toEqual({ law: 'fitted:chinchilla', constants })
  })
})

describe.each([
  ['a plan with a target', outcome],
  ['a plan without one', empty]
])('every question about %s is accepted', (_name, of) => {
  it.each([
    ['laws.compare', compareQuestion(of, nothing)],
    ['laws.surface', surfaceQuestion(of, nothing)],
    ['laws.loss', lossQuestion(of, nothing)],
    ['allocate.overtraining', overtrainingQuestion(of, nothing)],
    ['allocate.inference', servingQuestion(of, nothing)],
    ['allocate.dataLimited', dataQuestion(of, nothing)],
    ['allocate.architecture', shapeQuestion(of, nothing.shape)],
    ['allocate.architecture', shapeQuestion(of, { ...nothing.shape, from: 'shape', experts: 8 })]
  ] as const)('%s', (procedure, question) => {
    expect(contract[procedure].input.safeParse(question).error).toBeUndefined()
  })
  it('laws.solve, from each quantity under each policy', () => {
    for (const given of GIVENS)
      for (const policy of POLICIES)
        expect(contract['laws.solve'].input.safeParse(solveQuestion(of, { ...nothing, given, policy, value: 10 })).error).toBeUndefined()
  })
})

it('every law of the registry that has a loss is asked for what it looks at, and nothing else', async () => {
  const api = lawsApi(() => environment)
  const list = await api['laws.list']({}, { signal: new AbortController().signal, emit: () => undefined }, {})
  for (const law of list.filter(({ answers }) => answers.loss)) {
    const question = otherQuestion(law, nothing.other)
    const answer = await api['laws.loss'](
      contract['laws.loss'].input.parse(question),
      { signal: new AbortController().signal, emit: () => undefined },
      question
    )
    expect(answer, law.id).toHaveProperty('loss')
    expect('warnings' in answer ? answer.warnings.map(({ code }) => code) : [], law.id).not.toContain('argument-not-used')
  }
})
