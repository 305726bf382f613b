/**
 * What the planner believes about the scale that a target needs, and the probabilities that follow (planning-model §2).
 * F(x; θ) is the distribution function of the target's one unknown threshold; θ is the critical scale c, log-normal; the steepness is a point.
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { LinkId, Target } from '../../../shared/plan/schema'
import { withBounds } from '../links/bounds'
import { linkOf } from '../links/registry'
import { normalProbability, normalQuantile, RANGE_90 } from '../numeric/normal'
import { smoothedAt, smoothedExactly, smoothedTable } from './smoothed'

/** ln c ~ N(lnMedian, sigma²) with c the link's own scale in the unit of the target's axis; everything else is a point. */
export interface TargetBelief {
  link: LinkId
  steepness: number
  floor: number
  ceiling: number
  lnMedian: number
  /** The median itself: an exact figure keeps its digits, which exp(ln c) would not. */
  median: number
  /** 0 for an exact figure. */
  sigma: number
  /** True when the published range had no upper end and [a, 3a] is used instead. */
  openRange: boolean
}

type Published = Pick<Target, 'link' | 'critical' | 'criticalMeans' | 'steepness' | 'floor' | 'ceiling'>

/** Upper end that stands in for an open range ("100B+"), as a multiple of the lower one, until the planner gives one. */
const OPEN_RANGE = 3

/**
 * The belief behind a published figure: a number is exact, a 90 % range [a, b] is log-normal with median √(ab) and σ = ln(b/a)/3.2897.
 * Figures that are a 50 % point (or a first sighting, or of unknown meaning, both used so) are divided by the link's x50/c; floor and ceiling do not enter.
 */
export function beliefOf(target: Published): TargetBelief {
  const { critical, link, steepness, floor, ceiling } = target
  const openRange = typeof critical !== 'number' && critical.high === null
  const low = typeof critical === 'number' ? critical : critical.low
  const high = typeof critical === 'number' ? critical : (critical.high ?? OPEN_RANGE * critical.low)
  const lnPublished = low === high ? Math.log(low) : 0.5 * (Math.log(low) + Math.log(high))
  // ln of x50/c, by a ratio that does not leave the range of numbers when the steepness is tiny: ln ratioAt(p, α) = ln ratioAt(p, 1)/α.
  const lnHalf = target.criticalMeans === 'scale' ? 0 : Math.log(linkOf(link).ratioAt(0.5, 1)) / steepness
  const lnMedian = lnPublished - lnHalf
  const median = low === high && lnHalf === 0 ? low : Math.exp(lnMedian)
  return { link, steepness, floor, ceiling, lnMedian, median, sigma: low === high ? 0 : Math.log(high / low) / RANGE_90, openRange }
}

/** A scale that equals the critical one to 12 digits is the critical one: x often comes back from a root or through k·N·D. */
const SAME = 1e-12

/** F with bounds at u = ln(x/c), −∞ for x = 0. */
function linkAt({ link, steepness, floor, ceiling }: TargetBelief, u: number): number {
  const F = link === 'step' ? (u >= -SAME ? 1 : 0) : linkOf(link).probability(Math.exp(steepness * u), UNIT)
  return F === 1 ? ceiling : floor + (ceiling - floor) * F
}
const UNIT = { critical: 1, steepness: 1 }

/** The unbounded F̄ at ln x by quadrature; `step` in closed form. */
function exactly({ link, steepness, lnMedian, sigma }: TargetBelief): (lnX: number) => number {
  if (link === 'step') return (lnX) => normalProbability((lnX - lnMedian) / sigma)
  const S = smoothedExactly(link, steepness * sigma)
  return (lnX) => S(steepness * (lnX - lnMedian))
}

/** F̄(x) = E[F(x; θ)], the chance that a run of scale x ≥ 0 reaches the target; to about 1e-12 absolute. At x = 0 it is the floor. */
export function marginal(belief: TargetBelief, x: number): number {
  const { lnMedian, sigma, floor, ceiling } = belief
  if (sigma === 0) return linkAt(belief, Math.log(x) - lnMedian)
  return floor + (ceiling - floor) * exactly(belief)(Math.log(x))
}

