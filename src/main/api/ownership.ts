/** What a call left out of the hardware that it buys, filled in from the catalogue and the published method, and named. */
import type { ParsedInput } from '../../shared/contract'
import { note } from '../../shared/notes'
import type { Note } from '../../shared/notes'
import { DAYS_PER_YEAR } from '../engine/cost'
import type { Ownership } from '../engine/hardwareCost/ownership'
import { DEPRECIATION_OOM_PER_YEAR, INTERCONNECT_SHARE, serverOf } from '../engine/hardwareCost/published'
import { oldPrice } from '../engine/warnings'
import type { KnownAccelerator } from './accelerators'

export interface OwnedHardware {
  /** Null when no purchase price is given or listed. */
  ownership: Ownership | null
  /** Date of the purchase price. */
  priceAsOf: string
  /** Year in which the run starts, which decides the price of electricity. */
  startYear: number
  warnings: Note[]
}

/** Before any price is known: the date of the catalogue's listings. */
const LISTINGS = '2025-03'

/** The middle of the catalogue's purchase listings stands in for a price; the purchase is on the price's date and the run starts at once unless told. */
export function ownershipOf(
  given: ParsedInput<'costs.estimate'>['ownership'],
  accelerator: Pick<KnownAccelerator, 'id' | 'name'>,
  known: readonly KnownAccelerator[],
  today: string
): OwnedHardware {
  const listed = known.find(({ id }) => id === accelerator.id)
  const listing = listed?.purchaseUsd ? Math.sqrt(listed.purchaseUsd.low * listed.purchaseUsd.high) : null
  const chipPriceUsd = given?.chipPriceUsd ?? listing
  const priceAsOf = given?.priceAsOf ?? given?.purchased ?? listed?.asOf ?? LISTINGS
  const purchased = given?.purchased ?? (given?.start !== undefined && given.start < priceAsOf ? given.start : priceAsOf)
  const start = given?.start ?? purchased
  const startYear = Number(start.slice(0, 4))
  if (chipPriceUsd === null)
    return { ownership: null, priceAsOf, startYear, warnings: [note('no-chip-price', { accelerator: accelerator.name }, 'ownership.chipPriceUsd')] }
  const byListing = given?.chipPriceUsd === undefined
  return {
    ownership: {
      chipPriceUsd,
      serverOverhead: given?.serverOverhead ?? serverOf(accelerator.name).serverOverhead,
      interconnectShare: given?.interconnectShare ?? INTERCONNECT_SHARE,
      depreciationOomPerYear: given?.depreciationOomPerYear ?? DEPRECIATION_OOM_PER_YEAR,
      yearsBeforeStart: yearsBetween(purchased, start)
    },
    priceAsOf,
    startYear,
    warnings: [
      ...(byListing
        ? [note('chip-price-default', { accelerator: accelerator.name, usd: chipPriceUsd, date: listed?.asOf ?? priceAsOf }, 'ownership.chipPriceUsd')]
        : []),
      ...(byListing ? oldPrice(listed?.asOf ?? priceAsOf, 'ownership.priceAsOf', today) : [])
    ]
  }
}

/** Years from one date (year and month, perhaps day) to another by the calendar; a month is a twelfth of a year. */
function yearsBetween(from: string, to: string): number {
  const [year = 0, month = 1, day = 1] = to.split('-').map(Number)
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number)
  return Math.max(0, year - fromYear + (month - fromMonth) / 12 + (day - fromDay) / DAYS_PER_YEAR)
}
