/** What figures of laws are drawn from: the loss over N and D, and one plan under every law. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { runSchema } from '../outcome'
import { number, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import type { constants as constantsSchema, planarLaw as lawSchema } from './laws'
import { n, orNoAnswer, positive, procedure, warnings } from './procedure'

const ends = (example: string) =>
  z
    .tuple([positive(example), positive(example)], { error: `expected the lowest and the highest, for example [${example}, 1e14]` })
    .refine(([low, high]) => high > low, { error: `expected the lowest before the highest, for example [${example}, 1e14]` })
const pair = { N: n, D: n }
const spread = z.object({ low: n, high: n, factor: n }).nullable()

export const lawFigures = ({ law, constants }: { law: typeof lawSchema; constants: typeof constantsSchema }) =>
  ({
    'laws.surface': procedure({
      about: 'The loss over N and D: lines of equal loss, isoFLOP lines with the loss along them, the efficient frontier, and a run’s own place.',
      example: { law: 'besiroglu-2024', run: { N: 70e9, D: 1.4e12 } },
      input: open({
        law,
        constants,
        /** Lowest and highest N and D; 1e8 to 1e13 and 1e9 to 1e15, widened to hold the run, unless given. */
        N: ends('1e8').optional(),
        D: ends('1e9').optional(),
        run: open({ N: positive('70e9'), D: positive('1.4e12') }).optional(),
        /** How many lines of equal loss. */
        levels: number({ from: 1, to: 30, whole: true, example: '8' }).default(8),
        flopPerParamToken: positive('6').default(6)
      }),
      output: orNoAnswer(
        z.object({
          /** The law's name. */
          name: z.string(),
          range: z.object({ N: z.tuple([n, n]), D: z.tuple([n, n]) }),
          /** N ascending; the last one is the run's own. */
          contours: z.array(z.object({ loss: n, N: z.array(n), D: z.array(n) })),
          /** Compute ascending, but for the run's own, which is the last; `least` is null without an optimum, or where it lies outside the range. */
          isoFlops: z.array(z.object({ C: n, N: z.array(n), D: z.array(n), loss: z.array(n), least: z.object({ ...pair, loss: n }).nullable() })),
          /** Compute ascending; terms where the loss is a sum. Null for a law without an optimum. */
          frontier: z.object({ C: z.array(n), N: z.array(n), D: z.array(n), loss: z.array(n), terms: z.record(z.string(), z.array(n)).nullable() }).nullable(),
          /** The run, its loss, and the best run for its compute; null without a run. */
          run: z.object({ ...pair, C: n, loss: n, tokensPerParam: n, optimum: z.object({ ...pair, loss: n }).nullable() }).nullable(),
          warnings
        })
      )
    }),
    'laws.compare': procedure({
      about:
        'One plan under every law that can plan: what the focused target asks for under each, the optimum of each for the same compute, and how far they are apart.',
      example: { plan: { targets: [{ id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }] } },
      input: open({
        /** A pin is set aside: give the plan that it solved. */
        plan: planSchema,
        /** FLOP at which the optima are compared; those of the focused target's run under the plan's own law unless given. */
        C: positive('5.76e23').optional()
      }),
      output: orNoAnswer(
        z.object({
          C: n,
          /** FLOP of the curves, ascending. */
          computes: z.array(n),
          laws: z.array(
            z.object({
              law: z.string(),
              name: z.string(),
              /** The plan's own law. */
              chosen: z.boolean(),
              /** Belief in it among the plan's alternatives. */
              weight: n,
              /** Null with a reason. */
              required: runSchema.nullable(),
              reason: noteSchema.nullable(),
              /** For C FLOP; the loss is null for a law without one. */
              optimum: z.object({ ...pair, tokensPerParam: n, loss: n.nullable() }),
              /** C or its optimum lies outside the runs that the law was fitted to. */
              extrapolated: z.boolean(),
              /** Optimal N at each of `computes`. */
              curve: z.array(n)
            })
          ),
          /** Lowest and highest over the laws, and their quotient; null where fewer than two laws have the figure. */
          required: z.object({ N: spread, D: spread, C: spread, usd: spread, days: spread }),
          optimum: z.object({ N: spread, D: spread, tokensPerParam: spread }),
          warnings
        })
      )
    })
  }) as const
