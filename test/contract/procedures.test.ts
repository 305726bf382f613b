/** Every procedure, through the dispatcher, with everything real behind it but the printing of PDF. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/main/hosts/app'
import type { App } from '../../src/main/hosts/app'
import { contract } from '../../src/shared/contract'
import type { DocumentInfo, Input, Opened, Output, ProcedureName } from '../../src/shared/contract'
import type { PlanInput } from '../../src/shared/plan/schema'

const root = join(import.meta.dirname, '..', '..')
let folder: string
let app: App
let plan: PlanInput
let printed = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-contract-'))
  vi.stubEnv('SCALEPATH_DATA', folder)
  const printPdf = (html: string): Promise<Uint8Array> => ((printed = html), Promise.resolve(new TextEncoder().encode('%PDF-1.7')))
  app = await createApp({ host: 'cli', root, plan: null, printPdf })
  plan = (JSON.parse(await readFile(join(root, 'resources/examples/reasoning.scalepath.json'), 'utf8')) as { plan: PlanInput }).plan
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await app.close()
  await rm(folder, { recursive: true })
})

const call = <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> =>
  app.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }) as Promise<Output<P>>
const refusal = (procedure: string, input: unknown): Promise<unknown> =>
  app.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }).then(
    (output) => expect.unreachable(`answered ${JSON.stringify(output).slice(0, 200)}`),
    (problem: unknown) => JSON.parse(JSON.stringify(problem)) as unknown
  )

const target = { id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } } as const
const grid = {
  plan: { targets: [target] },
  x: { input: 'budget', from: 1e6, to: 1e7, points: 2 },
  y: { input: 'mfu', from: 0.2, to: 0.5, points: 2 },
  quantity: 'path.all'
}
const belief = (input: string, distribution: object) => ({ input, distribution })
const someDocument = async (): Promise<DocumentInfo> => ((await call('documents.open', { example: 'code' })) as Opened).info!

/** Inputs of procedures that need something that is there already; the others take the contract's own example. */
const samples: { [P in ProcedureName]?: () => Promise<Input<P>> } = {
  'documents.save': async () => ({ id: (await someDocument()).id, plan }),
  'documents.remove': async () => ({ id: (await someDocument()).id }),
  'documents.restore': async () => {
    const { id } = await someDocument()
    await call('documents.remove', { id })
    return { id }
  },
  'evidence.restore': async () => {
    const { row } = await call('evidence.save', { entry: { name: 'Tool use', critical: 9e9 } })
    await call('evidence.remove', { id: row.id })
    return { id: row.id }
  },
  'import.append': async () => ({ ...contract['import.append'].example, ...(await call('import.begin', { fileName: 'a.csv', size: 8 })) })
}

describe('an accepted call', () => {
  test.each(Object.keys(contract) as ProcedureName[])('%s answers within the contract, and its answer survives JSON', async (procedure) => {
    const output = await call(procedure, ((await samples[procedure]?.()) ?? contract[procedure].example) as never)
    expect(contract[procedure].output.safeParse(output).error).toBeUndefined()
    expect(JSON.parse(JSON.stringify(output))).toEqual(output)
  })

  test('report.pdf prints the report in the wanted language', async () => {
    await call('report.pdf', { plan, language: 'zh' })
    expect(printed).toContain('<html lang="zh-CN">')
    expect(printed).toContain('Reasoning model 2027')
  })
})

