/** laws.fit of the contract. */
import type { Progress } from '../../shared/contract/procedure'
import { fitLaw, type RunParts } from '../engine/fit/fitLaw'
import type { TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'
import { inTurn } from './inTurn'

export const fitApi = (tasks: TaskRunner): Pick<Api, 'laws.fit'> => ({
  'laws.fit': (question, { signal, emit }) => {
    const inWorkers: RunParts = async (stage, problem, parts) => {
      let done = 0
      const results = await inTurn(parts, tasks.parallelism, async (part) => {
        const refits = await tasks.run('refit', { problem, part }, { signal, emit: () => undefined })
        emit({ stage, done: ++done, total: parts.length } satisfies Progress)
        return refits
      })
      return results.flat()
    }
    return fitLaw(question, inWorkers)
  }
})
