/**
 * `all-of`: a capability that needs enough parameters, enough tokens and enough compute together. Three links, one on each of N, D and C, joined by
 * the product (their thresholds are independent) or the minimum (one cause behind all three: the scarcest decides). Which of the two is an assumption, so it is stated.
 */
import { noAnswer, isNoAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { LinkId } from '../../../shared/plan/schema'
import { withBounds, type BoundedShape } from './bounds'
import { linkOf } from './registry'

export const RESOURCES = ['N', 'D', 'C'] as const
export type Resource = (typeof RESOURCES)[number]
/** N parameters, D tokens, C FLOP. */
export type Amounts = Record<Resource, number>

/** One of the three links, with its critical scale in the unit of its own resource. */
export interface ResourceLink extends BoundedShape {
  link: LinkId
}
export interface AllOf extends Record<Resource, ResourceLink> {
  combine: 'product' | 'minimum'
}

/** P of each of the three at these amounts. */
export const eachOf = ({ N, D, C }: AllOf, amounts: Amounts): Amounts => ({
  N: withBounds(linkOf(N.link)).probability(amounts.N, N),
  D: withBounds(linkOf(D.link)).probability(amounts.D, D),
  C: withBounds(linkOf(C.link)).probability(amounts.C, C)
})

/** P that all three thresholds are passed. */
export function allOfProbability(model: AllOf, amounts: Amounts): number {
  const { N, D, C } = eachOf(model, amounts)
  return model.combine === 'product' ? N * D * C : Math.min(N, D, C)
}

/** The run of N parameters at a fixed number of tokens per parameter: D = r·N, C = k·r·N². */
export const alongRatio = (N: number, tokensPerParameter: number, flopPerParamToken: number): Amounts => ({
  N,
  D: tokensPerParameter * N,
  C: flopPerParamToken * tokensPerParameter * N * N
})

/**
 * Smallest N along D = r·N, C = k·N·D with P ≥ wanted, 0 < wanted < 1. For the minimum it is the largest of the three sizes alone (closed form); for the product the root between that size
 * and the one at which each of the three is at the cube root of `wanted`. Unreachable where a ceiling is too low.
 */
export function allOfSize(model: AllOf, wanted: number, tokensPerParameter: number, flopPerParamToken: number): number | NoAnswer {
  const least = largestAlone(model, wanted, tokensPerParameter, flopPerParamToken)
  if (isNoAnswer(least) || model.combine === 'minimum') return least
  const P = (N: number): number => allOfProbability(model, alongRatio(N, tokensPerParameter, flopPerParamToken))
  if (least > 0 && P(least) >= wanted) return least
  const ceiling = RESOURCES.reduce((product, resource) => product * model[resource].ceiling, 1)
  if (wanted >= ceiling) return noAnswer('unreachable', 'probability-above-ceiling', { wanted, ceiling })
  let [low, high] = [least, Math.max(least, Number.MIN_VALUE)]
  while (P(high) < wanted) [low, high] = [high, high * 2]
  if (low === 0 && P(0) >= wanted) return 0
  // Geometric bisection: P may jump, and the answer is the side that has reached it.
  while (high / low > 1 + 4 * Number.EPSILON) {
    const middle = Math.sqrt(low) * Math.sqrt(high)
    if (middle <= low || middle >= high) break
    if (P(middle) < wanted) low = middle
    else high = middle
  }
  return Number.isFinite(high) ? high : noAnswer('unreachable', 'beyond-numbers', { wanted })
}

/** The size at which the hardest of the three has `wanted` alone. */
function largestAlone(model: AllOf, wanted: number, r: number, k: number): number | NoAnswer {
  let largest = 0
  for (const resource of RESOURCES) {
    const scale = withBounds(linkOf(model[resource].link)).scaleFor(wanted, model[resource])
    if (isNoAnswer(scale)) return scale
    largest = Math.max(largest, resource === 'N' ? scale : resource === 'D' ? scale / r : Math.sqrt(scale / (k * r)))
  }
  return largest
}

/**
 * dP/dN along D = r·N, C = k·r·N²: by the product rule, or that of the smallest of the three. null where one of them has no slope or two are smallest at once.
 */
export function allOfDerivative(model: AllOf, N: number, tokensPerParameter: number, flopPerParamToken: number): number | null {
  const amounts = alongRatio(N, tokensPerParameter, flopPerParamToken)
  const P = eachOf(model, amounts)
  const perN: Amounts = { N: 1, D: tokensPerParameter, C: 2 * flopPerParamToken * tokensPerParameter * N }
  const slopes = RESOURCES.map((resource) => {
    const slope = withBounds(linkOf(model[resource].link)).derivative(amounts[resource], model[resource])
    return slope === null ? null : slope * perN[resource]
  })
  if (model.combine === 'minimum') {
    const least = Math.min(P.N, P.D, P.C)
    const smallest = RESOURCES.flatMap((resource, i) => (P[resource] === least ? [slopes[i] ?? null] : []))
    return smallest.every((slope) => slope === smallest[0]) ? (smallest[0] ?? null) : null
  }
  const [dN = null, dD = null, dC = null] = slopes
  return dN === null || dD === null || dC === null ? null : dN * P.D * P.C + P.N * dD * P.C + P.N * P.D * dC
}
