/** Profile-likelihood intervals: how far a parameter can move before the best fit with it held there is worse than the data allow. */
import { normalQuantile } from '../numeric/normal'
import { findRoot } from '../numeric/root'
import { studentQuantile } from '../numeric/studentT'
import { PARAMETERS, type Parameter } from './box'
import { climb, localAt, localOf, type CurveData, type CurveFit, type Local } from './curveFit'
import type { Dispersion } from './dispersion'
import { pooled } from './pooled'

/** Ends of an interval in the parameter as fitted (z_c, ln α, y); null where the data do not bound it. */
export type Interval = [low: number | null, high: number | null]

/**
 * Objective above its least that a level allows: φ·z² with known scatter, φ·t² with scatter estimated from as many degrees of freedom
 * (Venzon & Moolgavkar 1988; Bates & Watts 1988, section 6.1 for the t form).
 */
export function allowance({ phi, degrees }: Dispersion, level: number, familyEffect: { families: number; effect: number } | null): number {
  const p = 0.5 + level / 2
  const least = Math.min(degrees, familyEffect === null ? Infinity : familyEffect.families - 1)
  const quantile = least === Infinity ? normalQuantile(p) : studentQuantile(p, least)
  return phi * (familyEffect?.effect ?? 1) * quantile ** 2
}

export interface Profile {
  interval: Interval
  /** Where the profile met a better fit than the one it started from, if it did: the search begins again from there. */
  better: Float64Array | null
}

/** The interval of one parameter at which the objective rises by `allowed`; that of a held parameter is its value. */
export function profileOf(rows: CurveData, fit: CurveFit, parameter: Parameter, allowed: number): Profile {
  const at = PARAMETERS.indexOf(parameter)
  if (!(fit.box.low[at]! < fit.box.high[at]!)) return { interval: [fit.theta[at]!, fit.theta[at]!], better: null }
  const data = pooled(rows)
  const local = localOf(data.z.length)
  const found: { better: Float64Array | null; objective: number } = { better: null, objective: fit.objective }
  return { interval: [endOf(data, fit, at, allowed, -1, local, found), endOf(data, fit, at, allowed, 1, local, found)], better: found.better }
}

function endOf(
  data: CurveData,
  { shape, box, theta, objective }: CurveFit,
  at: number,
  allowed: number,
  side: 1 | -1,
  local: Local,
  found: { better: Float64Array | null; objective: number }
): number | null {
  const limit = side > 0 ? box.high[at]! : box.low[at]!
  const best = theta[at]!
  if (best === limit) return null
  let warm = theta
  // Each place is asked once: from another start the search might end a little elsewhere, and the bracket would not hold.
  const known = new Map<number, number>([[best, -Math.sqrt(allowed)]])
  /** √rise − √allowed: nearly linear in the parameter, so that Brent's method needs few steps. */
  const excess = (value: number): number => {
    const before = known.get(value)
    if (before !== undefined) return before
    const held = { low: box.low.with(at, value), high: box.high.with(at, value) }
    const there = climb(data, shape, held, warm, local)
    if (there.objective < found.objective - 1e-9 * Math.max(objective, allowed)) {
      found.better = there.theta
      found.objective = there.objective
    }
    warm = there.theta
    const result = Math.sqrt(Math.max(0, there.objective - objective)) - Math.sqrt(allowed)
    known.set(value, result)
    return result
  }
  let near = best
  let step = firstStep(data, { shape, theta, box }, at, allowed, local)
  for (;;) {
    const far = side > 0 ? Math.min(limit, near + step) : Math.max(limit, near - step)
    if (excess(far) >= 0) return findRoot(excess, near < far ? { low: near, high: far } : { low: far, high: near }, 1e-7 * step)
    if (far === limit) return null
    near = far
    step *= 2
  }
}

/** As far as a parabola would reach with the other parameters as they are: √(allowed/information). */
function firstStep(data: CurveData, { shape, theta, box }: Pick<CurveFit, 'shape' | 'theta' | 'box'>, at: number, allowed: number, local: Local): number {
  localAt(data, shape, theta, local)
  const information = local.information[at * PARAMETERS.length + at]!
  const range = box.high[at]! - box.low[at]!
  return Math.min(range / 4, Math.max(Math.sqrt(allowed / Math.max(information, 1e-300)), range * 1e-6))
}
