/** The catalogue of accelerators as the procedures that cost hardware read it. */
import type { CatalogueRow } from '../catalogues'

export interface KnownAccelerator {
  id: string
  name: string
  peakFlopPerSecond: number
  memoryBytes: number
  powerWatts: number
  source: string
  /** On-demand rent per hour and purchase price, USD as of `asOf`; null where none is listed. */
  pricePerHourUsd: { low: number; median: number; high: number } | null
  purchaseUsd: { low: number; high: number } | null
  asOf: string
}

/** Rows of the catalogue; a row that is not one means a damaged installation and throws. */
export function acceleratorsOf(rows: readonly CatalogueRow[]): KnownAccelerator[] {
  return rows.map((row) => {
    if (!isAccelerator(row)) throw new Error(`the catalogue of accelerators has a damaged row, ${JSON.stringify(row.id)}: install the app again`)
    return row
  })
}

const isAccelerator = (row: CatalogueRow): row is CatalogueRow & KnownAccelerator =>
  [row.id, row.name, row.source, row.asOf].every((text) => typeof text === 'string') &&
  [row.peakFlopPerSecond, row.memoryBytes, row.powerWatts].every((value) => typeof value === 'number' && value > 0) &&
  isPrice(row.pricePerHourUsd, ['low', 'median', 'high']) &&
  isPrice(row.purchaseUsd, ['low', 'high'])

const isPrice = (price: unknown, of: readonly string[]): boolean =>
  price === null || (typeof price === 'object' && of.every((end) => typeof (price as Record<string, unknown>)[end] === 'number'))
