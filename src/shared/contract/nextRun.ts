/** `planner.nextRun`: what it is worth to know more before deciding, and which small measurement would tell most for its cost. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { id, number, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { EXAMPLE_PLAN } from './planner'
import { n, orNoAnswer, procedure, warnings } from './procedure'

const relative = (usual: number, example: string) => number({ above: 0, to: 10, example }).default(usual)
const days = (usual: number) => number({ from: 0, to: 1e5, example: '1' }).default(usual)

/** A measurement that could be made before the plan is decided. */
const candidateInput = z.discriminatedUnion(
  'kind',
  [
    open({
      kind: z.literal('score'),
      /** Parameters of the small run; its tokens follow the plan’s ratio. */
      N: number({ above: 0, to: 1e20, example: '1e9' }),
      /** The target whose benchmark is scored; each in turn when left out. */
      target: id.optional(),
      /** Items of the benchmark: the score has the error of a binomial count. */
      items: number({ from: 1, to: 1e7, whole: true, example: '1000' }).default(1000)
    }),
    /** The utilisation is measured on the cluster, to a relative error. */
    open({ kind: z.literal('mfu'), days: days(1), error: relative(0.03, '0.03') }),
    /** A quote for the accelerators, to a relative error. */
    open({ kind: z.literal('price'), days: days(7), usd: number({ from: 0, to: 1e12, example: '0' }).default(0), error: relative(0.02, '0.02') })
  ],
  { error: 'expected {"kind": "score", "N": 1e9, "target": "code"}, {"kind": "mfu"} or {"kind": "price"}' }
)
export type CandidateInput = z.infer<typeof candidateInput>

const valued = z.object({ value: n, standardError: n })

const candidateSchema = z.object({
  kind: z.enum(['score', 'mfu', 'price']),
  /** The target whose score is measured; null for the others. */
  target: z.string().nullable(),
  /** The small run; null where nothing is trained. */
  run: z.object({ N: n, D: n, C: n }).nullable(),
  /** Items of the benchmark, or the relative error of the measurement. */
  items: n.nullable(),
  error: n.nullable(),
  /** Mean score that is expected; null for the others. */
  score: n.nullable(),
  usd: n,
  days: n,
  /** EVSI: how much better the plan is decided on average with this measurement, before its cost; in the unit of the plan’s value. */
  sample: valued,
  /** What the plan loses because it starts after the measurement, and because the measurement uses up budget and time. */
  delay: n,
  /** sample − usd − delay, USD; null for a plan in points, where money is apart. */
  net: n.nullable(),
  /** sample per USD that it costs; null where it costs nothing. */
  perUsd: n.nullable()
})
export type NextRunCandidate = z.infer<typeof candidateSchema>

const actionSchema = z.object({
  /** N of its rungs; empty for "nothing". */
  sizes: z.array(n),
  /** What it is the best path for: the plan as it stands, nothing, or the plan with one input known to be at its 5 % or 95 % point (`critical`: all critical scales together). */
  bestFor: z.array(z.object({ kind: z.enum(['plan', 'nothing', 'corner']), input: z.string().nullable(), end: z.enum(['low', 'high']).nullable() })),
  /** E[U], and the chance that it is the best of these actions. */
  value: n,
  chanceBest: n
})

export const nextRunSchema = z.object({
  unit: z.enum(['usd', 'points']),
  /** Paths that are compared, most valuable first; all keep the plan’s limits as they stand. */
  actions: z.array(actionSchema),
  /** E[U] of the best action as things stand. */
  bestValue: n,
  /** EVPI: how much better the plan would be decided between these actions if everything were known; of all paths it would be at least that. */
  perfect: valued,
  /** What knowing one input exactly would be worth alone (15 bins of it). */
  inputs: z.array(z.object({ input: z.string(), perfect: valued })),
  /** Most net value first; for a plan in points most points first. */
  candidates: z.array(candidateSchema),
  /** The answer in one sentence. */
  sentence: noteSchema,
  /** Runs that a fit of a scaling law of one’s own needs; null where the law has no optimum for them. */
  fitRuns: z
    .object({
      runs: z.array(z.object({ N: n, D: n, C: n, usd: n, days: n })),
      usd: n,
      days: n,
      /** Factors of ten between the least and the largest. */
      decades: z.object({ N: n, D: n, C: n }),
      /** Why their worth for this decision is not told. */
      reason: noteSchema
    })
    .nullable(),
  draws: n,
  seed: n,
  warnings
})
export type NextRun = z.infer<typeof nextRunSchema>

export const nextRunContract = {
  'planner.nextRun': procedure({
    about: 'What knowing more is worth before the plan is decided, and which small run or measurement narrows the decision most for its cost.',
    example: { plan: { ...EXAMPLE_PLAN, limits: { budgetUsd: 3e6 } }, draws: 1024 },
    input: open({
      plan: planSchema,
      seed: number({ from: 0, to: 4294967295, whole: true, example: '20261' }).optional(),
      draws: number({ from: -1e15, to: 1e15, example: '8192' }).default(8192),
      /** Left out: small runs of falling size scored on each target, and a measurement of whatever else is believed and can be measured. */
      candidates: z
        .array(candidateInput, { error: 'expected a list of measurements, for example [{"kind": "score", "N": 1e9, "target": "code"}]' })
        .min(1, { error: 'expected at least one measurement, for example {"kind": "mfu"}' })
        .max(64, { error: 'expected at most 64 measurements' })
        .optional()
    }).superRefine(({ plan, candidates = [] }, context) =>
      candidates.forEach((candidate, i) => {
        if (candidate.kind === 'score' && candidate.target !== undefined && !plan.targets.some((target) => target.id === candidate.target))
          context.addIssue({ code: 'custom', path: ['candidates', i, 'target'], message: 'expected the id of one of the plan’s targets' })
      })
    ),
    output: orNoAnswer(nextRunSchema),
    item: z.object({ stage: z.enum(['actions', 'draws', 'candidates']), done: n, total: n })
  })
} as const
