/** `planner.sensitivity`: what drives one outcome of a plan, and where the recommendation would change. */
import * as z from 'zod'
import { noAnswerSchema, noteSchema } from '../notes'
import { LIMITS } from '../outcome'
import { outcomeId } from '../plan/outcomeSchema'
import { number, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { KINDS } from '../text/units'
import { EXAMPLE_PLAN } from './planner'
import { n, orNoAnswer, procedure, warnings } from './procedure'

/** One of each end. */
const ends = <T extends z.ZodType>(of: T) => z.object({ low: of, high: of })

const barSchema = z.object({
  /** Name of the input in the registry: `price`, `critical@code`; how its values are written; and its field in the plan. */
  input: z.string(),
  kind: z.enum(KINDS),
  path: z.string(),
  /** True of the planner’s own choice, which is a lever; false of a fact about the world. */
  chosen: z.boolean(),
  /** Values of the input at its two ends, in its own unit; and whether one stands at the bound of what the input may be, nearer than asked. */
  at: ends(n),
  stopped: ends(z.boolean()),
  /** The outcome when the input is known to be there and the path is chosen anew. Null without a value, with the reason in `reasons`. */
  low: n.nullable(),
  high: n.nullable(),
  /** The same with today’s path held; null for an outcome that does not depend on the path. */
  held: ends(n.nullable()).nullable(),
  /** Whether today’s path keeps the limits there; null for an outcome that does not depend on the path. */
  keepsLimits: ends(z.boolean()).nullable(),
  reasons: ends(noteSchema.nullable()),
  heldReasons: ends(noteSchema.nullable()),
  /** |high − low|; null when an end has no value: such a bar comes first. */
  length: n.nullable()
})
export type TornadoBar = z.infer<typeof barSchema>

/** The recommended path on one side of a switch point. */
const sideSchema = z.object({
  /** Value of the input there. */
  at: n,
  /** The outcome there, with the path chosen anew. Null without a value. */
  outcome: n.nullable(),
  /** N of each rung; empty when nothing is run, with the reason. */
  sizes: z.array(n),
  nothing: noteSchema.nullable(),
  /** Ids of the targets that have their wanted probability at the last rung. */
  reached: z.array(z.string()),
  /** Limits whose removal alone would give a better path. */
  binding: z.array(z.enum(LIMITS))
})
export type SwitchSide = z.infer<typeof sideSchema>

/** What is different on the two sides: whether anything is run, the number of rungs, the targets reached, the limits that bind. */
export const SWITCHES = ['nothing', 'rungs', 'reached', 'binding'] as const

const switchSchema = z.object({
  input: z.string(),
  kind: z.enum(KINDS),
  path: z.string(),
  /** Between the two sides, which differ by at most 1e-3 of their value (whole numbers by 1). */
  value: n,
  changes: z.array(z.enum(SWITCHES)),
  low: sideSchema,
  high: sideSchema
})
export type SwitchPoint = z.infer<typeof switchSchema>

const shareSchema = z.object({
  /** Name of the input that is drawn. `common factor`: what all critical scales share; `critical@code`: what one has of its own; `threshold@code`: what the link leaves open when its scale is known; `law`: which law, with which constants. */
  input: z.string(),
  kind: z.enum(['input', 'commonFactor', 'residual', 'law']),
  /** First-order share: what knowing it would take off the variance, on average. Total: what would be left if all else were known. */
  first: n,
  total: n,
  /** Standard errors from the number of draws; null where they cannot be told. */
  errors: z.object({ first: n.nullable(), total: n.nullable() })
})

export const sensitivityContract = {
  'planner.sensitivity': procedure({
    about: 'What drives an outcome: each input moved alone, its share of the variance, and the values at which the recommended path changes.',
    example: { plan: { ...EXAMPLE_PLAN, costs: { pricePerHourUsd: { low: 2, high: 4 } } }, quantity: 'path.value', draws: 1024 },
    input: open({
      plan: planSchema,
      quantity: outcomeId,
      /** Of the variance shares; the plan’s own unless given. */
      seed: number({ from: 0, to: 4294967295, whole: true, example: '20261' }).optional(),
      draws: number({ from: -1e15, to: 1e15, example: '16384' }).default(16_384),
      /** The probabilities at which an input that is believed is taken: its 5 % and 95 % points. */
      range: open({ low: number({ above: 0, below: 1, example: '0.05' }), high: number({ above: 0, below: 1, example: '0.95' }) })
        .refine(({ low, high }) => low < high, { error: 'expected low below high, for example {"low": 0.05, "high": 0.95}' })
        .default({ low: 0.05, high: 0.95 }),
      /** Also move the inputs that are exact, by 20 %: in a list of their own. */
      exact: z.boolean({ error: 'expected true or false' }).default(false),
      /** Whether the variance is shared out, and switch points are looked for. */
      shares: z.boolean({ error: 'expected true or false' }).default(true),
      switches: z.boolean({ error: 'expected true or false' }).default(true)
    }),
    output: orNoAnswer(
      z.object({
        quantity: z.string(),
        /** How the outcome is written. */
        kind: z.enum(KINDS),
        /** The outcome of the plan as it is. */
        base: n.nullable(),
        reason: noteSchema.nullable(),
        /** N of the rungs that are held; empty when nothing is run. */
        held: z.array(n),
        /** Inputs that are believed, longest bar first. */
        tornado: z.array(barSchema),
        /** Inputs that are exact, moved by 20 % down and up, longest first; null unless asked for. Those that change nothing, and those at 0, are only named. */
        exact: z.object({ bars: z.array(barSchema), withoutEffect: z.array(z.string()), atZero: z.array(z.string()) }).nullable(),
        /** Largest total share first. */
        shares: z.array(shareSchema),
        /** Why there are none, when they were asked for. */
        noShares: noAnswerSchema.nullable(),
        /** Whose variance is shared: of the quantity, or of its logarithm (sizes, tokens, FLOP, cost and time of a required run). Draws behind it, evaluations of the model. */
        variance: z.object({ of: z.enum(['quantity', 'logarithm']), mean: n, variance: n, draws: n, evaluations: n, seed: n }).nullable(),
        /** By input, ascending; null unless asked for. */
        switches: z.array(switchSchema).nullable(),
        /** Best paths that were solved for them. */
        solved: n,
        warnings
      })
    ),
    item: z.object({
      stage: z.enum(['tornado', 'exact', 'shares', 'switches']),
      done: n,
      total: n,
      /** A finished bar of the tornado, of the believed inputs and of the exact ones. */
      bar: barSchema.nullable(),
      /** Switch points of one input. */
      switches: z.array(switchSchema).nullable()
    })
  })
} as const
