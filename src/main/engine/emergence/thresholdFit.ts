/** A threshold from measured scores: critical scale, steepness, floor and ceiling of a link, with profile-likelihood intervals. */
import { bestFit } from './bestFit'
import { boxOf, freeCount, PARAMETERS, type Ends, type Parameter } from './box'
import { aiccOf } from './criterion'
import { climb, type CurveFit } from './curveFit'
import { dispersionOf, familyEffect, type Dispersion } from './dispersion'
import { pooled } from './pooled'
import { allowance, profileOf, type Interval } from './profile'
import type { Response } from './response'
import type { Shape } from './shapes'

export interface ThresholdFit {
  fit: CurveFit
  dispersion: Dispersion | null
  /** By how much families widen the intervals; null below three families. */
  families: { families: number; effect: number } | null
  /** Of z_c, ln α, floor and ceiling, the last two within the metric's range; null where the scatter cannot be told from the curve. */
  intervals: Record<Parameter, Interval> | null
  aicc: number | null
}

/** How often a profile may send the search back with a better fit before it is taken as it is. */
const RESTARTS = 5

export function fitThreshold(response: Response, shape: Shape, ends: Ends, level: number, families: readonly (string | null)[] = []): ThresholdFit {
  const box = boxOf(response, shape, ends)
  let fit = bestFit(response, shape, box)
  for (let round = 0; ; round++) {
    const dispersion = dispersionOf(response, fit)
    const effect = dispersion === null ? null : familyEffect(response, fit, families, dispersion.phi)
    const aicc = aiccOf(response, fit.objective, freeCount(box), dispersion)
    if (dispersion === null) return { fit, dispersion, families: effect, intervals: null, aicc }
    // Fits without residuals still have those of rounding.
    const phi = response.noise === 'gaussian' ? Math.max(dispersion.phi, response.rounding ** 2) : dispersion.phi
    const allowed = allowance({ ...dispersion, phi }, level, effect)
    const profiles = PARAMETERS.map((parameter) => profileOf(response, fit, parameter, allowed))
    const better = profiles.find((profile) => profile.better !== null)?.better
    if (better === undefined || better === null || round === RESTARTS) {
      const [critical, steepness, floor, ceiling] = profiles.map(({ interval }) => interval) as [Interval, Interval, Interval, Interval]
      const within = ([low, high]: Interval): Interval => (response.bounded ? [low ?? 0, high ?? 1] : [low, high])
      const intervals = { critical, steepness, floor: within(floor), ceiling: within(ceiling) }
      return { fit, dispersion, families: effect, intervals, aicc }
    }
    fit = climb(pooled(response), shape, box, better)
  }
}
