/** `planner.*`: questions about a whole plan. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { FRONTIER_AXES, frontierSchema, outcomeSchema, pathSchema, pinOutcomeSchema, rungSchema, targetOutcomeSchema } from '../outcome'
import { PINNABLE, VARIABLE, planSchema, targetSchema } from '../plan/schema'
import type { PlanInput } from '../plan/schema'
import { number, oneOf, open } from '../plan/rules'
import { n, positive, procedure, warnings } from './procedure'

/** The least that a plan needs. */
export const EXAMPLE_PLAN: PlanInput = { targets: [{ id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }] }

export const plannerContract = {
  'planner.requiredSize': procedure({
    about: 'Size of the run at which each target has its wanted probability, with the 5–50–95 % range over the belief.',
    example: { target: { id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } } },
    input: open({ plan: planSchema.optional(), target: targetSchema.optional() }).refine((q) => (q.plan === undefined) !== (q.target === undefined), {
      error: 'expected either a plan or a target'
    }),
    output: z.array(
      z.object({
        id: z.string(),
        /** The target’s own name, else its capability, else its id. */
        capability: z.string(),
        N: n.nullable(),
        D: n.nullable(),
        C: n.nullable(),
        probability: n,
        interval: z.object({ p5: n, p50: n, p95: n }).nullable(),
        reason: noteSchema.nullable()
      })
    )
  }),
  'planner.roi': procedure({
    about: 'Benefit–cost ratio, ROI, the source’s score and the priority of each target alone.',
    example: { plan: EXAMPLE_PLAN },
    input: open({ plan: planSchema }),
    output: z.object({
      capabilities: z.array(
        targetOutcomeSchema
          .pick({
            id: true,
            benefitUsd: true,
            benefitCostRatio: true,
            roi: true,
            pointsPerUsd: true,
            sourceScore: true,
            priority: true,
            rank: true,
            reason: true
          })
          .extend({
            capability: z.string(),
            /** As the plan states it: USD, USD per year or points. */
            benefit: n,
            /** F̄ at its own required run, and what that run costs; null for a target without a size, whose reason says why. */
            probability: n,
            cost: n.nullable()
          })
      ),
      ranking: z.array(z.string()),
      warnings
    })
  }),
  'planner.path': procedure({
    about: 'The sequence of runs worth most within the limits, what each rung unlocks, and what is out of reach and why.',
    example: { plan: EXAMPLE_PLAN },
    input: open({ plan: planSchema }),
    output: pathSchema.extend({
      rungs: z.array(
        rungSchema.extend({
          /** The rung’s run without its details: parameters, tokens, FLOP. */
          N: n,
          D: n,
          C: n,
          /** Years from the start of the plan; in days beside them. */
          start: n,
          end: n
        })
      ),
      ranking: z.array(z.string()),
      outOfReach: z.array(
        z.object({ capability: z.string(), limits: z.array(z.object({ limit: z.string(), maxN: n.nullable(), needs: n })), binding: z.string() })
      ),
      warnings
    })
  }),
  'planner.frontier': procedure({
    about: 'Chance of each target and of all at the best single run within a budget, compute, size or time.',
    example: { plan: EXAMPLE_PLAN, over: 'N', points: 16 },
    input: open({
      plan: planSchema,
      over: oneOf(FRONTIER_AXES).default('usd'),
      points: number({ from: 2, to: 20_000, whole: true, example: '240' }).default(240),
      from: positive('3e4').optional(),
      to: positive('1e8').optional()
    }),
    output: frontierSchema.extend({
      /** The same point by point; `low` and `high` are the 5 and 95 % of each target’s F over the belief, in the order of the plan. */
      points: z.array(z.object({ x: n, probability: z.object({ each: z.array(n), all: n }), low: z.array(n), high: z.array(n) }))
    })
  }),
  'planner.evaluate': procedure({
    about: 'The whole outcome of a plan: every number on the screen. Without `audit` it comes sooner, with null for binding limits, alternatives and bounds.',
    example: { plan: EXAMPLE_PLAN },
    input: open({ plan: planSchema, audit: z.boolean({ error: 'expected true or false' }).default(true) }),
    output: outcomeSchema
  }),
  'planner.goalSeek': procedure({
    about: 'Value of one input at which an outcome has a wanted value, or the nearest that can be reached.',
    example: { plan: EXAMPLE_PLAN, pin: { quantity: 'run.days', value: 30 }, vary: 'accelerators' },
    input: open({ plan: planSchema, pin: open({ quantity: oneOf(PINNABLE), value: positive('14') }), vary: oneOf(VARIABLE) }),
    output: z.object({
      pin: pinOutcomeSchema,
      /** Value of the varied input that solves it; null with a reason. */
      value: n.nullable(),
      plan: planSchema.nullable(),
      reason: z.enum(['unreachable', 'underdetermined', 'notDefined']).nullable(),
      nearest: n.nullable()
    })
  })
} as const
