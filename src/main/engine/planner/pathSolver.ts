/** The best path on the grid, exactly: the maximum of V over every increasing sequence of sizes that keeps the limits (planning-model §4, §5). */
import { arcsOf, endsOf } from './pathArcs'
import type { Arcs } from './pathArcs'
import { followed, toGo } from './pathBound'
import type { Tolls } from './pathBound'
import { searchLabels } from './pathLabels'
import type { LabelSearch } from './pathLabels'
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
  const nodes = problem.sizes.length + 1
  const mayEnd = endsOf(problem)
  const points = Float64Array.from({ length: nodes }, (_, j) => pointsAt(problem, j))
  const arcs = arcsOf(problem, false, mayEnd)
  const candidates = reachable(arcs)
    .filter((j) => mayEnd[j] && points[j]! > 0)
    .sort((i, j) => points[j]! - points[i]!)
  let labels = 0
  let searched = false
  for (let first = 0; first < candidates.length;) {
    const most = points[candidates[first]!]!
    const ends = new Uint8Array(nodes)
    for (; first < candidates.length && points[candidates[first]!]! >= most * (1 - 1e-12); first++) ends[candidates[first]!] = 1
    const found = best(problem, { ...arcs, ends })
    labels += found.labels
    searched ||= found.searched
    if (found.path !== null) return { status: 'path', path: found.path, value: pathValue(problem, found.path).points, searched, labels, missed: 0 }
  }
  return { status: mayEnd[0] ? 'nothing' : 'infeasible', path: [], value: 0, searched, labels, missed: 0 }
}

/**
 * Most points that any path within the limits reaches, without looking for the path: the best single run does, unless the step limit forbids it (null then).
 * 0 when no run is possible.
 */
export function mostPointsOfSingleRuns(problem: PathProblem): number | null {
  if (problem.step !== null) return null
  const mayEnd = endsOf(problem)
  const arcs = arcsOf(problem, false, mayEnd)
  return reachable(arcs).reduce((most, j) => (mayEnd[j] ? Math.max(most, pointsAt(problem, j)) : most), 0)
}

const pointsAt = (problem: PathProblem, node: number): number =>
  node === 0 ? 0 : problem.targets.reduce((sum, t) => sum + t.points * t.probability[node - 1]!, 0)

/** Nodes that some path within the step limit, the budget alone and the deadline alone can reach. */
function reachable(arcs: Arcs): number[] {
  const spend = new Float64Array(arcs.nodes).fill(Infinity)
  const years = new Float64Array(arcs.nodes).fill(Infinity)
  const nodes: number[] = []
  for (let j = 1; j < arcs.nodes; j++) {
    if (arcs.first[j]) {
      spend[j] = arcs.usdAtConfidence[j]! + arcs.data[j]!
      years[j] = arcs.yearsAtConfidence[j]!
    }
    // Straight there is both cheapest and quickest.
    for (let i = arcs.first[j] ? j : arcs.from[j]!; i < j; i++) {
      spend[j] = Math.min(spend[j]!, spend[i]! + arcs.usdAtConfidence[j]! + Math.max(0, arcs.data[j]! - arcs.data[i]!))
      years[j] = Math.min(years[j]!, years[i]! + arcs.yearsAtConfidence[j]!)
    }
    if (spend[j]! <= arcs.budget && years[j]! <= arcs.deadline) nodes.push(j)
  }
  return nodes
}

interface Found {
  /** Indices of sizes; null when stopping at once is best, or when no end can be reached. */
  path: number[] | null
  searched: boolean
  labels: number
  missed: number
}

function best(problem: PathProblem, arcs: Arcs): Found {
  const free = toGo(arcs, { perUsd: 0, perYear: 0 })
  if (free.W[0]![0] === -Infinity) return { path: null, searched: false, labels: 0, missed: 0 }
  const incumbent = new Incumbent(problem, arcs)
  const path = followed(free)
  const feasible = incumbent.offer(path)
  const roof = free.W[0]![0]!
  if (feasible && (!arcs.yearly || incumbent.value >= roof - 1e-12 * Math.abs(roof))) return { path: incumbent.path, searched: false, labels: 0, missed: 0 }
  incumbent.offerSingleRuns()
  const found = (search: LabelSearch): Found => ({
    path: search.path?.map((node) => node - 1) ?? incumbent.path,
    searched: true,
    labels: search.labels,
    missed: search.missed
  })
  // Where the limits hardly bind a short search is done before good tolls are found.
  const short = searchLabels(free, incumbent.value, SHORT)
  if (short.missed === 0) return found(short)
  if (short.path) incumbent.offer(short.path)
  const bound = feasible ? free : toGo(arcs, bestTolls(problem, arcs, incumbent))
  incumbent.offer(followed(bound))
  return found(searchLabels(bound, incumbent.value))
}

/** Work of the first, untolled search. */
const SHORT = 1e5

/** The best path seen so far that keeps every limit. */
class Incumbent {
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
    const path = nodes.map((node) => node - 1)
    const value = pathValue(this.problem, path)
    if (!this.arcs.ends[nodes.at(-1)!] || !withinLimits(this.problem, path, value)) return false
    if (value.expected > this.value) {
      this.value = value.expected
      this.path = path
    }
    return true
  }
  offerSingleRuns(): void {
    for (let j = 1; j < this.arcs.nodes; j++) if (this.arcs.first[j] && this.arcs.ends[j]) this.offer([j])
  }
}

/** Tolls that make the bound small: the toll of each limit in turn is narrowed until the path that follows it just keeps that limit. Any tolls ≥ 0 are right. */
function bestTolls(problem: PathProblem, arcs: Arcs, incumbent: Incumbent): Tolls {
  let tolls: Tolls = { perUsd: 0, perYear: 0 }
  for (const limit of ['perUsd', 'perYear'] as const) {
    const allowed = limit === 'perUsd' ? arcs.budget : arcs.deadline
    if (allowed === Infinity) continue
    const excess = (toll: number): number => {
      const nodes = followed(toGo(arcs, { ...tolls, [limit]: toll }, 1))
      incumbent.offer(nodes)
      const value = pathValue(
        problem,
        nodes.map((node) => node - 1)
      )
      return (limit === 'perUsd' ? value.usdAtConfidence : value.yearsAtConfidence) - allowed
    }
    if (excess(0) <= 0) {
      tolls = { ...tolls, [limit]: 0 }
      continue
    }
    // Start from what the value to gain is per unit of the limit.
    let high = Math.max(1e-300, Math.abs(toGo(arcs, tolls, 1).W[0]![0]! - Math.max(0, incumbent.value)) / allowed)
    let low = 0
    let left = excess(high)
    for (let round = 0; round < 12 && left > 0; round++) {
      low = high
      high *= 8
      left = excess(high)
    }
    // Good enough when what the path leaves of the limit is small: the bound is flat there.
    for (let round = 0; round < 6 && left < -0.01 * allowed; round++) {
      const middle = low === 0 ? high / 8 : Math.sqrt(low * high)
      const there = excess(middle)
      if (there > 0) low = middle
      else {
        high = middle
        left = there
      }
    }
    tolls = { ...tolls, [limit]: high }
  }
  return tolls
}
