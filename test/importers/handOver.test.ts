/** Rows that the importer gives go into the analyses as they are: no field has to be renamed on the way. */
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { engineApi } from '../../src/main/api/engine'
import type { Api } from '../../src/main/api/implementation'
import { importApi } from '../../src/main/api/import'
import { createDispatcher } from '../../src/main/dispatch'
import { inlineTasks } from '../../src/main/workers/inline'
import type { Input, Output, ProcedureName } from '../../src/shared/contract'
import type { CurveRow, ImportedRow, RunRow } from '../../src/shared/contract/import'
import type { Observation } from '../../src/shared/contract/observations'
import { isNoAnswer } from '../../src/shared/notes'
import { intakeIn } from '../documents/storage'
import { codes, reference } from './reading'

const api = {
  ...engineApi({ environment: () => ({ today: '2026-11-22', models: [] }), tasks: inlineTasks, accelerators: [] }),
  ...importApi({ tasks: inlineTasks, intake: intakeIn(tmpdir()), examples: [], readsPaths: true })
}
const handle = createDispatcher(api as Api, (message, problem) => {
  throw new Error(message, { cause: problem })
})
const call = <P extends ProcedureName>(procedure: P, input: unknown): Promise<Output<P>> =>
  handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }) as Promise<Output<P>>
const readRows = async <Row extends ImportedRow>(input: Input<'import.read'>): Promise<Row[]> => (await call('import.read', input)).rows as Row[]

function answered<T>(answer: T): Exclude<T, { reason: string; detail: string }> {
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer as Exclude<T, { reason: string; detail: string }>
}

describe('a table of results', () => {
  const text =
    '﻿模型;参数量（亿）;任务;准确率;题目数\r\n' +
    [0.7, 7, 70, 700, 7000, 70000].map((size, i) => `m${i};${size};算术;${[0.02, 0.03, 0.04, 0.45, 0.93, 0.95][i]!};500`).join('\r\n') +
    '\r\nm9;0;算术;0.5;500\r\nm10;70;算术;;500\r\n'

  test('goes into the emergence analysis, and its refused rows carry their lines', async () => {
    const read = await call('import.read', { text })
    expect(read.problems).toMatchObject([{ line: 9, column: '准确率' }])
    const analysis = answered(await call('emergence.analyze', { observations: read.rows, scale: 'N', replicates: 199 }))
    expect(analysis).toMatchObject({ task: '算术', problems: [{ row: 7, line: 8, column: 'N' }] })
    expect(analysis.analyses[0]).toMatchObject({ rows: 6, finding: 'gradual' })
    const threshold = answered(await call('emergence.fitThreshold', { observations: read.rows, scale: 'N', bootstrap: 0 }))
    expect(threshold.critical).toBeGreaterThan(7e9)
    expect(threshold.critical).toBeLessThan(7e11)
  })
})

describe('a table of training records', () => {
  const steps = Array.from({ length: 60 }, (_, i) => (i + 1) * 100)
  const text =
    'run,step,train acc (%),test acc (%),weight norm\n' +
    ['one', 'two'].flatMap((run) => steps.map((step) => `${run},${step},100,${run === 'one' && step >= 4000 ? 100 : 1},${9000 - step}`)).join('\n') +
    '\n'

  test('goes into the grokking analysis run by run', async () => {
    const curve = await readRows<CurveRow>({ text })
    expect(await call('grokking.analyze', { curve, chance: 0.01 })).toMatchObject({ code: 'grokking-several-runs' })
    const verdicts = await Promise.all(['one', 'two'].map(async (run) => answered(await call('grokking.analyze', { curve, run, chance: 0.01 })).verdict))
    expect(verdicts).toEqual(['grokked', 'memorising'])
  })
})

