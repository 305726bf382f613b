/**
 * The scale at which a task will emerge, from scales at which similar tasks did. `property` is whatever number orders the tasks by what they ask for (steps, digits,
 * operands); `threshold` is a scale in one unit, parameters by default, and the answer is in the same.
 * Three methods, the first that the observations allow: a line between observations of the same task; a regression of ln threshold over all; a power law without data.
 */
import type { Note } from '../../../shared/notes'
import { note } from '../../../shared/notes'
import { fitLine, predictionDeviation } from '../numeric/line'
import { studentQuantile } from '../numeric/studentT'

/** Emergence counts from here on (the criterion P > 0.5). */
const EMERGED = 0.5

export interface KnownThreshold {
  /** Row of the question, from 1. */
  row: number
  task: string
  property: number
  threshold: number
  performance: number | null
  reached: boolean | null
}

export type ThresholdMethod = 'interpolated' | 'extrapolated' | 'regression' | 'power-law'

export interface ThresholdPrediction {
  threshold: number
  /** Prediction interval of a new task's threshold at `level`; null where the method knows no scatter. */
  interval: { low: number; high: number; level: number } | null
  method: ThresholdMethod
  /** Rows that the number rests on. */
  usedRows: number[]
  /** What the source's regression of raw sizes gives: it can be below 0. Null where the rows allow none. */
  sourceRegression: { threshold: number; negative: boolean } | null
  notes: Note[]
}

/** `level` is the coverage of the interval, 0.9 for a 90 % range. Property is 0 or above; null when no method gives a scale above 0: property 0 without data, or beyond the range of numbers. */
export function predictThreshold(known: readonly KnownThreshold[], asked: { task: string; property: number }, level: number): ThresholdPrediction | null {
  const reached = known.filter(isReached)
  const same = reached.filter(({ task }) => task === asked.task)
  const raw = fitLine(
    reached.map(({ property }) => property),
    reached.map(({ threshold }) => threshold)
  )
  const rawThreshold = raw === null ? null : raw.intercept + raw.slope * asked.property
  const line = alongTheTask(same, asked.property)
  const fallsBelowZero = line !== null && !(line.at(asked.property) > 0)
  const predictor = (line !== null && !fallsBelowZero ? line : null) ?? regression(reached, asked.property, level) ?? powerLaw()
  const threshold = predictor.at(asked.property)
  if (!(threshold > 0 && Number.isFinite(threshold))) return null
  return {
    threshold,
    interval: predictor.interval,
    method: predictor.method,
    usedRows: predictor.rows,
    sourceRegression: rawThreshold === null ? null : { threshold: rawThreshold, negative: rawThreshold <= 0 },
    notes: [
      ...(fallsBelowZero ? [note('threshold-line-below-zero', { task: asked.task, value: line.at(asked.property) })] : []),
      note(`threshold-${predictor.method}`, { rows: predictor.rows.length, task: asked.task }),
      ...(predictor.method === 'regression' && predictor.interval === null ? [note('threshold-no-scatter')] : []),
      ...(rawThreshold !== null && rawThreshold <= 0 ? [note('threshold-raw-negative', { value: rawThreshold })] : []),
      ...known.filter((one) => !isReached(one)).map((one) => aboutUnreached(one, predictor, asked.task))
    ]
  }
}

/** A row without a verdict of its own is judged by its performance, and counts as reached when it has none. */
export const isReached = ({ reached, performance }: Pick<KnownThreshold, 'reached' | 'performance'>): boolean =>
  reached ?? (performance === null || performance > EMERGED)

interface Predictor {
  method: ThresholdMethod
  rows: number[]
  at: (property: number) => number
  interval: ThresholdPrediction['interval']
}

/** Straight lines between observations of one task, and beyond the outermost two; observations of equal property count with their mean. Null below two properties. */
function alongTheTask(same: readonly KnownThreshold[], asked: number): Predictor | null {
  const groups = new Map<number, KnownThreshold[]>()
  for (const one of same) groups.set(one.property, [...(groups.get(one.property) ?? []), one])
  const points = [...groups]
    .map(([x, rows]) => ({ x, y: rows.reduce((sum, { threshold }) => sum + threshold, 0) / rows.length, rows: rows.map(({ row }) => row) }))
    .sort((a, b) => a.x - b.x)
  if (points.length < 2) return null
  const neighbours = (x: number) => {
    const right = Math.min(
      Math.max(
        points.findIndex((p) => p.x >= x),
        1
      ),
      points.length - 1
    )
    const k = x > points[points.length - 1]!.x ? points.length - 1 : right
    return [points[k - 1]!, points[k]!] as const
  }
  const [left, right] = neighbours(asked)
  return {
    method: asked >= points[0]!.x && asked <= points[points.length - 1]!.x ? 'interpolated' : 'extrapolated',
    rows: [...left.rows, ...right.rows].sort((a, b) => a - b),
    at: (x) => {
      const [a, b] = neighbours(x)
      return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
    },
    interval: null
  }
}

/** ln threshold = intercept + slope·property over all observations; the interval is that of a new observation (Student's t with n − 2 degrees of freedom). */
function regression(reached: readonly KnownThreshold[], asked: number, level: number): Predictor | null {
  const line = fitLine(
    reached.map(({ property }) => property),
    reached.map(({ threshold }) => Math.log(threshold))
  )
  if (line === null) return null
  const at = (x: number): number => Math.exp(line.intercept + line.slope * x)
  const deviation = predictionDeviation(line, asked)
  const reach = deviation === null ? null : studentQuantile((1 + level) / 2, line.n - 2) * deviation
  const interval = reach === null ? null : { low: at(asked) * Math.exp(-reach), high: at(asked) * Math.exp(reach), level }
  return {
    method: 'regression',
    rows: reached.map(({ row }) => row),
    at,
    interval: interval !== null && interval.low > 0 && Number.isFinite(interval.high) ? interval : null
  }
}

/** The source's rule without data: 1e10·property^1.5 parameters. */
const powerLaw = (): Predictor => ({ method: 'power-law', rows: [], at: (x) => (x > 0 ? 1e10 * x ** 1.5 : 0), interval: null })

/**
 * A row that did not reach its task is a lower bound of a threshold, not one: it is held against the prediction and otherwise not used. A line between observations of
 * one task says nothing about others.
 */
function aboutUnreached({ row, task, property, threshold }: KnownThreshold, predictor: Predictor, asked: string): Note {
  const applies = predictor.method === 'regression' || predictor.method === 'power-law' || task === asked
  const predicted = predictor.at(property)
  return applies && predicted < threshold
    ? note('threshold-unreached-contradicts', { row, task, tried: threshold, predicted })
    : note('threshold-unreached', { row, task, tried: threshold })
}
