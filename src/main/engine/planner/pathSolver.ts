/** The best path on the grid, exactly: the maximum of V over every increasing sequence of sizes that keeps the limits (docs/model.md, Path). */
import { arcsOf, endsOf, leastBefore } from './pathArcs'
import type { Arcs } from './pathArcs'
import { afterRun, followed, NO_TOLLS, stepValue, toGo } from './pathBound'
import { searchLabels } from './pathLabels'
import type { LabelSearch } from './pathLabels'
import { tightTolls } from './pathTolls'
import type { Best } from './pathTolls'
import { pathValue, withinLimits } from './pathValue'
import type { PathProblem } from './problem'

export interface PathSolution {
  /** `nothing`: no run is worth its cost, or none is possible. `infeasible`: no path within the limits satisfies the must-targets. */
  status: 'path' | 'nothing' | 'infeasible'
  /** Indices into `sizes`, increasing; empty unless `path`. */
  path: number[]
  /** V in USD, or expected points; 0 unless `path`. */
  value: number
  /** True when the limits made the label search necessary, and how many labels it kept. */
  searched: boolean
  labels: number
  /** 0: the path is the optimum. Else the search was cut short and a better path could be worth at most this much more, USD (see pathLabels). */
  missed: number
}

/** Best path for the problem's objective: most V; or most points within the limits (ties to 1e-12 relative), then least expected cost, not discounted. */
export function solvePath(problem: PathProblem): PathSolution {
  return problem.objective === 'usd' ? mostMoney(problem) : mostPoints(problem)
}

function mostMoney(problem: PathProblem): PathSolution {
  const ends = endsOf(problem)
  const found = best(problem, arcsOf(problem, true, ends))
  if (found.path === null) return { ...found, status: ends[0] ? 'nothing' : 'infeasible', path: [], value: 0 }
  const { expected, expectedCost } = pathValue(problem, found.path)
  // A path that is worth 0 but for rounding is no better than nothing.
  if (ends[0] && expected <= 1e-12 * expectedCost) return { ...found, status: 'nothing', path: [], value: 0 }
  return { ...found, status: 'path', path: found.path, value: expected }
}

/**
 * Points depend on the last run alone, so ends are tried from the most points down, ties together, until one group can be reached within the limits.
 * The cost that breaks the tie is not discounted: with a discount it would pay to put a run that has to be paid anyway off by small runs of no use.
 */
function mostPoints(discounted: PathProblem): PathSolution {
  const problem: PathProblem = { ...discounted, discountRate: 0 }
  const mayEnd = endsOf(problem)
  const candidates = reachable(arcsOf(problem, false, mayEnd))
    .filter((k) => mayEnd[k + 1] && pointsAt(problem, k) > 0)
    .sort((i, j) => pointsAt(problem, j) - pointsAt(problem, i))
  const sums = { searched: false, labels: 0, missed: 0 }
  for (let first = 0; first < candidates.length;) {
    const most = pointsAt(problem, candidates[first]!)
    const ends = new Uint8Array(mayEnd.length)
    for (; first < candidates.length && pointsAt(problem, candidates[first]!) >= most * (1 - 1e-12); first++) ends[candidates[first]! + 1] = 1
    const found = best(problem, arcsOf(problem, false, ends))
    sums.labels += found.labels
    sums.searched ||= found.searched
    sums.missed = Math.max(sums.missed, found.missed)
    if (found.path !== null) return { status: 'path', path: found.path, value: pathValue(problem, found.path).points, ...sums }
  }
  return { status: mayEnd[0] ? 'nothing' : 'infeasible', path: [], value: 0, ...sums }
}

/**
 * Most points that any path within the limits reaches, without looking for the path: the best single run does, unless the step limit forbids it (null then).
 * 0 when no run is possible.
 */
export function mostPointsOfSingleRuns(problem: PathProblem): number | null {
  if (problem.step !== null) return null
  const mayEnd = endsOf(problem)
  const arcs = arcsOf(problem, false, mayEnd)
  return reachable(arcs).reduce((most, k) => (mayEnd[k + 1] ? Math.max(most, pointsAt(problem, k)) : most), 0)
}

const pointsAt = ({ targets }: PathProblem, k: number): number => targets.reduce((sum, t) => sum + t.points * t.probability[k]!, 0)

/** Nodes that some path within the step limit, the budget alone and the deadline alone can reach, as sizes. */
function reachable(arcs: Arcs): number[] {
  const spend = leastBefore(arcs, arcs.usdAtConfidence, arcs.dataAtConfidence)
  const years = leastBefore(arcs, arcs.yearsAtConfidence, new Float64Array(arcs.nodes))
  return Array.from(arcs.size).filter((_k, j) => j > 0 && spend[j]! <= arcs.budget && years[j]! <= arcs.deadline)
}

interface Found {
  /** Indices of sizes; null when stopping at once is best, or when no end can be reached. */
  path: number[] | null
  searched: boolean
  labels: number
  missed: number
}

function best(problem: PathProblem, arcs: Arcs): Found {
  const free = toGo(arcs, NO_TOLLS)
  if (free.W[0]![0] === -Infinity) return { path: null, searched: false, labels: 0, missed: 0 }
  const incumbent = new Incumbent(problem, arcs)
  const feasible = incumbent.offer(followed(free))
  const roof = free.W[0]![0]!
  if (feasible && (!arcs.yearly || incumbent.value >= roof - 1e-12 * Math.abs(roof))) return { path: incumbent.path, searched: false, labels: 0, missed: 0 }
  incumbent.offerBestSingleRun()
  const found = (search: LabelSearch): Found => ({
    path: search.path === null ? incumbent.path : sizesOf(arcs, search.path),
    searched: true,
    labels: search.labels,
    missed: search.missed
  })
  // Where the limits hardly bind a short search is done before good tolls are found.
  const short = searchLabels(free, incumbent.value, SHORT)
  if (short.missed === 0) return found(short)
  if (short.path) incumbent.offer(short.path)
  const bound = feasible ? free : toGo(arcs, tightTolls(arcs, incumbent))
  incumbent.offer(followed(bound))
  return found(searchLabels(bound, incumbent.value))
}

/** Work of the first, untolled search. */
const SHORT = 1e5

const sizesOf = (arcs: Arcs, nodes: readonly number[]): number[] => nodes.map((node) => arcs.size[node]!)

/** The best path seen so far that keeps every limit. */
class Incumbent implements Best {
  /** Indices of sizes. */
  path: number[] | null = null
  value: number
  constructor(
    private readonly problem: PathProblem,
    private readonly arcs: Arcs
  ) {
    this.value = arcs.ends[0] ? 0 : -Infinity
  }
  /** Takes node numbers; true when the path keeps the limits. */
  offer(nodes: readonly number[]): boolean {
    if (nodes.length === 0) return this.arcs.ends[0] === 1
    const path = sizesOf(this.arcs, nodes)
    const value = pathValue(this.problem, path)
    if (!this.arcs.ends[nodes.at(-1)!] || !withinLimits(this.problem, path, value)) return false
    if (value.expected > this.value) {
      this.value = value.expected
      this.path = path
    }
    return true
  }
  offerBestSingleRun(): void {
    const { arcs } = this
    let most = -Infinity
    let node = 0
    for (let j = 1; j <= arcs.to[0]!; j++) {
      const value = arcs.ends[j] ? stepValue(arcs, 0, j, 0, afterRun(arcs, 0, j)) : -Infinity
      if (value > most) [most, node] = [value, j]
    }
    if (node > 0) this.offer([node])
  }
}
