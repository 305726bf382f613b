/**
 * Figures of the hardware cost method of Cottier et al. 2024 (The rising costs of training frontier AI models, arXiv:2405.21015, §2 and its code at
 * epoch-research/training-cost-trends, 263c40a1). All are defaults that a caller may replace.
 */

/** A kind of accelerator is found by its name, as in the published code; `OTHERS` stands for all others. */
interface Row {
  name: RegExp
  /** Price of a server over that of its accelerators. */
  serverOverhead: number
  /** Rated power of a server over that of its accelerators: DGX H100 10.2 kW, DGX A100 6.5 kW, mean of DGX-1 and DGX-2 for the V100; TPUs: Jouppi et al. 2021. */
  serverPower: number
  /** Average over rated power while training. */
  averageLoad: number
  /** Rated watts where catalogues list a measured mean, which must not be multiplied by a load again. */
  ratedWatts?: number
}

const ROWS: readonly Row[] = [
  { name: /H100/i, serverOverhead: 1.64, serverPower: 1.82, averageLoad: 0.75 },
  { name: /A100/i, serverOverhead: 1.66, serverPower: 2.03, averageLoad: 0.75 },
  { name: /V100/i, serverOverhead: 1.69, serverPower: 1.67, averageLoad: 0.75 },
  { name: /P100/i, serverOverhead: 1.54, serverPower: 1.8, averageLoad: 0.75 },
  { name: /TPU.*v2/i, serverOverhead: 1.64, serverPower: 1.64, averageLoad: 0.43 },
  { name: /TPU.*v3/i, serverOverhead: 1.64, serverPower: 1.47, averageLoad: 0.43 },
  { name: /TPU.*v4/i, serverOverhead: 1.64, serverPower: 1.56, averageLoad: 0.43, ratedWatts: 373 },
  { name: /TPU/i, serverOverhead: 1.64, serverPower: 1.56, averageLoad: 0.43 }
]
const OTHERS: Omit<Row, 'name'> = { serverOverhead: 1.64, serverPower: 1.8, averageLoad: 0.75 }

/** Server overhead, server power, load and perhaps rated power of an accelerator, by its name. */
export const serverOf = (name: string): Omit<Row, 'name'> => ROWS.find((row) => row.name.test(name)) ?? OTHERS

/** Share of a cluster's price that its interconnect takes. */
export const INTERCONNECT_SHARE = 0.19
/** Orders of magnitude by which the price of the same performance falls in a year (Hobbhahn et al. 2023). */
export const DEPRECIATION_OOM_PER_YEAR = 0.14
export const HOURS_PER_YEAR = 8766

/** USD per kWh, mean of US industry by year (EIA, as in the published code). */
const USD_PER_KWH: readonly (readonly [year: number, usd: number])[] = [
  [2015, 0.0691],
  [2016, 0.0676],
  [2017, 0.0688],
  [2018, 0.0692],
  [2019, 0.0681],
  [2020, 0.0667],
  [2021, 0.0718],
  [2022, 0.0832],
  [2023, 0.0806],
  [2024, 0.0771],
  [2025, 0.0826]
]

/** The price of a year, or of the nearest year that is known: `year` says which. */
export function usdPerKwhIn(wanted: number): { usd: number; year: number } {
  const [year, usd] = USD_PER_KWH.reduce((best, row) => (Math.abs(row[0] - wanted) < Math.abs(best[0] - wanted) ? row : best))
  return { usd, year }
}
