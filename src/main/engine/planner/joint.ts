/**
 * The chance that one run reaches every target (docs/model.md, Beliefs and probabilities): H = ∫ φ(g)·∏_i F̄_i(x_i | g) dg,
 * with ln c_i = μ_i + σ_i(√ρ·g + √(1−ρ)·z_i). Given the common factor g the targets are independent.
 */
import { normalDensity, normalProbability } from '../numeric/normal'
import { integrate, type Rule } from '../numeric/quadrature'
import type { TargetBelief } from './belief'
import { REACH, ruleOver } from './commonFactor'
import { breaksOf, conditionalAt, conditionalOf, coordinateOf, type Conditional } from './conditional'
import type { Smoothed } from './smoothedTable'

/** A factor this near to 0 or 1 is taken as such: H does not change by more. */
const NOTHING = 1e-14
/** Of what g leaves open of a mixture; with less of it H is taken from three that are easier (see `nearOne`). */
const LEAST_OWN = 0.084

/**
 * H at every size: `lnX[i]![k]` = ln of the scale of size k on the axis of target i, `each[i]![k]` = F̄_i there (from `marginals`), ρ in [0, 1].
 * Accurate to 1e-9 absolute; to 2e-4 with a mixture and ρ between 0.993 and 1. With no target it is 1 (then the number of `sizes` must be told), with one it is F̄ itself. The last step
 * takes rounding out of the Fréchet bounds max(0, ΣF̄_i − n + 1) ≤ H ≤ min F̄_i, which the exact H keeps.
 */
export function joint(
  beliefs: readonly TargetBelief[],
  lnX: readonly Float64Array[],
  each: readonly Float64Array[],
  rho: number,
  sizes = each[0]?.length ?? 0
): Float64Array {
  const own = Math.sqrt(1 - rho)
  const near = own > 0 && own < LEAST_OWN && beliefs.some(({ parts, link }) => parts !== null && link !== 'step')
  const H = near ? nearOne(own, (at) => product(beliefs, lnX, each, 1 - at * at, sizes)) : product(beliefs, lnX, each, rho, sizes)
  return H.map((h, k) => {
    let smallest = 1
    let misses = 0
    for (const F of each) {
      if (F[k]! < smallest) smallest = F[k]!
      misses += 1 - F[k]!
    }
    return Math.min(smallest, Math.max(0, 1 - misses, h))
  })
}

/** H is smooth in s = √(1 − ρ): the parabola through s = 0 and two values at which a mixture is soft enough for tables. */
function nearOne(own: number, H: (own: number) => Float64Array): Float64Array {
  const [a, b] = [LEAST_OWN, 1.5 * LEAST_OWN]
  const [H0, Ha, Hb] = [H(0), H(a), H(b)]
  const weights = [((own - a) * (own - b)) / (a * b), (own * (own - b)) / (a * (a - b)), (own * (own - a)) / (b * (b - a))] as const
  return H0.map((h, k) => weights[0] * h + weights[1] * Ha[k]! + weights[2] * Hb[k]!)
}

/** ∫ φ(g)·∏ F̄_i dg at every size. */
function product(beliefs: readonly TargetBelief[], lnX: readonly Float64Array[], each: readonly Float64Array[], rho: number, sizes: number): Float64Array {
  const conditionals = beliefs.map((b) => conditionalOf(b, rho))
  // What each curve is read at, worked out once for all g.
  const w = conditionals.map((c, i) => (c === null ? lnX[i]! : lnX[i]!.map((l) => coordinateOf(c, l))))
  const rule = ruleOver(conditionals)
  const smooth = rule && overNodes(conditionals, w, sizes, rule)
  const H = new Float64Array(sizes)
  for (let k = 0; k < sizes; k++) {
    let smallest = 1
    // Of the targets that feel g and are still open; and of the others.
    let open = 0
    let openProduct = 1
    let others = 1
    for (let i = 0; i < beliefs.length; i++) {
      const p = each[i]![k]!
      if (p < smallest) smallest = p
      if (conditionals[i] === null) others *= p
      else {
        openProduct *= p
        if (p <= 1 - NOTHING) open++
      }
    }
    // One target that feels g needs no integral: its mean over g is F̄.
    const together = smallest <= NOTHING || open <= 1 ? openProduct : smooth ? smooth[k]! : overPanels(openAt(conditionals, w, k))
    H[k] = others * together
  }
  return H
}

