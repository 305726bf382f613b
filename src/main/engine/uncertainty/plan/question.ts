/** What is simulated of a plan: with its pin solved, as the outcome has it, and the path that the planner recommends held in every draw. */
import { isNoAnswer, note, type Note } from '../../../../shared/notes'
import { inputOf } from '../../../../shared/plan/inputs'
import type { Plan } from '../../../../shared/plan/schema'
import { solvePin } from '../../planner/pin'
import { planPath } from '../../planner/recommendedPath'
import { settingOf } from '../../planner/setting'
import { riskNotes } from '../../warnings'
import { lawDrawsOf } from './lawDraws'
import type { PlanModelParameters } from './planModel'

export interface Question extends PlanModelParameters {
  /** Why nothing is run. */
  nothing: Note | null
  notes: Note[]
}

export function questionOf(given: Plan): Question {
  const { plan, notes } = given.pin === null ? { plan: given, notes: [] } : pinned(given, given.pin)
  const setting = settingOf(plan)
  const { path } = planPath(setting, false)
  const laws = lawDrawsOf(plan)
  const told = [...notes, ...(isNoAnswer(laws) ? [] : laws.notes), ...riskNotes(setting, { risk: null })]
  return { plan, path: path.rungs.map(({ run }) => run.N), nothing: path.nothing, notes: told }
}

/** The input that gives way is solved for, so what was believed about it does not count. */
function pinned(given: Plan, pin: NonNullable<Plan['pin']>): { plan: Plan; notes: Note[] } {
  const { plan } = solvePin(given, pin)
  const solved = inputOf(plan, pin.vary)
  const name = solved?.beliefId(plan) ?? null
  const believed = name !== null && plan.beliefs.some(({ input }) => input === name)
  if (!believed || solved === null) return { plan, notes: [] }
  const field = solved.path(plan)
  return { plan: { ...plan, beliefs: plan.beliefs.filter(({ input }) => input !== name) }, notes: [note('belief-pinned', { field }, field)] }
}
