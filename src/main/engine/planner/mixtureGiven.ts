/**
 * A link averaged over a mixture of critical scales, given the common factor g: with y(l) the score of l = ln c (`mixture.ts`),
 *   S(x | g) = ∫ F(ln x − l)·f(l)·R(l, g) dl,   R = φ((y − √ρ·g)/s)/(s·φ(y)),   s = √(1 − ρ),
 * f the density of the mixture and R how much likelier g makes l. Exact figures are masses: their share given g is Φ((y_at − √ρ·g)/s) − Φ((y_before − √ρ·g)/s).
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalProbability, normalQuantile } from '../numeric/normal'
import { linkCurve } from './averaged'
import type { Part } from './figures'
import { movedBy, type Spreads } from './linkBeliefs'
import { lnQuantile, scoreBelow, scoreOf } from './mixture'
import { edgesBelow, given, nodesOn, panelEdges, type Nodes } from './mixtureNodes'
import { hasOnset, onsetTop } from './onset'
import { BEFORE, BEYOND, polynomialsThrough } from './smoothedTable'
import { readTable, stepsOf, type SteppedTable } from './steppedTable'

/** Steps of a table, in parts of the width of what it holds; more of them than this are not worth keeping. */
const STEP = 0.04
const MOST_STEPS = 4000
const TABLES_KEPT = 512
const QUANTILES_KEPT = 1 << 16
/** Fewer sizes than this are worked out one by one. */
const FEW = 64

/** An exact figure: where, and the scores just below and at it. */
interface Mass {
  l: number
  before: number
  at: number
}

/**
 * The mixture at one steepness, or over all of them where every figure moves alike with it: then the averaged link stands for them. Figures that are partly the critical scale and
 * partly 50 % points, and links with an onset, take one for each steepness.
 */
interface AtSteepness {
  weight: number
  parts: readonly Part[]
  steepness: number
  masses: readonly Mass[]
  edges: readonly number[]
  nodes: Nodes
  F: (u: number) => number
}

function atSteepness(link: LinkId, weight: number, parts: readonly Part[], own: number, steepest: number, F: (u: number) => number): AtSteepness {
  const exact = new Set(parts.flatMap(({ lnMedian, sigma }) => (sigma === 0 ? [lnMedian] : [])))
  const edges = own === 0 ? [] : panelEdges(parts, own, link, steepest)
  return {
    weight,
    parts,
    steepness: steepest,
    masses: [...exact].map((l) => ({ l, before: scoreBelow(parts, l), at: scoreOf(parts, l) })),
    edges,
    nodes: nodesOn(parts, hasOnset(link) ? [] : edges),
    F
  }
}

function eachSteepness(link: LinkId, steepness: number | Spreads, parts: readonly Part[], own: number): AtSteepness[] {
  if (typeof steepness === 'number') return [atSteepness(link, 1, parts, own, steepness, linkCurve(link, steepness))]
  const { scale, half } = steepness
  const alike = parts.every((part) => part.half === parts[0]!.half)
  if (alike && !hasOnset(link)) {
    const spread = parts[0]!.half ? half : scale
    return [atSteepness(link, 1, parts, own, spread.steepest, linkCurve(link, spread))]
  }
  return half.ways.map(({ weight, steepness: α, lnMoved }) => atSteepness(link, weight, movedBy(parts, lnMoved), own, α, linkCurve(link, α)))
}

export class MixtureGiven {
  readonly kind = 'mixture'
  private readonly common: number
  private readonly own: number
  private readonly each: readonly AtSteepness[]
  private readonly steepest: number
  /** Step of the tables. */
  private readonly step: number
  private readonly tables = new Map<number, SteppedTable>()
  private readonly quantiles = new Map<number, Float64Array>()

