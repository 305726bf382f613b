/** What stands beside the best path: other choices and what they would lose, the limits that hold it back, and what the grid costs. */
import type { Limit } from '../../../shared/outcome'
import { mostPointsOfSingleRuns, solvePath } from './pathSolver'
import type { PathSolution } from './pathSolver'
import { pathValue, withinLimits } from './pathValue'
import type { PathValue } from './pathValue'
import { FORBIDDEN_BY } from './problem'
import type { PathProblem } from './problem'

export interface Alternative {
  kind: 'nothing' | 'single' | 'everyTarget' | 'largest'
  /** Indices into `sizes`. */
  path: number[]
  /** V in USD, or expected points. */
  value: number
  /** Value of the best path less this one's; may be negative for a path that breaks a limit. */
  regret: number
  feasible: boolean
}

/** Nothing; the best single run; the smallest run that reaches every wanted probability; the largest run that is allowed. Those that do not exist are left out. */
export function alternatives(problem: PathProblem, solution: PathSolution): Alternative[] {
  const worth = (value: PathValue): number => (problem.objective === 'usd' ? value.expected : value.points)
  const singles: { node: number; value: number }[] = []
  for (let node = 0; node < problem.sizes.length; node++) {
    const value = pathValue(problem, [node])
    if (withinLimits(problem, [node], value)) singles.push({ node, value: worth(value) })
  }
  const best = singles.reduce<{ node: number; value: number } | null>((b, s) => (b === null || s.value > b.value ? s : b), null)
  const every = problem.sizes.findIndex((_N, node) => problem.targets.every((t) => t.probability[node]! >= t.wanted - 1e-9))
  const list: [Alternative['kind'], number[]][] = [['nothing', []]]
  if (best !== null) list.push(['single', [best.node]])
  if (every >= 0 && problem.targets.length > 0) list.push(['everyTarget', [every]])
  if (singles.length > 0) list.push(['largest', [singles.at(-1)!.node]])
  return list.map(([kind, path]) => {
    const value = pathValue(problem, path)
    return { kind, path, value: worth(value), regret: solution.value - worth(value), feasible: withinLimits(problem, path, value) }
  })
}

/** The problem without one limit. */
function without(problem: PathProblem, limit: Limit): PathProblem {
  if (limit === 'budget') return { ...problem, budgetUsd: null }
  if (limit === 'deadline') return { ...problem, deadlineYears: null }
  if (limit === 'step') return { ...problem, step: null }
  return { ...problem, forbidden: problem.forbidden.map((bits) => bits & ~FORBIDDEN_BY[limit]) }
}

/**
 * Limits that stop a better path: those whose removal alone changes the optimum; where several stop it at once and none alone would help, those that the best path
 * without any limit breaks. Empty when no limit matters.
 */
export function bindingLimits(problem: PathProblem, solution: PathSolution): Limit[] {
  const set = limitsOf(problem)
  if (set.length === 0) return []
  const better = (other: Pick<PathSolution, 'status' | 'value'>): boolean =>
    solution.status === 'infeasible' ? other.status !== 'infeasible' : other.value > solution.value + 1e-9 * Math.max(Math.abs(solution.value), 1e-300)
  const free = best(set.reduce(without, problem))
  if (!better(free)) return []
  if (set.length === 1) return set
  const alone = set.filter((limit) => better(best(without(problem, limit))))
  if (alone.length > 0) return alone
  return set.filter((limit) => !withinLimits(set.filter((l) => l !== limit).reduce(without, problem), free.path))
}

/** Points need no path where the best end can be run straight. */
function best(problem: PathProblem): Pick<PathSolution, 'status' | 'value' | 'path'> {
  const points = problem.objective === 'points' ? mostPointsOfSingleRuns(problem) : null
  if (points === null) return solvePath(problem)
  return points > 0 ? { status: 'path', value: points, path: singleWith(problem, points) } : { status: 'infeasible', value: 0, path: [] }
}

const singleWith = (problem: PathProblem, points: number): number[] =>
  [problem.sizes.findIndex((_N, k) => problem.targets.reduce((sum, t) => sum + t.points * t.probability[k]!, 0) >= points * (1 - 1e-12))].filter((k) => k >= 0)

function limitsOf(problem: PathProblem): Limit[] {
  const bits = problem.forbidden.reduce((all, b) => all | b, 0)
  const limits: Limit[] = []
  if (problem.budgetUsd !== null) limits.push('budget')
  if (problem.deadlineYears !== null) limits.push('deadline')
  for (const limit of ['memory', 'data', 'compute'] as const) if (bits & FORBIDDEN_BY[limit]) limits.push(limit)
  if (problem.step !== null) limits.push('step')
  return limits
}

export interface Polish {
  /** Value gained, USD, ≥ 0. */
  gainUsd: number
  /** The sizes that gain it, N. */
  sizes: number[]
}

/** Sizes tried on each side of a rung, and how often the neighbourhood is narrowed by that number. */
const EACH_SIDE = 4
const ROUNDS = 3

/**
 * What moving the sizes of the best path between grid points would gain, by solving again on a fine grid around each rung, three times narrower each time.
 * `at` builds the same problem at other sizes (increasing). null when there is no path or the objective is points.
 */
export function polishGain(problem: PathProblem, solution: PathSolution, at: (sizes: Float64Array) => PathProblem): Polish | null {
  if (solution.status !== 'path' || problem.objective !== 'usd') return null
  let sizes = solution.path.map((node) => problem.sizes[node]!)
  let value = solution.value
  let reach = Math.max(...solution.path.map((node) => spacing(problem.sizes, node)))
  if (reach === 0) return { gainUsd: 0, sizes }
  for (let round = 0; round < ROUNDS; round++) {
    const fine = new Set<number>()
    for (const N of sizes) for (let m = -EACH_SIDE; m <= EACH_SIDE; m++) fine.add(m === 0 ? N : N * Math.exp((reach * m) / EACH_SIDE))
    const local = at(Float64Array.from(fine).sort())
    const found = solvePath(local)
    if (found.status === 'path' && found.value > value) {
      value = found.value
      sizes = found.path.map((node) => local.sizes[node]!)
    }
    reach /= EACH_SIDE
  }
  return { gainUsd: value - solution.value, sizes }
}

/** ln of the larger ratio to a neighbour on the grid. */
function spacing(sizes: Float64Array, node: number): number {
  const N = sizes[node]!
  return Math.max(node > 0 ? Math.log(N / sizes[node - 1]!) : 0, node + 1 < sizes.length ? Math.log(sizes[node + 1]! / N) : 0)
}
