/** Do the scores rise with scale at all, do they fall, or is there nothing but scatter? */
import { isNoAnswer } from '../../../shared/notes'
import type { RandomStream } from '../numeric/random'
import { bestFit } from './bestFit'
import { boxOf, type Ends } from './box'
import { constantOf } from './constant'
import { FAIR, type CurveData } from './curveFit'
import { endsFor } from './ends'
import { pooled } from './pooled'
import { bootstrapP, deviationOf, minusTwoLogL } from './replicates'
import type { Response } from './response'
import { SHAPES } from './shapes'

export type Trend = 'rising' | 'flat' | 'falling'

const TREND_BELOW = 0.05
/** The straight line alone settles it below this p-value. */
const CLEAR_BELOW = 0.01
/** Its random streams are numbered from here, apart from those of the other tests. */
export const TREND_STREAMS = 1_000_000
/** Enough to tell 5 %. */
const REPLICATES = 199

/**
 * By the straight line's slope (in y) where its p-value is below 1 %; else by a parametric bootstrap of a constant against the best logistic, which also sees a jump at
 * the last size that a line misses. A falling curve is judged as its mirror image.
 */
export function trendOf(response: Response, ends: Ends, line: { slope: number; p: number }, sizes: number, stream: (i: number) => RandomStream): Trend {
  const direction = line.slope > 0 ? 'rising' : 'falling'
  if (line.p < CLEAR_BELOW) return direction
  if (direction === 'rising') return curveBeatsConstant(response, ends, stream) ? 'rising' : 'flat'
  const mirrored = { ...response, y: response.y.map((y) => (response.bounded ? 1 - y : -y)), chance: null }
  const turned = endsFor(mirrored, sizes)
  return !isNoAnswer(turned) && curveBeatsConstant(mirrored, turned.ends, stream) ? 'falling' : 'flat'
}

function curveBeatsConstant(response: Response, ends: Ends, stream: (i: number) => RandomStream): boolean {
  const box = boxOf(response, SHAPES.logistic, ends)
  const measuredData = pooled(response)
  const ratioOf = (data: CurveData): number => {
    const curve = bestFit(data, SHAPES.logistic, box, FAIR)
    const twice = (objective: number): number => minusTwoLogL(data, objective, response.rounding)
    return twice(constantOf(data).objective) - twice(curve.objective)
  }
  const measured = ratioOf(measuredData)
  if (measured <= 0) return false
  const { mean, objective } = constantOf(measuredData)
  const means = measuredData.y.map(() => mean)
  const deviation = deviationOf(measuredData, objective, 1, response.rounding)
  return bootstrapP(measuredData, { means, deviation }, (drawn) => ratioOf(drawn) >= measured, stream, REPLICATES).p < TREND_BELOW
}
