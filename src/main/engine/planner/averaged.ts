/** A link averaged over one log-normal critical scale, without floor and ceiling, as a function of w = scale·(ln x − E ln c): the form in which every link takes its part in F̄ and H. */
import type { LinkId } from '../../../shared/plan/schema'
import { hasOnset, onsetAt, onsetSmoothedExactly, onsetSpan, type OnsetId } from './onset'
import { smoothedExactly, smoothedTable } from './smoothed'
import type { Steepness } from './spread'
import { fromValues, valuePlaces, type Smoothed } from './smoothedTable'

export interface Averaged {
  /** w per unit of ln x. */
  scale: number
  /** Null where the curve has a corner or a jump (an exact figure of a link that has one), or is too narrow to be kept: then only `exactly` knows it. */
  table: Smoothed | null
  /** To about 1e-12. */
  exactly(w: number): number
}

/** A scale that equals the critical one to 12 digits is the critical one: x often comes back from a root or through k·N·D. */
export const SAME = 1e-12

/** F as a function of u = ln(x/c), −∞ for x = 0: the link as it is when c is known. */
export function linkCurve(link: LinkId, steepness: Steepness): (u: number) => number {
  if (typeof steepness !== 'number') return (u) => steepness.at(u)
  if (link === 'step') return (u) => (u >= -SAME ? 1 : 0)
  if (link === 'weibull') return (u) => -Math.expm1(-Math.exp(steepness * u))
  if (link === 'logistic') return (u) => 1 / (1 + 1 / Math.exp(steepness * u))
  return (u) => onsetAt(link, steepness, u)
}

/** The link averaged over ln c ~ N(·, sigma²), sigma ≥ 0. */
export function averaged(link: LinkId, steepness: Steepness, sigma: number): Averaged {
  if (typeof steepness !== 'number') return steepness.averaged(sigma)
  if (hasOnset(link)) return onsetAveraged(link, steepness, sigma)
  if (link !== 'step') return { scale: steepness, table: smoothedTable(link, steepness * sigma), exactly: smoothedExactly(link, steepness * sigma) }
  if (sigma === 0) return { scale: 1, table: null, exactly: linkCurve(link, steepness) }
  return { scale: 1 / sigma, table: smoothedTable(link, 0), exactly: smoothedExactly(link, 0) }
}

function onsetAveraged(link: OnsetId, steepness: number, sigma: number): Averaged {
  if (sigma === 0) return { scale: 1, table: null, exactly: linkCurve(link, steepness) }
  return { scale: 1, table: onsetTable(link, steepness, sigma), exactly: onsetSmoothedExactly(link, steepness, sigma) }
}

/** Steps of a table in deviations of ln c, which is as fast as the averaged curve can turn; and the most steps worth keeping. */
const STEP = 0.05
const MOST_STEPS = 6000

// As in `smoothed.ts`: a pure function of its key, kept for the next answer.
const tables = new Map<string, Smoothed>()
const KEPT = 64

function onsetTable(link: OnsetId, steepness: number, sigma: number): Smoothed | null {
  const [low, high] = onsetSpan(link, steepness, sigma)
  const count = Math.ceil((high - low) / (STEP * sigma))
  if (!(count <= MOST_STEPS)) return null
  const key = `${link} ${steepness} ${sigma}`
  const known = tables.get(key)
  if (known) return known
  const table = fromValues(valuePlaces(low, high, count).map(onsetSmoothedExactly(link, steepness, sigma)), low, high)
  if (tables.size >= KEPT) tables.delete(tables.keys().next().value!)
  tables.set(key, table)
  return table
}
