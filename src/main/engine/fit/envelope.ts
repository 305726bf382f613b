/**
 * Approach 1 (Hoffmann et al. 2022, section 3.1): at 1,500 budgets, log-spaced, the size whose training curve has the least loss; N and D = C/(k·N) there against C are power laws.
 * The runs of one size are its training curve, ln L interpolated in ln C by a monotone cubic. Where the smallest or the largest size on offer wins, the true optimum may lie
 * beyond it, so those budgets do not count. A size that wins over a stretch of budgets counts as one optimum in the middle of them, as often as it has budgets: the staircase
 * itself, K steps high, would be 1/K² too flat.
 */
import { resampledGroups, type FitProblem } from './estimator'
import { POWER_LINE_NAMES, powerLine, powerLineExponents, type OptimumPoint, type PowerLineEstimator } from './powerLine'
import { monotoneSlopes } from './monotoneSlopes'
import type { FitPoint } from './sample'

const BUDGETS = 1500
/** Sizes within this share of each other are one training curve. */
const SAME_SIZE = 0.01
/** Sizes on offer at a budget below which no winner counts: a smaller, a larger and one between. */
const LEAST_ON_OFFER = 3
/** Budgets on a curve that is interpolated. */
const LEAST_ON_CURVE = 3
/** Width of a bin of budgets, where sizes have no training curves: a quarter of a decade. */
const BIN = Math.LN10 / 4

/** The runs of one size. */
interface Curve {
  lnN: number
  /** Places of its runs among the points. */
  runs: number[]
}

/** A size that has the least loss from one budget to another. */
export interface Winner {
  lnN: number
  fromLnC: number
  toLnC: number
  /** At how many of the budgets. */
  budgets: number
  /** False where it is the smallest or the largest on offer: then it does not count. */
  inside: boolean
}

export interface Envelope {
  /** True where runs of the same size make training curves; false where single runs are compared within bins of budgets. */
  curves: boolean
  winners: Winner[]
}

function curvesOf(points: readonly FitPoint[]): Curve[] {
  const order = points.map((_, i) => i).sort((i, j) => points[i]!.N - points[j]!.N || i - j)
  const groups: number[][] = []
  for (const i of order) {
    const group = groups.at(-1)
    if (group === undefined || points[i]!.N > points[group[0]!]!.N * (1 + SAME_SIZE)) groups.push([i])
    else group.push(i)
  }
  return groups.map((runs) => ({ runs, lnN: runs.reduce((sum, i) => sum + Math.log(points[i]!.N), 0) / runs.length }))
}

/** ln L of a curve as a function of ln C, by its different budgets in rising order, with its slopes there. */
interface Track {
  lnN: number
  lnC: number[]
  lnL: number[]
  slope: number[]
}

function trackOf({ lnN, runs }: Curve, points: readonly FitPoint[], weights: Float64Array): Track {
  const byC = new Map<number, { sum: number; weight: number }>()
  for (const i of runs) {
    if (!(weights[i]! > 0)) continue
    const at = byC.get(points[i]!.C) ?? { sum: 0, weight: 0 }
    byC.set(points[i]!.C, { sum: at.sum + weights[i]! * Math.log(points[i]!.loss), weight: at.weight + weights[i]! })
  }
  const budgets = [...byC.keys()].sort((a, b) => a - b)
  const lnC = budgets.map(Math.log)
  const lnL = budgets.map((C) => byC.get(C)!.sum / byC.get(C)!.weight)
  return { lnN, lnC, lnL, slope: monotoneSlopes(lnC, lnL) }
}

/** ln L at a budget within the curve, else null; `from` is where the last, lower budget was found and is moved on. */
function lossAt({ lnC, lnL, slope }: Track, budget: number, from: { at: number }): number | null {
  if (!(budget >= lnC[0]! && budget <= lnC.at(-1)!)) return null
  while (from.at < lnC.length - 2 && lnC[from.at + 1]! < budget) from.at++
  const i = from.at
  const h = lnC[i + 1]! - lnC[i]!
  const t = (budget - lnC[i]!) / h
  const u = 1 - t
  return u * u * ((1 + 2 * t) * lnL[i]! + h * t * slope[i]!) + t * t * ((1 + 2 * u) * lnL[i + 1]! - h * u * slope[i + 1]!)
}

/** The size of least loss at a budget. */
interface Best {
  lnC: number
  lnN: number
  inside: boolean
}