describe('a table of outputs', () => {
  const text =
    'model,N,id,target,output,logprobs,embedding,target_embedding\n' +
    'small,70M,1,four,five,"[-2, -3]","[1, 0]","[0, 1]"\n' +
    'small,70M,2,six,six,-1 -1,1 0,1 0\n' +
    'large,70B,1,four,four,-0.1;-0.2,0;2,0;1\n' +
    'large,70B,2,six,six,[-0.1],[3 4],[3 4]\n' +
    'large,70B,3,ten,ten,often,1 1,1 1\n'

  test('goes into the evaluator with its log probabilities and vectors, and from there into the emergence analysis', async () => {
    const read = await call('import.read', { text })
    expect(read.problems).toMatchObject([{ line: 6, column: 'logprobs', code: 'import-not-a-list' }])
    const scored = await call('evaluator.score', { samples: read.rows })
    expect(scored.similarityOf).toBe('vectors')
    expect(scored.models).toMatchObject([
      // exp(7/4), and the mean of the cosines 0 and 1; exp(0.4/3).
      {
        model: 'small',
        N: 70e6,
        exactMatch: { value: 0.5 },
        perplexity: { value: expect.closeTo(Math.exp(7 / 4), 12) as number },
        embeddingSimilarity: { value: 0.5 }
      },
      {
        model: 'large',
        N: 70e9,
        exactMatch: { value: 1 },
        perplexity: { value: expect.closeTo(Math.exp(0.4 / 3), 12) as number },
        embeddingSimilarity: { value: 1 }
      }
    ])
    expect(answered(await call('emergence.analyze', { observations: scored.observations })).verdict.label).toBe('too few sizes')
  })

  test('is given the tokens and FLOP of its models, which no output file knows', async () => {
    const rows = await readRows({ text, models: { large: { D: 1.4e12 } } })
    expect(rows.at(-1)).toMatchObject({ N: 70e9, D: 1.4e12, C: null })
  })

  test('keeps columns named after the answers to choose from out of the sizes', async () => {
    const read = await call('import.read', { text: 'model,id,target,output,A,B,C,D\ns,1,x,y,one,two,three,four\n' })
    expect([read.problems, codes(read.warnings)]).toEqual([[], []])
  })
})

test('samples of the harness go into the evaluator', async () => {
  const lines = [0, 1].map((id) =>
    JSON.stringify({ doc_id: id, target: '4', filtered_resps: [id === 0 ? '4' : '5'], filter: 'none', metrics: ['exact_match'], exact_match: 1 - id })
  )
  const samples = await readRows({ text: lines.join('\n'), fileName: 'small/samples_sums.jsonl', models: { small: { N: 70e6 } } })
  expect((await call('evaluator.score', { samples })).models).toMatchObject([{ model: 'small', task: 'sums', N: 70e6, exactMatch: { value: 0.5, n: 2 } }])
})

describe('a table of runs', () => {
  test('gives N, D and loss by these names', async () => {
    expect(await readRows({ text: 'params,tokens,val_loss\n70M,1.4B,3.9\n' })).toMatchObject([{ N: 70e6, D: 1.4e9, loss: 3.9 }])
  })

  test('goes into the fit, where C stands in for tokens that are not given', async () => {
    const loss = (N: number, D: number): number => 1.7 + 400 / N ** 0.34 + 1000 / D ** 0.34
    const runs = [1e8, 3e8, 1e9, 3e9].flatMap((N) => [5, 20, 80].map((ratio) => [N, ratio * N] as const))
    const text = 'params,tokens,FLOPs,val_loss\n' + runs.map(([N, D], i) => `${N},${i === 3 ? '' : D},${6 * N * D},${loss(N, D)}`).join('\n') + '\n'
    const { constants, problems } = answered(await call('laws.fit', { points: await readRows({ text }), approach: 'parametric', bootstrap: 0 }))
    expect(problems).toEqual([])
    expect([constants.E, constants.alpha]).toEqual([expect.closeTo(1.7, 2), expect.closeTo(0.34, 2)])
  })

  test('without tokens says so, as a fit will want them', async () => {
    expect((await call('import.read', { text: 'params,val_loss\n70M,3.9\n' })).warnings).toMatchObject([
      { code: 'import-runs-without', values: { fields: 'D' } }
    ])
  })
})

