/** Published models: their configuration, and how many parameters their weights hold. */
import type { Shape } from '../../../src/main/engine/architecture/shape'

const LLAMA = {
  gated: true,
  tied: false,
  learnedPositions: 0,
  biases: 'none',
  norm: 'rms',
  normsPerLayer: 2,
  headNorms: false,
  experts: null
} as const
const GPT = { ...LLAMA, gated: false, tied: true, biases: 'all', norm: 'layer' } as const
const noDense = { shared: 0, sharedWidth: 0, denseLayers: 0, denseWidth: 0 }

/** layers, width, heads, kvHeads, headDim, ffnWidth, vocabulary. */
const of = (sizes: readonly [number, number, number, number, number, number, number], family: Omit<Shape, Sized>, more: Partial<Shape> = {}): Shape => {
  const [layers, width, heads, kvHeads, headDim, ffnWidth, vocabulary] = sizes
  return { layers, width, heads, kvHeads, headDim, ffnWidth, vocabulary, ...family, ...more }
}
type Sized = 'layers' | 'width' | 'heads' | 'kvHeads' | 'headDim' | 'ffnWidth' | 'vocabulary'

/** Configurations: `config.json` of each model's repository on Hugging Face; counts: the number of entries of its weights. */
export const PUBLISHED: readonly { name: string; shape: Shape; total: number; active?: number }[] = [
  { name: 'GPT-2 small (openai-community/gpt2)', shape: of([12, 768, 12, 12, 64, 3072, 50257], GPT, { learnedPositions: 1024 }), total: 124_439_808 },
  { name: 'GPT-2 XL (openai-community/gpt2-xl)', shape: of([48, 1600, 25, 25, 64, 6400, 50257], GPT, { learnedPositions: 1024 }), total: 1_557_611_200 },
  {
    name: 'Pythia 12B (EleutherAI/pythia-12b)',
    shape: of([36, 5120, 40, 40, 128, 20480, 50688], GPT, { tied: false }),
    total: 11_846_072_320
  },
  { name: 'Llama 2 7B (meta-llama/Llama-2-7b-hf)', shape: of([32, 4096, 32, 32, 128, 11008, 32000], LLAMA), total: 6_738_415_616 },
  { name: 'Llama 2 70B (meta-llama/Llama-2-70b-hf)', shape: of([80, 8192, 64, 8, 128, 28672, 32000], LLAMA), total: 68_976_648_192 },
  { name: 'Llama 3 8B (meta-llama/Meta-Llama-3-8B)', shape: of([32, 4096, 32, 8, 128, 14336, 128256], LLAMA), total: 8_030_261_248 },
  { name: 'Llama 3.1 405B (meta-llama/Llama-3.1-405B)', shape: of([126, 16384, 128, 8, 128, 53248, 128256], LLAMA), total: 405_853_388_800 },
  { name: 'Mistral 7B (mistralai/Mistral-7B-v0.1)', shape: of([32, 4096, 32, 8, 128, 14336, 32000], LLAMA), total: 7_241_732_096 },
  { name: 'Gemma 2B (google/gemma-2b)', shape: of([18, 2048, 8, 1, 256, 16384, 256000], LLAMA, { tied: true }), total: 2_506_172_416 },
  { name: 'Gemma 7B (google/gemma-7b)', shape: of([28, 3072, 16, 16, 256, 24576, 256000], LLAMA, { tied: true }), total: 8_537_680_896 },
  {
    name: 'Gemma 2 27B (google/gemma-2-27b)',
    shape: of([46, 4608, 32, 16, 128, 36864, 256000], LLAMA, { tied: true, normsPerLayer: 4 }),
    total: 27_227_128_320
  },
  {
    name: 'Qwen 1.5 72B (Qwen/Qwen1.5-72B)',
    shape: of([80, 8192, 64, 64, 128, 24576, 152064], LLAMA, { biases: 'qkv' }),
    total: 72_287_920_128
  },
  {
    name: 'Qwen 2.5 72B (Qwen/Qwen2.5-72B)',
    shape: of([80, 8192, 64, 8, 128, 29568, 152064], LLAMA, { biases: 'qkv' }),
    total: 72_706_203_648
  },
  {
    name: 'Mixtral 8x7B (mistralai/Mixtral-8x7B-v0.1)',
    shape: of([32, 4096, 32, 8, 128, 14336, 32000], LLAMA, { experts: { total: 8, active: 2, ...noDense } }),
    total: 46_702_792_704,
    active: 12_879_925_248
  },
  {
    name: 'DeepSeekMoE 16B (deepseek-ai/deepseek-moe-16b-base): 64 routed and 2 shared experts, first layer dense',
    shape: of([28, 2048, 16, 16, 128, 1408, 102400], LLAMA, {
      experts: { total: 64, active: 6, shared: 2, sharedWidth: 1408, denseLayers: 1, denseWidth: 10944 }
    }),
    total: 16_375_728_128
  },
  {
    name: 'Qwen 3 235B-A22B (Qwen/Qwen3-235B-A22B)',
    shape: of([94, 4096, 64, 4, 128, 1536, 151936], LLAMA, { headNorms: true, experts: { total: 128, active: 8, ...noDense } }),
    total: 235_093_634_560
  }
]

export const shapeNamed = (name: string): Shape => {
  const found = PUBLISHED.find((model) => model.name.startsWith(name))
  if (!found) throw new Error(`no published shape ${name}`)
  return found.shape
}
