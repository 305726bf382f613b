/** Exact match from measured per-token accuracies: one point a size, and a word on what was averaged or falls. */
import { noAnswer, note } from '../../../shared/notes'
import type { NoAnswer, Note } from '../../../shared/notes'
import { exactMatchCurve, measuredEntropy } from './exactMatch'
import type { ExactMatchCurve } from './exactMatch'

export interface Accuracy {
  row: number
  N: number
  p: number
}

/** Curves through the accuracies (`rows` in ascending order of N), at the measured sizes; two different sizes are needed. */
export function exactMatchOfMeasured(rows: readonly Accuracy[], lengths: readonly number[]): { curves: ExactMatchCurve[]; notes: Note[] } | NoAnswer {
  const { points, notes } = accuracyPoints(rows)
  if (points.length < 2) return noAnswer('underdetermined', 'exact-match-too-few', { rows: points.length })
  const entropy = measuredEntropy(points)
  const sizes = points.map(({ N }) => N)
  const least = Math.min(...sizes.map(entropy.at))
  return { curves: lengths.map((length) => exactMatchCurve(entropy, least, sizes, length)), notes: [note('exact-match-independent'), ...notes] }
}

/** Sizes given several times count with their mean. */
function accuracyPoints(rows: readonly Accuracy[]): { points: { N: number; p: number }[]; notes: Note[] } {
  const groups: Accuracy[][] = []
  for (const one of rows) {
    const last = groups[groups.length - 1]
    if (last?.[0]!.N === one.N) last.push(one)
    else groups.push([one])
  }
  const points = groups.map((group) => ({ N: group[0]!.N, p: group.reduce((sum, { p }) => sum + p, 0) / group.length }))
  const repeated = groups.flatMap((group) => [...group].sort((a, b) => a.row - b.row).slice(1))
  const fall = points.findIndex((point, k) => k > 0 && point.p < points[k - 1]!.p)
  return {
    points,
    notes: [
      ...repeated.map(({ row, N }) => note('exact-match-repeated', { row, N })),
      ...(fall > 0 ? [note('exact-match-falls', { from: points[fall - 1]!.N, to: points[fall]!.N })] : [])
    ]
  }
}
