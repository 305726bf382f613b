/** evaluator.* of the contract. */
import { scoreSamples } from '../engine/evaluator/score'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

/** Above this many samples or characters of one of them, scoring is no longer a matter of milliseconds. */
const QUICK = { samples: 200, characters: 5000 }

export const evaluatorApi = (tasks: TaskRunner): ApiPart<'evaluator'> => ({
  'evaluator.score': async (input, context) => {
    const quick = input.samples.length <= QUICK.samples && input.samples.every(({ output }) => (output?.length ?? 0) <= QUICK.characters)
    return quick ? scoreSamples(input) : await tasks.run('evaluator.score', input, context)
  }
})