describe('a refused call names the field', () => {
  test.each<[ProcedureName, unknown, string]>([
    ['laws.list', { x: 1 }, 'x'],
    ['laws.loss', { law: 'chinchilla' }, 'law'],
    ['laws.loss', { law: 'hoffmann-2022', N: 0, D: 1 }, 'N'],
    ['laws.loss', { law: 'hoffmann-2022', N: 1e9, D: 1e10, constants: { E: 1, A: 1, B: 1, alpha: 0.3 } }, 'constants.beta'],
    ['laws.loss', { law: 'hoffmann-2022', N: 1e9, D: 1e10, constants: 'rounded' }, 'constants'],
    ['laws.loss', { law: 'product', N: 1e9, D: 1e10 }, 'constants'],
    ['laws.loss', { law: 'multimodal', N: 1e9, D: 1e10 }, 'D'],
    ['laws.loss', { law: 'hoffmann-2022', N: 1e9, D: { text: 1e10 } }, 'D'],
    ['laws.loss', { law: 'multimodal', N: 1e9, D: {} }, 'D'],
    ['laws.loss', { law: 'multimodal', N: 1e9, D: { smell: 1e10 } }, 'constants.Dc.smell'],
    ['laws.loss', { law: 'hoffmann-2022', N: 1e9, D: 1e10, covariance: { names: ['E', 'A'], matrix: [[1]] } }, 'covariance'],
    ['laws.loss', { law: 'hoffmann-2022', N: 1e9, D: 1e10, covariance: { names: ['x'], matrix: [[1]] } }, 'covariance'],
    ['laws.validate', { laws: ['chinchilla'] }, 'laws[0]'],
    ['laws.validate', { laws: [{ law: 'additive', constants: 'own' }] }, 'laws[0].constants'],
    ['laws.slope', { law: 'hoffmann-2022', N: -1 }, 'N'],
    ['laws.slope', { law: 'hoffmann-2022', N: 1e9, regime: { criticalSize: 1e9, kappa: -1, delta: 0 } }, 'regime.kappa'],
    ['laws.emergencePoint', { law: 'hoffmann-2022', range: [1e9, 1e9] }, 'range'],
    ['laws.emergencePoint', { law: 'hoffmann-2022' }, 'range'],
    ['laws.theoryTable', { x: 1 }, 'x'],
    ['laws.optimum', { law: 'hoffmann-2022' }, 'C'],
    ['laws.optimum', { law: 'hoffmann-2022', C: NaN }, 'C'],
    ['laws.solve', { law: 'hoffmann-2022', policy: { kind: 'ratio', value: -20 }, given: { C: 1e21 } }, 'policy.value'],
    ['laws.solve', { law: 'hoffmann-2022', policy: { kind: 'optimal' }, given: {} }, 'given'],
    ['laws.solve', { law: 'hoffmann-2022', policy: { kind: 'optimal' }, given: { C: 1e21, N: 1e9 } }, 'given'],
    ['laws.surface', { law: 'multimodal' }, 'law'],
    ['laws.surface', { law: 'hoffmann-2022', N: [1e9, 1e8] }, 'N'],
    ['laws.surface', { law: 'hoffmann-2022', run: { N: 1e9, D: -1 } }, 'run.D'],
    ['laws.surface', { law: 'hoffmann-2022', levels: 99 }, 'levels'],
    ['laws.compare', { plan: { targets: [target] }, C: 0 }, 'C'],
    ['laws.compare', { plan: { targets: [target], law: { id: 'chinchilla' } } }, 'plan.law.id'],
    ['laws.fit', { points: [] }, 'points'],
    ['laws.fit', { points: [{ N: 1e9, D: 2e10, loss: 2.5 }], form: 'separable', starts: 'hoffmann' }, 'starts'],
    ['laws.fit', { points: [{ N: '7B', D: 2e10, loss: 2.5 }] }, 'points[0].N'],
    ['laws.fit', { points: [{ N: 1e9, D: 2e10, loss: 2.5 }], approach: 'guess' }, 'approach'],
    ['allocate.effectiveSize', { law: 'hoffmann-2022', N: 7e9, D: '2T' }, 'D'],
    ['allocate.inference', { law: 'hoffmann-2022', loss: 2, quality: { N: 7e9, D: 2e12 }, inferenceTokens: 2e12 }, 'loss'],
    ['allocate.inference', { law: 'hoffmann-2022', loss: 2, inferenceTokens: -1 }, 'inferenceTokens'],
    ['allocate.inference', { law: 'hoffmann-2022', loss: 2, inferenceTokens: 2e12, minimise: 'usd' }, 'prices'],
    ['allocate.inference', { law: 'hoffmann-2022', loss: 2, inferenceTokens: 2e12, prices: { training: { mfu: 40 } } }, 'prices.training.mfu'],
    ['allocate.dataLimited', { law: 'hoffmann-2022', C: 1e23, uniqueTokens: 0 }, 'uniqueTokens'],
    ['allocate.dataLimited', { law: 'hoffmann-2022', C: 1e23, uniqueTokens: 1e11, maxEpochs: 0.5 }, 'maxEpochs'],
    ['allocate.overtraining', { law: 'hoffmann-2022', N: 7e9 }, 'D'],
    ['allocate.architecture', {}, 'shape'],
    ['allocate.architecture', { shape: { layers: 2, width: 100, heads: 3, ffnWidth: 400, vocabulary: 1000 } }, 'shape.headDim'],
    ['allocate.architecture', { shape: { layers: 2, width: 128, heads: 8, kvHeads: 3, ffnWidth: 400, vocabulary: 1000 } }, 'shape.kvHeads'],
    ['allocate.architecture', { N: 7e9, rules: { experts: { total: 2, active: 8 } } }, 'rules.experts.active'],
    ['links.list', 3, ''],
    ['links.probability', { link: 'weibull', scale: 1, params: { critical: 1, floor: 0.5, ceiling: 0.5 } }, 'params.floor'],
    ['links.probability', { link: 'weibull', scale: 1 }, 'params'],
    ['links.probability', { link: 'all-of', scale: 1, params: { critical: 1 } }, 'params'],
    ['links.probability', { link: 'weibull', scale: 1, params: { critical: { low: 2, high: 1 } } }, 'params.critical'],
    ['links.predict', { critical: 60e9, epsilon: 1 }, 'epsilon'],
    ['links.scaleFor', { link: 'weibull', probability: 1, params: { critical: 1 } }, 'probability'],
    ['grokking.analyze', { curve: 'steps' }, 'curve'],
    ['grokking.analyze', { curve: [{ step: '100' }] }, 'curve[0].step'],
    ['grokking.analyze', { curve: [], threshold: 99 }, 'threshold'],
    ['grokking.analyze', { curve: [], tokensPerStep: 0 }, 'tokensPerStep'],
    ['emergence.predictThreshold', { known: [{ task: 'a', property: '2' }], task: 'a', property: 3 }, 'known[0].property'],
    ['emergence.predictThreshold', { known: [], task: 'a', property: -1 }, 'property'],
    ['emergence.icl', { strengths: { patternMatching: -1 } }, 'strengths.patternMatching'],
    ['emergence.complexity', { N: 0 }, 'N'],
    ['emergence.phaseTransition', { model: 'ising', critical: 1 }, 'model'],
    ['emergence.phaseTransition', { critical: 1, range: { from: 2, to: 1 } }, 'range.from'],
    ['emergence.exactMatch', { lengths: [0] }, 'lengths[0]'],
    ['emergence.exactMatch', { range: { from: 1e9, to: 1e9 } }, 'range.from'],
    ['emergence.nearOrthogonal', { dimensions: [1] }, 'dimensions[0]'],
    ['links.curves', { curves: [{ link: 'weibull' }] }, 'curves[0].params'],
    ['emergence.chance', { answers: 0.5 }, 'answers'],
    ['emergence.chance', { answers: 4, score: 31 }, 'score'],
    ['emergence.twoStep', { runs: [], at: [{ C: 1e23, loss: 0.7 }] }, 'at[0]'],
    ['emergence.twoStep', { runs: [], floor: 0.9, plateau: 0.8 }, 'floor'],
    ['emergence.twoStep', { runs: [], curve: { points: 1 } }, 'curve.points'],
    ['evaluator.score', { samples: [] }, 'samples'],
    ['evaluator.score', { samples: [{ model: 'small', id: 1, target: 4, output: '4' }] }, 'samples[0].target'],
    ['evaluator.score', { samples: [{ model: 'small', id: 1, logprobs: ['-1'] }] }, 'samples[0].logprobs[0]'],
    ['import.begin', { fileName: 'a.csv', size: -1 }, 'size'],
    ['import.append', { file: '../settings', at: 0, base64: '' }, 'file'],
    ['import.append', { file: 'a-csv-0f1e2d3c', at: 0.5, base64: '' }, 'at'],
    ['import.discard', { file: 'plans/code' }, 'file'],
    ['import.examples', { kind: 'runs' }, 'kind'],
    ['import.read', { file: '/etc/passwd' }, 'file'],
    ['import.read', {}, 'text'],
    ['import.read', { path: 'a.csv', text: 'N' }, 'text'],
    ['import.read', { text: 'N', format: 'xlsx' }, 'format'],
    ['import.read', { text: 'N', columns: { N: 'height' } }, 'columns.N'],
    ['import.read', { text: 'N', mostRows: 0 }, 'mostRows'],
    ['import.read', { text: 'N', mostCharacters: 0 }, 'mostCharacters'],
    ['emergence.analyze', { observations: 'all' }, 'observations'],
    ['emergence.analyze', { observations: [{ N: 1e9, metric: 'acc', score: '45 %' }] }, 'observations[0].score'],
    ['emergence.analyze', { observations: [], scale: 'D' }, 'scale'],
    ['emergence.fitThreshold', { observations: [], link: 'step' }, 'link'],
    ['emergence.fitThreshold', { observations: [], floor: 'low' }, 'floor'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, cluster: { mfu: 40 } }, 'cluster.mfu'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, hardware: 'abacus' }, 'hardware'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, method: 'steal' }, 'method'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, ownership: { interconnectShare: 1 } }, 'ownership.interconnectShare'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, ownership: { purchased: '2025-03', start: '2024-03' } }, 'ownership.start'],
    ['costs.accelerators', { N: 70e9, D: 0 }, 'D'],
    ['costs.accelerators', { N: 70e9, D: 1.4e12, costs: { pricePerHourUsd: 2 } }, 'costs.pricePerHourUsd'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, uniqueTokens: 0 }, 'uniqueTokens'],
    ['costs.estimate', { N: 70e9, D: 1.4e12, memory: {}, cluster: { bytesPerParameter: 8 } }, 'memory'],
    ['planner.requiredSize', { target: { id: 'code', critical: { low: 70e9, high: 50e9 }, benefit: { kind: 'points', value: 1 } } }, 'target.critical'],
    ['planner.roi', { plan: { targets: 'all' } }, 'plan.targets'],
    ['planner.path', {}, 'plan'],
    ['planner.path', { plan: { targets: [target], actuals: [{ N: -7e9, D: 1e11 }] } }, 'plan.actuals[0].N'],
    [
      'planner.path',
      { plan: { targets: [target], actuals: [{ N: 7e9, D: 1e11, results: [{ target: 'gone', reached: true }] }] } },
      'plan.actuals[0].results[0].target'
    ],
    ['planner.frontier', { plan: { targets: [] }, points: 1 }, 'points'],
    ['planner.evaluate', { plan: { targets: [{ ...target, wanted: 1.2 }] } }, 'plan.targets[0].wanted'],
    ['planner.evaluate', { plan: { targets: [{ ...target, link: 'boltzmann' }] } }, 'plan.targets[0].link'],
    ['planner.evaluate', { plan: { targets: [{ ...target, entries: [{ critical: -1 }] }] } }, 'plan.targets[0].entries[0].critical'],
    ['planner.evaluate', { plan: { targets: [{ ...target, entries: [{ critical: 1e9, date: 'last year' }] }] } }, 'plan.targets[0].entries[0].date'],
    ['planner.evaluate', { plan: { targets: [{ ...target, shift: { factor: 0 } }] } }, 'plan.targets[0].shift.factor'],
    ['planner.evaluate', { plan: { targets: [target], decision: { progress: { halvingMonths: 0 } } } }, 'plan.decision.progress.halvingMonths'],
    ['planner.evaluate', { plan: { targets: [target, target] } }, 'plan.targets[1].id'],
    ['planner.simulate', { plan: { targets: [target] }, method: 'magic' }, 'method'],
    ['planner.simulate', { plan: { targets: [target] }, percentiles: [1] }, 'percentiles[0]'],
    [
      'planner.simulate',
      { plan: { targets: [target], beliefs: [belief('uptime', { kind: 'interval', low: 0.9, high: 0.8 })] } },
      'plan.beliefs[0].distribution'
    ],
    [
      'planner.simulate',
      { plan: { targets: [target], beliefs: [belief('uptime', { kind: 'uniform', low: 0.8, high: 0.8 })] } },
      'plan.beliefs[0].distribution'
    ],
    [
      'planner.simulate',
      { plan: { targets: [target], beliefs: [belief('uptime', { kind: 'uniform', low: 0.8, high: 1.2 })] } },
      'plan.beliefs[0].distribution'
    ],
    ['planner.simulate', { plan: { targets: [target], beliefs: [belief('uptime', { kind: 'normal', mean: 0.9, sd: 0 })] } }, 'plan.beliefs[0].distribution.sd'],
    ['planner.simulate', { plan: { targets: [target], beliefs: [belief('luck', { kind: 'point', value: 1 })] } }, 'plan.beliefs[0].input'],
    ['planner.simulate', { plan: { targets: [target], beliefs: [belief('budget', { kind: 'uniform', low: 2e6, high: 3e6 })] } }, 'plan.beliefs[0].input'],
    ['planner.simulate', { plan: { targets: [target], law: { alternatives: [{ id: 'hoffmann-2022', weight: 1.2 }] } } }, 'plan.law.alternatives[0].weight'],
    ['planner.simulate', { plan: { targets: [target], beliefs: [belief('price', { kind: 'uniform', low: 2, high: 3 })] } }, 'plan.beliefs[0].input'],
    ['planner.samples', { plan: { targets: [target] }, seed: -1 }, 'seed'],
    ['planner.regret', { plan: { targets: [target] }, draws: 1e6 }, 'draws'],
    ['planner.regret', { plan: { targets: [target], decision: { objective: { kind: 'worst' } } } }, 'plan.decision.objective.kind'],
    ['planner.path', { plan: { targets: [target], decision: { objective: { kind: 'quantile', level: 0.9 } } } }, 'plan.decision.objective.level'],
    ['planner.nextRun', { plan: { targets: [target] }, seed: -1 }, 'seed'],
    ['planner.nextRun', { plan: { targets: [target] }, candidates: [] }, 'candidates'],
    ['planner.nextRun', { plan: { targets: [target] }, candidates: [{ kind: 'guess' }] }, 'candidates[0].kind'],
    ['planner.nextRun', { plan: { targets: [target] }, candidates: [{ kind: 'score', N: 0 }] }, 'candidates[0].N'],
    ['planner.nextRun', { plan: { targets: [target] }, candidates: [{ kind: 'score', N: 1e9, target: 'gone' }] }, 'candidates[0].target'],
    ['planner.nextRun', { plan: { targets: [target] }, candidates: [{ kind: 'mfu', error: 0 }] }, 'candidates[0].error'],
    ['planner.sensitivity', { plan: { targets: [target] } }, 'quantity'],
    ['planner.sensitivity', { plan: { targets: [target] }, quantity: 'path.luck' }, 'quantity'],
    ['planner.sensitivity', { plan: { targets: [target] }, quantity: 'path.usd', seed: 0.5 }, 'seed'],
    ['planner.sensitivity', { plan: { targets: [target] }, quantity: 'path.usd', range: { low: 0.95, high: 0.05 } }, 'range'],
    ['planner.sensitivity', { plan: { targets: [target] }, quantity: 'path.usd', range: { low: 0, high: 0.5 } }, 'range.low'],
    ['planner.distribution', { plan: { targets: [target] }, quantity: 'path.luck' }, 'quantity'],
    ['planner.distribution', { plan: { targets: [target] }, quantity: 'path.usd', from: 3e6, to: 2e6 }, 'to'],
    ['planner.distribution', { plan: { targets: [target] }, quantity: 'path.usd', points: 1 }, 'points'],
    ['planner.goalSeek', { plan: { targets: [] }, pin: { quantity: 'run.N', value: 1e9 }, vary: 'luck' }, 'vary'],
    ['planner.goalSeek', { plan: { targets: [] }, pin: { quantity: 'run.luck', value: 1e9 }, vary: 'price' }, 'pin.quantity'],
    ['planner.goalSeek', { plan: { targets: [] }, pin: { quantity: 'run.N', value: 0 }, vary: 'price' }, 'pin.value'],
    ['planner.grid', { ...grid, x: { ...grid.x, points: 42 } }, 'x.points'],
    ['planner.grid', { ...grid, x: { ...grid.x, input: 'critical@gone' } }, 'x.input'],
    ['planner.grid', { ...grid, x: { ...grid.x, to: grid.x.from } }, 'x.to'],
    ['planner.grid', { ...grid, x: { ...grid.x, from: 0 } }, 'x.from'],
    ['planner.grid', { ...grid, y: grid.x }, 'y.input'],
    ['planner.grid', { ...grid, y: { ...grid.y, to: 1.5 } }, 'y.to'],
    ['planner.grid', { ...grid, quantity: 'luck@code' }, 'quantity'],
    ['scenarios.compare', { plan: { targets: [target] }, scenarios: ['none'] }, 'scenarios[0]'],
    ['scenarios.compare', { plan: { targets: [target] }, quantities: [] }, 'quantities'],
    [
      'scenarios.compare',
      { plan: { targets: [target], scenarios: [{ id: 'a', overrides: [{ field: 'costs.luck', value: 1 }] }] } },
      'plan.scenarios[0].overrides[0].field'
    ],
    ['plan.check', { text: 5 }, 'text'],
    ['catalogues.list', { name: 'secrets' }, 'name'],
    ['settings.get', { x: 1 }, 'x'],
    ['settings.set', { theme: 'pink' }, 'theme'],
    ['planner.link', { plan: { targets: [target] }, target: 'gone' }, 'target'],
    ['planner.link', { plan: { targets: [target] }, target: 'code', points: 1 }, 'points'],
    ['evidence.list', { x: 1 }, 'x'],
    ['evidence.save', { entry: { critical: 9e9 } }, 'entry.name'],
    ['evidence.save', { entry: { name: 'Tool use', critical: { low: 9e9, high: 3e9 } } }, 'entry.critical'],
    ['evidence.remove', { id: '../evidence' }, 'id'],
    ['evidence.restore', {}, 'id'],
    ['evidence.import', { text: 5 }, 'text'],
    ['evidence.export', { ids: 'all' }, 'ids'],
    ['evidence.benchmarks', { plan: { targets: [target] }, rungs: [-1] }, 'rungs[0]'],
    ['desk.get', { name: '../settings' }, 'name'],
    ['desk.set', { name: 'lab' }, 'state'],
    ['desk.set', { name: 'lab', state: 'x'.repeat(5_000_000) }, 'state'],
    ['documents.list', [], ''],
    ['documents.current', { id: 'x' }, 'id'],
    ['documents.open', { path: '/etc/passwd' }, ''],
    ['documents.save', { id: 'x', plan: null }, 'plan'],
    ['documents.remove', {}, 'id'],
    ['documents.restore', { id: 5 }, 'id'],
    ['documents.export', {}, 'plan'],
    ['report.pdf', { plan: { targets: [] }, paper: 'A5' }, 'paper'],
    ['report.html', { plan: { targets: [] }, paper: 'A5' }, 'paper'],
    ['report.csv', { plan: { targets: [] }, language: 'fr' }, 'language'],
    ['report.pdf', { plan: { targets: [] }, scenario: 'gone' }, 'scenario'],
    ['app.info', { x: 1 }, 'x']
  ])('%s %j', async (procedure, input, path) => {
    expect(await refusal(procedure, input)).toMatchObject({ code: 'bad-input', path, message: expect.stringMatching(/expected|there is no field/) })
  })

  test('every procedure with an input refuses null', async () => {
    for (const procedure of Object.keys(contract)) expect(await refusal(procedure, null)).toMatchObject({ code: 'bad-input' })
  })

  test.each(['../settings', '..', '/etc/passwd', 'a/b', ''])('no document is found outside the library by the id %j', async (id) => {
    expect(await refusal('documents.open', { id })).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/) })
    expect(await refusal('documents.save', { id, plan })).not.toMatchObject({ code: 'internal' })
  })
})
