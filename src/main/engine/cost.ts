/**
 * Money, calendar time, energy and memory of a run of C FLOP on D tokens.
 * hours = C/(peak·MFU·3600); days = C/(accelerators·peak·MFU·uptime·86 400) + fixed days.
 * usd = C·Z + data + fixed, where Z (USD per FLOP) gathers rent with its surcharges, staff and billed energy: one factor for every run of the plan.
 * Price and MFU may be 90 % ranges (closed forms); what else is believed is averaged over draws (`costDraws.ts`).
 */
import type { Accelerator, Cluster, Costs } from '../../shared/plan/schema'
import { costDraws, type CostBeliefs, type CostDraws } from './costDraws'
import { uncertainRates, type Rates, type UncertainRates } from './costRates'
import { exactCosts, type ExactCosts } from './exactCosts'
import { certainly, drawnFactor, logNormalOf, medianOf, priceFactor, scaledLogNormal, type LogNormal } from './factor'

export { DAYS_PER_YEAR } from './exactCosts'

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

/** The prices of a plan, reduced to what multiplies C, D, N and a run. Where there are beliefs, plain numbers are means. */
export interface CostModel extends UncertainRates {
  /** usdPerFlop = (rentHours·price + timeUsd)/MFU and so on, with every belief at its central value. */
  atMfu1: ExactCosts
  /** Means per FLOP of the parts of `usdPerFlop`. */
  partsPerFlop: { compute: number; failedRuns: number; experiments: number; postTraining: number; evaluation: number; staff: number; energy: number }
  hoursPerFlop: number
  kwhPerFlop: number
  gramsCo2PerKwh: number
  uniqueTokens: number | null
  boughtTokens: number
  /** `mean.fixedUsd` without, and of it only, the staff during the fixed days of a run. */
  fixedUsd: number
  fixedStaffUsd: number
  /** USD per active parameter for serving the plan's inference volume. */
  servingUsdPerParameter: number
  /** All of it in each draw of the beliefs; null where price and MFU alone are ranges. */
  draws: CostDraws | null
}

/** The cost model of a plan's accelerator, cluster and prices, averaged over what is believed about them. */
export function costModel({ accelerator, cluster, costs, uniqueTokens, boughtTokens = 0 }: Spending, beliefs: CostBeliefs | null = null): CostModel {
  const atMfu1 = exactCosts({ accelerator, cluster, costs })
  const draws = beliefs && costDraws({ accelerator, cluster, costs }, beliefs)
  const rates = draws === null ? closedForm({ cluster, costs }, atMfu1) : averaged(draws)
  return { ...rates, atMfu1, draws, uniqueTokens, boughtTokens }
}

type Averages = Omit<CostModel, 'atMfu1' | 'draws' | 'uniqueTokens' | 'boughtTokens'>

function closedForm({ cluster, costs }: Pick<Spending, 'cluster' | 'costs'>, exact: ExactCosts): Averages {
  const price = logNormalOf(costs.pricePerHourUsd)
  const utilisation = logNormalOf(cluster.mfu)
  const slowness: LogNormal = { mu: -utilisation.mu, sigma: utilisation.sigma } // 1/MFU
  const meanSlowness = scaledLogNormal(1, slowness).mean
  const meanRate = scaledLogNormal(1, price).mean * meanSlowness * exact.hours // price and MFU are independent
  const { failedRuns, experiments, postTraining, evaluation } = exact.shares
  const usdPerFlop = priceFactor(exact.rentHours, price, exact.timeUsd, slowness)
  const daysPerFlop = scaledLogNormal(exact.days, slowness)
  return {
    ...uncertainRates({
      usdPerFlop,
      daysPerFlop,
      usdPerToken: certainly(exact.usdPerToken),
      fixedUsd: certainly(exact.fixedUsd + exact.fixedStaffUsd),
      fixedDays: certainly(exact.fixedDays),
      parametersPerAccelerator: certainly(exact.parametersPerAccelerator)
    }),
    partsPerFlop: {
      compute: meanRate,
      failedRuns: meanRate * failedRuns,
      experiments: meanRate * experiments,
      postTraining: meanRate * postTraining,
      evaluation: meanRate * evaluation,
      staff: exact.staffUsd * meanSlowness,
      energy: exact.energyUsd * meanSlowness
    },
    hoursPerFlop: exact.hours * meanSlowness,
    kwhPerFlop: exact.kwh * meanSlowness,
    gramsCo2PerKwh: exact.gramsCo2PerKwh,
    fixedUsd: exact.fixedUsd,
    fixedStaffUsd: exact.fixedStaffUsd,
    servingUsdPerParameter: exact.servingHours * scaledLogNormal(1, price).mean
  }
}

function averaged(draws: CostDraws): Averages {
  const { means } = draws
  return {
    ...uncertainRates({
      usdPerFlop: drawnFactor(draws.usdPerFlop),
      daysPerFlop: drawnFactor(draws.daysPerFlop),
      usdPerToken: drawnFactor(draws.usdPerToken),
      fixedUsd: drawnFactor(draws.fixedUsd),
      fixedDays: drawnFactor(draws.fixedDays),
      parametersPerAccelerator: drawnFactor(draws.parametersPerAccelerator)
    }),
    partsPerFlop: means.partsPerFlop,
    hoursPerFlop: means.hoursPerFlop,
    kwhPerFlop: means.kwhPerFlop,
    gramsCo2PerKwh: means.gramsCo2PerKwh,
    fixedUsd: means.fixedUsd,
    fixedStaffUsd: means.fixedStaffUsd,
    servingUsdPerParameter: means.servingUsdPerParameter
  }
}

/** Tokens that a run on D tokens pays for: each unique token is bought once, however often it is seen, and not again when a finished run has paid for it. */
export const tokensPaid = ({ uniqueTokens, boughtTokens }: Pick<CostModel, 'uniqueTokens' | 'boughtTokens'>, D: number): number =>
  Math.max(0, (uniqueTokens === null ? D : Math.min(D, uniqueTokens)) - boughtTokens)

/** USD of the data of a run on D tokens. */
export const dataUsd = (model: CostModel, D: number, { usdPerToken }: Pick<Rates, 'usdPerToken'> = model.mean): number => usdPerToken * tokensPaid(model, D)

/** USD of a run of C FLOP on D tokens. */
export const usdAt = (model: CostModel, C: number, D: number, rates: Pick<Rates, 'usdPerFlop' | 'usdPerToken' | 'fixedUsd'> = model.mean): number =>
  C * rates.usdPerFlop + dataUsd(model, D, rates) + rates.fixedUsd

/** Days of a run of C FLOP. */
export const daysAt = ({ daysPerFlop, fixedDays }: Pick<Rates, 'daysPerFlop' | 'fixedDays'>, C: number): number => C * daysPerFlop + fixedDays

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
export const minAccelerators = ({ parametersPerAccelerator }: Pick<Rates, 'parametersPerAccelerator'>, totalN: number): number =>
  Math.ceil((totalN / parametersPerAccelerator) * (1 - 1e-12))

/** Median USD per accelerator-hour and MFU: what the sliders show. */
export const centralRates = ({ cluster, costs }: { cluster: Cluster; costs: Costs }): { pricePerHourUsd: number; mfu: number } => ({
  pricePerHourUsd: medianOf(costs.pricePerHourUsd),
  mfu: medianOf(cluster.mfu)
})
