/**
 * Rules that bind fields of a plan to each other, apart from what each field may be by itself. The schema refuses by them, and a scenario, whose changes are each
 * good by themselves, is checked against them alone: that needs no zod and takes microseconds, so the screen can do it at every move of a slider.
 */
import { beliefProblems } from './beliefRules'
import type { PlanShape } from './schema'

export interface Problem {
  path: (string | number)[]
  message: string
}

export const floorBelowCeiling = ({ floor, ceiling }: { floor: number; ceiling: number }): boolean => floor < ceiling
export const FLOOR_PROBLEM: Problem = { path: ['floor'], message: 'expected floor below ceiling, for example 0 and 1' }

/** A law and its alternatives: each once, with the constants that an own fit needs, and something of the belief left to the law itself. */
export function lawProblems({ id, fitted, alternatives = [] }: PlanShape['law']): Problem[] {
  const ids = [id, ...alternatives.map((each) => each.id)]
  const problem = (field: string, message: string): Problem[] => [{ path: [field], message }]
  if (fitted === undefined && ids.includes('fitted:chinchilla'))
    return problem(
      'fitted',
      `expected the constants of your own fit, for example {"constants": {"E": 1.8, "A": 480, "B": 2100, "alpha": 0.35, "beta": 0.37}, "source": "our 40 runs"}`
    )
  if (new Set(ids).size < ids.length) return problem('alternatives', 'expected each law once, and none that is the law of the plan')
  return alternatives.reduce((sum, { weight }) => sum + weight, 0) < 1
    ? []
    : problem('alternatives', 'expected weights that leave something of 1 to the law of the plan, for example 0.3 and 0.2')
}

/** Results of finished runs for targets that the plan does not have. */
function actualsProblems({ actuals, targets }: Pick<PlanShape, 'actuals' | 'targets'>): Problem[] {
  const known = new Set(targets.map((target) => target.id))
  return actuals.flatMap(({ results }, run) =>
    results.flatMap(({ target }, i) =>
      known.has(target)
        ? []
        : [{ path: ['actuals', run, 'results', i, 'target'], message: `expected the id of one of the plan's targets; there is no "${target}"` }]
    )
  )
}

/** Problems of the plan as a whole: ids that are there twice, a focus that is not there, beliefs about what the plan does not have, results of nothing. */
export function wholeProblems({ targets, focus, ...plan }: PlanShape): Problem[] {
  const twice = targets.flatMap(({ id }, i): Problem[] =>
    targets.slice(0, i).some((before) => before.id === id)
      ? [{ path: ['targets', i, 'id'], message: `expected each target to have its own id; "${id}" is there twice` }]
      : []
  )
  const lost: Problem[] =
    focus !== null && targets.length > 0 && !targets.some(({ id }) => id === focus)
      ? [{ path: ['focus'], message: `expected the id of one of the targets, for example "${targets[0]!.id}"` }]
      : []
  const whole = { ...plan, targets, focus }
  return [...twice, ...lost, ...beliefProblems(whole), ...actualsProblems(whole)]
}

/** Every problem of a plan whose fields are each good by themselves, in the order in which the schema finds them. */
export function problemsTogether(plan: PlanShape): Problem[] {
  const within = [
    ...plan.targets.flatMap((target, i) => (floorBelowCeiling(target) ? [] : [{ ...FLOOR_PROBLEM, path: ['targets', i, ...FLOOR_PROBLEM.path] }])),
    ...lawProblems(plan.law).map(({ path, message }) => ({ path: ['law', ...path], message }))
  ]
  return within.length > 0 ? within : wholeProblems(plan)
}
