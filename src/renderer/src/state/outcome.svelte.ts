/**
 * What the engine answers to the plan on screen. Asked at most once a frame, newest wins; when a call fails the last good outcome stays and the reason
 * is shown. While inputs move it is asked without the audit of the path; once they rest, one more time with it. The frontier of a plan is asked for by itself,
 * after its numbers.
 */
import type { Frontier, Outcome, Path } from '../../../shared/outcome'
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

interface Question {
  readonly plan: Plan
  /** With the frontier in the same answer: for the first of a document, whose figure would else be empty for a moment. */
  readonly frontier: boolean
}

/** An answer with its frontier; `of` is the answer as it came, with the frontier or without. */
export interface Pictured {
  readonly of: Outcome
  readonly outcome: Outcome
}

const problemOf = (reason: unknown): Problem =>
  reason instanceof CallRefused ? { message: reason.message, path: reason.path } : { message: String(reason), path: '' }

class OutcomeState {
  /** The last good answer; the columns of its frontier may be empty, those of `pictured` are not. */
  current = $state.raw<Outcome | null>(null)
  /** The newest answer whose frontier is known: the current one, or the one before while its own is on its way. */
  pictured = $state.raw<Pictured | null>(null)
  /** The last audited path, and the answer that it belongs to: the current one, or an older one of the same document while inputs move. */
  audited = $state.raw<{ readonly of: Outcome; readonly path: Path } | null>(null)
  /** The answer to the plan that changes are measured against: the saved one, or the base while a scenario is on screen. */
  saved = $state.raw<Outcome | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)

  /** The newest answer; null when the newest question failed. */
  #answered: Outcome | null = null
  #plan = newest<Question, Outcome>({
    send: ({ plan, frontier }) => call('planner.evaluate', { plan, audit: false, frontier }),
    answered: (outcome, { frontier }) => {
      this.current = outcome
      this.problem = null
      this.#answered = outcome
      if (frontier) this.#whole(outcome)
      else this.#frontier.ask(outcome)
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
  #frontier = newest<Outcome, Frontier>({
    send: ({ plan }) => call('planner.frontier', { plan, pointwise: false }),
    answered: (frontier, of) => (this.pictured = { of, outcome: { ...of, frontier } }),
    failed: (reason) => (this.problem = problemOf(reason)),
    frame: (run) => run()
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
      if (told.of !== this.current) {
        this.current = told.of
        this.#whole(told.of)
      }
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

  ask(plan: Plan, frontier = this.pictured === null): void {
    this.busy = true
    this.#audit.drop()
    this.#plan.ask({ plan, frontier })
  }

  /** An answer with its frontier. */
  #whole(outcome: Outcome): void {
    this.#frontier.drop()
    this.pictured = { of: outcome, outcome }
  }

  /** Another document: what is still on its way belongs to the old one. */
  begin(plan: Plan, baseline: Plan): void {
    this.#plan.drop()
    this.#frontier.drop()
    this.#baseline.drop()
    this.saved = null
    this.audited = null
    this.ask(plan, true)
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
