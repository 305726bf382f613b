/** `allocate.*`: from compute to N and D under constraints, and what a run is worth beside the optimum. */
import * as z from 'zod'
import { open } from '../plan/rules'
import { constants, law } from './laws'
import { n, orNoAnswer, positive, procedure, warnings } from './procedure'

export const allocateContract = {
  'allocate.effectiveSize': procedure({
    about: 'N of the compute-optimal run with the loss of (N, D): what makes a small, long-trained model comparable with a large, short-trained one.',
    example: { law: 'hoffmann-2022', N: 7e9, D: 2e12 },
    input: open({ law, constants, N: positive('7e9'), D: positive('2e12') }),
    output: orNoAnswer(z.object({ N: n, warnings }))
  })
} as const
