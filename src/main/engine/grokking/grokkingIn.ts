/** From the rows of a training curve to its analysis, with the rows that were refused. */
import type { Problem } from '../../../shared/contract/observations'
import { isNoAnswer, noAnswer, note } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { analyseGrokking } from './analyse'
import type { GrokkingAnalysis } from './analyse'
import { readCurve } from './curve'
import type { CurveRow } from './curve'
import type { Rules } from './stages'

export interface GrokkingQuestion extends Omit<Rules, 'chance'> {
  curve: readonly CurveRow[]
  /** Which run, where the rows hold several. */
  run?: string | undefined
  accuracyUnit: 'share' | 'percent'
  /** Accuracy of guessing; 0 when it is not given, and said. */
  chance?: number | undefined
  /** Tokens of one optimiser step: batch size times sequence length. */
  tokensPerStep?: number | undefined
}

/** Tokens that a run has seen at a step, repeats included: step × tokens per step. */
export interface Tokens {
  memorisation: number | null
  generalisation: number | null
  /** At the last record. */
  last: number
}

/** No answer for rows of several runs when none is chosen: their mean is the curve of no run. */
export function grokkingIn({
  curve,
  run,
  accuracyUnit,
  chance,
  tokensPerStep,
  ...rules
}: GrokkingQuestion): ((GrokkingAnalysis & { tokens: Tokens | null }) | NoAnswer) & { problems: Problem[] } {
  const runs = [...new Set(curve.map((row) => row.run ?? null))]
  if (run === undefined && runs.length > 1)
    return { ...noAnswer('underdetermined', 'grokking-several-runs', { count: runs.length, runs: named(runs) }), problems: [] }
  if (run !== undefined && !runs.includes(run)) return { ...noAnswer('underdetermined', 'grokking-no-such-run', { run, runs: named(runs) }), problems: [] }
  const read = readCurve(curve, accuracyUnit === 'percent', run)
  const { problems } = read
  const analysis = analyseGrokking(read, { ...rules, chance: chance ?? 0 })
  if (isNoAnswer(analysis)) return { ...analysis, problems }
  const guessing = chance === undefined ? [note('grokking-chance-default', {}, 'chance')] : []
  const tokens = tokensPerStep === undefined ? null : tokensAt(analysis, read.records.at(-1)!.step, tokensPerStep)
  return { ...analysis, tokens, problems, warnings: [...analysis.warnings, ...guessing] }
}

function tokensAt({ memorisationStep, generalisationStep }: GrokkingAnalysis, lastStep: number, tokensPerStep: number): Tokens {
  const at = (step: number | null): number | null => (step === null ? null : step * tokensPerStep)
  return { memorisation: at(memorisationStep), generalisation: at(generalisationStep), last: lastStep * tokensPerStep }
}

const NAMED = 10
const named = (runs: readonly (string | null)[]): string =>
  runs
    .slice(0, NAMED)
    .map((run) => run ?? '–')
    .join(', ') + (runs.length > NAMED ? ', …' : '')
