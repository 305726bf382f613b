/**
 * The costs of a plan where more is believed than price and MFU: all of it in every one of a fixed set of draws, spread evenly (Sobol), the same for every plan, so that
 * the answer has no noise of its own. Means are those over the draws, to about 1e-3 of their spread.
 */
import type { Belief } from '../../shared/plan/rules'
import { exactCosts, type Prices } from './exactCosts'
import { logNormalOf } from './factor'
import { evenUniforms } from './uncertainty/draws/evenDraws'
import type { Shape } from './uncertainty/distributions/distribution'
import { logNormal } from './uncertainty/distributions/logNormal'

/** Numbers that the cost model reads besides price, MFU and the number of accelerators, which is chosen: by the name of their input, how each is written. */
const WRITE = {
  peak: ({ accelerator }, v) => (accelerator.peakFlopPerSecond = v),
  memory: ({ accelerator }, v) => (accelerator.memoryBytes = v),
  power: ({ accelerator }, v) => (accelerator.powerWatts = v),
  uptime: ({ cluster }, v) => (cluster.uptime = v),
  bytesPerParameter: ({ cluster }, v) => (cluster.bytesPerParameter = v),
  failedRuns: ({ costs }, v) => (costs.failedRuns.share = v),
  experiments: ({ costs }, v) => (costs.experiments.share = v),
  postTraining: ({ costs }, v) => (costs.postTraining.share = v),
  evaluation: ({ costs }, v) => (costs.evaluation.share = v),
  dataPrice: ({ costs }, v) => (costs.dataUsdPerTrillionTokens = v),
  people: ({ costs }, v) => (costs.staff.people = v),
  salary: ({ costs }, v) => (costs.staff.usdPerPersonYear = v),
  fixedUsd: ({ costs }, v) => (costs.fixedUsdPerRun = v),
  fixedDays: ({ costs }, v) => (costs.fixedDaysPerRun = v),
  usdPerKwh: ({ costs }, v) => (costs.energy.usdPerKwh = v),
  pue: ({ costs }, v) => (costs.energy.pue = v),
  serverMultiplier: ({ costs }, v) => (costs.energy.serverMultiplier = v),
  averageLoad: ({ costs }, v) => (costs.energy.averageLoad = v),
  gramsCo2PerKwh: ({ costs }, v) => (costs.energy.gramsCo2PerKwh = v),
  inferenceTokens: ({ costs }, v) => (costs.inference.tokens = v),
  inferenceMfu: ({ costs }, v) => (costs.inference.mfu = v)
} as const satisfies Record<string, (prices: Prices, value: number) => void>

export const COST_INPUTS = Object.keys(WRITE) as (keyof typeof WRITE)[]
export type CostInput = keyof typeof WRITE

/** What is believed about them. */
export type CostBeliefs = ReadonlyMap<CostInput, Shape>

export const COST_DRAWS = 2048

export interface CostDraws {
  usdPerFlop: Float64Array
  daysPerFlop: Float64Array
  usdPerToken: Float64Array
  /** Staff during the fixed days included. */
  fixedUsd: Float64Array
  fixedDays: Float64Array
  parametersPerAccelerator: Float64Array
  servingUsdPerParameter: Float64Array
  /** Whether a run pays, or takes, more that is uncertain than its FLOP. */
  besides: { usd: boolean; days: boolean }
  means: {
    partsPerFlop: { compute: number; failedRuns: number; experiments: number; postTraining: number; evaluation: number; staff: number; energy: number }
    hoursPerFlop: number
    kwhPerFlop: number
    gramsCo2PerKwh: number
    fixedUsd: number
    fixedStaffUsd: number
    servingUsdPerParameter: number
  }
}

// Kept for the next answer: plans share the parts that an edit did not touch.
let last: { prices: Prices; shapes: Shape[]; draws: CostDraws } | undefined

/** Null without beliefs. A pure function of its arguments. */
export function costDraws(prices: Prices, beliefs: CostBeliefs): CostDraws | null {
  if (beliefs.size === 0) return null
  const shapes = [...beliefs.values()]
  const known =
    last !== undefined &&
    last.prices.accelerator === prices.accelerator &&
    last.prices.cluster === prices.cluster &&
    last.prices.costs === prices.costs &&
    last.shapes.length === shapes.length &&
    shapes.every((shape, i) => shape === last!.shapes[i])
  if (!known) last = { prices, shapes, draws: made(prices, beliefs) }
  return last!.draws
}