  /** ρ in (0, 1]. */
  constructor(
    private readonly link: LinkId,
    steepness: number | Spreads,
    private readonly parts: readonly Part[],
    rho: number
  ) {
    this.common = Math.sqrt(rho)
    this.own = Math.sqrt(1 - rho)
    this.steepest = typeof steepness === 'number' ? steepness : steepness.half.steepest
    this.each = eachSteepness(link, steepness, parts, this.own)
    const narrowest = this.own * Math.min(...parts.flatMap(({ sigma }) => (sigma > 0 ? [sigma] : [])))
    this.step = STEP * (hasOnset(link) ? narrowest : Math.hypot(1 / this.steepest, narrowest * Math.SQRT1_2))
  }

  /** True when the link has a corner, which every size meets at another g. */
  get cornered(): boolean {
    return hasOnset(this.link)
  }

  /** True when nothing but g is left to know c (ρ = 1). */
  get allCommon(): boolean {
    return this.own === 0
  }

  /** S(x | g) at one ln x. */
  at(lnX: number, g: number): number {
    if (this.own === 0) return this.atCritical(lnX, this.criticals(g))
    return this.bounded(this.spreadAt(lnX, [g], null)[0]!, lnX, this.shares(g))
  }

  /** S(x | g) at every ln x, for each g. */
  over(g: Float64Array, lnX: Float64Array): Float64Array[] {
    const scores = Array.from(g)
    if (this.own === 0)
      return scores.map((score) => {
        const criticals = this.criticals(score)
        return lnX.map((l) => this.atCritical(l, criticals))
      })
    const spread = this.interpolated(scores, lnX) ?? this.plainly(scores, lnX)
    spread.forEach((S, j) => {
      const shares = this.shares(scores[j]!)
      for (let k = 0; k < S.length; k++) S[k] = this.bounded(S[k]!, lnX[k]!, shares)
    })
    return spread
  }

  /** g around which S(x | g) turns: between the parts, at exact figures, and where x and the end of the onset are. */
  breaks(lnX: number): number[] {
    const turns = this.each.flatMap(({ parts, steepness }) => [
      scoreOf(parts, lnX),
      ...(hasOnset(this.link) ? [scoreOf(parts, lnX - onsetTop(this.link, steepness))] : [])
    ])
    return [...this.seams(), ...turns.map((y) => y / this.common)]
  }

  /** Those of them that every size shares. */
  seams(): number[] {
    const between = this.parts.map((_part, k) => normalQuantile(k / this.parts.length))
    const masses = this.each.flatMap((of) => of.masses.flatMap(({ before, at }) => [before, at]))
    return [...new Set([...between, ...masses])].map((y) => y / this.common)
  }

  /** Most by which α·ln(x/c) moves while g moves by one, between the seams. */
  get pace(): number {
    return this.steepest * Math.max(...this.parts.map(({ sigma }) => sigma)) * 2
  }

  /** ln c when everything is common (ρ = 1), at each steepness. */
  private criticals(g: number): Float64Array {
    const known = this.quantiles.get(g)
    if (known !== undefined) return known
    const made = Float64Array.from(this.each, ({ parts }) => lnQuantile(parts, g))
    if (this.quantiles.size >= QUANTILES_KEPT) this.quantiles.clear()
    this.quantiles.set(g, made)
    return made
  }

  private atCritical(lnX: number, criticals: Float64Array): number {
    return this.each.reduce((sum, { weight, F }, k) => sum + weight * F(lnX - criticals[k]!), 0)
  }

  /** P(y ≤ score | g). */
  private chance = (score: number, g: number): number => normalProbability((score - this.common * g) / this.own)

  /** What each mass weighs given g. */
  private shares = (g: number): number[][] =>
    this.each.map(({ masses, weight }) => masses.map(({ before, at }) => weight * (this.chance(at, g) - this.chance(before, g))))

  /** Everything, from what the spread parts add. */
  private bounded(spread: number, lnX: number, shares: readonly number[][]): number {
    let sum = spread
    this.each.forEach(({ masses, F }, k) => {
      for (let m = 0; m < masses.length; m++) sum += shares[k]![m]! * F(lnX - masses[m]!.l)
    })
    return Math.min(1, Math.max(0, sum))
  }

