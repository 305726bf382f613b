/** From the rows of a training curve to its analysis, with the rows that were refused. */
import type { Problem } from '../../../shared/contract/observations'
import { isNoAnswer, note } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { analyseGrokking } from './analyse'
import type { GrokkingAnalysis } from './analyse'
import { readCurve } from './curve'
import type { CurveRow } from './curve'
import type { Rules } from './stages'

export interface GrokkingQuestion extends Omit<Rules, 'chance'> {
  curve: readonly CurveRow[]
  accuracyUnit: 'share' | 'percent'
  /** Accuracy of guessing; 0 when it is not given, and said. */
  chance?: number | undefined
}

export function grokkingIn({ curve, accuracyUnit, chance, ...rules }: GrokkingQuestion): (GrokkingAnalysis & { problems: Problem[] }) | NoAnswer {
  const read = readCurve(curve, accuracyUnit === 'percent')
  const analysis = analyseGrokking(read, { ...rules, chance: chance ?? 0 })
  if (isNoAnswer(analysis)) return analysis
  const guessing = chance === undefined ? [note('grokking-chance-default', {}, 'chance')] : []
  return { ...analysis, problems: read.problems, warnings: [...analysis.warnings, ...guessing] }
}
