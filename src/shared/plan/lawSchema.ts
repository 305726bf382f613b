/** The scaling law of a plan: a published one, or the planner's own fit with its constants inside the plan. */
import * as z from 'zod'
import { lawProblems } from './fieldsTogether'
import { number, oneOf, open, text } from './rules'

/** Published laws that a plan can use: those with a compute-optimal allocation. */
export const LAW_IDS = ['besiroglu-2024', 'hoffmann-2022', 'hoffmann-2022-a1', 'hoffmann-2022-a2', 'muennighoff-2023', 'kaplan-2020-nd', 'llama-3'] as const
/** Laws that can be asked, but not planned with. */
export const ASKED_ONLY_LAW_IDS = [
  'kaplan-2020-n',
  'kaplan-2020-d',
  'kaplan-2020-c',
  'additive',
  'power-offset',
  'separable',
  'size-proxy',
  'multimodal',
  'multilingual',
  'product',
  'fitted:kaplan-nd',
  'fitted:power-offset',
  'fitted:separable'
] as const
/** Constants of L(N, D) = E + A/N^α + B/D^β that were fitted to the planner's own runs. */
const chinchillaConstants = z.strictObject({
  E: number({ from: 0, to: 1e3, example: '1.8' }),
  A: number({ above: 0, to: 1e30, example: '480' }),
  B: number({ above: 0, to: 1e30, example: '2100' }),
  alpha: number({ above: 0, to: 10, example: '0.35' }),
  beta: number({ above: 0, to: 10, example: '0.37' })
})
const fittedRange = (example: string) =>
  z
    .tuple([number({ above: 0, to: 1e40, example }), number({ above: 0, to: 1e40, example })], {
      error: `expected the lowest and the highest, for example [${example}, ${example}]`
    })
    .nullable()
    .default(null)

/** Covariance of fitted constants, as `laws.fit` gives it: rows and columns are `names`, constants not named are exact. */
export const covarianceSchema = open({
  names: z.array(text(60, '"alpha"')).max(40),
  matrix: z.array(z.array(z.number({ error: 'expected a number' })))
}).refine(({ names, matrix }) => matrix.length === names.length && matrix.every((row) => row.length === names.length), {
  error: 'expected as many rows and columns as names, for example {"names": ["alpha"], "matrix": [[0.0002]]}'
})

const fittedLaw = open({
  constants: chinchillaConstants,
  covariance: covarianceSchema.nullable().default(null),
  /** What it was fitted to, in the planner's words. */
  source: text(500, '"our 40 runs of spring 2026"'),
  /** Lowest and highest N, D and C among those runs. */
  range: open({ N: fittedRange('1e8'), D: fittedRange('1e9'), C: fittedRange('1e19') }).prefault({})
})

/** Another law that may be the right one, and how much of the belief it has. */
const alternative = open({ id: oneOf([...LAW_IDS, 'fitted:chinchilla']), weight: number({ above: 0, below: 1, example: '0.3' }) })

export const lawSchema = open({
  /** `fitted:chinchilla` is the planner's own fit, whose constants are in `fitted`. */
  id: oneOf([...LAW_IDS, 'fitted:chinchilla']).default('besiroglu-2024'),
  /** Digits of the published constants; `printed` reproduces papers that used the rounded ones. */
  constants: oneOf(['unrounded', 'printed']).default('unrounded'),
  /** k in C = k·N·D. */
  flopPerParameterToken: number({ above: 0, to: 1000, example: '6' }).default(6),
  /** The planner's own fit; kept while another law is chosen. */
  fitted: fittedLaw.optional(),
  /** Model uncertainty, for the simulation: weights of other laws; what they leave of 1 belongs to `id`, for which the path is chosen. */
  alternatives: z
    .array(alternative, { error: 'expected a list of laws with weights, for example [{"id": "hoffmann-2022", "weight": 0.3}]' })
    .max(8, { error: 'expected at most 8 alternatives' })
    .optional()
}).superRefine((law, context) => {
  for (const { path, message } of lawProblems(law)) context.addIssue({ code: 'custom', path, message })
})
