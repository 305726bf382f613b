import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { SampleRow } from '../../src/shared/contract/import'
import type { Observation } from '../../src/shared/contract/observations'
import { codes, read, reference } from './reading'

const path = (name: string): string => fileURLToPath(new URL(`lm_eval_examples/${name}`, reference))
const sample = (id: number, more: object): string =>
  JSON.stringify({ doc_id: id, doc: {}, target: 'x', arguments: {}, resps: [['x']], filtered_resps: ['x'], filter: 'none', ...more })

describe.skipIf(!existsSync(reference))('real results of lm-evaluation-harness (needs the published files beside the project)', () => {
  test('0.4, MMLU: 57 tasks and none of the 5 groups; or the groups and none of their members', async () => {
    const members = await read({ path: path('v0.4_llama3-8b_mmlu.json') })
    expect(members.rows).toHaveLength(57)
    expect(members.problems).toEqual([])
    expect(codes(members.warnings)).toEqual([
      'import-groups-left-out',
      'import-chance-from-choices',
      'import-no-size',
      'import-no-tokens',
      'import-size-suggested'
    ])
    const rows = members.rows as Observation[]
    expect(rows.find(({ task }) => task === 'mmlu_formal_logic')).toMatchObject({
      model: 'meta-llama/Meta-Llama-3-8B',
      N: null,
      metric: 'acc',
      score: 0.48412698412698413,
      stderr: 0.04469881854072606,
      random: 0.25,
      higherIsBetter: true,
      shots: 5
    })
    expect(members.suggestions).toEqual([{ model: 'meta-llama/Meta-Llama-3-8B', N: 8e9, from: '8B' }])
    // The top group of all is a member of none.
    const groups = await read({ path: path('v0.4_llama3-8b_mmlu.json'), groups: 'groups' })
    expect(groups.rows).toMatchObject([{ task: 'mmlu', score: 0.6504059250818972 }])
  })

  test('0.4, GSM8K: two filters of one metric are two metrics, at the lines of the file', async () => {
    const file = readFileSync(path('v0.4_llama3-8b_gsm8k.json'), 'utf8').split('\n')
    const { rows } = await read({ path: path('v0.4_llama3-8b_gsm8k.json'), fill: { N: 8.03e9 }, models: { 'meta-llama/Meta-Llama-3-8B': { D: 15e12 } } })
    expect(rows).toMatchObject([
      { metric: 'exact_match,strict-match', score: 0.5087187263078089, stderr: 0.013770390697002123, shots: 5, N: 8.03e9, D: 15e12 },
      { metric: 'exact_match,flexible-extract', score: 0.511751326762699, N: 8.03e9 }
    ])
    for (const row of rows as Observation[]) expect(file[row.line! - 1]).toContain(`"${row.metric}": ${row.score}`)
  })

  test('0.3: metrics without filters, the revision is part of the model, and unknown directions are told', async () => {
    const { rows, warnings, problems } = await read({ path: path('v0.3_pythia-1.4b-deduped_step0.json') })
    expect(rows).toHaveLength(172)
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({
      model: 'EleutherAI/pythia-v1.1-1.4b-deduped@step0',
      task: 'crows_pairs_english_race_color',
      metric: 'likelihood_difference',
      score: 6.1064837598425195,
      stderr: 0.3640149242212037,
      higherIsBetter: null,
      shots: 0
    })
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'import-direction-unknown', values: { metrics: 'likelihood_difference, pct_stereotype' } }))
  })
})

describe.skipIf(!existsSync(reference))('published tables (need the files beside the project)', () => {
  test.each([
    ['chinchilla_245.csv', 'runs', 245],
    ['gadre_runs.csv', 'runs', 104],
    ['grokking_curves.csv', 'curve', 7007],
    ['olmo_ladder_final_long.csv', 'observations', 3951],
    ['obsscaling_benchmarks.csv', 'observations', 1144],
    ['obsscaling_emergent.csv', 'observations', 613]
  ])('%s is read as %s: %i rows, no problem', async (name, kind, rows) => {
    const imported = await read({ path: fileURLToPath(new URL(name, reference)) })
    expect([imported.kind, imported.rows.length, imported.problems]).toEqual([kind, rows, []])
  })

  test('sizes of obsscaling_benchmarks.csv are in the units of its column names', async () => {
    const { rows } = await read({ path: fileURLToPath(new URL('obsscaling_benchmarks.csv', reference)) })
    expect(rows[0]).toMatchObject({ model: 'meta-llama/Llama-2-7b-hf', family: 'Llama-2', N: 7e9, D: 2e12, C: 8.4e22, task: 'MMLU', score: 0.4379609636092418 })
  })
})

