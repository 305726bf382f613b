import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreSamples } from '../../../src/main/engine/evaluator/score'
import type { Sample } from '../../../src/shared/contract/evaluator'

const score = (samples: readonly Sample[], normalise: 'none' | 'space' | 'loose' = 'space') => scoreSamples({ samples, normalise, mostProblems: 1000 })
const codes = (notes: readonly { code: string }[]): string[] => notes.map(({ code }) => code)
const s = (model: string, id: string | number, output: string | null, more: Partial<Sample> = {}): Sample => ({
  model,
  N: model.length * 1e6,
  id,
  target: 'yes',
  output,
  ...more
})

describe('the evaluator', () => {
  test('scores each model, smallest first, and gives the scores as rows for an analysis', () => {
    const { models, observations, warnings, problems } = score([s('bb', 1, 'yes'), s('bb', 2, 'yes'), s('a', 1, 'yes'), s('a', 2, 'no')])
    expect(problems).toEqual([])
    expect(models).toMatchObject([
      { model: 'a', N: 1e6, exactMatch: { value: 0.5, stderr: 0.5, n: 2 }, perplexity: { value: null, code: 'evaluator-no-logprobs' } },
      { model: 'bb', N: 2e6, exactMatch: { value: 1, stderr: 0, n: 2 } }
    ])
    expect(observations.map(({ metric, higherIsBetter, high }) => [metric, higherIsBetter, high])).toEqual(
      Array(2)
        .fill([
          ['exact_match', true, 1],
          ['soft_accuracy', true, 1],
          ['embedding_similarity', true, 1]
        ])
        .flat()
    )
    expect(codes(warnings)).toEqual(['evaluator-normalised-space', 'evaluator-trigrams'])
  })

  test('perplexity falls when things get better, and is that of all tokens together', () => {
    const { observations, models } = score([s('a', 1, 'yes', { logprobs: [-1] }), s('a', 2, 'yes', { logprobs: [-1, -2, -2] })])
    // Ratio 6/4; residuals ∓0.5; standard error e^1.5·√(2·0.5)/4.
    expect(models[0]!.perplexity.value).toBeCloseTo(Math.exp(1.5), 12)
    expect(models[0]!.perplexity.stderr).toBeCloseTo(Math.exp(1.5) / 4, 12)
    expect(observations).toContainEqual(expect.objectContaining({ metric: 'perplexity', higherIsBetter: false, n: 2 }))
  })

  test('a perplexity beyond numbers has a reason and no value', () => {
    expect(score([s('a', 1, 'yes', { logprobs: [-800] })]).models[0]!.perplexity).toMatchObject({ value: null, code: 'evaluator-perplexity-too-large' })
  })

  test('models are compared on the items that all of them have, task by task, and this is told', () => {
    const { models, items, warnings } = score([
      s('a', 1, 'no'),
      s('a', 2, 'yes'),
      s('bb', 2, 'yes'),
      s('bb', 3, 'no'),
      s('a', 1, 'yes', { task: 't' }),
      s('bb', 1, 'no', { task: 't' })
    ])
    expect(models.map(({ model, task, exactMatch }) => [model, task, exactMatch.value, exactMatch.n])).toEqual([
      ['a', null, 1, 1],
      ['bb', null, 1, 1],
      ['a', 't', 1, 1],
      ['bb', 't', 0, 1]
    ])
    expect(items).toEqual([
      { task: null, all: 3, common: 1 },
      { task: 't', all: 1, common: 1 }
    ])
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'evaluator-common-items', values: { task: '–', common: 1, all: 3 } }))
  })

  test('models without a common item are scored on their own, and not to be compared', () => {
    const { models, warnings } = score([s('a', 1, 'no'), s('bb', 2, 'yes')])
    expect(models.map(({ exactMatch }) => exactMatch.value)).toEqual([0, 1])
    expect(codes(warnings)).toContain('evaluator-no-common-items')
  })

  test('what is missing or impossible is told by its row, and the rest of the sample counts', () => {
    const { problems, models } = score([
      s('a', 1, 'yes'),
      s('a', 1, 'no'),
      { id: 2, target: 'x', output: 'x' },
      { model: 'a', target: 'x', output: 'x' },
      s('a', 3, 'x', { target: ' ' }),
      s('a', 4, null),
      s('a', 5, 'yes', { logprobs: [-1, 0.5] }),
      s('a', 6, 'yes', { logprobs: [] }),
      s('a', 7, 'yes', { embedding: [1, 0], targetEmbedding: [1] }),
      s('a', 8, 'yes', { embedding: [1, 0] }),
      s('a', 9, 'yes', { embedding: [0, 0], targetEmbedding: [1, 0] }),
      s('a', 10, 'yes', { N: 5e9 }),
      s('bb', 1, 'yes', { N: -1 }),
      { model: 'a', N: 1e6, id: 11, logprobs: [-1] }
    ])
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'id', 'sample-twice'],
      [3, 'model', 'sample-no-model'],
      [4, 'id', 'sample-no-id'],
      [5, 'target', 'sample-no-target'],
      [6, 'output', 'sample-no-output'],
      [7, 'logprobs', 'sample-logprob-positive'],
      [8, 'logprobs', 'sample-logprobs-empty'],
      [9, 'targetEmbedding', 'sample-vector-lengths'],
      [10, 'targetEmbedding', 'sample-vector-missing'],
      [11, 'embedding', 'sample-vector-zero'],
      [12, 'N', 'sample-other-size'],
      [13, 'N', 'sample-size-not-positive']
    ])
    expect(models[0]).toMatchObject({ model: 'a', exactMatch: { value: 1, n: 1 }, perplexity: { n: 1 } })
  })

  test('vectors count where every item has them; else all are compared by their trigrams, and this is told', () => {
    const vectors = { embedding: [1, 0], targetEmbedding: [3, 4] }
    expect(score([s('a', 1, 'no', vectors)])).toMatchObject({ similarityOf: 'vectors', models: [{ embeddingSimilarity: { value: 0.6, n: 1 } }] })
    const mixed = score([s('a', 1, 'yes', vectors), s('a', 2, 'yes')])
    expect(mixed).toMatchObject({ similarityOf: 'characterTrigrams', models: [{ embeddingSimilarity: { value: 1, n: 2 } }] })
    expect(mixed.warnings).toContainEqual(expect.objectContaining({ code: 'evaluator-vectors-missing', values: { count: 1, all: 2 } }))
  })

  test('the normalisation is stated and decides what matches', () => {
    const samples = [s('a', 1, ' Yes. ')]
    expect(score(samples, 'none').models[0]!.exactMatch.value).toBe(0)
    expect(score(samples, 'space').models[0]!.exactMatch.value).toBe(0)
    expect(score(samples, 'loose').models[0]!.exactMatch.value).toBe(1)
    expect(codes(score(samples, 'loose').warnings)).toContain('evaluator-normalised-loose')
  })

  test('a text whose edit distance would take too long is told', () => {
    expect(score([s('a', 1, 'x'.repeat(60_000), { target: 'y'.repeat(60_000) })]).problems).toMatchObject([{ row: 1, code: 'sample-too-long' }])
  })

  test('of many problems the first are listed and all are counted', () => {
    const { problems, problemCount } = scoreSamples({ samples: Array.from({ length: 50 }, (_, i) => s('a', i, null)), normalise: 'space', mostProblems: 3 })
    expect([problems.length, problemCount]).toEqual([3, 50])
  })

  const sample = fc.record<Sample>({
    model: fc.constantFrom('a', 'bb', 'ccc', '', null),
    N: fc.constantFrom(1e6, 1e9, 0, null),
    id: fc.constantFrom(1, 2, '3', null),
    task: fc.constantFrom('t', 'u', null),
    target: fc.constantFrom('yes', '', 'no', null),
    output: fc.constantFrom('yes', 'no', '', null),
    logprobs: fc.constantFrom([-1], [-1e308, -1e308], [], [0], [0.1], null),
    embedding: fc.constantFrom([1, 0], [0, 0], [1e300, 1], [], null),
    targetEmbedding: fc.constantFrom([0, 1], [1], [], null)
  })
  test('whatever comes, no number is NaN or infinite, and the order of the rows does not matter', () =>
    fc.assert(
      fc.property(fc.uniqueArray(sample, { selector: ({ model, id, task }) => `${model} ${id} ${task}`, maxLength: 20 }), fc.nat(), (samples, turn) => {
        const sized = samples.map((each) => ({ ...each, N: each.model === null ? null : each.model!.length * 1e6 + 1 }))
        const { models, observations } = score(sized)
        expect(JSON.parse(JSON.stringify({ models, observations }))).toEqual({ models, observations })
        for (const { score: value } of observations) expect(Number.isFinite(value)).toBe(true)
        const at = sized.length === 0 ? 0 : turn % sized.length
        expect(score([...sized.slice(at), ...sized.slice(0, at)]).models).toEqual(models)
      }),
      { numRuns: 500 }
    ))
})
