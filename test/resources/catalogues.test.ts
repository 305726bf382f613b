import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { acceleratorSchema } from '../../src/shared/plan/schema'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../resources/catalogues/${name}.json`, import.meta.url), 'utf8')) as { about: string; rows: Record<string, unknown>[] }
const sourced = { id: z.string().min(1), source: z.string().min(8), asOf: z.string().regex(/^\d{4}-\d{2}$/) }

const rowSchemas = {
  accelerators: z.strictObject({
    ...sourced,
    name: z.string(),
    vendor: z.string(),
    year: z.number().int(),
    peakFlopPerSecond: z.number().min(1e13).max(1e16),
    memoryBytes: z.number().min(1e10),
    bandwidthBytesPerSecond: z.number().min(1e11),
    powerWatts: z.number().positive(),
    pricePerHourUsd: z
      .object({ low: z.number(), median: z.number(), high: z.number(), listings: z.number() })
      .refine((r) => r.low <= r.median && r.median <= r.high)
      .nullable(),
    purchaseUsd: z
      .object({ low: z.number(), high: z.number() })
      .refine((r) => r.low <= r.high)
      .nullable(),
    note: z.string().optional()
  }),
  models: z
    .strictObject({
      ...sourced,
      name: z.string(),
      year: z.number().int(),
      N: z.number().positive(),
      totalN: z.number().positive(),
      D: z.number().positive(),
      C: z.number().positive(),
      flopSource: z.string(),
      flopAgreesWithin10Percent: z.boolean()
    })
    .refine((m) => m.totalN >= m.N)
    .refine((m) => Math.abs((6 * m.N * m.D) / m.C - 1) <= 0.1 === m.flopAgreesWithin10Percent),
  capabilities: z.looseObject({
    ...sourced,
    capability: z.string(),
    steepness: z.number().positive(),
    criticalMeans: z.enum(['scale', 'p50', 'first-observed', 'unknown'])
  }),
  benchmarks: z.strictObject({
    ...sourced,
    name: z.string(),
    category: z.string(),
    discriminatesFrom: z.number().positive().nullable(),
    measures: z.array(z.string()).min(1),
    link: z.string()
  }),
  emergences: z.looseObject({ ...sourced, ability: z.string(), reference: z.string(), C: z.number().nullable(), N: z.number().nullable() })
}

describe.each(Object.entries(rowSchemas))('the catalogue of %s', (name, schema) => {
  const { about, rows } = read(name)
  it('says what its figures are', () => expect(about.length).toBeGreaterThan(40))
  it('has a source and a date on every row, and figures that make sense', () => {
    for (const row of rows) expect(schema.safeParse(row), String(row['id'])).toMatchObject({ success: true })
  })
  it('has no id twice', () => expect(new Set(rows.map((r) => r['id'])).size).toBe(rows.length))
})

describe('the catalogues together', () => {
  it('are large enough to plan with: 12 accelerators, 40 models', () => {
    expect(read('accelerators').rows.length).toBeGreaterThanOrEqual(12)
    expect(read('models').rows.length).toBeGreaterThanOrEqual(40)
  })
  it('gives every accelerator in the form that a plan stores', () => {
    for (const row of read('accelerators').rows) expect(acceleratorSchema.safeParse(row).success, String(row['id'])).toBe(true)
  })
  it('keeps H100 at its dense peak, not the doubled sparse figure', () => {
    expect(read('accelerators').rows.find((r) => r['id'] === 'h100-sxm')?.['peakFlopPerSecond']).toBe(989.4e12)
  })
})
