/** `import.*`: rows from files that people already have. */
import * as z from 'zod'
import { number, oneOf, open, text } from '../plan/rules'
import { observationSchema, problemSchema, type Observation } from './observations'
import { keptFile } from './intake'
import { n, positive, procedure, progressSchema, warnings } from './procedure'

export const FORMATS = ['table', 'lm-eval-results', 'lm-eval-samples', 'big-bench'] as const
export type Format = (typeof FORMATS)[number]

/**
 * What a file's rows are: measured results (emergence analysis), training runs with N, D and loss (law fits), points of training curves (grokking),
 * or single outputs with their targets (evaluator).
 */
export const KINDS_OF_ROWS = ['observations', 'runs', 'curve', 'samples'] as const
export type KindOfRows = (typeof KINDS_OF_ROWS)[number]

/** What a column of a table can be. `score` may stand for several columns: each then gives rows of its own. */
export const FIELDS = [
  'model',
  'family',
  'run',
  'task',
  'metric',
  'score',
  'N',
  'D',
  'C',
  'loss',
  'n',
  'stderr',
  'random',
  'high',
  'higherIsBetter',
  'shots',
  'step',
  'trainAccuracy',
  'validationAccuracy',
  'trainLoss',
  'validationLoss',
  'weightNorm',
  'id',
  'target',
  'output',
  'logprobs',
  'embedding',
  'targetEmbedding'
] as const
export type ColumnField = (typeof FIELDS)[number]

const LONGEST_NAME = 300
const name = text(LONGEST_NAME, '"pythia-1.4b"')
const unit = positive('1e9')
const column = z.union(
  [
    oneOf(FIELDS),
    open({
      field: oneOf(FIELDS),
      /** What a bare number of the column counts in, for example 1e9 for billions of parameters, 0.01 for percentages. */
      unit: unit.optional(),
      /** For a score column: the task and the metric that it holds. */
      task: name.optional(),
      metric: name.optional()
    }),
    z.null()
  ],
  { error: `expected one of ${FIELDS.map((f) => `"${f}"`).join(', ')}, an object such as {"field": "N", "unit": 1e9}, or null to leave the column out` }
)

/** One training run, for law fits. */
export interface RunRow {
  run: string | null
  N: number | null
  D: number | null
  C: number | null
  loss: number | null
  line: number
}
/** One record of a training curve; accuracies as fractions, losses in nats. */
export interface CurveRow {
  run: string | null
  step: number | null
  trainAccuracy: number | null
  validationAccuracy: number | null
  trainLoss: number | null
  validationLoss: number | null
  weightNorm: number | null
  line: number
}
/** One output of a model, for the evaluator. */
export interface SampleRow {
  model: string | null
  N: number | null
  D: number | null
  C: number | null
  task: string | null
  id: string | null
  /** Null where the harness compared log-likelihoods and no text was written. */
  target: string | null
  output: string | null
  /** Natural logarithms of the probabilities of the target’s tokens; vectors of output and target. Null where the file has none. */
  logprobs: number[] | null
  embedding: number[] | null
  targetEmbedding: number[] | null
  /** Scores of this item as the file gives them, by metric. */
  scores: Record<string, number>
  line: number
}
export type ImportedRow = Observation | RunRow | CurveRow | SampleRow

