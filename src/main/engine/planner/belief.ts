/**
 * What the planner believes about the scale that a target needs, and the probabilities that follow (docs/model.md, Beliefs and probabilities).
 * F(x; θ) is the distribution function of the target's one unknown threshold; θ is the critical scale c, log-normal or a mixture of such, with steepness, floor and ceiling,
 * each a point or believed by itself.
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { LinkId } from '../../../shared/plan/schema'
import { withBounds } from '../links/bounds'
import { linkOf } from '../links/registry'
import { normalQuantile, RANGE_90 } from '../numeric/normal'
import { averaged, linkCurve, SAME } from './averaged'
import { figuresOf, isOpen, partOf, type Part, type Published } from './figures'
import { expectedBounds, spreadsOf, type LinkBeliefs, type Spreads } from './linkBeliefs'
import { lnQuantile, smallest } from './mixture'
import type { Progress } from './progress'
import { smoothedAt } from './smoothedTable'
import { steepnessKey, type Steepness } from './spread'

/**
 * ln c ~ N(lnMedian, sigma²), or the equal-weight mixture of `parts`, with c the link's own scale in the unit of the target's axis, at the steepness that the plan states:
 * where c follows from a 50 % point (`half`) another steepness moves it.
 */
export interface TargetBelief {
  link: LinkId
  steepness: number
  /** Means, where there are beliefs about them. */
  floor: number
  ceiling: number
  lnMedian: number
  /** The median itself: an exact figure keeps its digits, which exp(ln c) would not. */
  median: number
  /** 0 for an exact figure. Of a mixture: ln(95 % point/5 % point)/3.2897, for comparison only. */
  sigma: number
  /** True when a range had no upper end and [a, 3a] is used instead. */
  openRange: boolean
  half: boolean
  /** Two or more, each of equal weight; null for a single figure, which the fields above describe. */
  parts: readonly Part[] | null
  /** The link averaged over its steepness; null where that is a point or plays no part. */
  spreads: Spreads | null
  /** What is believed beside the critical scale, for ranges over all of it; null where that is nothing. */
  beside: LinkBeliefs | null
}

/** The belief behind a target's figures: one of them as it is, several as an equal-weight mixture, never a product. `beside`: what is believed of its link. */
export function beliefOf(target: Published, progress: Progress | null = null, beside: LinkBeliefs | null = null): TargetBelief {
  const { link, steepness } = target
  const figures = figuresOf(target)
  const parts = figures.map((figure) => partOf(target, figure, progress))
  const bounds = beside === null ? { floor: target.floor, ceiling: target.ceiling } : expectedBounds(target, beside)
  const spreads = beside === null ? null : spreadsOf(link, steepness, beside.steepness)
  const shape = { link, steepness, ...bounds, openRange: figures.some(({ critical }) => isOpen(critical)), spreads, beside }
  const [first] = parts
  if (parts.length === 1 && first !== undefined) return { ...shape, ...first, parts: null }
  const [low, lnMedian, high] = [-NINETY_FIVE, 0, NINETY_FIVE].map((y) => lnQuantile(parts, y)) as [number, number, number]
  return { ...shape, lnMedian, median: Math.exp(lnMedian), sigma: (high - low) / RANGE_90, half: false, parts }
}

const NINETY_FIVE = RANGE_90 / 2

/** The log-normals that make the belief: one, or the parts of its mixture. */
export const partsOf = (belief: TargetBelief): readonly Part[] => belief.parts ?? [belief]

/** What the link's steepness is for one part of the belief: a number, or what is averaged over. */
export const steepnessOf = ({ spreads, steepness }: TargetBelief, { half }: Part): Steepness =>
  spreads === null ? steepness : half ? spreads.half : spreads.scale

/** True when the critical scale is known exactly: then nothing is common to several targets. */
export const isExact = (belief: TargetBelief): boolean => belief.parts === null && belief.sigma === 0

/** True when F itself is known, and F̄ is it. */
const isKnown = (belief: TargetBelief): boolean => isExact(belief) && belief.spreads === null

/** ln c at the score y, which is its Φ(y) quantile. */
export const lnCriticalAt = (belief: TargetBelief, y: number): number =>
  belief.parts === null ? belief.lnMedian + (belief.sigma === 0 ? 0 : belief.sigma * y) : lnQuantile(belief.parts, y)

/** Everything that the probabilities follow from, as a text: equal keys, equal answers. */
export const keyOf = (belief: TargetBelief): string =>
  `${belief.link} ${belief.floor} ${belief.ceiling} ${partsOf(belief)
    .map((part) => `${part.lnMedian} ${part.sigma} ${steepnessKey(steepnessOf(belief, part))}`)
    .join(' ')}`

const bounded = ({ floor, ceiling }: TargetBelief, F: number): number => (F === 1 ? ceiling : floor + (ceiling - floor) * F)

/** The unbounded F̄ at ln x, the mean over the parts. */
function exactly(belief: TargetBelief): (lnX: number) => number {
  const { link } = belief
  const curves = partsOf(belief).map((part) => {
    const { lnMedian, sigma } = part
    const steepness = steepnessOf(belief, part)
    const F = linkCurve(link, steepness)
    if (sigma === 0) return (lnX: number): number => F(lnX - lnMedian)
    const { scale, exactly: S } = averaged(link, steepness, sigma)
    return (lnX: number): number => S(link === 'step' ? (lnX - lnMedian) / sigma : scale * (lnX - lnMedian))
  })
  return (lnX) => curves.reduce((sum, F) => sum + F(lnX), 0) / curves.length
}

