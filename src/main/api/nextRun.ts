/** planner.nextRun of the contract: in one task away from the thread that answers. */
import { isNoAnswer, note } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { cornerNotes } from '../engine/uncertainty/information/actions'
import { planModel } from '../engine/uncertainty/plan/planModel'
import { questionOf } from '../engine/uncertainty/plan/question'
import { riskNotes } from '../engine/warnings'
import type { TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'

export const nextRunApi = (tasks: TaskRunner): Pick<Api, 'planner.nextRun'> => ({
  'planner.nextRun': async ({ plan: given, seed = given.seed, draws, candidates }, context, typed) => {
    const { plan, path, notes } = questionOf(given)
    const made = planModel({ plan, path })
    if (isNoAnswer(made)) return made
    const answer = await tasks.run('nextRun', { plan, candidates: candidates ?? null, request: { method: 'sobol', draws, seed } }, context)
    if (isNoAnswer(answer)) return answer
    const defaults = candidates === undefined ? [note('information-usual-candidates')] : []
    // These draws weigh what finished runs showed with every drawn number, unlike those of a simulation.
    const ofPlan = made.notes.filter(({ code }) => code !== 'simulation-results-central')
    return {
      ...answer,
      warnings: [
        ...defaultNotes(typed.plan, given),
        ...notes,
        ...made.setting.soFar.notes,
        ...riskNotes(made.setting, { risk: null }),
        ...cornerNotes(made.setting),
        ...ofPlan,
        ...answer.warnings,
        ...defaults
      ]
    }
  }
})
