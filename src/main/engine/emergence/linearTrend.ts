/** The source's statistical test: a straight line in the logarithm of the scale, its residuals, and what an effect size says there. */
import { noAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import { fitLine } from '../numeric/line'
import { studentProbability } from '../numeric/studentT'
import type { CurvePoint } from './curve'
import { effectBound, STRENGTH } from './effectSize'
import type { Series } from './observations'
import { zOf, type Axis } from './scale'

const LEAST_SQUARES = 1e-200
const MOST_BOUNDED = 1000

export interface LinearTrend {
  /** Score per decade of the scale, and its p-value against no slope (Student's t with sizes − 2 degrees of freedom). */
  slopePerDecade: number
  p: number
  rSquared: number
  /** Score minus line, from the smallest size. */
  residuals: number[]
  /** Signs of the residuals that are more than a tenth of the largest: "+−+" convex, "−+−" concave, "+−+−" a step. */
  pattern: 'convex' | 'concave' | 'step' | 'other'
  /** max|residual|/sd(score), population standard deviation; the source calls it strong above 1.5 and weak below 0.5. */
  effectSize: number
  strength: 'strong' | 'medium' | 'weak'
  /** Largest effect size of any monotone curve over these sizes; null for more than 1,000, where it is far above anything the source asks for and slow to work out. */
  effectBound: number | null
  /** The slope over all rows with standard errors that allow for families (Liang & Zeger 1986, with G/(G − 1)); null below three families. */
  clustered: { families: number; slopePerDecade: number; standardError: number; p: number } | null
  notes: Note[]
}

/** Over the curve's sizes, each counted once as the source does. Needs three sizes and scores that are not all the same. */
export function linearTrend(curve: readonly CurvePoint[], series: Series, axis: Axis): LinearTrend | NoAnswer {
  if (curve.length < 3) return noAnswer('underdetermined', 'trend-needs-sizes', { sizes: curve.length })
  const z = curve.map(({ x }) => zOf(axis, x))
  const scores = curve.map(({ score }) => score)
  const n = scores.length
  const meanScore = scores.reduce((sum, s) => sum + s, 0) / n
  const total = scores.reduce((sum, s) => sum + (s - meanScore) ** 2, 0)
  // Also when they differ by rounding alone, or by less than a square can hold.
  const rounding = n * (1e-12 * Math.max(...scores.map(Math.abs))) ** 2
  if (!(total > Math.max(rounding, LEAST_SQUARES))) return noAnswer('underdetermined', 'scores-constant', { score: scores[0]! })
  const line = fitLine(z, scores)!
  const residuals = scores.map((s, i) => s - meanScore - line.slope * (z[i]! - line.meanX))
  const effectSize = Math.max(...residuals.map(Math.abs)) / Math.sqrt(total / n)
  const bound = n <= MOST_BOUNDED ? effectBound(z) : null
  const t = line.slope / Math.sqrt(line.sumSquares / (n - 2) / line.sumSquaresX)
  return {
    slopePerDecade: line.slope * Math.LN10,
    p: Number.isFinite(t) ? 2 * studentProbability(-Math.abs(t), n - 2) : 0,
    rSquared: Math.max(0, 1 - line.sumSquares / total),
    residuals,
    pattern: patternOf(residuals),
    effectSize,
    strength: effectSize > STRENGTH.strong ? 'strong' : effectSize < STRENGTH.weak ? 'weak' : 'medium',
    effectBound: bound,
    clustered: clusteredSlope(series, axis),
    notes: bound !== null && bound <= STRENGTH.strong ? [note('effect-out-of-reach', { bound, sizes: n, strong: STRENGTH.strong })] : []
  }
}

function patternOf(residuals: readonly number[]): LinearTrend['pattern'] {
  const largest = Math.max(...residuals.map(Math.abs))
  const signs = residuals.filter((r) => Math.abs(r) > largest / 10).map((r) => (r > 0 ? '+' : '-'))
  const turns = signs.filter((sign, i) => sign !== signs[i - 1]).join('')
  return turns === '+-+' ? 'convex' : turns === '-+-' ? 'concave' : turns === '+-+-' ? 'step' : 'other'
}

function clusteredSlope({ points }: Series, axis: Axis): LinearTrend['clustered'] {
  const families = new Set(points.map(({ family }) => family))
  if (families.has(null) || families.size < 3) return null
  const z = points.map(({ x }) => zOf(axis, x))
  const line = fitLine(
    z,
    points.map(({ score }) => score)
  )
  if (line === null) return null
  const sums = new Map<string, number>()
  points.forEach(({ family, score }, i) => {
    const residual = score - line.intercept - line.slope * z[i]!
    sums.set(family!, (sums.get(family!) ?? 0) + (z[i]! - line.meanX) * residual)
  })
  const G = families.size
  const variance = ((G / (G - 1)) * [...sums.values()].reduce((sum, s) => sum + s * s, 0)) / line.sumSquaresX ** 2
  const standardError = Math.sqrt(variance)
  const t = line.slope / standardError
  return {
    families: G,
    slopePerDecade: line.slope * Math.LN10,
    standardError: standardError * Math.LN10,
    p: Number.isFinite(t) ? 2 * studentProbability(-Math.abs(t), G - 1) : 0
  }
}
