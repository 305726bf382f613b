/** `planner.distribution`: how one outcome is spread over the draws of a simulation, and the chance of any range of it. */
import * as z from 'zod'
import { outcomeId } from '../plan/outcomeSchema'
import { number, open } from '../plan/rules'
import { KINDS } from '../text/units'
import { EXAMPLE_PLAN } from './planner'
import { n, orNoAnswer, procedure, warnings } from './procedure'
import { draws, estimate, simulationRequest } from './simulate'

const distributionSchema = z.object({
  quantity: z.string(),
  /** How the outcome is written: a kind of number. */
  kind: z.enum(KINDS),
  /** Draws behind these figures, and how many there will be: fewer while `planner.simulate` is still at the same question, or was cancelled. */
  draws: n,
  of: n,
  method: z.enum(['plain', 'sobol', 'latin']),
  seed: n,
  /** 5, 50 and 95 %; null where no run suffices. */
  percentiles: z.array(z.object({ p: n, value: n.nullable(), standardError: n.nullable() })),
  /** Share of draws in which no run suffices. */
  never: estimate,
  /**
   * Share of draws at or below each x; x ascending and evenly spaced on its scale, from the 0.1 to the 99.9 % point, farther where the line lies near. Exact at kept values
   * and linear within cells of about a thousandth of that width. Null where every draw has the same value.
   */
  curve: z.object({ scale: z.enum(['linear', 'log']), x: z.array(n), below: z.array(n) }).nullable(),
  /** What the plan holds the outcome against: its budget, its deadline, or doing nothing (0). */
  line: z.object({ limit: z.enum(['budget', 'deadline', 'nothing']), value: n }).nullable(),
  /** P(from ≤ value ≤ to); an open upper end takes in the draws in which no run suffices. */
  chance: estimate,
  warnings
})
export type Distribution = z.infer<typeof distributionSchema>

const end = number({ from: -1e60, to: 1e60, example: '3e6' }).nullable().default(null)

export const distributionContract = {
  'planner.distribution': procedure({
    about:
      'How an outcome of a plan is spread over the draws of its simulation, and the chance that it lies in a range; at once where those draws were just made.',
    example: { plan: { ...EXAMPLE_PLAN, costs: { pricePerHourUsd: { low: 2, high: 4 } } }, quantity: 'path.usd', draws: 4096, to: 1e6 },
    input: open({
      ...simulationRequest,
      draws: draws(100_000, '100000'),
      quantity: outcomeId,
      /** Ends of the range; null is open. */
      from: end,
      to: end,
      points: number({ from: 2, to: 1001, whole: true, example: '121' }).default(121)
    }).refine(({ from, to }) => from === null || to === null || from <= to, {
      error: 'expected an end at or above the start, for example from 2e6 to 3e6',
      path: ['to']
    }),
    output: orNoAnswer(distributionSchema)
  })
} as const
