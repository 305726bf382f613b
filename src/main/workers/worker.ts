/** The entry of a worker thread: one task at a time, by name. */
import { parentPort } from 'node:worker_threads'
import type { TaskReply, TaskRequest } from './messages'
import { TASKS, type Task } from './tasks'

const port = parentPort
if (port === null) throw new Error('This file is the entry of a worker thread.')
const reply = (message: TaskReply): void => port.postMessage(message)

port.on('message', ({ name, input }: TaskRequest) => {
  void (async () => {
    try {
      reply({ output: await (TASKS as Record<string, Task>)[name]!(input, (item) => reply({ item })) })
    } catch (problem) {
      reply(isRefusal(problem) ? { refusal: textsOf(problem) } : { failure: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) })
    }
  })()
})

interface Refusal {
  code: string
  message: string
  path: string
}

/** Only its three texts cross: cloning an Error would lose the code and the path. */
const textsOf = ({ code, message, path }: Refusal): Refusal => ({ code, message, path })

/** An expected failure, such as a file that cannot be read. */
function isRefusal(problem: unknown): problem is Refusal {
  if (typeof problem !== 'object' || problem === null) return false
  const { code, message, path } = problem as Record<string, unknown>
  return typeof code === 'string' && /^[a-z][a-z-]*$/.test(code) && typeof message === 'string' && typeof path === 'string'
}
