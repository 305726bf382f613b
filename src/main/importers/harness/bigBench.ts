/**
 * Scores of a model on a BIG-bench task (`results/scores_<model>.json` of google/BIG-bench): every metric of every subtask and number of shots.
 * Scores are in each metric's own unit (a multiple-choice grade from 0 to 1, BLEU to 100; the normalised aggregate in percent). `low_score` and `high_score` belong to the
 * preferred metric only: the score of poor performance, mostly chance, and of very good performance.
 */
import type { Observation } from '../../../shared/contract/observations'
import type { Gathering } from '../gathering'
import { metricKnowledge } from '../metrics'
import { fieldOf, isObject, numberField, textField } from '../source/json'
import type { HarnessRequest } from './lmEvalResults'

export interface BigBenchRequest extends HarnessRequest {
  sizes?: 'total' | 'nonEmbedding' | 'flopMatched'
  fileName?: string
}

const AGGREGATE = 'normalized_aggregate_score'

export const isBigBench = (document: unknown): boolean => Array.isArray(fieldOf(document, 'scores')) && isObject(fieldOf(document, 'model'))

export function readBigBench(document: unknown, request: BigBenchRequest, gathered: Gathering): void {
  const { fill, models, groups, fileName } = request
  const model = fieldOf(document, 'model')
  const family = fill.family ?? textField(model, 'model_family')
  const bare = textField(model, 'model_name')
  // Names such as "128b" are those of the family's members.
  const name = fill.model ?? (bare === null ? null : family === null || bare.startsWith(family) ? bare : `${family} ${bare}`)
  const known = name !== null && Object.hasOwn(models, name) ? models[name] : undefined
  const size = known?.N ?? fill.N
  const shared = {
    model: name,
    family: known?.family ?? family,
    N: size ?? sizeOf(model, request.sizes, gathered),
    D: known?.D ?? fill.D ?? null,
    C: known?.C ?? fill.C ?? null
  }
  const task = fill.task ?? textField(fieldOf(document, 'task'), 'name') ?? textField(fieldOf(document, 'task'), 'task_name') ?? taskInPath(fileName)
  const entries = fieldOf(document, 'scores') as unknown[]
  const isAggregate = (entry: unknown): boolean => textField(entry, 'preferred_score') === AGGREGATE
  const both = entries.some(isAggregate) && !entries.every(isAggregate)
  let left = 0
  const unknown = new Set<string>()
  entries.forEach((entry, i) => {
    gathered.counts.lines++
    const row = i + 1
    if (both && isAggregate(entry) !== (groups === 'groups')) return void left++
    const scores = fieldOf(entry, 'score_dict')
    if (!isObject(scores) || Object.keys(scores).length === 0) return gathered.refuse('import-entry-without-scores', { entry: row })
    const preferred = textField(entry, 'preferred_score')
    const subtask = textField(entry, 'subtask_description')
    for (const [metric, score] of Object.entries(scores)) {
      if (typeof score !== 'number') {
        gathered.refuse('import-entry-not-a-number', { entry: row, metric, found: JSON.stringify(score ?? null).slice(0, 40) }, { column: metric })
        continue
      }
      const higherIsBetter = metricKnowledge(metric)?.higherIsBetter ?? null
      if (higherIsBetter === null) unknown.add(metric)
      gathered.keep((): Observation => ({
        ...shared,
        task: task !== null && subtask !== null && subtask !== task ? `${task}:${subtask}` : (task ?? subtask),
        metric,
        score,
        random: metric === preferred ? numberField(entry, 'low_score') : null,
        high: metric === preferred ? numberField(entry, 'high_score') : null,
        higherIsBetter,
        shots: numberField(entry, 'number_of_shots')
      }))
    }
  })
  if (left > 0) gathered.warn(groups === 'members' ? 'import-aggregates-left-out' : 'import-subtasks-left-out', { count: left })
  if (unknown.size > 0) gathered.warn('import-direction-unknown', { metrics: [...unknown].slice(0, 5).join(', ') })
  if (shared.D === null) gathered.warn('import-no-tokens')
}

/** Active parameters. A mixture of experts has far fewer FLOP-matched parameters than total ones, and those are what it computes with. */
function sizeOf(model: unknown, wanted: BigBenchRequest['sizes'], gathered: Gathering): number | null {
  const positive = (key: string): number | null => {
    const value = numberField(model, key)
    return value !== null && value > 0 ? value : null
  }
  const sizes = { total: positive('total_params'), nonEmbedding: positive('non_embedding_params'), flopMatched: positive('flop_matched_non_embedding_params') }
  const sparse = sizes.flopMatched !== null && sizes.nonEmbedding !== null && sizes.flopMatched < sizes.nonEmbedding / 2
  const taken = wanted ?? (sparse ? 'flopMatched' : sizes.total !== null ? 'total' : 'nonEmbedding')
  const N = sizes[taken]
  const code = { total: 'import-size-total', nonEmbedding: 'import-size-non-embedding', flopMatched: 'import-size-flop-matched' } as const
  if (N === null) gathered.warn('import-no-size', { model: textField(model, 'model_name') ?? '?' })
  else gathered.warn(code[taken], { N, total: sizes.total ?? '?', nonEmbedding: sizes.nonEmbedding ?? '?' })
  return N
}

/** `…/benchmark_tasks/<task>/results/scores_….json` */
const taskInPath = (fileName = ''): string | null => /([^/\\]+)[/\\]results[/\\][^/\\]*$/.exec(fileName)?.[1] ?? null