/** Collects what is on offer at one budget. */
function offer() {
  let sizes = 0
  let least = Infinity
  let best = { lnC: 0, lnN: 0 }
  let smallest = Infinity
  let largest = -Infinity
  return {
    add(lnN: number, lnC: number, lnL: number): void {
      sizes++
      smallest = Math.min(smallest, lnN)
      largest = Math.max(largest, lnN)
      if (lnL < least) {
        least = lnL
        best = { lnC, lnN }
      }
    },
    /** The size of least loss, and whether there is a smaller and a larger one. */
    best: (): Best | null => (sizes < LEAST_ON_OFFER ? null : { ...best, inside: smallest < best.lnN && best.lnN < largest })
  }
}

function alongCurves(tracks: readonly Track[]): Best[] {
  const low = Math.min(...tracks.map(({ lnC }) => lnC[0]!))
  const high = Math.max(...tracks.map(({ lnC }) => lnC.at(-1)!))
  const places = tracks.map(() => ({ at: 0 }))
  return Array.from({ length: BUDGETS }, (_, j) => low + ((high - low) * j) / (BUDGETS - 1)).flatMap((lnC) => {
    const here = offer()
    tracks.forEach((track, t) => {
      const lnL = lossAt(track, lnC, places[t]!)
      if (lnL !== null) here.add(track.lnN, lnC, lnL)
    })
    return here.best() ?? []
  })
}

function withinBins(points: readonly FitPoint[], weights: Float64Array): Best[] {
  const bins = new Map<number, ReturnType<typeof offer>>()
  points.forEach(({ N, C, loss }, i) => {
    if (!(weights[i]! > 0)) return
    const number = Math.floor(Math.log(C) / BIN)
    const bin = bins.get(number) ?? offer()
    bins.set(number, bin)
    bin.add(Math.log(N), Math.log(C), Math.log(loss))
  })
  return [...bins.keys()].sort((a, b) => a - b).flatMap((number) => bins.get(number)!.best() ?? [])
}

/** Neighbouring budgets with the same winner, in one. */
function stretches(best: readonly Best[]): Winner[] {
  const winners: Winner[] = []
  for (const { lnC, lnN, inside } of best) {
    const last = winners.at(-1)
    if (last !== undefined && last.lnN === lnN && last.inside === inside) {
      last.toLnC = lnC
      last.budgets++
    } else winners.push({ lnN, fromLnC: lnC, toLnC: lnC, budgets: 1, inside })
  }
  return winners
}

/** Stretches that begin and end because another size wins: the first and the last may go on beyond the runs. */
export const counted = ({ curves, winners }: Envelope): Winner[] => winners.filter(({ inside }, i) => inside && (!curves || (i > 0 && i < winners.length - 1)))

export interface EnvelopeEstimator extends PowerLineEstimator {
  envelope(weights: Float64Array): Envelope
}

export function envelope({ points, flopPerParamToken: k }: FitProblem): EnvelopeEstimator {
  const sizes = curvesOf(points)
  const envelopeOf = (weights: Float64Array): Envelope => {
    const tracks = sizes.map((size) => trackOf(size, points, weights)).filter(({ lnC }) => lnC.length >= LEAST_ON_CURVE)
    const onCurves = tracks.reduce((sum, { lnC }) => sum + lnC.length, 0)
    const curves = tracks.length >= LEAST_ON_OFFER && onCurves >= points.length / 2
    return { curves, winners: stretches(curves ? alongCurves(tracks) : withinBins(points, weights)) }
  }
  const optima = (weights: Float64Array): OptimumPoint[] =>
    counted(envelopeOf(weights)).map(({ lnN, fromLnC, toLnC, budgets }) => {
      const runs = sizes.find((size) => Math.abs(size.lnN - lnN) <= Math.log1p(SAME_SIZE))!.runs
      return { lnN, lnC: (fromLnC + toLnC) / 2, weight: budgets, runs }
    })
  const fresh = (weights: Float64Array) => powerLine(optima(weights), k)
  return {
    names: POWER_LINE_NAMES,
    envelope: envelopeOf,
    optima,
    fresh,
    near: fresh,
    exponents: powerLineExponents,
    // Whole curves are drawn: the runs of one training curve are not independent of each other.
    resampled: (random) =>
      resampledGroups(
        sizes.map(({ runs }) => runs),
        points.length,
        random
      )
  }
}
