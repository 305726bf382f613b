/** Approach 3 (Hoffmann et al. 2022, section 3.3): the constants of a form for all runs at once. */
import type { RandomStream } from '../numeric/random'
import type { Estimate, Estimator, FitProblem } from './estimator'
import type { Form } from './form'
import { FORMS } from './forms'
import { minimiser, type Minimum } from './minimise'
import type { Objective } from './objective'
import { sampleOf, type FitPoint, type Sample } from './sample'

export interface Parametric extends Estimator {
  form: Form
  sample: Sample
  objective: Objective
  /** Each in the box of the objective, which makes some of them the same. */
  starts: { count: number; at(i: number): Float64Array }
  /** Where the way down from a start ends: θ and the value there. */
  from(start: Float64Array): Minimum & { theta: Float64Array }
}

export function parametric({ form: id, points, delta }: FitProblem, grid: 'spread' | 'hoffmann' = 'spread'): Parametric {
  const form = FORMS[id]
  const sample = sampleOf(points)
  const runs = points.length
  const all = new Float64Array(runs).fill(1)
  const spread = form.starts(sample)
  const minimise = (weights: Float64Array) => minimiser(form.objective(sample, weights), { delta, runs })
  const estimate = (theta: Float64Array, { value, settled }: Minimum): Estimate | null => {
    const constants = form.constants(theta, sample)
    return constants.every(Number.isFinite) ? { constants, objective: value, settled } : null
  }
  const pairs = pairNumbers(points, form.hasD)
  /** Whether there are as many different runs as constants. */
  const determined = (weights: Float64Array): boolean => {
    const distinct = new Set<number>()
    for (let i = 0; i < runs && distinct.size < form.names.length; i++) if (weights[i]! > 0) distinct.add(pairs[i]!)
    return distinct.size === form.names.length
  }
  const down = minimise(all)
  const objective = form.objective(sample, all)
  const inBox = (theta: Float64Array): Float64Array => theta.map((v, k) => Math.min(Math.max(v, objective.lower[k]!), objective.upper[k]!))
  const startAt = grid === 'hoffmann' ? (i: number) => form.coordinates(hoffmannStart(i), sample) : (i: number) => spread[i]!
  return {
    form,
    names: form.names,
    sample,
    objective,
    starts: { count: grid === 'hoffmann' ? HOFFMANN_STARTS : spread.length, at: (i) => inBox(startAt(i)) },
    from: (start) => {
      const theta = start.slice()
      return { theta, ...down(theta, 'far') }
    },
    fresh: (weights) => {
      if (!determined(weights)) return null
      const search = minimise(weights)
      let best: { theta: Float64Array; minimum: Minimum } | null = null
      for (const start of spread) {
        const theta = start.slice()
        const minimum = search(theta, 'far')
        if (best === null || minimum.value < best.minimum.value) best = { theta, minimum }
      }
      return best && estimate(best.theta, best.minimum)
    },
    near: (weights, constants) => {
      if (!determined(weights)) return null
      const theta = form.coordinates(constants, sample)
      return estimate(theta, minimise(weights)(theta, 'near'))
    },
    exponents: form.exponents,
    resampled: (random: RandomStream) => {
      const weights = new Float64Array(runs)
      for (let i = 0; i < runs; i++) weights[random.below(runs)]!++
      return weights
    }
  }
}

/** Runs of the same N and D (or of the same N, where D does not matter) have the same number. */
function pairNumbers(points: readonly FitPoint[], hasD: boolean): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(points, ({ N, D }) => {
    const pair = hasD ? `${N} ${D}` : `${N}`
    const number = numbers.get(pair) ?? numbers.size
    numbers.set(pair, number)
    return number
  })
}

/** The grid of Hoffmann et al. 2022, section D.4. */
const GRID = { exponents: [0, 0.5, 1, 1.5, 2], lnE: [-1, -0.5, 0, 0.5, 1], lnAmplitudes: [0, 5, 10, 15, 20, 25] }
export const HOFFMANN_STARTS = GRID.exponents.length ** 2 * GRID.lnE.length * GRID.lnAmplitudes.length ** 2

/** Start i of its 4,500, as constants E, A, B, α, β. */
export function hoffmannStart(i: number): Float64Array {
  let rest = i
  const next = (values: readonly number[]): number => {
    const value = values[rest % values.length]!
    rest = Math.floor(rest / values.length)
    return value
  }
  const [B, A, E] = [next(GRID.lnAmplitudes), next(GRID.lnAmplitudes), next(GRID.lnE)].map(Math.exp)
  const [β, α] = [next(GRID.exponents), next(GRID.exponents)]
  return Float64Array.of(E!, A!, B!, α, β)
}
