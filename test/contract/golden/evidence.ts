/** The evidence library: what its sources print, and what comes back of what was given. */
import { expect } from 'vitest'
import type { Golden } from './golden'

const OWN = { name: 'Tool use', critical: { low: 8e9, high: 20e9 }, means: 'p50', source: 'Own runs' } as const
const file = (entries: unknown[]): string => JSON.stringify({ format: 'scalepath-evidence', version: 1, entries })
const decoded = (base64: string): unknown => JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))

type Procedures =
  'evidence.list' | 'evidence.save' | 'evidence.remove' | 'evidence.restore' | 'evidence.import' | 'evidence.export' | 'evidence.benchmarks' | 'planner.link'

/** Two exact 50 % points behind a step: F̄ is 0, ½ and 1. */
const step = {
  id: 'a',
  critical: 1e9,
  link: 'step' as const,
  entries: [
    { critical: 10e9, means: 'p50' as const },
    { critical: 50e9, means: 'p50' as const },
    { critical: 30e9, means: 'p50' as const, ticked: false },
    { critical: 1e22, axis: 'C' as const }
  ],
  benefit: { kind: 'points' as const, value: 1 }
}

export const evidenceGolden: Golden<Procedures> = {
  'planner.link': [
    {
      name: 'a step on 10B and 50B: ½ between them, 80 % at 50B; without the first 50B, without the second 10B, with 30B beside them 50B (by hand)',
      input: { plan: { targets: [step] }, target: 'a', points: 500, run: 20e9 },
      output: {
        axis: 'N',
        required: { scale: 50e9, N: 50e9 },
        run: { N: 20e9, scale: 20e9, probability: 0.5 },
        entries: [
          { counts: true, otherAxis: false, alone: { half: 10e9, required: { N: 10e9 } }, toggled: { N: 50e9 } },
          { counts: true, alone: { half: 50e9, required: { N: 50e9 } }, toggled: { N: 10e9 } },
          { counts: false, alone: { half: 30e9, required: { N: 30e9 } }, toggled: { N: 50e9 } },
          { counts: false, otherAxis: true, alone: null, toggled: { N: 50e9 } }
        ]
      },
      also: ({ x, probability }) => x.forEach((scale, k) => expect(probability[k]).toBeCloseTo(scale < 10e9 ? 0 : scale < 50e9 ? 0.5 : 1, 12))
    },
    {
      name: 'a Weibull at exactly 60B, α 3.2, as the plan’s second target: 63.2 % at 60B (closed form), at any of its scales',
      input: {
        plan: {
          targets: [
            { ...step, id: 'other' },
            { id: 'cot', critical: 60e9, steepness: 3.2, benefit: { kind: 'points', value: 1 } }
          ]
        },
        target: 'cot',
        points: 64,
        run: 60e9
      },
      output: { run: { probability: 1 - Math.exp(-1) }, required: { N: 60e9 * Math.log(5) ** (1 / 3.2) }, entries: [] },
      also: ({ x, probability, p5, p95 }) =>
        x.forEach((scale, k) => {
          const closed = -Math.expm1(-((scale / 60e9) ** 3.2))
          for (const curve of [probability, p5, p95]) expect(curve[k]).toBeCloseTo(closed, 9)
        })
    }
  ],
  'evidence.list': [
    {
      name: 'the planning estimates’ tables: 23 figures with the planner’s defaults, two claims about chain of thought, 22 first sightings of Wei et al. 2022 and one row without',
      input: {},
      output: { counts: { own: 0 } },
      also: ({ rows, counts, disagreements }) => {
        expect(rows.filter(({ origin }) => origin === 'capabilities')).toHaveLength(25)
        expect(rows.filter(({ origin, figures }) => origin === 'emergences' && figures.length === 2)).toHaveLength(22)
        expect(rows.filter(({ origin, figures }) => origin === 'emergences' && figures.length === 0)).toHaveLength(1)
        expect(counts.figures).toBe(47)
        const code = disagreements.find(({ capability }) => capability === 'code-generation')!
        // 1–10B, 10B, 20–30B: the table of category ranges against that of critical scales.
        expect(code).toMatchObject({ axis: 'N', low: 1e9, high: 30e9, apart: true })
        expect(code.rows.map(({ low, high }) => [low / 1e9, high / 1e9])).toEqual([
          [1, 10],
          [10, 10],
          [20, 30],
          [25, 25]
        ])
      }
    }
  ],
  'evidence.save': [
    {
      name: 'an entry comes back with its defaults, and the same content is not kept twice',
      input: async (call) => {
        await call('evidence.save', { entry: OWN })
        return { entry: { ...OWN, name: ' Tool use ' } }
      },
      output: {
        known: true,
        row: { ...OWN, critical: undefined, origin: 'own', kind: 'own', category: 'other', figures: [{ axis: 'N', critical: OWN.critical }] }
      }
    }
  ],
  'evidence.remove': [{ name: 'nothing of that id', input: { id: 'own-none' }, output: { removed: false } }],
  'evidence.restore': [
    {
      name: 'what was removed comes back as it was',
      input: async (call) => {
        const { row } = await call('evidence.save', { entry: { ...OWN, name: 'Removed' } })
        await call('evidence.remove', { id: row.id })
        return { id: row.id }
      },
      output: { row: { name: 'Removed', figures: [{ axis: 'N', critical: OWN.critical }] } }
    }
  ],
  'evidence.import': [
    {
      name: 'of a new entry, one that is there, a row of the catalogue and a damaged one, the first is added and every other is named',
      input: async (call) => {
        await call('evidence.save', { entry: { ...OWN, name: 'There' } })
        const { base64 } = await call('evidence.export', { ids: ['range-code'] })
        const shipped = (decoded(base64) as { entries: unknown[] }).entries
        return { text: file([{ ...OWN, id: 'n', name: 'New' }, { ...OWN, id: 'm', name: 'There' }, ...shipped, { ...OWN, id: 'x', critical: -5 }, 7]) }
      },
      output: {
        added: [{ id: 'n', name: 'New' }],
        known: [{ row: 2 }, { row: 3, id: 'range-code' }],
        problems: [
          { row: 4, column: 'critical', code: 'evidence-field-refused' },
          { row: 5, code: 'evidence-not-an-entry' }
        ]
      }
    }
  ],
  'evidence.export': [
    {
      name: 'a row of the catalogue with size and compute becomes two entries (Wei et al. 2022, table 1: 13B, 2.3e22 FLOP)',
      input: { ids: ['wei2022-01'] },
      output: { mediaType: 'application/json' },
      also: ({ base64 }) =>
        expect(decoded(base64)).toMatchObject({
          format: 'scalepath-evidence',
          version: 1,
          entries: [
            { axis: 'N', critical: 13e9, means: 'first-observed' },
            { axis: 'C', critical: 2.3e22, means: 'first-observed' }
          ]
        })
    }
  ],
  'evidence.benchmarks': [
    {
      name: 'code at 8B, then 60B: HumanEval (1B+) tells at the first rung, MMLU (50B+) at the second, BIG-bench and GSM8K (100B+) at none (planning estimates)',
      input: {
        plan: { targets: [{ id: 'code', capability: 'code-generation', critical: 10e9, benefit: { kind: 'points', value: 1 } }] },
        rungs: [8e9, 60e9]
      },
      output: [
        { id: 'big-bench', discriminatesFrom: 100e9, targets: [], firstRung: null },
        { id: 'mmlu', discriminatesFrom: 50e9, firstRung: { rung: 1, N: 60e9 } },
        { id: 'gsm8k', discriminatesFrom: 100e9, firstRung: null },
        { id: 'humaneval', discriminatesFrom: 1e9, targets: ['code'], firstRung: { rung: 0, N: 8e9 } },
        { id: 'helm', discriminatesFrom: null, targets: ['code'], firstRung: null }
      ]
    }
  ]
}
