/**
 * The shape of a decoder-only transformer: what its configuration file says. Covers the GPT-2 to Llama, Mistral, Qwen and Mixtral families:
 * multi-head, grouped-query and multi-query attention, plain and gated feed-forward layers, experts, tied and untied embeddings, biases, both norms.
 * Not covered: encoder–decoders, multi-head latent attention (DeepSeek V2, V3), state-space layers.
 */

export interface Shape {
  layers: number
  /** d: width of the residual stream. */
  width: number
  /** h query heads; `kvHeads` of keys and values (fewer for grouped queries, 1 for multi-query), a divisor of h. */
  heads: number
  kvHeads: number
  /** d_h; h·d_h need not be d. */
  headDim: number
  /** f: inner width of the feed-forward layer, of one expert in a mixture; any whole number. */
  ffnWidth: number
  /** Gated layers (SwiGLU, GeGLU) have three matrices instead of two, and usually a width of about 8/3·d instead of 4·d. */
  gated: boolean
  vocabulary: number
  /** One matrix for embedding and output head. */
  tied: boolean
  /** Learned position embeddings (GPT-2, GPT-3, OPT): this many rows; 0 for rotary or ALiBi. */
  learnedPositions: number
  /** Biases of the linear layers: none (Llama), of queries, keys and values (Qwen 1.5 to 2.5), or all (GPT-2). */
  biases: 'none' | 'qkv' | 'all'
  /** LayerNorm has a weight and a bias per channel, RMSNorm a weight. */
  norm: 'layer' | 'rms'
  /** Norms in a layer: 2; 1 where attention and feed-forward run in parallel, 4 with norms after them too (Gemma 2). One more follows the last layer. */
  normsPerLayer: number
  /** A norm over each query and key head (Qwen 3). */
  headNorms: boolean
  experts: Experts | null
}

/** A mixture of experts in the place of the feed-forward layer. */
export interface Experts {
  /** Routed experts of a layer, and how many of them a token passes. */
  total: number
  active: number
  /** Experts that every token passes, each of this inner width. */
  shared: number
  sharedWidth: number
  /** First layers that keep a plain feed-forward layer of this inner width. */
  denseLayers: number
  denseWidth: number
}

/** d_a = h·d_h: width of all queries together, which attention works on. */
export const attentionWidth = ({ heads, headDim }: Pick<Shape, 'heads' | 'headDim'>): number => heads * headDim
