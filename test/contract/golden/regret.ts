import { expect } from 'vitest'
import { isNoAnswer } from '../../../src/shared/notes'
import type { Golden } from './golden'

/** USD of N on 20 N tokens at $2 and 40 %, bare compute: 10B costs c, 30B nine times as much. */
const usd = (N: number): number => (120 * N ** 2 * 2) / (3600 * 989.4e12 * 0.4)
const c = usd(10e9)
const b = 20 * c

/** 10B or 30B with equal chance. */
export const EVEN_CHANCE = {
  targets: [
    {
      id: 'a',
      link: 'step' as const,
      critical: 10e9,
      entries: [
        { critical: 10e9, means: 'scale' as const },
        { critical: 30e9, means: 'scale' as const }
      ],
      benefit: { kind: 'usd' as const, value: b }
    },
    // Puts 10B on the grid.
    { id: 'mark', link: 'step' as const, critical: 10e9, benefit: { kind: 'usd' as const, value: 0 } }
  ],
  ratio: { kind: 'ratio' as const, tokensPerParameter: 20 },
  costs: { pricePerHourUsd: 2, failedRuns: { share: 0 }, experiments: { share: 0 } }
}
export const EVEN_COSTS = { b, c }

export const regretGolden: Golden<'planner.regret'> = {
  'planner.regret': [
    {
      name: '10B or 30B with equal chance: 10B first and 30B if it fails is regretted by c when it fails, beside 30B at once: c/2 on average, c at 95 % (by hand)',
      input: { plan: EVEN_CHANCE, draws: 4096 },
      output: {
        draws: 4096,
        paths: { 0: { sizes: [10e9, 30e9], value: { mean: b - 5.5 * c }, regret: { mean: c / 2, p95: c }, against: null, chanceBetter: null } }
      },
      within: [4e-3, 'the share of draws with 10B is one half but for a few of 4096'],
      also: (answer) => {
        if (isNoAnswer(answer)) throw new Error(answer.detail)
        const { paths } = answer
        const at = (...sizes: number[]) => paths.find((path) => path.sizes.join() === sizes.join())!
        // 30B at once always brings b − 9c, half of the time c more; nothing brings 0.
        expect(at(30e9).value.mean / (b - 9 * c)).toBeCloseTo(1, 9)
        expect(at(30e9).against!.mean / (c / 2)).toBeCloseTo(1, 2)
        expect(at(30e9).chanceBetter).toBeCloseTo(0.5, 2)
        expect(at()).toMatchObject({ value: { mean: 0 }, chanceBetter: 0, against: { mean: 0, p95: 0 } })
      }
    }
  ]
}
