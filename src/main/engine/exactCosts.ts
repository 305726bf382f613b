/**
 * What a plan's prices come to when every one of them is known, at an MFU of 1: the arithmetic that means, quantiles and draws of costs are all made of.
 * Sources: Cottier et al. 2024 (energy, overheads); Kaplan et al. 2020 (2·N FLOP per token served); Rajbhandari et al. 2020 (bytes per parameter).
 */
import type { Accelerator, Cluster, Costs } from '../../shared/plan/schema'

export const DAYS_PER_YEAR = 365.25
const SECONDS_PER_HOUR = 3600
const SECONDS_PER_DAY = 86_400
const TRILLION = 1e12

export interface Prices {
  accelerator: Accelerator
  cluster: Cluster
  costs: Costs
}

/** A run of C FLOP on D tokens pays C·(rentHours·price + timeUsd)/MFU + usdPerToken·D + fixedUsd and takes C·days/MFU + fixedDays. */
export interface ExactCosts {
  /** Accelerator-hours per FLOP, bare and with the surcharges on rent. */
  hours: number
  rentHours: number
  /** What scales with time and not with the price, USD per FLOP: `staffUsd` and, where it is billed, `energyUsd`. */
  timeUsd: number
  staffUsd: number
  energyUsd: number
  /** Calendar days per FLOP. */
  days: number
  kwh: number
  /** Multiples of bare compute. */
  shares: { failedRuns: number; experiments: number; postTraining: number; evaluation: number }
  usdPerToken: number
  /** USD that every run pays besides; and its staff during the fixed days. */
  fixedUsd: number
  fixedStaffUsd: number
  fixedDays: number
  gramsCo2PerKwh: number
  /** Accelerator-hours per active parameter for serving the plan's inference volume. */
  servingHours: number
  /** Parameters in memory per accelerator. */
  parametersPerAccelerator: number
}

export function exactCosts({ accelerator, cluster, costs }: Prices): ExactCosts {
  const hours = 1 / (accelerator.peakFlopPerSecond * SECONDS_PER_HOUR) // per FLOP at MFU 1
  const days = 1 / (cluster.accelerators * accelerator.peakFlopPerSecond * cluster.uptime * SECONDS_PER_DAY)

  // A surcharge multiplies bare compute, or compute and failed runs together; failed runs themselves always multiply bare compute.
  const training = 1 + costs.failedRuns.share
  const multiplier = (overhead: Costs['experiments']): number => overhead.share * (overhead.of === 'training' ? training : 1)
  const failedRuns = costs.failedRuns.share
  const experiments = multiplier(costs.experiments)
  const postTraining = multiplier(costs.postTraining)
  const evaluation = multiplier(costs.evaluation)
  const staffPerDay = (costs.staff.people * costs.staff.usdPerPersonYear) / DAYS_PER_YEAR
  const kwh = (hours * accelerator.powerWatts * costs.energy.serverMultiplier * costs.energy.averageLoad * costs.energy.pue) / 1000
  const staffUsd = staffPerDay * days
  const energyUsd = costs.energy.billed ? kwh * costs.energy.usdPerKwh : 0

  return {
    hours,
    rentHours: hours * (1 + failedRuns + experiments + postTraining + evaluation),
    timeUsd: staffUsd + energyUsd,
    staffUsd,
    energyUsd,
    days,
    kwh,
    shares: { failedRuns, experiments, postTraining, evaluation },
    usdPerToken: costs.dataUsdPerTrillionTokens / TRILLION,
    fixedUsd: costs.fixedUsdPerRun,
    fixedStaffUsd: staffPerDay * costs.fixedDaysPerRun,
    fixedDays: costs.fixedDaysPerRun,
    gramsCo2PerKwh: costs.energy.gramsCo2PerKwh,
    servingHours: (2 * costs.inference.tokens * hours) / costs.inference.mfu,
    parametersPerAccelerator: accelerator.memoryBytes / cluster.bytesPerParameter
  }
}
