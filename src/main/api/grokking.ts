/** grokking.* of the contract. */
import { isNoAnswer, note } from '../../shared/notes'
import { analyseGrokking } from '../engine/grokking/analyse'
import { comparison } from '../engine/grokking/comparison'
import { readCurve } from '../engine/grokking/curve'
import type { ApiPart } from './implementation'

export const grokkingApi: ApiPart<'grokking'> = {
  'grokking.analyze': ({ curve, accuracyUnit, chance, threshold, inARow, delayed }) => {
    const read = readCurve(curve, accuracyUnit === 'percent')
    const analysis = analyseGrokking(read, { threshold, chance: chance ?? 0, inARow, delayed })
    if (isNoAnswer(analysis)) return analysis
    const guessing = chance === undefined ? [note('grokking-chance-default', {}, 'chance')] : []
    return { ...analysis, comparison: comparison(), problems: read.problems, warnings: [...analysis.warnings, ...guessing] }
  }
}
