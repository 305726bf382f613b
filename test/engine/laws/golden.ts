import { readFileSync } from 'node:fs'

/** Written by test/golden/laws/laws.py (mpmath). Pairs of losses are of GPT-3 (175B on 300B tokens) and Chinchilla (70B on 1.4T). */
export const golden = JSON.parse(readFileSync(new URL('../../golden/laws/laws.json', import.meta.url), 'utf8')) as {
  losses: Record<string, [number, number]>
  multimodal: number
  optima: Record<string, [C: number, N: number][]>
  slopes: Record<string, number>
  bends: Record<string, number>
  logLog: Record<string, number>
  regime: [N: number, loss: number][]
}
