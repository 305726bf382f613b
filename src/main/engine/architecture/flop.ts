/**
 * FLOP of a transformer per token, counted as papers do: 2 for each entry of a weight matrix that the token passes (a multiplication and an addition), and
 * the two products of attention. Counted are queries, keys, values, output, feed-forward (the active experts), router and output head, tied or not.
 * Not counted, as in Kaplan et al. 2020 (table 1) and Chowdhery et al. 2022 (PaLM, appendix B): the embedding look-up, norms, biases, softmax,
 * activation functions and rotary embeddings, together well below 1 % at the sizes that matter.
 */
import { attentionMatrices, expertLayers, ffnMatrices } from './parameters'
import { attentionWidth, type Shape } from './shape'

/** Entries of weight matrices that a token passes: N of "2·N per token". */
export function matrixEntries(shape: Shape): number {
  const { layers, width, vocabulary, experts } = shape
  const { sparse, dense } = expertLayers(shape)
  const perSparseLayer =
    experts === null
      ? 0
      : experts.active * ffnMatrices(shape, shape.ffnWidth) + experts.shared * ffnMatrices(shape, experts.sharedWidth) + width * experts.total
  return layers * attentionMatrices(shape) + dense * ffnMatrices(shape, experts?.denseWidth ?? shape.ffnWidth) + sparse * perSparseLayer + vocabulary * width
}

/** FLOP of scores and weighted values for one query that sees `keys` tokens: 2·d_a for each product, in every layer. */
export const attentionFlop = (shape: Shape, keys: number): number => 4 * shape.layers * attentionWidth(shape) * keys

export interface ForwardFlop {
  matrices: number
  attention: number
  total: number
}

const forward = (shape: Shape, keys: number): ForwardFlop => {
  const matrices = 2 * matrixEntries(shape)
  const attention = attentionFlop(shape, keys)
  return { matrices, attention, total: matrices + attention }
}

/** Mean over the tokens of a sequence of `context` tokens, each of which sees itself and those before: (context + 1)/2 keys. Prefill, and training's forward pass. */
export const prefillFlop = (shape: Shape, context: number): ForwardFlop => forward(shape, (context + 1) / 2)

/** One token generated when it sees `context` tokens, itself included, with keys and values kept. */
export const decodeFlop = (shape: Shape, context: number): ForwardFlop => forward(shape, context)

/** Training: the backward pass takes twice the forward pass (Kaplan et al. 2020, §2.1). Activations that are computed again are not counted, as in MFU. */
export function trainingFlop(shape: Shape, context: number): ForwardFlop {
  const { matrices, attention, total } = prefillFlop(shape, context)
  return { matrices: 3 * matrices, attention: 3 * attention, total: 3 * total }
}

/**
 * The same with every token attending to the whole sequence, masked or not, which is what Megatron (Narayanan et al. 2021, eq. 3 without recomputation) and
 * PaLM (6·N + 12·layers·d_a·context) count and most published MFU figures rest on.
 */
export function trainingFlopUnmasked(shape: Shape, context: number): number {
  return 3 * forward(shape, context).total
}
