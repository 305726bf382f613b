/**
 * An Outcome from closed-form Weibull curves, independent of the engine: cost = 1.5·k·N² (compute-optimal, D ∝ N), marginals by averaging over seven
 * quantiles of a log-normal critical size, P(all) as the product.
 */
import type { Outcome } from '../../../src/shared/outcome'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'

export interface Capability {
  id: string
  low: number
  high: number
  steepness: number
  wanted?: number
}
export const FIVE: readonly Capability[] = [
  { id: 'instructions', low: 10e9, high: 20e9, steepness: 2.8 },
  { id: 'code', low: 20e9, high: 30e9, steepness: 3 },
  { id: 'chain', low: 50e9, high: 70e9, steepness: 3.2 },
  { id: 'maths', low: 70e9, high: 100e9, steepness: 3.5 },
  { id: 'multi', low: 100e9, high: 170e9, steepness: 3.5 }
]
const TOKENS_PER_PARAMETER = 20
const USD_PER_FLOP = 2.36e-18
const flop = (N: number): number => 6 * N * N * TOKENS_PER_PARAMETER
export const usdOf = (N: number): number => flop(N) * USD_PER_FLOP
export const sizeOf = (usd: number): number => Math.sqrt(usd / USD_PER_FLOP / 6 / TOKENS_PER_PARAMETER)

const NORMAL = [-1.645, -0.9, -0.45, 0, 0.45, 0.9, 1.645] as const
const weibull = (N: number, c: number, a: number): number => 1 - Math.exp(-((N / c) ** a))
const criticals = ({ low, high }: Capability): number[] => NORMAL.map((z) => Math.sqrt(low * high) * Math.exp((z * Math.log(high / low)) / 3.29))

export interface Options {
  capabilities?: readonly Capability[]
  focus?: string
  budgetUsd?: number | null
  deadlineUsd?: number
  points?: number
  wanted?: number
}

export function weibullOutcome({ capabilities = FIVE, focus, budgetUsd = 5e6, deadlineUsd, points = 240, wanted = 0.8 }: Options = {}): Outcome {
  const targets: PlanInput['targets'] = capabilities.map((c) => ({
    id: c.id,
    critical: { low: c.low, high: c.high },
    steepness: c.steepness,
    wanted: c.wanted ?? wanted,
    benefit: { kind: 'usd', value: 5e6 }
  }))
  const chosen = focus ?? capabilities[3]?.id ?? capabilities[0]?.id ?? null
  const plan = planSchema.parse({
    id: 'fixture',
    name: 'Reasoning model 2027',
    targets,
    focus: chosen,
    limits: { budgetUsd, deadlineDays: deadlineUsd === undefined ? null : 60 }
  })
  const from = usdOf(2e9)
  const to = usdOf(1e12)
  const x = Array.from({ length: points }, (_, i) => from * (to / from) ** (i / (points - 1)))
  const N = x.map((usd) => sizeOf(Math.min(usd, deadlineUsd ?? Infinity)))
  const each = capabilities.map((c) => {
    const cs = criticals(c)
    const at = (k: number): number[] => N.map((n) => weibull(n, cs[k]!, c.steepness))
    return {
      id: c.id,
      probability: N.map((n) => cs.reduce((s, v) => s + weibull(n, v, c.steepness), 0) / cs.length),
      p5: at(6),
      p25: at(4),
      p75: at(2),
      p95: at(0)
    }
  })
  const all = N.map((_, i) => each.reduce((p, e) => p * e.probability[i]!, 1))
  const limits: Outcome['frontier']['limits'] = []
  if (budgetUsd !== null) limits.push({ limit: 'budget', x: budgetUsd })
  if (deadlineUsd !== undefined) limits.push({ limit: 'deadline', x: deadlineUsd })
  const models: [string, number, number][] = [
    ['Llama 2 7B', 2023, 8.4e22],
    ['GPT-3', 2020, 3.14e23],
    ['Chinchilla', 2022, 5.76e23],
    ['Falcon-40B', 2023, 2.4e23],
    ['LLaMA 65B', 2023, 5.5e23],
    ['Llama 2 70B', 2023, 8.4e23],
    ['PaLM', 2022, 2.53e24],
    ['Qwen2-72B', 2024, 3e24],
    ['Llama 3 70B', 2024, 6.3e24],
    ['Yi-34B', 2023, 6.1e23],
    ['Phi-2', 2023, 2.3e22],
    ['MPT-30B', 2023, 1.9e23]
  ]
  const targetsOut = capabilities.map((c) => {
    return {
      id: c.id,
      required: null,
      requiredScale: null,
      reason: null,
      interval: null,
      probability: 0.5,
      unlocked: false,
      outOfReach: null,
      benefitUsd: null,
      benefitCostRatio: null,
      roi: null,
      pointsPerUsd: null,
      sourceScore: null,
      priority: null,
      rank: null
    }
  })
  return {
    plan,
    focus: chosen,
    targets: targetsOut,
    path: {
      unitOfBenefit: 'usd',
      rungs: [],
      value: { expected: 0, committed: 0, gateBound: 0, points: null, expectedCost: 0, discountRate: 0 },
      usd: 0,
      days: 0,
      all: 0,
      withinBudget: null,
      withinDeadline: null,
      binding: [],
      polishGain: null,
      alternatives: [],
      nothing: null,
      soFar: null,
      risk: null
    },
    frontier: { over: 'usd', x, N, each, all, limits },
    atFocus: null,
    limits: [],
    optimalTokensPerParameter: 20,
    published: models.map(([name, year, C]) => ({ name, year, N: Math.sqrt(C / 120), D: Math.sqrt(C / 120) * 20, C, usd: C * USD_PER_FLOP, days: C / 1e23 })),
    pin: null,
    warnings: [],
    health: { assumptions: 23, outsideFittedRange: 0, stalePrices: 0, evidence: 7 }
  }
}
