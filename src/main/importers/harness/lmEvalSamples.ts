/**
 * Samples of lm-evaluation-harness, one JSON object a line: an item's output, its target and its scores. An item is known by doc_id and filter; sharded runs can repeat it.
 * Where the harness compared log-likelihoods of continuations, the output is the continuation of the highest; with a single continuation nothing was written.
 */
import type { SampleRow } from '../../../shared/contract/import'
import type { Observation } from '../../../shared/contract/observations'
import type { Gathering } from '../gathering'
import { metricKnowledge } from '../metrics'
import { fieldOf, isObject, numbersField, readJson, textField } from '../source/json'
import type { Line } from '../source/pieces'
import type { Fill, Models } from '../table/reading'
import { meansOf } from './itemMeans'

export interface SamplesRequest {
  fill: Fill
  models: Models
  fileName?: string
}

/** Keys of a sample that are no scores, for files without the list `metrics`. */
const NOT_SCORES = new Set(['doc_id', 'doc', 'target', 'arguments', 'resps', 'filtered_resps', 'filter', 'metrics', 'doc_hash', 'prompt_hash', 'target_hash'])

export const isLmEvalSample = (value: unknown): boolean =>
  fieldOf(value, 'doc_id') !== undefined && (fieldOf(value, 'filtered_resps') ?? fieldOf(value, 'resps')) !== undefined

/** @returns the mean of each score over the items, for the emergence analysis */
export async function readLmEvalSamples(
  lines: AsyncIterable<Line>,
  { fill, models, fileName = '' }: SamplesRequest,
  gathered: Gathering<SampleRow>
): Promise<Observation[]> {
  const model = fill.model ?? modelInPath(fileName)
  const task = fill.task ?? taskInName(fileName)
  const known = model !== null && Object.hasOwn(models, model) ? models[model] : undefined
  const sizes = { N: known?.N ?? fill.N ?? null, D: known?.D ?? fill.D ?? null, C: known?.C ?? fill.C ?? null }
  const means = meansOf()
  const seen = new Set<string>()
  let silent = 0
  let paired = 0
  for await (const { text, line } of lines) {
    if (text.trim() === '') continue
    gathered.counts.lines++
    const read = readJson(text)
    if ('fault' in read) {
      gathered.refuse('import-line-not-json', { column: read.fault.column }, { line })
      continue
    }
    const sample = read.value
    const id = fieldOf(sample, 'doc_id')
    if (!isObject(sample) || (typeof id !== 'number' && typeof id !== 'string')) {
      gathered.refuse('import-no-doc-id', {}, { line })
      continue
    }
    const filter = textField(sample, 'filter') ?? 'none'
    const key = `${id}\n${filter}`
    if (seen.has(key)) {
      gathered.refuse('import-sample-twice', { id, filter }, { line })
      continue
    }
    seen.add(key)
    const scores: Record<string, number> = {}
    for (const [metric, value] of scoresOf(sample)) {
      const name = filter === 'none' ? metric : `${metric},${filter}`
      if (typeof value === 'number' && Number.isFinite(value)) scores[name] = value
      else if (typeof value === 'boolean') scores[name] = Number(value)
      else if (Array.isArray(value)) {
        paired++
        continue
      } else {
        gathered.refuse('import-item-score-not-a-number', { metric, found: JSON.stringify(value ?? null).slice(0, 40) }, { line, column: metric })
        continue
      }
      means.add(name, scores[name])
    }
    const { output, target } = textsOf(sample)
    if (output === null) silent++
    gathered.keep(() => ({
      model,
      ...sizes,
      task: filter === 'none' ? task : task === null ? filter : `${task},${filter}`,
      id: String(id),
      target,
      output,
      // The harness writes none of these; whoever adds them to its lines has them used.
      logprobs: numbersField(sample, 'logprobs'),
      embedding: numbersField(sample, 'embedding'),
      targetEmbedding: numbersField(sample, 'targetEmbedding') ?? numbersField(sample, 'target_embedding'),
      scores,
      line
    }))
  }
  if (silent > 0) gathered.warn('import-no-written-output', { count: silent })
  if (paired > 0) gathered.warn('import-paired-scores', { count: paired })
  if (model === null) gathered.warn('import-no-model')
  else if (sizes.N === null) gathered.warn('import-no-size', { model })
  return means.all().map(({ metric, mean, stderr, n }) => ({
    task,
    model,
    family: known?.family ?? fill.family ?? null,
    ...sizes,
    metric,
    score: mean,
    n,
    stderr,
    higherIsBetter: metricKnowledge(metric)?.higherIsBetter ?? null
  }))
}

