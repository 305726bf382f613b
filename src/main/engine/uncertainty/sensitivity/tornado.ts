/** What each input does to an outcome when it alone moves to the ends of its belief: the bars of a tornado chart (planning-model §6). */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import type { ModelInput } from '../monteCarlo/model'

export interface TornadoBar {
  input: string
  /** The input at its lower and upper end, and the outcome there. */
  low: { at: number; outcome: number | NoAnswer }
  high: { at: number; outcome: number | NoAnswer }
}
export interface Tornado {
  /** The outcome with every input at its median. */
  base: number | NoAnswer
  /** Longest first; an end without an answer counts as longer than any. */
  bars: TornadoBar[]
}

export const TORNADO_ENDS = { low: 0.05, high: 0.95 }

/** @param outcome of the inputs' values, in their order: with the path held, or found anew for each */
export function tornado(inputs: readonly ModelInput[], outcome: (values: readonly number[]) => number | NoAnswer, ends = TORNADO_ENDS): Tornado {
  const medians = inputs.map(({ shape }) => shape.quantile(0.5))
  const moved = (j: number, at: number): { at: number; outcome: number | NoAnswer } => ({ at, outcome: outcome(medians.with(j, at)) })
  const bars = inputs.map(({ name, shape }, j) => ({ input: name, low: moved(j, shape.quantile(ends.low)), high: moved(j, shape.quantile(ends.high)) }))
  return { base: outcome(medians), bars: bars.sort((a, b) => length(b) - length(a) || 0) }
}

const length = ({ low, high }: TornadoBar): number =>
  isNoAnswer(low.outcome) || isNoAnswer(high.outcome) ? Number.MAX_VALUE : Math.abs(high.outcome - low.outcome)
