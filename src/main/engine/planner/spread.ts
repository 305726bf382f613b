/**
 * A link of uncertain steepness: averaged over what is believed of it, it is another curve of u = ln(x/c) (docs/model.md, Beliefs and probabilities),
 *   Ḡ(u) = E_α[F(u − δ(α); α)],   δ(α) = 0, or ln(x50/c)(α₀) − ln(x50/c)(α) where c follows from a 50 % point and u is measured from c at the steepness α₀.
 * Steepnesses of different targets are independent of one another, of the critical scales and of the common factor.
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalTrapezoid } from '../numeric/quadrature'
import { linkCurve, type Averaged } from './averaged'
import { lnRatioAt } from './figures'
import { smallest } from './mixture'
import { hasOnset, onsetSmoothedExactly, type OnsetId } from './onset'
import { CURVES, DIGITS, REACH, type ScaleFreeId } from './smoothed'
import { fromDerivatives, fromValues, smoothedAt, valuePlaces, type Smoothed } from './smoothedTable'

/** One steepness that may be, and by how much it moves ln c. */
export interface Way {
  weight: number
  steepness: number
  lnMoved: number
}

/** A link whose steepness is known, or believed. */
export type Steepness = number | Spread

/** What the interpolation of a transition that is w wide adds to the error grows like w^−6: a steepness that hardly weighs needs no steps of its own. */
const ORDER = 6
/** Steps of a table, in parts of the width of what it holds: with derivatives, with values alone, and of an onset in deviations of ln c. */
const STEP = 0.08
const VALUES_STEP = 0.04
const ONSET_STEP = 0.1
const MOST_STEPS = 20_000
/** What a table leaves out at either end. */
const CUT = 1e-12
const KEPT = 16

export class Spread {
  /** The steepest transition that counts. */
  readonly steepest: number
  private readonly curves: readonly ((u: number) => number)[]
  private readonly tables = new Map<number, Averaged>()
  private own: Smoothed | null | undefined

  constructor(
    readonly link: LinkId,
    readonly ways: readonly Way[],
    /** Among all others, for keys. */
    readonly key: string
  ) {
    this.curves = ways.map(({ steepness }) => linkCurve(link, steepness))
    const heaviest = Math.max(...ways.map(({ weight }) => weight))
    this.steepest = Math.max(...ways.map(({ steepness, weight }) => steepness * (weight / heaviest) ** (1 / ORDER)))
  }

  /** Ḡ(u), −∞ for x = 0: to 1e-10. */
  at(u: number): number {
    const table = this.table
    return table === null ? this.directly(u) : smoothedAt(table, u)
  }

  private directly(u: number): number {
    let sum = 0
    for (let j = 0; j < this.ways.length; j++) sum += this.ways[j]!.weight * this.curves[j]!(u - this.ways[j]!.lnMoved)
    return sum
  }

  /** The u at which Ḡ is p, 0 < p < 1. */
  lnRatioAt(p: number): number {
    const ends = this.ways.map(({ steepness, lnMoved }) => lnRatioAt(this.link, p, steepness) + lnMoved)
    return smallest((u) => this.at(u) - p, Math.min(...ends), Math.max(...ends))
  }

  /** Averaged over ln c ~ N(·, sigma²) as well, sigma ≥ 0; w = u. */
  averaged(sigma: number): Averaged {
    const known = this.tables.get(sigma)
    if (known) return known
    const made = hasOnset(this.link) ? this.overOnset(this.link, sigma) : this.overSmooth(this.link, sigma)
    if (this.tables.size >= KEPT) this.tables.delete(this.tables.keys().next().value!)
    this.tables.set(sigma, made)
    return made
  }

  /** Of Ḡ itself; null for a link with an onset. */
  private get table(): Smoothed | null {
    if (this.own === undefined) this.own = hasOnset(this.link) || this.link === 'step' ? null : this.tabulated(this.link)
    return this.own
  }

