/**
 * A question that is worth asking only of what rests: each new one puts the wait off, and takes back the one that is waiting or on its way.
 */
export interface Settled<Q> {
  ask(question: Q): void
  /** Asks nothing, and ignores what is on its way. */
  drop(): void
}

export interface SettledHandlers<Q, A> {
  send(question: Q, signal: AbortSignal): Promise<A>
  answered(answer: A, question: Q): void
  failed(reason: unknown, question: Q): void
  /** Runs the question once things have rested; the function returned takes it back. */
  rest(run: () => void): () => void
}

export function settled<Q, A>({ send, answered, failed, rest }: SettledHandlers<Q, A>): Settled<Q> {
  let current = new AbortController()

  const drop = (): void => current.abort()

  return {
    drop,
    ask(question) {
      drop()
      const { signal } = (current = new AbortController())
      const takeBack = rest(() => {
        send(question, signal).then(
          (answer) => signal.aborted || answered(answer, question),
          (reason: unknown) => signal.aborted || failed(reason, question)
        )
      })
      signal.addEventListener('abort', takeBack, { once: true })
    }
  }
}
