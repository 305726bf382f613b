/**
 * A held path in every draw (docs/model.md, Path): the rung that first reaches each target, the rung after which the plan stops because all are reached, and what the runs
 * up to there cost, how long they take and what they are worth. All rungs share the draw's price, MFU and thresholds.
 */
import { sums } from '../../numeric/columns'
import { exponential } from '../../numeric/exponential'
import { logarithm } from '../../numeric/logarithm'
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
  /** Continuous discount rate; its factor at the end of the last rung; and the data that has been bought, USD. */
  const [perYear, discount, bought] = [column(), column(), column()]
  const benefit = column()
  /** What has been spent, has passed and is paid discounted by the end of a rung: rung after rung. */
  const [usdBy, daysBy, valueBy] = [0, 1, 2].map(() => new Float64Array(K * BLOCK_SIZE)) as [Float64Array, Float64Array, Float64Array]
  /** USD per USD paid once at the end of a rung, and per USD a year from then to the horizon, with serving taken off: rung after rung, then that none reaches, which pays nothing. */
  const [once, yearly] = [new Float64Array((K + 1) * BLOCK_SIZE), new Float64Array((K + 1) * BLOCK_SIZE)]

  const fillReached = (inputs: Columns, n: number, lnThresholds: readonly Float64Array[]): void => {
    loop.latest.fill(0)
    axes.forEach((axis, i) => {
      const reached = reachedAt[i]!
      const lnT = lnThresholds[i]!
      loop.lnT.set(lnT)
      loop.reached.fill(K)
      for (let r = K - 1; r >= 0; r--) {
        loop.lnX.set(rungs[r]!.scale(axis)(inputs, n))
        loop.mark(r, n)
      }
      reached.set(loop.reached)
      loop.take(n)
    })
    allAt.set(loop.latest)
  }

  const fillRung = (inputs: Columns, n: number, r: number): void => {
    const { N, run } = rungs[r]!
    const { D, C } = run.fill(inputs, n)
    const { usdPerToken, usdPerFlop, fixedUsd, daysPerFlop, fixedDays, servingUsdPerParameter } = rates
    const { total, paysYearly } = benefits
    const unique = columnOf(sizes.uniqueTokens, inputs)
    const horizon = columnOf(benefits.horizon, inputs)
    const place = r * BLOCK_SIZE
    for (let k = 0; k < n; k++) {
      const data = usdPerToken[k]! * Math.min(D[k]!, unique[k]!)
      const cost = C[k]! * usdPerFlop[k]! + Math.max(0, data - bought[k]!) + fixedUsd[k]!
      bought[k] = Math.max(bought[k]!, data)
      committedUsd[k]! += cost
      committedValue[k]! -= cost * discount[k]!
      committedDays[k]! += C[k]! * daysPerFlop[k]! + fixedDays[k]!
      const years = committedDays[k]! / DAYS_PER_YEAR
      discount[k] = exponential(-perYear[k]! * years)
      const left = total[k]! > 0 ? Math.max(0, 1 - (N * servingUsdPerParameter[k]!) / total[k]!) : 1
      once[place + k] = left * discount[k]!
      if (paysYearly) yearly[place + k] = left * annuity(years, horizon[k]! - before.years, perYear[k]!)
      usdBy[place + k] = committedUsd[k]!
      daysBy[place + k] = committedDays[k]!
      valueBy[place + k] = committedValue[k]!
    }
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
      const rate = columnOf(benefits.rate, inputs)
      for (let k = 0; k < n; k++) perYear[k] = logarithm(1 + rate[k]!)
      for (const start of [committedUsd, committedDays, committedValue, points]) start.fill(0, 0, n)
      for (let k = 0; k < n; k++) bought[k] = rates.usdPerToken[k]! * before.boughtTokens
      discount.fill(1, 0, n)
      for (let r = 0; r < K; r++) fillRung(inputs, n, r)
      for (let k = 0; k < n; k++) {
        const last = Math.min(allAt[k]!, K - 1) * BLOCK_SIZE + k
        usd[k] = usdBy[last]!
        days[k] = daysBy[last]!
        value[k] = valueBy[last]!
      }
      reachedAt.forEach((reached, i) => {
        if (before.done[i]) return
        const [paid, paidYearly, scored] = [benefits.once[i]!, benefits.perYear[i]!, benefits.points[i]!]
        payAt(reached, once, paid, benefit, n)
        if (benefits.paysYearly) addAt(reached, yearly, paidYearly, benefit, n)
        sums(value, benefit, value, n)
        sums(committedValue, benefit, committedValue, n)
        if (benefits.scores[i]) for (let k = 0; k < n; k++) points[k]! += Number(reached[k]! < K) * scored[k]!
      })
    }
  }
}

/** On arrays of its own, which are constants to the compiler; without branches, which the processor would mistake half the time. */
function reachingLoop() {
  const [lnT, lnX] = [new Float64Array(BLOCK_SIZE), new Float64Array(BLOCK_SIZE)]
  const [reached, latest] = [new Uint8Array(BLOCK_SIZE), new Uint8Array(BLOCK_SIZE)]
  /** Rung r where ln T ≤ ln x, else what it was. */
  const mark = (r: number, n: number): void => {
    for (let k = 0; k < n; k++) reached[k]! += Number(lnT[k]! <= lnX[k]! + SAME) * (r - reached[k]!)
  }
  const take = (n: number): void => {
    for (let k = 0; k < n; k++) latest[k] = Math.max(latest[k]!, reached[k]!)
  }
  return { lnT, lnX, reached, latest, mark, take }
}
const loop = reachingLoop()

// Short loops of their own, which the compiler takes as they are.

/** What a USD is worth at the rung that reaches the target, times what the target pays. */
function payAt(reached: Uint8Array, worth: Float64Array, paid: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k] = worth[reached[k]! * BLOCK_SIZE + k]! * paid[k]!
}
function addAt(reached: Uint8Array, worth: Float64Array, paid: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k]! += worth[reached[k]! * BLOCK_SIZE + k]! * paid[k]!
}
