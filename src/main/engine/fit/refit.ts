/** The parts of a fit that take time, cut into pieces that workers can do in any order: each result depends on the problem and its own index alone. */
import { randomStream } from '../numeric/random'
import { envelope } from './envelope'
import type { Estimate, Estimator, FitProblem } from './estimator'
import { firstOrder } from './firstOrder'
import { isoflop } from './isoflop'
import { parametric } from './parametric'

export type RefitPart =
  /** The way down from these starts of the parametric fit. */
  | { kind: 'starts'; grid: 'spread' | 'hoffmann'; at: readonly number[] }
  /** Bootstrap replicates, near the estimate; replicate i draws from stream i of the seed. */
  | { kind: 'bootstrap'; near: Float64Array; seed: number; from: number; to: number }
  /** Without each of the runs `from` to `to` − 1 alone, to first order; parametric only. */
  | { kind: 'firstOrder'; near: Float64Array; from: number; to: number }
  /** Without these runs: each set near the estimate, or from scratch. */
  | { kind: 'without'; near: Float64Array; sets: number[][]; fresh: boolean }

export interface RefitTask {
  problem: FitProblem
  part: RefitPart
}

function estimatorOf(problem: FitProblem): Estimator {
  if (problem.approach === 'envelope') return envelope(problem)
  return problem.approach === 'isoflop' ? isoflop(problem) : parametric(problem)
}

/** The results of a part, in its order; null where the runs determine no constants. */
export function refit({ problem, part }: RefitTask): (Estimate | null)[] {
  if (part.kind === 'starts') {
    const { starts, from, form, sample } = parametric(problem, part.grid)
    /** Where the ways down end, by their starts: a grid has many that the box makes the same. */
    const ends = new Map<string, Estimate>()
    return part.at.map((i) => {
      const start = starts.at(i)
      const key = start.join(' ')
      const known = ends.get(key)
      if (known !== undefined) return known
      const { theta, value, settled } = from(start)
      const end = { constants: form.constants(theta, sample), objective: value, settled }
      ends.set(key, end)
      return end
    })
  }
  if (part.kind === 'firstOrder') return firstOrder(parametric(problem), part.near, problem.delta, part)
  const estimator = estimatorOf(problem)
  const { near } = part
  if (part.kind === 'bootstrap')
    return Array.from({ length: part.to - part.from }, (_, i) => estimator.near(estimator.resampled(randomStream(part.seed, part.from + i)), near))
  return part.sets.map((set) => {
    const weights = new Float64Array(problem.points.length).fill(1)
    for (const run of set) weights[run] = 0
    return part.fresh ? estimator.fresh(weights) : estimator.near(weights, near)
  })
}
