/** What a first scenario could be, with what it would bring: cheaper hours, or the limit that keeps a target out of reach. */
import type { Limit, Outcome } from '../../../shared/outcome'
import { slideInput } from '../../../shared/plan/edits'
import { planInputs, type PlanInputId } from '../../../shared/plan/planInputs'
import { fork } from '../../../shared/plan/scenarioEdits'
import { baseOf } from '../../../shared/plan/scenarios'
import type { Plan } from '../../../shared/plan/schema'
import { call } from './host'
import { settled } from './settled'

const CHEAPER = 0.9
/** The input that each limit is; the largest step takes a run before it instead. */
const INPUT_OF: Partial<Record<Limit, PlanInputId>> = {
  budget: 'budget',
  deadline: 'deadline',
  memory: 'accelerators',
  data: 'uniqueTokens',
  compute: 'computeLimit'
}

export interface Suggestion {
  /** The input that changes, and to what; null: hours become a tenth cheaper. */
  readonly limit: { readonly input: PlanInputId; readonly value: number } | null
  change(plan: Plan): Plan
}

/** Two digits, upwards: a limit that suffices still suffices when it is written short. */
function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(2))
}

/** Where one limit alone keeps a target out of reach: that limit, loosened as far as the nearest such target needs. Else cheaper hours. */
export function suggestionFor(outcome: Outcome): Suggestion {
  const nearest = outcome.targets
    .flatMap(({ outOfReach }) => (outOfReach?.suffices.length === 1 ? outOfReach.suffices : []))
    .flatMap(({ limit, needs }) => {
      const input = INPUT_OF[limit]
      const has = outcome.limits.find((each) => each.limit === limit)?.has
      return input === undefined || has === undefined ? [] : [{ input, value: roundedUp(needs), factor: needs / has }]
    })
    .sort((a, b) => a.factor - b.factor)
    .at(0)
  if (nearest !== undefined) return { limit: nearest, change: (plan) => slideInput(plan, nearest.input, nearest.value) }
  return {
    limit: null,
    change: (plan) => {
      const price = planInputs.price.get(plan)
      return price === null ? plan : slideInput(plan, 'price', Number((price * CHEAPER).toPrecision(3)))
    }
  }
}

class SuggestionState {
  /** What it would bring: cost of the base's path and of the suggested one. */
  current = $state.raw<{ readonly suggestion: Suggestion; readonly base: number | null; readonly usd: number | null } | null>(null)

  #question = settled<{ plan: Plan; suggestion: Suggestion }, { base: number | null; usd: number | null }>({
    send: async ({ plan, suggestion }, signal) => {
      const { base, scenarios } = await call(
        'scenarios.compare',
        { plan: fork(baseOf(plan), 'suggestion', suggestion.change(baseOf(plan))), quantities: ['path.usd'] },
        { signal }
      )
      return { base: base[0]?.value ?? null, usd: scenarios[0]?.outcomes[0]?.value ?? null }
    },
    answered: (result, { suggestion }) => (this.current = { suggestion, ...result }),
    // Without it the plain sentence stands.
    failed: () => (this.current = null),
    rest: (run) => {
      const timer = setTimeout(run, 150)
      return () => clearTimeout(timer)
    }
  })

  ask(outcome: Outcome): void {
    this.#question.ask({ plan: outcome.plan, suggestion: suggestionFor(outcome) })
  }
  drop(): void {
    this.#question.drop()
  }
}

export const suggestions = new SuggestionState()
