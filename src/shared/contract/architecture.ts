/** `allocate.architecture`: from the shape of a transformer to its parameters, FLOP and memory, and from a number of parameters to a shape. */
import * as z from 'zod'
import { number, oneOf, open } from '../plan/rules'
import { n, orNoAnswer, positive, procedure, warnings } from './procedure'

const whole = (example: string, from = 1) => number({ from, to: 1e9, whole: true, example })
const flag = z.boolean({ error: 'expected true or false' })

/** What a shape and the rules for finding one have in common. */
const family = {
  gated: flag.default(true),
  tied: flag.default(false),
  learnedPositions: whole('1024', 0).default(0),
  biases: oneOf(['none', 'qkv', 'all']).default('none'),
  norm: oneOf(['rms', 'layer']).default('rms'),
  normsPerLayer: whole('2', 0).default(2),
  headNorms: flag.default(false)
}

const expertsSchema = open({
  /** Routed experts of a layer, and how many of them a token passes. */
  total: whole('8'),
  active: whole('2'),
  /** Experts that every token passes, and the inner width of each (that of the routed ones unless given). */
  shared: whole('0', 0).default(0),
  sharedWidth: whole('5632').optional(),
  /** First layers without experts, and the inner width of their feed-forward layer (4 widths, or 8/3 when gated, are common; it must be given). */
  denseLayers: whole('0', 0).default(0),
  denseWidth: whole('10944').optional()
})
  .refine((e) => e.active <= e.total, { error: 'expected at most as many active experts as there are, for example 2 of 8', path: ['active'] })
  .refine((e) => e.denseLayers === 0 || e.denseWidth !== undefined, {
    error: 'expected the width of the dense layers, for example 10944',
    path: ['denseWidth']
  })

export const shapeSchema = open({
  layers: whole('32'),
  width: whole('4096'),
  heads: whole('32'),
  /** Heads of keys and values: as many as query heads unless given. */
  kvHeads: whole('8').optional(),
  /** Channels of a head: width over heads unless given. */
  headDim: whole('128').optional(),
  /** Inner width of a feed-forward layer, or of one routed expert. */
  ffnWidth: whole('14336'),
  vocabulary: whole('128256'),
  ...family,
  experts: expertsSchema.optional()
})
  .refine((s) => s.headDim !== undefined || s.width % s.heads === 0, {
    error: 'expected headDim, because width is no multiple of heads; for example 128',
    path: ['headDim']
  })
  .refine((s) => s.heads % (s.kvHeads ?? s.heads) === 0, { error: 'expected a divisor of heads, for example 8 for 32 heads', path: ['kvHeads'] })
  .refine((s) => (s.experts?.denseLayers ?? 0) <= s.layers, {
    error: 'expected at most as many dense layers as there are layers, for example 1',
    path: ['experts', 'denseLayers']
  })

export const rulesSchema = open({
  /** Width over layers. */
  widthPerLayer: positive('128').default(128),
  headDim: whole('128').default(128),
  queriesPerKeyValue: whole('1').default(1),
  /** Inner width of the feed-forward layer (of one expert) over the width: 8/3 when gated and 4 otherwise unless given; rounded up to a multiple. */
  ffnPerWidth: positive('3.5').optional(),
  ffnMultiple: whole('256').default(256),
  vocabulary: whole('128256').default(128256),
  ...family,
  experts: open({ total: whole('8'), active: whole('2'), shared: whole('0', 0).default(0) })
    .refine((e) => e.active <= e.total, { error: 'expected at most as many active experts as there are, for example 2 of 8', path: ['active'] })
    .optional()
})

const experts = z.object({ total: n, active: n, shared: n, sharedWidth: n, denseLayers: n, denseWidth: n })
const shape = z.object({
  layers: n,
  width: n,
  heads: n,
  kvHeads: n,
  headDim: n,
  ffnWidth: n,
  gated: z.boolean(),
  vocabulary: n,
  tied: z.boolean(),
  learnedPositions: n,
  biases: z.string(),
  norm: z.string(),
  normsPerLayer: n,
  headNorms: z.boolean(),
  experts: experts.nullable()
})
/** Of weight matrices (2 for each entry that a token passes), of attention (its two products), and both. */
const flop = z.object({ matrices: n, attention: n, total: n })

export const architectureProcedure = procedure({
  about: 'Parameters, FLOP per token and memory of a transformer from its shape; or, from a number of parameters, a shape that has it.',
  example: { shape: { layers: 32, width: 4096, heads: 32, kvHeads: 8, ffnWidth: 14336, vocabulary: 128256 }, context: 8192 },
  input: open({
    shape: shapeSchema.optional(),
    /** Parameters to find a shape for, what they count, and the proportions to keep. */
    N: positive('7e9').optional(),
    counts: oneOf(['total', 'active', 'nonEmbedding', 'activeNonEmbedding']).default('total'),
    rules: rulesSchema.optional(),
    /** Tokens of a sequence: of training, of the prompt, and of what a generated token sees. */
    context: whole('4096').default(4096),
    precision: oneOf(['fp32', 'mixed', 'bf16', 'fp8']).default('mixed'),
    optimiser: oneOf(['adam', 'adam-8bit', 'adafactor', 'sgd-momentum', 'muon', 'sgd']).default('adam'),
    /** Bytes of a weight and of a key or value when serving. */
    servingBytes: open({ weight: positive('2').default(2), keyValue: positive('2').default(2) }).prefault({})
  }).refine((input) => (input.shape === undefined) !== (input.N === undefined), {
    error: 'expected exactly one of shape and N, for example {"N": 7e9}',
    path: ['shape']
  }),
  output: orNoAnswer(
    z.object({
      shape,
      parameters: z.object({
        /** With embeddings, as Hoffmann et al. count N: stored, and passed by a token (the same in a dense model). */
        total: n,
        active: n,
        /** Without token and position embeddings and output head, as Kaplan et al. count N. */
        nonEmbedding: n,
        activeNonEmbedding: n,
        /** Stored over passed by a token: 1 in a dense model. */
        totalPerActive: n,
        parts: z.object({ tokenEmbedding: n, positionEmbedding: n, outputHead: n, attention: n, feedForward: n, router: n, norms: n })
      }),
      /** Count of the shape over the wanted one, less 1; 0 when the shape was given. */
      off: n,
      /**
       * FLOP per token. Counted: queries, keys, values, output, feed-forward of the active experts, router, output head (tied or not), the two products of
       * attention over the tokens that each one sees. Not counted: embedding look-up, norms, biases, softmax, activation functions, recomputation.
       */
      flopPerToken: z.object({
        /** Forward and backward, mean over a sequence of `context` tokens. */
        training: flop,
        /** The same as if every token saw the whole sequence: the convention of Megatron and PaLM. */
        trainingUnmasked: n,
        /** 6·N with N active parameters, as the laws count compute; and the k with which k·N·D gives the exact FLOP. */
        sixN: n,
        perActiveParameter: n,
        /** Forward: mean over a prompt of `context` tokens, and of the token that comes at `context`. */
        prefill: flop,
        decode: flop
      }),
      memory: z.object({
        /** Bytes per parameter and in all; activations come on top, so this is a floor. */
        training: z.object({ weights: n, gradients: n, master: n, optimiser: n, bytesPerParameter: n, bytes: n, source: z.string() }),
        /** Least activations per token of a batch, when every layer is computed again in the backward pass. */
        leastActivationBytesPerToken: n,
        serving: z.object({ weightBytes: n, keyValueBytesPerToken: n, keyValueBytesAtContext: n })
      }),
      warnings
    })
  )
})
