/**
 * What one path is worth (docs/model.md, Path): V = Σ_k { −(1 − H(r_(k−1)))·c(r_(k−1) → r_k)·d(s_k) + Σ_i b_i(end_k)·[F̄_i(r_k) − F̄_i(r_(k−1))] }.
 * Payment falls at the start of a run, benefit at its end. With gates the plan stops as soon as every target is reached, hence (1 − H); committed, it does not.
 */
import { annuity, discountPerYear, stepUsd, stepUsdAtConfidence } from './problem'
import type { PathProblem } from './problem'

export interface RungValue {
  /** Index of the size. */
  node: number
  /** Mean cost of this step, USD, undiscounted; and at the confidence of the budget. */
  usd: number
  usdAtConfidence: number
  startYears: number
  endYears: number
  endYearsAtConfidence: number
  /** 1 − H of the rung before. */
  chanceRun: number
  /** (1 − H)·c·d(s), USD: discounted and times the chance that it occurs. */
  expectedCost: number
  /** Σ b_i(end)·ΔF̄_i in USD, discounted; for `points` Σ w_i·ΔF̄_i, not discounted. */
  expectedBenefit: number
}

export interface PathValue {
  rungs: RungValue[]
  /** V with gates and without, USD. For `points` both are minus the expected cost: points and money are never added. */
  expected: number
  committed: number
  /** Σ w_i·F̄_i(r_K); 0 for an empty path. */
  points: number
  /** Discounted, with gates, USD. */
  expectedCost: number
  /** Sums over all rungs as if each were run, undiscounted: USD and years, mean and at confidence. */
  usd: number
  usdAtConfidence: number
  years: number
  yearsAtConfidence: number
}

/** Values the path that trains the sizes with these indices, which must increase, whether or not it keeps the limits. The empty path is worth 0. */
export function pathValue(problem: PathProblem, path: readonly number[]): PathValue {
  const rate = discountPerYear(problem)
  const money = problem.objective === 'usd'
  const sums = { expected: 0, committed: 0, points: 0, expectedCost: 0, usd: 0, usdAtConfidence: 0, years: 0, yearsAtConfidence: 0 }
  const rungs = path.map((node, k): RungValue => {
    const before = k === 0 ? -1 : path[k - 1]!
    const usd = stepUsd(problem, before, node)
    const usdAtConfidence = stepUsdAtConfidence(problem, before, node)
    const startYears = sums.years
    const endYears = startYears + problem.years[node]!
    const endYearsAtConfidence = sums.yearsAtConfidence + problem.yearsAtConfidence[node]!
    const chanceRun = before < 0 ? 1 : 1 - problem.all[before]!
    const discountedUsd = usd * Math.exp(-rate * startYears)
    const expectedCost = chanceRun * discountedUsd
    const expectedBenefit = money ? usdGained(problem, before, node, endYears, rate) : pointsGained(problem, before, node)
    sums.expectedCost += expectedCost
    sums.expected += (money ? expectedBenefit : 0) - expectedCost
    sums.committed += (money ? expectedBenefit : 0) - discountedUsd
    sums.points += pointsGained(problem, before, node)
    sums.usd += usd
    sums.usdAtConfidence += usdAtConfidence
    sums.years = endYears
    sums.yearsAtConfidence = endYearsAtConfidence
    return { node, usd, usdAtConfidence, startYears, endYears, endYearsAtConfidence, chanceRun, expectedCost, expectedBenefit }
  })
  return { rungs, ...sums }
}

/** Σ_i b_i(end)·[F̄_i(j) − F̄_i(i)], with b_i of the size that serves: once, or per year from `end` to the horizon. */
function usdGained(problem: PathProblem, i: number, j: number, end: number, rate: number): number {
  const perUsd = Math.exp(-rate * end)
  const perUsdYearly = annuity(end, problem.horizonYears, rate)
  let usd = 0
  for (const target of problem.targets) {
    const gain = target.probability[j]! - (i < 0 ? 0 : target.probability[i]!)
    usd += gain * (perUsd * target.once + perUsdYearly * target.perYear)
  }
  return problem.kept[j]! * usd
}

function pointsGained(problem: PathProblem, i: number, j: number): number {
  let points = 0
  for (const target of problem.targets) points += target.points * (target.probability[j]! - (i < 0 ? 0 : target.probability[i]!))
  return points
}

/** Whether a path keeps every limit: single runs allowed, steps, budget and deadline (to 1e-12 relative), and every must-target at its last run. */
export function withinLimits(problem: PathProblem, path: readonly number[], value: PathValue = pathValue(problem, path)): boolean {
  const { budgetUsd, deadlineYears, step, sizes } = problem
  if (path.some((node) => problem.forbidden[node] !== 0)) return false
  if (step && path.some((node, k) => sizes[node]! > step.factor * (k === 0 ? step.lastN : sizes[path[k - 1]!]!) * (1 + ROUNDING))) return false
  if (budgetUsd !== null && value.usdAtConfidence > budgetUsd * (1 + ROUNDING)) return false
  if (deadlineYears !== null && value.yearsAtConfidence > deadlineYears * (1 + ROUNDING)) return false
  return reachesMust(problem, path.at(-1) ?? -1)
}

/** Whether a path may end at this size (−1 = nothing): F̄ ≥ wanted for every must-target, to 1e-9 because F̄ on a grid is interpolated. */
export function reachesMust(problem: PathProblem, node: number): boolean {
  return problem.targets.every((t) => !t.must || (node >= 0 && t.probability[node]! >= t.wanted - 1e-9))
}

/** A limit that is met to 12 digits is kept: sizes come from roots of the same formulas. */
export const ROUNDING = 1e-12
