/**
 * The chance that one run reaches every target (planning-model §2): H = ∫ φ(g)·∏_i F̄_i(x_i | g) dg,
 * with ln c_i = μ_i + σ_i(√ρ·g + √(1−ρ)·z_i). Given the common factor g the targets are independent.
 */
import { normalDensity, normalProbability } from '../numeric/normal'
import { integrate, normalTrapezoid } from '../numeric/quadrature'
import type { TargetBelief } from './belief'
import { smoothedAt, smoothedTable, softness } from './smoothed'
import type { Smoothed } from './smoothed'

/** F̄_i(x | g) = floor + span·S(w − λg) with w = scale·(ln x − lnMedian); `table` null is a jump from 0 to 1 where w = λg. */
export interface Conditional {
  lnMedian: number
  scale: number
  λ: number
  /** Steepness of the transition in g. */
  sharpness: number
  table: Smoothed | null
  floor: number
  /** Ceiling less floor. */
  span: number
}

/** F̄_i given g, for ρ in [0, 1]; null when the target does not feel g (an exact figure, or ρ = 0). */
export function conditionalOf(belief: TargetBelief, rho: number): Conditional | null {
  const { link, steepness, sigma, lnMedian, floor, ceiling } = belief
  const common = sigma * Math.sqrt(rho)
  if (common === 0) return null
  const own = sigma * Math.sqrt(1 - rho)
  const bounds = { lnMedian, floor, span: ceiling - floor }
  if (link === 'step' && own === 0) return { ...bounds, scale: 1, λ: common, sharpness: Infinity, table: null }
  const scale = link === 'step' ? 1 / own : steepness
  const κ = link === 'step' ? 0 : steepness * own
  const λ = scale * common
  return { ...bounds, scale, λ, sharpness: λ / Math.hypot(softness(link), κ), table: smoothedTable(link, κ) }
}

/** F̄_i at ln x given g. */
export function conditional(c: Conditional, lnX: number, g: number): number {
  const w = c.scale * (lnX - c.lnMedian) - c.λ * g
  return c.floor + c.span * (c.table ? smoothedAt(c.table, w) : w >= 0 ? 1 : 0)
}

/** A factor this near to 0 or 1 is taken as such: H does not change by more. */
const NOTHING = 1e-14
/** φ outside holds less than 3e-11. */
const REACH = 6.6
/** Steeper transitions than this (ρ above 0.99999 for a step) are followed by panels. */
const STEEP = 400

/**
 * H at every size: `lnX[i]![k]` = ln of the scale of size k on the axis of target i, `each[i]![k]` = F̄_i there (from `marginals`), ρ in [0, 1].
 * Accurate to 1e-9 absolute. With no target it is 1 (then the number of `sizes` must be told), with one it is F̄ itself. The last step takes rounding out of the Fréchet bounds
 * max(0, ΣF̄_i − n + 1) ≤ H ≤ min F̄_i, which the exact H keeps.
 */
export function joint(
  beliefs: readonly TargetBelief[],
  lnX: readonly Float64Array[],
  each: readonly Float64Array[],
  rho: number,
  sizes = each[0]?.length ?? 0
): Float64Array {
  const conditionals = beliefs.map((b) => conditionalOf(b, rho))
  const steepest = Math.max(0, ...conditionals.map((c) => c?.sharpness ?? 0))
  const nodes = steepest > 0 && steepest <= STEEP ? equalSteps(0.92 / Math.sqrt(1 + sharpnessOf(conditionals))) : null
  const open = new OpenFactors(beliefs.length)
  const H = new Float64Array(sizes)
  for (let k = 0; k < H.length; k++) {
    let smallest = 1
    let product = 1
    let misses = 0
    let lone = 1
    open.count = 0
    for (let i = 0; i < beliefs.length; i++) {
      const p = each[i]![k]!
      const c = conditionals[i]!
      if (p < smallest) smallest = p
      misses += 1 - p
      if (c === null || p > 1 - NOTHING) product *= p
      else {
        open.add(c, c.scale * (lnX[i]![k]! - c.lnMedian))
        lone = p
      }
    }
    // One target that feels g needs no integral: its mean over g is F̄.
    if (smallest > NOTHING && open.count > 0) product *= open.count === 1 ? lone : nodes ? overNodes(open, nodes) : overPanels(open)
    H[k] = Math.min(smallest, Math.max(0, 1 - misses, product))
  }
  return H
}

