/** `planner.simulate` and `planner.samples`: a whole plan by Monte Carlo, every figure with the error that the number of draws leaves. */
import * as z from 'zod'
import { noAnswerSchema, noteSchema } from '../notes'
import { number, oneOf, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { EXAMPLE_PLAN } from './planner'
import { bytes, n, orNoAnswer, procedure, warnings } from './procedure'

/** Standard error from the number of draws alone; `value` is null where it is infinite ("never"), the error where it cannot be told. */
export const estimate = z.object({ value: n.nullable(), standardError: n.nullable() })
export type EstimateOut = z.infer<typeof estimate>
const percentiles = z.array(z.object({ p: n, value: n.nullable(), standardError: n.nullable() }))
/** A quantity over the draws; `mean` is null with the reason in `noMean` where something drawn has no finite mean. */
const spread = z.object({ mean: estimate.nullable(), percentiles })

const simulatedSchema = z.object({
  /** Draws behind these figures, and how many there will be: Sobol points come in powers of two, so it may be more than asked for. */
  draws: n,
  of: n,
  method: z.enum(['plain', 'sobol', 'latin']),
  seed: n,
  /** What was drawn, with the name of its input, and its 5, 50 and 95 % points (of a critical scale and of the common factor: of the standard normal draw behind it; of `law`: its place among the laws that may be drawn, from 0 to 1). */
  drawn: z.array(z.object({ input: z.string(), p5: n, p50: n, p95: n })),
  targets: z.array(
    z.object({
      id: z.string(),
      capability: z.string(),
      /** The run at which the target has its wanted probability, over what is believed. Null where no run has it, 0 where none is needed. */
      N: percentiles,
      D: percentiles,
      C: percentiles,
      usd: percentiles,
      days: percentiles,
      /** Chance that the path reaches it: by each rung, and in the end (null when nothing is run). */
      reachedBy: z.array(estimate),
      reached: estimate.nullable()
    })
  ),
  /** The recommended path, held in every draw; null with the reason when nothing is run. */
  path: z
    .object({
      rungs: z.array(z.object({ N: n, D: n, C: n, all: estimate })),
      all: estimate,
      /** Of the runs that are made: the path stops when all is reached. USD, days. */
      usd: spread,
      days: spread,
      /** As if every run were made, which is what limits are held against. */
      committedUsd: spread,
      committedDays: spread,
      /** Discounted benefits less discounted costs, USD; null for a plan in points. */
      value: spread.nullable(),
      committedValue: spread.nullable(),
      /** Null for a plan in USD. */
      points: spread.nullable(),
      /** P(cost ≤ budget) and P(done by the deadline), all runs made; null without that limit. */
      withinBudget: estimate.nullable(),
      withinDeadline: estimate.nullable(),
      /** P(everything reached, within the budget and by the deadline). */
      success: estimate
    })
    .nullable(),
  nothing: noteSchema.nullable(),
  noMean: noAnswerSchema.nullable(),
  warnings
})
export type Simulated = z.infer<typeof simulatedSchema>

export const draws = (usual: number, about: string) =>
  // Zero draws and a billion are answered with the reason, not refused as no number.
  number({ from: -1e15, to: 1e15, example: about }).default(usual)
export const simulationRequest = {
  plan: planSchema,
  /** Independent draws, scrambled Sobol points, or Latin hypercubes. */
  method: oneOf(['sobol', 'plain', 'latin']).default('sobol'),
  /** The plan's own unless given: the same seed gives the same bytes on any number of cores. */
  seed: number({ from: 0, to: 4294967295, whole: true, example: '20261' }).optional()
}

export const simulateContract = {
  'planner.simulate': procedure({
    about:
      'Monte Carlo of a plan: percentiles of size, tokens, compute, cost and time, and the chances of the recommended path, each with its error; rough first, then sharper.',
    example: { plan: EXAMPLE_PLAN, draws: 4096 },
    input: open({
      ...simulationRequest,
      draws: draws(100_000, '100000'),
      percentiles: z
        .array(number({ above: 0, below: 1, example: '0.05' }), { error: 'expected a list of probabilities, for example [0.05, 0.5, 0.95]' })
        .min(1, { error: 'expected at least one probability, for example [0.05, 0.5, 0.95]' })
        .max(200, { error: 'expected at most 200 probabilities' })
        .default([0.05, 0.25, 0.5, 0.75, 0.95])
    }),
    output: orNoAnswer(simulatedSchema),
    item: simulatedSchema
  }),
  'planner.samples': procedure({
    about: 'The draws themselves as CSV, one row a draw: what was drawn and what came of it, for audit.',
    example: { plan: EXAMPLE_PLAN, draws: 100 },
    input: open({ ...simulationRequest, draws: draws(10_000, '10000') }),
    output: orNoAnswer(bytes)
  })
} as const
