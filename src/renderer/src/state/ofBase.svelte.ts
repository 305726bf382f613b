/**
 * What the base answers to the question that a scenario on screen was asked. Asked once the scenario's own answer is there, so that it delays nothing; a newer question
 * takes the older one back, and the last answer stays until then.
 */
import { CallRefused } from './host'
import { onceAFrame } from './onceAFrame'
import { settled } from './settled'

export class OfBase<Q, A> {
  /** The last answer with its question. */
  current = $state.raw<{ readonly question: Q; readonly answer: A } | null>(null)
  /** Why there is no answer to the newest question. */
  problem = $state<string | null>(null)

  #same: (a: Q, b: Q) => boolean
  #asked: Q | null = null
  #ask

  constructor(send: (question: Q, signal: AbortSignal) => Promise<A>, same: (a: Q, b: Q) => boolean) {
    this.#same = same
    const frame = onceAFrame((run) => requestAnimationFrame(run))
    this.#ask = settled<Q, A>({
      send,
      answered: (answer, question) => {
        this.problem = null
        this.current = { question, answer }
      },
      failed: (reason) => (this.problem = reason instanceof CallRefused ? reason.message : String(reason)),
      rest: (run) => {
        let wanted = true
        frame(() => wanted && run())
        return () => (wanted = false)
      }
    })
  }

  /** Asks, unless that is what was asked last. */
  ask(question: Q): void {
    if (this.#asked !== null && this.#same(this.#asked, question)) return
    this.#asked = question
    this.#ask.ask(question)
  }

  /** The scenario's own question is open again: it goes first. */
  hold(): void {
    this.#ask.drop()
    this.#asked = null
  }
}
