/**
 * What no gate, however fine, can beat (docs/model.md, Path): the mean over the thresholds T of the best path when every T is known beforehand.
 * For each draw of T the known-T optimum is compared with what the chosen path earns on the same draw; the mean difference, never negative, is added to the path's exact value.
 */
import { normalQuantile } from '../numeric/normal'
import type { TargetBelief } from './belief'
import { conditional, conditionalOf } from './conditional'
import type { Observed } from './observed'
import type { PathSolution } from './pathSolver'
import { withinLimits } from './pathValue'
import { annuity, discountPerYear, stepUsd } from './problem'
import type { PathProblem } from './problem'

export interface Thresholds {
  beliefs: readonly TargetBelief[]
  /** ln of the scale of each size on the axis of each target. */
  lnX: readonly Float64Array[]
  rho: number
}

/** The same given what finished runs showed: `targets` of the problem by their place in the plan. */
export interface ObservedThresholds {
  observed: Observed
  lnX: readonly Float64Array[]
  targets: readonly number[]
}

/**
 * Bound and its standard error, USD (of what the draws saw: cases rarer than one in `draws` may be missing), over `draws` quasi-random thresholds (an additive recurrence shifted by the seed).
 * The known-T path keeps the limits of each run alone, not their sum, the step limit or must-targets, and pays yearly benefits as if the path started at each rung's start:
 * all of that only raises it, so it stays a bound. null for points.
 */
export function gateBound(
  problem: PathProblem,
  solution: PathSolution,
  thresholds: Thresholds | ObservedThresholds,
  seed: number,
  draws = 128
): { bound: number; error: number } | null {
  if (problem.objective !== 'usd') return null
  const allowed = nextAllowed(problem)
  const known = new KnownThresholds(problem)
  const firstReached = 'observed' in thresholds ? reachedGiven(problem, thresholds) : reachedBy(problem, thresholds)
  const count = problem.targets.length
  const steps = recurrence(count + 1)
  let shift = seed >>> 0
  const start = steps.map(() => (shift = (Math.imul(shift ^ (shift >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0) / 4294967296)
  const reached = new Int32Array(count)
  let sum = 0
  let squares = 0
  for (let k = 0; k < draws; k++) {
    const u = steps.map((step, i) => (start[i]! + (k + 1) * step) % 1)
    for (let i = 0; i < count; i++) reached[i] = firstReached(i, u[i]!, u[count]!)
    const earned = known.earned(solution.path, reached)
    for (let i = 0; i < count; i++) reached[i] = allowed[reached[i]!]!
    const lead = known.best(reached) - earned
    // The chosen path is one that the known-T planner may take, up to rounding.
    sum += Math.max(0, lead)
    squares += lead * lead
  }
  const mean = sum / draws
  return { bound: solution.value + mean, error: Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws) }
}

/** For each size the smallest from it on that a single run may have; the number of sizes when there is none. */
function nextAllowed(problem: PathProblem): Int32Array {
  const n = problem.sizes.length
  const alone: PathProblem = { ...problem, step: null, targets: [] }
  const next = new Int32Array(n + 1).fill(n)
  for (let k = n - 1; k >= 0; k--) next[k] = withinLimits(alone, [k]) ? k : next[k + 1]!
  return next
}

/** Rates of the additive recurrence of dimension d: powers of the root of x^(d+1) = x + 1 (M. Roberts 2018), which spread points evenly. */
function recurrence(d: number): number[] {
  let root = 2
  for (let round = 0; round < 60; round++) root = (1 + root) ** (1 / (d + 1))
  return Array.from({ length: d }, (_, i) => root ** -(i + 1))
}

/** First size that reaches target i when its threshold is at probability u given g, which is at probability v; the number of sizes when none does. */
type FirstReached = (i: number, u: number, v: number) => number

function reachedBy(problem: PathProblem, { beliefs, lnX, rho }: Thresholds): FirstReached {
  const conditionals = beliefs.map((b) => conditionalOf(b, rho))
  return (i, u, v) => {
    const g = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, v)))
    const c = conditionals[i]!
    const F = problem.targets[i]!.probability
    let low = 0
    let high = F.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((c === null ? F[middle]! : conditional(c, lnX[i]![middle]!, g)) >= u) high = middle
      else low = middle + 1
    }
    return low
  }
}

function reachedGiven(problem: PathProblem, { observed, lnX, targets }: ObservedThresholds): FirstReached {
  const { weights } = observed.posterior
  const cumulative = new Float64Array(weights.length)
  weights.reduce((sum, weight, j) => (cumulative[j] = sum + weight), 0)
  return (i, u, v) => {
    const node = cumulative.findIndex((P) => P >= v)
    const scales = lnX[targets[i]!]!
    let low = 0
    let high = problem.sizes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (observed.given(targets[i]!, scales[middle]!, node < 0 ? weights.length - 1 : node) >= u) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Worth of paths when the first size that reaches each target is known. */
class KnownThresholds {
  private readonly rate: number
  private readonly order: number[]
  private readonly worth: Float64Array
  constructor(private readonly problem: PathProblem) {
    this.rate = discountPerYear(problem)
    this.order = problem.targets.map((_t, i) => i)
    this.worth = new Float64Array(problem.targets.length + 1)
  }

  /** Best path over the sizes that first reach something; 0 for nothing. Works back from the hardest target: worth[m] = still to come with the m easiest reached. */
  best(reached: Int32Array): number {
    const { problem, order, worth, rate } = this
    const n = problem.sizes.length
    order.sort((p, q) => reached[p]! - reached[q]!)
    worth.fill(0)
    for (let m = order.length; m >= 1; m--) {
      const k = reached[order[m - 1]!]!
      // Of targets reached by the same size the last stands for all.
      if (k >= n || (m < order.length && reached[order[m]!] === k)) continue
      const δ = Math.exp(-rate * problem.years[k]!)
      const once = problem.kept[k]! * δ
      const yearly = problem.kept[k]! * annuity(problem.years[k]!, problem.horizonYears, rate)
      let gained = δ * worth[m]!
      for (let from = m - 1; from >= 0; from--) {
        const target = problem.targets[order[from]!]!
        gained += once * target.once + yearly * target.perYear
        const before = from === 0 ? -1 : reached[order[from - 1]!]!
        if (before === k) continue
        // What is left at `from` may be taken up after any rung that leaves exactly these reached.
        worth[from] = Math.max(worth[from]!, gained - stepUsd(problem, before, k))
      }
    }
    return worth[0]!
  }

  /** What a path with the plain gate earns. */
  earned(path: readonly number[], reached: Int32Array): number {
    const { problem, rate } = this
    let worth = 0
    let years = 0
    let before = -1
    for (const node of path) {
      if (before >= 0 && reached.every((k) => k <= before)) break
      worth -= stepUsd(problem, before, node) * Math.exp(-rate * years)
      years += problem.years[node]!
      const once = problem.kept[node]! * Math.exp(-rate * years)
      const yearly = problem.kept[node]! * annuity(years, problem.horizonYears, rate)
      problem.targets.forEach((t, i) => {
        if (reached[i]! > before && reached[i]! <= node) worth += once * t.once + yearly * t.perYear
      })
      before = node
    }
    return worth
  }
}
