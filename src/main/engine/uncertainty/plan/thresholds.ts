/**
 * The unknown threshold T_i of a target in every draw (docs/model.md, Beliefs and probabilities): first the critical scale, ln c = μ + σ·y (a mixture: its Φ(y) quantile) with
 * y = √ρ·g + √(1 − ρ)·z, then the residual of the link, T = F⁻¹(u; c). And the scale at which F(x; c) is the wanted probability. All in logarithms, on the target's axis.
 */
import type { LinkId, Target } from '../../../../shared/plan/schema'
import { complementaryLogLogs } from '../../numeric/complementaryLogLog'
import { quotients, sums } from '../../numeric/columns'
import { exponential } from '../../numeric/exponential'
import { logarithm } from '../../numeric/logarithm'
import { linkOf } from '../../links/registry'
import { linkCurve, SAME } from '../../planner/averaged'
import { beliefOf, isExact, lnCriticalAt, type TargetBelief } from '../../planner/belief'
import type { Progress } from '../../planner/progress'
import { BLOCK_SIZE } from '../draws/block'
import { normal } from '../distributions/normal'
import { uniform } from '../distributions/uniform'
import { checkedTable } from './checkedTable'
import { mixtureQuantile } from './mixtureQuantile'
import type { SeenDraws, SeenThreshold } from './seenDraws'
import { columnOf, isFixed, type Columns, type Quantity, type Sheet } from './drawn'

/** What all thresholds share in a block of draws: g, √ρ·g and √(1 − ρ). */
export interface CommonFactor {
  g: Float64Array
  common: Float64Array
  own: Float64Array
  fill(inputs: Columns, n: number): void
}

/** `seen`: what finished runs showed moves g. */
export function commonFactor(sheet: Sheet, correlation: number, uncertain: boolean, seen: SeenDraws | null): CommonFactor {
  const rho: Quantity = seen?.apart === true ? { fixed: 0 } : sheet.number('correlation', correlation)
  const drawn: Quantity = uncertain ? sheet.draw('common factor', normal({ mean: 0, sd: 1 })) : { fixed: 0 }
  const g = new Float64Array(BLOCK_SIZE)
  const common = new Float64Array(BLOCK_SIZE)
  const own = new Float64Array(BLOCK_SIZE)
  return {
    g,
    common,
    own,
    fill: (inputs, n) => {
      const [ρ, factor] = [columnOf(rho, inputs), columnOf(drawn, inputs)]
      for (let k = 0; k < n; k++) {
        g[k] = seen === null ? factor[k]! : seen.factor(factor[k]!)
        common[k] = Math.sqrt(ρ[k]!) * g[k]!
        own[k] = Math.sqrt(1 - ρ[k]!)
      }
    }
  }
}

/** ln of x/c at which the link is p, 0 < p < 1 (≤ 1 where it completes). */
export const LN_RATIO: Record<LinkId, (p: number, steepness: number) => number> = {
  weibull: (p, α) => Math.log(-Math.log1p(-p)) / α,
  'shifted-weibull': (p, α) => Math.log1p((-Math.log1p(-p)) ** (1 / α)),
  'power-onset': (p, β) => Math.log1p(p ** (1 / β)),
  logistic: (p, s) => Math.log(p / (1 - p)) / s,
  step: () => 0
}

type Column = Float64Array

/** The same for the first n probabilities of a column, within 1e-9. `out` may be `p` itself. */
const FILL_LN_RATIO: Record<LinkId, (p: Column, steepness: Column, out: Column, n: number) => void> = {
  weibull: (p, α, out, n) => {
    complementaryLogLogs(p, out, n)
    quotients(out, α, out, n)
  },
  'shifted-weibull': (p, α, out, n) => {
    FILL_LN_RATIO.weibull(p, α, out, n)
    for (let k = 0; k < n; k++) out[k] = Math.log1p(exponential(out[k]!))
  },
  'power-onset': (p, β, out, n) => {
    for (let k = 0; k < n; k++) out[k] = Math.log1p(exponential(logarithm(p[k]!) / β[k]!))
  },
  logistic: (p, s, out, n) => {
    for (let k = 0; k < n; k++) out[k] = logarithm(p[k]! / (1 - p[k]!)) / s[k]!
  },
  step: (_p, _steepness, out, n) => out.fill(0, 0, n)
}

