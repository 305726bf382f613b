/**
 * Results of EleutherAI's lm-evaluation-harness, versions 0.3 (metrics "acc", "acc_stderr") and 0.4 ("acc,none", "acc_stderr,none", groups of tasks, filters).
 * N stands in the file only as `config.model_num_parameters` (0.4.2 and later, where the backend knows it); the number of training tokens never does.
 */
import type { Observation } from '../../../shared/contract/observations'
import { few, type Gathering } from '../gathering'
import { metricKnowledge } from '../metrics'
import { fieldOf, isObject, numberField, textField } from '../source/json'
import type { Fill, Models } from '../table/reading'
import { taskGroups } from './taskGroups'

export interface HarnessRequest {
  fill: Fill
  models: Models
  groups: 'members' | 'groups'
}

/** Keys of a task's results that are no metrics. */
const NOT_METRICS = new Set(['alias', 'name', 'sample_len', 'sample_count'])

export const isLmEvalResults = (document: unknown): boolean =>
  isObject(fieldOf(document, 'results')) && isObject(fieldOf(document, 'versions') ?? fieldOf(document, 'config'))

export function readLmEvalResults(document: unknown, text: string, { fill, models, groups: wanted }: HarnessRequest, gathered: Gathering): void {
  const results = Object.entries(fieldOf(document, 'results') as Record<string, unknown>)
  const groups = taskGroups(
    results.map(([task]) => task),
    new Map(Object.entries(membersByGroup(document)))
  )
  const shared = sharedCells(document, fill, models)
  const lineOf = lineFinder(text)
  const unknown = new Set<string>()
  const chances = new Set<string>()
  for (const [task, scores] of results) {
    gathered.counts.lines++
    if (wanted === 'members' ? groups.isGroup(task) : groups.isMember(task)) continue
    if (!isObject(scores)) {
      gathered.refuse('import-task-without-scores', { task }, { line: lineOf(task) })
      continue
    }
    const about = taskCells(document, task)
    let found = 0
    for (const { key, metric, filter, score } of metricsOf(scores)) {
      found++
      if (typeof score !== 'number') {
        gathered.refuse(
          'import-score-not-a-number',
          { task, metric: key, found: JSON.stringify(score ?? null).slice(0, 40) },
          { line: lineOf(task, key), column: key }
        )
        continue
      }
      const higherIsBetter = directionOf(document, task, metric)
      if (higherIsBetter === null) unknown.add(metric)
      const random = about.answers !== null && /^acc/.test(metric) ? 1 / about.answers : null
      if (random !== null) chances.add(task)
      gathered.keep((): Observation => ({
        ...shared,
        task,
        // Several filters of one metric are several ways to find the answer in the output: each is a metric of its own.
        metric: filter === null || filter === 'none' ? metric : `${metric},${filter}`,
        score,
        n: about.n,
        stderr: numberField(scores, filter === null ? `${metric}_stderr` : `${metric}_stderr,${filter}`),
        random,
        high: null,
        higherIsBetter,
        shots: about.shots,
        line: lineOf(task, key)
      }))
    }
    if (found === 0) gathered.refuse('import-task-without-scores', { task }, { line: lineOf(task) })
  }
  if (groups.found.length > 0) {
    const values = { groups: few(groups.found.map(({ group }) => group)), count: groups.found.length }
    gathered.warn(wanted === 'members' ? 'import-groups-left-out' : 'import-members-left-out', values)
  }
  if (unknown.size > 0) gathered.warn('import-direction-unknown', { metrics: few([...unknown]) })
  if (chances.size > 0) gathered.warn('import-chance-from-choices', { count: chances.size })
  if (shared.N === null) gathered.warn('import-no-size', { model: shared.model ?? '?' })
  if (shared.D === null) gathered.warn('import-no-tokens')
}

interface MetricFound {
  key: string
  metric: string
  /** Null in version 0.3, which has none. */
  filter: string | null
  score: unknown
}

function metricsOf(scores: Readonly<Record<string, unknown>>): MetricFound[] {
  return Object.entries(scores).flatMap(([key, score]) => {
    const comma = key.indexOf(',')
    const [metric, filter] = comma < 0 ? [key, null] : [key.slice(0, comma), key.slice(comma + 1)]
    return NOT_METRICS.has(metric) || metric.endsWith('_stderr') ? [] : [{ key, metric, filter, score }]
  })
}

