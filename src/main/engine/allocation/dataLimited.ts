/**
 * The best run for C FLOP when only U unique tokens exist (Muennighoff et al. 2023, arXiv:2305.16264, section 3): beyond U tokens every further one is a
 * repetition and worth less, which moves the optimum towards more parameters; where excess parameters are discounted too, it moves the other way.
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { effectiveTokens, repetitionElasticity } from '../dataLimit'
import type { BoundLaw, Pair } from '../laws/law'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { logSpaced } from '../planner/grid'

export interface DataLimited extends Pair {
  /** D/U: how often each unique token is seen; below 1 when not all are needed. */
  epochs: number
  /** D′: fresh tokens that are worth as much as the D seen. */
  effectiveTokens: number
  /** N′: parameters that are worth as much as N; N itself under laws that discount repeated tokens only. */
  effectiveParameters: number
  /** L(N′, D′). */
  loss: number
  /** What keeps the run from its unlimited optimum: nothing (U suffices), repetitions that are worth less, or the epoch limit. */
  limitedBy: 'nothing' | 'repetition' | 'epochs'
  /** The optimum with fresh tokens for the same compute. */
  unlimited: Pair & { loss: number }
}

export interface DataQuestion {
  /** FLOP of the run. */
  C: number
  /** U: unique tokens. */
  uniqueTokens: number
  /** Most epochs; null for no limit. */
  maxEpochs: number | null
  /** k in C = k·N·D. */
  k: number
}

/**
 * N and D of least L(N′(N), D′(D)) under C = k·N·D and D ≤ maxEpochs·U.
 *
 * Along the constraint d ln N = −d ln D, so the loss is stationary where e_D·ε = e_N with e_N, e_D the elasticities of L(N, D′) and ε = d ln D′/d ln D.
 * The worth of a further token (e_D·L·ε) falls and what a parameter less costs (e_N·L) grows with ln D, so that point is the only one.
 * A law that counts excess parameters for less when tokens repeat (`muennighoff-2023`) has its own surface for U; for all others N′ = N.
 *
 * notDefined for laws without a loss or an optimum; unreachable outside the range of numbers.
 */
export function dataLimitedOptimum(law: BoundLaw, { C, uniqueTokens: U, maxEpochs, k }: DataQuestion): DataLimited | NoAnswer {
  const { optimum } = law
  const limited = law.limitedTo?.(U)
  const loss = limited?.loss ?? law.loss
  const surface = limited?.surface ?? law.surface
  if (!loss || !surface) return noAnswer('notDefined', 'law-without-loss', { law: law.name })
  if (!optimum) return noAnswer('notDefined', 'law-without-optimum', { law: law.name })
  const free = optimum(C, k)
  const sizeOf = (D: number): number => C / (k * D)

  const slope = (lnD: number): number => {
    const D = Math.exp(lnD)
    const e = surface.elasticity(sizeOf(D), effectiveTokens(D, U))
    return e.D * repetitionElasticity(D, U) - e.N
  }
  const most = maxEpochs === null ? Infinity : maxEpochs * U
  let D = free.D
  let limitedBy: DataLimited['limitedBy'] = 'nothing'
  if (free.D > U) {
    if (Number.isFinite(most) && slope(Math.log(most)) >= 0) {
      D = most
      limitedBy = 'epochs'
    } else {
      const bracket = bracketDecreasing(slope, Math.log(U), 0.5, LARGEST_REACH)
      if (!bracket) return noAnswer('unreachable', 'beyond-numbers')
      D = Math.exp(findRoot(slope, bracket, 1e-14))
      limitedBy = 'repetition'
    }
  }
  const N = limitedBy === 'nothing' ? free.N : sizeOf(D)
  const counted = effectiveTokens(D, U)
  const worth = { N: limited?.effectiveParameters(N, counted) ?? N, D: counted }
  const least = loss(N, counted)
  const unlimited = { ...free, loss: loss(free.N, free.D) }
  if (![N, D, worth.N, worth.D, least, ...Object.values(unlimited)].every((x) => Number.isFinite(x) && x > 0)) return noAnswer('unreachable', 'beyond-numbers')
  return { N, D, epochs: D / U, effectiveTokens: worth.D, effectiveParameters: worth.N, loss: least, limitedBy, unlimited }
}

/** Runs of the same compute over how often they see each unique token. */
export interface EpochCurve {
  epochs: number[]
  N: number[]
  D: number[]
  /** D′. */
  effectiveTokens: number[]
  /** L(N′, D′), and L(N, D) if every token were fresh. */
  loss: number[]
  fresh: number[]
}

const POINTS = 81
const FEWEST_EPOCHS = 0.25
const MOST_EPOCHS = 64

/** From a quarter of the unique tokens to 64 epochs, farther where the optimum with fresh tokens lies farther. Throws for a law without a loss. */
export function epochCurve(law: BoundLaw, { C, uniqueTokens: U, k }: DataQuestion, unlimitedTokens: number): EpochCurve {
  const loss = law.limitedTo?.(U).loss ?? law.loss
  if (!loss || !law.loss) throw new Error(`${law.name} has no loss`)
  const fresh = law.loss
  const epochs = logSpaced(Math.min(FEWEST_EPOCHS, unlimitedTokens / U / 2), Math.max(MOST_EPOCHS, (2 * unlimitedTokens) / U), POINTS)
  const runs = epochs.map((each) => ({ N: C / (k * each * U), D: each * U }))
  return {
    epochs,
    N: runs.map(({ N }) => N),
    D: runs.map(({ D }) => D),
    effectiveTokens: runs.map(({ D }) => effectiveTokens(D, U)),
    loss: runs.map(({ N, D }) => loss(N, effectiveTokens(D, U))),
    fresh: runs.map(({ N, D }) => fresh(N, D))
  }
}

/** By e^10 epochs ε has vanished, so the root lies far before. */
const LARGEST_REACH = 512