export const importContract = {
  'import.read': procedure({
    about:
      'Rows of a file that people already have (CSV or TSV, lm-evaluation-harness results or samples, BIG-bench scores), with everything that was refused, by line, and why.',
    example: { text: 'model,params,tokens,task,accuracy\nsmall,70M,1.4B,gsm8k,2 %\nlarge,70B,1.4T,gsm8k,57 %\n' },
    input: open({
      /** A file's path, from the command line only; elsewhere give the file's text, or hand the file over with `import.begin`. */
      path: text(4096, '"results.csv"').optional(),
      /** A file that was handed over; it keeps its name. */
      file: keptFile.optional(),
      text: z.string({ error: 'expected the text of a file' }).optional(),
      /** The name of the file that the text came from: names of tasks and models may stand in it. */
      fileName: text(4096, '"samples_gsm8k_2026-01-01.jsonl"').optional(),
      /** Found from the content unless told. */
      format: oneOf(FORMATS).optional(),
      /** What the rows are; guessed from the columns unless told. */
      as: oneOf(KINDS_OF_ROWS).optional(),
      /** Columns of a table by name: what they are, or null to leave one out. Those not named are guessed. */
      columns: z.record(z.string(), column).optional(),
      /** The decimal mark of a table; found from the cells unless told. */
      decimal: oneOf(['.', ',']).optional(),
      /** Values for what the file does not say, in every row. */
      fill: open({
        model: name.optional(),
        family: name.optional(),
        task: name.optional(),
        metric: name.optional(),
        N: positive('70e9').optional(),
        D: positive('1.4e12').optional(),
        C: positive('5.76e23').optional()
      }).default({}),
      /** Sizes by the model's name, for files that have none. */
      models: z
        .record(
          z.string(),
          open({ N: positive('70e9').optional(), D: positive('1.4e12').optional(), C: positive('5.76e23').optional(), family: name.optional() })
        )
        .default({}),
      /** Groups of tasks (lm-evaluation-harness, BIG-bench): rows of their members, or of the groups. Never both: a group is the mean of its members. */
      groups: oneOf(['members', 'groups']).default('members'),
      /** Which of BIG-bench's sizes N is. Unless told: total parameters; FLOP-matched ones for a sparse model. */
      sizes: oneOf(['total', 'nonEmbedding', 'flopMatched']).optional(),
      /** Most rows and problems that are returned; the counts tell how many there are. */
      mostRows: number({ from: 1, to: 200_000, whole: true, example: '50000' }).default(50_000),
      /** Most characters of names, targets, outputs and vectors in the returned rows: samples may hold long texts. */
      mostCharacters: number({ from: 1, to: 1e9, whole: true, example: '10000000' }).default(1e9),
      mostProblems: number({ from: 0, to: 10_000, whole: true, example: '200' }).default(200)
    }).refine((given) => [given.path, given.file, given.text].filter((one) => one !== undefined).length === 1, {
      error: 'expected one of: the path of a file, a file that was handed over, its text',
      path: ['text']
    }),
    output: z.object({
      format: z.enum(FORMATS),
      /** What the rows are. */
      kind: z.enum(KINDS_OF_ROWS),
      /** Observations, runs, records of a curve or samples, by `kind`; checked where they are made, in the worker. */
      rows: z.custom<ImportedRow[]>((rows) => Array.isArray(rows)),
      /** For samples that carry scores: their means by task and metric, ready for the emergence analysis. */
      observations: z.array(observationSchema),
      /** Refused lines and cells; `counts.problems` tells how many there are in all. */
      problems: z.array(problemSchema),
      /** Columns of a table, in order: what each was taken for, and its first cells. */
      columns: z.array(
        z.object({
          name: z.string(),
          /** Null: left out. */
          field: z.enum(FIELDS).nullable(),
          guessed: z.boolean(),
          /** What bare numbers of the column were multiplied by. */
          unit: n,
          preview: z.array(z.string()),
          /** Empty cells and those that say "no value" (N/A, –, …). */
          empty: n
        })
      ),
      /** How a table is written. */
      table: z.object({ delimiter: z.string(), decimal: z.enum(['.', ',']), header: z.boolean() }).nullable(),
      /** Lines with content; rows made of them; rows returned; problems in all. */
      counts: z.object({ lines: n, rows: n, returned: n, problems: n }),
      /** Sizes that stand in the names of models without a size: never used unless given back in `models`. */
      suggestions: z.array(z.object({ model: z.string(), N: n, from: z.string() })),
      warnings
    }),
    item: progressSchema
  })
} as const
