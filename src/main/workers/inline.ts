/** Tasks on the calling thread: for tests, and to compare with the workers. */
import type { TaskRunner } from './taskRunner'
import { TASKS, type Task } from './tasks'

export const inlineTasks: TaskRunner = {
  parallelism: 1,
  makeWay: () => undefined,
  run: async (name, input, { signal, emit }) => {
    signal.throwIfAborted()
    return (await (TASKS[name] as Task)(input as never, emit)) as never
  }
}