function scoresOf(sample: Readonly<Record<string, unknown>>): [string, unknown][] {
  const named = fieldOf(sample, 'metrics')
  if (Array.isArray(named)) return named.filter((metric): metric is string => typeof metric === 'string').map((metric) => [metric, fieldOf(sample, metric)])
  return Object.entries(sample).filter(([key, value]) => !NOT_SCORES.has(key) && (typeof value === 'number' || typeof value === 'boolean'))
}

/** Output and target as texts, as far as the sample has them. */
function textsOf(sample: Readonly<Record<string, unknown>>): { output: string | null; target: string | null } {
  const responses = fieldOf(sample, 'filtered_resps') ?? fieldOf(sample, 'resps')
  const list = Array.isArray(responses) ? (responses as unknown[]) : []
  const likelihoods = list.map(likelihoodOf)
  const choices = continuationsOf(sample)
  const given = fieldOf(sample, 'target')
  const target =
    typeof given === 'string' ? given : typeof given === 'number' ? String(given) : Array.isArray(given) && typeof given[0] === 'string' ? given[0] : null
  if (likelihoods.length === 0 || likelihoods.includes(null)) {
    const first: unknown = Array.isArray(list[0]) ? (list[0] as unknown[])[0] : list[0]
    return { output: typeof first === 'string' ? first : typeof first === 'number' ? String(first) : null, target }
  }
  if (likelihoods.length < 2) return { output: null, target }
  const best = likelihoods.indexOf(Math.max(...(likelihoods as number[])))
  const output = choices[best] ?? String(best)
  // A target that is an index names one of the choices.
  const index = typeof given === 'number' ? given : typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : null
  return { output, target: index !== null && choices[index] !== undefined ? choices[index] : target }
}

/** ["-3.2", "False"], [-3.2, false], "(-3.2, False)": a log-likelihood and whether greedy decoding would have written the continuation. */
function likelihoodOf(response: unknown): number | null {
  const inner: unknown = Array.isArray(response) && response.length === 1 ? (response as unknown[])[0] : response
  const parts: unknown[] = Array.isArray(inner)
    ? (inner as unknown[])
    : typeof inner === 'string'
      ? (/^\(\s*([^,]+),\s*(True|False)\s*\)$/.exec(inner)?.slice(1) ?? [])
      : []
  const [value, greedy] = parts
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  return parts.length === 2 && Number.isFinite(number) && /^(?:true|false)$/i.test(String(greedy)) ? number : null
}

/** The continuations that were compared: `arguments.gen_args_0.arg_1`, or pairs in a list. */
function continuationsOf(sample: Readonly<Record<string, unknown>>): (string | undefined)[] {
  const given = fieldOf(sample, 'arguments')
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.trim() : undefined)
  if (Array.isArray(given)) return (given as unknown[]).map((pair) => (Array.isArray(pair) ? text((pair as unknown[])[1]) : undefined))
  return isObject(given) ? Object.values(given).map((args) => text(fieldOf(args, 'arg_1'))) : []
}

/** `samples_<task>_<date>.jsonl` */
const taskInName = (path: string): string | null => /(?:^|[/\\])samples_(.+?)(?:_\d{4}-\d{2}-\d{2}T[^/\\]*)?\.jsonl?$/.exec(path)?.[1] ?? null

/** `<model>/samples_….jsonl`, where the harness writes "/" of the model's name as "__". */
const modelInPath = (path: string): string | null => /([^/\\]+)[/\\]samples_[^/\\]*$/.exec(path)?.[1]?.replace('__', '/') ?? null
