/**
 * The exact path under limits (docs/model.md, Path): labels (spend, end time, value) at every node, extended to every larger size, dominated ones dropped,
 * and those whose value and bound together (their roof) do not beat the best path found so far. The highest roof is extended first, so that the search can stop at any
 * point and say what it may have missed.
 *
 * A label A makes B superfluous when it has spent and waited no more and is worth at least as much. Where a path may stop that is safe, because what follows is
 * worth ≥ 0 and never less when it starts earlier. Where it may not (a must-target still ahead), a later start can make a forced loss cheaper by D_A − D_B per USD;
 * by convexity (see pathBound) that is at most (D_A − D_B)·M, with M the cost of going straight to the same end, and A must lead by that much.
 */
import type { Arcs } from './pathArcs'
import { afterRun, restAt, stepValue } from './pathBound'
import type { ToGo } from './pathBound'

export interface LabelSearch {
  /** Node numbers of the best path found; null when none beats the start. */
  path: number[] | null
  value: number
  labels: number
  /** 0 when the search was complete; else how much better a path that was not looked at could be at most, USD. */
  missed: number
}

/**
 * Steps and comparisons after which the search stops (some ten milliseconds). Plans stay far below; only a forced loss under discounting comes here, where every further
 * small run that fills the time before a deadline puts the loss off a little and thousands of ways to fill it are nearly equal.
 */
const MOST_WORK = 1e6

/** Labels waiting to be extended, most promising first (binary heap on the roof). */
class Queue {
  private readonly label: number[] = []
  private readonly roof: number[] = []
  get count(): number {
    return this.label.length
  }
  push(label: number, roof: number): void {
    let at = this.label.length
    for (let up = (at - 1) >> 1; at > 0 && this.roof[up]! < roof; at = up, up = (at - 1) >> 1) this.put(at, this.label[up]!, this.roof[up]!)
    this.put(at, label, roof)
  }
  pop(): [label: number, roof: number] {
    const top: [number, number] = [this.label[0]!, this.roof[0]!]
    const label = this.label.pop()!
    const roof = this.roof.pop()!
    const count = this.label.length
    if (count === 0) return top
    let at = 0
    for (let down = 1; down < count; down = 2 * at + 1) {
      if (down + 1 < count && this.roof[down + 1]! > this.roof[down]!) down++
      if (this.roof[down]! <= roof) break
      this.put(at, this.label[down]!, this.roof[down]!)
      at = down
    }
    this.put(at, label, roof)
    return top
  }
  private put(at: number, label: number, roof: number): void {
    this.label[at] = label
    this.roof[at] = roof
  }
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
  /** 1 once another label makes it superfluous. */
  dead = new Uint8Array(this.size)
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
    const longer = <A extends Float64Array | Int32Array | Uint8Array>(a: A, b: A): A => (b.set(a), b)
    this.spend = longer(this.spend, new Float64Array(this.size))
    this.s = longer(this.s, new Float64Array(this.size))
    this.years = longer(this.years, new Float64Array(this.size))
    this.value = longer(this.value, new Float64Array(this.size))
    this.node = longer(this.node, new Int32Array(this.size))
    this.before = longer(this.before, new Int32Array(this.size))
    this.dead = longer(this.dead, new Uint8Array(this.size))
    this.next = longer(this.next, new Int32Array(this.size))
  }
}

/** Best path worth more than `known` (of which the caller has a path), within budget and deadline. */
export function searchLabels(bound: ToGo, known: number, mostWork = MOST_WORK): LabelSearch {
  const { arcs, tolls } = bound
  const { nodes, budget, deadline, rate } = arcs
  const labels = new Labels()
  const queue = new Queue()
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
  let work = 0
  const roof = (value: number, j: number, spend: number, s: number, years: number): number =>
    value + restAt(bound, j, s) + (overBudget === 0 ? 0 : overBudget * (budget - spend)) + (overDeadline === 0 ? 0 : overDeadline * (deadline - years))

  /** Puts a label on node j unless another makes it superfluous; takes out those that it makes superfluous. */
  function offer(j: number, before: number, spend: number, s: number, years: number, value: number, top: number): void {
    const forced = forcedCost[j]! * rate
    let previous = -1
    for (let l = head[j]!; l >= 0; l = labels.next[l]!) {
      work++
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
      if (superfluous) labels.dead[l] = 1
      if (!superfluous) previous = l
      else if (previous < 0) head[j] = labels.next[l]!
      else labels.next[previous] = labels.next[l]!
    }
    const l = labels.add(j, before, spend, s, years, value)
    labels.next[l] = head[j]!
    head[j] = l
    queue.push(l, top)
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
    const last = arcs.to[i]!
    work += last - i
    for (let j = i + 1; j <= last; j++) {
      const more = arcs.dataAtConfidence[j]! > arcs.dataAtConfidence[i]! ? arcs.dataAtConfidence[j]! - arcs.dataAtConfidence[i]! : 0
      const spendJ = spend + arcs.usdAtConfidence[j]! + more
      if (spendJ > budget) continue
      const yearsJ = years + arcs.yearsAtConfidence[j]!
      if (yearsJ > deadline) continue
      const end = afterRun(arcs, s, j)
      const valueJ = value + stepValue(arcs, i, j, s, end)
      const top = roof(valueJ, j, spendJ, end, yearsJ)
      if (beats(top, best)) offer(j, l, spendJ, end, yearsJ, valueJ, top)
    }
  }

  extend(0, labels.add(0, -1, 0, 0, 0, 0))
  let missed = 0
  while (queue.count > 0) {
    const [l, top] = queue.pop()
    if (!beats(top, best)) break
    if (labels.dead[l]) continue
    if (work > mostWork) {
      missed = top - best
      break
    }
    extend(labels.node[l]!, l)
  }

  if (bestLabel < 0) return { path: null, value: known, labels: labels.count, missed }
  const path: number[] = []
  for (let l = bestLabel; l > 0; l = labels.before[l]!) path.push(labels.node[l]!)
  return { path: path.reverse(), value: best, labels: labels.count, missed }
}

/** A bound that beats the best by rounding only is no better. */
const beats = (roof: number, best: number): boolean => (best === -Infinity ? roof > best : roof > best + 1e-12 * Math.abs(best))

/**
 * M of the header for each node: 0 where a path may stop; else the most that going straight to an end can cost, per USD at the time of leaving.
 * With a step limit of factor f one cannot go straight, but of any path a part suffices in which every second rung is more than f larger: as many rungs as
 * `rungsWithin` says, each at most as dear as the dearest.
 */
function forcedCosts({ nodes, rate, ends, usd, data, open, rungsWithin }: Arcs): Float64Array {
  const cost = new Float64Array(nodes)
  if (rate === 0) return cost
  let dearestEnd = 0
  let dearest = 0
  for (let i = nodes - 1; i >= 0; i--) {
    if (!ends[i]) cost[i] = open[i]! * (rungsWithin === null ? dearestEnd : rungsWithin[i]! * dearest)
    dearest = Math.max(dearest, usd[i]! + data[i]!)
    if (ends[i]) dearestEnd = Math.max(dearestEnd, usd[i]! + data[i]!)
  }
  return cost
}