  private tabulated(link: ScaleFreeId): Smoothed {
    const curve = CURVES[link]
    const [low, high] = endsOf((u) => this.directly(u))
    const count = Math.min(MOST_STEPS, Math.ceil(((high - low) * this.steepest) / STEP))
    const part = new Float64Array(3)
    const fill = (u: number, out: Float64Array): void => {
      out.fill(0)
      for (const { weight, steepness, lnMoved } of this.ways) {
        const v = steepness * (u - lnMoved)
        if (v > PAST) out[0]! += weight
        if (v > PAST) continue
        curve.fill(v, part)
        out[0]! += weight * part[0]!
        out[1]! += weight * part[1]! * steepness
        out[2]! += weight * part[2]! * steepness * steepness
      }
    }
    return fromDerivatives(fill, low, high, count)
  }

  /** E[Ḡ(u + σz)] by the trapezoid rule in z, as fine as the steepest way asks that weighs enough to be seen. */
  private overSmooth(link: LinkId, sigma: number): Averaged {
    if (sigma === 0 || link === 'step' || hasOnset(link)) return { scale: 1, table: this.table, exactly: (u) => this.at(u) }
    const steps = this.ways.map(({ weight, steepness }) => {
      const digits = DIGITS + Math.log(weight)
      const reach = Math.min(CURVES[link].strip / (steepness * sigma), Math.sqrt(2 * Math.max(digits, 0)))
      return digits > 1 ? (2 * Math.PI * reach) / (digits + 0.5 * reach * reach) : Infinity
    })
    const { nodes, weights } = normalTrapezoid(Math.min(...steps), REACH)
    const exactly = (u: number): number => {
      let sum = 0
      for (let k = 0; k < nodes.length; k++) sum += weights[k]! * this.at(u + sigma * nodes[k]!)
      return sum
    }
    return withTable(exactly, () => valuesTable(exactly, endsOf(exactly), VALUES_STEP * Math.hypot(1 / this.steepest, sigma * Math.SQRT1_2)))
  }

  private overOnset(link: OnsetId, sigma: number): Averaged {
    if (sigma === 0) return { scale: 1, table: null, exactly: (u) => this.at(u) }
    const ways = this.ways.map(({ weight, steepness, lnMoved }) => ({ weight, lnMoved, S: onsetSmoothedExactly(link, steepness, sigma) }))
    const exactly = (u: number): number => ways.reduce((sum, { weight, lnMoved, S }) => sum + weight * S(u - lnMoved), 0)
    return withTable(exactly, () => {
      const [low, high] = endsOf(exactly)
      const far = high > FAR ? valuesTable(exactly, [FAR, high], FAR_STEP) : null
      return valuesTable((u) => (far !== null && u > FAR ? smoothedAt(far, u) : exactly(u)), [low, high], ONSET_STEP * sigma)
    })
  }
}

/** The table is long in the making, and a few values do without it. */
function withTable(exactly: (u: number) => number, make: () => Smoothed): Averaged {
  let table: Smoothed | undefined
  return {
    scale: 1,
    exactly,
    get table() {
      return (table ??= make())
    }
  }
}

/** Far beyond the onset only the flattest ways still rise, and slowly. */
const FAR = 5
const FAR_STEP = 0.25

/** v past which a link is 1 to the last digit and its slopes 0. */
const PAST = 40

/**
 * Where a curve from 0 to 1 leaves these by no more than `CUT`. Of steepnesses near 0 some is left at any x/c; further out than e^±80 it counts as nothing, since no run is that
 * far from its target.
 */
function endsOf(curve: (u: number) => number): readonly [low: number, high: number] {
  let [low, high] = [-1, 1]
  while (curve(low) > CUT && low > -MOST_LN) low = Math.max(-MOST_LN, 1.5 * low)
  while (1 - curve(high) > CUT && high < MOST_LN) high = Math.min(MOST_LN, 1.5 * high)
  return [low, high]
}
const MOST_LN = 80

/** Coarser where the steps would be too many. */
function valuesTable(curve: (u: number) => number, [low, high]: readonly [number, number], step: number): Smoothed {
  const count = Math.min(MOST_STEPS, Math.ceil((high - low) / step))
  return fromValues(valuePlaces(low, high, count).map(curve), low, high)
}

/** For keys of what is kept. */
export const steepnessKey = (steepness: Steepness): string => (typeof steepness === 'number' ? `${steepness}` : steepness.key)
