/** `evaluator.*`: scores of per-sample outputs. */
import * as z from 'zod'
import { number, oneOf, open, text } from '../plan/rules'
import { cell, observationSchema, problemSchema } from './observations'
import { n, procedure, progressSchema, warnings } from './procedure'

export const NORMALISATIONS = ['none', 'space', 'loose'] as const
export type Normalisation = (typeof NORMALISATIONS)[number]

const label = text(1000, '"gsm8k"').nullable().optional()
const longText = (example: string) =>
  z
    .string({ error: `expected a text, for example ${example}` })
    .nullable()
    .optional()
const numbers = (example: string) =>
  z
    .array(z.number(), { error: `expected numbers, for example ${example}` })
    .nullable()
    .optional()

/** One output of one model. A sample is not judged here: what is missing or impossible is told as a problem of its row, and the others go on. */
export const sampleSchema = open({
  model: label,
  /** Parameters, training tokens and FLOP of the model. */
  N: cell,
  D: cell,
  C: cell,
  task: label,
  /** Names the item: the same item has the same id under every model. */
  id: z.union([label, z.number()]),
  target: longText('"42"'),
  output: longText('"42"'),
  /** Natural logarithms of the probabilities of the target's tokens. */
  logprobs: numbers('[-0.1, -2.3]'),
  /** Vectors of the output and of the target, of one embedding model. */
  embedding: numbers('[0.1, 0.9]'),
  targetEmbedding: numbers('[0.2, 0.8]')
})
export type Sample = z.infer<typeof sampleSchema>

const measured = z.object({
  /** Null where it has no value; `reason` says why. */
  value: n.nullable(),
  /** Standard error over items; null with fewer than two. */
  stderr: n.nullable(),
  /** Items that it is the mean of. */
  n,
  reason: z.string().optional(),
  code: z.string().optional()
})
export type Measured = z.infer<typeof measured>

export const evaluatorContract = {
  'evaluator.score': procedure({
    about: 'Exact match, soft accuracy, perplexity and embedding similarity of the outputs of several models, on the items that all of them have.',
    example: {
      samples: [
        { model: 'small', N: 70e6, id: 1, target: 'kitten', output: 'sitting', logprobs: [-2, -3] },
        { model: 'large', N: 70e9, id: 1, target: 'kitten', output: 'kitten', logprobs: [-0.1, -0.2] }
      ]
    },
    input: open({
      samples: z
        .array(sampleSchema, { error: 'expected a list of samples, for example [{"model": "small", "N": 70e6, "id": 1, "target": "4", "output": "4"}]' })
        .min(1, { error: 'expected at least one sample' }),
      /**
       * What happens to output and target before they are compared: `none`; `space` (Unicode NFC, white space at the ends removed and inside collapsed);
       * `loose` (also lower case, without punctuation and the articles a, an, the).
       */
      normalise: oneOf(NORMALISATIONS).default('space'),
      mostProblems: number({ from: 0, to: 10_000, whole: true, example: '200' }).default(200)
    }),
    output: z.object({
      models: z.array(
        z.object({
          model: z.string(),
          task: z.string().nullable(),
          N: n.nullable(),
          /** Share of items whose output equals the target. */
          exactMatch: measured,
          /** Mean of 1 − edit distance/length of the longer text. */
          softAccuracy: measured,
          /** exp(−Σ log p/number of tokens) over all tokens of the targets. */
          perplexity: measured,
          /** Mean cosine between output and target. */
          embeddingSimilarity: measured
        })
      ),
      /** What the cosine is taken of: vectors that came with the samples, or counts of character trigrams. */
      similarityOf: z.enum(['vectors', 'characterTrigrams']),
      normalise: z.enum(NORMALISATIONS),
      /** Items by task: in any model, and in all models, which are the ones that count. */
      items: z.array(z.object({ task: z.string().nullable(), all: n, common: n })),
      /** The scores as rows for the emergence analysis. */
      observations: z.array(observationSchema),
      problems: z.array(problemSchema),
      problemCount: n,
      warnings
    }),
    item: progressSchema
  })
} as const
