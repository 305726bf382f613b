/**
 * The most that is still to come at a node, ignoring budget and deadline but for the steps that they rule out and a toll on what they limit (Lagrange): the optimum when
 * they do not bind, else a bound.
 *
 * For a fixed rest of the path P, started at time t with D = d(t), what it brings is f_P(D) = D·X + Σ y·max(0, D·e − d(T_h))/ρ_d: convex in D with f_P(0) = 0.
 * (i) So f_P(D)/D never falls with D: what is still to come, per USD of today, is worth at most as much later. Without yearly benefits it is D·X exactly.
 * (ii) The maximum over P is convex too, so between two times it lies below the chord. `s = (1 − d(t))/ρ_d` (t when ρ_d = 0) is the axis on which the chord is taken.
 * A toll μ per USD and ν per year keeps both: a feasible P spends at most what is left, so W − tolls + μ·left + ν·left still bounds it; after the last time the toll may
 * only be scaled down with D, which loosens the bound.
 */
import { sAt } from './pathArcs'
import type { Arcs } from './pathArcs'

export interface Tolls {
  perUsd: number
  perYear: number
}
export const NO_TOLLS: Tolls = { perUsd: 0, perYear: 0 }

export interface ToGo {
  arcs: Arcs
  tolls: Tolls
  /** Start times at which the bound was worked out, as s; the first is 0. */
  s: Float64Array
  /** W[e][i] at start time e from node i; −∞ where no end can be reached. */
  W: Float64Array[]
  /** Best next node from i at time 0; 0 = stop. */
  next: Int32Array
}

/** Times used when some target pays yearly; the chord between them is far tighter than the time a run takes would suggest. */
const TIMES = 3

/** Works back from the largest size. `times` 1 is exact in the path for benefits paid once; the toll then counts as if it were due at the start. */
export function toGo(arcs: Arcs, tolls: Tolls, times: number = arcs.yearly ? TIMES : 1): ToGo {
  const { nodes } = arcs
  const last = sAt(arcs.rate, lastStart(arcs))
  const s = Float64Array.from({ length: times }, (_, e) => (times === 1 ? 0 : (last * e) / (times - 1)))
  const bound: ToGo = { arcs, tolls, s, W: Array.from(s, () => new Float64Array(nodes)), next: new Int32Array(nodes) }
  for (let e = times - 1; e >= 0; e--) workBack(bound, e)
  return bound
}

/** Years after which the bound is only scaled: no run starts after the deadline, and few after the longest run has been made twice. */
function lastStart({ horizonYears, deadline, years }: Arcs): number {
  return Math.min(horizonYears, deadline, 2 * years.reduce((most, t) => Math.max(most, t), 0))
}

/** s at the end of run j that starts at s: 1 − ρs is d(t). */
export const afterRun = (arcs: Arcs, s: number, j: number): number =>
  arcs.rate === 0 ? s + arcs.years[j]! : (1 - (1 - arcs.rate * s) * arcs.δ[j]!) / arcs.rate

/** ∫_t^(T_h) d, from s: on this axis it is a straight line that stops at 0. */
export const annuityAt = (arcs: Arcs, s: number): number => (s < arcs.horizonS ? arcs.horizonS - s : 0)

/** W at node i when it is left at s: on the chord between two times, scaled with d(t) after the last one. */
export function restAt({ arcs, s, W }: ToGo, i: number, at: number): number {
  const last = s.length - 1
  if (at >= s[last]!) return W[last]![i]! === -Infinity ? -Infinity : W[last]![i]! * ((1 - arcs.rate * at) / (1 - arcs.rate * s[last]!))
  const position = (at / s[last]!) * last
  const e = Math.min(position | 0, last - 1)
  const share = position - e
  const W0 = W[e]![i]!
  return W0 === -Infinity ? W0 : W0 + share * (W[e + 1]![i]! - W0)
}

