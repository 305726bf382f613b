/**
 * Measured results, as importers and the evaluator give them and the analyses take them. A row is not judged here: a missing, zero or out-of-range cell is told by the
 * analysis as a problem of that row, and the others go on.
 */
import * as z from 'zod'
import { noAnswerSchema } from '../notes'
import { open, text } from '../plan/rules'
import { n } from './procedure'

/** A number of a row, or nothing. Which numbers are possible is the analysis's to say, row by row. */
export const cell = z.number({ error: 'expected a number, or null for an empty cell' }).nullable().optional()
const label = text(300, '"gsm8k"').nullable().optional()

/** One model's score on one task under one metric. */
export const observationSchema = open({
  task: label,
  model: label,
  /** Model family, for clustering when runs of several are pooled. */
  family: label,
  /** Parameters (active), training tokens, training FLOP; C is 6·N·D when it is missing and both are there. */
  N: cell,
  D: cell,
  C: cell,
  /** Pretraining (or task) loss, nats per token, for analyses on the loss as scale. */
  loss: cell,
  metric: text(300, '"exact_match"'),
  score: cell,
  /** Number of scored items behind the score; the standard error as reported, if any. */
  n: cell,
  stderr: cell,
  /** Score of random guessing, and the best possible score; in the metric's own unit. */
  random: cell,
  high: cell,
  /** False for loss, perplexity, bits per byte and the like. */
  higherIsBetter: z.boolean({ error: 'expected true or false' }).nullable().optional(),
  /** Number of examples in the prompt. */
  shots: cell,
  /** Line of the file that the row came from, if any. */
  line: cell
})
export type Observation = z.infer<typeof observationSchema>

/** A row (1-based), or a line of a file, that was refused wholly or in one column, and why; `code` and `values` say it in another language. */
export const problemSchema = z.object({
  row: n.optional(),
  line: n.optional(),
  column: z.string().optional(),
  reason: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([n, z.string()]))
})
export type Problem = z.infer<typeof problemSchema>

/** A question over rows that may have no answer: then the problems say what is wrong with which row. */
export const orRefused = <T extends z.ZodType>(schema: T) => z.union([schema, noAnswerSchema.extend({ problems: z.array(problemSchema) })])
