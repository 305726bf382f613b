/**
 * From a number of parameters to a shape that has it: a search over widths that hold whole heads, with as many layers as the count asks for.
 * Proportions follow published models: width about 128 times the layers (GPT-3 and Llama-2-7B 128, Llama-2-70B 102), heads of 128 channels, gated
 * feed-forward layers of 8/3·d. Kaplan et al. 2020 (§3.1) found the loss nearly the same over a wide range of them.
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { parametersOf, type Parameters } from './parameters'
import type { Experts, Shape } from './shape'

/** Which of the four counts is wanted. */
export type Count = 'total' | 'active' | 'nonEmbedding' | 'activeNonEmbedding'

export interface Rules extends Pick<
  Shape,
  'headDim' | 'gated' | 'vocabulary' | 'tied' | 'learnedPositions' | 'biases' | 'norm' | 'normsPerLayer' | 'headNorms'
> {
  /** Width over layers. */
  widthPerLayer: number
  /** Query heads that share one head of keys and values; 1 for multi-head attention. */
  queriesPerKeyValue: number
  /** Inner width of a feed-forward layer (of one expert) over the width, and what it is rounded up to a multiple of. */
  ffnPerWidth: number
  ffnMultiple: number
  /** Routed, active and shared experts, all of the same width. */
  experts: Pick<Experts, 'total' | 'active' | 'shared'> | null
}

export interface Suggestion {
  shape: Shape
  parameters: Parameters
  /** Count over the wanted one, less 1. */
  off: number
  /** Width over layers of the shape. */
  widthPerLayer: number
}

/** Width over layers may be this much off the rule before the count decides. */
export const PROPORTION = 1.25
/** The count may be this much off before a shape is no answer. */
const WITHIN = 0.1
/** Beyond this factor off the rule a shape is none that anybody would train. */
const WORST_PROPORTION = 8
const WIDEST = 2 ** 20

/**
 * The shape whose count is nearest to N among those with proportions within a factor of 1.25 of the rule; where there is none, the best proportioned one
 * within 10 % of N and a factor of 8 of the rule. unreachable when there is none: the vocabulary alone is larger, or N is beyond what is searched (width 2^20).
 */
export function suggestShape(N: number, count: Count, rules: Rules): Suggestion | NoAnswer {
  const strain = ({ widthPerLayer }: Suggestion): number => Math.abs(Math.log(widthPerLayer / rules.widthPerLayer))
  const better = (a: Suggestion, b: Suggestion): boolean => {
    const [fitsA, fitsB] = [a, b].map((s) => strain(s) <= Math.log(PROPORTION))
    if (fitsA !== fitsB) return fitsA === true
    return fitsA ? Math.abs(a.off) < Math.abs(b.off) : strain(a) < strain(b)
  }
  let best: Suggestion | null = null
  const step = rules.headDim * rules.queriesPerKeyValue
  for (let width = step; width <= WIDEST; width += step) {
    const [one, two] = [1, 2].map((layers) => parametersOf(shapeOf(width, layers, rules))[count])
    const perLayer = two! - one!
    if (one! * (1 - WITHIN) > N) break // wider shapes are larger still
    const layers = 1 + (N - one!) / perLayer
    for (const whole of [Math.floor(layers), Math.ceil(layers)]) {
      if (whole < 1) continue
      const shape = shapeOf(width, whole, rules)
      const parameters = parametersOf(shape)
      const candidate = { shape, parameters, off: parameters[count] / N - 1, widthPerLayer: width / whole }
      if (Math.abs(candidate.off) <= WITHIN && strain(candidate) <= Math.log(WORST_PROPORTION) && (best === null || better(candidate, best))) best = candidate
    }
  }
  return best ?? noAnswer('unreachable', 'no-architecture', { N, smallest: parametersOf(shapeOf(step, 1, rules))[count] })
}

function shapeOf(width: number, layers: number, rules: Rules): Shape {
  const { headDim, queriesPerKeyValue, ffnPerWidth, ffnMultiple, gated, vocabulary, tied, learnedPositions, biases, norm, normsPerLayer, headNorms } = rules
  const heads = width / headDim
  const ffnWidth = Math.max(1, Math.ceil((ffnPerWidth * width) / ffnMultiple - 1e-9)) * ffnMultiple
  return {
    layers,
    width,
    heads,
    kvHeads: heads / queriesPerKeyValue,
    headDim,
    ffnWidth,
    gated,
    vocabulary,
    tied,
    learnedPositions,
    biases,
    norm,
    normsPerLayer,
    headNorms,
    experts: rules.experts === null ? null : { ...rules.experts, sharedWidth: ffnWidth, denseLayers: 0, denseWidth: ffnWidth }
  }
}
