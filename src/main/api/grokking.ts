/** grokking.* of the contract. */
import { isNoAnswer } from '../../shared/notes'
import { comparison } from '../engine/grokking/comparison'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const grokkingApi = (tasks: TaskRunner): ApiPart<'grokking'> => ({
  'grokking.analyze': async (question, context) => {
    const analysis = await tasks.run('grokking', question, context)
    return isNoAnswer(analysis) ? analysis : { ...analysis, comparison: comparison() }
  }
})
