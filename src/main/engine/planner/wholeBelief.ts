/**
 * Ranges over everything that is believed of one target: critical scale, steepness, floor and ceiling. Where the critical scale alone is uncertain they have closed forms
 * (`belief.ts`); here they are read off even draws of all of it, the same for every plan, so that the chances behind them are known to a few parts in a thousand.
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalProbability, normalQuantile } from '../numeric/normal'
import type { Shape } from '../uncertainty/distributions/distribution'
import { shapeName } from '../uncertainty/distributions/shapeName'
import { evenUniforms } from '../uncertainty/draws/evenDraws'
import { linkCurve } from './averaged'
import { partsOf, type TargetBelief } from './belief'
import { lnRatioAt } from './figures'
import { movedBy } from './linkBeliefs'
import { scoreOf, smallest } from './mixture'

/** Draws behind a range. */
const DRAWS = 1024
/** Dimensions of the even draws that nothing else has. */
const FIRST_DIMENSION = 0

/** What is believed of a target in one draw, and F when it is so. */
export interface Theta {
  lnC: number
  /** Standard normal: at which quantile of what is believed of it ln c is. */
  score: number
  steepness: number
  floor: number
  ceiling: number
  F: (u: number) => number
}

/** True when more than the critical scale is believed: then closed forms over that alone do not hold. */
export const isWhole = ({ spreads, beside }: TargetBelief): boolean =>
  spreads !== null || (beside !== null && (beside.floor !== null || beside.ceiling !== null))

/** F(x; θ) at ln x. */
export function chanceOf({ lnC, floor, ceiling, F }: Theta, lnX: number): number {
  const chance = F(lnX - lnC)
  return chance === 1 ? ceiling : floor + (ceiling - floor) * chance
}

/** ln of the scale with F(x; θ) = p: −∞ when none is needed, ∞ when none suffices. */
export function lnScaleOf(link: LinkId, { lnC, steepness, floor, ceiling }: Theta, p: number): number {
  if (p <= floor) return -Infinity
  return p < ceiling ? lnC + lnRatioAt(link, (p - floor) / (ceiling - floor), steepness) : Infinity
}

/** Columns of even draws, one for each thing that is believed. */
const column = (of: number, draws: number): Float64Array => evenUniforms(FIRST_DIMENSION + of, draws)

/** `draws` equally likely θ; a mixture's critical scale is that of one of its parts, each for an equal share. */
export function thetasOf(belief: TargetBelief, draws: number): Theta[] {
  const { link, steepness, floor, ceiling, beside } = belief
  const parts = partsOf(belief)
  const lnHalf = lnRatioAt(link, 0.5, steepness)
  const drawn = (shape: Shape | null, value: number, of: number): Float64Array => {
    const out = column(of, draws)
    if (shape === null) return out.fill(value)
    shape.fillQuantiles(out, out)
    return out
  }
  const [α, low, high] = [
    drawn(link === 'step' ? null : (beside?.steepness ?? null), steepness, 0),
    drawn(beside?.floor ?? null, floor, 1),
    drawn(beside?.ceiling ?? null, ceiling, 2)
  ]
  const [which, scores] = [column(3, draws), column(4, draws).map(normalQuantile)]
  return Array.from({ length: draws }, (_, k) => {
    const { lnMedian, sigma, half } = parts[Math.floor(which[k]! * parts.length)]!
    const moved = α[k]! === steepness ? 0 : lnHalf - lnRatioAt(link, 0.5, α[k]!)
    const lnC = lnMedian + (half ? moved : 0) + (sigma === 0 ? 0 : sigma * scores[k]!)
    return {
      lnC,
      score: parts.length === 1 ? scores[k]! : scoreOf(movedBy(parts, moved), lnC),
      steepness: α[k]!,
      floor: Math.min(low[k]!, high[k]!),
      ceiling: high[k]!,
      F: linkCurve(link, α[k]!)
    }
  })
}

/** The same belief with the median critical scale 1, and its name: what depends on x through x/c alone is worked out once for all of these. */
function relative(belief: TargetBelief): { about: TargetBelief; key: string } {
  const { lnMedian: origin, link, steepness, floor, ceiling, beside } = belief
  const about: TargetBelief = {
    ...belief,
    lnMedian: 0,
    median: 1,
    parts: belief.parts && belief.parts.map((part) => ({ ...part, lnMedian: part.lnMedian - origin, median: Math.exp(part.lnMedian - origin) }))
  }
  const figures = partsOf(about).map(({ lnMedian, sigma, half }) => `${lnMedian} ${sigma} ${half}`)
  const shapes = [beside?.steepness, beside?.floor, beside?.ceiling].map((shape) => (shape ? shapeName(shape) : '-'))
  return { about, key: `${link} ${steepness} ${floor} ${ceiling} ${figures.join(' ')} ${shapes.join(' ')}` }
}

