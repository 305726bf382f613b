import { describe, expect, it, test } from 'vitest'
import { decodeFlop, matrixEntries, prefillFlop, trainingFlop, trainingFlopUnmasked } from '../../../src/main/engine/architecture/flop'
import { keyValueBytesPerToken, leastActivationBytesPerToken, OPTIMISERS, PRECISIONS, trainingBytes } from '../../../src/main/engine/architecture/memory'
import { parametersOf } from '../../../src/main/engine/architecture/parameters'
import { PUBLISHED, shapeNamed } from './published'

describe('parameters', () => {
  test.each(PUBLISHED)('$name holds $total', ({ shape, total, active }) => {
    const counted = parametersOf(shape)
    expect(counted.total).toBe(total)
    if (active !== undefined) expect(counted.active).toBe(active)
    expect(Object.values(counted.parts).reduce((sum, part) => sum + part, 0)).toBe(total)
  })

  it('without the gate Qwen 1.5 72B would pass for 56.2B: gated layers have three matrices', () => {
    expect(parametersOf({ ...shapeNamed('Qwen 1.5 72B'), gated: false }).total / 1e9).toBeCloseTo(56.2, 1)
  })

  it('GPT-3’s shape holds 174.6B, and 12·layers·width² without embeddings but for biases and norms (Kaplan et al. 2020, §2.1)', () => {
    const GPT3 = { ...shapeNamed('GPT-2 small'), layers: 96, width: 12288, heads: 96, kvHeads: 96, headDim: 128, ffnWidth: 49152, learnedPositions: 2048 }
    const { total, nonEmbedding } = parametersOf(GPT3)
    expect(total).toBe(174_604_259_328)
    expect(nonEmbedding / (12 * 96 * 12288 ** 2)).toBeCloseTo(1, 3)
  })

  it('a mixture counts what a token passes: 12.9B of Mixtral, 2.8B of DeepSeekMoE, 22B of Qwen 3 235B', () => {
    const active = (name: string) => parametersOf(shapeNamed(name)).active / 1e9
    expect(active('Mixtral')).toBeCloseTo(12.9, 1) // Jiang et al. 2024, arXiv:2401.04088: "13B active"
    expect(active('DeepSeekMoE')).toBeCloseTo(2.8, 1) // Dai et al. 2024, arXiv:2401.06066: "2.8B activated"
    expect(active('Qwen 3 235B')).toBeCloseTo(22.2, 1) // Qwen Team 2025: "22B activated"
  })
})

describe('FLOP per token', () => {
  const llama = shapeNamed('Llama 2 7B')

  it('2 for each matrix entry: all parameters of Llama 2 7B but the embedding and the norms', () => {
    const { total, parts } = parametersOf(llama)
    expect(matrixEntries(llama)).toBe(total - parts.tokenEmbedding - parts.norms)
    expect(prefillFlop(llama, 1).matrices).toBe(2 * matrixEntries(llama))
  })

  it('the head counts although it is tied', () => {
    const gpt = shapeNamed('GPT-2 small')
    expect(matrixEntries(gpt)).toBe(matrixEntries({ ...gpt, tied: false }))
  })

  it('a mixture passes its active and shared experts and the router', () => {
    // By hand: 27 sparse layers with 6 + 2 experts of 3·2048·1408, a router of 2048·64, one dense layer of 3·2048·10944, attention 4·2048², head.
    const byHand = 28 * 4 * 2048 ** 2 + 27 * (8 * 3 * 2048 * 1408 + 2048 * 64) + 3 * 2048 * 10944 + 102400 * 2048
    expect(matrixEntries(shapeNamed('DeepSeekMoE'))).toBe(byHand)
  })

  it('prefill is the mean of decoding every token of the prompt', () => {
    const context = 37
    const each = Array.from({ length: context }, (_, i) => decodeFlop(llama, i + 1).total)
    expect(prefillFlop(llama, context).total).toBeCloseTo(each.reduce((sum, flop) => sum + flop, 0) / context, 0)
    expect(trainingFlop(llama, context).total).toBe(3 * prefillFlop(llama, context).total)
  })

  it('without mask it is 72·l·d²·(1 + s/6d + V/12ld) for plain layers (Narayanan et al. 2021, arXiv:2104.04473, eq. 3 less recomputation)', () => {
    const shape = { ...shapeNamed('GPT-2 XL'), layers: 105, width: 20480, heads: 128, kvHeads: 128, headDim: 160, ffnWidth: 4 * 20480, vocabulary: 51200 }
    const [l, d, s, V] = [105, 20480, 2048, 51200]
    expect(trainingFlopUnmasked(shape, s) / (72 * l * d * d * (1 + s / (6 * d) + V / (12 * l * d)))).toBeCloseTo(1, 12)
  })

  it('is near 6·N at a short context and above it at a long one: Llama 2 7B 6.36 at 4,096, 21.2 at 131,072 tokens (by hand)', () => {
    const k = (context: number) => trainingFlop(llama, context).total / parametersOf(llama).active
    // 6 times the matrix entries (all but 131M of embedding and 0.3M of norms) and 12·32·4096·(context + 1)/2, over 6.738B.
    expect(k(4096)).toBeCloseTo(6.361, 3)
    expect(k(131_072)).toBeCloseTo(21.18, 2)
  })
})

describe('memory', () => {
  test.each([
    ['mixed', 'adam', 16, 'Rajbhandari et al. 2020, §3.1: 2 + 2 + K, K = 12'],
    ['fp32', 'adam', 16, '4 + 4 + 8'],
    ['mixed', 'adam-8bit', 10, '2 + 2 + 4 + 2'],
    ['mixed', 'adafactor', 8, '2 + 2 + 4'],
    ['mixed', 'sgd-momentum', 12, '2 + 2 + 4 + 4'],
    ['mixed', 'muon', 12, '2 + 2 + 4 + 4'],
    ['bf16', 'adam', 8, '2 + 2 + 2 + 2'],
    ['fp8', 'adam', 13, 'DeepSeek-V3: 1 + 4 + 4 + 2 + 2']
  ] as const)('%s with %s holds %d bytes per parameter (%s)', (precision, optimiser, total, _source) => {
    expect(trainingBytes(precision, optimiser).total).toBe(total)
  })

  it('every recipe adds up and names its source', () => {
    for (const precision of PRECISIONS)
      for (const optimiser of OPTIMISERS) {
        const { weights, gradients, master, optimiser: state, total, source } = trainingBytes(precision, optimiser)
        expect(weights + gradients + master + state).toBe(total)
        expect(source).toMatch(/\d{4}/)
      }
  })

  it('keys and values: 0.5 MiB a token for Llama 2 7B, an eighth as much per channel with 8 of 64 heads', () => {
    expect(keyValueBytesPerToken(shapeNamed('Llama 2 7B'), 2)).toBe(2 ** 19)
    const [grouped, full] = [shapeNamed('Llama 2 70B'), { ...shapeNamed('Llama 2 70B'), kvHeads: 64 }]
    expect(keyValueBytesPerToken(full, 2) / keyValueBytesPerToken(grouped, 2)).toBe(8)
  })

  it('activations with full recomputation: 2·s·b·h per layer (Korthikanti et al. 2022, table 2)', () => {
    expect(leastActivationBytesPerToken(shapeNamed('Llama 2 7B'))).toBe(2 * 32 * 4096)
  })
})
