/** `planner.regret`: what the recommended path may be regretted by. */
import * as z from 'zod'
import { number, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { EXAMPLE_PLAN } from './planner'
import { n, orNoAnswer, procedure, warnings } from './procedure'

const mean = z.object({ mean: n, standardError: n.nullable() })
/** Mean over the draws, and what it stays below in 95 % of them. */
const spread = mean.extend({ p95: n })

const listedPath = z.object({
  /** N of its rungs; empty for "nothing". */
  sizes: z.array(n),
  /** Why it is listed: the recommended path; the one with the best mean; an alternative of planner.path; the best when one input is at its 5 or 95 % point (`critical`: all critical scales). */
  listedAs: z.array(
    z.object({
      kind: z.enum(['recommended', 'mean', 'nothing', 'single', 'everyTarget', 'largest', 'corner']),
      input: z.string().nullable(),
      end: z.enum(['low', 'high']).nullable()
    })
  ),
  /** Paths that break a limit are valued, but no other is held against them. */
  keepsLimits: z.boolean(),
  /** V over the draws, USD. */
  value: mean,
  /** What the best of the listed paths within the limits would have brought more, draw by draw. */
  regret: spread,
  /** What this path would have brought more than the recommended one, 0 where less; and how often it would have. Null for the recommended path. */
  against: spread.nullable(),
  chanceBetter: z.number().min(0).max(1).nullable()
})

export const regretSchema = z.object({
  draws: n,
  /** The recommended path, then the others from the best mean down; empty where benefits are points. */
  paths: z.array(listedPath),
  warnings
})
export type Regret = z.infer<typeof regretSchema>

export const regretContract = {
  'planner.regret': procedure({
    about: 'How much the recommended path may be regretted: against nothing, each alternative and the best path of each corner, over common draws.',
    example: { plan: EXAMPLE_PLAN, draws: 2048 },
    input: open({
      plan: planSchema,
      draws: number({ from: 1, to: 65_536, whole: true, example: '8192' }).default(8192),
      /** The plan’s own when left out. */
      seed: number({ from: 0, to: 4294967295, whole: true, example: '1' }).optional()
    }),
    output: orNoAnswer(regretSchema)
  })
} as const
