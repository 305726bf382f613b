import { expect } from 'vitest'
import type { Input } from '../../../src/shared/contract'
import type { Golden } from './golden'

type Area = 'allocate.effectiveSize' | 'allocate.inference' | 'allocate.dataLimited' | 'allocate.overtraining' | 'allocate.architecture'

/** Minimisation alone locates an optimum to the square root of the precision of what it minimises. */
const MINIMISED: [number, string] = [2e-7, 'SciPy minimises a flat function: its arguments are good to 1e-7, the least value to 1e-14']
const shape = (given: NonNullable<Input<'allocate.architecture'>['shape']>): Input<'allocate.architecture'> => ({ shape: given })

export const allocateGolden: Golden<Area> = {
  'allocate.effectiveSize': [
    {
      name: 'a compute-optimal run counts for its own size: N 40.3588B and D 2.37860T at 5.76e23 FLOP (closed form, computed in Python)',
      input: { law: 'hoffmann-2022', N: 40.3588e9, D: 2.3786e12 },
      output: { N: 40.3588e9 },
      within: [1e-4, 'N and D are given to six digits']
    }
  ],
  'allocate.inference': [
    {
      name: 'runs of the quality of 13B on 617.4B: one of three times the optimal 12.9998B needs 273.3B tokens, 6.396e22 FLOP to train and 1.560e23 to serve 2T (NumPy)',
      input: { law: 'hoffmann-2022', quality: { N: 13e9, D: 617.4e9 }, inferenceTokens: 2e12 },
      output: {
        curve: {
          N: { 80: 38999279415.670456 },
          D: { 80: 273342412102.25146 },
          training: { 80: 6.396094263437428e22 },
          serving: { 80: 1.559971176626818e23 },
          total: { 80: 2.199580602970561e23 }
        }
      },
      within: [1e-9, 'a size from a loss is a power of −1/α']
    },
    {
      name: 'Hoffmann unrounded: a compute-optimal 13B on 617B tokens that serves 2T is better a 7.12B, which saves 16.3 % of the FLOP (SciPy, test/golden/allocation)',
      input: { law: 'hoffmann-2022', quality: { N: 13e9, D: 617424988089.5753 }, inferenceTokens: 2e12 },
      output: { N: 7120312349.784213, D: 1295144465020.3262, totalFlop: 8.381224817337022e22, savingVsOptimal: 0.16320926295, minimised: 'flop', usd: null },
      within: MINIMISED
    },
    {
      name: 'Hoffmann unrounded at 20 : 1: the quality of 13B on 260B tokens from a 4.11B saves 44.0 %, and 24.5 % against the optimum of that quality (SciPy)',
      input: { law: 'hoffmann-2022', quality: { N: 13e9, D: 260e9 }, inferenceTokens: 2e12 },
      output: {
        N: 4108383158.6314774,
        D: 975230463617.7666,
        savingVsOptimal: 0.44004904386281807,
        optimal: { N: 8568692856.476389, D: 375904389212.30194, saving: 0.24491360655915007 }
      },
      within: MINIMISED,
      also: (answer) => expect('warnings' in answer && answer.warnings.map(({ code }) => code)).toContain('quality-not-optimal')
    },
    {
      name: 'Besiroglu: the 13B (259B tokens) becomes a 6.09B and saves 29.0 % (SciPy)',
      input: { law: 'besiroglu-2024', quality: { N: 13e9, D: 259457205772.02136 }, inferenceTokens: 2e12 },
      output: { N: 6094284183.895797, D: 735957074629.8494, savingVsOptimal: 0.29001126510271047 },
      within: MINIMISED
    },
    {
      name: 'in USD, a FLOP of serving four times as dear as one of training: 4.92B, saving 40.6 % of the USD (SciPy)',
      input: {
        law: 'hoffmann-2022',
        quality: { N: 13e9, D: 617424988089.5753 },
        inferenceTokens: 2e12,
        prices: { training: { usdPerHour: 2, mfu: 0.4 }, inference: { usdPerHour: 4, mfu: 0.2 } }
      },
      output: {
        N: 4917449502.164567,
        D: 2493046448958.646,
        minimised: 'usd',
        savingVsOptimal: 0.4056984857701963,
        usd: { total: (1.522357721504621e23 * 2) / (989.4e12 * 0.4 * 3600) }
      },
      within: MINIMISED
    }
  ],
  'allocate.dataLimited': [
    {
      name: 'the same compute spent on 64 epochs of 100B: 2.604B parameters, D′ 1.6131T, 2.14412 nats, 2.11589 if every token were fresh (NumPy)',
      input: { law: 'besiroglu-2024', C: 1e23, uniqueTokens: 100e9 },
      output: {
        curve: {
          epochs: { 80: 64 },
          N: { 80: 2604166666.6666665 },
          effectiveTokens: { 80: 1613124714410.578 },
          loss: { 80: 2.1441183947351328 },
          fresh: { 80: 2.115887784169761 }
        }
      }
    },
    {
      name: '1e23 FLOP and 100B unique tokens under Besiroglu: 34.8B for 4.79 epochs (SciPy, test/golden/allocation)',
      input: { law: 'besiroglu-2024', C: 1e23, uniqueTokens: 100e9 },
      output: { N: 34773921929.91734, D: 479286365807.58215, epochs: 4.792863658075822, effectiveTokens: 436157157415.40546, limitedBy: 'repetition' },
      within: MINIMISED,
      also: (answer) => {
        if (!('loss' in answer)) throw new Error(answer.detail)
        expect(answer.loss).toBeCloseTo(2.035815724759562, 13)
        expect(answer.warnings.map(({ code }) => code)).toContain('many-epochs')
      }
    },
    {
      name: 'at most 4 epochs of the same: D = 4·100B, N = C/(6·D), D′ = 3.72567 times the unique tokens (by hand)',
      input: { law: 'besiroglu-2024', C: 1e23, uniqueTokens: 100e9, maxEpochs: 4 },
      output: { N: 1e23 / (6 * 4e11), D: 4e11, epochs: 4, effectiveTokens: 3.72567312306133e11, limitedBy: 'epochs' }
    }
  ],
  'allocate.overtraining': [
    {
      name: 'Hoffmann: 7B on 2T counts for 15.03B on 0.734T and takes 1.27 times its compute (SciPy, test/golden/allocation)',
      input: { law: 'hoffmann-2022', N: 7e9, D: 2e12 },
      output: {
        loss: 2.0079842034867887,
        effectiveN: 15028815030.637127,
        optimal: { D: 733771432895.5802 },
        computeFactor: (7e9 * 2e12) / (15028815030.637127 * 733771432895.5802)
      },
      within: MINIMISED
    },
    {
      name: 'the published 13B → 7B example under the printed constants: 2.132T tokens (SciPy)',
      input: { law: 'hoffmann-2022', constants: 'printed', N: 7e9, loss: 2.017677497060779 },
      output: { D: 2132259547022.725, optimal: { N: 13e9, D: 991735638786.6858 } },
      within: [1e-11, 'the loss carries 16 digits, a few of which the inversion takes']
    }
  ],
  'allocate.architecture': [
    {
      name: 'Llama 3 8B: 8,030,261,248 parameters (config.json and weights of meta-llama/Meta-Llama-3-8B)',
      input: shape({ layers: 32, width: 4096, heads: 32, kvHeads: 8, ffnWidth: 14336, vocabulary: 128256 }),
      output: { parameters: { total: 8030261248, active: 8030261248, nonEmbedding: 8030261248 - 2 * 128256 * 4096 } },
      within: [0, 'parameters are counted']
    },
    {
      name: 'Mixtral 8x7B: 46,702,792,704 parameters, 12.88B of them active (config.json and weights of mistralai/Mixtral-8x7B-v0.1)',
      input: shape({ layers: 32, width: 4096, heads: 32, kvHeads: 8, ffnWidth: 14336, vocabulary: 32000, experts: { total: 8, active: 2 } }),
      output: { parameters: { total: 46702792704, active: 46702792704 - 32 * 6 * 3 * 4096 * 14336 } },
      within: [0, 'parameters are counted']
    },
    {
      name: 'GPT-3: 6·N + 12·layers·width·context without mask is 72·l·d²·(1 + s/6d + V/12ld) per token (Narayanan et al. 2021, eq. 3, by hand)',
      input: {
        shape: {
          layers: 96,
          width: 12288,
          heads: 96,
          ffnWidth: 49152,
          gated: false,
          vocabulary: 50257,
          tied: true,
          learnedPositions: 2048,
          biases: 'all',
          norm: 'layer'
        },
        context: 2048
      },
      output: {
        parameters: { total: 174604259328 },
        flopPerToken: { trainingUnmasked: 72 * 96 * 12288 ** 2 * (1 + 2048 / (6 * 12288) + 50257 / (12 * 96 * 12288)) }
      }
    },
    {
      name: 'from 13B active with eight experts in the proportions of Mixtral, back to its published shape',
      input: {
        N: 12.9e9,
        counts: 'active',
        rules: { experts: { total: 8, active: 2 }, queriesPerKeyValue: 4, ffnPerWidth: 3.5, vocabulary: 32000 }
      },
      output: { shape: { layers: 32, width: 4096, heads: 32, kvHeads: 8, ffnWidth: 14336 }, parameters: { total: 46702792704 } }
    }
  ]
}
