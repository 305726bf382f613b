/** Work of more than a few milliseconds, away from the thread that answers: named tasks with plain data in and out. */
import type { TaskInput, TaskName, TaskOutput } from './tasks'

export interface TaskContext {
  /** Ends the task at once when aborted; the promise then rejects with the signal's reason. */
  signal: AbortSignal
  /** How long an aborted task may go on unheard, so that one that ends soon leaves its thread to the next with everything warm; none unless told. */
  graceMs?: number
  /** Progress items, in order. */
  emit: (item: unknown) => void
}

export interface TaskRunner {
  /** How many tasks run at the same time; a task that can be divided is divided by this. The result must not depend on it. */
  parallelism: number
  /** Someone moves a slider and waits for the thread that answers: for a moment new work leaves it, and the screen, a core of their own, where there is more than one. */
  makeWay(): void
  run<T extends TaskName>(name: T, input: TaskInput<T>, context: TaskContext): Promise<TaskOutput<T>>
}
