/**
 * Money, calendar time, energy and memory of a run of C FLOP on D tokens.
 * hours = C/(peak·MFU·3600); days = C/(accelerators·peak·MFU·uptime·86 400) + fixed days.
 * usd = C·Z + data + fixed, where Z (USD per FLOP) gathers rent with its surcharges, staff and billed energy: one factor for every run of the plan.
 * Sources: Cottier et al. 2024 (energy, overheads); Rajbhandari et al. 2020 (bytes per parameter).
 */
import type { Accelerator, Cluster, Costs } from '../../shared/plan/schema'
import { logNormalOf, medianOf, priceFactor, scaledLogNormal, type Factor, type LogNormal } from './factor'

export const DAYS_PER_YEAR = 365.25
const SECONDS_PER_HOUR = 3600
const SECONDS_PER_DAY = 86_400
const TRILLION = 1e12

export interface Spending {
  accelerator: Accelerator
  cluster: Cluster
  costs: Costs
  /** Unique tokens that can be bought; a repeated token is bought once. Null when not limited. */
  uniqueTokens: number | null
  /** Tokens that finished runs have paid for: none when left out. */
  boughtTokens?: number
}

export type UsdParts = {
  compute: number
  failedRuns: number
  experiments: number
  postTraining: number
  evaluation: number
  data: number
  staff: number
  energy: number
  fixed: number
}

/** The prices of a plan, reduced to what multiplies C, D, N and a run. */
export interface CostModel {
  /** USD per FLOP: rent and its surcharges, staff, billed energy. Uncertain through price and MFU. */
  usdPerFlop: Factor
  /** Calendar days per FLOP. Uncertain through MFU. */
  daysPerFlop: Factor
  /** What the two factors are made of: usdPerFlop = (rentHours·price + timeUsd)/MFU, daysPerFlop = days/MFU, and serving takes servingHours·price. All per FLOP but the last, which is per active parameter. */
  atMfu1: { rentHours: number; timeUsd: number; days: number; servingHours: number }
  /** Means per FLOP of the parts of `usdPerFlop`. */
  partsPerFlop: { compute: number; failedRuns: number; experiments: number; postTraining: number; evaluation: number; staff: number; energy: number }
  hoursPerFlop: number
  kwhPerFlop: number
  gramsCo2PerKwh: number
  usdPerToken: number
  uniqueTokens: number | null
  boughtTokens: number
  fixedUsd: number
  /** Staff during the fixed days of a run. */
  fixedStaffUsd: number
  fixedDays: number
  /** USD per active parameter for serving the plan's inference volume. */
  servingUsdPerParameter: number
  /** Parameters in memory per accelerator. */
  parametersPerAccelerator: number
}

