/**
 * The steps of a path problem as arrays over the sizes that may be run at all, with r_0 = "nothing" as node 0, and every number a step needs worked out once.
 * Amounts are in USD at the time the step starts; `δ[j]` brings an amount from the end of run j back to its start.
 */
import { discountPerYear } from './problem'
import type { PathProblem } from './problem'
import { reachesMust, ROUNDING } from './pathValue'

export interface Arcs {
  nodes: number
  /** Index of each node's size in the problem; −1 for node 0. */
  size: Int32Array
  rate: number
  horizonYears: number
  /** The horizon on the axis of `sAt`. */
  horizonS: number
  /** Limits with the tolerance for rounding already in them; ∞ where there is none. */
  budget: number
  deadline: number
  usd: Float64Array
  usdAtConfidence: Float64Array
  data: Float64Array
  /** The same at the confidence of the budget, which is `dataFactor` times as much. */
  dataAtConfidence: Float64Array
  dataFactor: number
  years: Float64Array
  yearsAtConfidence: Float64Array
  δ: Float64Array
  /** 1 − H: chance that the next step is paid. */
  open: Float64Array
  /** Nodes i < j ≤ to[i] may follow node i: within the step limit, and neither too dear nor too long with what leads there and on to an end at the least. */
  to: Int32Array
  /** With a step limit of factor f: rungs above node i of which every second is more than f larger, 2·log_f(N_largest/N_i) + 1 at most; null without. */
  rungsWithin: Float64Array | null
  /** 1 where a path may end. */
  ends: Uint8Array
  /** What a step i → j gains: kept_j·(once_j − once_i) USD, kept_j·(perYear_j − perYear_i) USD per year. */
  kept: Float64Array
  once: Float64Array
  perYear: Float64Array
  /** True when some target pays per year: then a step's worth depends on the time in more than a factor d(t). */
  yearly: boolean
}

/** `benefits` false leaves the costs alone (objective points); `ends` of the problem's sizes, "nothing" first, overrules where a path may end. */
export function arcsOf(problem: PathProblem, benefits: boolean, ends: Uint8Array = endsOf(problem)): Arcs {
  const budget = problem.budgetUsd === null ? Infinity : problem.budgetUsd * (1 + ROUNDING)
  const deadline = problem.deadlineYears === null ? Infinity : problem.deadlineYears * (1 + ROUNDING)
  const size = possibleAlone(problem, budget, deadline)
  const nodes = size.length
  const rate = discountPerYear(problem)
  const over = (first: number, at: (k: number) => number): Float64Array => {
    const column = new Float64Array(nodes)
    column[0] = first
    for (let j = 1; j < nodes; j++) column[j] = at(size[j]!)
    return column
  }
  const targets = benefits ? problem.targets : []
  const gains = (of: 'once' | 'perYear'): Float64Array => {
    const column = new Float64Array(nodes)
    for (const t of targets) if (t[of] > 0) for (let j = 1; j < nodes; j++) column[j]! += t[of] * t.probability[size[j]!]!
    return column
  }
  const arcs: Arcs = {
    nodes,
    size,
    rate,
    horizonYears: problem.horizonYears,
    horizonS: sAt(rate, problem.horizonYears),
    budget,
    deadline,
    usd: over(0, (k) => problem.usdWithoutData[k]!),
    usdAtConfidence: over(0, (k) => problem.usdWithoutDataAtConfidence[k]!),
    data: over(0, (k) => problem.dataUsd[k]!),
    dataAtConfidence: over(0, (k) => problem.dataAtConfidence * problem.dataUsd[k]!),
    dataFactor: problem.dataAtConfidence,
    years: over(0, (k) => problem.years[k]!),
    yearsAtConfidence: over(0, (k) => problem.yearsAtConfidence[k]!),
    δ: over(1, (k) => Math.exp(-rate * problem.years[k]!)),
    open: over(1, (k) => 1 - problem.all[k]!),
    to: withinStep(problem, size),
    rungsWithin: rungsWithin(problem, size),
    ends: Uint8Array.from(size, (k) => ends[k + 1]!),
    kept: over(1, (k) => problem.kept[k]!),
    once: gains('once'),
    perYear: gains('perYear'),
    yearly: targets.some((t) => t.perYear > 0)
  }
  keepWithin(arcs, arcs.budget, arcs.usdAtConfidence, arcs.dataAtConfidence)
  keepWithin(arcs, arcs.deadline, arcs.yearsAtConfidence, new Float64Array(nodes))
  return arcs
}

