/** `emergence.twoStep`: from compute to loss, and from loss to score. */
import * as z from 'zod'
import { number, oneOf, open } from '../plan/rules'
import { cell, orRefused, problemSchema } from './observations'
import { n, positive, procedure, progressSchema, warnings } from './procedure'

const level = number({ above: 0, below: 1, example: '0.9' }).default(0.9)
const problems = z.array(problemSchema)
const interval = z.object({ low: n, high: n })

const sigmoid = z.object({
  /** score = a/(1 + e^(−k·(loss − L0))) + b; the plateau is a + b; rmse in units of the score. */
  a: n,
  b: n,
  k: n,
  L0: n,
  plateau: n,
  rmse: n
})
const lossLaw = z.object({
  /** power: A·C^−a; power-offset: E + A·C^−a; log-linear: b0 + b1·ln C; C in FLOP, rmse in the unit of the loss. */
  form: z.enum(['power', 'power-offset', 'log-linear']),
  constants: z.record(z.string(), n),
  rmse: n
})

const prediction = z.object({
  C: n.nullable(),
  loss: n,
  score: n,
  /** Where the score of a new run lies with probability `level`. */
  interval: interval.nullable(),
  /** By the free sigmoid. */
  freeScore: n,
  /** Whether the loss, or C, lies outside the runs. */
  extrapolation: z.object({ loss: z.boolean(), C: z.boolean() })
})

export const twoStepContract = {
  'emergence.twoStep': procedure({
    about:
      'Score at a compute in two steps, loss as a law of compute and score as a sigmoid of the loss, fitted to small runs, with intervals by resampling them.',
    example: {
      runs: [
        { C: 1e19, loss: 1.3, score: 0.26 },
        { C: 3e19, loss: 1.16, score: 0.28 },
        { C: 1e20, loss: 1.04, score: 0.33 },
        { C: 3e20, loss: 0.95, score: 0.41 },
        { C: 1e21, loss: 0.87, score: 0.53 },
        { C: 3e21, loss: 0.81, score: 0.63 },
        { C: 1e22, loss: 0.76, score: 0.72 }
      ],
      at: [{ C: 1e23 }, { loss: 0.7 }],
      bootstrap: 100
    },
    input: open({
      /** C is 6·N·D where it is missing and both are there. */
      runs: z.array(open({ N: cell, D: cell, C: cell, loss: cell, score: cell })).max(100_000),
      at: z
        .array(
          open({ C: positive('1e23').optional(), loss: positive('0.7').optional() }).refine(({ C, loss }) => (C === undefined) !== (loss === undefined), {
            error: 'expected exactly one of C and loss, for example {"C": 1e23}'
          })
        )
        .max(1000)
        .default([]),
      /** For a figure: predictions at so many places evenly spaced in log C, from the smallest compute to ten times the largest, of the runs and of `through`. */
      curve: open({
        points: number({ from: 2, to: 200, whole: true, example: '61' }).default(61),
        through: positive('1e24').optional()
      }).optional(),
      form: oneOf(['power', 'power-offset', 'log-linear']).default('power-offset'),
      /** Where given, held and not fitted: chance as floor, 1 as plateau (Llama 3 holds 0 and 1). */
      floor: number({ from: 0, below: 1, example: '0.25' }).optional(),
      plateau: number({ above: 0, to: 1, example: '1' }).optional(),
      bootstrap: number({ from: 0, to: 10_000, whole: true, example: '500' }).default(500),
      level,
      seed: number({ from: 0, to: 4_294_967_295, whole: true, example: '1' }).default(1)
    }).refine(({ floor, plateau }) => floor === undefined || plateau === undefined || floor < plateau, {
      error: 'expected floor below plateau, for example 0.25 and 1',
      path: ['floor']
    }),
    output: orRefused(
      z.object({
        /** Every form that the rows allow; `used` is null when they do not allow the one asked for. */
        computeToLoss: z.object({ used: lossLaw.nullable(), forms: z.array(lossLaw), runs: n }),
        /** `used` stays within 0–1; `free` is the published form without that bound. */
        lossToScore: z.object({ used: sigmoid, free: sigmoid, plateauInterval: interval.nullable(), runs: n }),
        predictions: z.array(prediction),
        /** Empty where no curve is asked for, or where no law of the loss is determined. */
        curve: z.array(prediction),
        /** Whether any run is past the sigmoid's midpoint, and the share of the way from floor to plateau that the best has covered. */
        knee: z.object({ bestScore: n, midpoint: n, covered: n, past: z.boolean() }),
        /** The rows as they were taken, for a figure. */
        runs: z.array(z.object({ C: n.nullable(), loss: n.nullable(), score: n.nullable() })),
        bootstrap: z.object({ asked: n, used: n }),
        problems,
        warnings
      })
    ),
    item: progressSchema
  })
} as const
