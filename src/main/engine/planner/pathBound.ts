/**
 * The most that is still to come at a node, ignoring budget and deadline but for a toll on what they limit (Lagrange): the optimum when they do not bind, else a bound.
 *
 * For a fixed rest of the path P, started at time t with D = d(t), what it brings is f_P(D) = D·X + Σ y·max(0, D·e − d(T_h))/ρ_d: convex in D with f_P(0) = 0.
 * (i) So f_P(D)/D never falls with D: what is still to come, per USD of today, is worth at most as much later. Without yearly benefits it is D·X exactly.
 * (ii) The maximum over P is convex too, so between two times it lies below the chord. `s = (1 − d(t))/ρ_d` (t when ρ_d = 0) is the axis on which the chord is taken.
 * A toll μ per USD and ν per year keeps both: a feasible P spends at most what is left, so W − tolls + μ·left + ν·left still bounds it; after the last time the toll may
 * only be scaled down with D, which loosens the bound.
 */
import type { Arcs } from './pathArcs'

export interface Tolls {
  perUsd: number
  perYear: number
}

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
const TIMES = 4

/** Works back from the largest size. `times` 1 is exact in the path for benefits paid once; the toll then counts as if it were due at the start. */
export function toGo(arcs: Arcs, tolls: Tolls, times: number = arcs.yearly ? TIMES : 1): ToGo {
  const { nodes, rate } = arcs
  const lastS = rate === 0 ? arcs.horizonYears : -Math.expm1(-rate * arcs.horizonYears) / rate
  const s = Float64Array.from({ length: times }, (_, e) => (times === 1 ? 0 : (lastS * e) / (times - 1)))
  const W = Array.from({ length: times }, () => Float64Array.from({ length: nodes }, (_, i) => (arcs.ends[i] ? 0 : -Infinity)))
  const bound: ToGo = { arcs, tolls, s, W, next: new Int32Array(nodes) }
  for (let e = times - 1; e >= 0; e--) {
    for (let j = nodes - 1; j >= 1; j--) {
      if (arcs.from[j] === j && arcs.first[j] === 0) continue
      const after = restAt(bound, j, afterRun(arcs, s[e]!, j))
      if (after > -Infinity) relax(bound, e, j, after)
    }
  }
  return bound
}

/** s at the end of run j that starts at s: 1 − ρs is d(t). */
export const afterRun = (arcs: Arcs, s: number, j: number): number =>
  arcs.rate === 0 ? s + arcs.years[j]! : (1 - (1 - arcs.rate * s) * arcs.δ[j]!) / arcs.rate

/** ∫_t^(T_h) d, from s: on this axis it is a straight line that stops at 0. */
export function annuityAt(arcs: Arcs, s: number): number {
  const left = (arcs.rate === 0 ? arcs.horizonYears : -Math.expm1(-arcs.rate * arcs.horizonYears) / arcs.rate) - s
  return left > 0 ? left : 0
}

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

/** Offers j as the next run to every node that may precede it. */
function relax(bound: ToGo, e: number, j: number, after: number): void {
  const { arcs, tolls, next } = bound
  const { open, data, benefit } = arcs
  const W = bound.W[e]!
  const D = 1 - arcs.rate * bound.s[e]!
  const usd = D * arcs.usd[j]!
  const perOnce = D * arcs.δ[j]!
  const perYearly = annuityAt(arcs, afterRun(arcs, bound.s[e]!, j))
  const dataJ = data[j]!
  const rest = after - tolls.perUsd * arcs.usdAtConfidence[j]! - tolls.perYear * arcs.yearsAtConfidence[j]!
  const potential = benefit.kind === 'potential'
  const once = potential ? benefit.once : benefit.once[j]!
  const yearly = potential ? benefit.perYear : benefit.perYear[j]!
  const sign = potential ? -1 : 1
  const base = rest + (potential ? perOnce * once[j]! + perYearly * yearly[j]! : 0)
  const onceSigned = sign * perOnce
  const yearlySigned = sign * perYearly
  const from = arcs.from[j]!
  for (let i = arcs.first[j] ? 0 : from; i < j; i++) {
    // After "nothing" come the sizes from[j] on.
    if (i === 1 && from > 1) {
      i = from
      if (i >= j) break
    }
    const more = dataJ > data[i]! ? dataJ - data[i]! : 0
    const value = base - open[i]! * (usd + D * more) - tolls.perUsd * more + onceSigned * once[i]! + yearlySigned * yearly[i]!
    if (value > W[i]!) {
      W[i] = value
      if (e === 0) next[i] = j
    }
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
  for (let j = i + 1; j < arcs.nodes; j++) {
    if (!mayFollow(arcs, i, j)) continue
    const end = afterRun(arcs, at, j)
    const more = Math.max(0, arcs.data[j]! - arcs.data[i]!)
    const toll = tolls.perUsd * (arcs.usdAtConfidence[j]! + more) + tolls.perYear * arcs.yearsAtConfidence[j]!
    const value = stepValue(arcs, i, j, at, end) - toll + restAt(bound, j, end)
    if (value > best) {
      best = value
      node = j
    }
  }
  return node
}

export const mayFollow = (arcs: Arcs, i: number, j: number): boolean => (i === 0 ? arcs.first[j] === 1 : i >= arcs.from[j]!)

/** Discounted worth of the step from i, left at s = `at`, to j, which ends at s = `end`. */
export function stepValue(arcs: Arcs, i: number, j: number, at: number, end: number): number {
  const { rate, benefit, data } = arcs
  const once = benefit.kind === 'potential' ? benefit.once[j]! - benefit.once[i]! : benefit.once[j]![i]!
  const yearly = benefit.kind === 'potential' ? benefit.perYear[j]! - benefit.perYear[i]! : benefit.perYear[j]![i]!
  const more = data[j]! > data[i]! ? data[j]! - data[i]! : 0
  return (1 - rate * end) * once + annuityAt(arcs, end) * yearly - (1 - rate * at) * arcs.open[i]! * (arcs.usd[j]! + more)
}
