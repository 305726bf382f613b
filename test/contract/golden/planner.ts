import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Golden } from './golden'
import { EVEN_CHANCE, EVEN_COSTS } from './regret'

const golden = JSON.parse(readFileSync(new URL('../../golden/links/beliefs.json', import.meta.url), 'utf8')) as {
  mixtures: { mixture: string; link: string; required?: number }[]
}

const finished = JSON.parse(readFileSync(new URL('../../golden/planner/actuals.json', import.meta.url), 'utf8')) as {
  chance: number
  required: (number | null)[]
}[]
/** From test/golden/planner/actuals.json: the second case, where a run of 20B has reached the first of two targets. */
const AFTER_ONE = finished[1]!

type Procedures = 'planner.requiredSize' | 'planner.roi' | 'planner.path' | 'planner.frontier' | 'planner.evaluate' | 'planner.goalSeek' | 'planner.grid'

/** From test/golden/links/beliefs.json, the mixture "ranges" seen through a Weibull. */
const RANGES_AT_80 = golden.mixtures.find(({ mixture, link }) => mixture === 'ranges' && link === 'weibull')!.required!

/** The three capabilities of the source's planner, as its own example has them: exact thresholds, points, no limits. */
const source = {
  targets: [
    { id: 'code', critical: 10e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.85 } },
    { id: 'multilingual', critical: 50e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.7 } },
    { id: 'multi-step', critical: 70e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.9 } }
  ]
}

/** One run of 10B on 200B tokens at bare compute cost. */
const run = {
  targets: [{ ...source.targets[0]!, benefit: { kind: 'usd' as const, value: 5e6 } }],
  ratio: { kind: 'ratio' as const, tokensPerParameter: 20 },
  costs: { pricePerHourUsd: 2, failedRuns: { share: 0 }, experiments: { share: 0 } }
}

