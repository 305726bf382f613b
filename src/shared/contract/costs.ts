/** `costs.*`: money, time, energy and memory of one run. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { acceleratorSchema, clusterSchema, costsSchema } from '../plan/schema'
import { date, id, number, oneOf, open } from '../plan/rules'
import { n, orNoAnswer, positive, procedure, quantiles, warnings } from './procedure'

/** Hardware that is bought (Cottier et al. 2024); everything has a published default. */
const ownershipSchema = open({
  /** USD of one accelerator when it is bought, and the date of that price; the middle of the catalogue's listings unless given. */
  chipPriceUsd: number({ above: 0, to: 1e9, example: '30000' }).optional(),
  priceAsOf: date.optional(),
  /** When it is bought (the date of the price unless given) and when the run starts (at once unless given). */
  purchased: date.optional(),
  start: date.optional(),
  /** Price of a server over that of its accelerators; by kind of accelerator unless given. */
  serverOverhead: number({ from: 1, to: 100, example: '1.64' }).optional(),
  /** Share of the cluster's price that its interconnect takes. */
  interconnectShare: number({ from: 0, below: 1, example: '0.19' }).default(0.19),
  /** Orders of magnitude that the value falls in a year. */
  depreciationOomPerYear: number({ above: 0, to: 10, example: '0.14' }).default(0.14)
}).refine((o) => o.purchased === undefined || o.start === undefined || o.purchased <= o.start, {
  error: 'expected a start on or after the purchase, for example "2025-06"',
  path: ['start']
})

/** USD of a run by one method. `hardware` is rent, value worn off, or the purchase of the cluster. */
const methodUsd = z.object({ hardware: n, energy: n, failedRuns: n, experiments: n, postTraining: n, evaluation: n, data: n, staff: n, fixed: n, total: n })
const capital = z.object({ chips: n, servers: n, interconnect: n, total: n })

/** The run whose cost is asked for. */
const run = {
  /** Active parameters; `totalN` is what memory holds, for a mixture of experts. */
  N: positive('70e9'),
  totalN: positive('70e9').optional(),
  D: positive('1.4e12'),
  flopPerParamToken: positive('6').default(6),
  /** Unique tokens that can be bought: a token that the run sees again is not bought again. Not limited when left out. */
  uniqueTokens: positive('2e12').optional()
}

export const costsContract = {
  'costs.estimate': procedure({
    about: 'Accelerator-hours, USD by part and by each of three ways to pay for hardware, energy, CO2, days and the memory floor of a run.',
    example: { N: 70e9, D: 1.4e12, method: 'amortised' },
    input: open({
      ...run,
      /** An accelerator, or the id of one in the catalogue, whose listed prices are then the defaults. */
      hardware: z
        .union([id, acceleratorSchema], {
          error: 'expected the id of an accelerator such as "h100-sxm", or {"id", "name", "peakFlopPerSecond", "memoryBytes", "powerWatts"}'
        })
        .optional(),
      cluster: clusterSchema.partial().optional(),
      costs: costsSchema.partial().optional(),
      /** Which way `total` counts the hardware. Plans always rent. */
      method: oneOf(['rent', 'amortised', 'purchase']).default('rent'),
      ownership: ownershipSchema.optional(),
      /** Stands in for the bytes per parameter of `cluster`; both together are refused. */
      memory: open({
        precision: oneOf(['fp32', 'mixed', 'bf16', 'fp8']).default('mixed'),
        optimiser: oneOf(['adam', 'adam-8bit', 'adafactor', 'sgd-momentum', 'muon', 'sgd']).default('adam')
      }).optional()
    }),
    output: orNoAnswer(
      z.object({
        C: n,
        acceleratorHours: n,
        /** Mean over a range of MFU; and its 5, 50 and 95 % points. */
        days: n,
        daysRange: quantiles,
        energyKwh: n,
        co2Kg: n,
        method: z.enum(['rent', 'amortised', 'purchase']),
        /**
         * `rent`, `amortised` and `purchase` are the hardware of the run alone, by each way; null where no purchase price is known. The other parts and `total`
         * are those of `method`. `inference` is serving over the model's life by rent, and not part of the total.
         */
        usd: z.object({
          rent: n,
          amortised: n.nullable(),
          purchase: n.nullable(),
          failedRuns: n,
          experiments: n,
          postTraining: n,
          evaluation: n,
          data: n,
          staff: n,
          energy: n,
          fixed: n,
          inference: n,
          total: n
        }),
        /** The same by all three ways, part by part. */
        methods: z.object({ rent: methodUsd, amortised: methodUsd.nullable(), purchase: methodUsd.nullable() }),
        /** 5, 50 and 95 % points of the total by rent, over ranges of price and MFU. */
        rentRange: quantiles,
        /** What the hardware costs is made of. */
        capital: z
          .object({
            amortised: capital,
            purchase: capital,
            valueAtStartUsd: n,
            /** As given, else of the published method. */
            serverOverhead: n,
            interconnectShare: n,
            depreciationOomPerYear: n
          })
          .nullable(),
        /** Prices used, each with its date: rent per accelerator-hour (median), one accelerator (null when unknown), electricity. */
        prices: z.object({
          usdPerHour: n,
          usdPerHourAsOf: z.string(),
          chipUsd: n.nullable(),
          chipAsOf: z.string().nullable(),
          usdPerKwh: n,
          usdPerKwhAsOf: z.string()
        }),
        memory: z.object({ bytesPerParameter: n, minAccelerators: n }),
        /** How the bytes per parameter add up, when `memory` was given. */
        memoryParts: z.object({ weights: n, gradients: n, master: n, optimiser: n, source: z.string() }).nullable(),
        warnings
      })
    )
  }),
  'costs.accelerators': procedure({
    about:
      'The same run on every accelerator of the catalogue, as many of each: hours, days, energy, CO2, memory floor and cost by rent, amortised and bought.',
    example: { N: 70e9, D: 1.4e12 },
    input: open({
      ...run,
      /** The same number, MFU and uptime for all. */
      cluster: clusterSchema.partial().optional(),
      /** All but the price per hour, which is the listed median of each. */
      costs: costsSchema.omit({ pricePerHourUsd: true, priceAsOf: true, priceSource: true }).partial().optional()
    }).refine(({ costs }) => costs === undefined || !('pricePerHourUsd' in costs), {
      error: 'expected no price per hour: each accelerator has its own listed one',
      path: ['costs', 'pricePerHourUsd']
    }),
    output: z.object({
      C: n,
      accelerators: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          acceleratorHours: n,
          days: n,
          energyKwh: n,
          co2Kg: n,
          minAccelerators: n,
          /** False when so many do not hold the model's weights, gradients and optimiser state. */
          fits: z.boolean(),
          /** Totals of costs.estimate by each method; null where no price is listed. */
          usd: z.object({ rent: n.nullable(), amortised: n.nullable(), purchase: n.nullable() }),
          /** Listed rent per hour, its date, and where the row comes from. */
          usdPerHour: n.nullable(),
          asOf: z.string(),
          source: z.string(),
          /** Why a cost is null. */
          missing: z.array(noteSchema)
        })
      ),
      warnings
    })
  })
} as const
