/** costs.accelerators of the contract: the estimate of one run, once for each accelerator of the catalogue. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, note, type NoAnswer } from '../../shared/notes'
import type { KnownAccelerator } from './accelerators'

type Estimate = Exclude<Output<'costs.estimate'>, NoAnswer>
type Compared = Output<'costs.accelerators'>
type Row = Compared['accelerators'][number]

/** A rent that stands in where none is listed: what it decides is left out, and surcharges on owned hardware are shares, in which it cancels. */
const ANY_RENT = { pricePerHourUsd: 1 } as const

/**
 * @param count accelerators of the cluster
 * @param estimate of the run on one kind of them, with these costs instead of the listed ones
 */
export function comparedAccelerators(
  known: readonly KnownAccelerator[],
  count: number,
  estimate: (hardware: string, costs: Partial<NonNullable<ParsedInput<'costs.estimate'>['costs']>>) => Output<'costs.estimate'>
): Compared {
  const estimates = known.map((row) => ({ row, of: answered(estimate(row.id, row.pricePerHourUsd === null ? ANY_RENT : {})) }))
  const first = estimates[0]!.of
  // What is said of the price of one accelerator is in its row; what is left is said of all.
  const common = first.warnings.filter(({ code }) => estimates.every(({ of }) => of.warnings.some((other) => other.code === code)) && !OF_ONE.has(code))
  return { C: first.C, accelerators: estimates.map(({ row, of }) => rowOf(row, of, count)), warnings: [...common, note('accelerators-same-mfu')] }
}

/** Notes about the purchase price of one accelerator. */
const OF_ONE: ReadonlySet<string> = new Set(['chip-price-default', 'no-chip-price'])

function rowOf(row: KnownAccelerator, { acceleratorHours, days, energyKwh, co2Kg, memory, methods }: Estimate, count: number): Row {
  const { id, name, pricePerHourUsd, asOf, source } = row
  return {
    id,
    name,
    acceleratorHours,
    days,
    energyKwh,
    co2Kg,
    minAccelerators: memory.minAccelerators,
    fits: memory.minAccelerators <= count,
    usd: {
      rent: pricePerHourUsd === null ? null : methods.rent.total,
      amortised: methods.amortised?.total ?? null,
      purchase: methods.purchase?.total ?? null
    },
    usdPerHour: pricePerHourUsd?.median ?? null,
    asOf,
    source,
    missing: [
      ...(pricePerHourUsd === null ? [note('no-rent-listed', { accelerator: name })] : []),
      ...(methods.purchase === null ? [note('no-purchase-listed', { accelerator: name })] : [])
    ]
  }
}

function answered(estimate: Output<'costs.estimate'>): Estimate {
  if (isNoAnswer(estimate)) throw new Error(`a listed accelerator with a rent has an estimate: ${estimate.detail}`)
  return estimate
}
