/** A host for state classes under test: the real storage and readers behind the dispatcher, in this process. Import it before any of the state. */
import { importApi } from '../../../src/main/api/import'
import { deskApi } from '../../../src/main/api/desk'
import type { Api } from '../../../src/main/api/implementation'
import { createDispatcher, type Handle } from '../../../src/main/dispatch'
import { inlineTasks } from '../../../src/main/workers/inline'
import { deskIn, intakeIn } from '../../documents/storage'
import type { Refusal } from '../../../src/shared/contract'

export interface Called {
  procedure: string
  input: Record<string, unknown>
}

export interface HostInProcess {
  call: (procedure: string, input: unknown, options?: { signal?: AbortSignal; onItem?: (item: unknown) => void }) => Promise<unknown>
  calls: Called[]
  /** Resolves when everything that was called has been answered, also what that led to. */
  quiet: () => Promise<void>
}

class Refused extends Error implements Refusal {
  code = ''
  path = ''
}

export function hostIn(folder: string): HostInProcess {
  const api = {
    ...importApi({ tasks: inlineTasks, intake: intakeIn(folder), examples: [], readsPaths: false }),
    ...deskApi(deskIn(folder))
  }
  const handle: Handle = createDispatcher(api as Api, (message, problem) => {
    throw new Error(message, { cause: problem })
  })
  const calls: Called[] = []
  const running = new Set<Promise<unknown>>()
  return {
    calls,
    call: (procedure, input, { signal = new AbortController().signal, onItem = () => undefined } = {}) => {
      calls.push({ procedure, input: input as Record<string, unknown> })
      const answer = handle(procedure, JSON.parse(JSON.stringify(input)), { signal, emit: onItem }).catch((problem: Refusal) =>
        Promise.reject(Object.assign(new Refused(problem.message), JSON.parse(JSON.stringify(problem))))
      )
      running.add(answer)
      const ended = (): void => void running.delete(answer)
      answer.then(ended, ended)
      return answer
    },
    quiet: async () => {
      for (let idle = 0; idle < 3; idle = running.size === 0 ? idle + 1 : 0) {
        await Promise.allSettled([...running])
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
  }
}