/** F̄(x) = E[F(x; θ)], the chance that a run of scale x ≥ 0 reaches the target; to about 1e-12 absolute (1e-7 over an uncertain steepness). At x = 0 it is the floor. */
export function marginal(belief: TargetBelief, x: number): number {
  const F = exactly(belief)(Math.log(x))
  return isKnown(belief) ? bounded(belief, F) : belief.floor + (belief.ceiling - belief.floor) * F
}

/** F̄ at every exp(lnX), for whole grids: interpolated, to 1e-10 absolute. Non-decreasing where lnX is, but for that error. */
export function marginals(belief: TargetBelief, lnX: Float64Array): Float64Array {
  const { link, floor, ceiling, parts } = belief
  const out = new Float64Array(lnX.length)
  if (isKnown(belief)) {
    const F = linkCurve(link, belief.steepness)
    return lnX.map((l) => bounded(belief, F(l - belief.lnMedian)))
  }
  const span = (ceiling - floor) / (parts?.length ?? 1)
  out.fill(floor)
  for (const part of partsOf(belief)) {
    const { lnMedian, sigma } = part
    const steepness = steepnessOf(belief, part)
    const { scale, table, exactly: S } = averaged(link, steepness, sigma)
    if (sigma > 0 && table) for (let k = 0; k < lnX.length; k++) out[k]! += span * smoothedAt(table, scale * (lnX[k]! - lnMedian))
    else if (sigma > 0) for (let k = 0; k < lnX.length; k++) out[k]! += span * S(scale * (lnX[k]! - lnMedian))
    else {
      const F = linkCurve(link, steepness)
      for (let k = 0; k < lnX.length; k++) out[k]! += span * F(lnX[k]! - lnMedian)
    }
  }
  return out
}

/**
 * The q-quantile, over the belief about c, of F(x; θ) at every exp(lnX): F falls as c grows, so it is F at the (1 − q)-quantile of c.
 * A band of these shows what the published range leaves open, without the chance that the link itself describes.
 */
export function probabilityQuantiles(belief: TargetBelief, lnX: Float64Array, q: number): Float64Array {
  const lnC = lnCriticalAt(belief, normalQuantile(1 - q))
  const F = linkCurve(belief.link, belief.steepness)
  return lnX.map((l) => bounded(belief, F(l - lnC)))
}

/**
 * Required scale: the smallest x with F̄(x) ≥ p, 0 < p < 1, to 1e-12 relative. 0 when p ≤ floor: no scale is needed.
 * Unreachable when p is above the ceiling, or equal to it and only approached.
 */
export function requiredScale(belief: TargetBelief, p: number): number | NoAnswer {
  const { link, floor, ceiling, lnMedian, sigma } = belief
  const atMedian = scaleAt(belief, lnMedian, p)
  if (isKnown(belief) || typeof atMedian !== 'number' || atMedian === 0) return atMedian
  const share = (p - floor) / (ceiling - floor)
  if (share >= 1) return noAnswer('unreachable', 'probability-above-ceiling', { wanted: p, ceiling })
  if (belief.parts !== null) return finite(mixtureScale(belief, belief.parts, share), p)
  const steepness = steepnessOf(belief, belief)
  if (sigma === 0 && typeof steepness !== 'number') return finite(Math.exp(lnMedian + steepness.lnRatioAt(share)), p)
  if (link === 'step') return finite(Math.exp(lnMedian + sigma * normalQuantile(share)), p)
  return finite(Math.exp(inverse(exactly(belief), share, Math.log(atMedian), 8 * sigma)), p)
}

/** The smallest scale with mean F̄ ≥ share: between those of the easiest and of the hardest part. A jump at an exact figure is the figure itself. */
function mixtureScale(belief: TargetBelief, parts: readonly Part[], share: number): number {
  const alone = parts.map((part) => requiredScale({ ...belief, ...part, floor: 0, ceiling: 1, parts: null }, share))
  const ends = alone.map((scale) => (typeof scale === 'number' ? Math.log(scale) : Infinity))
  const F = exactly(belief)
  const ln = smallest((lnX) => F(lnX) - share, Math.min(...ends), Math.max(...ends))
  const jump = belief.link === 'step' ? parts.find(({ lnMedian, sigma }) => sigma === 0 && Math.abs(ln - lnMedian) <= 2 * SAME) : undefined
  return jump?.median ?? Math.exp(ln)
}

/** 5–50–95 % over the belief of the x with F(x; θ) = p, in closed form: quantile of c times the link's x/c at p. */
export function scaleInterval(belief: TargetBelief, p: number): { p5: number; p50: number; p95: number } | NoAnswer {
  const at = (q: number) => scaleAt(belief, lnCriticalAt(belief, normalQuantile(q)), p)
  const [p5, p50, p95] = [at(0.05), at(0.5), at(0.95)]
  if (typeof p5 !== 'number') return p5
  if (typeof p50 !== 'number') return p50
  if (typeof p95 !== 'number') return p95
  return { p5, p50, p95 }
}

/** The x with F(x; c) = p when ln c is `lnC`. */
export const scaleAt = ({ link, steepness, floor, ceiling, lnMedian, median }: TargetBelief, lnC: number, p: number): number | NoAnswer =>
  withBounds(linkOf(link)).scaleFor(p, { critical: lnC === lnMedian ? median : Math.exp(lnC), steepness, floor, ceiling })

const finite = (x: number, wanted: number): number | NoAnswer => (Number.isFinite(x) && x > 0 ? x : noAnswer('unreachable', 'beyond-numbers', { wanted }))

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
