/**
 * What it costs to train another size than the compute-optimal one to the same loss: smaller and longer ("over-trained"), or larger and shorter.
 * Both runs have the same loss under the same law, so they are equally good as far as the law can tell; only their compute and their size differ.
 */
import { isNoAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { effectiveSize } from '../allocate'
import type { BoundLaw, Pair } from '../laws/law'
import { pairFromLoss } from '../solveLoss'

export interface Overtraining {
  /** The run of the wanted size, N parameters on D tokens. */
  run: Pair
  /** The compute-optimal run of the same loss; its N is the run's loss-equivalent effective size. */
  optimal: Pair
  loss: number
  /** N over that of the compute-optimal run; below 1 when over-trained. */
  sizeFactor: number
  /** D over that of the compute-optimal run. */
  tokensFactor: number
  /** Compute over that of the compute-optimal run: at least 1, the penalty. */
  computeFactor: number
  /** Training FLOP above those of the compute-optimal run. */
  extraFlop: number
}

/** Penalties below it are rounding: of sizes a millionth off the optimum. */
const ROUNDING = 1e-12

/**
 * The penalty of (N, D), or of N parameters trained until they reach `loss` nats per token; k in C = k·N·D.
 * notDefined for laws without a loss or an optimum; unreachable when N parameters stay above the loss on any number of tokens, or outside the range of numbers.
 */
export function overtraining(law: BoundLaw, given: { N: number; D: number } | { N: number; loss: number }, k: number): Overtraining | NoAnswer {
  const run = 'D' in given ? given : pairFromLoss(given.loss, { kind: 'fixedN', value: given.N }, law, k)
  if (isNoAnswer(run)) return run
  const size = effectiveSize(law, run.N, run.D)
  if (isNoAnswer(size)) return size
  if (!law.loss || !law.optimalTokens) throw new Error(`${law.name} has an effective size but no loss or no optimum`)
  const optimal = { N: size, D: law.optimalTokens(size, k) }
  const tokensFactor = run.D / optimal.D
  const sizeFactor = run.N / optimal.N
  // The optimum is the least by definition; rounding alone could put a run on it some units below or above 1.
  const factor = sizeFactor * tokensFactor
  const computeFactor = factor < 1 + ROUNDING ? 1 : factor
  return {
    run: { N: run.N, D: run.D },
    optimal,
    loss: 'loss' in given ? given.loss : law.loss(run.N, run.D),
    sizeFactor,
    tokensFactor,
    computeFactor,
    extraFlop: (computeFactor - 1) * k * optimal.N * optimal.D
  }
}
