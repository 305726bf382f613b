/**
 * From any one of N, D, C, loss, money, accelerator-hours and days to all the others, under a law and a policy.
 * C = k·N·D; money and time are proportional to C. The policy supplies the second equation; the given quantity the third.
 * Closed form everywhere but for a loss at a fixed ratio.
 */
import { isNoAnswer, noAnswer } from '../../shared/notes'
import type { NoAnswer } from '../../shared/notes'
import type { BoundLaw, Pair } from './laws/law'
import { withoutOptimum } from './laws/withoutOptimum'
import { pairFromLoss } from './solveLoss'

/** The second equation: optimal allocation, `value` tokens per parameter, N held at `value`, D held at `value`. */
export type SolvePolicy = { kind: 'optimal' } | { kind: 'ratio' | 'fixedN' | 'fixedD'; value: number }

export type GivenQuantity = 'N' | 'D' | 'C' | 'loss' | 'usd' | 'acceleratorHours' | 'days'
/** Exactly one quantity, above 0. */
export type Given = { [Q in GivenQuantity]?: number | undefined }

/** Money and time in proportion to compute; all above 0, but rent may be 0. */
export interface Spending {
  /** Useful FLOP of one accelerator in one hour: peak · MFU · 3600. */
  flopPerAcceleratorHour: number
  /** Rent per accelerator-hour with every surcharge that is proportional to it. */
  usdPerAcceleratorHour: number
  /** Accelerator-hours worked in one calendar day: accelerators · uptime · 24. */
  acceleratorHoursPerDay: number
}

export interface Solved {
  N: number
  D: number
  C: number
  /** null for laws without a loss. */
  loss: number | null
  usd: number
  acceleratorHours: number
  days: number
}

export interface SolveQuestion {
  law: BoundLaw
  policy: SolvePolicy
  given: Given
  /** k in C = k·N·D. */
  k: number
  spending: Spending
}

/**
 * The run that the given quantity and the policy determine, or why there is none:
 * underdetermined (the policy already holds what is given; the loss is too flat to tell runs apart), unreachable (below what the law or the policy
 * can reach; against the policy; outside the range of numbers), notDefined (a loss of a law without one). Throws unless exactly one quantity is given.
 */
export function solve(question: SolveQuestion): Solved | NoAnswer {
  const { quantity, value } = only(question.given)
  const pair = pairFrom(quantity, value, question)
  if (isNoAnswer(pair)) return pair
  const run = complete(pair, question)
  // What was given comes back as given, not as recomputed.
  return isNoAnswer(run) ? run : { ...run, [quantity]: value }
}

function pairFrom(quantity: GivenQuantity, value: number, { law, policy, k, spending }: SolveQuestion): Pair | NoAnswer {
  switch (quantity) {
    case 'N':
      return fromSize(value, policy, law, k)
    case 'D':
      return fromTokens(value, policy, law, k)
    case 'C':
      return fromCompute(value, policy, law, k)
    case 'acceleratorHours':
      return fromCompute(value * spending.flopPerAcceleratorHour, policy, law, k)
    case 'days':
      return fromCompute(value * spending.acceleratorHoursPerDay * spending.flopPerAcceleratorHour, policy, law, k)
    case 'usd':
      if (spending.usdPerAcceleratorHour === 0) return noAnswer('underdetermined', 'free-of-charge')
      return fromCompute((value / spending.usdPerAcceleratorHour) * spending.flopPerAcceleratorHour, policy, law, k)
    case 'loss':
      return pairFromLoss(value, policy, law, k)
  }
}

function fromSize(N: number, policy: SolvePolicy, law: BoundLaw, k: number): Pair | NoAnswer {
  switch (policy.kind) {
    case 'optimal':
      return law.optimalTokens ? { N, D: law.optimalTokens(N, k) } : withoutOptimum(law)
    case 'ratio':
      return { N, D: policy.value * N }
    case 'fixedD':
      return { N, D: policy.value }
    case 'fixedN':
      return N === policy.value
        ? noAnswer('underdetermined', 'fixed-n-leaves-d-open', { N })
        : noAnswer('unreachable', 'contradicts-fixed-n', { N: policy.value, given: N })
  }
}

function fromTokens(D: number, policy: SolvePolicy, law: BoundLaw, k: number): Pair | NoAnswer {
  switch (policy.kind) {
    case 'optimal':
      return law.optimalSize ? { N: law.optimalSize(D, k), D } : withoutOptimum(law)
    case 'ratio':
      return { N: D / policy.value, D }
    case 'fixedN':
      return { N: policy.value, D }
    case 'fixedD':
      return D === policy.value
        ? noAnswer('underdetermined', 'fixed-d-leaves-n-open', { D })
        : noAnswer('unreachable', 'contradicts-fixed-d', { D: policy.value, given: D })
  }
}

function fromCompute(C: number, policy: SolvePolicy, law: BoundLaw, k: number): Pair | NoAnswer {
  switch (policy.kind) {
    case 'optimal':
      return law.optimum ? law.optimum(C, k) : withoutOptimum(law)
    case 'ratio': {
      // C = k·r·N²
      const N = Math.sqrt(C / k / policy.value)
      return { N, D: policy.value * N }
    }
    case 'fixedN':
      return { N: policy.value, D: C / k / policy.value }
    case 'fixedD':
      return { N: C / k / policy.value, D: policy.value }
  }
}

/** Smallest number that a double holds with all its digits. */
const SMALLEST = 2 ** -1022

function complete({ N, D }: Pair, { law, k, spending }: SolveQuestion): Solved | NoAnswer {
  const C = k * N * D
  const acceleratorHours = C / spending.flopPerAcceleratorHour
  const run: Solved = {
    N,
    D,
    C,
    loss: law.loss ? law.loss(N, D) : null,
    usd: acceleratorHours * spending.usdPerAcceleratorHour,
    acceleratorHours,
    days: acceleratorHours / spending.acceleratorHoursPerDay
  }
  const free = spending.usdPerAcceleratorHour === 0
  const sound = Object.entries(run).every(([quantity, v]) => v === null || (quantity === 'usd' && free) || (v >= SMALLEST && Number.isFinite(v)))
  return sound ? run : noAnswer('unreachable', 'beyond-numbers')
}

function only(given: Given): { quantity: GivenQuantity; value: number } {
  const found = (Object.keys(given) as GivenQuantity[]).filter((q) => given[q] !== undefined)
  const quantity = found[0]
  const value = quantity && given[quantity]
  if (found.length !== 1 || quantity === undefined || value === undefined) throw new Error('Exactly one quantity must be given')
  return { quantity, value }
}
