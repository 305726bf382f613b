import type { Golden } from './golden'

type Procedures = 'planner.requiredSize' | 'planner.roi' | 'planner.path' | 'planner.frontier' | 'planner.evaluate' | 'planner.goalSeek'

/** The three capabilities of the source's planner, as its own example has them: exact thresholds, points, no limits. */
const source = {
  targets: [
    { id: 'code', critical: 10e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.85 } },
    { id: 'multilingual', critical: 50e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.7 } },
    { id: 'multi-step', critical: 70e9, link: 'step' as const, benefit: { kind: 'points' as const, value: 0.9 } }
  ]
}

export const plannerGolden: Golden<Procedures> = {
  'planner.requiredSize': [
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
        ]
      }
    }
  ],
  'planner.path': [
    {
      name: 'without limits or discount all three are reached by one run of the largest size, 70B (planning model §5)',
      input: { plan: source },
      output: { unitOfBenefit: 'points', rungs: { 0: { run: { N: 70e9 } } }, all: 1 }
    }
  ],
  'planner.frontier': [
    {
      name: 'a step of 10e9 is reached from 10e9 on',
      input: { plan: { targets: [source.targets[0]!] }, over: 'N', points: 3, from: 1e9, to: 1e11 },
      output: { x: [1e9, 1e10, 1e11], all: [0, 1, 1] },
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
      output: { reason: null, pin: { status: 'solved', value: 2000 } }
    }
  ]
}
