/** A metric as an analysis takes it: direction, range and chance level from the user's word, the rows or the name, in that order. */
import type { Observation } from '../../../shared/contract/observations'
import { note, type Note } from '../../../shared/notes'
import { metricFamily, type MetricFamily, type MetricKind } from './metricKinds'

export interface MetricOverride {
  kind?: Exclude<MetricKind, 'unknown'> | undefined
  higherIsBetter?: boolean | undefined
  /** Score of random guessing, and best possible score, in the metric's own unit. */
  random?: number | undefined
  high?: number | undefined
}

/** What holds where no row says so, and what holds for a metric by name whatever its rows say. */
export interface MetricDefaults extends Omit<MetricOverride, 'kind'> {
  metrics?: Readonly<Record<string, MetricOverride>> | undefined
}

export interface Metric {
  name: string
  kind: MetricKind
  /** True when a higher score is better. */
  rising: boolean
  /** Worst and best possible score; null where there is no bound. */
  worst: number | null
  best: number | null
  /** Score of random guessing; null where nobody said. */
  random: number | null
}

type Rows = readonly Pick<Observation, 'score' | 'random' | 'high' | 'higherIsBetter'>[]

export function metricOf(name: string, rows: Rows, defaults: MetricDefaults): { metric: Metric; notes: Note[] } {
  const family = metricFamily(name)
  const override = defaults.metrics !== undefined && Object.hasOwn(defaults.metrics, name) ? defaults.metrics[name]! : {}
  const notes: Note[] = []
  const rising = directionOf(name, family, rows, override.higherIsBetter, defaults.higherIsBetter, notes)
  const { worst, best } = rangeOf(name, family, rows, rising, override.high, defaults.high, notes)
  const random = chanceOf(name, rows, { worst, best }, override.random, defaults.random, notes)
  return { metric: { name, kind: override.kind ?? family.kind, rising, worst, best, random }, notes }
}

function directionOf(name: string, family: MetricFamily, rows: Rows, override: boolean | undefined, fallback: boolean | undefined, notes: Note[]): boolean {
  if (override !== undefined) return override
  const said = different(rows.map(({ higherIsBetter }) => higherIsBetter))
  if (said.length > 1) notes.push(note('metric-direction-contradicted', { metric: name }))
  const stated = said.length === 1 ? said[0] : fallback
  if (stated !== undefined) return stated
  if (family.higherIsBetter === false) notes.push(note('metric-falls-by-name', { metric: name }))
  if (family.higherIsBetter === null) notes.push(note('metric-direction-assumed', { metric: name }))
  return family.higherIsBetter ?? true
}

interface Range {
  worst: number | null
  best: number | null
}

function rangeOf(
  name: string,
  family: MetricFamily,
  rows: Rows,
  rising: boolean,
  override: number | undefined,
  fallback: number | undefined,
  notes: Note[]
): Range {
  const scores = rows.flatMap(({ score }) => (typeof score === 'number' ? [score] : []))
  const said = different(rows.map(({ high }) => high))
  const high = override ?? (rising ? said.at(-1) : said[0]) ?? fallback
  if (override === undefined && said.length > 1) notes.push(note('metric-highs-differ', { metric: name, high: high! }))

  let [worst, best] = [family.worst, family.best === 'percent' ? (scores.some((score) => score > 1) ? 100 : 1) : family.best]
  if (family.best === 'percent' && high === undefined) notes.push(note('metric-ceiling-guessed', { metric: name, high: best! }))
  if (family.kind === 'unknown') {
    const shares = scores.length > 0 && scores.every((score) => score >= 0 && score <= (high ?? 1))
    if (shares) {
      ;[worst, best] = [0, 1]
      if (high === undefined) notes.push(note('metric-range-assumed', { metric: name }))
    } else if (scores.some((score) => score > 0 && score < 1) && scores.some((score) => score > 1 && score <= 100))
      notes.push(note('metric-units-mixed', { metric: name }))
  }
  if (rising !== (family.higherIsBetter ?? true)) [worst, best] = [best, worst]
  return { worst, best: high ?? best }
}

function chanceOf(name: string, rows: Rows, { worst, best }: Range, override: number | undefined, fallback: number | undefined, notes: Note[]): number | null {
  const said = different(rows.map(({ random }) => random))
  const random = override ?? (said.length > 0 ? mean(said) : fallback)
  if (random === undefined) return null
  if (override === undefined && said.length > 1) notes.push(note('metric-chances-differ', { metric: name, random }))
  const [low, high] = [worst ?? random, best ?? random].sort((a, b) => a - b) as [number, number]
  if (random < low || random > high || random === best) {
    notes.push(note('metric-chance-outside', { metric: name, random }))
    return null
  }
  return random
}

/** The different values that are there, from the smallest. */
function different<T extends number | boolean>(values: readonly (T | null | undefined)[]): T[] {
  return [...new Set(values.filter((v) => v !== null && v !== undefined))].sort((a, b) => Number(a) - Number(b))
}
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
