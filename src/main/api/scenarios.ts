/** scenarios.* of the contract. */
import { note } from '../../shared/notes'
import { settingOf } from '../engine/planner/setting'
import { riskNotes } from '../engine/warnings'
import { defaultNotes } from '../../shared/plan/complete'
import { headlineOutcomes, kindOfOutcome } from '../../shared/plan/outcomes'
import { inputOfOverride } from '../../shared/plan/overrideInput'
import { valueOf } from '../../shared/plan/scenarioEdits'
import type { Override, Plan } from '../../shared/plan/schema'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const scenariosApi = (tasks: TaskRunner): ApiPart<'scenarios'> => ({
  'scenarios.compare': async ({ plan, scenarios: ids = plan.scenarios.map(({ id }) => id), quantities = headlineOutcomes(plan) }, { signal, emit }, given) => {
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
      warnings: [...(plan.pin === null ? [] : [note('scenario-pin')]), ...riskNotes(settingOf(plan), { risk: null }), ...defaultNotes(given.plan, plan)]
    }
  }
})

const changeOf = (plan: Plan, override: Override) => ({
  target: override.target,
  field: override.field,
  input: inputOfOverride(plan, override)?.id ?? null,
  from: valueOf(plan, override) ?? null,
  to: override.value
})