describe('results of lm-evaluation-harness', () => {
  const results = (more: object, results: object = { t: { 'acc,none': 0.5, 'acc_stderr,none': 0.1, alias: 't' } }): string =>
    JSON.stringify({ results, versions: {}, config: { model: 'hf', model_args: 'pretrained=org/m-7b' }, ...more }, null, 2)

  test.each([
    ['as an object', { model_args: { pretrained: 'org/m-7b', revision: 'main' } }, 'org/m-7b'],
    ['as text with a revision', { model_args: 'dtype=auto,pretrained=org/m-7b,revision=step1000' }, 'org/m-7b@step1000'],
    ['nowhere but as the kind of model', { model: 'openai' }, 'openai']
  ])('the model stands in the configuration %s', async (_what, config, model) => {
    expect((await read(results({ config }))).rows).toMatchObject([{ model }])
  })

  test('N is model_num_parameters, and −1 says that it is not known', async () => {
    expect((await read(results({ config: { model_num_parameters: 7241732096 } }))).rows).toMatchObject([{ N: 7241732096 }])
    const { rows, warnings } = await read(results({ config: { model_num_parameters: -1 } }))
    expect(rows).toMatchObject([{ N: null }])
    expect(codes(warnings)).toContain('import-no-size')
  })

  test('a direction in the file goes before what is known of the metric', async () => {
    expect((await read(results({ higher_is_better: { t: { acc: false } } }))).rows).toMatchObject([{ higherIsBetter: false }])
    expect((await read(results({ configs: { t: { metric_list: [{ metric: 'acc', higher_is_better: false }] } } }))).rows).toMatchObject([
      { higherIsBetter: false }
    ])
  })

  test('a score that is no number is told with its line; NaN, as Python writes it, too', async () => {
    const text = results({}, { t: { 'acc,none': 'N/A', 'f1,none': 0.5 }, u: { alias: 'u' }, v: 7 }).replace('0.5', 'NaN')
    const { rows, problems, warnings } = await read(text)
    expect(rows).toEqual([])
    expect(problems).toMatchObject([
      { line: 4, column: 'acc,none', code: 'import-score-not-a-number', values: { task: 't', found: '"N/A"' } },
      { line: 5, column: 'f1,none', code: 'import-score-not-a-number' },
      { line: 7, code: 'import-task-without-scores', values: { task: 'u' } },
      { line: 10, code: 'import-task-without-scores', values: { task: 'v' } }
    ])
    expect(codes(warnings)).toContain('import-json-nan')
  })

  test('a group whose members are not in the file stays', async () => {
    const { rows } = await read(results({ groups: { t: {} }, group_subtasks: { t: ['a', 'b'] } }))
    expect(rows).toMatchObject([{ task: 't' }])
  })

  test('members of a group of an early 0.4 file are known by their configuration', async () => {
    const scores = { 'acc,none': 0.5 }
    const { rows } = await read(results({ groups: { g: scores }, configs: { a: { group: 'g' }, b: { group: ['g'] } } }, { g: scores, a: scores, b: scores }))
    expect((rows as Observation[]).map(({ task }) => task)).toEqual(['a', 'b'])
  })
})

