import { describe, expect, it } from 'vitest'
import { linkViewOf } from '../../../src/main/engine/planner/linkView'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { targetLinkSchema } from '../../../src/shared/contract/targetLink'
import { setEntry } from '../../../src/shared/plan/evidenceEdits'
import { LINK_IDS } from '../../../src/shared/plan/targetSchema'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'

type TargetInput = PlanInput['targets'][number]
const entries: NonNullable<TargetInput['entries']> = [
  { critical: { low: 20e9, high: 30e9 }, means: 'p50' },
  { critical: 10e9, means: 'first-observed' },
  { critical: { low: 100e9, high: null }, means: 'unknown', ticked: false },
  { critical: 2e23, axis: 'C' }
]
const planOf = (target: Partial<TargetInput>, more: Partial<PlanInput> = {}): Plan =>
  planSchema.parse({
    targets: [
      { id: 'other', critical: { low: 70e9, high: 100e9 }, benefit: { kind: 'usd', value: 1e6 } },
      { id: 'code', critical: 5e9, entries, benefit: { kind: 'usd', value: 5e6 }, ...target }
    ],
    ...more
  })
const view = (plan: Plan, run: number | null = 40e9) => linkViewOf(plan, { i: 1, points: 80, run })
const missed = { N: 8e9, D: 16e10, usd: 1e5, days: 10, results: [{ target: 'code', reached: false }] }
const reached = { ...missed, N: 40e9, results: [{ target: 'code', reached: true }] }

const CASES: [string, Plan][] = [
  ...LINK_IDS.map((link): [string, Plan] => [link, planOf({ link })]),
  ['a flat link', planOf({ steepness: 0.02 })],
  ['floor and ceiling', planOf({ floor: 0.3, ceiling: 0.7 })],
  ['compute', planOf({ axis: 'C' })],
  ['effective size', planOf({ axis: 'effective', entries: [{ critical: 20e9, axis: 'effective' }] })],
  ['no entries', planOf({ entries: [] })],
  ['a run that missed', planOf({}, { actuals: [missed] })],
  ['a run that reached', planOf({}, { actuals: [reached] })]
]

describe('the link of one target', () => {
  it.each(CASES)('%s: curves rise, stay within their band’s ends, and every number is one', (_name, plan) => {
    const answer = view(plan)
    expect(targetLinkSchema.safeParse(answer).error).toBeUndefined()
    for (const curve of [
      answer.probability,
      answer.p5,
      answer.p25,
      answer.p75,
      answer.p95,
      ...answer.entries.flatMap(({ alone }) => (alone ? [alone.probability] : []))
    ])
      for (let k = 1; k < curve.length; k++) expect(curve[k]).toBeGreaterThanOrEqual(curve[k - 1]!)
    answer.x.forEach((_x, k) => {
      expect(answer.p5[k]).toBeLessThanOrEqual(answer.p95[k]! + 1e-12)
      expect(answer.p25[k]).toBeLessThanOrEqual(answer.p75[k]! + 1e-12)
    })
  })

  it.each(CASES)('%s: what an entry would do is what the edited plan asks for', (_name, plan) => {
    const answer = view(plan)
    expect(answer.required.N).toBe(settingOf(plan).wanted[1]!.N)
    answer.entries.forEach(({ toggled, alone }, at) => {
      const ticked = plan.targets[1]!.entries[at]!.ticked
      expect(toggled.N).toBe(settingOf(setEntry(plan, 'code', at, { ticked: !ticked })).wanted[1]!.N)
      if (alone === null) return
      const only = plan.targets[1]!.entries.reduce((edited, _entry, k) => setEntry(edited, 'code', k, { ticked: k === at }), plan)
      expect(alone.required.N).toBe(settingOf(only).wanted[1]!.N)
    })
  })

  it('warnings are those of this target alone', () => {
    for (const { values } of view(planOf({ shift: { factor: 0.7, reason: '' } })).warnings) expect(values['targetId']).toBe('code')
  })

  it('no run is marked where none is given', () => expect(view(planOf({}), null).run).toBeNull())
})
