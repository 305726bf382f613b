/** What multiplies C, D and a run: the means, or what each does not exceed with some chance. */
import type { Factor } from './factor'

export interface Rates {
  usdPerFlop: number
  daysPerFlop: number
  usdPerToken: number
  /** USD that every run pays besides, staff during its fixed days included. */
  fixedUsd: number
  fixedDays: number
  /** Parameters in memory per accelerator, of which fewer are worse. */
  parametersPerAccelerator: number
}

export interface UncertainRates {
  /** USD per FLOP: rent and its surcharges, staff, billed energy. */
  usdPerFlop: Factor
  /** Calendar days per FLOP. */
  daysPerFlop: Factor
  mean: Rates
  /**
   * Each rate at its own quantile. Added up over the runs of a path that is exact for each rate, because all runs share it. Adding up different rates is exact where
   * one of them is uncertain; else it takes them to be bad together, which is cautious for a chance above 50 %.
   */
  at(chance: number): Rates
}

export function uncertainRates(rates: Record<keyof Rates, Factor>): UncertainRates {
  const of = (value: (factor: Factor, fewerAreWorse: boolean) => number): Rates => ({
    usdPerFlop: value(rates.usdPerFlop, false),
    daysPerFlop: value(rates.daysPerFlop, false),
    usdPerToken: value(rates.usdPerToken, false),
    fixedUsd: value(rates.fixedUsd, false),
    fixedDays: value(rates.fixedDays, false),
    parametersPerAccelerator: value(rates.parametersPerAccelerator, true)
  })
  const known = new Map<number, Rates>()
  return {
    usdPerFlop: rates.usdPerFlop,
    daysPerFlop: rates.daysPerFlop,
    mean: of(({ mean }) => mean),
    at: (chance) => {
      const there = known.get(chance) ?? of(({ quantile }, fewerAreWorse) => quantile(fewerAreWorse ? 1 - chance : chance))
      known.set(chance, there)
      return there
    }
  }
}
