/**
 * Approach 2 (Hoffmann et al. 2022, section 3.2): runs of equal FLOP form an isoFLOP; a parabola of the loss in ln N through each has its least loss at N*, and N* against C is a
 * power law. Away from the optimum the profile is no parabola (it is steeper on the side of the larger exponent), so runs beyond a factor of 5 from the least are left out of it
 * when enough remain: what is left of the bias is nearly the same at every C and so does not reach the exponent.
 */
import type { FitProblem } from './estimator'
import { fitParabola, parabolaAt, vertexOf, type Parabola } from './parabola'
import { POWER_LINE_NAMES, powerLine, powerLineExponents, type OptimumPoint, type PowerLineEstimator } from './powerLine'
import type { FitPoint } from './sample'

const WINDOW = Math.log(5)
/** Different sizes that a parabola within the window needs; with fewer, all runs of the isoFLOP are taken. */
const ENOUGH = 5
const ROUNDS = 20

export type ProfileStatus = 'used' | 'fewSizes' | 'noMinimum' | 'edge'

/** One isoFLOP. N*, D* and the least loss are null where it has none of its own; only those `used` carry the power law. */
export interface Profile {
  C: number
  /** Places of its runs among the points, and how many of them the parabola went through. */
  runs: number[]
  through: number
  status: ProfileStatus
  N: number | null
  loss: number | null
}

/** Runs by FLOP: a new isoFLOP begins where C rises by more than the tolerance, or is twice the tolerance above the first of the group. */
export function isoflopGroups(points: readonly FitPoint[], tolerance: number): number[][] {
  const order = points.map((_, i) => i).sort((i, j) => points[i]!.C - points[j]!.C || i - j)
  const groups: number[][] = []
  for (const i of order) {
    const group = groups.at(-1)
    const C = points[i]!.C
    if (group === undefined || C > points[group.at(-1)!]!.C * (1 + tolerance) || C > points[group[0]!]!.C * (1 + 2 * tolerance)) groups.push([i])
    else group.push(i)
  }
  return groups
}

export function profileOf(points: readonly FitPoint[], runs: number[], weights: Float64Array): Profile {
  const counted = runs.filter((i) => weights[i]! > 0)
  const lnN = counted.map((i) => Math.log(points[i]!.N))
  const loss = counted.map((i) => points[i]!.loss)
  const weight = counted.map((i) => weights[i]!)
  const total = weight.reduce((sum, w) => sum + w, 0)
  const C = Math.exp(counted.reduce((sum, i, j) => sum + weight[j]! * Math.log(points[i]!.C), 0) / total)
  const empty = { C, runs, through: counted.length, N: null, loss: null }
  if (new Set(lnN).size < 3) return { ...empty, status: 'fewSizes' }
  const { parabola, through } = nearLeast(lnN, loss, weight)
  const lnNBest = parabola && vertexOf(parabola)
  if (parabola === null || lnNBest === null) return { ...empty, status: 'noMinimum' }
  const inside = lnNBest >= Math.min(...lnN) && lnNBest <= Math.max(...lnN)
  if (!inside) return { ...empty, status: 'edge' }
  return { C, runs, through, status: 'used', N: Math.exp(lnNBest), loss: parabolaAt(parabola, lnNBest) }
}

/** A parabola through all, then through those near its least, until they stay the same. */
function nearLeast(lnN: readonly number[], loss: readonly number[], weight: readonly number[]): { parabola: Parabola | null; through: number } {
  let kept = weight
  let parabola = fitParabola(lnN, loss, kept)
  for (let round = 0; round < ROUNDS && parabola !== null; round++) {
    const least = vertexOf(parabola)
    if (least === null) break
    const near = weight.map((w, i) => (Math.abs(lnN[i]! - least) <= WINDOW ? w : 0))
    if (new Set(lnN.filter((_, i) => near[i]! > 0)).size < ENOUGH) break
    if (near.every((w, i) => w === kept[i])) break
    const narrower = fitParabola(lnN, loss, near)
    if (narrower === null || vertexOf(narrower) === null) break
    kept = near
    parabola = narrower
  }
  return { parabola, through: kept.filter((w) => w > 0).length }
}

export interface Isoflop extends PowerLineEstimator {
  profiles(weights: Float64Array): Profile[]
}

export function isoflop({ points, tolerance, flopPerParamToken: k }: FitProblem): Isoflop {
  const groups = isoflopGroups(points, tolerance)
  const profiles = (weights: Float64Array): Profile[] =>
    groups.filter((group) => group.some((i) => weights[i]! > 0)).map((group) => profileOf(points, group, weights))
  const optima = (weights: Float64Array): OptimumPoint[] =>
    profiles(weights).flatMap(({ C, N, runs }) => (N === null ? [] : [{ lnC: Math.log(C), lnN: Math.log(N), weight: 1, runs }]))
  const fresh = (weights: Float64Array) => powerLine(optima(weights), k)
  return {
    names: POWER_LINE_NAMES,
    profiles,
    optima,
    fresh,
    near: fresh,
    exponents: powerLineExponents,
    // Runs are drawn within their isoFLOP, so that every replicate has the same ones.
    resampled: (random) => {
      const weights = new Float64Array(points.length)
      for (const group of groups) for (let i = 0; i < group.length; i++) weights[group[random.below(group.length)]!]!++
      return weights
    }
  }
}
