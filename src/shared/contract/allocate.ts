/** `allocate.*`: from compute to N and D under constraints, and what a run is worth beside the optimum. */
import * as z from 'zod'
import { date, number, oneOf, open } from '../plan/rules'
import { DEFAULT_ACCELERATOR } from '../plan/schema'
import { architectureProcedure } from './architecture'
import { constants, planarLaw as law } from './laws'
import { n, orNoAnswer, positive, procedure, warnings } from './procedure'

const run = z.object({ N: n, D: n })
const flopPerParamToken = positive('6').default(6)

/** Price per accelerator-hour, utilisation and dense peak; their quotient is USD per FLOP. */
const rate = (mfu: number) =>
  open({
    usdPerHour: number({ above: 0, to: 1e6, example: '2.5' }).default(3.95),
    mfu: number({ above: 0, to: 1, example: String(mfu) }).default(mfu),
    peakFlopPerSecond: number({ above: 0, to: 1e20, example: '989.4e12' }).default(DEFAULT_ACCELERATOR.peakFlopPerSecond)
  }).prefault({})
const prices = open({ training: rate(0.4), inference: rate(0.2), asOf: date.default('2025-03') })

/** What a model costs over its life: FLOP of training and of serving, and USD of both where prices are given. */
const life = z.object({
  N: n,
  D: n,
  trainFlop: n,
  inferenceFlop: n,
  totalFlop: n,
  usd: z.object({ train: n, inference: n, total: n }).nullable()
})

export const allocateContract = {
  'allocate.effectiveSize': procedure({
    about: 'N of the compute-optimal run with the loss of (N, D): what makes a small, long-trained model comparable with a large, short-trained one.',
    example: { law: 'hoffmann-2022', N: 7e9, D: 2e12 },
    input: open({ law, constants, N: positive('7e9'), D: positive('2e12') }),
    output: orNoAnswer(z.object({ N: n, warnings }))
  }),
  'allocate.inference': procedure({
    about: 'The run of a given quality that costs least over training and serving: minimises 6·N·D + 2·N·inferenceTokens on the curve of equal loss.',
    example: { law: 'hoffmann-2022', quality: { N: 13e9, D: 617.4e9 }, inferenceTokens: 2e12 },
    input: open({
      law,
      constants,
      /** The loss to reach, or the run whose loss it is. */
      loss: positive('2.02').optional(),
      quality: open({ N: positive('13e9'), D: positive('617e9') }).optional(),
      /** Tokens in and out that the model serves over its life. */
      inferenceTokens: number({ from: 0, to: 1e60, example: '2e12' }),
      flopPerParamToken,
      inferenceFlopPerParamToken: positive('2').default(2),
      /** When given, USD are minimised instead of FLOP, unless `minimise` says otherwise. */
      prices: prices.optional(),
      minimise: oneOf(['flop', 'usd']).optional()
    })
      .refine((input) => (input.loss === undefined) !== (input.quality === undefined), {
        error: 'expected exactly one of loss and quality, for example {"quality": {"N": 13e9, "D": 617e9}}',
        path: ['loss']
      })
      .refine((input) => input.minimise !== 'usd' || input.prices !== undefined, {
        error: 'expected prices, for example {"training": {"usdPerHour": 2.5, "mfu": 0.4}, "inference": {"usdPerHour": 2.5, "mfu": 0.2}}',
        path: ['prices']
      }),
    output: orNoAnswer(
      life.extend({
        loss: n,
        tokensPerParam: n,
        /** What was minimised, and what the savings are shares of. */
        minimised: z.enum(['flop', 'usd']),
        /** Saved against `baseline`: the run of `quality`, taken as the optimum that it is offered as, or the compute-optimal run of `loss`. */
        savingVsOptimal: n,
        baseline: life,
        /** The compute-optimal run of the same loss under the law, and what is saved against it; `baseline` itself unless `quality` is not compute-optimal. */
        optimal: life.extend({ saving: n }),
        /** Runs of the same loss, N ascending, and what each costs in training, in serving and in all: FLOP or USD, whichever was minimised. */
        curve: z.object({ N: z.array(n), D: z.array(n), training: z.array(n), serving: z.array(n), total: z.array(n) }),
        warnings
      })
    )
  }),
  'allocate.dataLimited': procedure({
    about: 'N and D of least loss for C FLOP when only so many unique tokens exist and repeated ones are worth less (Muennighoff et al. 2023).',
    example: { law: 'besiroglu-2024', C: 1e23, uniqueTokens: 100e9 },
    input: open({
      law,
      constants,
      C: positive('1e23'),
      uniqueTokens: positive('100e9'),
      /** Most times that a token may be seen; no limit when left out. */
      maxEpochs: number({ from: 1, to: 1e6, example: '4' }).optional(),
      flopPerParamToken
    }),
    output: orNoAnswer(
      z.object({
        N: n,
        D: n,
        /** D over the unique tokens; below 1 when not all are needed. */
        epochs: n,
        /** Fresh tokens worth as much as D, and parameters worth as much as N (they differ from N under a law that discounts excess parameters). */
        effectiveTokens: n,
        effectiveParameters: n,
        loss: n,
        tokensPerParam: n,
        limitedBy: z.enum(['nothing', 'repetition', 'epochs']),
        /** The optimum for the same compute if every token were fresh, and how many times the unique tokens it would take. */
        unlimited: run.extend({ loss: n, epochs: n }),
        /** Runs of the same compute, epochs ascending: with the tokens that there are, and as if every one were fresh. */
        curve: z.object({
          epochs: z.array(n),
          N: z.array(n),
          D: z.array(n),
          effectiveTokens: z.array(n),
          loss: z.array(n),
          fresh: z.array(n)
        }),
        warnings
      })
    )
  }),
  'allocate.overtraining': procedure({
    about: 'What a size other than the compute-optimal one costs at equal loss: its tokens, its extra compute, and the size that it counts for.',
    example: { law: 'hoffmann-2022', N: 7e9, D: 2e12 },
    input: open({ law, constants, N: positive('7e9'), D: positive('2e12').optional(), loss: positive('2.02').optional(), flopPerParamToken }).refine(
      (input) => (input.D === undefined) !== (input.loss === undefined),
      { error: 'expected exactly one of D and loss beside N, for example {"N": 7e9, "D": 2e12}', path: ['D'] }
    ),
    output: orNoAnswer(
      z.object({
        N: n,
        D: n,
        C: n,
        loss: n,
        tokensPerParam: n,
        /** The compute-optimal run of the same loss; its N is the effective size of the run. */
        optimal: run.extend({ C: n, tokensPerParam: n }),
        effectiveN: n,
        /** N, D and C over those of the compute-optimal run: below 1, above 1 and at least 1 when over-trained. */
        sizeFactor: n,
        tokensFactor: n,
        computeFactor: n,
        /** Training FLOP above those of the compute-optimal run. */
        extraFlop: n,
        warnings
      })
    )
  }),
  'allocate.architecture': architectureProcedure
} as const
