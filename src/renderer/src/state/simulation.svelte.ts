/**
 * The simulation of the answer on screen. Asked once inputs rest: a rough answer at once, sharper ones as draws come in. Each change of the plan takes the one on its way
 * back; what was known stays beside the answer that it belongs to. Nothing else waits for it.
 */
import type { Simulated } from '../../../shared/contract/simulate'
import type { NoAnswer } from '../../../shared/notes'
import type { Outcome } from '../../../shared/outcome'
import { CallRefused, call } from './host'
import type { SimulatedOf } from './ranges'
import { settled } from './settled'

export const DRAWS = [10_000, 100_000, 1_000_000] as const
export type Draws = (typeof DRAWS)[number]
export const METHOD = 'sobol'

export type SimulationStatus =
  | { readonly kind: 'resting' }
  /** `of` and `draws` once something is known. */
  | { readonly kind: 'running'; readonly draws: number; readonly of: number | null; readonly slow: boolean }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped'; readonly draws: number; readonly of: number | null }
  | { readonly kind: 'failed'; readonly reason: string }

interface Question {
  readonly of: Outcome
  readonly draws: Draws
}

/** Milliseconds without a newer answer after which inputs rest, and after which a wait is put into words. */
const RESTED = 150
const SLOW = 800

class SimulationState {
  draws = $state<Draws>(100_000)
  /** The newest that is known. */
  current = $state.raw<SimulatedOf | null>(null)
  /** Why there is nothing to simulate, of the answer in `of`. */
  none = $state.raw<{ readonly of: Outcome; readonly why: NoAnswer } | null>(null)
  status = $state.raw<SimulationStatus>({ kind: 'resting' })

  /** The newest question: of an older answer than that on screen until the question to this one is put. */
  asked = $state.raw<Question | null>(null)
  #slow: ReturnType<typeof setTimeout> | undefined
  #simulate = settled<Question, Simulated | NoAnswer>({
    send: (question, signal) => {
      this.status = { kind: 'running', draws: 0, of: null, slow: false }
      this.#slow = setTimeout(() => {
        if (this.status.kind === 'running') this.status = { ...this.status, slow: true }
      }, SLOW)
      const onItem = (item: unknown): void => {
        if (!signal.aborted) this.#take(question, item as Simulated)
      }
      return call('planner.simulate', { plan: question.of.plan, draws: question.draws, method: METHOD }, { signal, onItem })
    },
    answered: (answer, question) => {
      clearTimeout(this.#slow)
      if ('detail' in answer) {
        this.none = { of: question.of, why: answer }
        this.current = null
      } else this.#take(question, answer)
      this.status = { kind: 'done' }
    },
    failed: (reason) => {
      clearTimeout(this.#slow)
      this.status = { kind: 'failed', reason: reason instanceof CallRefused ? reason.message : String(reason) }
    },
    rest: (run) => {
      const timer = setTimeout(run, RESTED)
      return () => clearTimeout(timer)
    }
  })

  /** Simulates an answer, unless that is done or on its way already. */
  ask(of: Outcome): void {
    if (this.asked?.of === of && this.asked.draws === this.draws) return
    this.again(of)
  }

  again(of: Outcome): void {
    clearTimeout(this.#slow)
    this.asked = { of, draws: this.draws }
    this.status = { kind: 'resting' }
    this.none = null
    this.#simulate.ask(this.asked)
  }

  /** Ends it where it is; what is known stays. */
  cancel(): void {
    if (this.status.kind !== 'running') return
    const { draws, of } = this.status
    this.#simulate.drop()
    clearTimeout(this.#slow)
    this.status = { kind: 'stopped', draws, of }
  }

  /** No answer is on screen any more. */
  drop(): void {
    this.#simulate.drop()
    clearTimeout(this.#slow)
    this.asked = null
    this.status = { kind: 'resting' }
  }

  #take({ of, draws }: Question, simulated: Simulated): void {
    this.current = { of, simulated, asked: draws }
    if (this.status.kind === 'running') this.status = { ...this.status, draws: simulated.draws, of: simulated.of }
  }
}

export const simulation = new SimulationState()
