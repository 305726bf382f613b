/** grokking.* of the contract. */
import { isNoAnswer } from '../../shared/notes'
import { comparison } from '../engine/grokking/comparison'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const grokkingApi = (tasks: TaskRunner): ApiPart<'grokking'> => ({
  'grokking.analyze': async ({ curve, accuracyUnit, chance, threshold, inARow, delayed }, context) => {
    const analysis = await tasks.run('grokking', { curve, accuracyUnit, chance, threshold, inARow, delayed }, context)
    return isNoAnswer(analysis) ? analysis : { ...analysis, comparison: comparison() }
  }
})