describe('a file without rows says so', () => {
  test.each([
    ['a header alone', 'model,params,accuracy\n'],
    ['results without tasks', '{"results": {}, "versions": {}}']
  ])('%s', async (_what, text) => {
    expect(codes((await call('import.read', { text })).warnings)).toContain('import-no-rows')
  })

  test('lines of JSON that are no samples are refused with what is read instead', async () => {
    await expect(call('import.read', { text: '{"a": 1}\n{"a": 2}\n' })).rejects.toMatchObject({ code: 'import-lines-unknown', path: 'text' })
  })
})

describe.skipIf(!existsSync(reference))('published files', () => {
  const text = (name: string): string => readFileSync(new URL(name, reference), 'utf8')

  test.each([
    ['chinchilla_245.csv', 245],
    ['datablations_fit_182.csv', 182],
    ['gadre_runs.csv', 104]
  ])('%s: %i runs with N, D and loss', async (name, count) => {
    const rows = await readRows({ text: text(name) })
    expect(rows).toHaveLength(count)
    for (const row of rows) expect(row).toMatchObject({ N: expect.any(Number) as number, D: expect.any(Number) as number, loss: expect.any(Number) as number })
  })

  test('chinchilla_245.csv without its five highest losses: A 477.83, B 2143.4', async () => {
    const rows = await readRows<RunRow>({ text: text('chinchilla_245.csv') })
    const points = [...rows].sort((a, b) => b.loss! - a.loss!).slice(5)
    const { constants } = answered(await call('laws.fit', { points, approach: 'parametric', bootstrap: 0 }))
    expect([constants.A, constants.B].map((value) => Number(value!.toPrecision(5)))).toEqual([477.83, 2143.4])
  })

  test('grokking_curves.csv: every run by its name', async () => {
    const curve = await readRows<CurveRow>({ text: text('grokking_curves.csv') })
    const runs = [...new Set(curve.map(({ run }) => run))]
    expect(runs).toHaveLength(7)
    const analysis = answered(await call('grokking.analyze', { curve, run: runs.find((run) => run!.startsWith('addition')), chance: 1 / 113 }))
    expect(analysis).toMatchObject({ verdict: 'grokked', memorisationStep: 300, generalisationStep: 8100 })
  })

  test('obsscaling_emergent.csv with the sizes of obsscaling_benchmarks.csv: C beats N on all eight metrics', async () => {
    const sized = await readRows<Observation>({ text: text('obsscaling_benchmarks.csv') })
    const models = Object.fromEntries(
      sized.map(({ model, family, N, D, C }) => [model!, Object.fromEntries(Object.entries({ family, N, D, C }).filter(([, value]) => value !== null))])
    )
    const rows = await readRows<Observation>({ text: text('obsscaling_emergent.csv'), models })
    const series = [...new Set(rows.map(({ task, metric }) => JSON.stringify([task, metric])))]
    expect(series).toHaveLength(8)
    for (const key of series) {
      const [task, metric] = JSON.parse(key) as [string, string]
      const fit = answered(await call('emergence.fitThreshold', { observations: rows, task, metric, bootstrap: 0 }))
      expect(fit.scales, `${task} ${metric}: ${fit.scales?.ratio.toFixed(2)} times closer on C`).toMatchObject({ better: 'C' })
    }
  }, 30_000)

  test('olmo_ladder_final_long.csv: HellaSwag under five metrics', async () => {
    const rows = await readRows<Observation>({ text: text('olmo_ladder_final_long.csv') })
    const observations = rows.filter(({ task }) => task === 'hellaswag_val_rc_5shot')
    expect(answered(await call('emergence.analyze', { observations, replicates: 99 })).mirage.result).toBe('gradual under both')
  })

  test('lm-evaluation-harness: MMLU’s members once its size is given', async () => {
    const rows = await readRows<Observation>({ text: text('lm_eval_examples/v0.4_llama3-8b_mmlu.json'), fill: { N: 8e9, D: 15e12 } })
    const analysis = answered(await call('emergence.analyze', { observations: rows }))
    expect([analysis.tasks.length, analysis.scale, analysis.problems]).toEqual([57, 'C', []])
  })
})
