/**
 * Random path problems with a known distribution of thresholds, and the value of a path by living through every case: not a formula shared with the engine.
 * A threshold lies in a cell: it is first reached by size 0, 1, … or never. Given the common factor (a few states with weights) targets are independent.
 */
import fc from 'fast-check'
import type { PathProblem, PathTarget } from '../../../src/main/engine/planner/problem'

export interface Case {
  problem: PathProblem
  /** Weight of each state of the common factor; reach[state][target][size] = chance that the target is reached by this size, given the state. */
  weights: number[]
  reach: number[][][]
}

export interface Shape {
  limits?: boolean
  must?: boolean
  yearly?: boolean
  objective?: 'usd' | 'points'
}

/** More targets, fewer sizes, so that the cases of one path stay below a few thousand. */
const LARGEST = [0, 12, 9, 6, 5]

export function pathCase(shape: Shape = {}): fc.Arbitrary<Case> {
  return fc
    .record({ seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }), targets: fc.integer({ min: 1, max: 4 }), states: fc.integer({ min: 1, max: 3 }) })
    .map(({ seed, targets, states }) => makeCase(seed, targets, states, shape))
}

function makeCase(seed: number, count: number, states: number, shape: Shape): Case {
  let state = seed
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  const chance = (p: number) => random() < p
  const n = 2 + Math.floor(random() * (LARGEST[count]! - 1))
  const rising = () => {
    const floor = chance(0.2) ? 0.1 * random() : 0
    const jumps = Array.from({ length: n }, () => (chance(0.4) ? random() ** 2 : 0.02 * random()))
    const total = jumps.reduce((s, v) => s + v, 0) + (chance(0.5) ? 0.3 * random() : 0)
    let sum = floor
    return jumps.map((v) => (sum = Math.min(1, sum + (v / total) * (1 - floor))))
  }
  const reach = Array.from({ length: states }, () => Array.from({ length: count }, rising))
  const raw = reach.map(() => 0.2 + random())
  const weights = raw.map((w) => w / raw.reduce((s, v) => s + v, 0))
  const mean = (f: (q: number) => number) => weights.reduce((s, w, q) => s + w * f(q), 0)

  const sizes = Float64Array.from({ length: n }, (_, k) => 1e9 * 2 ** k * (1 + 0.3 * random()))
  const growing = (start: number, factor: number) => Float64Array.from({ length: n }, (_, k) => start * factor ** k * (0.8 + 0.4 * random())).sort()
  const usd = growing(1, 1.2 + random())
  const years = growing(0.02, 1.2 + 0.5 * random())
  const withData = chance(0.5)
  const dataUsd = withData ? growing(0.5, 1.5) : new Float64Array(n)
  const points = shape.objective === 'points'
  const serving = chance(0.3) ? 0.2 * random() : 0
  const targets = Array.from({ length: count }, (_, i): PathTarget => {
    const worth = usd[n - 1]! * 2 * random()
    const perYear = shape.yearly && chance(0.6)
    return {
      wanted: 0.3 + 0.5 * random(),
      must: shape.must ? chance(0.6) : false,
      probability: Float64Array.from({ length: n }, (_, k) => mean((q) => reach[q]![i]![k]!)),
      once: points || perYear ? 0 : worth,
      perYear: points || !perYear ? 0 : worth / 2,
      points: points ? random() : 0
    }
  })
  const limited = shape.limits ?? false
  const problem: PathProblem = {
    objective: shape.objective ?? 'usd',
    sizes,
    usdWithoutData: usd,
    dataUsd,
    dataAtConfidence: 1.15,
    usdWithoutDataAtConfidence: usd.map((c) => c * 1.3),
    years,
    yearsAtConfidence: years.map((t) => t * 1.2 + 0.001),
    forbidden: Uint8Array.from({ length: n }, () => (limited && chance(0.1) ? 1 + Math.floor(random() * 7) : 0)),
    targets,
    kept: Float64Array.from({ length: n }, (_, k) => Math.max(0, 1 - serving * k)),
    all: Float64Array.from({ length: n }, (_, k) => mean((q) => reach[q]!.reduce((product, F) => product * F[k]!, 1))),
    budgetUsd: limited && chance(0.7) ? (usd[n - 1]! + dataUsd[n - 1]!) * 1.3 * (0.3 + 1.5 * random()) : null,
    deadlineYears: limited && chance(0.5) ? years[n - 1]! * 1.2 * (0.4 + 1.5 * random()) : null,
    step: limited && chance(0.4) ? { factor: 2 + 4 * random(), lastN: 1e9 * (0.5 + 3 * random()) } : null,
    discountRate: chance(0.7) ? random() : 0,
    horizonYears: 0.2 + 2 * random()
  }
  return { problem, weights, reach }
}

