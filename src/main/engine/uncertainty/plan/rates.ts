/** What a FLOP costs and how long it takes in every draw, and what else a run pays: the cost model of the plan with its numbers as they are drawn. */
import type { Plan } from '../../../../shared/plan/schema'
import { COST_INPUTS, writable, type CostInput } from '../../costDraws'
import { exactCosts } from '../../exactCosts'
import { BLOCK_SIZE } from '../draws/block'
import type { PlanBelief } from '../planBeliefs'
import { columnOf, isFixed, type Columns, type Sheet } from './drawn'

/** What decides which runs are allowed, or is no cost: nothing of a held path follows from it. */
const ELSEWHERE: readonly CostInput[] = ['memory', 'bytesPerParameter', 'gramsCo2PerKwh']

export interface Rates {
  usdPerFlop: Float64Array
  daysPerFlop: Float64Array
  usdPerToken: Float64Array
  /** What every run pays besides, staff during its fixed days included; and its fixed days. */
  fixedUsd: Float64Array
  fixedDays: Float64Array
  servingUsdPerParameter: Float64Array
  /** True when a run pays for nothing but its FLOP: then ln usd = ln C + ln usdPerFlop; and likewise for its days. */
  flopOnly: { usd: boolean; days: boolean }
  fill(inputs: Columns, n: number): void
}

export function ratesOf(sheet: Sheet, plan: Plan, beliefs: ReadonlyMap<string, PlanBelief>): Rates {
  const price = sheet.ranged('price', plan.costs.pricePerHourUsd)
  const mfu = sheet.ranged('mfu', plan.cluster.mfu)
  const drawn = COST_INPUTS.filter((id) => !ELSEWHERE.includes(id)).flatMap((id) => (beliefs.has(id) ? [{ id, quantity: sheet.number(id, NaN) }] : []))
  const here = writable(plan)
  const still = drawn.length === 0
  const usual = exactCosts(plan)
  const column = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const [usdPerFlop, daysPerFlop, usdPerToken, fixedUsd, fixedDays, servingUsdPerParameter] = [column(), column(), column(), column(), column(), column()]
  const certain = still && isFixed(price) && isFixed(mfu)
  let filled = false

  return {
    usdPerFlop,
    daysPerFlop,
    usdPerToken,
    fixedUsd,
    fixedDays,
    servingUsdPerParameter,
    flopOnly: { usd: still && usual.usdPerToken === 0 && usual.fixedUsd + usual.fixedStaffUsd === 0, days: still && usual.fixedDays === 0 },
    fill: (inputs, given) => {
      if (certain && filled) return
      filled = true
      const n = certain ? BLOCK_SIZE : given
      const [P, M] = [columnOf(price, inputs), columnOf(mfu, inputs)]
      const values = drawn.map(({ quantity }) => columnOf(quantity, inputs))
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < values.length; j++) here.write(drawn[j]!.id, values[j]![i]!)
        const exact = still ? usual : exactCosts(here.prices)
        const { rentHours, timeUsd, days, servingHours } = exact
        usdPerFlop[i] = (rentHours * P[i]! + timeUsd) / M[i]!
        daysPerFlop[i] = days / M[i]!
        usdPerToken[i] = exact.usdPerToken
        fixedUsd[i] = exact.fixedUsd + exact.fixedStaffUsd
        fixedDays[i] = exact.fixedDays
        servingUsdPerParameter[i] = servingHours * P[i]!
      }
    }
  }
}
