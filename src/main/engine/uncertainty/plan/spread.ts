/** How one outcome of a plan is spread over the draws: its distribution function for a figure, and the chance of a range, each with the error that the number of draws leaves. */
import type { EstimateOut } from '../../../../shared/contract/simulate'
import type { Distribution } from '../../../../shared/contract/distribution'
import { limitOf, type OutcomeId } from '../../../../shared/plan/outcomes'
import { inputOf } from '../../../../shared/plan/inputs'
import type { Plan } from '../../../../shared/plan/schema'
import type { DrawMethod } from '../draws/drawPlan'
import type { ModelOutput } from '../monteCarlo/model'
import { chanceEstimate } from '../monteCarlo/summary'
import { cumulativeOf, quantileOf, throughFunction, type Cumulative } from '../percentiles/cumulative'
import type { Counted } from '../percentiles/rankCounter'

export interface Spread {
  draws: number
  /** Chance of from ≤ value ≤ to; null is an open end, the upper one with the draws in which no run suffices. */
  chance(from: number | null, to: number | null): EstimateOut
  /** Share of draws in which no run suffices. */
  never(): EstimateOut
  curve(points: number, limit: number | null): Distribution['curve']
}

/** A limit is a limit to rounding, as in the plan's own limits. */
const ROUNDING = 1e-9
/** Share of draws beyond each end of the curve. */
const BEYOND = 0.001
/** Quantities above 0 whose ends are this many times apart are drawn on a logarithmic axis. */
const LOG_FROM = 6
/** How far from the draws a limit may lie and still be on the axis, in widths of it. */
const LIMIT_IN_SIGHT = 0.6

/** @param groups what was counted, group by group, at least one draw */
export function spreadOf({ scale, follows }: Pick<ModelOutput, 'scale' | 'follows'>, groups: readonly (readonly Counted[])[], method: DrawMethod): Spread {
  const cumulative = (parts: readonly Counted[]): Cumulative => (follows === undefined ? cumulativeOf(parts) : throughFunction(cumulativeOf(parts), follows.by))
  const all = cumulative(groups.flat())
  const each = method === 'plain' ? [] : groups.map(cumulative)
  const column = (x: number): number => (scale === 'log' ? Math.log(Math.max(0, x)) : x)
  const shown = (value: number): number => (scale === 'log' ? Math.exp(value) : value)
  const lowEnd = (from: number): number => column(from - ROUNDING * Math.abs(from))
  const highEnd = (to: number): number => column(to + ROUNDING * Math.abs(to))
  const shareIn = (of: Cumulative, from: number | null, to: number | null): number =>
    Math.max(0, (to === null ? 1 : of.atMost(highEnd(to))) - (from === null ? 0 : of.under(lowEnd(from))))
  const estimate = (share: (of: Cumulative) => number): EstimateOut => chanceEstimate(share(all), all.draws, each.map(share))

  return {
    draws: all.draws,
    chance: (from, to) => estimate((of) => shareIn(of, from, to)),
    never: () => estimate((of) => 1 - of.under(Infinity)),
    curve: (points, limit) => {
      if (all.span === null) return null
      const [zero, finite] = [all.atMost(-Number.MAX_VALUE), all.under(Infinity)]
      const at = (p: number): number => shown(quantileOf(all, zero + p * (finite - zero), all.span!))
      let [low, high] = [at(BEYOND), at(1 - BEYOND)]
      if (!(high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)))) return null
      const isLog = low > 0 && high / low > LOG_FROM
      const there = (x: number): number => (isLog ? Math.log(x) : x)
      const back = (x: number): number => (isLog ? Math.exp(x) : x)
      if (limit !== null && (!isLog || limit > 0)) {
        const room = LIMIT_IN_SIGHT * (there(high) - there(low))
        const x = there(limit)
        if (x < there(low) && x > there(low) - room) low = back(x - room / 10)
        if (x > there(high) && x < there(high) + room) high = back(x + room / 10)
      }
      const x = Array.from({ length: points }, (_, i) => back(there(low) + ((there(high) - there(low)) * i) / (points - 1)))
      return { scale: isLog ? 'log' : 'linear', x, below: x.map((value) => all.atMost(column(value))) }
    }
  }
}

/** The plan's own line across an outcome: the budget, the deadline, or nothing gained; null where there is none. */
export function lineOf(plan: Plan, id: OutcomeId): Distribution['line'] {
  const limit = limitOf(id)
  if (limit === null) return null
  if (limit === 'nothing') return { limit: 'nothing', value: 0 }
  const value = inputOf(plan, limit)?.get(plan) ?? null
  return value === null ? null : { limit, value }
}
