/**
 * The scenarios of the document beside its base, as the engine compares them, and the frontier of each. Asked while the screen that shows them is open, once
 * the plan rests; a newer question takes the older one back. What was there stays until the new answer comes.
 */
import type { Output } from '../../../shared/contract'
import type { Frontier } from '../../../shared/outcome'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import { planOf } from '../../../shared/plan/scenarios'
import type { Plan } from '../../../shared/plan/schema'
import { CallRefused, call } from './host'
import { settled } from './settled'

export type Compared = Output<'scenarios.compare'>

/** Milliseconds without a newer edit after which the plan rests. */
const RESTED = 150

export interface Asked {
  readonly document: Plan
  readonly quantities: readonly OutcomeId[]
}
export interface Comparison extends Asked {
  readonly compared: Compared
  /** By id of the scenario; the base under null. */
  readonly frontiers: ReadonlyMap<string | null, Frontier>
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))
const rest = (run: () => void): (() => void) => {
  const timer = setTimeout(run, RESTED)
  return () => clearTimeout(timer)
}

class ComparisonState {
  /** The last good answer and what it belongs to. */
  current = $state.raw<Comparison | null>(null)
  progress = $state.raw<{ done: number; total: number } | null>(null)
  problem = $state<string | null>(null)
  busy = $state(false)
  cancelled = $state(false)
  /** The newest question. */
  asked: Asked | null = null

  #question = settled<Asked, Comparison>({
    send: async (asked, signal) => {
      const { document, quantities } = asked
      const ids = [null, ...document.scenarios.map(({ id }) => id)]
      const [compared, ...frontiers] = await Promise.all([
        call(
          'scenarios.compare',
          { plan: document, quantities: [...quantities] },
          {
            signal,
            onItem: (item) => {
              const { done, total } = item as { done: number; total: number }
              if (!signal.aborted) this.progress = { done, total }
            }
          }
        ),
        ...ids.map((id) => call('planner.frontier', { plan: planOf(document, id), over: 'usd' }, { signal }))
      ])
      return { ...asked, compared, frontiers: new Map(ids.map((id, i) => [id, frontiers[i]!])) }
    },
    answered: (comparison) => {
      this.current = comparison
      this.#ended(null)
    },
    failed: (reason) => {
      if (!(reason instanceof CallRefused && reason.code === 'cancelled')) this.#ended(messageOf(reason))
    },
    rest
  })

  ask(asked: Asked): void {
    this.asked = asked
    this.busy = true
    this.cancelled = false
    this.progress = null
    this.#question.ask(asked)
  }

  /** The screen is left: nobody waits for an answer. */
  drop(): void {
    this.#question.drop()
    this.#ended(null)
  }

  cancel(): void {
    this.#question.drop()
    this.#ended(null)
    this.cancelled = true
  }

  #ended(problem: string | null): void {
    this.problem = problem
    this.busy = false
    this.progress = null
  }
}

export const comparison = new ComparisonState()
