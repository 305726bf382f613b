/** Worker threads that are started when first needed and kept for the next task; a cancelled task ends with its thread. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { TaskReply, TaskRequest } from './messages'
import type { TaskContext, TaskRunner } from './taskRunner'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

/** @param file the built entry `worker.js` */
export function workerPool(file: string, parallelism: number = availableParallelism()): TaskRunner & { close: () => Promise<void> } {
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: (() => void)[] = []

  const start = (): Worker => {
    const worker = new Worker(file)
    all.add(worker)
    worker.once('exit', () => {
      all.delete(worker)
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
      waiting.shift()?.()
    })
    return worker
  }
  const free = async (signal: AbortSignal): Promise<Worker> => {
    for (;;) {
      if (signal.aborted) {
        // What woke a task that is not wanted any more wakes the next one instead.
        waiting.shift()?.()
        throw signal.reason
      }
      const worker = idle.pop() ?? (all.size < parallelism ? start() : undefined)
      if (worker !== undefined) return worker
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const giveBack = (worker: Worker): void => {
    // An idle worker does not keep the program alive.
    worker.unref()
    if (all.has(worker)) idle.push(worker)
    waiting.shift()?.()
  }

  return {
    parallelism,
    async run<T extends TaskName>(name: T, input: TaskInput<T>, { signal, emit }: TaskContext): Promise<TaskOutput<T>> {
      const worker = await free(signal)
      worker.ref()
      return await new Promise<TaskOutput<T>>((resolve, reject) => {
        const end = (): void => {
          signal.removeEventListener('abort', stop)
          worker.removeAllListeners('message').removeAllListeners('error').off('exit', died)
        }
        const stop = (): void => {
          end()
          void worker.terminate()
          reject(signal.reason)
        }
        const died = (): void => {
          end()
          reject(new Error(`the worker ended while it ran ${name}`))
        }
        signal.addEventListener('abort', stop, { once: true })
        worker.once('exit', died)
        worker.on('error', (problem) => {
          end()
          reject(problem)
        })
        worker.on('message', (message: TaskReply) => {
          if ('item' in message) return emit(message.item)
          end()
          giveBack(worker)
          if ('output' in message) resolve(message.output as never)
          else reject('refusal' in message ? Object.assign(new Error(message.refusal.message), message.refusal) : new Error(message.failure))
        })
        worker.postMessage({ name, input } satisfies TaskRequest)
      })
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()))
    }
  }
}
