/** Parameters of a transformer, matrix by matrix: exactly those that its published checkpoint holds. */
import type { Shape } from './shape'

export interface Parameters {
  /** Everything that is stored; and what one token passes (all of it in a dense model). Both with embeddings, as Hoffmann et al. 2022 count N. */
  total: number
  active: number
  /** The same without token and position embeddings and without the output head, as Kaplan et al. 2020 count N. */
  nonEmbedding: number
  activeNonEmbedding: number
  parts: {
    tokenEmbedding: number
    positionEmbedding: number
    /** 0 when tied to the token embedding. */
    outputHead: number
    attention: number
    /** Feed-forward layers, all experts together. */
    feedForward: number
    router: number
    norms: number
  }
}

/** Matrix entries of one feed-forward layer or expert of inner width f: up and down, and a gate. */
export const ffnMatrices = ({ width, gated }: Pick<Shape, 'width' | 'gated'>, f: number): number => (gated ? 3 : 2) * width * f

/** Matrix entries of one attention layer: queries and output d·h·d_h each, keys and values d·h_kv·d_h each. */
export const attentionMatrices = ({ width, heads, kvHeads, headDim }: Shape): number => 2 * width * (heads + kvHeads) * headDim

/** Layers with experts, and those without. */
export const expertLayers = ({ layers, experts }: Shape): { sparse: number; dense: number } =>
  experts === null ? { sparse: 0, dense: layers } : { sparse: layers - experts.denseLayers, dense: experts.denseLayers }

/** Counts the parameters of a shape. */
export function parametersOf(shape: Shape): Parameters {
  const { layers, width, heads, kvHeads, headDim, vocabulary, experts } = shape
  const all = shape.biases === 'all'
  const qkvBias = shape.biases === 'none' ? 0 : (heads + 2 * kvHeads) * headDim
  const attention = layers * (attentionMatrices(shape) + qkvBias + (all ? width : 0))

  /** One layer or expert with its biases: f for each matrix into it, d for the one out of it. */
  const ffn = (f: number): number => ffnMatrices(shape, f) + (all ? (shape.gated ? 2 : 1) * f + width : 0)
  const { sparse, dense } = expertLayers(shape)
  const denseFfn = dense * ffn(experts?.denseWidth ?? shape.ffnWidth)
  const routed = sparse * ffn(shape.ffnWidth)
  const shared = experts === null || experts.shared === 0 ? 0 : sparse * experts.shared * ffn(experts.sharedWidth)
  const router = experts === null ? 0 : sparse * width * experts.total

  const channel = shape.norm === 'layer' ? 2 : 1
  const norms = channel * (layers * (shape.normsPerLayer * width + (shape.headNorms ? 2 * headDim : 0)) + width)

  const parts = {
    tokenEmbedding: vocabulary * width,
    positionEmbedding: shape.learnedPositions * width,
    outputHead: shape.tied ? 0 : vocabulary * width,
    attention,
    feedForward: denseFfn + shared + (experts?.total ?? 0) * routed,
    router,
    norms
  }
  const embedding = parts.tokenEmbedding + parts.positionEmbedding + parts.outputHead
  const always = attention + denseFfn + shared + router + norms
  const nonEmbedding = always + (experts?.total ?? 0) * routed
  const activeNonEmbedding = always + (experts?.active ?? 0) * routed
  return { total: nonEmbedding + embedding, active: activeNonEmbedding + embedding, nonEmbedding, activeNonEmbedding, parts }
}