/** Of the steps at which a band is worked out; between them it is a straight line. */
const BAND_STEP = 0.05
const FINEST_BAND_STEP = 0.01

interface Bands {
  thetas: readonly Theta[]
  step: number
  /** Sorted F(x; θ) at a step, read at each of the shares. */
  at: Map<number, Float64Array>
}
const bands = new Map<string, Bands>()
const KEPT = 64

/** The quantiles, over all that is believed, of F(x; θ) at every exp(lnX): one row for each share. */
export function wholeBand(belief: TargetBelief, lnX: Float64Array, shares: readonly number[]): Float64Array[] {
  const { about, key } = relative(belief)
  const { thetas, step, at } = remember(bands, `${key} ${shares.join(' ')}`, () => ({
    thetas: thetasOf(about, DRAWS),
    step: Math.min(BAND_STEP, Math.max(FINEST_BAND_STEP, 0.3 / belief.steepness)),
    at: new Map()
  }))
  const quantilesAt = (place: number): Float64Array => {
    const known = at.get(place)
    if (known) return known
    const F = Float64Array.from(thetas, (θ) => chanceOf(θ, place * step)).sort()
    const made = Float64Array.from(shares, (q) => F[Math.min(F.length - 1, Math.floor(q * F.length))]!)
    at.set(place, made)
    return made
  }
  const rows = shares.map(() => new Float64Array(lnX.length))
  lnX.forEach((l, k) => {
    const place = (l - belief.lnMedian) / step
    const before = Math.floor(place)
    const [low, high] = [quantilesAt(before), quantilesAt(before + 1)]
    rows.forEach((row, j) => (row[k] = low[j]! + (place - before) * (high[j]! - low[j]!)))
  })
  return rows
}

/** The scale with F(x; θ) = p as it is believed. */
export interface ScaleBelief {
  /** ln of its Φ(score) quantile: −∞ where none is needed, ∞ where none suffices. */
  lnScaleAt(score: number): number
}
const scales = new Map<string, ScaleBelief>()

/** P(ln x ≤ l) is the mean of Φ((l − ln x_j)/σ) over cases j of everything but the critical scale: the nodes of F̄ where the steepness alone is uncertain, else draws. */
export function scaleBelief(belief: TargetBelief, p: number): ScaleBelief {
  const { about, key } = relative(belief)
  const relativeScale = remember(scales, `${key} ${p}`, () => makeScaleBelief(about, p))
  return { lnScaleAt: (score) => belief.lnMedian + relativeScale.lnScaleAt(score) }
}

function makeScaleBelief(belief: TargetBelief, p: number): ScaleBelief {
  const cases = casesOf(belief, p)
  const below = (l: number): number =>
    cases.reduce((sum, { weight, ln, sigma }) => sum + weight * (sigma > 0 ? normalProbability((l - ln) / sigma) : l >= ln ? 1 : 0), 0)
  const finite = cases.filter(({ ln }) => Number.isFinite(ln))
  const known = new Map<number, number>()
  const solve = (score: number): number => {
    const wanted = normalProbability(score)
    if (below(-Number.MAX_VALUE) >= wanted) return -Infinity
    if (finite.length === 0 || below(Number.MAX_VALUE) < wanted) return Infinity
    const ends = finite.map(({ ln, sigma }) => ln + sigma * score)
    // Cases without a scale shift what the others must reach.
    const [low, high] = [Math.min(...ends), Math.max(...ends)]
    const room = finite.length < cases.length ? FAR * Math.max(...finite.map(({ sigma }) => sigma)) : 0
    return smallest((l) => below(l) - wanted, low - room, high + room)
  }
  return {
    lnScaleAt: (score) => {
      const found = known.get(score) ?? solve(score)
      known.set(score, found)
      return found
    }
  }
}
const FAR = 10

interface Case {
  weight: number
  ln: number
  sigma: number
}

function casesOf(belief: TargetBelief, p: number): Case[] {
  const { link, floor, ceiling, spreads, beside } = belief
  const parts = partsOf(belief)
  const smooth = parts.every(({ sigma }) => sigma > 0)
  const share = (p - floor) / (ceiling - floor)
  if (smooth && spreads !== null && beside?.floor === null && beside.ceiling === null && share > 0 && share < 1)
    return parts.flatMap((part) =>
      (part.half ? spreads.half : spreads.scale).ways.map(({ weight, steepness, lnMoved }) => ({
        weight: weight / parts.length,
        ln: part.lnMedian + lnMoved + lnRatioAt(link, share, steepness),
        sigma: part.sigma
      }))
    )
  // Without what is believed of the critical scale itself, which Φ stands for.
  return parts.flatMap((part) =>
    thetasOf({ ...belief, ...part, sigma: 0, parts: null }, DRAWS).map((θ) => ({
      weight: 1 / (DRAWS * parts.length),
      ln: lnScaleOf(link, θ, p),
      sigma: part.sigma
    }))
  )
}

function remember<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
