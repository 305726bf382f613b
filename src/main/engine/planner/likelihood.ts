/** How likely each value of the common factor g makes what finished runs showed of one target, L(g) = F̄(b | g) − F̄(a | g), and F̄(x | g) over whole grids. */
import { normalDensity } from '../numeric/normal'
import { evenEdges, panelRule, type Rule } from '../numeric/quadrature'
import { ruleOver } from './commonFactor'
import { conditionalAt, coordinateOf, type Conditional } from './conditional'
import type { Seen } from './seen'

/** φ outside holds less than 1e-16: what was seen may move g far from 0. */
const REACH = 8.5
const FINER = 2
/** Where jumps or corners lie elsewhere at each size (ρ above 0.99999) a chance is known to a few parts in a thousand. */
const PANEL = 0.02

/** Nodes over g and the weights that φ gives them. */
export function nodesOver(conditionals: readonly (Conditional | null)[]): Rule {
  if (conditionals.every((c) => c === null)) return { nodes: Float64Array.of(0), weights: Float64Array.of(1) }
  const smooth = ruleOver(conditionals, FINER, REACH)
  if (smooth !== null) return smooth
  const { nodes, weights } = panelRule(evenEdges(-REACH, REACH, PANEL))
  return { nodes, weights: weights.map((width, j) => width * normalDensity(nodes[j]!)) }
}

export interface Likelihood {
  /** F̄(a | g) and L(g) at every node. */
  below: Float64Array
  upTo: Float64Array
  /** True when something was seen, so that g is weighed by it. */
  moves: boolean
}

export function likelihoodOver(c: Conditional, { above, atMost }: Seen, nodes: Float64Array): Likelihood {
  const at = (ln: number, whole: number): Float64Array => {
    if (Math.abs(ln) === Infinity) return new Float64Array(nodes.length).fill(whole)
    const w = coordinateOf(c, ln)
    return nodes.map((g) => conditionalAt(c, w, g))
  }
  const below = at(above, 0)
  const upTo = at(atMost, 1).map((F, j) => Math.max(0, F - below[j]!))
  return { below, upTo, moves: above > -Infinity || atMost < Infinity }
}

/** F̄(x | g) at every ln x, node after node. */
export function eachNode(c: Conditional, lnX: Float64Array, nodes: Float64Array, take: (F: Float64Array, j: number) => void): void {
  const { floor, span, curve } = c
  if (curve.kind === 'mixture') {
    curve.over(nodes, lnX).forEach((S, j) =>
      take(
        S.map((s) => floor + span * s),
        j
      )
    )
    return
  }
  const w = lnX.map((l) => coordinateOf(c, l))
  const F = new Float64Array(lnX.length)
  for (let j = 0; j < nodes.length; j++) {
    for (let k = 0; k < F.length; k++) F[k] = conditionalAt(c, w[k]!, nodes[j]!)
    take(F, j)
  }
}