/** Targets that are still to be multiplied under the integral at one size, hardest first: then the range of g that matters is soon short. */
class OpenFactors {
  count = 0
  readonly conditional: Conditional[] = []
  readonly w: Float64Array
  constructor(most: number) {
    this.w = new Float64Array(most)
  }
  add(c: Conditional, w: number): void {
    let at = this.count++
    for (; at > 0 && this.w[at - 1]! / this.conditional[at - 1]!.λ > w / c.λ; at--) {
      this.w[at] = this.w[at - 1]!
      this.conditional[at] = this.conditional[at - 1]!
    }
    this.w[at] = w
    this.conditional[at] = c
  }
}

/** Transitions that coincide in g add up in steepness; at any one size few do. */
function sharpnessOf(conditionals: readonly (Conditional | null)[]): number {
  const squares = conditionals.map((c) => (c ? c.sharpness ** 2 : 0))
  return Math.min(
    squares.reduce((s, v) => s + v, 0),
    4 * Math.max(0, ...squares)
  )
}

interface EqualSteps {
  first: number
  step: number
  weights: Float64Array
  /** Sum of the weights before each node. */
  before: Float64Array
  product: Float64Array
}

function equalSteps(step: number): EqualSteps {
  const { nodes, weights } = normalTrapezoid(step, REACH)
  const before = new Float64Array(weights.length + 1)
  for (let j = 0; j < weights.length; j++) before[j + 1] = before[j]! + weights[j]!
  return { first: nodes[0]!, step, weights, before, product: new Float64Array(weights.length) }
}

/** Trapezoid sum. Up to `start` every factor is at its ceiling, from `end` on the product is 0; only between them is anything computed. */
function overNodes(open: OpenFactors, { first, step, weights, before, product }: EqualSteps): number {
  let end = weights.length
  let start = end
  let plateau = 1
  for (let i = 0; i < open.count; i++) {
    const c = open.conditional[i]!
    start = Math.min(start, nodeAt(open.w[i]! - c.λ * first - c.table!.high, c.λ * step, end))
    plateau *= c.floor + c.span
  }
  product.fill(1, start, end)
  for (let i = 0; i < open.count && end > start; i++) {
    const { λ, floor, span, table } = open.conditional[i]!
    const { low, high, perStep, coefficients } = table!
    const w = open.w[i]! - λ * first
    const from = Math.max(start, nodeAt(w - high, λ * step, end))
    const to = nodeAt(w - low, λ * step, end)
    if (floor + span !== 1) for (let j = start; j < from; j++) product[j]! *= floor + span
    const position = (w - low) * perStep
    const move = λ * step * perStep
    for (let j = from; j < to; j++) {
      const at = position - j * move
      const o = (at | 0) * 6
      const t = at - (at | 0)
      const S =
        coefficients[o]! +
        t * (coefficients[o + 1]! + t * (coefficients[o + 2]! + t * (coefficients[o + 3]! + t * (coefficients[o + 4]! + t * coefficients[o + 5]!))))
      product[j]! *= floor + span * S
    }
    if (floor === 0) end = to
    else for (let j = Math.max(to, start); j < end; j++) product[j]! *= floor
    while (end > start && product[end - 1]! < NOTHING) end--
  }
  let sum = plateau * before[start]!
  for (let j = start; j < end; j++) sum += weights[j]! * product[j]!
  return sum
}

/** First node at which a quantity that falls by `fall` per node has come from `ahead` to 0 or below, at most `end`. */
function nodeAt(ahead: number, fall: number, end: number): number {
  if (ahead <= 0) return 0
  const node = Math.ceil(ahead / fall)
  return node < end ? node : end
}

function productAt(open: OpenFactors, g: number): number {
  let product = 1
  for (let i = 0; i < open.count && product > NOTHING; i++) {
    const { λ, table, floor, span } = open.conditional[i]!
    const w = open.w[i]! - λ * g
    product *= floor + span * (table ? smoothedAt(table, w) : w >= 0 ? 1 : 0)
  }
  return product
}

/** Exact between jumps where every factor is one; else panels that break at the jumps and around the steep transitions, refined as needed. */
function overPanels(open: OpenFactors): number {
  const breaks = [-REACH, REACH]
  let smooth = false
  for (let i = 0; i < open.count; i++) {
    const { λ, table } = open.conditional[i]!
    smooth ||= table !== null
    for (const o of table === null ? [0] : [-6 / λ, -1.5 / λ, 1.5 / λ, 6 / λ]) {
      const at = open.w[i]! / λ + o
      if (Math.abs(at) < REACH) breaks.push(at)
    }
  }
  breaks.sort((p, q) => p - q)
  let sum = 0
  for (let b = 1; b < breaks.length; b++) {
    const from = breaks[b - 1]!
    const to = breaks[b]!
    if (smooth) sum += integrate((g) => normalDensity(g) * productAt(open, g), from, to, 1e-12)
    else sum += productAt(open, 0.5 * (from + to)) * (normalProbability(to) - normalProbability(from))
  }
  return sum
}
