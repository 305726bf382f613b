/** allocate.architecture of the contract. */
import type { Input, Output, ParsedInput } from '../../shared/contract'
import { rulesSchema } from '../../shared/contract/architecture'
import { isNoAnswer, note } from '../../shared/notes'
import type { NoAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { decodeFlop, prefillFlop, trainingFlop, trainingFlopUnmasked } from '../engine/architecture/flop'
import { keyValueBytesPerToken, leastActivationBytesPerToken, trainingBytes } from '../engine/architecture/memory'
import { parametersOf } from '../engine/architecture/parameters'
import type { Shape } from '../engine/architecture/shape'
import { PROPORTION, suggestShape, type Suggestion } from '../engine/architecture/suggest'

type Parsed = ParsedInput<'allocate.architecture'>
type GivenShape = NonNullable<Parsed['shape']>

export function architectureOf(input: Parsed, _context: unknown, given: Input<'allocate.architecture'>): Output<'allocate.architecture'> {
  const { context, precision, optimiser, servingBytes } = input
  const rules = rulesSchema.parse(input.rules ?? {})
  const found = input.shape !== undefined ? known(input.shape) : suggested(input, rules)
  if (isNoAnswer(found)) return found
  const { shape, parameters, off, widthPerLayer } = found
  const training = trainingFlop(shape, context)
  const { total, ...bytes } = trainingBytes(precision, optimiser)
  const perToken = keyValueBytesPerToken(shape, servingBytes.keyValue)
  const strain = Math.abs(Math.log(widthPerLayer / rules.widthPerLayer))
  return {
    shape,
    parameters: { ...parameters, totalPerActive: parameters.total / parameters.active },
    off,
    flopPerToken: {
      training,
      trainingUnmasked: trainingFlopUnmasked(shape, context),
      sixN: 6 * parameters.active,
      perActiveParameter: training.total / parameters.active,
      prefill: prefillFlop(shape, context),
      decode: decodeFlop(shape, context)
    },
    memory: {
      training: { ...bytes, bytesPerParameter: total, bytes: total * parameters.total },
      leastActivationBytesPerToken: leastActivationBytesPerToken(shape),
      serving: {
        weightBytes: servingBytes.weight * parameters.total,
        keyValueBytesPerToken: perToken,
        keyValueBytesAtContext: perToken * context
      }
    },
    warnings: [
      ...(input.shape !== undefined ? defaultNotes({ shape: given.shape }, { shape: input.shape }) : defaultNotes({ rules: given.rules ?? {} }, { rules })),
      ...(input.shape === undefined && strain > Math.log(PROPORTION)
        ? [note('architecture-strained', { N: parameters[input.counts], rule: rules.widthPerLayer, found: widthPerLayer }, 'rules.widthPerLayer')]
        : [])
    ]
  }
}

/** The shape that is found for N, in proportions where two matrices of width 4·d stand for three of 8/3·d. */
function suggested({ N, counts }: Parsed, { experts, ffnPerWidth, ...rest }: ReturnType<typeof rulesSchema.parse>): Suggestion | NoAnswer {
  if (N === undefined) throw new Error('the contract asks for a shape or N')
  return suggestShape(N, counts, { ...rest, ffnPerWidth: ffnPerWidth ?? (rest.gated ? 8 / 3 : 4), experts: experts ?? null })
}

/** A shape as given, with what follows from the rest of it. */
function known(given: GivenShape): Suggestion {
  const { kvHeads = given.heads, headDim = given.width / given.heads, experts, ...rest } = given
  const shape: Shape = {
    ...rest,
    kvHeads,
    headDim,
    experts: experts === undefined ? null : { ...experts, sharedWidth: experts.sharedWidth ?? given.ffnWidth, denseWidth: experts.denseWidth ?? given.ffnWidth }
  }
  return { shape, parameters: parametersOf(shape), off: 0, widthPerLayer: shape.width / shape.layers }
}
