/** Worker threads that are started when first needed and kept for the next task; a cancelled task ends with its thread. */
import { setMaxListeners } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { TaskReply, TaskRequest } from './messages'
import type { TaskContext, TaskRunner } from './taskRunner'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

/** What a busy worker works on. */
interface Job {
  name: string
  emit: (item: unknown) => void
  done: (output: unknown) => void
  failed: (reason: unknown) => void
}

/** Someone who waits for a worker, first come first served. */
interface Waiter {
  take: (worker: Worker) => void
  refuse: (reason: unknown) => void
}

/** Moves of a slider come one a frame; after so long without one it rests. */
const MOVING_MS = 100

/** @param file the built entry `worker.js` */
export function workerPool(file: string, parallelism: number = availableParallelism()): TaskRunner & { close: () => Promise<void> } {
  /** Workers that can take a job; and those told to end, whose last messages may still come. */
  const all = new Set<Worker>()
  const ending = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: Waiter[] = []
  const jobs = new Map<Worker, Job>()
  /** Until then someone moves a slider. */
  let movingUntil = 0
  let later: NodeJS.Timeout | undefined
  let closed = false

  /** Takes the worker's job from it: whatever comes after belongs to nobody. */
  const endJob = (worker: Worker): Job | undefined => {
    const job = jobs.get(worker)
    jobs.delete(worker)
    return job
  }
  const retire = (worker: Worker): void => {
    all.delete(worker)
    ending.add(worker)
    void worker.terminate()
  }
  /** Nobody waits for the worker's job any more: it may end within the grace, or its thread does. */
  const abandon = (worker: Worker, graceMs: number): void => {
    const job = endJob(worker)
    if (job === undefined) return
    if (graceMs === 0) return retire(worker)
    const unheard: Job = { name: job.name, emit: () => undefined, done: () => undefined, failed: () => undefined }
    jobs.set(worker, unheard)
    const end = setTimeout(() => {
      if (jobs.get(worker) !== unheard) return
      endJob(worker)
      retire(worker)
    }, graceMs)
    end.unref()
  }
  const start = (): Worker => {
    const worker = new Worker(file)
    all.add(worker)
    worker.on('message', (message: TaskReply) => {
      if ('item' in message) return jobs.get(worker)?.emit(message.item)
      const job = endJob(worker)
      giveBack(worker)
      if ('output' in message) job?.done(message.output)
      else job?.failed('refusal' in message ? Object.assign(new Error(message.refusal.message), message.refusal) : new Error(message.failure))
    })
    // The thread ends after an error, which says why.
    worker.on('error', (problem) => endJob(worker)?.failed(problem))
    worker.on('messageerror', (problem) => {
      endJob(worker)?.failed(problem)
      retire(worker)
    })
    worker.once('exit', () => {
      all.delete(worker)
      ending.delete(worker)
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
      const job = endJob(worker)
      job?.failed(new Error(`the worker ended while it ran ${job.name}`))
      serve()
    })
    return worker
  }
  /** Gives workers to those who wait, as long as there are both. */
  const serve = (): void => {
    while (waiting.length > 0 && !closed) {
      const moving = movingUntil - performance.now()
      if (moving > 0 && jobs.size >= Math.max(1, parallelism - 1)) {
        // Nothing else may wake those who wait.
        later ??= setTimeout(() => ((later = undefined), serve()), moving)
        return
      }
      const worker = idle.pop() ?? (all.size < parallelism ? start() : undefined)
      if (worker === undefined) return
      waiting.shift()!.take(worker)
    }
  }
  const giveBack = (worker: Worker): void => {
    if (!all.has(worker)) return
    // An idle worker does not keep the program alive.
    worker.unref()
    idle.push(worker)
    serve()
  }

  return {
    parallelism,
    makeWay: () => void (movingUntil = performance.now() + MOVING_MS),
    run: <T extends TaskName>(name: T, input: TaskInput<T>, { signal, emit, graceMs = 0 }: TaskContext) =>
      new Promise<TaskOutput<T>>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        if (closed) return reject(new Error('the workers are closed'))
        let worker: Worker | null = null
        const stop = (): void => {
          const at = waiting.indexOf(waiter)
          if (at >= 0) waiting.splice(at, 1)
          if (worker !== null) abandon(worker, graceMs)
          reject(signal.reason)
        }
        const settled = <V>(then: (value: V) => void) => {
          return (value: V): void => {
            signal.removeEventListener('abort', stop)
            then(value)
          }
        }
        const waiter: Waiter = {
          refuse: settled(reject),
          take: (free) => {
            worker = free
            free.ref()
            jobs.set(free, { name, emit, done: settled((output) => resolve(output as never)), failed: settled(reject) })
            try {
              free.postMessage({ name, input } satisfies TaskRequest)
            } catch (problem) {
              // The input cannot be copied to another thread; this one has done nothing yet.
              endJob(free)?.failed(problem)
              giveBack(free)
            }
          }
        }
        // All parts of a divided call listen to its one signal, and each leaves when it is settled: many of them are no leak.
        setMaxListeners(0, signal)
        signal.addEventListener('abort', stop, { once: true })
        waiting.push(waiter)
        serve()
      }),
    close: async () => {
      closed = true
      clearTimeout(later)
      for (const waiter of waiting.splice(0)) waiter.refuse(new Error('the workers are closed'))
      await Promise.all([...all, ...ending].map((worker) => worker.terminate()))
    }
  }
}
