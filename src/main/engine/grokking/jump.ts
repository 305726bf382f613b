/** How sharp generalisation is: a logistic curve in the logarithm of the step. */
import { leastSquares } from '../numeric/leastSquares'
import type { CurveRecord } from './curve'

export interface Jump {
  /** Step of half the rise. */
  middleStep: number
  /** Decades of steps from 10 % to 90 % of the rise: lg 81/k. */
  widthDecades: number
  /** False when fewer than two records lie on the rise, or no single rise fits: the width is then that from the last record at its foot to the next at its top, an upper bound. */
  resolved: boolean
  /** Root of the mean squared residual of the fitted curve, in units of accuracy; null where the rise is not resolved. */
  rmse: number | null
}

/** Most records that the curve is fitted to. */
const FITTED = 2000

/** Validation = low + (high − low)/(1 + (s/middle)^−k), least squares over the records; those at step 0 are left out. Null when validation does not rise over them. */
export function jumpWidth(records: readonly CurveRecord[]): Jump | null {
  const points = records.filter(({ step }) => step > 0)
  const x = points.map(({ step }) => Math.log(step))
  const y = points.map(({ validation }) => validation)
  const low = y.reduce((a, b) => Math.min(a, b), Infinity)
  const high = y.reduce((a, b) => Math.max(a, b), -Infinity)
  const share = y.map((value) => (value - low) / (high - low))
  // The last record at the foot of the rise, and the first at its top after that.
  const foot = share.findLastIndex((value) => value <= 0.1)
  const top = share.findIndex((value, i) => i > foot && value >= 0.9)
  if (!(high > low) || foot < 0 || top < 0) return null
  const middle = (x[foot]! + x[top]!) / 2
  const bound = { middleStep: Math.exp(middle), widthDecades: (x[top]! - x[foot]!) / Math.LN10, resolved: false, rmse: null }
  if (top - foot <= 2) return bound
  // Of a very long record every so many points are enough.
  const every = Math.ceil(x.length / FITTED)
  const kept = <T>(values: readonly T[]): T[] => values.filter((_, i) => i % every === 0)
  const fit = fitLogistic(kept(x), kept(y), low, high, middle)
  const [, , centre, k] = fit?.parameters ?? []
  const sound = fit !== undefined && k! > 0 && centre! >= x[0]! && centre! <= x[x.length - 1]!
  return sound ? { middleStep: Math.exp(centre!), widthDecades: Math.log10(81) / k!, resolved: true, rmse: Math.sqrt(fit.sumSquares / kept(x).length) } : bound
}

/** Foot, top, ln middle and k, from several slopes. */
function fitLogistic(x: readonly number[], y: readonly number[], low: number, high: number, middle: number) {
  const residuals = ([a, b, m, k]: readonly number[]) => {
    const shares = x.map((v) => 1 / (1 + Math.exp(-k! * (v - m!))))
    return {
      value: shares.map((s, i) => a! + (b! - a!) * s - y[i]!),
      slope: shares.map((s, i) => {
        const steep = (b! - a!) * s * (1 - s)
        return [1 - s, s, -steep * k!, steep * (x[i]! - m!)]
      })
    }
  }
  return [2, 8, 32, 128]
    .map((k) => leastSquares(residuals, [low, high, middle, k]))
    .filter((fit) => fit !== null)
    .sort((p, q) => p.sumSquares - q.sumSquares)[0]
}
