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
  const smooth = steepest > 0 && steepest <= STEEP ? overNodes(conditionals, lnX, sizes, 0.92 / Math.sqrt(1 + sharpnessOf(conditionals))) : null
  const H = new Float64Array(sizes)
  for (let k = 0; k < sizes; k++) {
    let smallest = 1
    let misses = 0
    // Of the targets that feel g and are still open; and of the others.
    let open = 0
    let openProduct = 1
    let others = 1
    for (let i = 0; i < beliefs.length; i++) {
      const p = each[i]![k]!
      if (p < smallest) smallest = p
      misses += 1 - p
      if (conditionals[i] === null) others *= p
      else {
        openProduct *= p
        if (p <= 1 - NOTHING) open++
      }
    }
    // One target that feels g needs no integral: its mean over g is F̄.
    const together = smallest <= NOTHING || open <= 1 ? openProduct : smooth ? smooth[k]! : overPanels(openAt(conditionals, lnX, k))
    H[k] = Math.min(smallest, Math.max(0, 1 - misses, others * together))
  }
  return H
}

/** Transitions that coincide in g add up in steepness; at any one size few do. */
function sharpnessOf(conditionals: readonly (Conditional | null)[]): number {
  const squares = conditionals.map((c) => (c ? c.sharpness ** 2 : 0))
  return Math.min(
    squares.reduce((s, v) => s + v, 0),
    4 * Math.max(0, ...squares)
  )
}

/** Trapezoid sum over g of ∏_i F̄_i(x_i | g), at every size: hardest target first, so that the sizes at which the product is nothing are soon left out. */
function overNodes(conditionals: readonly (Conditional | null)[], lnX: readonly Float64Array[], sizes: number, step: number): Float64Array {
  const { nodes, weights } = normalTrapezoid(step, REACH)
  const factors = conditionals.flatMap((c, i) => (c?.table ? [{ c, table: c.table, lnX: lnX[i]! }] : []))
  factors.sort((p, q) => q.c.lnMedian - p.c.lnMedian)
  const sum = new Float64Array(sizes)
  const product = new Float64Array(sizes)
  for (let j = 0; j < nodes.length; j++) {
    product.fill(weights[j]!)
    let from = 0
    for (const { c, table, lnX } of factors) from = multiply(product, c, table, lnX, nodes[j]!, from)
    for (let k = from; k < sizes; k++) sum[k]! += product[k]!
  }
  return sum
}

/** Multiplies by F̄_i given g from size `from` on; returns the first size from there at which the product is not nothing. */
function multiply(
  product: Float64Array,
  { lnMedian, scale, λ, floor, span }: Conditional,
  table: Smoothed,
  lnX: Float64Array,
  g: number,
  from: number
): number {
  const { low, high, perStep, coefficients } = table
  const ceiling = floor + span
  const lower = low + λ * g
  const upper = high + λ * g
  let first = product.length
  for (let k = product.length - 1; k >= from; k--) {
    const w = scale * (lnX[k]! - lnMedian)
    if (w >= upper) product[k]! *= ceiling
    else if (w > lower) {
      const at = (w - lower) * perStep
      const o = (at | 0) * 6
      const t = at - (at | 0)
      product[k]! *=
        floor +
        span *
          (coefficients[o]! +
            t * (coefficients[o + 1]! + t * (coefficients[o + 2]! + t * (coefficients[o + 3]! + t * (coefficients[o + 4]! + t * coefficients[o + 5]!)))))
    } else product[k]! *= floor
    if (product[k]! > NOTHING) first = k
  }
  return first
}

/** Targets that are multiplied under the integral at one size, with w there. */
interface Open {
  conditional: Conditional
  w: number
}

const openAt = (conditionals: readonly (Conditional | null)[], lnX: readonly Float64Array[], k: number): Open[] =>
  conditionals.flatMap((conditional, i) => (conditional === null ? [] : [{ conditional, w: conditional.scale * (lnX[i]![k]! - conditional.lnMedian) }]))

function productAt(open: readonly Open[], g: number): number {
  let product = 1
  for (let i = 0; i < open.length && product > NOTHING; i++) {
    const { conditional, w: at } = open[i]!
    const { λ, table, floor, span } = conditional
    const w = at - λ * g
    product *= floor + span * (table ? smoothedAt(table, w) : w >= 0 ? 1 : 0)
  }
  return product
}

/** Exact between jumps where every factor is one; else panels that break at the jumps and around the steep transitions, refined as needed. */
function overPanels(open: readonly Open[]): number {
  const breaks = [-REACH, REACH]
  let smooth = false
  for (const { conditional, w } of open) {
    const { λ, table } = conditional
    smooth ||= table !== null
    for (const o of table === null ? [0] : [-6 / λ, -1.5 / λ, 1.5 / λ, 6 / λ]) {
      const at = w / λ + o
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
