/** The curve of a series: one score a size, from the smallest to the largest capability. */
import { note, type Note } from '../../../shared/notes'
import { normalQuantile } from '../numeric/normal'
import type { Point, Series } from './observations'
import { MOST_SIZES } from './pooled'

export interface CurvePoint {
  x: number
  /** Mean score of the rows of this size, weighted by their items where all have them. */
  score: number
  /** Items behind it in all; null where a row does not say. */
  n: number | null
  /** 90 % interval of the score, in its own unit; null without items and without a reported error. */
  interval: { low: number; high: number; method: 'wilson' | 'reported' } | null
  rows: number
}

/** Sizes in order of capability: rising N or C, falling loss. Equal sizes are averaged, and the note says how many. */
export function curveOf({ points, scale, metric }: Series): { curve: CurvePoint[]; notes: Note[] } {
  const sizes = new Map<number, Point[]>()
  for (const point of points) {
    const same = sizes.get(point.x)
    if (same === undefined) sizes.set(point.x, [point])
    else same.push(point)
  }
  const curve = [...sizes].map(([x, rows]) => {
    const items = rows.every(({ n }) => n !== null) ? rows.map(({ n }) => n!) : null
    const weights = items ?? rows.map(() => 1)
    const total = sum(weights)
    const score = sum(rows.map((row, i) => row.score * weights[i]!)) / total
    const n = items === null ? null : total
    const share = metric.kind === 'discontinuous' && metric.worst !== null && metric.best !== null ? { worst: metric.worst, best: metric.best } : null
    return { x, score, n, interval: intervalOf(score, n, share, rows), rows: rows.length }
  })
  curve.sort((a, b) => (scale === 'loss' ? b.x - a.x : a.x - b.x))
  const repeated = curve.filter(({ rows }) => rows > 1)
  const notes = [
    ...(repeated.length === 0 ? [] : [note('sizes-repeated', { sizes: repeated.length, rows: sum(repeated.map(({ rows }) => rows)) })]),
    ...(curve.length > MOST_SIZES ? [note('sizes-merged', { sizes: curve.length, most: MOST_SIZES })] : [])
  ]
  return { curve, notes }
}

const Z90 = normalQuantile(0.95)

/** Wilson's interval (1927) for right answers out of n, which stays inside the range and does not vanish at 0 or 1; else score ± 1.645 reported standard errors. */
function intervalOf(score: number, n: number | null, share: { worst: number; best: number } | null, rows: readonly Point[]): CurvePoint['interval'] {
  if (share !== null && n !== null) {
    const span = share.best - share.worst
    const p = (score - share.worst) / span
    const centre = (p + Z90 ** 2 / (2 * n)) / (1 + Z90 ** 2 / n)
    const half = (Z90 / (1 + Z90 ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + (Z90 / (2 * n)) ** 2)
    const ends = [share.worst + span * (centre - half), share.worst + span * (centre + half)]
    return { low: Math.min(...ends), high: Math.max(...ends), method: 'wilson' }
  }
  if (rows.some(({ stderr }) => stderr === null)) return null
  const error = Math.sqrt(sum(rows.map(({ stderr }) => stderr! ** 2))) / rows.length
  return { low: score - Z90 * error, high: score + Z90 * error, method: 'reported' }
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0)
