/**
 * The steps of a path problem as arrays, with r_0 = "nothing" as node 0 and size k as node k + 1, and every number a step needs worked out once.
 * Amounts are in USD at the time the step starts; `δ[j]` brings an amount from the end of run j back to its start.
 */
import { discountPerYear } from './problem'
import type { PathProblem, PathTarget } from './problem'
import { reachesMust, ROUNDING } from './pathValue'

export interface Arcs {
  nodes: number
  rate: number
  horizonYears: number
  /** Limits with the tolerance for rounding already in them; ∞ where there is none. */
  budget: number
  deadline: number
  usd: Float64Array
  usdAtConfidence: Float64Array
  data: Float64Array
  years: Float64Array
  yearsAtConfidence: Float64Array
  δ: Float64Array
  /** 1 − H: chance that the next step is paid. */
  open: Float64Array
  /** Sizes from[j] ≤ i < j may come before node j, and nothing at all when first[j] is 1; from[j] = j and first[j] = 0 when the run is not possible. */
  from: Int32Array
  first: Uint8Array
  /** With a step limit of factor f: rungs above node i of which every second is more than f larger, 2·log_f(N_largest/N_i) + 1 at most; null without. */
  rungsWithin: Float64Array | null
  /** 1 where a path may end. */
  ends: Uint8Array
  /** True when some target pays per year: then a step's worth depends on the time in more than a factor d(t). */
  yearly: boolean
  benefit: Benefit
}

/** What a step i → j gains: once = Σ_i once_i·ΔF̄_i USD, perYear the same of USD per year. */
export type Benefit =
  /** Every target pays the same at every size: differences of a potential. */
  | { kind: 'potential'; once: Float64Array; perYear: Float64Array }
  /** Else row j holds the gains from each i < j. */
  | { kind: 'steps'; once: Float64Array[]; perYear: Float64Array[] }

/** `benefits` false leaves the costs alone (objective points); `ends` overrules where a path may end. */
export function arcsOf(problem: PathProblem, benefits: boolean, ends: Uint8Array = endsOf(problem)): Arcs {
  const nodes = problem.sizes.length + 1
  const shifted = (a: Float64Array, first: number): Float64Array => {
    const out = new Float64Array(nodes)
    out[0] = first
    out.set(a, 1)
    return out
  }
  const rate = discountPerYear(problem)
  const arcs: Arcs = {
    nodes,
    rate,
    horizonYears: problem.horizonYears,
    budget: problem.budgetUsd === null ? Infinity : problem.budgetUsd * (1 + ROUNDING),
    deadline: problem.deadlineYears === null ? Infinity : problem.deadlineYears * (1 + ROUNDING),
    usd: shifted(problem.usdWithoutData, 0),
    usdAtConfidence: shifted(problem.usdWithoutDataAtConfidence, 0),
    data: shifted(problem.dataUsd, 0),
    years: shifted(problem.years, 0),
    yearsAtConfidence: shifted(problem.yearsAtConfidence, 0),
    δ: shifted(
      problem.years.map((t) => Math.exp(-rate * t)),
      1
    ),
    open: shifted(
      problem.all.map((H) => 1 - H),
      1
    ),
    from: new Int32Array(nodes),
    first: new Uint8Array(nodes),
    rungsWithin: rungsWithin(problem),
    ends,
    yearly: benefits && problem.targets.some((t) => t.perYear !== null),
    benefit: benefitOf(benefits ? problem.targets : [], nodes)
  }
  setPredecessors(problem, arcs)
  return arcs
}

/** Where a path may end: everywhere without must-targets, else where all of them are reached. */
export function endsOf(problem: PathProblem): Uint8Array {
  return Uint8Array.from({ length: problem.sizes.length + 1 }, (_, node) => (reachesMust(problem, node - 1) ? 1 : 0))
}

/** A run that breaks a limit by itself is on no path that keeps it, because rungs before it only add to spend and time. */
function setPredecessors(problem: PathProblem, arcs: Arcs): void {
  const { step, sizes } = problem
  let first = 1
  for (let j = 1; j < arcs.nodes; j++) {
    const N = sizes[j - 1]!
    const alone = arcs.usdAtConfidence[j]! + arcs.data[j]!
    const possible = problem.forbidden[j - 1] === 0 && alone <= arcs.budget && arcs.yearsAtConfidence[j]! <= arcs.deadline
    if (step) while (first < j && N > step.factor * sizes[first - 1]! * (1 + ROUNDING)) first++
    arcs.from[j] = possible ? first : j
    arcs.first[j] = possible && (!step || N <= step.factor * step.lastN * (1 + ROUNDING)) ? 1 : 0
  }
}

function rungsWithin({ step, sizes }: PathProblem): Float64Array | null {
  if (!step) return null
  const N = (node: number) => (node === 0 ? Math.min(step.lastN, sizes[0] ?? step.lastN) : sizes[node - 1]!)
  return Float64Array.from({ length: sizes.length + 1 }, (_, i) => 1 + 2 * Math.ceil(Math.log(N(sizes.length) / N(i)) / Math.log(step.factor)))
}

function benefitOf(targets: readonly PathTarget[], nodes: number): Benefit {
  const fixed = targets.every((t) => isConstant(t.once) && isConstant(t.perYear))
  if (fixed) return { kind: 'potential', once: potential(targets, 'once', nodes), perYear: potential(targets, 'perYear', nodes) }
  return { kind: 'steps', once: steps(targets, 'once', nodes), perYear: steps(targets, 'perYear', nodes) }
}

const isConstant = (a: Float64Array | null): boolean => a === null || a.every((b) => b === a[0])

function potential(targets: readonly PathTarget[], kind: 'once' | 'perYear', nodes: number): Float64Array {
  const at = new Float64Array(nodes)
  for (const t of targets) if (t[kind]) for (let j = 1; j < nodes; j++) at[j]! += t[kind][0]! * t.probability[j - 1]!
  return at
}

function steps(targets: readonly PathTarget[], kind: 'once' | 'perYear', nodes: number): Float64Array[] {
  const rows = Array.from({ length: nodes }, (_, j) => new Float64Array(j))
  for (const t of targets) {
    const b = t[kind]
    const F = t.probability
    for (let j = 1; b && j < nodes; j++) {
      const row = rows[j]!
      row[0]! += b[j - 1]! * F[j - 1]!
      for (let i = 1; i < j; i++) row[i]! += b[j - 1]! * (F[j - 1]! - F[i - 1]!)
    }
  }
  return rows
}
