/** Where the integral over the common factor g is evaluated (docs/model.md, Beliefs and probabilities). */
import { normalDensity } from '../numeric/normal'
import { normalTrapezoid, panelRule, type Rule } from '../numeric/quadrature'
import type { Conditional } from './conditional'

/** φ outside holds less than 3e-11. */
export const REACH = 6.6
/** Steeper transitions than this (ρ above 0.99999 for a step) are followed by panels. */
const STEEP = 400

/** Nodes over g that suit every size; null where corners or jumps lie elsewhere at each. `finer` times as many of them within ±`reach` where they are equally spaced. */
export function ruleOver(conditionals: readonly (Conditional | null)[], finer = 1, reach = REACH): Rule | null {
  const steepest = Math.max(0, ...conditionals.map((c) => c?.sharpness ?? 0))
  if (steepest > 0 && steepest <= STEEP) return normalTrapezoid(0.92 / finer / Math.sqrt(1 + sharpnessOf(conditionals)), reach)
  // With everything in common (ρ = 1) mixtures of smooth links turn sharply at seams that all sizes share.
  const seams: number[] = []
  let pace = 1
  for (const c of conditionals) {
    if (c === null) continue
    const { curve, sharpness } = c
    if (curve.kind === 'mixture' && !curve.cornered && curve.allCommon) seams.push(...curve.seams())
    else if (sharpness > STEEP) return null
    pace = Math.max(pace, curve.kind === 'mixture' ? curve.pace : sharpness)
  }
  return seams.length === 0 ? null : seamRule(seams, pace)
}

/** Panels that shrink towards the seams, down to 1e-12, and are elsewhere narrow enough for this pace. */
function seamRule(seams: readonly number[], pace: number): Rule {
  const stops = [...new Set([-REACH, ...seams.filter((g) => Math.abs(g) < REACH), REACH])].sort((p, q) => p - q)
  const widest = Math.min(0.5, 1 / pace)
  const edges: number[] = []
  for (let e = 1; e < stops.length; e++) {
    const [from, to] = [stops[e - 1]!, stops[e]!]
    const half = 0.5 * (to - from)
    const near: number[] = []
    for (let d = 1e-12; d < half; d = Math.min(2 * d, d + widest)) near.push(d)
    edges.push(from, ...near.map((d) => from + d), from + half, ...near.map((d) => to - d).reverse(), to)
  }
  const { nodes, weights } = panelRule(edges)
  return { nodes, weights: weights.map((width, j) => width * normalDensity(nodes[j]!)) }
}

/** Transitions that coincide in g add up in steepness; at any one size few do. */
function sharpnessOf(conditionals: readonly (Conditional | null)[]): number {
  const squares = conditionals.map((c) => (c ? c.sharpness ** 2 : 0))
  return Math.min(
    squares.reduce((s, v) => s + v, 0),
    4 * Math.max(0, ...squares)
  )
}
