/** The sizes that the planner looks at (planning model §1): 400 points, log-spaced, plus every required size. */
import type { RunModel } from '../run'
import { sizeForScale } from '../sizeFor'
import { requiredScale } from './belief'
import { isNoAnswer } from '../../../shared/notes'
import type { Wanted } from './requiredSize'

export const GRID_POINTS = 400
/** Beyond the size at which every target is this close to its ceiling a larger run costs more and reaches nothing: at most this share of the benefits is missed. */
const SATURATED = 1e-4

export interface Span {
  from: number
  to: number
}

/**
 * From a quarter of the smallest required size to the largest feasible single run, or to the size at which nothing more can be reached where limits are looser than that.
 * Null without targets that have a size, or when no run is feasible.
 */
export function spanOf(model: RunModel, wanted: readonly Wanted[], largestFeasible: number): Span | null {
  const required = wanted.flatMap((w) => referenceSize(model, w) ?? [])
  if (required.length === 0 || !(largestFeasible > 0)) return null
  const saturated = Math.max(...wanted.map((w) => saturatedSize(model, w)), ...required)
  const to = Math.min(largestFeasible, saturated)
  // Limits so tight that not even a quarter is feasible: what little can be reached below them is still looked at.
  return { from: Math.min(Math.min(...required) / 4, to / 4), to }
}

/** Log-spaced sizes over the span with every required size inside it, strictly increasing. */
export function sizeGrid({ from, to }: Span, wanted: readonly Wanted[]): Float64Array {
  const step = Math.log(to / from) / (GRID_POINTS - 1)
  const sizes = Array.from({ length: GRID_POINTS }, (_, j) => (j === GRID_POINTS - 1 ? to : from * Math.exp(j * step)))
  for (const { N } of wanted) if (N !== null && N > from && N < to) sizes.push(N)
  sizes.sort((a, b) => a - b)
  return Float64Array.from(sizes.filter((N, j) => j === 0 || N > sizes[j - 1]!))
}

/** The required size; for a target without one, the size half-way between its floor and its ceiling. */
function referenceSize(model: RunModel, { target, belief, N }: Wanted): number | null {
  if (N !== null) return N
  return sizeAt(model, target.axis, requiredScale(belief, (belief.floor + belief.ceiling) / 2))
}

function saturatedSize(model: RunModel, { target, belief }: Wanted): number {
  return sizeAt(model, target.axis, requiredScale(belief, belief.ceiling - SATURATED * (belief.ceiling - belief.floor))) ?? 0
}

function sizeAt(model: RunModel, axis: Wanted['target']['axis'], scale: ReturnType<typeof requiredScale>): number | null {
  if (isNoAnswer(scale) || scale <= 0) return null
  const N = sizeForScale(model, axis, scale)
  return typeof N === 'number' ? N : null
}
