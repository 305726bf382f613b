/**
 * One question to the host that a screen asks again and again as its inputs change: the last good answer with the input that it belongs to, how far it is, what went wrong.
 * Quick questions are asked at most once a frame and the newest waits its turn; long ones wait until the inputs rest, and a newer one takes the older back.
 */
import type { Input, Item, Output, ProcedureName } from '../../../shared/contract'
import { call } from './host'
import { reader } from './language.svelte'
import { newest } from './newest'
import { onceAFrame } from './onceAFrame'
import { isCancelled, problemOf, sayProblem, type Problem } from './refusals'
import { same } from '../../../shared/same'
import { settled } from './settled'

export interface Answer<P extends ProcedureName> {
  readonly input: Input<P>
  readonly output: Output<P>
}

/** Milliseconds without a newer question after which a long one is asked. */
const RESTED = 150

export class Asked<P extends ProcedureName> {
  /** The last good answer; it stays while a newer one is on its way. */
  current = $state.raw<Answer<P> | null>(null)
  #refused = $state.raw<Problem | null>(null)
  /** Why the newest question has no answer, in the reader's language. */
  problem: { readonly message: string } | null = $derived(this.#refused === null ? null : { message: sayProblem(this.#refused, reader.text, reader.language) })
  progress = $state.raw<Item<P> | null>(null)
  busy = $state(false)
  cancelled = $state(false)
  #last: Input<P> | null = null
  #question: { ask(input: Input<P>): void; drop(): void }

  constructor(procedure: P, { long = false }: { long?: boolean } = {}) {
    const send = (input: Input<P>, signal?: AbortSignal): Promise<Output<P>> =>
      call(procedure, input, long && signal ? { signal, onItem: (item) => !signal.aborted && (this.progress = item as Item<P>) } : {})
    const answered = (output: Output<P>, input: Input<P>): void => {
      this.current = { input, output }
      this.#ended(null)
    }
    const failed = (reason: unknown): void => {
      if (!isCancelled(reason)) this.#ended(problemOf(reason))
    }
    this.#question = long
      ? settled<Input<P>, Output<P>>({ send, answered, failed, rest: afterRest })
      : newest<Input<P>, Output<P>>({ send, answered, failed, frame: onceAFrame((run) => requestAnimationFrame(run)) })
  }

  /** Asks, unless it is the question asked last. Rows of a large file are compared by identity, not letter by letter. */
  ask(input: Input<P>): void {
    if (this.#last !== null && same(input, this.#last)) return
    this.#last = input
    this.busy = true
    this.cancelled = false
    this.progress = null
    this.#question.ask(input)
  }

  /** Asks the same once more: after a failure or a cancelled one. */
  again(input: Input<P>): void {
    this.#last = null
    this.ask(input)
  }

  cancel(): void {
    this.#question.drop()
    this.#last = null
    this.#ended(null)
    this.cancelled = true
  }

  /** Nothing to ask: there is no answer either. */
  clear(): void {
    this.#question.drop()
    this.#last = null
    this.current = null
    this.cancelled = false
    this.#ended(null)
  }

  #ended(problem: Problem | null): void {
    this.#refused = problem
    this.busy = false
    this.progress = null
  }
}

function afterRest(run: () => void): () => void {
  const timer = setTimeout(run, RESTED)
  return () => clearTimeout(timer)
}
