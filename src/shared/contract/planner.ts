/** `planner.*`: questions about a whole plan. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { FRONTIER_AXES, LIMITS, frontierSchema, outcomeSchema, pathSchema, pinOutcomeSchema, rungSchema, targetOutcomeSchema } from '../outcome'
import { inputOf } from '../plan/inputs'
import { reachesZero } from '../plan/outcomes'
import { outcomeId, seekableInput } from '../plan/outcomeSchema'
import { planSchema } from '../plan/schema'
import { targetSchema } from '../plan/targetSchema'
import type { PlanInput } from '../plan/schema'
import { number, oneOf, open } from '../plan/rules'
import type { ParseRule } from '../text/parse'
import { KINDS } from '../text/units'
import { n, positive, procedure, warnings } from './procedure'

/** The least that a plan needs. */
export const EXAMPLE_PLAN: PlanInput = { targets: [{ id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }] }

/** An input of the registry ("budget", or of one target "critical@code") and the values that it takes. */
const axis = open({
  input: seekableInput,
  from: number({ example: '1e6' }),
  to: number({ example: '1e7' }),
  points: number({ from: 2, to: 41, whole: true, example: '21' }).default(21)
})

/** What an input may be, in words: bounds of its rule. */
const allowed = ({ min, max, above, below, whole }: ParseRule): string =>
  [
    whole === true && 'whole',
    above !== undefined && `above ${above}`,
    min !== undefined && `at least ${min}`,
    below !== undefined && `below ${below}`,
    max !== undefined && `at most ${max}`
  ]
    .filter((part) => part !== false)
    .join(', ')

const allowedIn = ({ min, max, above, below, whole }: ParseRule, value: number): boolean =>
  (min === undefined || value >= min) &&
  (max === undefined || value <= max) &&
  (above === undefined || value > above) &&
  (below === undefined || value < below) &&
  (whole !== true || Number.isInteger(value))

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
      to: positive('1e8').optional(),
      /** False leaves `points` empty: the columns say the same in a fifth of the room. */
      pointwise: z.boolean({ error: 'expected true or false' }).default(true)
    }),
    output: frontierSchema.extend({
      /** The same point by point; `low` and `high` are the 5 and 95 % of each target’s F over the belief, in the order of the plan. */
      points: z.array(z.object({ x: n, probability: z.object({ each: z.array(n), all: n }), low: z.array(n), high: z.array(n) }))
    })
  }),
  'planner.evaluate': procedure({
    about:
      'The whole outcome of a plan: every number on the screen. Without `audit` it comes sooner, with null for binding limits, alternatives and bounds; without `frontier` its columns are empty.',
    example: { plan: EXAMPLE_PLAN },
    input: open({
      plan: planSchema,
      audit: z.boolean({ error: 'expected true or false' }).default(true),
      /** False leaves the columns of the frontier empty: `planner.frontier` tells them by itself. */
      frontier: z.boolean({ error: 'expected true or false' }).default(true)
    }),
    output: outcomeSchema
  }),
  'planner.goalSeek': procedure({
    about: 'Value of one input at which an outcome has a wanted value, or the nearest that can be reached.',
    example: { plan: EXAMPLE_PLAN, pin: { quantity: 'run.days', value: 30 }, vary: 'accelerators' },
    input: open({
      plan: planSchema,
      /** Above 0, but for values and returns, which may be 0 or less. */
      pin: open({ quantity: outcomeId, value: number({ example: '14' }) }).refine(({ quantity, value }) => value > 0 || reachesZero(quantity), {
        error: 'expected a number above 0, for example 14',
        path: ['value']
      }),
      /** An input of the registry: `budget`, or of one target: `critical@code`. */
      vary: seekableInput
    }),
    output: z.object({
      pin: pinOutcomeSchema,
      /** Value of the varied input that solves it; null with a reason. */
      value: n.nullable(),
      plan: planSchema.nullable(),
      reason: z.enum(['unreachable', 'underdetermined', 'notDefined']).nullable(),
      nearest: n.nullable(),
      /** Limits that are tight where the path comes nearest to a goal out of reach; null when it is reached, and for outcomes of single runs. */
      stoppedBy: z.array(z.enum(LIMITS)).nullable(),
      /** Also that outcomes of the path are of the one with the best mean, where the plan asks for a risk level. */
      warnings
    })
  }),
  'planner.grid': procedure({
    about: 'One outcome over two inputs, for a heatmap; rows come as progress items as they are done.',
    example: {
      plan: { ...EXAMPLE_PLAN, limits: { budgetUsd: 2e6 } },
      x: { input: 'budget', from: 1e6, to: 1e7, points: 3 },
      y: { input: 'price', from: 2, to: 4, points: 2 },
      quantity: 'path.all'
    },
    input: open({ plan: planSchema, x: axis, y: axis, quantity: outcomeId }).superRefine((question, context) => {
      const { plan, x, y } = question
      if (inputOf(plan, x.input)?.path(plan) === inputOf(plan, y.input)?.path(plan))
        context.addIssue({ code: 'custom', path: ['y', 'input'], message: 'expected another input than that of x, for example "budget" and "price"' })
      for (const name of ['x', 'y'] as const) {
        const { input: id, from, to } = question[name]
        const input = inputOf(plan, id)
        if (input === null) context.addIssue({ code: 'custom', path: [name, 'input'], message: 'expected an input that the plan has, for example "budget"' })
        else if (from >= to) context.addIssue({ code: 'custom', path: [name, 'to'], message: 'expected an end above the start, for example from 1e6 to 1e7' })
        else
          for (const end of ['from', 'to'] as const)
            if (!allowedIn(input.rule, question[name][end]))
              context.addIssue({ code: 'custom', path: [name, end], message: `expected a value that "${id}" may have: ${allowed(input.rule)}` })
      }
    }),
    output: z.object({
      quantity: z.string(),
      /** How the outcome is written: a kind of number. */
      kind: z.enum(KINDS),
      /** Values of the inputs, ascending, evenly spaced on the input’s natural scale; whole numbers where the input is one. A 90 % range moves by its median. */
      x: z.array(n),
      y: z.array(n),
      /** One row for each y; null where the outcome is not defined. */
      values: z.array(z.array(n.nullable())),
      /** The reason of each null, by its place in x and y. */
      undefined: z.array(z.object({ x: n, y: n, reason: noteSchema })),
      warnings
    }),
    item: z.object({
      /** Place of the row among those of `ys`, and how many rows are done of how many. */
      y: n,
      values: z.array(n.nullable()),
      /** Values of both inputs, so that the grid can be drawn before it is whole. */
      xs: z.array(n),
      ys: z.array(n),
      done: n,
      total: n
    })
  })
} as const
