/** First step from compute to score: loss as a function of C, in three forms, each by least squares. */
import { fitLine } from '../numeric/line'
import { leastSquares } from '../numeric/leastSquares'

export const LOSS_FORMS = ['power', 'power-offset', 'log-linear'] as const
export type LossForm = (typeof LOSS_FORMS)[number]

export interface ComputeToLoss {
  form: LossForm
  /** power: A, a. power-offset: E, A, a. log-linear: b0, b1. A belongs to C in FLOP. */
  constants: Record<string, number>
  /** Loss at C FLOP. */
  at: (C: number) => number
  /** Root of the mean squared residual, in units of the loss. */
  rmse: number
}

export interface ComputeLoss {
  C: number
  loss: number
}

/**
 * `power`        L = A·C^−a, least squares in ln L (Kaplan et al. 2020, eq. 1.3).
 * `power-offset` L = E + A·C^−a with E ≥ 0, least squares in ln L (Henighan et al. 2020).
 * `log-linear`   NLL = b0 + b1·ln C, least squares in L (Grattafiori et al. 2024, section 3.2.1, up to 1e22 FLOP); falls below 0 in the end.
 * Null with too few points for the form: two different C, four for `power-offset`. C and loss above 0.
 */
export function fitComputeToLoss(points: readonly ComputeLoss[], form: LossForm): ComputeToLoss | null {
  const lnC = points.map(({ C }) => Math.log(C))
  const loss = points.map((p) => p.loss)
  const lnL = loss.map((v) => Math.log(v))
  const model = form === 'log-linear' ? logLinear(lnC, loss) : form === 'power' ? power(lnC, lnL) : powerOffset(lnC, lnL)
  if (model === null) return null
  const rmse = Math.sqrt(points.reduce((sum, p) => sum + (model.at(p.C) - p.loss) ** 2, 0) / points.length)
  return { form, ...model, rmse }
}

type Model = Pick<ComputeToLoss, 'constants' | 'at'>

function logLinear(lnC: number[], loss: number[]): Model | null {
  const line = fitLine(lnC, loss)
  return line && { constants: { b0: line.intercept, b1: line.slope }, at: (C) => line.intercept + line.slope * Math.log(C) }
}

function power(lnC: number[], lnL: number[]): Model | null {
  const line = fitLine(lnC, lnL)
  return line && { constants: { A: Math.exp(line.intercept), a: -line.slope }, at: (C) => Math.exp(line.intercept + line.slope * Math.log(C)) }
}

/** From several offsets, each with its straight line in ln(L − E); the best descent is kept. Where the best offset is below 0 it is held at 0. */
function powerOffset(lnC: number[], lnL: number[]): Model | null {
  if (new Set(lnC).size < 4) return null
  const middle = lnC.reduce((sum, v) => sum + v, 0) / lnC.length
  const x = lnC.map((v) => v - middle)
  const least = Math.exp(Math.min(...lnL))
  // ln(E + e^(u − a·x)) − ln L, parameters E, u, a.
  const residuals = ([E, u, a]: readonly number[]) => {
    const terms = x.map((v) => Math.exp(u! - a! * v))
    return {
      value: terms.map((term, i) => Math.log(E! + term) - lnL[i]!),
      slope: terms.map((term, i) => [1 / (E! + term), term / (E! + term), (-x[i]! * term) / (E! + term)])
    }
  }
  const starts = [0.1, 0.5, 0.8, 0.95].flatMap((share) => {
    const E = share * least
    const line = fitLine(
      x,
      lnL.map((v) => Math.log(Math.exp(v) - E))
    )
    return line === null ? [] : [[E, line.intercept, -line.slope]]
  })
  const best = starts
    .map((start) => leastSquares(residuals, start))
    .filter((fit) => fit !== null)
    .sort((p, q) => p.sumSquares - q.sumSquares)[0]
  if (best === undefined) return null
  const [E, u, a] = best.parameters
  if (!(E! >= 0)) {
    const plain = power(lnC, lnL)
    return plain && { constants: { E: 0, ...plain.constants }, at: plain.at }
  }
  return { constants: { E: E!, A: Math.exp(u! + a! * middle), a: a! }, at: (C) => E! + Math.exp(u! - a! * (Math.log(C) - middle)) }
}
