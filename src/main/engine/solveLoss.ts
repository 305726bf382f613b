/** The run that a policy gives to a loss: closed form where the law can be turned round, a root in ln N at a fixed ratio. */
import { isNoAnswer, noAnswer } from '../../shared/notes'
import type { NoAnswer } from '../../shared/notes'
import type { BoundLaw, LossSurface, Pair } from './laws/law'
import { withoutOptimum } from './laws/withoutOptimum'
import { bracketDecreasing, findRoot } from './numeric/root'
import type { SolvePolicy } from './solve'

/**
 * Below this elasticity the rounding of the loss alone (half a unit in the last place, and the steps of forming and inverting it) may move the run by
 * more than 1e-9 of itself: the loss then determines no run. Measured: at most 2.7·ε/elasticity over the laws here, so 4 leaves a margin.
 */
export const FLATTEST_ELASTICITY = (4 * Number.EPSILON) / 1e-9

/**
 * N and D of the policy's run with this loss.
 * notDefined for laws without a loss; unreachable at or below what the law or the held quantity allows, and outside the range of numbers;
 * underdetermined where the loss is so flat that its digits do not fix the run (see `FLATTEST_ELASTICITY`).
 */
export function pairFromLoss(loss: number, policy: SolvePolicy, law: BoundLaw, k: number): Pair | NoAnswer {
  const { surface, floor } = law
  if (!surface || floor === null) return noAnswer('notDefined', 'law-without-loss', { law: law.name })
  if (loss <= floor) return noAnswer('unreachable', 'loss-below-floor', { law: law.name, loss, floor })
  const pair = pairAt(loss, policy, law, surface, floor, k)
  if (isNoAnswer(pair)) return pair
  if (!isFinite(pair.N) || !isFinite(pair.D) || pair.N <= 0 || pair.D <= 0) return noAnswer('unreachable', 'beyond-numbers')
  return elasticityAlong(pair, policy, surface) < FLATTEST_ELASTICITY ? noAnswer('underdetermined', 'loss-too-flat', { loss }) : pair
}

function pairAt(loss: number, policy: SolvePolicy, law: BoundLaw, surface: LossSurface, floor: number, k: number): Pair | NoAnswer {
  switch (policy.kind) {
    case 'optimal': {
      if (!law.optimalTokens) return withoutOptimum(law)
      // Every loss above the floor has an optimal run; null only when the loss is too small to be raised to the law's power.
      const N = surface.optimalSizeAt(loss)
      return N === null ? noAnswer('unreachable', 'beyond-numbers') : { N, D: law.optimalTokens(N, k) }
    }
    case 'fixedN': {
      const N = policy.value
      if (!dependsOn('D', surface)) return oneVariable(law, loss, surface.infimumAtSize(N), 'loss-of-size-alone', { N })
      const D = surface.tokensAt(loss, N)
      return D === null ? noAnswer('unreachable', 'loss-below-fixed-n', { N, loss, floor: surface.infimumAtSize(N) }) : { N, D }
    }
    case 'fixedD': {
      const D = policy.value
      if (!dependsOn('N', surface)) return oneVariable(law, loss, surface.infimumAtTokens(D), 'loss-of-tokens-alone', { D })
      const N = surface.sizeAt(loss, D)
      return N === null ? noAnswer('unreachable', 'loss-below-fixed-d', { D, loss, floor: surface.infimumAtTokens(D) }) : { N, D }
    }
    case 'ratio':
      return pairAtRatio(loss - floor, policy.value, surface)
  }
}

/** Does the loss depend on it? A power term that is there at all shows at 1e9. */
const dependsOn = (quantity: 'N' | 'D', surface: LossSurface): boolean => surface.elasticity(1e9, 1e9)[quantity] > 0

/** A law that looks at the held quantity alone has one loss there, `fixed`: given again it leaves the other open, and no other loss is possible. */
const oneVariable = (law: BoundLaw, loss: number, fixed: number, code: 'loss-of-size-alone' | 'loss-of-tokens-alone', held: Record<string, number>): NoAnswer =>
  noAnswer(Math.abs(loss / fixed - 1) < 1e-9 ? 'underdetermined' : 'unreachable', code, { law: law.name, ...held, fixed })

/**
 * The reducible loss of (N, r·N) falls strictly from infinity to 0, so exactly one N has a given one. Its logarithm is convex and nearly straight in ln N
 * and has no cancellation: a few steps give all digits.
 */
function pairAtRatio(reducible: number, tokensPerParameter: number, surface: LossSurface): Pair | NoAnswer {
  const excess = (lnN: number) => {
    const N = Math.exp(lnN)
    return Math.log(surface.reducible(N, tokensPerParameter * N) / reducible)
  }
  const bracket = bracketDecreasing(excess, LN_1E9, 1, LARGEST_REACH)
  if (!bracket) return noAnswer('unreachable', 'beyond-numbers')
  const N = Math.exp(findRoot(excess, bracket, 1e-14))
  return { N, D: tokensPerParameter * N }
}

const LN_1E9 = Math.log(1e9)
/** e^±256 around 1e9; further out k·N·D leaves the range of numbers. */
const LARGEST_REACH = 256

/** −d ln L/d ln(what the policy leaves free): N at a fixed D, D at a fixed N, both at a ratio, at least N along the optimum. */
function elasticityAlong({ N, D }: Pair, policy: SolvePolicy, surface: LossSurface): number {
  const e = surface.elasticity(N, D)
  switch (policy.kind) {
    case 'fixedN':
      return e.D
    case 'fixedD':
      return e.N
    case 'ratio':
      return e.N + e.D
    case 'optimal':
      // At the optimum e.N = e.D (moving compute between N and D gains nothing); D grows with N, so e.N alone is a cautious figure.
      return e.N
  }
}
