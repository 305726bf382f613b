/** N or C: which scale the scores follow more closely, on the rows that have both. */
import { note, type Note } from '../../../shared/notes'
import { bestFit } from './bestFit'
import { boxOf } from './box'
import { described } from './described'
import type { Series } from './observations'
import { responseOf, scoreUnit } from './response'
import { SHAPES } from './shapes'

export interface ScaleComparison {
  /** Root mean squared error of the fit on each scale, in the metric's unit: Weibull, floor and ceiling free, least squares. */
  rmse: { N: number; C: number }
  /** rmse.N/rmse.C: above 1 the fit on C is better. */
  ratio: number
  better: 'N' | 'C'
  rows: number
  note: Note
}

/** Null below five sizes on either scale. */
export function compareScales(series: Series): ScaleComparison | null {
  const points = series.points.filter(({ N, C }) => N !== null && C !== null)
  const on = (scale: 'N' | 'C'): number | null => {
    if (new Set(points.map((point) => point[scale])).size < 5) return null
    const axis = { scale, perLog: 1 }
    const rows = points.map((point) => ({ ...point, x: point[scale]!, n: null })).sort((a, b) => a.x - b.x || a.score - b.score)
    const { response } = responseOf({ ...series, scale, points: rows }, axis)
    const fit = bestFit(response, SHAPES.weibull, boxOf(response, SHAPES.weibull, { floor: 'free', ceiling: 'free' }))
    return described(response, fit, axis, scoreUnit(series.metric)).rmse
  }
  const [N, C] = [on('N'), on('C')]
  if (N === null || C === null || !(C > 0) || !(N > 0)) return null
  const better = N < C ? 'N' : 'C'
  return {
    rmse: { N, C },
    ratio: N / C,
    better,
    rows: points.length,
    note: note('scales-compared', { better, other: better === 'N' ? 'C' : 'N', ratio: Math.max(N / C, C / N), rmseN: N, rmseC: C })
  }
}
