/**
 * What drives an outcome of the answer on screen: asked only while somebody looks, once inputs rest and the simulation has its turn behind it; each change of the plan takes
 * the question back.
 */
import type { Item, Output } from '../../../shared/contract'
import type { NoAnswer } from '../../../shared/notes'
import type { Outcome } from '../../../shared/outcome'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import { CallRefused, call } from './host'
import { OfBase } from './ofBase.svelte'
import { settled } from './settled'

export type Sensitivity = Exclude<Output<'planner.sensitivity'>, NoAnswer>
export type TornadoBar = Sensitivity['tornado'][number]

/** Outcomes that can be asked about, in the order in which they are offered. */
export const DRIVEN = [
  'path.value',
  'path.points',
  'path.usd',
  'path.days',
  'path.all',
  'run.N',
  'run.C',
  'run.usd',
  'run.days'
] as const satisfies readonly OutcomeId[]
export type DrivenId = (typeof DRIVEN)[number]

interface Question {
  readonly of: Outcome
  readonly quantity: DrivenId
  readonly exact: boolean
}
export type SensitivityStatus =
  | { readonly kind: 'resting' }
  | { readonly kind: 'running'; readonly item: Item<'planner.sensitivity'> | null; readonly slow: boolean }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }

const RESTED = 300
const SLOW = 800

class SensitivityState {
  quantity = $state<DrivenId>('path.value')
  /** Whether the inputs that are exact are moved too. */
  exact = $state(false)
  current = $state.raw<(Question & { readonly answer: Sensitivity | NoAnswer }) | null>(null)
  status = $state.raw<SensitivityStatus>({ kind: 'resting' })

  /** The newest question: of an older answer than that on screen until the question to this one is put. */
  asked = $state.raw<Question | null>(null)
  #slow: ReturnType<typeof setTimeout> | undefined
  #ask = settled<Question, Sensitivity | NoAnswer>({
    send: ({ of, quantity, exact }, signal) => {
      this.status = { kind: 'running', item: null, slow: false }
      this.#slow = setTimeout(() => {
        if (this.status.kind === 'running') this.status = { ...this.status, slow: true }
      }, SLOW)
      const onItem = (item: unknown): void => {
        if (!signal.aborted && this.status.kind === 'running') this.status = { ...this.status, item: item as Item<'planner.sensitivity'> }
      }
      return call('planner.sensitivity', { plan: of.plan, quantity, exact }, { signal, onItem })
    },
    answered: (answer, question) => {
      clearTimeout(this.#slow)
      this.current = { ...question, answer }
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

  ask(of: Outcome): void {
    const { quantity, exact } = this
    const same = this.asked?.of === of && this.asked.quantity === quantity && this.asked.exact === exact
    if (!same) this.again(of)
  }

  again(of: Outcome): void {
    clearTimeout(this.#slow)
    this.asked = { of, quantity: this.quantity, exact: this.exact }
    this.status = { kind: 'resting' }
    this.#ask.ask(this.asked)
  }

  cancel(): void {
    if (this.status.kind !== 'running') return
    this.#ask.drop()
    clearTimeout(this.#slow)
    this.status = { kind: 'stopped' }
  }

  /** Nobody looks any more, or the answer has changed: an answer that is there stays, one on its way is taken back. */
  drop(): void {
    if (this.status.kind === 'done') return
    this.#ask.drop()
    clearTimeout(this.#slow)
    this.asked = null
    this.status = { kind: 'resting' }
  }
}

export const sensitivity = new SensitivityState()

/** The bars of the base for the same outcome: no shares and no switch points. */
const baseBars = new OfBase<Question, Sensitivity | NoAnswer>(
  ({ of, quantity, exact }, signal) => call('planner.sensitivity', { plan: of.plan, quantity, exact, shares: false, switches: false }, { signal }),
  (a, b) => a.of === b.of && a.quantity === b.quantity && a.exact === b.exact
)
export const driversOfBase = {
  ask: (question: Question): void => baseBars.ask(question),
  hold: (): void => baseBars.hold(),
  get problem(): string | null {
    return baseBars.problem
  },
  answerFor(of: Outcome, quantity: DrivenId, exact: boolean): Sensitivity | NoAnswer | null {
    const { current } = baseBars
    const { question, answer } = current ?? {}
    return answer !== undefined && question?.of === of && question.quantity === quantity && question.exact === exact ? answer : null
  }
}
