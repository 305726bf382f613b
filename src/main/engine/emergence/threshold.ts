/** The question `emergence.fitThreshold` from rows to answer: one series, one link, the fit in the reader's units, and what to be wary of. */
import type { Problem } from '../../../shared/contract/observations'
import { isNoAnswer, noAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import { randomStream } from '../numeric/random'
import { prepared, type Question } from './analyze'
import { PARAMETERS, type Ends, type Parameter } from './box'
import { FAMILIES_TO_DRAW, quantileOf, resampledFits } from './caseBootstrap'
import { curveOf, type CurvePoint } from './curve'
import { described, type Described } from './described'
import type { Dispersion } from './dispersion'
import { bandOf, drawnOf, type Drawn } from './drawn'
import { endsFor } from './ends'
import { linearTrend } from './linearTrend'
import type { Series } from './observations'
import type { Interval } from './profile'
import { extent, responseOf, scoreUnit, type Response, type ScoreUnit } from './response'
import { trendOf, TREND_STREAMS } from './rise'
import { xOf, type Axis, type Scale } from './scale'
import { compareScales, type ScaleComparison } from './scaleComparison'
import { SHAPES } from './shapes'
import { fitThreshold } from './thresholdFit'

export interface ThresholdQuestion extends Question {
  task?: string | undefined
  metric?: string | undefined
  link: 'weibull' | 'logistic'
  /** In the metric's unit; free or known otherwise, see ends.ts. */
  floor?: number | 'free' | undefined
  ceiling?: number | 'free' | undefined
  level: number
  seed: number
}

/** Everything that the fit and its replicates need; plain data, for a worker. */
export interface ThresholdProblem {
  series: Series
  axis: Axis
  response: Response
  ends: Ends
  /** Slope in y and p-value of the straight line. */
  line: { slope: number; p: number }
  sizes: number
  /** One score a size. */
  points: CurvePoint[]
  families: (string | null)[]
  link: 'weibull' | 'logistic'
  level: number
  seed: number
  problems: Problem[]
  warnings: Note[]
}

export interface Range {
  low: number | null
  high: number | null
}

export interface ThresholdAnswer extends Described {
  task: string | null
  metric: string
  scale: Scale
  link: 'weibull' | 'logistic'
  level: number
  intervals: Record<Parameter, Range> | null
  bootstrap: { intervals: Record<Parameter, Range>; replicates: number; leftOut: number; drawn: 'rows' | 'families'; note: Note } | null
  likelihood: Dispersion['likelihood']
  dispersion: number | null
  families: { families: number; effect: number } | null
  held: Parameter[]
  aicc: number | null
  rows: number
  sizes: number
  points: CurvePoint[]
  drawn: Drawn
  scales: ScaleComparison | null
  problems: Problem[]
  warnings: Note[]
}

type Refused = NoAnswer & { problems: Problem[] }

export function thresholdProblem(question: ThresholdQuestion): ThresholdProblem | Refused {
  const { task, metric, link, floor, ceiling, level, seed, ...rest } = question
  const ready = prepared(rest)
  if (isNoAnswer(ready)) return ready
  const { axis, problems } = ready
  const refused = (answer: NoAnswer): Refused => ({ ...answer, problems })
  const matching = ready.series.filter((each) => (task === undefined || each.task === task) && (metric === undefined || each.metric.name === metric))
  const [series] = matching
  if (series === undefined) return refused(noAnswer('underdetermined', 'fit-no-series', { series: named(ready.series) }))
  if (matching.length > 1) return refused(noAnswer('underdetermined', 'fit-several-series', { series: named(matching) }))

  const { curve, notes } = curveOf(series)
  const { response, notes: responseNotes } = responseOf(series, axis)
  const unit = scoreUnit(series.metric)
  const trend = linearTrend(curve, series, axis)
  if (isNoAnswer(trend)) return refused(trend)
  const inY = (end: number | 'free' | undefined): number | 'free' | undefined => (typeof end === 'number' ? (end - unit.offset) / unit.span : end)
  const ends = endsFor(response, curve.length, { floor: inY(floor), ceiling: inY(ceiling) })
  if (isNoAnswer(ends)) return refused(ends)
  if (ends.ends.floor !== 'free' && ends.ends.ceiling !== 'free' && ends.ends.floor >= ends.ends.ceiling)
    return refused(noAnswer('notDefined', 'fit-ends-crossed', { floor: scoreOf(unit, ends.ends.floor), ceiling: scoreOf(unit, ends.ends.ceiling) }))

  const families = series.points.map(({ family }) => family)
  const line = { slope: Math.sign(unit.span) * trend.slopePerDecade, p: trend.clustered?.p ?? trend.p }
  const warnings = [...ready.warnings, ...series.notes, ...notes, ...responseNotes, ...ends.notes]
  return { series, axis, response, ends: ends.ends, line, sizes: curve.length, points: curve, families, link, level, seed, problems, warnings }
}

/** The fit; its `bootstrap` is added by `withReplicates`. Refused when the scores do not rise. */
export function thresholdAnswer(problem: ThresholdProblem): ThresholdAnswer | Refused {
  const { series, axis, response, ends, line, sizes, points, families, link, level, seed, problems } = problem
  const trend = trendOf(response, ends, line, sizes, (i) => randomStream(seed, TREND_STREAMS + i))
  if (trend !== 'rising') return { ...noAnswer('notDefined', trend === 'falling' ? 'scores-fall' : 'scores-never-rise'), problems }
  const unit = scoreUnit(series.metric)
  const { fit, intervals, dispersion, families: effect, aicc } = fitThreshold(response, SHAPES[link], ends, level, families)
  const curve = described(response, fit, axis, unit)
  const ranges = intervals === null ? null : inUnits((parameter) => intervals[parameter], axis, unit)
  const warnings = [...problem.warnings]
  if (dispersion === null) warnings.push(note('fit-without-scatter', { rows: response.y.length }))
  else if (dispersion.likelihood === 'gaussian') warnings.push(note('scatter-estimated', { degrees: dispersion.degrees }))
  else if (dispersion.likelihood === 'quasi-binomial') warnings.push(note('scatter-beyond-items', { dispersion: dispersion.phi }))
  if (effect !== null && effect.effect > 1) warnings.push(note('families-widen', effect))
  const [lowest, highest] = extent(response.z)
  if (fit.theta[0]! < lowest || fit.theta[0]! > highest) warnings.push(note('threshold-outside', { critical: curve.critical, kind: axis.scale }))
  if (fit.theta[1]! === fit.box.high[1]!) warnings.push(note('steepness-at-bound', { steepness: curve.steepness }))
  if (ranges !== null && (ranges.critical.low === null || ranges.critical.high === null)) warnings.push(note('threshold-unbounded'))
  return {
    task: series.task,
    metric: series.metric.name,
    scale: axis.scale,
    link,
    level,
    ...curve,
    intervals: ranges,
    bootstrap: null,
    likelihood: dispersion?.likelihood ?? response.noise,
    dispersion: dispersion?.phi ?? null,
    families: effect,
    held: PARAMETERS.filter((_, i) => fit.box.low[i] === fit.box.high[i]),
    aicc,
    rows: series.points.length,
    sizes,
    points,
    drawn: drawnOf(response, points, fit, axis, unit),
    scales: compareScales(series),
    problems,
    warnings
  }
}

/** Replicates `from` to `to` − 1 of the case bootstrap: z_c, ln α, floor and ceiling of each. */
export function resampledThresholds({ problem, from, to }: { problem: ThresholdProblem; from: number; to: number }): Float64Array {
  const { response, link, ends, families, seed } = problem
  return resampledFits(response, SHAPES[link], ends, families, (i) => randomStream(seed, i), from, to)
}

export function withReplicates(answer: ThresholdAnswer, problem: ThresholdProblem, replicates: Float64Array): ThresholdAnswer {
  const unit = scoreUnit(problem.series.metric)
  const bootstrap = percentiles(replicates, problem, unit)
  const band = bootstrap === null ? null : bandOf(problem.response, SHAPES[problem.link], replicates, problem.level, unit)
  return { ...answer, bootstrap, drawn: { ...answer.drawn, band } }
}

const scoreOf = ({ offset, span }: ScoreUnit, y: number): number => offset + span * y
const named = (series: readonly Series[]): string => series.map(({ task, metric }) => (task === null ? metric.name : `${task}: ${metric.name}`)).join(', ')

/** Intervals of (z_c, ln α, floor, ceiling) in the reader's units, the ends in order. */
function inUnits(of: (parameter: Parameter) => Interval, axis: Axis, unit: ScoreUnit): Record<Parameter, Range> {
  const range = (parameter: Parameter, told: (value: number) => number): Range => {
    const [first, second] = of(parameter).map((value) => (value === null ? null : told(value))) as Interval
    const turned = told(1) < told(0)
    return turned ? { low: second, high: first } : { low: first, high: second }
  }
  return {
    critical: range('critical', (z) => xOf(axis, z)),
    steepness: range('steepness', (logSteepness) => Math.exp(logSteepness) * axis.perLog),
    floor: range('floor', (y) => scoreOf(unit, y)),
    ceiling: range('ceiling', (y) => scoreOf(unit, y))
  }
}

/** Fewer replicates than this show no 5 % and 95 % point. */
const LEAST_REPLICATES = 20

function percentiles(replicates: Float64Array, { axis, level, families }: ThresholdProblem, unit: ScoreUnit): ThresholdAnswer['bootstrap'] {
  const columns = PARAMETERS.map((_, j) => replicates.filter((value, i) => i % PARAMETERS.length === j && !Number.isNaN(value)).sort())
  const used = columns[0]!.length
  if (used < LEAST_REPLICATES) return null
  const drawn = families.every((family) => family !== null) && new Set(families).size >= FAMILIES_TO_DRAW ? 'families' : 'rows'
  return {
    intervals: inUnits(
      (parameter) => {
        const column = columns[PARAMETERS.indexOf(parameter)]!
        return [quantileOf(column, 0.5 - level / 2), quantileOf(column, 0.5 + level / 2)]
      },
      axis,
      unit
    ),
    replicates: used,
    leftOut: replicates.length / PARAMETERS.length - used,
    drawn,
    note: note('bootstrap-undercovers')
  }
}
