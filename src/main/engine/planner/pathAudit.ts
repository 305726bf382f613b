/** What is told about the best path besides the path itself. It changes nothing in the path and takes longer than finding it, so an answer may come without. */
import type { Limit, Path } from '../../../shared/outcome'
import { gateBound } from './gateBound'
import { alternatives, bindingLimits, polishGain } from './pathExtras'
import { poseProblem, type Posed } from './pathProblem'
import type { PathSolution } from './pathSolver'
import { pathValue } from './pathValue'
import type { Setting } from './setting'

export interface PathAudit extends Pick<Path, 'binding' | 'alternatives' | 'polishGain'> {
  gateBound: Path['value']['gateBound']
}

/** Nothing of it was worked out. */
export const NOT_AUDITED: PathAudit = { binding: null, alternatives: null, polishGain: null, gateBound: null }

/** Paths of more rungs are not polished: runs that cost next to nothing make one of every grid point, and polishing would look at ten sizes around each. */
const MOST_POLISHED = 8

/** The audit of the best path of a posed problem; of "nothing" too, whose alternatives and binding limits are told as well. */
export function auditOf(setting: Setting, posed: Posed, solution: PathSolution): PathAudit {
  const { problem } = posed
  const rungs = solution.path.length
  return {
    binding: bindingIn(posed, solution),
    alternatives: alternatives(problem, solution).map(({ kind, path, value, regret, feasible }) => {
      const { usd } = pathValue(problem, path)
      return { kind, sizes: path.map((j) => problem.sizes[j]!), usd, value, regret, feasible }
    }),
    polishGain: rungs === 0 || rungs > MOST_POLISHED ? null : (polishGain(problem, solution, (sizes) => poseProblem(setting, sizes).problem)?.gainUsd ?? null),
    gateBound: boundOf(setting, posed, solution)
  }
}

/** Limits that stop a better path. Without a search the best path of all keeps budget and deadline: these two do not bind and need not be tried. */
export const bindingIn = ({ problem }: Posed, solution: PathSolution): Limit[] =>
  bindingLimits(solution.searched ? problem : { ...problem, budgetUsd: null, deadlineYears: null }, solution)

/** Where there is no size to look at there is nothing to compare and no limit that stops anything. */
export const emptyAudit = ({ objective }: Setting): PathAudit => ({
  binding: [],
  alternatives: [],
  polishGain: null,
  gateBound: objective === 'usd' ? 0 : null
})

/** For "nothing" 0, the value of never starting. */
function boundOf({ plan, observed, wanted, objective }: Setting, { problem, chances }: Posed, solution: PathSolution): number | null {
  if (objective !== 'usd') return null
  if (solution.path.length === 0) return 0
  const defined = chances.lnX.filter((scales) => scales !== null)
  if (defined.length !== wanted.length) return null
  const thresholds =
    observed === null
      ? { beliefs: wanted.map(({ belief }) => belief), lnX: defined, rho: plan.decision.correlation }
      : { observed, lnX: defined, targets: observed.states.flatMap((state, i) => (state === 'done' ? [] : [i])) }
  return gateBound(problem, solution, thresholds, plan.seed)?.bound ?? null
}
