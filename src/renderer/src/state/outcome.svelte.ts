/**
 * What the engine answers to the plan on screen. Asked at most once a frame, newest wins; when a call fails the last good outcome stays and the reason
 * is shown.
 */
import type { Outcome } from '../../../shared/outcome'
import type { Plan } from '../../../shared/plan/schema'
import { CallRefused, call } from './host'
import { newest } from './newest'

export interface Problem {
  readonly message: string
  readonly path: string
}

const problemOf = (reason: unknown): Problem =>
  reason instanceof CallRefused ? { message: reason.message, path: reason.path } : { message: String(reason), path: '' }

class OutcomeState {
  /** The last good answer. */
  current = $state.raw<Outcome | null>(null)
  /** The answer to the saved plan, against which changes are measured. */
  saved = $state.raw<Outcome | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)

  #plan = newest<Plan, Outcome>({
    send: (plan) => call('planner.evaluate', { plan }),
    answered: (outcome) => {
      this.current = outcome
      this.problem = null
    },
    failed: (reason) => (this.problem = problemOf(reason)),
    frame: (run) => requestAnimationFrame(run),
    idle: () => (this.busy = false)
  })
  #baseline = newest<Plan, Outcome>({
    send: (plan) => call('planner.evaluate', { plan }),
    answered: (outcome) => (this.saved = outcome),
    // Without it there are no deltas; the plan's own failure is shown above.
    failed: () => (this.saved = null),
    frame: (run) => run()
  })

  ask(plan: Plan): void {
    this.busy = true
    this.#plan.ask(plan)
  }

  /** Another document: what is still on its way belongs to the old one. */
  begin(plan: Plan, baseline: Plan): void {
    this.#plan.drop()
    this.#baseline.drop()
    this.saved = null
    this.ask(plan)
    this.#baseline.ask(baseline)
  }

  measureAgainst(baseline: Plan): void {
    this.#baseline.ask(baseline)
  }
}

export const outcomes = new OutcomeState()
