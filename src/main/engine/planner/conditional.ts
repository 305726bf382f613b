/** F̄_i(x | g): the chance of one target when the common factor g is known (docs/model.md, Beliefs and probabilities). */
import { averaged, SAME } from './averaged'
import { steepnessOf, type TargetBelief } from './belief'
import type { Part } from './figures'
import { scoreOf } from './mixture'
import { mixtureGiven, type MixtureGiven } from './mixtureGiven'
import { hasOnset, onsetTop } from './onset'
import { softness, smoothedTable, type ScaleFreeId } from './smoothed'
import { smoothedAt, type Smoothed } from './smoothedTable'
import type { Steepness } from './spread'

/** F̄_i(x | g) = floor + span·S(x | g), S without floor and ceiling. */
export interface Conditional {
  floor: number
  /** Ceiling less floor. */
  span: number
  /** Where it stands among the targets: ln of the median critical scale. */
  lnMedian: number
  /** Steepness of the transition in g; infinite where it has corners or jumps. */
  sharpness: number
  /** How S follows from w(x) and g. */
  curve: Shifted | MixtureGiven
}

/** S = table(w − λg), or `exactly` where the table is null. */
export interface Shifted {
  kind: 'shifted'
  /** w at ln x and g = 0. */
  coordinate(lnX: number): number
  λ: number
  table: Smoothed | null
  exactly(w: number): number
  /** w − λg at which the curve has a corner, a jump, or a steep part that begins or ends. */
  breaks: readonly number[]
  /** True when S is 0 or 1 everywhere: a jump. */
  jumps: boolean
}

/** Behind a link with an onset of uncertain steepness every steepness has a corner of its own, which what is left of the belief must smooth: more than this counts as this. */
const MOST_COMMON = 0.99

/** F̄_i given g, for ρ in [0, 1]; null when the target does not feel g (an exact figure, or ρ = 0). */
export function conditionalOf(belief: TargetBelief, correlation: number): Conditional | null {
  const { link, sigma, lnMedian, floor, ceiling, parts, spreads } = belief
  const rho = spreads !== null && hasOnset(link) ? Math.min(correlation, MOST_COMMON) : correlation
  const bounds = { floor, span: ceiling - floor, lnMedian }
  if (rho === 0) return null
  if (parts !== null) return { ...bounds, ...mixture(belief, parts, rho) }
  const steepness = steepnessOf(belief, belief)
  const common = sigma * Math.sqrt(rho)
  if (common === 0) return null
  const own = sigma * Math.sqrt(1 - rho)
  const { scale, table, exactly } = averaged(link, steepness, own)
  const λ = scale * common
  const curve: Shifted = { kind: 'shifted', coordinate: (lnX) => scale * (lnX - lnMedian), λ, table, exactly, breaks: [0], jumps: link === 'step' && own === 0 }
  if (table === null) return { ...bounds, sharpness: Infinity, curve: hasOnset(link) ? { ...curve, breaks: [0, onsetTop(link, belief.steepness)] } : curve }
  // The curve is as steep as the link and what is left of the belief make it together; a link with an onset has a corner, so the belief alone smooths it.
  const width = hasOnset(link) ? own : widthOf(link, steepness, own)
  const part = hasOnset(link) || typeof steepness !== 'number' ? width : 1
  return { ...bounds, sharpness: λ / width, curve: { ...curve, breaks: STEEP_PART.map((deviations) => deviations * part) } }
}

/** Width of a smooth link's transition in w, whose unit is that of ln x where its steepness is uncertain. */
function widthOf(link: ScaleFreeId, steepness: Steepness, own: number): number {
  if (typeof steepness !== 'number') return Math.hypot(softness(link) / steepness.steepest, own)
  return Math.hypot(softness(link), link === 'step' ? 0 : steepness * own)
}

/** Around a steep transition panels end at these multiples of its width. */
const STEEP_PART = [-6, -1.5, 1.5, 6]

/** A step is reached when ln c ≤ ln x, so its mixture shifts like a log-normal once x is measured by its score; any other link does not. */
function mixture({ link, steepness, spreads }: TargetBelief, parts: readonly Part[], rho: number): Pick<Conditional, 'sharpness' | 'curve'> {
  const s = Math.sqrt(1 - rho)
  if (link !== 'step') return { sharpness: s === 0 ? Infinity : Math.sqrt(rho) / s, curve: mixtureGiven(link, spreads ?? steepness, parts, rho) }
  const scale = s === 0 ? 1 : 1 / s
  const table = s === 0 ? null : smoothedTable(link, 0)
  const λ = Math.sqrt(rho) * scale
  const exactly = averaged(link, 1, s === 0 ? 0 : 1).exactly
  const coordinate = (lnX: number): number => scale * scoreOf(parts, lnX + SAME)
  return {
    sharpness: s === 0 ? Infinity : λ,
    curve: { kind: 'shifted', coordinate, λ, table, exactly, breaks: table === null ? [0] : STEEP_PART, jumps: table === null }
  }
}

/** w at ln x: what the curve is read at. */
export const coordinateOf = ({ curve }: Conditional, lnX: number): number => (curve.kind === 'shifted' ? curve.coordinate(lnX) : lnX)

/** F̄_i given g, at the w of `coordinateOf`. */
export function conditionalAt({ floor, span, curve }: Conditional, w: number, g: number): number {
  if (curve.kind === 'mixture') return floor + span * curve.at(w, g)
  const at = w - curve.λ * g
  return floor + span * (curve.table ? smoothedAt(curve.table, at) : curve.exactly(at))
}

/** g at which an integral over g should be broken at the w of `coordinateOf`. */
export const breaksOf = ({ curve }: Conditional, w: number): number[] =>
  curve.kind === 'mixture' ? curve.breaks(w) : curve.breaks.map((at) => (w - at) / curve.λ)

/** F̄_i at ln x given g. */
export const conditional = (c: Conditional, lnX: number, g: number): number => conditionalAt(c, coordinateOf(c, lnX), g)
