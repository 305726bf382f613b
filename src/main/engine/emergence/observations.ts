/** Measured results, row by row: what is refused and why, what is taken how, and the series of a task and metric that remain. Order never matters. */
import type { Observation, Problem } from '../../../shared/contract/observations'
import type { Note, NoteCode } from '../../../shared/notes'
import { problem } from '../../../shared/problem'
import { CELL_RANGE } from './cells'
import { metricOf, type Metric, type MetricDefaults } from './metric'
import { scalesOf, type Scale } from './scale'

/** One usable row. */
export interface Point extends Record<Scale, number | null> {
  /** The value on the scale of the analysis. */
  x: number
  score: number
  /** Items behind the score, and its standard error as reported; null where unknown. */
  n: number | null
  stderr: number | null
  family: string | null
}

/** The usable rows of one task under one metric with one number of shots, by x. */
export interface Series {
  task: string | null
  metric: Metric
  shots: number | null
  scale: Scale
  points: Point[]
  /** How the rows were taken. */
  notes: Note[]
}

export interface Cleaned {
  series: Series[]
  problems: Problem[]
}

export function cleaned(observations: readonly Observation[], scale: Scale, defaults: MetricDefaults = {}): Cleaned {
  const groups = new Map<string, { row: number; observation: Observation }[]>()
  observations.forEach((observation, i) => {
    const key = JSON.stringify([observation.task ?? null, observation.metric, observation.shots ?? null])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ row: i + 1, observation }])
    else group.push({ row: i + 1, observation })
  })
  const problems: Problem[] = []
  const series = [...groups.keys()].sort().map((key) => {
    const rows = groups.get(key)!
    const { task, metric: name, shots } = rows[0]!.observation
    const { metric, notes } = metricOf(
      name,
      rows.map(({ observation }) => observation),
      defaults
    )
    const points = rows.flatMap(({ row, observation }) => {
      const refused = (column: string, code: NoteCode, values: Record<string, number | string> = {}): void => {
        const { line } = observation
        problems.push(problem(code, { ...values, row, column }, { row, column, ...(typeof line === 'number' ? { line } : {}) }))
      }
      return pointOf(observation, scale, metric, refused) ?? []
    })
    return { task: task ?? null, metric, shots: shots ?? null, scale, points: points.sort(byValue), notes }
  })
  return { series: series.filter(({ points }) => points.length > 0), problems: problems.sort((a, b) => a.row! - b.row!) }
}

/** Scores, errors and numbers of items beyond these are slips, as are scales out of CELL_RANGE: what is computed from them would leave the range of numbers. */
const LARGEST_SCORE = 1e100
const MOST_ITEMS = 1e15

type Refuse = (column: string, code: NoteCode, values?: Record<string, number | string>) => void

function pointOf(observation: Observation, scale: Scale, metric: Metric, refused: Refuse): Point | null {
  const scales = scalesOf(observation)
  const x = scales[scale]
  const { score } = observation
  if (x === null) {
    const given = observation[scale]
    if (typeof given === 'number') refused(scale, 'cell-not-positive', { value: given })
    else refused(scale, scale === 'C' ? 'row-compute-missing' : 'cell-missing')
    return null
  }
  if (x < CELL_RANGE.from || x > CELL_RANGE.to) {
    refused(scale, 'cell-outside-range', { value: x, ...CELL_RANGE })
    return null
  }
  if (typeof score !== 'number') {
    refused('score', 'cell-missing')
    return null
  }
  const outside = outsideRange(score, metric)
  if (outside !== null) {
    refused('score', outside.code, outside.values)
    return null
  }
  let n: number | null = observation.n ?? null
  if (n !== null && !(n >= 1 && n <= MOST_ITEMS)) {
    // The score itself stands; only its weight is not known.
    refused('n', 'row-items-impossible', { value: n })
    n = null
  }
  let stderr: number | null = observation.stderr ?? null
  if (stderr !== null && !(stderr >= 0 && stderr <= LARGEST_SCORE)) {
    refused('stderr', 'row-error-impossible', { value: stderr })
    stderr = null
  }
  return { x, ...scales, score, n, stderr, family: observation.family ?? null }
}

function outsideRange(score: number, { worst, best, rising }: Metric): { code: NoteCode; values: Record<string, number> } | null {
  const [low, high] = rising ? [worst, best] : [best, worst]
  if (Math.abs(score) > LARGEST_SCORE) return { code: 'row-score-above', values: { value: score, high: LARGEST_SCORE } }
  if (low !== null && score < low) return { code: 'row-score-below', values: { value: score, low } }
  if (high === null || score <= high) return null
  // 45.3 beside a ceiling of 1 is a percentage.
  return high === 1 && score <= 100
    ? { code: 'cell-percent', values: { value: score, share: score / 100 } }
    : { code: 'row-score-above', values: { value: score, high } }
}

/** By scale, then by everything else that a number depends on, so that sums do not depend on the order of the file. */
function byValue(a: Point, b: Point): number {
  const lower = (x: number | null, y: number | null): number => (x ?? -1) - (y ?? -1)
  const before = (x: string | null, y: string | null): number => ((x ?? '') < (y ?? '') ? -1 : (x ?? '') > (y ?? '') ? 1 : 0)
  return (
    a.x - b.x ||
    a.score - b.score ||
    lower(a.n, b.n) ||
    lower(a.stderr, b.stderr) ||
    before(a.family, b.family) ||
    lower(a.N, b.N) ||
    lower(a.C, b.C) ||
    lower(a.loss, b.loss)
  )
}
