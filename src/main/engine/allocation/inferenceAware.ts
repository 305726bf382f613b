/**
 * The run of a given quality that costs least over training *and* serving (Sardana & Frankle 2023, Beyond Chinchilla-Optimal, arXiv:2401.00448, eq. 2 and 5):
 * minimise a·N·D + b·N·V subject to L(N, D) = L*, with V tokens served, a = 6 and b = 2 FLOP per parameter and token, or each of them in USD.
 * Serving costs in proportion to N alone, so the optimum is smaller and trained longer than the compute-optimal run.
 */
import { isNoAnswer, noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { BoundLaw, Pair } from '../laws/law'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { logSpaced } from '../planner/grid'
import { pairFromLoss } from '../solveLoss'

/** What a parameter costs per token that it is trained on and per token that it serves: FLOP or USD, both above 0. */
export interface Rates {
  training: number
  serving: number
}

/** Forward and backward pass of training, forward pass of serving: FLOP per (active) parameter and token (Kaplan et al. 2020, §2.1). */
export const FLOP_RATES: Rates = { training: 6, serving: 2 }

/** What a served model costs over its life. */
export interface Lifetime {
  training: number
  serving: number
  total: number
}

/** Cost of training (N, D) and serving V tokens with it, in the unit of the rates. */
export function lifetime({ N, D }: Pair, V: number, rates: Rates): Lifetime {
  const training = rates.training * N * D
  const serving = rates.serving * N * V
  return { training, serving, total: training + serving }
}

/**
 * N and D of loss `loss` with the least a·N·D + b·N·V. V = 0 gives the compute-optimal run of that loss; N falls as V grows.
 *
 * Along L(N, D) = L*, d ln D/d ln N = −e_N/e_D with e the elasticities of the loss, so the cost is stationary where
 *   a·D·(e_N/e_D − 1) = b·V.
 * The left side is 0 at the compute-optimal run and grows without end as D grows, so there is exactly one such D; it is bracketed in ln D, where the curve
 * has no edge (in N it ends at the size that would need unlimited data), and N follows from the law in closed form.
 *
 * notDefined for laws without a loss or without a compute-optimal allocation; unreachable at or below the law's floor and outside the range of numbers.
 */
export function inferenceOptimum(law: BoundLaw, loss: number, V: number, rates: Rates): Pair | NoAnswer {
  const start = pairFromLoss(loss, { kind: 'optimal' }, law, rates.training)
  if (isNoAnswer(start)) return start
  const { surface } = law
  if (!surface) throw new Error(`${law.name} has an optimum of a loss but no surface`)
  if (V === 0) return start

  const servingPerTraining = (rates.serving * V) / rates.training
  const shortOfOptimum = (lnD: number): number => {
    const D = Math.exp(lnD)
    const N = surface.sizeAt(loss, D)
    // Only rounding, just below the start, can ask for fewer tokens than the loss needs.
    if (N === null) return servingPerTraining / D
    const e = surface.elasticity(N, D)
    return servingPerTraining / D - (e.N / e.D - 1)
  }
  const bracket = bracketDecreasing(shortOfOptimum, Math.log(start.D), 0.5, LARGEST_REACH)
  if (!bracket) return noAnswer('unreachable', 'beyond-numbers')
  const D = Math.exp(findRoot(shortOfOptimum, bracket, 1e-14))
  const N = surface.sizeAt(loss, D)
  return N !== null && Number.isFinite(N) && N > 0 && Number.isFinite(D) ? { N, D } : noAnswer('unreachable', 'beyond-numbers')
}

/** Runs of equal loss over their size, and what each costs over its life in the unit of the rates. */
export interface LifetimeCurve {
  N: number[]
  D: number[]
  training: number[]
  serving: number[]
  total: number[]
}

const POINTS = 81
/** Factor below the smaller and above the larger of the two optima that the curve reaches. */
const REACH = 3

/** Along L(N, D) = loss, from below the size `best` to above the size `optimal`; sizes that no number of tokens brings to the loss are left out. */
export function lifetimeCurve(law: BoundLaw, loss: number, V: number, rates: Rates, best: Pair, optimal: Pair): LifetimeCurve {
  const sizes = logSpaced(Math.min(best.N, optimal.N) / REACH, Math.max(best.N, optimal.N) * REACH, POINTS)
  const runs = sizes.flatMap((N) => {
    const D = law.surface?.tokensAt(loss, N) ?? null
    return D === null || !Number.isFinite(rates.training * N * D) ? [] : [{ N, D, ...lifetime({ N, D }, V, rates) }]
  })
  const column = (name: keyof LifetimeCurve): number[] => runs.map((run) => run[name])
  return { N: column('N'), D: column('D'), training: column('training'), serving: column('serving'), total: column('total') }
}

/** e^512 times the tokens of the compute-optimal run; the root lies far nearer for any V that can be computed with. */
const LARGEST_REACH = 512