/** The cost model of a plan's accelerator, cluster and prices. */
export function costModel({ accelerator, cluster, costs, uniqueTokens, boughtTokens = 0 }: Spending): CostModel {
  const price = logNormalOf(costs.pricePerHourUsd)
  const utilisation = logNormalOf(cluster.mfu)
  const slowness: LogNormal = { mu: -utilisation.mu, sigma: utilisation.sigma } // 1/MFU
  const hours = 1 / (accelerator.peakFlopPerSecond * SECONDS_PER_HOUR) // per FLOP at MFU 1
  const days = 1 / (cluster.accelerators * accelerator.peakFlopPerSecond * cluster.uptime * SECONDS_PER_DAY)

  // A surcharge multiplies bare compute, or compute and failed runs together; failed runs themselves always multiply bare compute.
  const training = 1 + costs.failedRuns.share
  const multiplier = (overhead: Costs['experiments']): number => overhead.share * (overhead.of === 'training' ? training : 1)
  const shares = {
    compute: 1,
    failedRuns: costs.failedRuns.share,
    experiments: multiplier(costs.experiments),
    postTraining: multiplier(costs.postTraining),
    evaluation: multiplier(costs.evaluation)
  }
  const rent = hours * (shares.compute + shares.failedRuns + shares.experiments + shares.postTraining + shares.evaluation) // accelerator-hours with surcharges
  const staffPerDay = (costs.staff.people * costs.staff.usdPerPersonYear) / DAYS_PER_YEAR
  const kwh = (hours * accelerator.powerWatts * costs.energy.serverMultiplier * costs.energy.averageLoad * costs.energy.pue) / 1000
  const energy = costs.energy.billed ? kwh * costs.energy.usdPerKwh : 0

  const timeUsd = staffPerDay * days + energy
  const servingHours = (2 * costs.inference.tokens * hours) / costs.inference.mfu // 2·N FLOP per token served (Kaplan et al. 2020), at the serving MFU

  const meanSlowness = scaledLogNormal(1, slowness).mean
  const meanRate = scaledLogNormal(1, price).mean * meanSlowness * hours // price and MFU are independent
  return {
    usdPerFlop: priceFactor(rent, price, timeUsd, slowness),
    daysPerFlop: scaledLogNormal(days, slowness),
    atMfu1: { rentHours: rent, timeUsd, days, servingHours },
    partsPerFlop: {
      compute: meanRate * shares.compute,
      failedRuns: meanRate * shares.failedRuns,
      experiments: meanRate * shares.experiments,
      postTraining: meanRate * shares.postTraining,
      evaluation: meanRate * shares.evaluation,
      staff: staffPerDay * days * meanSlowness,
      energy: energy * meanSlowness
    },
    hoursPerFlop: hours * meanSlowness,
    kwhPerFlop: kwh * meanSlowness,
    gramsCo2PerKwh: costs.energy.gramsCo2PerKwh,
    usdPerToken: costs.dataUsdPerTrillionTokens / TRILLION,
    uniqueTokens,
    boughtTokens,
    fixedUsd: costs.fixedUsdPerRun,
    fixedStaffUsd: staffPerDay * costs.fixedDaysPerRun,
    fixedDays: costs.fixedDaysPerRun,
    servingUsdPerParameter: servingHours * scaledLogNormal(1, price).mean,
    parametersPerAccelerator: accelerator.memoryBytes / cluster.bytesPerParameter
  }
}

/** USD of the data of a run on D tokens: each unique token is bought once, however often it is seen, and not again when a finished run has paid for it. */
export const dataUsd = (model: CostModel, D: number): number =>
  model.usdPerToken * Math.max(0, (model.uniqueTokens === null ? D : Math.min(D, model.uniqueTokens)) - model.boughtTokens)

/** USD of a run of C FLOP on D tokens when a FLOP costs `usdPerFlop`. */
export const usdAt = (model: CostModel, C: number, D: number, usdPerFlop: number): number =>
  C * usdPerFlop + dataUsd(model, D) + model.fixedUsd + model.fixedStaffUsd

/** Days of a run of C FLOP when a FLOP takes `daysPerFlop`. */
export const daysAt = (model: CostModel, C: number, daysPerFlop: number): number => C * daysPerFlop + model.fixedDays

/** Expected USD of a run, part by part. */
export function usdParts(model: CostModel, C: number, D: number): UsdParts {
  const { compute, failedRuns, experiments, postTraining, evaluation, staff, energy } = model.partsPerFlop
  return {
    compute: C * compute,
    failedRuns: C * failedRuns,
    experiments: C * experiments,
    postTraining: C * postTraining,
    evaluation: C * evaluation,
    data: dataUsd(model, D),
    staff: C * staff + model.fixedStaffUsd,
    energy: C * energy,
    fixed: model.fixedUsd
  }
}

/** USD of serving the plan's inference volume with N active parameters. */
export const servingUsd = (model: CostModel, N: number): number => N * model.servingUsdPerParameter

/** Fewest accelerators whose memory holds weights, gradients and optimiser state of `totalN` parameters; a floor, since activations come on top. */
export const minAccelerators = (model: CostModel, totalN: number): number => Math.ceil((totalN / model.parametersPerAccelerator) * (1 - 1e-12))

/** Median USD per accelerator-hour and MFU: what the sliders show. */
export const centralRates = ({ cluster, costs }: { cluster: Cluster; costs: Costs }): { pricePerHourUsd: number; mfu: number } => ({
  pricePerHourUsd: medianOf(costs.pricePerHourUsd),
  mfu: medianOf(cluster.mfu)
})
