/** `costs.*`: money, time, energy and memory of one run. */
import * as z from 'zod'
import { acceleratorSchema, clusterSchema, costsSchema } from '../plan/schema'
import { open } from '../plan/rules'
import { n, positive, procedure, warnings } from './procedure'

export const costsContract = {
  'costs.estimate': procedure({
    about: 'Accelerator-hours, USD by part, energy, CO2, days and the memory floor of a run.',
    example: { N: 70e9, D: 1.4e12 },
    input: open({
      N: positive('70e9'),
      totalN: positive('70e9').optional(),
      D: positive('1.4e12'),
      flopPerParamToken: positive('6').default(6),
      hardware: acceleratorSchema.optional(),
      cluster: clusterSchema.partial().optional(),
      costs: costsSchema.partial().optional()
    }),
    output: z.object({
      C: n,
      acceleratorHours: n,
      days: n,
      energyKwh: n,
      co2Kg: n,
      /** `total` is the cost of the run by rent; `inference` is serving over the model's life and not part of it. */
      usd: z.object({ rent: n, failedRuns: n, experiments: n, postTraining: n, evaluation: n, data: n, staff: n, energy: n, fixed: n, inference: n, total: n }),
      memory: z.object({ bytesPerParameter: n, minAccelerators: n }),
      warnings
    })
  })
} as const