export interface Threshold {
  /** ln of the scale with F(x; c) = the wanted probability: −∞ when none is needed, ∞ when none suffices. */
  lnRequired: Float64Array
  /** ln T: −∞ when no scale is needed, ∞ when none suffices. */
  lnThreshold: Float64Array
  fill(inputs: Columns, n: number, factor: CommonFactor): void
  /** ln of the critical scale c, filled with the others. */
  lnCritical: Float64Array
  /** F(x; θ) of the same draws at scales ln x: the chance of the target when c and the steepness are known, before anything was seen. */
  fillChance(lnX: Float64Array, inputs: Columns, n: number, out: Float64Array): void
  /** Ends of `lnRequired` over all draws that can be; null when more than the critical scale is drawn. */
  span: { low: number; high: number } | null
}

/** No normal draw lies further out. */
const REACH = 6.4
/** In ln c; far below any error of draws. */
const TABLE_ERROR = 1e-7

/** `seen`: what finished runs showed of the target; null while no run has shown anything of any. */
export function thresholdOf(sheet: Sheet, target: Target, belief: TargetBelief, progress: Progress | null, seen: SeenThreshold | null): Threshold {
  const free = freeThreshold(sheet, target, belief, progress, seen)
  if (seen === null || seen.state === 'open') return free
  // Reached already, or never to be reached.
  const ln = seen.state === 'done' ? -Infinity : Infinity
  return {
    ...free,
    fill: (inputs, n, factor) => {
      free.fill(inputs, n, factor)
      free.lnRequired.fill(ln, 0, n)
      free.lnThreshold.fill(ln, 0, n)
    },
    span: null
  }
}