/** Mean over all thresholds of what happens on the path. Gated: stop when every target is reached. */
export function simulate({ problem, weights, reach }: Case, path: number[], gated: boolean): number {
  const n = problem.sizes.length
  let mean = 0
  for (let q = 0; q < weights.length; q++) {
    const cells = reach[q]!.map((F) => [...F.map((f, k) => f - (k ? F[k - 1]! : 0)), 1 - F[n - 1]!])
    const firstReachedBy: number[] = []
    const visit = (i: number, p: number): void => {
      if (p === 0) return
      if (i === cells.length) mean += p * live(problem, path, firstReachedBy, gated)
      else
        for (let k = 0; k <= n; k++) {
          firstReachedBy[i] = k
          visit(i + 1, p * cells[i]![k]!)
        }
    }
    visit(0, weights[q]!)
  }
  return mean
}

function live(problem: PathProblem, path: number[], firstReachedBy: number[], gated: boolean): number {
  const at = (t: number) => (1 + problem.discountRate) ** -t
  const reached = new Set<number>()
  let time = 0
  let worth = 0
  let dataBought = 0
  for (const k of path) {
    if (gated && reached.size === firstReachedBy.length) break
    worth -= at(time) * (problem.usdWithoutData[k]! + Math.max(0, problem.dataUsd[k]! - dataBought))
    dataBought = problem.dataUsd[k]!
    time += problem.years[k]!
    firstReachedBy.forEach((cell, i) => {
      if (reached.has(i) || cell > k) return
      reached.add(i)
      worth += at(time) * problem.targets[i]!.once * problem.kept[k]!
      worth += yearly(problem, time) * problem.targets[i]!.perYear * problem.kept[k]!
    })
  }
  return worth
}

function yearly(problem: PathProblem, from: number): number {
  if (from >= problem.horizonYears) return 0
  if (problem.discountRate === 0) return problem.horizonYears - from
  const r = Math.log(1 + problem.discountRate)
  return ((1 + problem.discountRate) ** -from - (1 + problem.discountRate) ** -problem.horizonYears) / r
}

export function keepsLimits(problem: PathProblem, path: number[]): boolean {
  let spend = 0
  let years = 0
  let data = 0
  let N = problem.step?.lastN ?? 0
  for (const k of path) {
    if (problem.forbidden[k]) return false
    if (problem.step && problem.sizes[k]! > N * problem.step.factor) return false
    N = problem.sizes[k]!
    spend += problem.usdWithoutDataAtConfidence[k]! + problem.dataAtConfidence * Math.max(0, problem.dataUsd[k]! - data)
    data = problem.dataUsd[k]!
    years += problem.yearsAtConfidence[k]!
  }
  if (problem.budgetUsd !== null && spend > problem.budgetUsd) return false
  if (problem.deadlineYears !== null && years > problem.deadlineYears) return false
  return problem.targets.every((t) => !t.must || (path.length > 0 && t.probability[path.at(-1)!]! >= t.wanted))
}

export function everyPath(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, bits) => Array.from({ length: n }, (_, k) => k).filter((k) => bits & (1 << k)))
}

/** The best value over every path that keeps the limits; null when there is none. */
export function exhaustive(c: Case): number | null {
  let best: number | null = null
  for (const path of everyPath(c.problem.sizes.length)) {
    if (!keepsLimits(c.problem, path)) continue
    const value = simulate(c, path, true)
    if (best === null || value > best) best = value
  }
  return best
}
