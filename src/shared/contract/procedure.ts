/**
 * What the entries of the contract are made of: the shape of a procedure, and the schemas that several areas share.
 * Numbers are plain; units are in the names (N parameters, D tokens, C FLOP, loss nats/token, usd USD, probability 0–1).
 */
import * as z from 'zod'
import { noAnswerSchema, noteSchema } from '../notes'
import { acceleratorSchema, clusterSchema, costsSchema } from '../plan/schema'
import { number, open } from '../plan/rules'

interface Entry<I extends z.ZodType, O extends z.ZodType, S extends z.ZodType> {
  /** One sentence: what it answers, and what its result means. Shown by `scalepath call <procedure> --help`. */
  about: string
  /** An accepted input that a reader can try. */
  example: z.input<I>
  input: I
  output: O
  /** Schema of the progress items of long work. */
  item?: S
}

/** One procedure of the contract. */
export const procedure = <I extends z.ZodType, O extends z.ZodType, S extends z.ZodType = z.ZodNever>(entry: Entry<I, O, S>) => entry

export const nothing = z.strictObject({}).default({})
export const positive = (example: string) => number({ above: 0, to: 1e60, example })
export const n = z.number()
export const warnings = z.array(noteSchema)
/** 5, 50 and 95 % points. */
export const quantiles = z.object({ p5: n, p50: n, p95: n })
/** A question that may have no answer: then it is `{reason, detail}`. */
export const orNoAnswer = <T extends z.ZodType>(schema: T) => z.union([schema, noAnswerSchema])
export const bytes = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })
/** How far a long piece of work is: `done` of `total` steps of a stage. */
export const progressSchema = z.object({ stage: z.string(), done: n, total: n })
export type Progress = z.infer<typeof progressSchema>

/** What it takes to turn FLOP into money and time; every part has a default, named in a warning when it is used. */
export const spending = open({
  accelerator: acceleratorSchema.optional(),
  cluster: clusterSchema.partial().optional(),
  costs: costsSchema.partial().optional()
})
