/**
 * A held path in every draw (planning-model §4): the rung that first reaches each target, the rung after which the plan stops because all are reached, and what the runs
 * up to there cost, how long they take and what they are worth. All rungs share the draw's price, MFU and thresholds.
 */
import { annuity } from '../../planner/problem'
import { DAYS_PER_YEAR } from '../../cost'
import { SAME } from '../../planner/averaged'
import type { Axis } from '../../run'
import { BLOCK_SIZE } from '../draws/block'
import type { BenefitDraws } from './benefitDraws'
import { columnOf, type Columns } from './drawn'
import type { Rates } from './rates'
import type { Sizes } from './sizes'

export interface PathDraws {
  /** Per target: index of the rung that first reaches it; the number of rungs when none does. */
  reachedAt: Uint8Array[]
  /** Index of the rung after which every target is reached; the number of rungs when none is. */
  allAt: Uint8Array
  /** USD and days of the runs that are made, and of all runs as if each were made. */
  usd: Float64Array
  days: Float64Array
  committedUsd: Float64Array
  committedDays: Float64Array
  /** Discounted benefits less discounted costs, USD: of the runs that are made, and with all runs paid for. */
  value: Float64Array
  committedValue: Float64Array
  /** Points of the targets that the last run reaches. */
  points: Float64Array
  fill(inputs: Columns, n: number, lnThresholds: readonly Float64Array[]): void
}

/** What finished runs leave to the path: tokens paid for, years gone since the plan's start, and which targets have earned their benefit. */
export interface Before {
  boughtTokens: number
  years: number
  done: readonly boolean[]
}

export function pathDraws(
  path: readonly number[],
  axes: readonly Axis[],
  { sizes, rates, benefits, before }: { sizes: Sizes; rates: Rates; benefits: BenefitDraws; before: Before }
): PathDraws {
  const K = path.length
  const rungs = path.map((N) => {
    const run = sizes.runOf(N)
    const scales = new Map(axes.map((axis) => [axis, run.lnScale(axis)]))
    return { N, run, scale: (axis: Axis) => scales.get(axis)! }
  })
  const column = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const reachedAt = axes.map(() => new Uint8Array(BLOCK_SIZE))
  const allAt = new Uint8Array(BLOCK_SIZE)
  const [usd, days, committedUsd, committedDays] = [column(), column(), column(), column()]
  const [value, committedValue, points] = [column(), column(), column()]
  const runs = path.map(() => ({ D: column(), C: column() }))
  /** Per rung: USD per USD paid once at its end, and per USD a year from then to the horizon, with serving taken off. */
  const kept = path.map(() => ({ once: column(), perYear: column() }))

  const fillReached = (inputs: Columns, n: number, lnThresholds: readonly Float64Array[]): void => {
    allAt.fill(0, 0, n)
    axes.forEach((axis, i) => {
      const reached = reachedAt[i]!
      const lnT = lnThresholds[i]!
      reached.fill(K, 0, n)
      for (let r = K - 1; r >= 0; r--) {
        const lnX = rungs[r]!.scale(axis)(inputs, n)
        for (let k = 0; k < n; k++) if (lnT[k]! <= lnX[k]! + SAME) reached[k] = r
      }
      for (let k = 0; k < n; k++) if (reached[k]! > allAt[k]!) allAt[k] = reached[k]!
    })
  }

  return {
    reachedAt,
    allAt,
    usd,
    days,
    committedUsd,
    committedDays,
    value,
    committedValue,
    points,
    fill: (inputs, n, lnThresholds) => {
      fillReached(inputs, n, lnThresholds)
      benefits.fill(inputs, n)
      rungs.forEach(({ run }, r) => {
        const { D, C } = run.fill(inputs, n)
        runs[r] = { D, C }
      })
      const unique = columnOf(sizes.uniqueTokens, inputs)
      const [rate, horizon] = [columnOf(benefits.rate, inputs), columnOf(benefits.horizon, inputs)]
      for (let k = 0; k < n; k++) {
        const perYear = Math.log1p(rate[k]!)
        let [spent, elapsed, worth, made, madeDays] = [0, 0, 0, 0, 0]
        let madeWorth = 0
        let bought = rates.usdPerToken[k]! * before.boughtTokens
        for (let r = 0; r < K; r++) {
          const { D, C } = runs[r]!
          const data = rates.usdPerToken[k]! * Math.min(D[k]!, unique[k]!)
          const cost = C[k]! * rates.usdPerFlop[k]! + Math.max(0, data - bought) + rates.fixedUsd[k]!
          bought = Math.max(bought, data)
          worth -= perYear === 0 ? cost : cost * Math.exp((-perYear * elapsed) / DAYS_PER_YEAR)
          spent += cost
          elapsed += C[k]! * rates.daysPerFlop[k]! + rates.fixedDays[k]!
          const years = elapsed / DAYS_PER_YEAR
          const left = benefits.total[k]! > 0 ? Math.max(0, 1 - (path[r]! * rates.servingUsdPerParameter[k]!) / benefits.total[k]!) : 1
          kept[r]!.once[k] = left * (perYear === 0 ? 1 : Math.exp(-perYear * years))
          kept[r]!.perYear[k] = left * annuity(years, horizon[k]! - before.years, perYear)
          if (r <= allAt[k]!) [made, madeDays, madeWorth] = [spent, elapsed, worth]
        }
        usd[k] = made
        days[k] = madeDays
        committedUsd[k] = spent
        committedDays[k] = elapsed
        value[k] = madeWorth
        committedValue[k] = worth
        points[k] = 0
      }
      reachedAt.forEach((reached, i) => {
        if (before.done[i]) return
        const [once, yearly, scored] = [benefits.once[i]!, benefits.perYear[i]!, benefits.points[i]!]
        for (let k = 0; k < n; k++) {
          const r = reached[k]!
          if (r === K) continue
          const benefit = kept[r]!.once[k]! * once[k]! + kept[r]!.perYear[k]! * yearly[k]!
          value[k]! += benefit
          committedValue[k]! += benefit
          points[k]! += scored[k]!
        }
      })
    }
  }
}
