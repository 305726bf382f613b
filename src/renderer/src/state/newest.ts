/**
 * A stream of questions of which only the newest matters: one is on its way at a time, a newer one waits for it and replaces any that waits already,
 * and an answer to a question older than the last answered one is dropped. So a slow answer delays the next, but never lets questions queue up.
 */
export interface Newest<Q> {
  ask(question: Q): void
  /** True while an answer is awaited. */
  readonly busy: boolean
  /** Forgets what waits and ignores what is on its way. */
  drop(): void
}

export interface NewestHandlers<Q, A> {
  send(question: Q): Promise<A>
  answered(answer: A, question: Q): void
  failed(reason: unknown, question: Q): void
  /** Runs a question no more than once per drawn frame. */
  frame(run: () => void): void
  /** Called when nothing is on its way any more. */
  idle?(): void
}

export function newest<Q, A>({ send, answered, failed, frame, idle }: NewestHandlers<Q, A>): Newest<Q> {
  let waiting: { question: Q } | null = null
  let scheduled = false
  let inFlight = false
  let generation = 0

  const schedule = (): void => {
    if (scheduled || inFlight || waiting === null) return
    scheduled = true
    frame(() => {
      scheduled = false
      void next()
    })
  }

  const next = async (): Promise<void> => {
    if (waiting === null) return
    const { question } = waiting
    const mine = generation
    waiting = null
    inFlight = true
    try {
      const answer = await send(question)
      if (mine === generation) answered(answer, question)
    } catch (reason) {
      if (mine === generation) failed(reason, question)
    } finally {
      inFlight = false
      if (waiting === null) idle?.()
      else schedule()
    }
  }

  return {
    ask(question) {
      waiting = { question }
      schedule()
    },
    get busy() {
      return inFlight || scheduled || waiting !== null
    },
    drop() {
      waiting = null
      generation++
    }
  }
}
