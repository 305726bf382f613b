/** The worth of paths, rung after rung and draw after draw: a longer path goes on from where a shorter one ended, so that a whole tree of paths is walked once. */
import type { WorthDraws } from './worthDraws'

/** Where a path stands in every draw. */
interface Standing {
  value: Float64Array
  /** d(t) at its end, and t in years. */
  D: Float64Array
  years: Float64Array
}

export class PathWalk {
  private readonly standings: Standing[] = []
  private readonly atHorizon: Float64Array

  constructor(private readonly worth: WorthDraws) {
    this.atHorizon = worth.rate.map((rate, s) => Math.exp(-rate * worth.horizon[s]!))
    this.standings.push({ value: new Float64Array(worth.draws), D: new Float64Array(worth.draws).fill(1), years: new Float64Array(worth.draws) })
  }

  /** V in every draw of the path of `depth` rungs that was walked last; overwritten by the next path of that many rungs. Depth 0 is "nothing". */
  value(depth: number): Float64Array {
    return this.standings[depth]!.value
  }

  /** Adds rung `j` (its place among the sizes) after rung `i` (−1 = nothing) at the depth of i: where everything is reached by i, the path stops there. */
  step(depth: number, i: number, j: number): void {
    const { draws, sizes, allAt, rate, horizon } = this.worth
    const from = this.standings[depth]!
    const to = (this.standings[depth + 1] ??= { value: new Float64Array(draws), D: new Float64Array(draws), years: new Float64Array(draws) })
    const next = sizes[j]!
    const before = i < 0 ? null : sizes[i]!
    for (let s = 0; s < draws; s++) {
      const V = from.value[s]!
      if (before !== null && allAt[s]! <= i) {
        to.value[s] = V
        continue
      }
      const data = next.data[s]! - (before === null ? 0 : before.data[s]!)
      const D = from.D[s]! * next.δ[s]!
      const years = from.years[s]! + next.years[s]!
      const once = next.once[s]! - (before === null ? 0 : before.once[s]!)
      const perYear = next.perYear[s]! - (before === null ? 0 : before.perYear[s]!)
      let benefit = D * once
      if (perYear > 0) {
        const left = rate[s]! === 0 ? horizon[s]! - years : (D - this.atHorizon[s]!) / rate[s]!
        if (left > 0) benefit += left * perYear
      }
      to.value[s] = V - from.D[s]! * (next.usd[s]! + (data > 0 ? data : 0)) + next.kept[s]! * benefit
      to.D[s] = D
      to.years[s] = years
    }
  }

  /** V in every draw of one path, copied. */
  of(path: readonly number[]): Float64Array {
    path.forEach((j, depth) => this.step(depth, depth === 0 ? -1 : path[depth - 1]!, j))
    return this.value(path.length).slice()
  }
}
