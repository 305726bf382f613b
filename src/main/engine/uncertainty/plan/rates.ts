/** What a FLOP costs and how long it takes in every draw, and what else a run pays: the cost model of the plan with its numbers as they are drawn. */
import type { Plan } from '../../../../shared/plan/schema'
import { costModel, type CostModel } from '../../cost'
import { BLOCK_SIZE } from '../draws/block'
import { columnOf, isFixed, type Columns, type PlanBelief, type Quantity, type Sheet } from './drawn'

/** Inputs that the cost model reads besides price and MFU. */
const COST_INPUTS = [
  'accelerators',
  'peak',
  'power',
  'uptime',
  'failedRuns',
  'experiments',
  'postTraining',
  'evaluation',
  'dataPrice',
  'people',
  'salary',
  'fixedUsd',
  'fixedDays',
  'usdPerKwh',
  'pue',
  'serverMultiplier',
  'averageLoad',
  'inferenceTokens',
  'inferenceMfu'
] as const

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
  const drawn = COST_INPUTS.flatMap((id) => {
    const belief = beliefs.get(id)
    if (belief === undefined) return []
    const quantity: Quantity = sheet.number(id, NaN)
    return [{ write: belief.input.write, quantity }]
  })
  const bare: Plan = { ...plan, beliefs: [] }
  const modelWith = (values: readonly number[]): CostModel => {
    const { accelerator, cluster, costs } = drawn.reduce((changed, { write }, j) => write(changed, values[j]!), bare)
    return costModel({ accelerator, cluster, costs, uniqueTokens: null })
  }
  const still = drawn.length === 0
  const usual = costModel({ accelerator: plan.accelerator, cluster: plan.cluster, costs: plan.costs, uniqueTokens: null })
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
      const here = drawn.map(() => 0)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < values.length; j++) here[j] = values[j]![i]!
        const model = still ? usual : modelWith(here)
        const { rentHours, timeUsd, days, servingHours } = model.atMfu1
        usdPerFlop[i] = (rentHours * P[i]! + timeUsd) / M[i]!
        daysPerFlop[i] = days / M[i]!
        usdPerToken[i] = model.usdPerToken
        fixedUsd[i] = model.fixedUsd + model.fixedStaffUsd
        fixedDays[i] = model.fixedDays
        servingUsdPerParameter[i] = servingHours * P[i]!
      }
    }
  }
}