/**
 * W at start time e, from the largest node down: the best of stopping and, over every j that may follow,
 * paid_j + rest_j − (1 − H_i)·D·(c_j + data_j − data_i) − μ·q·(data_j − data_i) − kept_j·(once_i·D·δ_j + perYear_i·∫d), where paid_j is what the step gains if nothing was reached before,
 * and q how many times their mean data cost at confidence.
 */
function workBack(bound: ToGo, e: number): void {
  const { arcs, tolls, next } = bound
  const { nodes, to, ends, data, open, once, perYear } = arcs
  const W = bound.W[e]!
  const s = bound.s[e]!
  const D = 1 - arcs.rate * s
  const tollOnData = tolls.perUsd * arcs.dataFactor
  // What a step to j brings and costs, by what it is multiplied with.
  const gain = new Float64Array(nodes)
  const cost = new Float64Array(nodes)
  const perOnce = new Float64Array(nodes)
  const perYearly = new Float64Array(nodes)
  for (let i = nodes - 1; i >= 0; i--) {
    let best = ends[i] ? 0 : -Infinity
    let following = 0
    const paid = open[i]!
    const perData = paid * D + tollOnData
    const onceI = once[i]!
    const perYearI = perYear[i]!
    const dataI = data[i]!
    for (let j = to[i]!; j > i; j--) {
      const more = data[j]! - dataI
      const value = gain[j]! - paid * cost[j]! - (more > 0 ? perData * more : 0) - onceI * perOnce[j]! - perYearI * perYearly[j]!
      if (value > best) {
        best = value
        following = j
      }
    }
    W[i] = best
    if (e === 0) next[i] = following
    if (i === 0) return
    const end = afterRun(arcs, s, i)
    cost[i] = D * arcs.usd[i]!
    perOnce[i] = arcs.kept[i]! * D * arcs.δ[i]!
    perYearly[i] = arcs.kept[i]! * annuityAt(arcs, end)
    const toll = tolls.perUsd * arcs.usdAtConfidence[i]! + tolls.perYear * arcs.yearsAtConfidence[i]!
    gain[i] = restAt(bound, i, end) - toll + perOnce[i]! * onceI + perYearly[i]! * perYearI
  }
}

/** The path that the bound follows from the start, each next run chosen for the time at which it starts, as node numbers; empty when stopping at once is best. */
export function followed(bound: ToGo): number[] {
  const { arcs, next, W } = bound
  const path: number[] = []
  if (W[0]![0] === -Infinity) return path
  for (let i = 0, at = 0; ;) {
    const j = bound.s.length === 1 ? next[i]! : bestNext(bound, i, at)
    if (j === 0) return path
    path.push(j)
    at = afterRun(arcs, at, j)
    i = j
  }
}

function bestNext(bound: ToGo, i: number, at: number): number {
  const { arcs, tolls } = bound
  let best = arcs.ends[i] ? 0 : -Infinity
  let node = 0
  for (let j = i + 1; j <= arcs.to[i]!; j++) {
    const end = afterRun(arcs, at, j)
    const more = Math.max(0, arcs.dataAtConfidence[j]! - arcs.dataAtConfidence[i]!)
    const toll = tolls.perUsd * (arcs.usdAtConfidence[j]! + more) + tolls.perYear * arcs.yearsAtConfidence[j]!
    const value = stepValue(arcs, i, j, at, end) - toll + restAt(bound, j, end)
    if (value > best) {
      best = value
      node = j
    }
  }
  return node
}

/** Discounted worth of the step from i, left at s = `at`, to j, which ends at s = `end`. */
export function stepValue(arcs: Arcs, i: number, j: number, at: number, end: number): number {
  const { rate, once, perYear, data } = arcs
  const more = data[j]! > data[i]! ? data[j]! - data[i]! : 0
  const gained = (1 - rate * end) * (once[j]! - once[i]!) + (arcs.yearly ? annuityAt(arcs, end) * (perYear[j]! - perYear[i]!) : 0)
  return arcs.kept[j]! * gained - (1 - rate * at) * arcs.open[i]! * (arcs.usd[j]! + more)
}