export const plannerGolden: Golden<Procedures> = {
  'planner.requiredSize': [
    {
      name: 'a run of 20B that reached code (20–30B) makes maths (70–100B) easier, ρ 0.3: 80 % at 9.696e10 (SciPy: two quadratures under a third)',
      input: {
        plan: {
          targets: [
            { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
            { id: 'maths', critical: { low: 70e9, high: 100e9 }, steepness: 3.3, benefit: { kind: 'usd', value: 5e6 } }
          ],
          actuals: [{ N: 20e9, D: 4e11, usd: 1e5, days: 10, results: [{ target: 'code', reached: true }] }]
        }
      },
      output: [
        { N: null, probability: 1 },
        { N: Math.exp(AFTER_ONE.required[1]!), probability: 0.8 }
      ],
      within: [1e-8, 'tables of F̄ are good to 1e-10, and the root is steeper than one']
    },
    {
      name: 'two exact entries, 10B and 50B as 50 % points of a step: 40 % at the first, 80 % at the second (by hand)',
      input: {
        plan: {
          targets: [0.4, 0.8].map((wanted) => ({
            id: `at-${100 * wanted}`,
            critical: 1e9,
            link: 'step' as const,
            wanted,
            entries: [
              { critical: 10e9, means: 'p50' as const },
              { critical: 50e9, means: 'p50' as const }
            ],
            benefit: { kind: 'points' as const, value: 1 }
          }))
        }
      },
      output: [
        { capability: 'at-40', N: 10e9, probability: 0.5 },
        { capability: 'at-80', N: 50e9, probability: 1 }
      ]
    },
    {
      name: 'ranges of 20–30B and 1–10B in one mixture, α 3.2, ask for 23.85B at 80 % (SciPy: root of the mean of two quadratures)',
      input: {
        target: {
          id: 'a',
          critical: 1e9,
          steepness: 3.2,
          entries: [
            { critical: { low: 20e9, high: 30e9 }, means: 'scale' },
            { critical: { low: 1e9, high: 10e9 }, means: 'scale' }
          ],
          benefit: { kind: 'points', value: 1 }
        }
      },
      output: [{ N: RANGES_AT_80, probability: 0.8 }],
      within: [1e-9, 'both are roots of quadratures']
    },
    {
      name: 'a threshold of 64B published two years before the plan, compute halving every 8 months: N falls by 8^(1/2) at a fixed ratio (by hand)',
      input: {
        plan: {
          targets: [{ id: 'a', critical: 64e9, link: 'step', criticalAsOf: { date: '2024-11' }, benefit: { kind: 'points', value: 1 } }],
          ratio: { kind: 'ratio', tokensPerParameter: 20 },
          decision: { baseDate: '2026-11', progress: { halvingMonths: 8 } }
        }
      },
      output: [{ N: 64e9 / Math.sqrt(8) }]
    },
    {
      name: 'an exact Weibull threshold of 60e9, α 3.2, at 90 %: 77.87e9 (closed form)',
      input: { target: { id: 'a', critical: 60e9, steepness: 3.2, wanted: 0.9, benefit: { kind: 'points', value: 1 } } },
      output: [{ id: 'a', N: 60e9 * Math.log(10) ** (1 / 3.2), probability: 0.9 }],
      within: [1e-9, 'the size comes from a root']
    }
  ],
  'planner.roi': [
    {
      name: 'the source’s scores w/N, raw 8.5e-11, 1.4e-11, 1.286e-11, and divided by the largest 1, 0.165, 0.151',
      input: { plan: source },
      output: {
        capabilities: [
          { sourceScore: { raw: 8.5e-11, normalised: 1 } },
          { sourceScore: { raw: 1.4e-11, normalised: 1.4 / 8.5 } },
          { sourceScore: { raw: 9e-1 / 70e9, normalised: 9e-1 / 70e9 / 8.5e-11 } }
        ],
        ranking: ['code', 'multilingual', 'multi-step']
      }
    }
  ],
  'planner.path': [
    {
      name: '10B or 30B with equal chance, 5 % quantile: 30B at once keeps b − 9c where 10B first may end at b − 10c, for 3.5c less on average (by hand)',
      input: { plan: { ...EVEN_CHANCE, decision: { objective: { kind: 'quantile', level: 0.05 } } } },
      output: {
        rungs: { 0: { N: 30e9 } },
        value: { expected: EVEN_COSTS.b - 9 * EVEN_COSTS.c },
        risk: {
          kind: 'quantile',
          level: 0.05,
          chosen: { sizes: [30e9], measure: EVEN_COSTS.b - 9 * EVEN_COSTS.c },
          atMean: { sizes: [10e9, 30e9], measure: EVEN_COSTS.b - 10 * EVEN_COSTS.c },
          meanGivenUp: 3.5 * EVEN_COSTS.c
        }
      },
      within: [4e-3, 'the share of draws with 10B is one half but for a few of 4096'],
      also: ({ rungs }) => expect(rungs).toHaveLength(1)
    },
    {
      name: 'after a finished run of 50B that took $1M and 30 days and reached two of three, one run of 70B is left, from day 30 on (by hand)',
      input: {
        plan: {
          ...source,
          limits: { budgetUsd: 1e9 },
          actuals: [
            {
              N: 50e9,
              D: 1e12,
              usd: 1e6,
              days: 30,
              results: [
                { target: 'code', reached: true },
                { target: 'multilingual', reached: true },
                { target: 'multi-step', reached: false }
              ]
            }
          ]
        }
      },
      output: {
        rungs: { 0: { N: 70e9, startDays: 30, start: 30 / 365.25, unlocks: ['multi-step'], chanceRun: 1 } },
        all: 1,
        value: { points: 0.9 },
        soFar: {
          runs: 1,
          usd: 1e6,
          days: 30,
          usdLeft: 999e6,
          daysLeft: null,
          reached: ['code', 'multilingual'],
          chance: 1,
          earnedPoints: 0.85 + 0.7,
          toDate: null
        }
      },
      also: ({ rungs: [rung] }) => expect(rung!.cumulativeUsd).toBe(1e6 + rung!.usd)
    },
    {
      name: 'without limits or discount all three are reached by one run of the largest size, 70B (docs/model.md, Path)',
      input: { plan: source },
      output: { unitOfBenefit: 'points', rungs: { 0: { N: 70e9, start: 0, chanceRun: 1, run: { N: 70e9 } } }, all: 1 },
      also: ({ rungs: [rung] }) => {
        expect(rung!.C / (6 * rung!.N * rung!.D)).toBeCloseTo(1, 12)
        expect(rung!.end * 365.25).toBeCloseTo(rung!.endDays, 9)
        expect(rung!.cumulativeUsd).toBe(rung!.usd)
        expect(rung!.unlocks).toEqual(['code', 'multilingual', 'multi-step'])
      }
    }
  ],
  'planner.frontier': [
    {
      name: 'a step of 10e9 is reached from 10e9 on',
      input: { plan: { targets: [source.targets[0]!] }, over: 'N', points: 3, from: 1e9, to: 1e11 },
      output: {
        x: [1e9, 1e10, 1e11],
        all: [0, 1, 1],
        points: [
          { x: 1e9, probability: { all: 0, each: [0] } },
          { probability: { all: 1, each: [1] }, low: [1], high: [1] }
        ]
      },
      within: [1e-9, 'the points are spaced in logarithms']
    }
  ],
  'planner.evaluate': [
    {
      name: 'the first target of the source asks for its 10B',
      input: { plan: source },
      output: { targets: [{ id: 'code', required: { N: 10e9 }, probability: 1 }] }
    }
  ],
  'planner.goalSeek': [
    {
      name: '10B at 20 tokens per parameter, 1.2e22 FLOP, takes 1.2e22/(989.4e12·0.4·86400·2000) days on 2000 accelerators (by hand)',
      input: {
        plan: { targets: [source.targets[0]!], ratio: { kind: 'ratio', tokensPerParameter: 20 } },
        pin: { quantity: 'run.days', value: 1.2e22 / (989.4e12 * 0.4 * 86_400 * 2000) },
        vary: 'accelerators'
      },
      output: { reason: null, value: 2000, pin: { status: 'solved', value: 2000 } }
    },
    {
      name: 'the price at which the return of 10B is nothing: benefit/(C/(989.4e12·0.4·3600)) for C = 1.2e22 (by hand)',
      input: { plan: run, pin: { quantity: 'roi@code', value: 0 }, vary: 'price' },
      output: { reason: null, pin: { status: 'solved', value: 5e6 / (1.2e22 / (989.4e12 * 0.4 * 3600)) } },
      within: [2e-9, 'goal seek is accurate to 1e-9 of the ratio']
    }
  ],
  'planner.grid': [
    {
      name: 'the cost of 10B, C·price/(3600·989.4e12·MFU) for C = 1.2e22, over price and utilisation (by hand)',
      input: { plan: run, x: { input: 'price', from: 1, to: 4, points: 3 }, y: { input: 'mfu', from: 0.25, to: 0.5, points: 2 }, quantity: 'run.usd' },
      output: {
        kind: 'usd',
        x: [1, 2, 4],
        y: [0.25, 0.5],
        values: [0.25, 0.5].map((mfu) => [1, 2, 4].map((price) => (1.2e22 * price) / (3600 * 989.4e12 * mfu))),
        undefined: []
      }
    }
  ]
}