/** Sum over nodes of g of ∏_i F̄_i(x_i | g), at every size: hardest target first, so that the sizes at which the product is nothing are soon left out. */
function overNodes(conditionals: readonly (Conditional | null)[], w: readonly Float64Array[], sizes: number, { nodes, weights }: Rule): Float64Array {
  const factors = conditionals.flatMap((c, i) => (c === null ? [] : [factorOf(c, w[i]!, nodes)]))
  factors.sort((p, q) => q.lnMedian - p.lnMedian)
  const sum = new Float64Array(sizes)
  const product = new Float64Array(sizes)
  for (let j = 0; j < nodes.length; j++) {
    product.fill(weights[j]!)
    let from = 0
    for (const factor of factors) from = factor.multiply(product, j, from)
    for (let k = from; k < sizes; k++) sum[k]! += product[k]!
  }
  return sum
}

/** Multiplies by F̄_i given node j of g from size `from` on; returns the first size from there at which the product is not nothing. */
interface Factor {
  lnMedian: number
  multiply(product: Float64Array, j: number, from: number): number
}

function factorOf({ lnMedian, floor, span, curve }: Conditional, w: Float64Array, nodes: Float64Array): Factor {
  if (curve.kind === 'mixture') {
    const S = curve.over(nodes, w)
    return { lnMedian, multiply: (product, j, from) => multiplyBy(product, S[j]!, floor, span, from) }
  }
  const { table, λ } = curve
  if (table === null) throw new Error('a curve without a table is followed by panels')
  return { lnMedian, multiply: (product, j, from) => multiplyShifted(product, w, table, λ * nodes[j]!, floor, span, from) }
}

function multiplyBy(product: Float64Array, S: Float64Array, floor: number, span: number, from: number): number {
  let first = product.length
  for (let k = product.length - 1; k >= from; k--) {
    product[k]! *= floor + span * S[k]!
    if (product[k]! > NOTHING) first = k
  }
  return first
}

/** The table is read where it is: this runs millions of times per answer. */
function multiplyShifted(product: Float64Array, w: Float64Array, table: Smoothed, shift: number, floor: number, span: number, from: number): number {
  const { low, high, perStep, coefficients } = table
  const ceiling = floor + span
  const lower = low + shift
  const upper = high + shift
  let first = product.length
  for (let k = product.length - 1; k >= from; k--) {
    const here = w[k]!
    if (here >= upper) product[k]! *= ceiling
    else if (here > lower) {
      const at = (here - lower) * perStep
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

const openAt = (conditionals: readonly (Conditional | null)[], w: readonly Float64Array[], k: number): Open[] =>
  conditionals.flatMap((conditional, i) => (conditional === null ? [] : [{ conditional, w: w[i]![k]! }]))

function productAt(open: readonly Open[], g: number): number {
  let product = 1
  for (let i = 0; i < open.length && product > NOTHING; i++) product *= conditionalAt(open[i]!.conditional, open[i]!.w, g)
  return product
}

/** Exact between jumps where every factor is one; else panels that break at the jumps and around the steep transitions, refined as needed. */
function overPanels(open: readonly Open[]): number {
  const breaks = [-REACH, REACH, ...open.flatMap(({ conditional, w }) => breaksOf(conditional, w)).filter((at) => Math.abs(at) < REACH)]
  breaks.sort((p, q) => p - q)
  const jumps = open.every(({ conditional: { curve } }) => curve.kind === 'shifted' && curve.jumps)
  let sum = 0
  for (let b = 1; b < breaks.length; b++) {
    const from = breaks[b - 1]!
    const to = breaks[b]!
    if (!jumps) sum += integrate((g) => normalDensity(g) * productAt(open, g), from, to, 1e-12)
    else sum += productAt(open, 0.5 * (from + to)) * (normalProbability(to) - normalProbability(from))
  }
  return sum
}
