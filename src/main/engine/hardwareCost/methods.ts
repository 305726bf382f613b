/**
 * The cost of a run when the hardware is rented, owned and written off, or bought for it. The three differ in what hardware costs and in what failed runs
 * and experiments multiply; data, staff and fixed costs are the same.
 */
import { usdParts, type CostModel, type UsdParts } from '../cost'
import { amortisedUsd, purchaseUsd, type Ownership } from './ownership'

export const METHODS = ['rent', 'amortised', 'purchase'] as const
export type Method = (typeof METHODS)[number]

/** USD by part; `hardware` is rent, worn-off value or purchase. */
export interface MethodUsd extends Omit<UsdParts, 'compute'> {
  hardware: number
  total: number
}

export interface Owned {
  ownership: Ownership
  accelerators: number
  usdPerKwh: number
}

/** Rent per accelerator-hour and what comes on top of it: the cost of `cost.ts`. Energy is charged only where the rent does not pay for it. */
export function rentedUsd(model: CostModel, C: number, D: number): MethodUsd {
  const { compute, ...rest } = usdParts(model, C, D)
  return summed({ hardware: compute, ...rest })
}

/** Worn-off value and energy; failed runs, experiments, post-training and evaluation use hardware and energy in proportion to their compute. */
export function amortisedMethodUsd(model: CostModel, C: number, D: number, owned: Owned): MethodUsd {
  const hardware = amortisedUsd(owned.ownership, C * model.hoursPerFlop).total
  const energy = C * model.kwhPerFlop * owned.usdPerKwh
  return ownedUsd(model, C, D, { hardware, energy, proportional: hardware + energy })
}

/** The whole cluster, whatever it is used for afterwards, and energy; the same machines do failed runs and experiments, which pay for energy only. */
export function purchasedUsd(model: CostModel, C: number, D: number, owned: Owned): MethodUsd {
  const hardware = purchaseUsd(owned.ownership, owned.accelerators).total
  const energy = C * model.kwhPerFlop * owned.usdPerKwh
  return ownedUsd(model, C, D, { hardware, energy, proportional: energy })
}

/** Surcharges in the proportions that they have to bare compute in the plan's terms. */
function ownedUsd(
  model: CostModel,
  C: number,
  D: number,
  { hardware, energy, proportional }: { hardware: number; energy: number; proportional: number }
): MethodUsd {
  const { data, staff, fixed } = usdParts(model, C, D)
  const { compute, failedRuns, experiments, postTraining, evaluation } = model.partsPerFlop
  const surcharge = (part: number): number => (part / compute) * proportional
  return summed({
    hardware,
    energy,
    failedRuns: surcharge(failedRuns),
    experiments: surcharge(experiments),
    postTraining: surcharge(postTraining),
    evaluation: surcharge(evaluation),
    data,
    staff,
    fixed
  })
}

const summed = (parts: Omit<MethodUsd, 'total'>): MethodUsd => ({ ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) })
