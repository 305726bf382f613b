/** planner.regret of the contract, and the choice at a plan's risk level, which planner.path and planner.evaluate wait for: both in a task away from the thread that answers. */
import { isNoAnswer, note, type Note } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import type { Plan } from '../../shared/plan/schema'
import { solvePin } from '../engine/planner/pin'
import type { Risk } from '../engine/planner/riskyPath'
import { settingOf } from '../engine/planner/setting'
import { planModel } from '../engine/uncertainty/plan/planModel'
import { questionOf } from '../engine/uncertainty/plan/question'
import { riskNotes } from '../engine/warnings'
import type { TaskContext, TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'

/** Null for the best mean, with a note where there is no other answer. */
export async function riskOf(tasks: TaskRunner, given: Plan, context: TaskContext): Promise<{ risk: Risk | null; notes: Note[] }> {
  if (given.decision.objective.kind === 'mean') return { risk: null, notes: [] }
  const plan = given.pin === null ? given : { ...solvePin(given, given.pin).plan, pin: null }
  const risk = await tasks.run('riskPath', plan, context)
  return isNoAnswer(risk) ? { risk: null, notes: [note('risk-not-answered', { reason: risk.detail }, 'beliefs')] } : { risk, notes: [] }
}

export const regretApi = (tasks: TaskRunner): Pick<Api, 'planner.regret'> => ({
  'planner.regret': async ({ plan: given, draws, seed = given.seed }, context, typed) => {
    const { plan, path, notes } = questionOf(given)
    const made = planModel({ plan, path })
    if (isNoAnswer(made)) return made
    const { risk, notes: unanswered } = await riskOf(tasks, plan, context)
    const recommended = risk === null ? path : risk.chosen.sizes
    const answer = await tasks.run('regret', { plan, recommended, request: { method: 'sobol', draws, seed } }, context)
    if (isNoAnswer(answer)) return answer
    return {
      ...answer,
      warnings: [...defaultNotes(typed.plan, given), ...notes, ...made.notes, ...unanswered, ...riskNotes(settingOf(plan), { risk }), ...answer.warnings]
    }
  }
})
