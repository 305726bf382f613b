/** The entry of a worker thread: one task at a time, by name. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { isRefusal, plainRefusal } from '../refusal'
import type { TaskReply, TaskRequest } from './messages'
import { MOVED, TASKS, type Task } from './tasks'

/** Weighs a worker about a third of the thread that answers; less, and other programs would starve it. */
const NICE = 5

const port = parentPort
if (port === null) throw new Error('This file is the entry of a worker thread.')
// Behind the thread that answers, where the two want the same core: Linux counts niceness by thread, other systems would slow the whole program.
if (process.platform === 'linux')
  try {
    setPriority(NICE)
  } catch {
    // A sandbox may forbid it: then the two share the core evenly.
  }

const reply = (message: TaskReply, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved)

port.on('message', ({ name, input }: TaskRequest) => {
  void (async () => {
    try {
      const output = await (TASKS as Record<string, Task>)[name]!(input as never, (item) => reply({ item }))
      reply({ output }, (MOVED as Record<string, ((output: never) => ArrayBuffer[]) | undefined>)[name]?.(output as never))
    } catch (problem) {
      reply(
        isRefusal(problem) ? { refusal: plainRefusal(problem) } : { failure: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) }
      )
    }
  })()
})
