/** `grokking.*`: memorisation and generalisation in a training curve. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { number, oneOf, open, text } from '../plan/rules'
import { cell, orRefused, problemSchema } from './observations'
import { n, procedure, warnings } from './procedure'

const name = text(300, '"lr 1e-3"')
const signal = z
  .object({
    /** Highest point while accuracy waits, the share of it that is lost by the end of the wait, and the steps from it to the jump (null while there is none). */
    peakStep: n,
    peak: n,
    fall: n,
    leadSteps: n.nullable(),
    /** d ln value/d ln step over the last quarter of the wait. */
    slope: n,
    falling: z.boolean()
  })
  .nullable()

/** A curve that memorises at step 200 and generalises at 6,000. */
const EXAMPLE = [
  [100, 0.4, 0.01, 4.5],
  [200, 0.99, 0.01, 9],
  [300, 1, 0.01, 11],
  [400, 1, 0.01, 12],
  [600, 1, 0.02, 12.5],
  [800, 1, 0.02, 12.5],
  [1000, 1, 0.02, 12],
  [1500, 1, 0.03, 11.5],
  [2000, 1, 0.03, 11],
  [3000, 1, 0.05, 9.5],
  [4000, 1, 0.08, 7],
  [5000, 1, 0.6, 1.5],
  [6000, 1, 0.995, 0.1],
  [7000, 1, 1, 0.02],
  [8000, 1, 1, 0.01],
  [9000, 1, 1, 0.01],
  [10000, 1, 1, 0.01]
].map(([step, trainAccuracy, validationAccuracy, validationLoss]) => ({ step, trainAccuracy, validationAccuracy, validationLoss }))

export const grokkingContract = {
  'grokking.analyze': procedure({
    about: 'When a training curve memorises and when it generalises, whether that is grokking, what announced it, and whether the run is worth continuing.',
    example: { curve: EXAMPLE, chance: 0.01 },
    input: open({
      /** Rows in any order: steps, accuracies, and where they exist losses in nats and the norm of the weights. The accuracy of a test set serves as the validation accuracy. */
      curve: z
        .array(
          open({
            run: name.nullable().optional(),
            step: cell,
            trainAccuracy: cell,
            validationAccuracy: cell,
            trainLoss: cell,
            validationLoss: cell,
            weightNorm: cell
          }),
          {
            error: 'expected rows, for example [{"step": 100, "trainAccuracy": 0.4, "validationAccuracy": 0.01}, …]'
          }
        )
        .max(200_000, { error: 'expected at most 200000 rows; leave out every second one' }),
      /** Which run, where the rows hold several. */
      run: name.optional(),
      /** What the accuracies are: 0–1, or 0–100. */
      accuracyUnit: oneOf(['share', 'percent']).default('share'),
      /** Accuracy that counts as mastered. */
      threshold: number({ above: 0, to: 1, example: '0.99' }).default(0.99),
      /** Accuracy of guessing; 0 when it is not given, with a warning. */
      chance: number({ from: 0, below: 1, example: '0.01' }).optional(),
      /** Tokens of one optimiser step (batch size × sequence length), for `tokens`. */
      tokensPerStep: number({ above: 0, to: 1e15, example: '4e6' }).optional(),
      /** Records in a row that must hold. */
      inARow: number({ from: 1, to: 1000, whole: true, example: '5' }).default(5),
      /** Generalisation at this many times the memorisation step is delayed. */
      delayed: number({ from: 1, to: 1e9, example: '10' }).default(10)
    }),
    output: orRefused(
      z.object({
        verdict: z.enum(['grokked', 'ordinary', 'memorising', 'under way', 'never memorised', 'partial']),
        /** In addition to the verdict: training accuracy ends below half the threshold. */
        collapsed: z.boolean(),
        memorisationStep: n.nullable(),
        generalisationStep: n.nullable(),
        /** Tokens seen at memorisation, at generalisation and at the last record, repeats included; null without tokens per step. */
        tokens: z.object({ memorisation: n.nullable(), generalisation: n.nullable(), last: n }).nullable(),
        /** Steps from memorisation to generalisation, and generalisation/memorisation (null where memorisation is at step 0). */
        delay: n.nullable(),
        delayRatio: n.nullable(),
        /** The wait between them: steps, validation accuracy, number of records. */
        plateau: z.object({ from: n, to: n, level: n, records: n }).nullable(),
        /** The rise of validation accuracy: its middle, and decades of steps from 10 % to 90 % of it; an upper bound where it is not resolved. */
        jump: z.object({ middleStep: n, widthDecades: n, resolved: z.boolean(), rmse: n.nullable() }).nullable(),
        /** Validation accuracy below the threshold after generalisation. */
        dips: z.object({ episodes: n, records: n, lowest: n, lowestStep: n }).nullable(),
        /** Where the accuracies have settled (median of the last tenth), and whether they still rise. */
        ends: z.object({ train: n, validation: n, trainRising: z.boolean(), validationRising: z.boolean() }),
        /** Null where the column is missing or too short. */
        signals: z.object({ validationLoss: signal, weightNorm: signal }),
        /** Records that could be used. */
        records: n,
        /** Null: the record does not tell. */
        advice: z.object({ worthContinuing: z.boolean().nullable(), note: noteSchema, evidence: z.array(noteSchema) }),
        /** Emergence (along scale) beside grokking (along time). */
        comparison: z.array(z.object({ aspect: noteSchema, emergence: noteSchema, grokking: noteSchema })),
        problems: z.array(problemSchema),
        warnings
      })
    )
  })
} as const
