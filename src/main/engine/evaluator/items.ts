/** Samples → items by task, model and id. What is missing or impossible is told by its row; a sample that lacks one thing still counts for the rest. */
import type { Normalisation, Sample } from '../../../shared/contract/evaluator'
import type { Problem } from '../../../shared/contract/observations'
import type { NoteCode } from '../../../shared/notes'
import { problem } from '../../../shared/problem'
import type { Tokens } from './averages'
import { normalised } from './normalise'
import { cosine, isComparable } from './similarity'

export interface Item {
  /** Null where target or output is missing. */
  text: { output: string; target: string } | null
  tokens: Tokens | null
  /** Cosine of the vectors that came with the sample. */
  cosine: number | null
}
export interface ModelItems {
  model: string
  task: string | null
  N: number | null
  D: number | null
  C: number | null
  items: Map<string, Item>
}
export interface Items {
  models: ModelItems[]
  problems: Problem[]
}

export function itemsOf(samples: readonly Sample[], how: Normalisation): Items {
  const groups = new Map<string, ModelItems>()
  const sizes = new Map<string, { N: number | null; row: number }>()
  const rows = new Map<Item, number>()
  const problems: Problem[] = []
  samples.forEach((sample, i) => {
    const row = i + 1
    const tell = (code: NoteCode, values: Problem['values'] = {}, column?: string): void => void problems.push(problem(code, values, { row, column }))
    const { model, id } = sample
    if (!isGiven(model) || model === '') return tell('sample-no-model', {}, 'model')
    if (!isGiven(id) || id === '') return tell('sample-no-id', {}, 'id')
    const task = sample.task ?? null
    if (isGiven(sample.N) && !(sample.N > 0)) tell('sample-size-not-positive', { value: sample.N }, 'N')
    const N = isGiven(sample.N) && sample.N > 0 ? sample.N : null
    const first = sizes.get(model)
    if (first !== undefined && first.N !== N && N !== null && first.N !== null)
      return tell('sample-other-size', { model, N, first: first.N, row: first.row }, 'N')
    if (first === undefined || first.N === null) sizes.set(model, { N, row })

    const key = JSON.stringify([task, model])
    const group: ModelItems = groups.get(key) ?? { model, task, N, D: null, C: null, items: new Map() }
    groups.set(key, group)
    const before = group.items.get(String(id))
    if (before !== undefined) return tell('sample-twice', { id: String(id), model, first: rows.get(before)! }, 'id')
    group.D ??= sample.D ?? null
    group.C ??= sample.C ?? null
    const item: Item = { text: textOf(sample, how, tell), tokens: tokensOf(sample, tell), cosine: cosineOf(sample, tell) }
    rows.set(item, row)
    group.items.set(String(id), item)
  })
  // A size that stands in some rows of a model only is the size of all.
  for (const group of groups.values()) group.N = sizes.get(group.model)?.N ?? null
  return { models: [...groups.values()], problems }
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

type Tell = (code: NoteCode, values?: Problem['values'], column?: string) => void

function textOf({ output, target, logprobs, embedding }: Sample, how: Normalisation, tell: Tell): Item['text'] {
  // A sample of log probabilities or vectors alone has no texts to compare.
  if (!isGiven(output) && !isGiven(target) && (isGiven(logprobs) || isGiven(embedding))) return null
  if (!isGiven(target) || normalised(target, how) === '') return (tell('sample-no-target', {}, 'target'), null)
  if (!isGiven(output)) return (tell('sample-no-output', {}, 'output'), null)
  const text = { output: normalised(output, how), target: normalised(target, how) }
  if (isComparable(text.output, text.target)) return text
  tell('sample-too-long', { length: output.length, other: target.length }, 'output')
  return null
}

function tokensOf({ logprobs }: Sample, tell: Tell): Tokens | null {
  if (!isGiven(logprobs)) return null
  if (logprobs.length === 0) return (tell('sample-logprobs-empty', {}, 'logprobs'), null)
  const at = logprobs.findIndex((logprob) => logprob > 0)
  if (at >= 0) return (tell('sample-logprob-positive', { value: logprobs[at]!, token: at + 1 }, 'logprobs'), null)
  return { nats: -logprobs.reduce((sum, logprob) => sum + logprob, 0), tokens: logprobs.length }
}

function cosineOf({ embedding, targetEmbedding }: Sample, tell: Tell): number | null {
  if (!isGiven(embedding) && !isGiven(targetEmbedding)) return null
  if (!isGiven(embedding) || !isGiven(targetEmbedding)) return (tell('sample-vector-missing', {}, !isGiven(embedding) ? 'embedding' : 'targetEmbedding'), null)
  if (embedding.length !== targetEmbedding.length)
    return (tell('sample-vector-lengths', { length: embedding.length, other: targetEmbedding.length }, 'targetEmbedding'), null)
  const found = cosine(embedding, targetEmbedding)
  if (found === null) tell('sample-vector-zero', {}, 'embedding')
  return found
}