  /** What the parts with a spread add at ln x, for each g; `weights` of the fixed nodes at each steepness where there are such. */
  private spreadAt(lnX: number, g: readonly number[], weights: readonly Float64Array[][] | null): number[] {
    const sums = g.map(() => 0)
    this.each.forEach((of, k) => {
      const nodes = hasOnset(this.link) ? nodesOn(of.parts, edgesBelow(of.edges, this.link, of.steepness, lnX)) : of.nodes
      const F = nodes.l.map((l) => of.F(lnX - l))
      g.forEach((score, i) => {
        const weight = weights?.[i]?.[k] ?? given(nodes, this.common, this.own, score)
        let sum = this.beyondTop(of, lnX, score)
        for (let j = 0; j < F.length; j++) sum += weight[j]! * F[j]!
        sums[i]! += of.weight * sum
      })
    })
    return sums
  }

  /** A link with an onset is 1 where l is more than `onsetTop` below ln x: the chance of that, less its masses. */
  private beyondTop({ parts, masses, steepness }: AtSteepness, lnX: number, g: number): number {
    if (!hasOnset(this.link)) return 0
    const from = lnX - onsetTop(this.link, steepness)
    const lost = masses.reduce((sum, { l, before, at }) => (l <= from ? sum + this.chance(at, g) - this.chance(before, g) : sum), 0)
    return this.chance(scoreOf(parts, from), g) - lost
  }

  private plainly(g: readonly number[], lnX: Float64Array): Float64Array[] {
    const weights = hasOnset(this.link) ? null : g.map((score) => this.each.map(({ nodes }) => given(nodes, this.common, this.own, score)))
    const out = g.map(() => new Float64Array(lnX.length))
    lnX.forEach((l, k) => this.spreadAt(l, g, weights).forEach((S, j) => (out[j]![k] = S)))
    return out
  }

  /**
   * By tables over the range of ln x, one for each g, made again when the range outgrows them; null when that is not worth it. Their places are whole multiples of one step,
   * so that what is read does not depend on what was asked before.
   */
  private interpolated(g: readonly number[], lnX: Float64Array): Float64Array[] | null {
    if (lnX.length < FEW || this.each.every(({ edges }) => edges.length === 0)) return null
    const { steps, rests, from, to } = stepsOf(lnX, this.step)
    if (!(to - from <= MOST_STEPS)) return null
    const outgrown = (score: number): boolean => {
      const table = this.tables.get(score)
      return table === undefined || table.from > from || table.to < to
    }
    if (this.tables.size + g.filter(outgrown).length > TABLES_KEPT) this.tables.clear()
    const made = g.filter(outgrown)
    if (made.length > 0) {
      // Room on both sides, so that a limit that moves a little needs no new tables.
      const room = Math.ceil((to - from) * 0.1)
      const first = from - room
      const places = Float64Array.from({ length: to - from + 2 * room + BEYOND }, (_, k) => (first + k - BEFORE) * this.step)
      this.plainly(made, places).forEach((values, j) => this.tables.set(made[j]!, { from: first, to: to + room, coefficients: polynomialsThrough(values) }))
    }
    return g.map((score) => readTable(this.tables.get(score)!, steps, rests))
  }
}

/** The same target is asked for again with every answer: its nodes and tables are kept, a pure function of the key. */
export function mixtureGiven(link: LinkId, steepness: number | Spreads, parts: readonly Part[], rho: number): MixtureGiven {
  const α = typeof steepness === 'number' ? steepness : steepness.half.key
  const key = `${link} ${α} ${rho} ${parts.map(({ lnMedian, sigma, half }) => `${lnMedian} ${sigma} ${half}`).join(' ')}`
  const known = kept.get(key)
  if (known) return known
  const made = new MixtureGiven(link, steepness, parts, rho)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
const kept = new Map<string, MixtureGiven>()
const KEPT = 32
