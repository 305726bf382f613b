/**
 * What the engine answers to the plan on screen. Asked at most once a frame, newest wins; when a call fails the last good outcome stays and the reason
 * is shown. While inputs move it is asked without the audit of the path; once they rest, one more time with it.
 */
import type { Outcome, Path } from '../../../shared/outcome'
import type { Plan } from '../../../shared/plan/schema'
import { CallRefused, call } from './host'
import { newest } from './newest'
import { onceAFrame } from './onceAFrame'
import { settled } from './settled'

export interface Problem {
  readonly message: string
  readonly path: string
}

/** Milliseconds without a newer edit after which inputs rest. */
const RESTED = 150

const problemOf = (reason: unknown): Problem =>
  reason instanceof CallRefused ? { message: reason.message, path: reason.path } : { message: String(reason), path: '' }

class OutcomeState {
  /** The last good answer. */
  current = $state.raw<Outcome | null>(null)
  /** The last audited path, and the answer that it belongs to: the current one, or an older one of the same document while inputs move. */
  audited = $state.raw<{ readonly of: Outcome; readonly path: Path } | null>(null)
  /** The answer to the plan that changes are measured against: the saved one, or the base while a scenario is on screen. */
  saved = $state.raw<Outcome | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)

  /** The newest answer; null when the newest question failed. */
  #answered: Outcome | null = null
  #plan = newest<Plan, Outcome>({
    send: (plan) => call('planner.evaluate', { plan, audit: false }),
    answered: (outcome) => {
      this.current = outcome
      this.problem = null
      this.#answered = outcome
    },
    failed: (reason) => {
      this.problem = problemOf(reason)
      this.#answered = null
    },
    frame: onceAFrame((run) => requestAnimationFrame(run)),
    idle: () => {
      this.busy = false
      if (this.#answered !== null) this.#audit.ask(this.#answered)
    }
  })
  // The path of the plan as it was evaluated, a pin already solved. The answer itself stays, so that nothing is drawn or announced again; but at a risk level
  // it was about the path with the best mean, and the whole answer is asked for.
  #audit = settled<Outcome, { readonly of: Outcome; readonly path: Path }>({
    send: async (of, signal) => {
      const { plan } = of
      if (plan.decision.objective.kind === 'mean') return { of, path: await call('planner.path', { plan }, { signal }) }
      const outcome = await call('planner.evaluate', { plan }, { signal })
      return { of: outcome, path: outcome.path }
    },
    answered: (told) => {
      if (told.of !== this.current) this.current = told.of
      this.audited = told
    },
    failed: (reason) => (this.problem = problemOf(reason)),
    rest: (run) => {
      const timer = setTimeout(run, RESTED)
      return () => clearTimeout(timer)
    }
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
    this.#audit.drop()
    this.#plan.ask(plan)
  }

  /** Another document: what is still on its way belongs to the old one. */
  begin(plan: Plan, baseline: Plan): void {
    this.#plan.drop()
    this.#baseline.drop()
    this.saved = null
    this.audited = null
    this.ask(plan)
    this.#baseline.ask(baseline)
  }

  /** @param other another plan than until now, not another state of it: what was measured against is no measure any more */
  measureAgainst(baseline: Plan, other = false): void {
    if (other) {
      this.#baseline.drop()
      this.saved = null
    }
    this.#baseline.ask(baseline)
  }
}

export const outcomes = new OutcomeState()
