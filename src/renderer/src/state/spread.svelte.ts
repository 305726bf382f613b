/** How one outcome is spread over the draws of the simulation on screen, and the chance of the range that is brushed: asked at most once a frame, newest wins. */
import type { Distribution } from '../../../shared/contract/distribution'
import type { NoAnswer } from '../../../shared/notes'
import type { Outcome } from '../../../shared/outcome'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import { CallRefused, call } from './host'
import { newest } from './newest'
import { OfBase } from './ofBase.svelte'
import { onceAFrame } from './onceAFrame'
import type { SimulatedOf } from './ranges'
import { METHOD } from './simulation.svelte'

/** Outcomes that have a spread, in the order in which they are offered. */
export const SPREADS = ['path.usd', 'path.days', 'path.value', 'path.points', 'run.N', 'run.D', 'run.C', 'run.usd', 'run.days'] as const
export type SpreadId = (typeof SPREADS)[number]

/** Both ends; null is open. */
export interface BrushedRange {
  readonly from: number | null
  readonly to: number | null
}

interface Question {
  readonly of: Outcome
  readonly quantity: SpreadId
  readonly range: BrushedRange
  readonly draws: number
  readonly points: number
}
/** An answer with the question it belongs to. */
export interface SpreadOf {
  readonly of: Outcome
  readonly quantity: SpreadId
  readonly range: BrushedRange
  readonly distribution: Distribution
}

/** Steps of the curve: fewer while there are few draws, so that each holds some. */
const FEW = 20_000
const POINTS = { few: 33, many: 97 } as const

/** What is read before anybody brushes: whether the plan keeps within its limit, or gains anything. */
export function usualRange({ plan }: Outcome, quantity: OutcomeId): BrushedRange {
  const { budgetUsd, deadlineDays } = plan.limits
  if (quantity === 'path.usd' || quantity === 'run.usd') return { from: null, to: budgetUsd }
  if (quantity === 'path.days' || quantity === 'run.days') return { from: null, to: deadlineDays }
  return { from: quantity === 'path.value' ? 0 : null, to: null }
}

const distribution = ({ of, quantity, range, draws, points }: Question, signal?: AbortSignal): Promise<Distribution | NoAnswer> =>
  call('planner.distribution', { plan: of.plan, quantity, ...range, draws, method: METHOD, points }, signal === undefined ? {} : { signal })

class SpreadState {
  quantity = $state<SpreadId>('path.usd')
  /** What was brushed; null until somebody does. */
  brushed = $state.raw<BrushedRange | null>(null)
  current = $state.raw<SpreadOf | null>(null)
  /** Why the outcome has no spread, of the answer in `of`. */
  none = $state.raw<{ readonly of: Outcome; readonly why: NoAnswer } | null>(null)
  problem = $state<string | null>(null)

  #ask = newest<Question, Distribution | NoAnswer>({
    send: (question) => distribution(question),
    answered: (answer, { of, quantity, range }) => {
      this.problem = null
      if ('detail' in answer) {
        this.none = { of, why: answer }
        this.current = null
      } else {
        this.none = null
        this.current = { of, quantity, range, distribution: answer }
      }
    },
    failed: (reason) => (this.problem = reason instanceof CallRefused ? reason.message : String(reason)),
    frame: onceAFrame((run) => requestAnimationFrame(run))
  })

  /** Reads the draws that there are; there must be some, or the host would make them. */
  ask({ of, simulated, asked }: SimulatedOf): void {
    const range = this.brushed ?? usualRange(of, this.quantity)
    this.#ask.ask({ of, quantity: this.quantity, range, draws: asked, points: simulated.draws < FEW ? POINTS.few : POINTS.many })
  }

  choose(quantity: SpreadId): void {
    this.quantity = quantity
    this.brushed = null
  }
}

export const spread = new SpreadState()

/** The same outcome and range of the base, from as many draws. */
const baseSpread = new OfBase<Question, Distribution | NoAnswer>(
  distribution,
  (a, b) => a.of === b.of && a.quantity === b.quantity && a.draws === b.draws && a.range.from === b.range.from && a.range.to === b.range.to
)
export const spreadOfBase = {
  ask: (of: Outcome, { quantity, range }: SpreadOf, draws: number): void => baseSpread.ask({ of, quantity, range, draws, points: POINTS.many }),
  hold: (): void => baseSpread.hold(),
  get problem(): string | null {
    return baseSpread.problem
  },
  /** What is known of a base; of an older brush until the new one is answered. */
  answerFor(of: Outcome, quantity: SpreadId): { readonly range: BrushedRange; readonly answer: Distribution | NoAnswer } | null {
    const { current } = baseSpread
    return current !== null && current.question.of === of && current.question.quantity === quantity
      ? { range: current.question.range, answer: current.answer }
      : null
  }
}