describe('samples of lm-evaluation-harness', () => {
  const name = 'org__model-7b/samples_gsm8k_2024-05-01T10-00-00.000.jsonl'

  test('an output, its target and its scores; their means with the standard errors that the harness gives', async () => {
    const text = [1, 0, 1, 1].map((score, i) => sample(i, { metrics: ['exact_match'], exact_match: score, filtered_resps: [score ? 'x' : 'y'] })).join('\n')
    const { format, kind, rows, observations, problems } = await read({ text, fileName: name })
    expect([format, kind, problems]).toEqual(['lm-eval-samples', 'samples', []])
    expect(rows).toMatchObject([
      { model: 'org/model-7b', task: 'gsm8k', id: '0', target: 'x', output: 'x', scores: { exact_match: 1 }, line: 1 },
      { output: 'y' },
      {},
      {}
    ])
    // Mean 3/4; sample standard deviation 1/2; over √4.
    expect(observations).toMatchObject([{ model: 'org/model-7b', task: 'gsm8k', metric: 'exact_match', score: 0.75, stderr: 0.25, n: 4, higherIsBetter: true }])
  })

  test('the continuation of the highest log-likelihood is the output, whichever way the pairs are written', async () => {
    const choices = { gen_args_0: { arg_0: 'Q', arg_1: ' red' }, gen_args_1: { arg_0: 'Q', arg_1: ' blue' } }
    const written = [
      [
        ['-3.2', 'False'],
        ['-1.1', 'True']
      ],
      [
        [-3.2, false],
        [-1.1, true]
      ],
      ['(-3.2, False)', '(-1.1, True)'],
      [[['-3.2', 'False']], [['-1.1', 'True']]]
    ]
    const text = written.map((filtered_resps, i) => sample(i, { filtered_resps, arguments: choices, target: '0', acc: 0 })).join('\n')
    const { rows } = await read({ text, fileName: name })
    expect((rows as SampleRow[]).map(({ output, target, scores }) => [output, target, scores['acc']])).toEqual(Array(4).fill(['blue', 'red', 0]))
  })

  test('an item is known by doc_id and filter', async () => {
    const text = [sample(1, { filter: 'strict' }), sample(1, { filter: 'flexible' }), sample(1, { filter: 'strict' })].join('\n')
    const { rows, problems } = await read({ text, fileName: name })
    expect((rows as SampleRow[]).map(({ task, id }) => [task, id])).toEqual([
      ['gsm8k,strict', '1'],
      ['gsm8k,flexible', '1']
    ])
    expect(problems).toMatchObject([{ line: 3, code: 'import-sample-twice', values: { id: 1, filter: 'strict' } }])
  })

  test('lines that cannot be used are told, and the others go on', async () => {
    const text = [
      sample(1, { metrics: ['acc', 'bits_per_byte'], acc: 'high', bits_per_byte: [-12, 30] }),
      '',
      '{"doc_id": 2,',
      '{"doc": {}}',
      sample(3, { resps: [], filtered_resps: [] })
    ].join('\n')
    const { rows, problems, warnings, counts } = await read({ text, format: 'lm-eval-samples' })
    expect(problems).toMatchObject([
      { line: 1, column: 'acc', code: 'import-item-score-not-a-number' },
      { line: 3, code: 'import-line-not-json' },
      { line: 4, code: 'import-no-doc-id' }
    ])
    expect(rows).toMatchObject([{ id: '1' }, { id: '3', output: null }])
    expect(codes(warnings)).toEqual(['import-no-written-output', 'import-paired-scores', 'import-no-model'])
    expect(counts).toMatchObject({ lines: 4, rows: 2, problems: 3 })
  })

  test('a list of samples, as early versions wrote it, is read too', async () => {
    const text = `[${sample(1, { acc: 1 })},\n${sample(2, { acc: 0 })}]`
    const { format, observations } = await read({ text, fileName: name })
    expect([format, observations[0]?.score]).toEqual(['lm-eval-samples', 0.5])
  })
})

describe('scores of BIG-bench', () => {
  const dense = { model_family: 'BIG-G T=0', model_name: '128b', total_params: 137e9, non_embedding_params: 134e9, flop_matched_non_embedding_params: 134e9 }
  const grade = (score: unknown, more: object = {}): object => ({
    subtask_description: 'add',
    number_of_shots: 0,
    preferred_score: 'multiple_choice_grade',
    low_score: 0.25,
    high_score: 1,
    score_dict: { multiple_choice_grade: score },
    ...more
  })
  const file = (scores: object[], model: object = dense): string => JSON.stringify({ model, scores, task: {} })

  test('N is the total number of parameters, and the other is told; or whichever is wanted', async () => {
    const { rows, warnings } = await read(file([grade(0.4)]))
    expect(rows).toMatchObject([{ model: 'BIG-G T=0 128b', family: 'BIG-G T=0', task: 'add', N: 137e9, D: null, random: 0.25, high: 1 }])
    expect(warnings[0]).toMatchObject({ code: 'import-size-total', values: { N: 137e9, nonEmbedding: 134e9 } })
    expect((await read({ text: file([grade(0.4)]), sizes: 'nonEmbedding' })).rows).toMatchObject([{ N: 134e9 }])
    expect((await read(file([grade(0.4)], { model_name: 'm', total_params: 0 }))).rows).toMatchObject([{ N: null }])
  })

  test('the name of the task stands in the path of the file', async () => {
    const fileName = 'bigbench/benchmark_tasks/arithmetic/results/scores_BIG-G_128b.json'
    expect((await read({ text: file([grade(0.4)]), fileName })).rows).toMatchObject([{ task: 'arithmetic:add' }])
  })

  test('an aggregate does not stand beside its subtasks', async () => {
    const aggregate = grade(0, { subtask_description: 'all', preferred_score: 'normalized_aggregate_score', score_dict: { normalized_aggregate_score: 20 } })
    expect((await read(file([grade(0.4), aggregate]))).rows).toMatchObject([{ metric: 'multiple_choice_grade' }])
    expect((await read({ text: file([grade(0.4), aggregate]), groups: 'groups' })).rows).toMatchObject([{ metric: 'normalized_aggregate_score', score: 20 }])
    expect((await read(file([aggregate]))).rows).toMatchObject([{ metric: 'normalized_aggregate_score' }])
  })

  test('an entry without a score is told', async () => {
    const { rows, problems } = await read(file([grade('good'), grade(0.4), grade(0, { score_dict: {} })]))
    expect(rows).toHaveLength(1)
    expect(problems).toMatchObject([
      { code: 'import-entry-not-a-number', values: { entry: 1 } },
      { code: 'import-entry-without-scores', values: { entry: 3 } }
    ])
  })
})
