/** Nodes and weights of the two quadrature rules that the planner uses. */

export interface Rule {
  nodes: Float64Array
  weights: Float64Array
}

/**
 * Trapezoid rule for E[f(z)], z standard normal: nodes k·step within ±reach, weights φ(z_k)·step scaled to add up to 1.
 * For f analytic in a strip the error falls like e^(−2π·strip/step) (Trefethen & Weideman, SIAM Review 56, 2014), so that equally spaced nodes beat Gauss–Hermite here.
 */
export function normalTrapezoid(step: number, reach: number): Rule {
  const half = Math.floor(reach / step)
  const nodes = new Float64Array(2 * half + 1)
  const weights = new Float64Array(2 * half + 1)
  let sum = 0
  for (let k = -half; k <= half; k++) {
    const z = k * step
    const w = Math.exp(-0.5 * z * z)
    nodes[k + half] = z
    weights[k + half] = w
    sum += w
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= sum
  return { nodes, weights }
}

/** Gauss–Legendre rule with n nodes on [−1, 1]: roots of P_n by Newton's method from Tricomi's estimate. */
export function gaussLegendre(n: number): Rule {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round++) {
      let p0 = 1
      let p1 = x
      for (let k = 2; k <= n; k++) [p0, p1] = [p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k]
      slope = (n * (x * p1 - p0)) / (x * x - 1)
      const move = p1 / slope
      x -= move
      if (Math.abs(move) < 1e-16) break
    }
    nodes[n - 1 - i] = x
    weights[n - 1 - i] = 2 / ((1 - x * x) * slope * slope)
  }
  return { nodes, weights }
}

const PANEL = gaussLegendre(20)

/**
 * ∫_from^to f to `tolerance` absolute: a 20-point rule on the whole against the same rule on its halves, halved again where they differ.
 * Break the range at jumps before calling. After `depth` halvings the best estimate is kept.
 */
export function integrate(f: (x: number) => number, from: number, to: number, tolerance: number, depth = 30): number {
  if (!(to > from)) return 0
  return refine(f, from, to, panel(f, from, to), tolerance, depth)
}

function refine(f: (x: number) => number, from: number, to: number, whole: number, tolerance: number, depth: number): number {
  const middle = 0.5 * (from + to)
  const left = panel(f, from, middle)
  const right = panel(f, middle, to)
  if (depth === 0 || Math.abs(left + right - whole) <= tolerance) return left + right
  return refine(f, from, middle, left, tolerance / 2, depth - 1) + refine(f, middle, to, right, tolerance / 2, depth - 1)
}

function panel(f: (x: number) => number, from: number, to: number): number {
  const half = 0.5 * (to - from)
  const middle = 0.5 * (to + from)
  let sum = 0
  for (let i = 0; i < PANEL.nodes.length; i++) sum += PANEL.weights[i]! * f(middle + half * PANEL.nodes[i]!)
  return sum * half
}

/** One rule over adjoining panels with these edges (ascending), 10 Gauss–Legendre nodes on each. Edges that coincide add nothing. */
export function panelRule(edges: readonly number[]): Rule {
  const nodes: number[] = []
  const weights: number[] = []
  for (let e = 1; e < edges.length; e++) {
    const half = 0.5 * (edges[e]! - edges[e - 1]!)
    if (!(half > 0)) continue
    const middle = 0.5 * (edges[e]! + edges[e - 1]!)
    for (let i = 0; i < SHORT_PANEL.nodes.length; i++) {
      nodes.push(middle + half * SHORT_PANEL.nodes[i]!)
      weights.push(half * SHORT_PANEL.weights[i]!)
    }
  }
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) }
}

const SHORT_PANEL = gaussLegendre(10)

/** Edges from one end to the other, no two further apart than `width`. */
export function evenEdges(from: number, to: number, width: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / width - 1e-9))
  return Array.from({ length: count + 1 }, (_, k) => (k === count ? to : from + ((to - from) * k) / count))
}