function membersByGroup(document: unknown): Record<string, string[]> {
  const members: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  for (const [group, list] of Object.entries((fieldOf(document, 'group_subtasks') ?? {}) as object))
    if (Array.isArray(list)) members[group] = list.filter((member): member is string => typeof member === 'string')
  // Files of early 0.4 versions name their groups, not the members: a task's own configuration says where it belongs.
  for (const group of Object.keys((fieldOf(document, 'groups') ?? {}) as object)) members[group] ??= []
  for (const [task, config] of Object.entries((fieldOf(document, 'configs') ?? {}) as object)) {
    const own = fieldOf(config, 'group')
    for (const group of Array.isArray(own) ? own : [own]) if (typeof group === 'string' && members[group]?.includes(task) === false) members[group].push(task)
  }
  return members
}

/** What is the same in every row: the model and its size. */
function sharedCells(document: unknown, fill: Fill, models: Models): Pick<Observation, 'model' | 'family' | 'N' | 'D' | 'C'> {
  const config = fieldOf(document, 'config')
  const model = fill.model ?? modelName(document)
  const known = model !== null && Object.hasOwn(models, model) ? models[model] : undefined
  const counted = numberField(config, 'model_num_parameters')
  return {
    model,
    family: known?.family ?? fill.family ?? null,
    // Backends that do not know the number write -1 or 0.
    N: known?.N ?? fill.N ?? (counted !== null && counted > 0 ? counted : null),
    D: known?.D ?? fill.D ?? null,
    C: known?.C ?? fill.C ?? null
  }
}

/** The checkpoint, with its revision: steps of one training run are different models. */
function modelName(document: unknown): string | null {
  const args = fieldOf(fieldOf(document, 'config'), 'model_args')
  const given = (key: string): string | null =>
    isObject(args) ? textField(args, key) : typeof args === 'string' ? (new RegExp(`(?:^|,)\\s*${key}=([^,]*)`).exec(args)?.[1] ?? null) : null
  const name = textField(document, 'model_name') ?? given('pretrained') ?? given('model') ?? textField(fieldOf(document, 'config'), 'model')
  const revision = given('revision')
  return name === null || revision === null || revision === 'main' ? name : `${name}@${revision}`
}

function taskCells(document: unknown, task: string): { n: number | null; shots: number | null; answers: number | null } {
  const config = fieldOf(fieldOf(document, 'configs'), task)
  const counts = fieldOf(fieldOf(document, 'n-samples'), task)
  const choices = fieldOf(config, 'doc_to_choice')
  return {
    n: numberField(counts, 'effective') ?? numberField(counts, 'original'),
    shots: numberField(fieldOf(document, 'n-shot'), task) ?? numberField(config, 'num_fewshot') ?? numberField(fieldOf(document, 'config'), 'num_fewshot'),
    answers: Array.isArray(choices) && choices.length > 1 && textField(config, 'output_type') === 'multiple_choice' ? choices.length : null
  }
}

/** What the file says of a metric's direction, else what is known of it; null when nothing is. */
function directionOf(document: unknown, task: string, metric: string): boolean | null {
  const stated = fieldOf(fieldOf(fieldOf(document, 'higher_is_better'), task), metric)
  if (typeof stated === 'boolean') return stated
  const list = fieldOf(fieldOf(fieldOf(document, 'configs'), task), 'metric_list')
  const own = Array.isArray(list)
    ? fieldOf(
        list.find((each) => fieldOf(each, 'metric') === metric),
        'higher_is_better'
      )
    : undefined
  return typeof own === 'boolean' ? own : (metricKnowledge(metric)?.higherIsBetter ?? null)
}

/** Finds the line of a task's entry in `results`, or of one of its keys. Asked in the order of the file, it goes through the text once. */
function lineFinder(text: string): (task: string, key?: string) => number {
  const results = Math.max(0, text.indexOf('"results"'))
  let at = 0
  let line = 1
  return (task, key) => {
    const entry = Math.max(results, text.indexOf(`${JSON.stringify(task)}:`, results))
    const wanted = key === undefined ? entry : Math.max(entry, text.indexOf(JSON.stringify(key), entry))
    if (wanted < at) {
      at = 0
      line = 1
    }
    for (let end = text.indexOf('\n', at); end >= 0 && end < wanted; end = text.indexOf('\n', end + 1)) line++
    at = wanted
    return line
  }
}
