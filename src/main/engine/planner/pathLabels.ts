/**
 * The exact path under limits (planning-model §5): labels (spend, end time, value) at every node, extended to every larger size, dominated ones dropped,
 * and those whose value and bound together do not beat the best path found so far.
 *
 * A label A makes B superfluous when it has spent and waited no more and is worth at least as much. Where a path may stop that is safe, because what follows is
 * worth ≥ 0 and never less when it starts earlier. Where it may not (a must-target still ahead), a later start can make a forced loss cheaper by D_A − D_B per USD;
 * by convexity (see pathBound) that is at most (D_A − D_B)·M, with M the cost of going straight to the same end, and A must lead by that much.
 */
import type { Arcs } from './pathArcs'
import { afterRun, mayFollow, restAt, stepValue } from './pathBound'
import type { ToGo } from './pathBound'

export interface LabelSearch {
  /** Node numbers of the best path found; null when none beats the start. */
  path: number[] | null
  value: number
  labels: number
}

class Labels {
  count = 0
  private size = 1024
  spend = new Float64Array(this.size)
  s = new Float64Array(this.size)
  years = new Float64Array(this.size)
  value = new Float64Array(this.size)
  node = new Int32Array(this.size)
  before = new Int32Array(this.size)
  /** Next label of the same node, −1 at the end. */
  next = new Int32Array(this.size)
  add(node: number, before: number, spend: number, s: number, years: number, value: number): number {
    if (this.count === this.size) this.grow()
    const l = this.count++
    this.node[l] = node
    this.before[l] = before
    this.spend[l] = spend
    this.s[l] = s
    this.years[l] = years
    this.value[l] = value
    return l
  }
  private grow(): void {
    this.size *= 2
    const longer = <A extends Float64Array | Int32Array>(a: A, b: A): A => (b.set(a), b)
    this.spend = longer(this.spend, new Float64Array(this.size))
    this.s = longer(this.s, new Float64Array(this.size))
    this.years = longer(this.years, new Float64Array(this.size))
    this.value = longer(this.value, new Float64Array(this.size))
    this.node = longer(this.node, new Int32Array(this.size))
    this.before = longer(this.before, new Int32Array(this.size))
    this.next = longer(this.next, new Int32Array(this.size))
  }
}

/** Best path worth more than `known` (of which the caller has a path), within budget and deadline. */
export function searchLabels(bound: ToGo, known: number): LabelSearch {
  const { arcs, tolls } = bound
  const { nodes, budget, deadline, rate } = arcs
  const labels = new Labels()
  const head = new Int32Array(nodes).fill(-1)
  const forcedCost = forcedCosts(arcs)
  const budgetCounts = budget < Infinity
  const deadlineCounts = deadline < Infinity
  const timeCounts = rate > 0 || arcs.yearly
  // What a limit that is tolled leaves over is added back to the bound; a limit without toll adds nothing.
  const overBudget = budgetCounts ? tolls.perUsd : 0
  const overDeadline = deadlineCounts ? tolls.perYear : 0
  let best = known
  let bestLabel = -1
  const roof = (value: number, j: number, spend: number, s: number, years: number): number =>
    value + restAt(bound, j, s) + (overBudget === 0 ? 0 : overBudget * (budget - spend)) + (overDeadline === 0 ? 0 : overDeadline * (deadline - years))

  /** Puts a label on node j unless another makes it superfluous; takes out those that it makes superfluous. */
  function offer(j: number, before: number, spend: number, s: number, years: number, value: number): void {
    const forced = forcedCost[j]! * rate
    let previous = -1
    for (let l = head[j]!; l >= 0; l = labels.next[l]!) {
      const later = labels.s[l]! - s
      const lead = labels.value[l]! - value
      if (
        (!budgetCounts || labels.spend[l]! <= spend) &&
        (!deadlineCounts || labels.years[l]! <= years) &&
        (!timeCounts || later <= 0) &&
        lead >= (forced > 0 ? -later * forced : 0)
      )
        return
      const superfluous =
        (!budgetCounts || labels.spend[l]! >= spend) &&
        (!deadlineCounts || labels.years[l]! >= years) &&
        (!timeCounts || later >= 0) &&
        -lead >= (forced > 0 ? later * forced : 0)
      if (!superfluous) previous = l
      else if (previous < 0) head[j] = labels.next[l]!
      else labels.next[previous] = labels.next[l]!
    }
    const l = labels.add(j, before, spend, s, years, value)
    labels.next[l] = head[j]!
    head[j] = l
    if (arcs.ends[j] && value > best) {
      best = value
      bestLabel = l
    }
  }

  function extend(i: number, l: number): void {
    const s = labels.s[l]!
    const spend = labels.spend[l]!
    const years = labels.years[l]!
    const value = labels.value[l]!
    for (let j = i + 1; j < nodes; j++) {
      if (!mayFollow(arcs, i, j)) continue
      const more = arcs.data[j]! > arcs.data[i]! ? arcs.data[j]! - arcs.data[i]! : 0
      const spendJ = spend + arcs.usdAtConfidence[j]! + more
      if (spendJ > budget) continue
      const yearsJ = years + arcs.yearsAtConfidence[j]!
      if (yearsJ > deadline) continue
      const end = afterRun(arcs, s, j)
      const valueJ = value + stepValue(arcs, i, j, s, end)
      if (beats(roof(valueJ, j, spendJ, end, yearsJ), best)) offer(j, l, spendJ, end, yearsJ, valueJ)
    }
  }

  extend(0, labels.add(0, -1, 0, 0, 0, 0))
  for (let i = 1; i < nodes; i++)
    for (let l = head[i]!; l >= 0; l = labels.next[l]!)
      if (beats(roof(labels.value[l]!, i, labels.spend[l]!, labels.s[l]!, labels.years[l]!), best)) extend(i, l)

  if (bestLabel < 0) return { path: null, value: known, labels: labels.count }
  const path: number[] = []
  for (let l = bestLabel; l > 0; l = labels.before[l]!) path.push(labels.node[l]!)
  return { path: path.reverse(), value: best, labels: labels.count }
}

/** A bound that beats the best by rounding only is no better. */
const beats = (roof: number, best: number): boolean => (best === -Infinity ? roof > best : roof > best + 1e-12 * Math.abs(best))

/**
 * M of the header for each node: 0 where a path may stop; else the most that going straight to an end can cost, per USD at the time of leaving.
 * With a step limit one cannot go straight: then every larger size may have to be run, each at most as dear as the dearest.
 */
function forcedCosts(arcs: Arcs): Float64Array {
  const { nodes, ends, usd, data, open, from } = arcs
  const cost = new Float64Array(nodes)
  if (arcs.rate === 0) return cost
  const stepped = from.some((first, j) => first > 1 && first < j)
  let dearestEnd = 0
  let dearest = 0
  for (let i = nodes - 1; i >= 0; i--) {
    const rungs = stepped ? nodes - i : 1
    if (!ends[i]) cost[i] = open[i]! * (stepped ? rungs * dearest : dearestEnd)
    if (i > 0 && mayBeRun(arcs, i)) {
      dearest = Math.max(dearest, usd[i]! + data[i]!)
      if (ends[i]) dearestEnd = Math.max(dearestEnd, usd[i]! + data[i]!)
    }
  }
  return cost
}

const mayBeRun = (arcs: Arcs, j: number): boolean => arcs.first[j] === 1 || arcs.from[j]! < j
