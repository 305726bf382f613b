/** scenarios.* of the contract. */
import { note } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { inputsOf } from '../../shared/plan/inputs'
import { kindOfOutcome, type OutcomeId } from '../../shared/plan/outcomes'
import { valueOf } from '../../shared/plan/scenarioEdits'
import { pathIn } from '../../shared/plan/scenarios'
import type { Override, Plan } from '../../shared/plan/schema'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const scenariosApi = (tasks: TaskRunner): ApiPart<'scenarios'> => ({
  'scenarios.compare': async ({ plan, scenarios: ids = plan.scenarios.map(({ id }) => id), quantities = headline(plan) }, { signal, emit }, given) => {
    const done = ids.map(() => 0)
    const total = ids.map(() => 1)
    const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)
    const base = await tasks.run('outcomes', { plan, quantities }, { signal, emit: () => undefined })
    const compared = await Promise.all(
      ids.map(async (id, i) => {
        const tell = (item: unknown): void => {
          const progress = item as { done: number; total: number }
          done[i] = progress.done
          total[i] = progress.total
          emit({ stage: 'scenarios', done: sum(done), total: sum(total) })
        }
        const { applied, ...rest } = await tasks.run('compareScenario', { plan, scenario: id, quantities }, { signal, emit: tell })
        return {
          ...rest,
          id,
          name: plan.scenarios.find((scenario) => scenario.id === id)?.name ?? '',
          changes: applied.map((override) => changeOf(plan, override)),
          outcomes: rest.outcomes.map((outcome, q) => ({ ...outcome, quantity: quantities[q]! }))
        }
      })
    )
    return {
      base: base.map((reading, q) => ({
        quantity: quantities[q]!,
        kind: kindOfOutcome(quantities[q]!),
        value: typeof reading === 'number' ? reading : null,
        reason: typeof reading === 'number' ? null : reading
      })),
      scenarios: compared,
      warnings: [...(plan.pin === null ? [] : [note('scenario-pin')]), ...defaultNotes(given.plan, plan)]
    }
  }
})

/** Outcomes that are compared unless others are asked for. */
const headline = (plan: Plan): OutcomeId[] => [
  'run.N',
  'run.D',
  'run.C',
  'run.usd',
  'run.days',
  'path.usd',
  'path.days',
  'path.all',
  plan.targets.some(({ benefit }) => benefit.kind === 'usd') || plan.decision.usdPerPoint !== null ? 'path.value' : 'path.points',
  ...plan.targets.map(({ id }): OutcomeId => `probability@${id}`)
]

/** The input of the registry that shows a field, or the only one within it; null for a choice that is more than its number, such as the law. */
function inputFor(plan: Plan, { target, field }: Override): string | null {
  const path = pathIn(plan, { target, field })
  // `wanted` is another name of the focus's own.
  const inputs = inputsOf(plan).filter((input) => input.target === target && input.id !== 'wanted')
  const inside = inputs.filter((input) => input.path(plan).startsWith(`${path}.`))
  return inputs.find((input) => input.path(plan) === path)?.id ?? (inside.length === 1 && field !== 'law' ? inside[0]!.id : null)
}

const changeOf = (plan: Plan, override: Override) => ({
  target: override.target,
  field: override.field,
  input: inputFor(plan, override),
  from: valueOf(plan, override) ?? null,
  to: override.value
})