function freeThreshold(sheet: Sheet, target: Target, belief: TargetBelief, progress: Progress | null, seen: SeenThreshold | null): Threshold {
  const { id, link } = target
  const number = (field: string, value: number): Quantity => sheet.number(`${field}@${id}`, value)
  const steepness = number('steepness', target.steepness)
  const floor = number('floor', target.floor)
  const ceiling = number('ceiling', target.ceiling)
  const wanted = number('wanted', target.wanted)
  const shift: Quantity = target.shift === null ? { fixed: 1 } : number('shiftFactor', target.shift.factor)
  const halving: Quantity = progress === null ? { fixed: 1 } : sheet.number('halvingMonths', progress.halvingMonths)
  const z: Quantity = isExact(belief) ? { fixed: 0 } : sheet.draw(`critical@${id}`, normal({ mean: 0, sd: 1 }))
  /** F goes from 0 to 1 in every draw. */
  const unbounded = isFixed(floor) && isFixed(ceiling) && floor.fixed === 0 && ceiling.fixed === 1
  const certain = link === 'step' && unbounded
  const residual: Quantity = certain ? { fixed: 0.5 } : sheet.draw(`threshold@${id}`, uniform({ low: 0, high: 1 }))

  const moves = [steepness, shift, halving].some((quantity) => !isFixed(quantity))
  const lnCritical = new Float64Array(BLOCK_SIZE)
  const lnRequired = new Float64Array(BLOCK_SIZE)
  const lnThreshold = new Float64Array(BLOCK_SIZE)
  const quantile = belief.parts === null ? null : checkedTable(mixtureQuantile(belief.parts), -REACH, REACH, TABLE_ERROR)
  const { completes } = linkOf(link)
  const lnRatio = LN_RATIO[link]

  /** The belief when what moves its figures is drawn: made anew for each draw. */
  const beliefIn = (α: number, factor: number, h: number): TargetBelief =>
    beliefOf(
      { ...target, steepness: α, shift: target.shift === null ? null : { ...target.shift, factor } },
      progress === null ? null : { ...progress, halvingMonths: h }
    )
  const above = seen?.above ?? -Infinity
  const missed = seen !== null && above > -Infinity
  const moved = new Float64Array(BLOCK_SIZE)
  const before = new Float64Array(BLOCK_SIZE)
  const fillCritical = (inputs: Columns, n: number, { g, common, own }: CommonFactor): void => {
    const free = columnOf(z, inputs)
    if (missed) for (let k = 0; k < n; k++) moved[k] = seen.score(g[k]!, free[k]!)
    const draws = missed ? moved : free
    const { lnMedian, sigma } = belief
    if (moves) {
      const [α, factor, h] = [columnOf(steepness, inputs), columnOf(shift, inputs), columnOf(halving, inputs)]
      for (let k = 0; k < n; k++) lnCritical[k] = lnCriticalAt(beliefIn(α[k]!, factor[k]!, h[k]!), common[k]! + own[k]! * draws[k]!)
    } else if (quantile !== null) for (let k = 0; k < n; k++) lnCritical[k] = quantile(common[k]! + own[k]! * draws[k]!)
    else if (sigma === 0) lnCritical.fill(lnMedian, 0, n)
    else for (let k = 0; k < n; k++) lnCritical[k] = lnMedian + sigma * (common[k]! + own[k]! * draws[k]!)
  }
  /** ln of the scale at which floor + (ceiling − floor)·F reaches p. */
  const offset = (p: number, from: number, high: number, α: number): number => {
    const low = Math.min(from, high)
    if (p <= low) return -Infinity
    const share = (p - low) / (high - low)
    if (!(share < 1)) return share === 1 && completes ? lnRatio(1, α) : Infinity
    return lnRatio(share, α)
  }
  const still = [steepness, floor, ceiling, wanted].every(isFixed)
  const stillOffset = still ? offset(target.wanted, target.floor, target.ceiling, target.steepness) : NaN

  const fillChance: Threshold['fillChance'] = (lnX, inputs, n, out) => {
    const [α, low, high] = [columnOf(steepness, inputs), columnOf(floor, inputs), columnOf(ceiling, inputs)]
    const curve = isFixed(steepness) ? linkCurve(link, steepness.fixed) : null
    for (let k = 0; k < n; k++) {
      const F = (curve ?? linkCurve(link, α[k]!))(lnX[k]! - lnCritical[k]!)
      // Where a floor is drawn above the ceiling, the ceiling is both.
      const from = Math.min(low[k]!, high[k]!)
      out[k] = F === 1 ? high[k]! : from + (high[k]! - from) * F
    }
  }
  /** F(a; θ) at the scale that missed the target. */
  const scales = new Float64Array(BLOCK_SIZE).fill(above)
  const fillBefore = (inputs: Columns, n: number): void => fillChance(scales, inputs, n, before)
  /** Above F(a; θ): what was missed at a is reached beyond it. */
  const fillMissed = (inputs: Columns, n: number): void => {
    fillBefore(inputs, n)
    const [α, low, high, p, u] = [steepness, floor, ceiling, wanted, residual].map((quantity) => columnOf(quantity, inputs)) as [
      Column,
      Column,
      Column,
      Column,
      Column
    ]
    for (let k = 0; k < n; k++) {
      const from = before[k]!
      lnRequired[k] = lnCritical[k]! + offset(from + p[k]! * (1 - from), low[k]!, high[k]!, α[k]!)
      // Beyond the last digit of a, so that rounding does not reach it there.
      lnThreshold[k] = certain ? lnCritical[k]! : Math.max(above + SAME, lnCritical[k]! + offset(from + u[k]! * (1 - from), low[k]!, high[k]!, α[k]!))
    }
  }

  return {
    lnRequired,
    lnThreshold,
    lnCritical,
    fillChance,
    span: still && !moves && !missed ? { low: lnCriticalAt(belief, -REACH) + stillOffset, high: lnCriticalAt(belief, REACH) + stillOffset } : null,
    fill: (inputs, n, factor) => {
      fillCritical(inputs, n, factor)
      if (missed) {
        fillMissed(inputs, n)
        return
      }
      const [α, low, high] = [columnOf(steepness, inputs), columnOf(floor, inputs), columnOf(ceiling, inputs)]
      if (still) for (let k = 0; k < n; k++) lnRequired[k] = lnCritical[k]! + stillOffset
      else {
        const p = columnOf(wanted, inputs)
        for (let k = 0; k < n; k++) lnRequired[k] = lnCritical[k]! + offset(p[k]!, low[k]!, high[k]!, α[k]!)
      }
      const u = columnOf(residual, inputs)
      if (unbounded) {
        FILL_LN_RATIO[link](u, α, lnThreshold, n)
        return sums(lnThreshold, lnCritical, lnThreshold, n)
      }
      for (let k = 0; k < n; k++) lnThreshold[k] = (u[k]! - low[k]!) / (high[k]! - low[k]!)
      FILL_LN_RATIO[link](lnThreshold, α, lnThreshold, n)
      // u ≥ ceiling: no scale suffices, even for a link that completes.
      for (let k = 0; k < n; k++) lnThreshold[k] = u[k]! >= high[k]! ? Infinity : u[k]! <= low[k]! ? -Infinity : lnCritical[k]! + lnThreshold[k]!
    }
  }
}
