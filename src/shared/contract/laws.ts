/** `laws.*`: what a scaling law says, and turned round. What there is to see of laws beside each other is in `lawViews.ts`. */
import * as z from 'zod'
import { ASKED_ONLY_LAW_IDS, covarianceSchema, LAW_IDS } from '../plan/lawSchema'
import { number, oneOf, open } from '../plan/rules'
import { lawFigures } from './lawFigures'
import { lawViews } from './lawViews'
import { n, nothing, orNoAnswer, positive, procedure, spending, warnings } from './procedure'

export const ALL_LAW_IDS = [...LAW_IDS, ...ASKED_ONLY_LAW_IDS, 'fitted:chinchilla'] as const
export const law = oneOf(ALL_LAW_IDS)
/** Laws of N and D (and of compute that follows from them): all but those that ask for modalities or languages. */
export const planarLaw = law.exclude(['multimodal', 'multilingual'], { error: 'expected a law of N and D, for example "hoffmann-2022"' })
/** A published set of the law (its first unless given), or constants of the user's own by name, as `laws.list` names them. */
export const constants = z
  .union([z.string().max(40), z.record(z.string().max(60), number({ from: 0, to: 1e60, example: '0.34' }))], {
    error:
      'expected the name of a published set, for example "printed", or your own constants, for example {"E": 1.8, "A": 480, "B": 2100, "alpha": 0.35, "beta": 0.37}'
  })
  .optional()
const languages = positive('12').optional()
const flopPerParamToken = positive('6').default(6)

export const policySchema = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('optimal') }),
    open({ kind: z.literal('ratio'), value: positive('20').default(20) }),
    open({ kind: z.literal('fixedN'), value: positive('70e9') }),
    open({ kind: z.literal('fixedD'), value: positive('1.4e12') })
  ],
  { error: 'expected {"kind": "optimal"}, {"kind": "ratio", "value": 20}, {"kind": "fixedN", "value": 70e9} or {"kind": "fixedD", "value": 1.4e12}' }
)

export const GIVENS = ['N', 'D', 'C', 'loss', 'usd', 'acceleratorHours', 'days'] as const
const given = z
  .strictObject(Object.fromEntries(GIVENS.map((g) => [g, positive('5.76e23').optional()])) as Record<(typeof GIVENS)[number], z.ZodOptional<z.ZodNumber>>, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })
  .refine((g) => Object.values(g).filter((v) => v !== undefined).length === 1, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })

const range = z.tuple([n, n]).nullable()

export const lawsContract = {
  'laws.list': procedure({
    about: 'The laws: id, citation, formula, arguments, constants of each published set, the range of the runs that each was fitted to, and what it answers.',
    example: {},
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        citation: z.string(),
        formula: z.string(),
        /** What it is a function of: N, D, C, uniqueTokens, languages, modalities (tokens by modality in place of D). */
        arguments: z.array(z.string()),
        /** What a reader of its numbers should know. */
        note: z.string(),
        /** Sets by name, the default first; empty where whoever asks brings their own. */
        constants: z.record(z.string(), z.record(z.string(), n)),
        /** Constants that can be given as `constants`; the figures are accepted ones, invented where no source gives any. */
        example: z.record(z.string(), n),
        fittedRange: z.object({ N: range, D: range, C: range }),
        /** Which questions have an answer: its loss, its terms, its optimum, solving from a loss, the effective size of a run, and whether a plan can use it. */
        answers: z.object({
          loss: z.boolean(),
          terms: z.boolean(),
          optimum: z.boolean(),
          solveFromLoss: z.boolean(),
          effectiveSize: z.boolean(),
          plan: z.boolean()
        })
      })
    )
  }),
  'laws.loss': procedure({
    about: 'Loss in nats per token of a run under a law, with the terms that add up to it and the share of each.',
    example: { law: 'hoffmann-2022', N: 70e9, D: 1.4e12 },
    input: open({
      law,
      constants,
      N: positive('70e9').optional(),
      /** Tokens; for `multimodal` by modality: {"text": 1e12, "image": 2e11}. */
      D: z
        .union(
          [
            positive('1.4e12'),
            z.record(z.string().regex(/^\w{1,40}$/), positive('1.4e12')).refine((modalities) => Object.keys(modalities).length > 0, {
              error: 'expected the tokens of one modality at least, for example {"text": 1e12}'
            })
          ],
          {
            error: 'expected a number of tokens above 0, for example 1.4e12, or by modality, for example {"text": 1e12, "image": 2e11}'
          }
        )
        .optional(),
      C: positive('5.76e23').optional(),
      /** Number of languages, for `multilingual`. */
      languages,
      /** Unique tokens, for `muennighoff-2023`: D beyond them are repetitions. */
      uniqueTokens: positive('1e12').optional(),
      /** k in C = k·N·D. */
      flopPerParamToken,
      /** Covariance of your own constants, as `laws.fit` gives it; gives the standard error of the loss. */
      covariance: covarianceSchema.optional()
    }),
    output: orNoAnswer(
      z.object({
        loss: n,
        /** approximation, generalisation, optimisation, irreducible, … where the form has them; empty where it is no sum. */
        terms: z.record(z.string(), n),
        /** Each term over the loss. */
        shares: z.record(z.string(), n),
        /** By the delta method from `covariance`; null without it. */
        standardError: n.nullable(),
        /** The run, as given or as it follows; null for what the law does not need. */
        N: n.nullable(),
        D: n.nullable(),
        C: n.nullable(),
        /** N′ and D′: parameters and tokens that count, under a law of repeated data; null for others. */
        effective: z.object({ N: n, D: n }).nullable(),
        warnings
      })
    )
  }),
  'laws.optimum': procedure({
    about: 'N and D of least loss for C FLOP under C = k·N·D.',
    example: { law: 'besiroglu-2024', C: 5.76e23 },
    input: open({
      law,
      constants,
      C: positive('5.76e23'),
      flopPerParamToken,
      languages,
      /** Tokens per parameter that are quoted beside it, such as 20; a warning says so when the optimum contradicts them. */
      quotedRatio: positive('20').optional()
    }),
    output: orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), tokensPerParam: n, warnings }))
  }),
  'laws.solve': procedure({
    about: 'From any one of N, D, C, loss, usd, accelerator-hours or days to all the others, under a law and a policy.',
    example: { law: 'hoffmann-2022', policy: { kind: 'ratio', value: 20 }, given: { usd: 1e6 } },
    input: open({ law, constants, policy: policySchema, given, flopPerParamToken, languages, costs: spending.optional() }),
    output: orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), usd: n, acceleratorHours: n, days: n, warnings }))
  }),
  ...lawViews({ law, constants }),
  ...lawFigures({ law: planarLaw, constants })
} as const
