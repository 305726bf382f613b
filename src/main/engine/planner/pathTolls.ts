/**
 * Tolls on budget and deadline that make the bound on the best path small (the Lagrange dual). Any tolls ≥ 0 are right; the smaller the bound, the shorter the search.
 * Under toll μ on one limit, the path that the bound follows is a line v + μ·(allowed − use) below the convex dual; where the lines of a path that breaks the limit
 * and of one that keeps it meet is the next toll (cutting planes).
 */
import type { Arcs } from './pathArcs'
import { followed, NO_TOLLS, toGo } from './pathBound'
import type { Tolls } from './pathBound'

/** The best path that keeps every limit so far: what the tolls come across is offered to it. */
export interface Best {
  readonly value: number
  /** Takes node numbers; true when the path keeps the limits. */
  offer(nodes: readonly number[]): boolean
}

const ROUNDS = 10

export function tightTolls(arcs: Arcs, best: Best): Tolls {
  let tolls = NO_TOLLS
  if (arcs.budget < Infinity) tolls = { ...tolls, perUsd: tightToll(arcs, best, tolls, 'perUsd', arcs.budget, spentBy) }
  if (arcs.deadline < Infinity) tolls = { ...tolls, perYear: tightToll(arcs, best, tolls, 'perYear', arcs.deadline, yearsOf) }
  return tolls
}

function tightToll(arcs: Arcs, best: Best, others: Tolls, limit: keyof Tolls, allowed: number, useOf: (arcs: Arcs, path: readonly number[]) => number): number {
  const lineAt = (μ: number) => {
    const bound = toGo(arcs, { ...others, [limit]: μ }, 1)
    const path = followed(bound)
    best.offer(path)
    const use = useOf(arcs, path)
    const roof = bound.W[0]![0]!
    return { μ, use, roof: roof + μ * allowed, v: roof + μ * use }
  }
  let breaks = lineAt(0)
  if (breaks.use <= allowed) return 0
  let tightest = breaks
  // The best path so far keeps the limit; what it uses matters little for the first cut.
  let keeps = { v: Math.max(0, best.value), use: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const cut = (breaks.v - keeps.v) / (breaks.use - keeps.use)
    const line = lineAt(cut > breaks.μ ? cut : Math.max(4 * breaks.μ, Math.abs(breaks.v) / allowed))
    // A dual that falls no more is at its least.
    const gained = tightest.roof - line.roof
    if (gained > 0) tightest = line
    if (Math.abs(gained) <= 1e-6 * Math.abs(tightest.roof)) break
    if (line.use > allowed) breaks = line
    else keeps = line
  }
  return tightest.μ
}

/** USD at confidence of a path, its data bought step by step. */
function spentBy({ usdAtConfidence, dataAtConfidence: data }: Arcs, path: readonly number[]): number {
  let spent = 0
  let before = 0
  for (const j of path) {
    spent += usdAtConfidence[j]! + Math.max(0, data[j]! - data[before]!)
    before = j
  }
  return spent
}

const yearsOf = ({ yearsAtConfidence }: Arcs, path: readonly number[]): number => path.reduce((sum, j) => sum + yearsAtConfidence[j]!, 0)
