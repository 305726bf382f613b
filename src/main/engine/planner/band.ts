/** The band beside a target's curve: how far what is believed leaves F(x; θ) open, without the chance that the link itself describes. */
import { probabilityQuantiles } from './belief'
import { quantilesGiven } from './observedScore'
import type { Setting } from './setting'
import { isWhole, wholeBand } from './wholeBelief'

/** Shares of what is believed that lie below the lines of a band. */
export const BAND = [0.05, 0.25, 0.75, 0.95] as const

/** Quantiles of F(x; θ) of target i over all that is believed, given what finished runs showed: one row for each share of `BAND`. */
export function bandOf({ observed, wanted }: Pick<Setting, 'observed' | 'wanted'>, i: number, lnX: Float64Array): Float64Array[] {
  const { belief } = wanted[i]!
  if (observed !== null) return quantilesGiven(observed, i, lnX, BAND)
  return isWhole(belief) ? wholeBand(belief, lnX, BAND) : BAND.map((q) => probabilityQuantiles(belief, lnX, q))
}
