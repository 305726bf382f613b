/** The analysis of measured results as a whole: rows to series, series to findings (elsewhere, on workers), findings to verdicts. */
import type { Observation, Problem } from '../../../shared/contract/observations'
import { noAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import type { SeriesAnalysis, SeriesTask } from './analyzeSeries'
import type { MetricDefaults } from './metric'
import { mirageOf, type Mirage } from './mirage'
import { cleaned } from './observations'
import { axisOf, defaultScale, scalesOf, type Axis, type Scale } from './scale'
import { verdictOf, type Verdict } from './verdict'

export interface Question extends MetricDefaults {
  observations: readonly Observation[]
  scale?: Scale | undefined
}

export interface Prepared {
  scale: Scale
  axis: Axis
  series: SeriesTask['series'][]
  problems: Problem[]
  warnings: Note[]
}

/** Series on the scale asked for, or on C where it is available; an answer without a number, with the problems, when no row is left. */
export function prepared({ observations, scale: asked, ...defaults }: Question): Prepared | (NoAnswer & { problems: Problem[] }) {
  const scales = observations.map(scalesOf)
  const scale = asked ?? defaultScale(scales)
  const { series, problems } = cleaned(observations, scale, defaults)
  if (series.length === 0) return { ...noAnswer('underdetermined', 'all-rows-refused', { rows: observations.length }), problems }
  const axis = axisOf(scale, scales)
  const warnings: Note[] = []
  if (asked === undefined) warnings.push(note('scale-chosen', { scale, rows: scales.filter((row) => row[scale] === null).length }))
  if (axis === null) warnings.push(note('loss-without-size'))
  return { scale, axis: axis ?? { scale, perLog: 1 }, series, problems, warnings }
}

export interface TaskVerdict {
  task: string | null
  mirage: Mirage
  verdict: Verdict
}

/** One verdict a task, in the order of the series. */
export function verdicts(analyses: readonly SeriesAnalysis[]): TaskVerdict[] {
  const tasks = [...new Set(analyses.map(({ task }) => task))]
  return tasks.map((task) => {
    const own = analyses.filter((analysis) => analysis.task === task)
    const mirage = mirageOf(own)
    return { task, mirage, verdict: verdictOf(own, mirage) }
  })
}

const LEADING = { discontinuous: 0, unknown: 1, continuous: 2 } as const

/** The analysis that stands for all: discontinuous before unknown before continuous, then of the most sizes, then the first by task and metric. */
export function leading(analyses: readonly SeriesAnalysis[]): SeriesAnalysis {
  return [...analyses].sort((a, b) => LEADING[a.metric.kind] - LEADING[b.metric.kind] || b.points.length - a.points.length)[0]!
}
