/** The sizes that the planner looks at (docs/model.md, Run): 400 points, log-spaced, plus every required size. */
import type { NoAnswer } from '../../../shared/notes'
import { isNoAnswer } from '../../../shared/notes'
import { linkOf } from '../links/registry'
import { normalQuantile } from '../numeric/normal'
import type { RunModel } from '../run'
import { sizeForScale } from '../sizeFor'
import { lnCriticalAt, requiredScale } from './belief'
import type { Observed } from './observed'
import { computable, type Wanted } from './requiredSize'

export const GRID_POINTS = 400
/** Beyond the size at which every target is this close to its ceiling a larger run costs more and reaches nothing: at most this share of the benefits is missed. */
const SATURATED = 1e-4
const SATURATED_SCORE = normalQuantile(1 - SATURATED / 2)

/** Sizes beyond the largest feasible one that are kept so that "which limit stops a better path" can be answered; no limit lets them into a path. */
const BEYOND_POINTS = 48

export interface Span {
  from: number
  /** Largest feasible single run. */
  to: number
  /** Largest size at which anything can be gained, limits aside; at least `to`. */
  beyond: number
}

/**
 * From a quarter of the smallest required size to the largest feasible single run, or to the size at which nothing more can be reached where limits are looser than that.
 * Null without targets that have a size, or when no run is feasible.
 */
export function spanOf(model: RunModel, wanted: readonly Wanted[], largestFeasible: number, observed: Observed | null): Span | null {
  // What finished runs have settled needs no size.
  const open = wanted.flatMap((w, i) => (observed !== null && observed.states[i] !== 'open' ? [] : [{ w, i }]))
  const required = open.flatMap(({ w, i }) => referenceSize(model, w, observed, i) ?? [])
  if (required.length === 0 || !(largestFeasible > 0)) return null
  const saturated = Math.max(...open.map(({ w, i }) => (observed === null ? saturatedSize(model, w) : saturatedGiven(model, w, observed, i))), ...required)
  const to = Math.min(largestFeasible, saturated)
  // Limits so tight that not even a quarter is feasible: what little can be reached below them is still looked at.
  return { from: Math.min(Math.min(...required) / 4, to / 4), to, beyond: saturated }
}

/** Log-spaced sizes over the span, those beyond it, and every required size; strictly increasing. */
export function sizeGrid({ from, to, beyond }: Span, wanted: readonly Wanted[]): Float64Array {
  const sizes = [...logSpaced(from, to, GRID_POINTS), ...(beyond > to ? logSpaced(to, beyond, BEYOND_POINTS) : []), ...wanted.flatMap(({ N }) => N ?? [])]
  sizes.sort((a, b) => a - b)
  return Float64Array.from(sizes.filter((N, j) => j === 0 || N > sizes[j - 1]!))
}

/** The same without the sizes beyond: enough for the best path, which never has one of them. */
export const feasibleGrid = (span: Span, wanted: readonly Wanted[]): Float64Array => sizeGrid({ ...span, beyond: span.to }, wanted)

/** `points` values from one end to the other, both exact. */
export function logSpaced(from: number, to: number, points: number): number[] {
  const step = Math.log(to / from) / (points - 1)
  return Array.from({ length: points }, (_, j) => (j === 0 ? from : j === points - 1 ? to : from * Math.exp(j * step)))
}

/** The required size; for a target without one, the size half-way between its floor and its ceiling. */
function referenceSize(model: RunModel, { target, belief, N }: Wanted, observed: Observed | null, i: number): number | null {
  if (N !== null) return N
  return sizeAt(model, target.axis, observed?.requiredScale(i, observed.ceiling(i) / 2) ?? requiredScale(belief, (belief.floor + belief.ceiling) / 2))
}

/** The same with beliefs that finished runs have moved. */
function saturatedGiven(model: RunModel, { target }: Wanted, observed: Observed, i: number): number {
  return sizeAt(model, target.axis, observed.requiredScale(i, observed.ceiling(i) * (1 - SATURATED))) ?? 0
}

/** Where F̄ is that close to its ceiling at the latest: half of the share for the critical scale's upper tail, half for the link above it. */
function saturatedSize(model: RunModel, { target, belief }: Wanted): number {
  const { link, steepness, spreads } = belief
  const top = 1 - SATURATED / 2
  const above = spreads === null ? Math.log(linkOf(link).ratioAt(top, steepness)) : Math.max(spreads.scale.lnRatioAt(top), spreads.half.lnRatioAt(top))
  const lnScale = lnCriticalAt(belief, SATURATED_SCORE) + above
  return sizeAt(model, target.axis, Math.exp(Math.min(lnScale, 700))) ?? 0
}

function sizeAt(model: RunModel, axis: Wanted['target']['axis'], scale: number | NoAnswer): number | null {
  if (isNoAnswer(scale) || scale <= 0) return null
  const N = sizeForScale(model, axis, scale)
  return typeof N === 'number' && computable(model, N) ? N : null
}
