/** From a size to its tokens: the ratio policy, and the size that a run counts for. */
import { noAnswer } from '../../shared/notes'
import type { NoAnswer } from '../../shared/notes'
import type { Ratio } from '../../shared/plan/schema'
import type { BoundLaw } from './laws/law'

/**
 * Tokens that the policy gives a run of N parameters, before any limit of unique tokens; k in C = k·N·D.
 * notDefined when the policy is `optimal` and the law has no optimum, unreachable outside the range of numbers.
 */
export function tokensFor(N: number, policy: Ratio, law: BoundLaw, k: number): number | NoAnswer {
  switch (policy.kind) {
    case 'fixedD':
      return policy.tokens
    case 'ratio':
      return representable(policy.tokensPerParameter * N)
    case 'optimal':
      return law.optimalTokens ? representable(law.optimalTokens(N, k)) : noAnswer('notDefined', 'law-without-optimum', { law: law.name })
  }
}

/**
 * N of the compute-optimal run with the loss of (N, D): what makes a small, long-trained model comparable with a large, short-trained one.
 * It always exists where it is defined: along the optimum the loss falls continuously from infinity (N → 0) to the law's floor (N → ∞),
 * and every run's loss lies strictly between. It does not depend on k. notDefined for laws without a loss or an interior optimum.
 */
export function effectiveSize(law: BoundLaw, N: number, D: number): number | NoAnswer {
  if (!law.surface || !law.optimum) return noAnswer('notDefined', 'effective-size-undefined', { law: law.name })
  return representable(law.surface.effectiveSize(N, D))
}

/** a = d ln N/d ln C of a policy: how a factor in compute turns into a factor in size. notDefined as in `tokensFor`. */
export function sizeExponent(policy: Ratio, law: BoundLaw): number | NoAnswer {
  switch (policy.kind) {
    case 'fixedD':
      return 1
    case 'ratio':
      return 0.5
    case 'optimal':
      return law.optimumExponent ?? noAnswer('notDefined', 'law-without-optimum', { law: law.name })
  }
}

const representable = (x: number): number | NoAnswer => (Number.isFinite(x) && x > 0 ? x : noAnswer('unreachable', 'beyond-numbers'))
