/** Runs tasks one at a time in the order they were given; a task that fails does not stop the next. */
export interface Queue {
  run: <T>(task: () => Promise<T>) => Promise<T>
  /** Resolves when everything given so far has ended. */
  settled: () => Promise<void>
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = last.then(task)
      last = result.catch(() => undefined)
      return result
    },
    settled: async () => void (await last)
  }
}
