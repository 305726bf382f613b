/**
 * The path problem in plain numbers: what each candidate size costs, how long it takes, and what it is likely to reach.
 * Everything that a plan knows about laws, prices and beliefs has already been worked into these arrays, so that the solver knows only arithmetic.
 * All arrays are indexed by size, in increasing order of N. "Nothing" (r_0, before the first run) is no entry: it costs 0 and reaches nothing.
 */

/** Why a single run of a size is not possible whatever came before it; bits, so that one limit can be lifted. 0 = possible. */
export const FORBIDDEN_BY = { memory: 1, data: 2, compute: 4 } as const

export interface PathTarget {
  /** Wanted probability p_i. */
  wanted: number
  /** Only paths whose last run has F̄ ≥ wanted are allowed. */
  must: boolean
  /** F̄_i at each size: non-decreasing. */
  probability: Float64Array
  /** USD paid once when the target is first reached, serving not yet taken off, ≥ 0. */
  once: number
  /** USD per year from the end of that run to the horizon, serving not yet taken off, ≥ 0. */
  perYear: number
  /** Weight w_i of the objective `points`; not used for `usd`. */
  points: number
}

export interface PathProblem {
  objective: 'usd' | 'points'
  /** N, strictly increasing. */
  sizes: Float64Array
  /** Mean cost of the run without its data, USD: enters the value. */
  usdWithoutData: Float64Array
  /** Cost of all data that the run uses, USD: a step from i to j pays max(0, dataUsd_j − dataUsd_i). */
  dataUsd: Float64Array
  /** How many times their mean the same data cost at the confidence of the budget; 1 where their price is known. */
  dataAtConfidence: number
  /** The quantile of `usdWithoutData` that is held against the budget. */
  usdWithoutDataAtConfidence: Float64Array
  /** Mean calendar time of the run, years (> 0); and the quantile that is held against the deadline. */
  years: Float64Array
  yearsAtConfidence: Float64Array
  /** Bits of `FORBIDDEN_BY`. */
  forbidden: Uint8Array
  targets: PathTarget[]
  /** Share of every benefit that is left when this size serves it, 0–1. */
  kept: Float64Array
  /** H at each size: the chance that the run reaches every target; non-decreasing. */
  all: Float64Array
  /** Most that all rungs together may cost, every rung counted as if it were run; null = no limit. */
  budgetUsd: number | null
  /** Latest end of the last run, years from the start of the plan; null = no limit. */
  deadlineYears: number | null
  /** N of each run ≤ factor × the one before; the first counts from lastN. */
  step: { factor: number; lastN: number } | null
  /** Yearly rate r; d(t) = (1 + r)^(−t). */
  discountRate: number
  /** Yearly benefits are paid until then, years from the start of the plan. */
  horizonYears: number
}

/** Continuous discount rate ρ_d = ln(1 + r), per year. */
export const discountPerYear = (problem: Pick<PathProblem, 'discountRate'>): number => Math.log1p(problem.discountRate)

/** Present value of 1 USD per year from `from` to the horizon: ∫_from^T d(τ)dτ; 0 when `from` is at or after the horizon. */
export function annuity(from: number, horizonYears: number, rate: number): number {
  const left = horizonYears - from
  if (left <= 0) return 0
  return rate === 0 ? left : (Math.exp(-rate * from) * -Math.expm1(-rate * left)) / rate
}

/** Mean cost of the step from size i (−1 = nothing) to size j, USD. */
export function stepUsd(problem: PathProblem, i: number, j: number): number {
  return problem.usdWithoutData[j]! + dataStepUsd(problem, i, j)
}

/** The same at the confidence with which the budget must hold. */
export function stepUsdAtConfidence(problem: PathProblem, i: number, j: number): number {
  return problem.usdWithoutDataAtConfidence[j]! + problem.dataAtConfidence * dataStepUsd(problem, i, j)
}

const dataStepUsd = (problem: PathProblem, i: number, j: number): number => Math.max(0, problem.dataUsd[j]! - (i < 0 ? 0 : problem.dataUsd[i]!))
