/** Second step from compute to score: the accuracy sigmoid of a loss (Bhagia et al. 2024, the OLMo ladder, arXiv:2412.04403; Grattafiori et al. 2024 with floor 0, plateau 1). */
import { fitLine } from '../numeric/line'
import { leastSquares } from '../numeric/leastSquares'

export interface LossScore {
  loss: number
  score: number
}

export interface LossToScore {
  /** Score = a/(1 + e^(−k·(L − L0))) + b with a > 0; k < 0 where the score falls as the loss rises. */
  a: number
  b: number
  k: number
  L0: number
  /** a + b: the score that no loss passes. */
  plateau: number
  rmse: number
}

/** Score at a loss. */
export const scoreAt = ({ a, b, k, L0 }: Pick<LossToScore, 'a' | 'b' | 'k' | 'L0'>, loss: number): number => a * sigmoid(k * (loss - L0)) + b

const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)))

/** Floor b and plateau a + b, where they are held and not fitted. */
export interface Held {
  floor?: number | undefined
  plateau?: number | undefined
}

/**
 * Least squares over the constants that are not held, by Levenberg–Marquardt: from `near` alone where it is given, else from a grid of midpoints and slopes.
 * Null below five points or four different losses, or when the scores are all equal.
 */
export function fitLossToScore(points: readonly LossScore[], held: Held = {}, near?: LossToScore): LossToScore | null {
  const losses = new Set(points.map(({ loss }) => loss))
  if (points.length < 5 || losses.size < 4 || new Set(points.map(({ score }) => score)).size < 2) return null
  const starts = near === undefined ? startingPoints(points, held) : [[near.b, near.plateau, near.k, near.L0]]
  const best = starts
    .map((start) => descend(points, held, start))
    .reduce<LossToScore | null>((a, b) => (b !== null && (a === null || b.rmse < a.rmse) ? b : a), null)
  return best
}

/** From all four constants (floor b, plateau p, k, L0) downhill in those that are not held: score = b + (p − b)·σ(k(L − L0)). */
function descend(points: readonly LossScore[], held: Held, start: readonly number[]): LossToScore | null {
  const fixed = [held.floor, held.plateau, undefined, undefined]
  const free = [0, 1, 2, 3].filter((i) => fixed[i] === undefined)
  const whole = (parameters: readonly number[]): number[] => fixed.map((value, i) => value ?? parameters[free.indexOf(i)]!)
  const fit = leastSquares(
    (parameters) => {
      const [b, p, k, L0] = whole(parameters) as [number, number, number, number]
      const shares = points.map(({ loss }) => sigmoid(k * (loss - L0)))
      return {
        value: points.map(({ score }, i) => b + (p - b) * shares[i]! - score),
        slope: points.map(({ loss }, i) => {
          const s = shares[i]!
          const steep = (p - b) * s * (1 - s)
          const all = [1 - s, s, steep * (loss - L0), -steep * k]
          return free.map((j) => all[j]!)
        })
      }
    },
    free.map((i) => start[i]!)
  )
  if (fit === null || !fit.parameters.every(Number.isFinite)) return null
  const [b, plateau, k, L0] = whole(fit.parameters) as [number, number, number, number]
  const rmse = Math.sqrt(fit.sumSquares / points.length)
  // A falling plateau with rising slope is the same curve: a > 0 by convention.
  return plateau >= b ? { a: plateau - b, b, k, L0, plateau, rmse } : { a: b - plateau, b: plateau, k: -k, L0, plateau: b, rmse }
}

/** Midpoints across and beyond the losses, slopes that fall over a tenth to the whole of their range, floor and plateau by the straight line of score on σ. */
function startingPoints(points: readonly LossScore[], held: Held): number[][] {
  const losses = points.map(({ loss }) => loss)
  const [low, high] = [Math.min(...losses), Math.max(...losses)]
  const range = high - low
  return [-0.5, 0, 0.25, 0.5, 0.75, 1].flatMap((share) =>
    [1, 4, 16].map((steps) => {
      const k = -(2 * steps) / range
      const L0 = low + share * range
      const line = fitLine(
        points.map(({ loss }) => sigmoid(k * (loss - L0))),
        points.map(({ score }) => score)
      )
      const b = held.floor ?? line?.intercept ?? 0
      return [b, held.plateau ?? (line === null ? 1 : line.intercept + line.slope), k, L0]
    })
  )
}
