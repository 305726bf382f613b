/** What there is to see of laws beside each other and of one law's curve: validation table, slope, emergence point, theory against observation. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { number, open } from '../plan/rules'
import type { constants as constantsSchema, law as lawSchema } from './laws'
import { n, nothing, orNoAnswer, positive, procedure, warnings } from './procedure'

/** Beyond criticalSize the slope is multiplied by 1 + kappa·((N − N_c)/N_c)^delta. */
const regime = open({
  criticalSize: positive('1e10'),
  kappa: number({ from: 0, to: 1e6, example: '0.5' }),
  delta: number({ from: 0, to: 100, example: '0.2' })
})
const point = z.object({
  /** Inside the range, at its end, at a kink or jump of the curve, or nowhere. */
  status: z.enum(['interior', 'edge', 'kink', 'none']),
  N: n.optional(),
  /** What the point does and does not mean. */
  note: noteSchema
})
/** Lowest and highest N looked at. */
const range = z
  .tuple([positive('1e6'), positive('1e12')], { error: 'expected the lowest and the highest N, for example [1e6, 1e12]' })
  .refine(([low, high]) => high > low, { error: 'expected the lowest N before the highest, for example [1e6, 1e12]' })

export const lawViews = ({ law, constants }: { law: typeof lawSchema; constants: typeof constantsSchema }) =>
  ({
    'laws.validate': procedure({
      about:
        'The validation table: the loss of each published model by every law, beside any claimed value, with its error and why numbers are or are not comparable.',
      example: {},
      input: open({
        /** Columns; every law that has a loss and published constants unless given. */
        laws: z
          .array(
            z.union([law, open({ law, constants: z.string().max(40).optional() })], {
              error: 'expected a law such as "hoffmann-2022", or with a set such as {"law": "kaplan-2020-c", "constants": "compute-efficient"}'
            })
          )
          .min(1)
          .max(60)
          .optional()
      }),
      output: z.object({
        columns: z.array(
          z.object({
            /** Key into `losses`: the law's id, with the set behind a colon where it is not the law's first. */
            key: z.string(),
            law: z.string(),
            constants: z.string(),
            name: z.string(),
            notes: z.array(noteSchema)
          })
        ),
        rows: z.array(
          z.object({
            model: z.string(),
            year: n.nullable(),
            /** Active parameters, tokens and FLOP as published; null where they are not. */
            N: n.nullable(),
            totalN: n.nullable(),
            D: n.nullable(),
            C: n.nullable(),
            /** False for models whose figures are not public: no losses then. */
            computable: z.boolean(),
            losses: z.record(z.string(), n),
            /** Columns whose law was not fitted to runs of this N, D or C. */
            extrapolated: z.array(z.string()),
            /** A claim, never a result. */
            claimed: z.object({ low: n, high: n }).nullable(),
            /** Claim less loss, in nats and over the loss, by column; 0 within a claimed range; null without a claim or a loss. */
            error: z.record(z.string(), z.object({ absolute: n, relative: n })).nullable(),
            /** The notes as one English text. */
            note: z.string(),
            notes: z.array(noteSchema)
          })
        ),
        /** Laws that have no column, with the reason. */
        notApplicable: z.array(z.object({ law: z.string(), reason: noteSchema })),
        warnings
      })
    }),
    'laws.slope': procedure({
      about: 'Local slope dL/dN of a law, with and without a regime change, beside what the formulas of the source give.',
      example: { law: 'kaplan-2020-n', N: 20e9, regime: { criticalSize: 1e10, kappa: 0.5, delta: 0.05 } },
      /** D unlimited unless given. */
      input: open({ law, constants, N: positive('20e9'), D: positive('1.4e12').optional(), languages: positive('12').optional(), regime: regime.optional() }),
      output: orNoAnswer(
        z.object({
          /** dL/dN in nats per token and parameter, without the regime; at most 0. */
          slope: n,
          withRegime: n.nullable(),
          /** 1 + κ·H(N − N_c)·((N − N_c)/N_c)^δ. */
          factor: n.nullable(),
          /** K and α when N moves the loss as one power term (K/N)^α; the slope is then −α·K^α/N^(1+α). */
          K: n.nullable(),
          alpha: n.nullable(),
          /** Whether the loss stays bounded under the regime, δ < α. */
          bounded: z.boolean().nullable(),
          /** The source's formulas with their values, marked with what is wrong in each. */
          source: z.array(z.object({ formula: z.string(), value: n, fault: noteSchema })),
          warnings
        })
      )
    }),
    'laws.emergencePoint': procedure({
      about: 'Size of largest |d²L/dN²| and of largest curvature on logarithmic axes: where it lies, if anywhere, and what that means.',
      example: { law: 'hoffmann-2022', range: [1e6, 1e12] },
      /** D unlimited unless given. */
      input: open({ law, constants, range, D: positive('1.4e12').optional(), languages: positive('12').optional(), regime: regime.optional() }),
      output: orNoAnswer(
        z.object({
          linear: point,
          logLog: point,
          /** The loss over the range, evenly in ln N; under the regime it ends before it would fall to 0. */
          curve: z.array(z.object({ N: n, loss: n, withRegime: n.nullable() })),
          warnings
        })
      )
    }),
    'laws.theoryTable': procedure({
      about:
        'Theory against observation: the exponents of classical bounds on the three parts of the error beside the measured ones, and how the source misreads them.',
      example: {},
      input: nothing,
      output: z.object({
        rows: z.array(
          z.object({
            error: z.string(),
            /** N, D or C. */
            of: z.string(),
            /** The bound; null where the source gives none. */
            theory: z.string().nullable(),
            theoryExponent: n.nullable(),
            observed: z.string(),
            observedExponent: n,
            /** Times as much scale that halves the loss by the observed exponent, and the error by the bound. */
            halvedBy: z.object({ observed: n, theory: n.nullable() }),
            note: noteSchema
          })
        ),
        warnings
      })
    })
  }) as const
