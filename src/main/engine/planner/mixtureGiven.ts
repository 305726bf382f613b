/**
 * A link averaged over a mixture of critical scales, given the common factor g: with y(l) the score of l = ln c (`mixture.ts`),
 *   S(x | g) = ∫ F(ln x − l)·f(l)·R(l, g) dl,   R = φ((y − √ρ·g)/s)/(s·φ(y)),   s = √(1 − ρ),
 * f the density of the mixture and R how much likelier g makes l. Exact figures are masses: their share given g is Φ((y_at − √ρ·g)/s) − Φ((y_before − √ρ·g)/s).
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalProbability, normalQuantile } from '../numeric/normal'
import { linkCurve } from './averaged'
import type { Part } from './figures'
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

export class MixtureGiven {
  readonly kind = 'mixture'
  private readonly common: number
  private readonly own: number
  private readonly masses: readonly Mass[]
  private readonly edges: readonly number[]
  private readonly nodes: Nodes
  private readonly F: (u: number) => number
  /** Step of the tables. */
  private readonly step: number
  private readonly tables = new Map<number, SteppedTable>()
  private readonly quantiles = new Map<number, number>()

  /** ρ in (0, 1]. */
  constructor(
    private readonly link: LinkId,
    private readonly steepness: number,
    private readonly parts: readonly Part[],
    rho: number
  ) {
    this.common = Math.sqrt(rho)
    this.own = Math.sqrt(1 - rho)
    const exact = new Set(parts.flatMap(({ lnMedian, sigma }) => (sigma === 0 ? [lnMedian] : [])))
    this.masses = [...exact].map((l) => ({ l, before: scoreBelow(parts, l), at: scoreOf(parts, l) }))
    this.edges = this.own === 0 ? [] : panelEdges(parts, this.own, link, steepness)
    this.nodes = nodesOn(parts, hasOnset(link) ? [] : this.edges)
    this.F = linkCurve(link, steepness)
    const narrowest = this.own * Math.min(...parts.flatMap(({ sigma }) => (sigma > 0 ? [sigma] : [])))
    this.step = STEP * (hasOnset(link) ? narrowest : Math.hypot(1 / steepness, narrowest * Math.SQRT1_2))
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
    if (this.own === 0) return this.F(lnX - this.critical(g))
    return this.bounded(this.spreadAt(lnX, [g], null)[0]!, lnX, this.shares(g))
  }

  /** S(x | g) at every ln x, for each g. */
  over(g: Float64Array, lnX: Float64Array): Float64Array[] {
    const scores = Array.from(g)
    if (this.own === 0) return scores.map((score) => lnX.map((l) => this.F(l - this.critical(score))))
    const spread = this.interpolated(scores, lnX) ?? this.plainly(scores, lnX)
    spread.forEach((S, j) => {
      const shares = this.shares(scores[j]!)
      for (let k = 0; k < S.length; k++) S[k] = this.bounded(S[k]!, lnX[k]!, shares)
    })
    return spread
  }

  /** g around which S(x | g) turns: between the parts, at exact figures, and where x and the end of the onset are. */
  breaks(lnX: number): number[] {
    const top = hasOnset(this.link) ? [scoreOf(this.parts, lnX - onsetTop(this.link, this.steepness))] : []
    return [...this.seams(), ...[scoreOf(this.parts, lnX), ...top].map((y) => y / this.common)]
  }

  /** Those of them that every size shares. */
  seams(): number[] {
    const between = this.parts.map((_part, k) => normalQuantile(k / this.parts.length))
    return [...between, ...this.masses.flatMap(({ before, at }) => [before, at])].map((y) => y / this.common)
  }

  /** Most by which α·ln(x/c) moves while g moves by one, between the seams. */
  get pace(): number {
    return this.steepness * Math.max(...this.parts.map(({ sigma }) => sigma)) * 2
  }

  /** ln c when everything is common (ρ = 1). */
  private critical(g: number): number {
    const known = this.quantiles.get(g)
    if (known !== undefined) return known
    const l = lnQuantile(this.parts, g)
    if (this.quantiles.size >= QUANTILES_KEPT) this.quantiles.clear()
    this.quantiles.set(g, l)
    return l
  }

  /** P(y ≤ score | g). */
  private chance = (score: number, g: number): number => normalProbability((score - this.common * g) / this.own)

  /** What each mass weighs given g. */
  private shares = (g: number): number[] => this.masses.map(({ before, at }) => this.chance(at, g) - this.chance(before, g))

  /** Everything, from what the spread parts add. */
  private bounded(spread: number, lnX: number, shares: readonly number[]): number {
    let sum = spread
    for (let m = 0; m < shares.length; m++) sum += shares[m]! * this.F(lnX - this.masses[m]!.l)
    return Math.min(1, Math.max(0, sum))
  }

  /** What the parts with a spread add at ln x, for each g; `weights` of the fixed nodes where there are such. */
  private spreadAt(lnX: number, g: readonly number[], weights: readonly Float64Array[] | null): number[] {
    const nodes = hasOnset(this.link) ? nodesOn(this.parts, edgesBelow(this.edges, this.link, this.steepness, lnX)) : this.nodes
    const F = nodes.l.map((l) => this.F(lnX - l))
    return g.map((score, i) => {
      const weight = weights?.[i] ?? given(nodes, this.common, this.own, score)
      let sum = this.beyondTop(lnX, score)
      for (let j = 0; j < F.length; j++) sum += weight[j]! * F[j]!
      return sum
    })
  }

  /** A link with an onset is 1 where l is more than `onsetTop` below ln x: the chance of that, less its masses. */
  private beyondTop(lnX: number, g: number): number {
    if (!hasOnset(this.link)) return 0
    const from = lnX - onsetTop(this.link, this.steepness)
    const masses = this.masses.reduce((sum, { l, before, at }) => (l <= from ? sum + this.chance(at, g) - this.chance(before, g) : sum), 0)
    return this.chance(scoreOf(this.parts, from), g) - masses
  }

  private plainly(g: readonly number[], lnX: Float64Array): Float64Array[] {
    const weights = hasOnset(this.link) ? null : g.map((score) => given(this.nodes, this.common, this.own, score))
    const out = g.map(() => new Float64Array(lnX.length))
    lnX.forEach((l, k) => this.spreadAt(l, g, weights).forEach((S, j) => (out[j]![k] = S)))
    return out
  }

  /**
   * By tables over the range of ln x, one for each g, made again when the range outgrows them; null when that is not worth it. Their places are whole multiples of one step,
   * so that what is read does not depend on what was asked before.
   */
  private interpolated(g: readonly number[], lnX: Float64Array): Float64Array[] | null {
    if (lnX.length < FEW || this.edges.length === 0) return null
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
export function mixtureGiven(link: LinkId, steepness: number, parts: readonly Part[], rho: number): MixtureGiven {
  const key = `${link} ${steepness} ${rho} ${parts.map(({ lnMedian, sigma }) => `${lnMedian} ${sigma}`).join(' ')}`
  const known = kept.get(key)
  if (known) return known
  const made = new MixtureGiven(link, steepness, parts, rho)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
const kept = new Map<string, MixtureGiven>()
const KEPT = 32
