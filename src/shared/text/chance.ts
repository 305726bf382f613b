/** A chance that was counted in draws, with as many digits as its error leaves it: `62.1 % ± 0.2`. */
import type { EstimateOut } from '../contract/simulate'

const NBSP = '\u00a0'
const MOST_DECIMALS = 3

/** Decimals of a percentage at which an error of so many percentage points shows one digit. */
const decimalsFor = (error: number): number => (error > 0 ? Math.min(MOST_DECIMALS, Math.max(0, -Math.floor(Math.log10(error) + 1e-9))) : 1)

/**
 * The chance as a percentage, and its standard error in percentage points (null where it cannot be told, "<0.001" where it is smaller than any digit shown).
 * What is neither impossible nor certain is never rounded to 0 or 100 %.
 */
export function formatChance({ value, standardError }: EstimateOut): { p: string; error: string | null } {
  if (value === null) return { p: '–', error: null }
  const error = standardError === null ? null : standardError * 100
  const decimals = decimalsFor(error ?? 0)
  const least = 10 ** -decimals
  const percent = value * 100
  const rounded = Number(percent.toFixed(decimals))
  const shown =
    percent > 0 && rounded < least
      ? `<${NBSP}${least.toFixed(decimals)}`
      : percent < 100 && rounded >= 100
        ? `>${NBSP}${(100 - least).toFixed(decimals)}`
        : percent === 0 || percent === 100
          ? String(percent)
          : percent.toFixed(decimals)
  return { p: `${shown}${NBSP}%`, error: error === null ? null : error > 0 && error < least / 2 ? `<${NBSP}${least}` : Number(error.toPrecision(1)).toString() }
}

/** `62.1 % ± 0.2`. */
export const chanceText = (estimate: EstimateOut): string => {
  const { p, error } = formatChance(estimate)
  return error === null ? p : `${p}${NBSP}±${NBSP}${error}`
}