/** F̄ at every exp(lnX), for whole grids: interpolated, to 1e-10 absolute. Non-decreasing where lnX is, but for that error. */
export function marginals(belief: TargetBelief, lnX: Float64Array): Float64Array {
  const { link, steepness, lnMedian, sigma, floor, ceiling } = belief
  const out = new Float64Array(lnX.length)
  if (sigma === 0) for (let k = 0; k < lnX.length; k++) out[k] = linkAt(belief, lnX[k]! - lnMedian)
  else {
    const table = smoothedTable(link, steepness * sigma)
    const scale = link === 'step' ? 1 / sigma : steepness
    for (let k = 0; k < lnX.length; k++) out[k] = floor + (ceiling - floor) * smoothedAt(table, scale * (lnX[k]! - lnMedian))
  }
  return out
}

/**
 * The q-quantile, over the belief about c, of F(x; θ) at every exp(lnX): F falls as c grows, so it is F at the (1 − q)-quantile of c.
 * A band of these shows what the published range leaves open, without the chance that the link itself describes.
 */
export function probabilityQuantiles(belief: TargetBelief, lnX: Float64Array, q: number): Float64Array {
  const lnC = belief.lnMedian + lnQuantileShift(belief, 1 - q)
  return lnX.map((l) => linkAt(belief, l - lnC))
}

const lnQuantileShift = ({ sigma }: TargetBelief, q: number): number => (sigma === 0 ? 0 : sigma * normalQuantile(q))

/**
 * Required scale: the smallest x with F̄(x) ≥ p, 0 < p < 1, to 1e-12 relative. 0 when p ≤ floor: no scale is needed.
 * Unreachable when p is above the ceiling, or equal to it and only approached.
 */
export function requiredScale(belief: TargetBelief, p: number): number | NoAnswer {
  const { link, floor, ceiling, lnMedian, sigma } = belief
  const atMedian = scaleAt(belief, lnMedian, p)
  if (sigma === 0 || typeof atMedian !== 'number' || atMedian === 0) return atMedian
  const share = (p - floor) / (ceiling - floor)
  if (share >= 1) return noAnswer('unreachable', 'probability-above-ceiling', { wanted: p, ceiling })
  if (link === 'step') return finite(lnMedian + sigma * normalQuantile(share), p)
  return finite(inverse(exactly(belief), share, Math.log(atMedian), 8 * sigma), p)
}

/** 5–50–95 % over the belief of the x with F(x; θ) = p, in closed form: quantile of c times the link's x/c at p. */
export function scaleInterval(belief: TargetBelief, p: number): { p5: number; p50: number; p95: number } | NoAnswer {
  const at = (q: number) => scaleAt(belief, belief.lnMedian + lnQuantileShift(belief, q), p)
  const [p5, p50, p95] = [at(0.05), at(0.5), at(0.95)]
  if (typeof p5 !== 'number') return p5
  if (typeof p50 !== 'number') return p50
  if (typeof p95 !== 'number') return p95
  return { p5, p50, p95 }
}

const scaleAt = ({ link, steepness, floor, ceiling, lnMedian, median }: TargetBelief, lnC: number, p: number): number | NoAnswer =>
  withBounds(linkOf(link)).scaleFor(p, { critical: lnC === lnMedian ? median : Math.exp(lnC), steepness, floor, ceiling })

const finite = (lnX: number, wanted: number): number | NoAnswer => {
  const x = Math.exp(lnX)
  return Number.isFinite(x) && x > 0 ? x : noAnswer('unreachable', 'beyond-numbers', { wanted })
}

/** l with S(l) = share for a non-decreasing S: a bracket grown from the guess, then bisection and secant steps in turn. */
function inverse(S: (l: number) => number, share: number, guess: number, width: number): number {
  let low = guess - width
  let high = guess + width
  // S is 0 and 1 to the last digit far outside; where even that is not enough the answer leaves the range of numbers.
  for (let step = width; S(low) > share; step *= 2) low -= step
  for (let step = width; S(high) < share; step *= 2) high += step
  if (!Number.isFinite(high - low)) return high
  let below = S(low) - share
  let above = S(high) - share
  for (let round = 0; round < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); round++) {
    const secant = low - (below * (high - low)) / (above - below)
    const middle = round % 3 === 2 || !(secant > low && secant < high) ? 0.5 * (low + high) : secant
    const there = S(middle) - share
    if (there === 0) return middle
    if (there < 0) {
      low = middle
      below = there
    } else {
      high = middle
      above = there
    }
  }
  return 0.5 * (low + high)
}