/** Dimension of the draws: price, MFU, then `COST_INPUTS` in their order. */
function made(prices: Prices, beliefs: CostBeliefs): CostDraws {
  const here = writable(prices)
  const columns = COST_INPUTS.flatMap((id, at) => {
    const shape = beliefs.get(id)
    return shape === undefined ? [] : [{ id, values: drawn(shape, at + 2) }]
  })
  const price = ranged(prices.costs.pricePerHourUsd, 0)
  const mfu = ranged(prices.cluster.mfu, 1)
  const column = (): Float64Array => new Float64Array(COST_DRAWS)
  const out: CostDraws = {
    usdPerFlop: column(),
    daysPerFlop: column(),
    usdPerToken: column(),
    fixedUsd: column(),
    fixedDays: column(),
    parametersPerAccelerator: column(),
    servingUsdPerParameter: column(),
    besides: { usd: false, days: false },
    means: {
      partsPerFlop: { compute: 0, failedRuns: 0, experiments: 0, postTraining: 0, evaluation: 0, staff: 0, energy: 0 },
      hoursPerFlop: 0,
      kwhPerFlop: 0,
      gramsCo2PerKwh: 0,
      fixedUsd: 0,
      fixedStaffUsd: 0,
      servingUsdPerParameter: 0
    }
  }
  const { means } = out
  const parts = means.partsPerFlop
  for (let s = 0; s < COST_DRAWS; s++) {
    for (const { id, values } of columns) here.write(id, values[s]!)
    const exact = exactCosts(here.prices)
    const [P, M] = [price[s]!, 1 / mfu[s]!]
    const compute = exact.hours * P * M
    out.usdPerFlop[s] = (exact.rentHours * P + exact.timeUsd) * M
    out.daysPerFlop[s] = exact.days * M
    out.usdPerToken[s] = exact.usdPerToken
    out.fixedUsd[s] = exact.fixedUsd + exact.fixedStaffUsd
    out.fixedDays[s] = exact.fixedDays
    out.parametersPerAccelerator[s] = exact.parametersPerAccelerator
    out.servingUsdPerParameter[s] = exact.servingHours * P
    parts.compute += compute / COST_DRAWS
    parts.failedRuns += (compute * exact.shares.failedRuns) / COST_DRAWS
    parts.experiments += (compute * exact.shares.experiments) / COST_DRAWS
    parts.postTraining += (compute * exact.shares.postTraining) / COST_DRAWS
    parts.evaluation += (compute * exact.shares.evaluation) / COST_DRAWS
    parts.staff += (exact.staffUsd * M) / COST_DRAWS
    parts.energy += (exact.energyUsd * M) / COST_DRAWS
    means.hoursPerFlop += (exact.hours * M) / COST_DRAWS
    means.kwhPerFlop += (exact.kwh * M) / COST_DRAWS
    means.gramsCo2PerKwh += exact.gramsCo2PerKwh / COST_DRAWS
    means.fixedUsd += exact.fixedUsd / COST_DRAWS
    means.fixedStaffUsd += exact.fixedStaffUsd / COST_DRAWS
    means.servingUsdPerParameter += out.servingUsdPerParameter[s]! / COST_DRAWS
  }
  out.besides.usd = varies(out.usdPerToken) || varies(out.fixedUsd)
  out.besides.days = varies(out.fixedDays)
  return out
}

const varies = (column: Float64Array): boolean => column.some((value) => value !== column[0])

function drawn(shape: Shape, dimension: number): Float64Array {
  const column = evenUniforms(dimension, COST_DRAWS)
  shape.fillQuantiles(column, column)
  return column
}

/** A number, or a 90 % range as log-normal. */
function ranged(value: Belief, dimension: number): Float64Array {
  const { mu, sigma } = logNormalOf(value)
  const column = new Float64Array(COST_DRAWS).fill(typeof value === 'number' ? value : Math.exp(mu))
  return sigma === 0 ? column : drawn(logNormal({ median: Math.exp(mu), sigma }), dimension)
}

/** Prices that can be written over by the name of an input, draw after draw, without making a plan for each. */
export function writable(prices: Prices): { prices: Prices; write(id: CostInput, value: number): void } {
  const own: Prices = structuredClone({ accelerator: prices.accelerator, cluster: prices.cluster, costs: prices.costs })
  return { prices: own, write: (id, value) => WRITE[id](own, value) }
}
