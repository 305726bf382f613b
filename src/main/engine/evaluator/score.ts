/**
 * The evaluator: outputs of several models → exact match, soft accuracy, perplexity and embedding similarity of each, on the items that all of them have, as rows for the
 * emergence analysis. A capability that jumps under exact match and not under the others is a matter of the metric (Schaeffer et al. 2023).
 */
import type { Measured, Normalisation, Sample } from '../../../shared/contract/evaluator'
import type { Observation, Problem } from '../../../shared/contract/observations'
import { note, type Note, type NoteCode } from '../../../shared/notes'
import { meanOf, perplexityOf, type Average } from './averages'
import { itemsOf, type Item, type ModelItems } from './items'
import { softAccuracy, trigramCosine } from './similarity'

export interface Scored {
  models: ({ model: string; task: string | null; N: number | null } & Record<Metric, Measured>)[]
  similarityOf: 'vectors' | 'characterTrigrams'
  normalise: Normalisation
  items: { task: string | null; all: number; common: number }[]
  observations: Observation[]
  problems: Problem[]
  problemCount: number
  warnings: Note[]
}

const METRICS = {
  exactMatch: { name: 'exact_match', higherIsBetter: true, high: 1 },
  softAccuracy: { name: 'soft_accuracy', higherIsBetter: true, high: 1 },
  perplexity: { name: 'perplexity', higherIsBetter: false, high: 1 },
  embeddingSimilarity: { name: 'embedding_similarity', higherIsBetter: true, high: 1 }
} as const
type Metric = keyof typeof METRICS

export interface ScoreRequest {
  samples: readonly Sample[]
  normalise: Normalisation
  mostProblems: number
}

const TOLD_EVERY = 500

/** @param tell how many outputs are scored, of how many */
export function scoreSamples(
  { samples, normalise, mostProblems }: ScoreRequest,
  tell: (progress: { stage: string; done: number; total: number }) => void = () => undefined
): Scored {
  const { models, problems } = itemsOf(samples, normalise)
  models.sort(byTaskAndSize)
  const warnings: Note[] = [note(`evaluator-normalised-${normalise}`)]
  const everything = models.flatMap(({ items }) => [...items.values()])
  const similarityOf = similarityKind(everything, warnings)
  let done = 0
  const counted = (score: number): number => {
    if (++done % TOLD_EVERY === 0) tell({ stage: 'scoring', done, total: everything.length })
    return score
  }
  const similarity = ({ cosine, text }: Item): number | null => (similarityOf === 'vectors' ? cosine : text && trigramCosine(text.output, text.target))
  const results: Scored['models'] = []
  const items: Scored['items'] = []
  for (const group of byTask(models)) {
    const task = group[0]!.task
    const all = new Set(group.flatMap((model) => [...model.items.keys()])).size
    const common = commonIds(group, () => true)
    items.push({ task, all, common: common.length })
    if (common.length < all)
      warnings.push(note(common.length > 0 ? 'evaluator-common-items' : 'evaluator-no-common-items', { task: task ?? '–', common: common.length, all }))
    const texts = chosen(group, ({ text }) => text !== null)
    const tokens = chosen(group, (item) => item.tokens !== null)
    const similar = chosen(group, (item) => (similarityOf === 'vectors' ? item.cosine : item.text) !== null)
    for (const model of group) {
      const { model: name, N } = model
      results.push({
        model: name,
        task,
        N,
        exactMatch: measured(texts(model).map(({ text }) => Number(text!.output === text!.target))),
        softAccuracy: measured(texts(model).map(({ text }) => counted(softAccuracy(text!.output, text!.target)))),
        perplexity: measuredPerplexity(tokens(model)),
        embeddingSimilarity: measured(similar(model).map((item) => similarity(item)!))
      })
    }
  }
  const unsized = results.filter(({ N }) => N === null).map(({ model }) => model)
  if (unsized.length > 0) warnings.push(note('evaluator-no-sizes', { models: [...new Set(unsized)].slice(0, 5).join(', ') }))
  else if (new Set(results.map(({ N }) => N)).size === 1) warnings.push(note('evaluator-one-size'))
  return {
    models: results,
    similarityOf,
    normalise,
    items,
    observations: results.flatMap((result, i) => observationsOf(result, models[i]!)),
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
    warnings
  }
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
const byTaskAndSize = (a: ModelItems, b: ModelItems): number =>
  compare(Number(a.task !== null), Number(b.task !== null)) ||
  compare(a.task ?? '', b.task ?? '') ||
  compare(a.N ?? Infinity, b.N ?? Infinity) ||
  compare(a.model, b.model)

/** Models of one task each time; they come sorted by task. */
function byTask(models: readonly ModelItems[]): ModelItems[][] {
  const groups: ModelItems[][] = []
  for (const model of models) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]!.task === model.task) last.push(model)
    else groups.push([model])
  }
  return groups
}

/** Vectors where every item has them: scores of vectors and of spelling do not go into one mean. */
function similarityKind(items: readonly Item[], warnings: Note[]): Scored['similarityOf'] {
  const count = items.filter(({ cosine }) => cosine !== null).length
  const all = items.filter(({ cosine, text }) => cosine !== null || text !== null).length
  if (count > 0 && count === all) return 'vectors'
  warnings.push(count === 0 ? note('evaluator-trigrams') : note('evaluator-vectors-missing', { count, all }))
  return 'characterTrigrams'
}

/** Ids of usable items that every model has which has any, in one order whatever that of the samples. */
function commonIds(group: readonly ModelItems[], usable: (item: Item) => boolean): string[] {
  const sets = group.map(({ items }) => new Set([...items].filter(([, item]) => usable(item)).map(([id]) => id))).filter(({ size }) => size > 0)
  const [first = new Set<string>(), ...rest] = sets
  return [...first].filter((id) => rest.every((ids) => ids.has(id))).sort(compare)
}

/** The items of a model that count for a metric: those common to all models, else its own. */
function chosen(group: readonly ModelItems[], usable: (item: Item) => boolean): (model: ModelItems) => Item[] {
  const common = commonIds(group, usable)
  return ({ items }) => {
    const own = [...items].filter(([, item]) => usable(item)).sort(([a], [b]) => compare(a, b))
    return own.length === 0 || common.length === 0 ? own.map(([, item]) => item) : common.map((id) => items.get(id)!)
  }
}

const without = (code: NoteCode, n: number): Measured => ({ value: null, stderr: null, n, reason: note(code).message, code })
const measured = (scores: readonly number[]): Measured => (scores.length === 0 ? without('evaluator-nothing-left', 0) : meanOf(scores))

function measuredPerplexity(items: readonly Item[]): Measured {
  if (items.length === 0) return without('evaluator-no-logprobs', 0)
  const average: Average | null = perplexityOf(items.map(({ tokens }) => tokens!))
  return average ?? without('evaluator-perplexity-too-large', items.length)
}

function observationsOf(result: Scored['models'][number], { D, C }: ModelItems): Observation[] {
  return (Object.keys(METRICS) as Metric[]).flatMap((metric) => {
    const { value, stderr, n } = result[metric]
    const { name, higherIsBetter, high } = METRICS[metric]
    return value === null
      ? []
      : [{ task: result.task, model: result.model, N: result.N, D, C, metric: name, score: value, n, stderr, random: null, high, higherIsBetter }]
  })
}