/** A time in years as s = (1 − d(t))/ρ_d, or t itself when ρ_d = 0: what 1 USD per year until then is worth today. */
export const sAt = (rate: number, years: number): number => (rate === 0 ? years : -Math.expm1(-rate * years) / rate)

/** Where a path may end, "nothing" first: everywhere without must-targets, else where all of them are reached. */
export function endsOf(problem: PathProblem): Uint8Array {
  return Uint8Array.from({ length: problem.sizes.length + 1 }, (_, node) => (reachesMust(problem, node - 1) ? 1 : 0))
}

/** "Nothing" and every size whose run keeps the limits by itself: the others are on no path that keeps them, because rungs before only add to spend and time. */
function possibleAlone(
  { sizes, forbidden, usdWithoutDataAtConfidence: usd, dataUsd, dataAtConfidence, yearsAtConfidence: years }: PathProblem,
  budget: number,
  deadline: number
) {
  const nodes = [-1]
  for (let k = 0; k < sizes.length; k++) if (forbidden[k] === 0 && usd[k]! + dataAtConfidence * dataUsd[k]! <= budget && years[k]! <= deadline) nodes.push(k)
  return Int32Array.from(nodes)
}

function withinStep({ step, sizes }: PathProblem, size: Int32Array): Int32Array {
  const last = size.length - 1
  if (!step) return new Int32Array(size.length).fill(last)
  const upTo = (N: number, to: number): number => {
    while (to < last && sizes[size[to + 1]!]! <= step.factor * N * (1 + ROUNDING)) to++
    return to
  }
  let to = 0
  // The largest model trained before may be larger than the first sizes.
  return size.map((k) => (k < 0 ? upTo(step.lastN, 0) : (to = upTo(sizes[k]!, to))))
}

/**
 * Takes away the steps i → j with which no path can keep a limit: least amount to get to i and its data, the step, least amount on to an end.
 * What leads to i has bought its data, so a path over i and j pays at least (before_i − data_i) + amount_j + data_j.
 */
function keepWithin(arcs: Arcs, limit: number, amount: Float64Array, data: Float64Array): void {
  if (limit === Infinity) return
  const { nodes, to } = arcs
  const before = leastBefore(arcs, amount, data)
  const after = leastAfter(arcs, amount, data)
  // Least need of j or any larger node: what no node from j on can keep is out.
  const need = new Float64Array(nodes + 1).fill(Infinity)
  for (let j = nodes - 1; j >= 1; j--) need[j] = Math.min(need[j + 1]!, amount[j]! + data[j]! + after[j]!)
  const most = limit * (1 + ROUNDING)
  for (let i = 0; i < nodes; i++) {
    const left = most - (before[i]! - data[i]!)
    let low = i
    let high = to[i]!
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (need[middle]! <= left) low = middle
      else high = middle - 1
    }
    to[i] = low
  }
}

/** Least that a path to each node can spend, of money with its data or of time; ∞ where none leads. Straight there is least, so only a step limit needs a search. */
export function leastBefore({ nodes, to }: Arcs, amount: Float64Array, data: Float64Array): Float64Array {
  const least = new Float64Array(nodes).fill(Infinity)
  least[0] = 0
  for (let j = 1; j <= to[0]!; j++) least[j] = amount[j]! + data[j]!
  for (let i = 1; i < nodes; i++) {
    for (let j = Math.max(i, to[0]!) + 1; j <= to[i]!; j++) {
      const there = least[i]! + amount[j]! + (data[j]! > data[i]! ? data[j]! - data[i]! : 0)
      if (there < least[j]!) least[j] = there
    }
  }
  return least
}

/** Least that is still to be spent from each node to an end: 0 at an end, ∞ where none can be reached. */
function leastAfter({ nodes, to, ends }: Arcs, amount: Float64Array, data: Float64Array): Float64Array {
  const least = new Float64Array(nodes)
  for (let i = nodes - 1; i >= 0; i--) {
    if (ends[i]) continue
    least[i] = Infinity
    for (let j = i + 1; j <= to[i]!; j++) {
      const there = amount[j]! + (data[j]! > data[i]! ? data[j]! - data[i]! : 0) + least[j]!
      if (there < least[i]!) least[i] = there
    }
  }
  return least
}

function rungsWithin({ step, sizes }: PathProblem, size: Int32Array): Float64Array | null {
  if (!step) return null
  const N = (k: number) => (k < 0 ? Math.min(step.lastN, sizes[0] ?? step.lastN) : sizes[k]!)
  const largest = N(size.at(-1)!)
  return Float64Array.from(size, (k) => 1 + 2 * Math.ceil(Math.log(largest / N(k)) / Math.log(step.factor)))
}
