/** A threshold on parameters, compute or effective size, through every answer of the planner: the same run is asked for whichever axis says so. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { effectiveSize } from '../../../src/main/engine/allocate'
import { frontierOf } from '../../../src/main/engine/planner/frontier'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { returnsOf } from '../../../src/main/engine/planner/roi'
import { runModel } from '../../../src/main/engine/run'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'

const N = 30e9
const RATIO = 60
const C = 6 * RATIO * N * N
const models = runModel(planSchema.parse({ targets: [] }))
/** Twice over-trained for its size, so its effective size is not its N. */
const EFFECTIVE = effectiveSize(models.law, N, RATIO * N) as number

const plan = (axis: 'N' | 'C' | 'effective', critical: number, more: Partial<PlanInput> = {}) =>
  planSchema.parse({
    targets: [{ id: 'a', axis, critical, link: 'step', benefit: { kind: 'usd', value: 1e9 } }],
    ratio: { kind: 'ratio', tokensPerParameter: RATIO },
    ...more
  })
const CASES = [
  ['N', N],
  ['C', C],
  ['effective', EFFECTIVE]
] as const

describe.each(CASES)('a step on %s', (axis, critical) => {
  it('asks for the same run', () => {
    const outcome = evaluate(plan(axis, critical), { today: '2026-11-22', models: [] })
    const target = outcome.targets[0]!
    expect(target.requiredScale).toBe(critical)
    expect(target.required!.N / N).toBeCloseTo(1, 10)
    expect(target.required!.C / C).toBeCloseTo(1, 10)
    expect(outcome.path.rungs.map(({ run }) => run.N / N)).toEqual([expect.closeTo(1, 10)])
    expect(outcome.path.rungs[0]).toMatchObject({ unlocks: ['a'], probabilities: [1], all: 1 })
    expect(outcome.atFocus).toMatchObject({ all: 1, each: [1] })
  })
  it('returns the same, and jumps on the frontier where its run is', () => {
    const setting = settingOf(plan(axis, critical))
    const [own] = returnsOf(setting)
    const [onN] = returnsOf(settingOf(plan('N', N)))
    expect(own!.roi! / onN!.roi!).toBeCloseTo(1, 9)
    const { each } = frontierOf(setting, { over: 'N', points: 4, from: N * 0.98, to: N * 1.02 })
    expect(each[0]!.probability).toEqual([0, 0, 1, 1])
  })
  it('has its belief on its own axis: an interval of N that the axis turns round', () => {
    const range = { low: critical * 0.7, high: critical * 1.4 }
    const wide = planSchema.parse({ ...plan(axis, critical), targets: [{ ...plan(axis, critical).targets[0]!, critical: range }] })
    const { interval } = evaluate(wide, { today: '2026-11-22', models: [] }).targets[0]!
    const scaleAt = (size: number): number =>
      axis === 'N' ? size : axis === 'C' ? 6 * RATIO * size * size : (effectiveSize(models.law, size, RATIO * size) as number)
    expect(scaleAt(interval!.N.p5) / range.low).toBeCloseTo(1, 9)
    expect(scaleAt(interval!.N.p95) / range.high).toBeCloseTo(1, 9)
  })
})

it('an over-trained run counts for more than its parameters', () => {
  expect(EFFECTIVE).toBeGreaterThan(N)
})

it('a law without a loss refuses the effective size by the target’s name and keeps the others', () => {
  const both = planSchema.parse({
    ...plan('effective', EFFECTIVE),
    law: { id: 'llama-3' },
    targets: [
      { id: 'loss', name: 'By its loss', axis: 'effective', critical: EFFECTIVE, benefit: { kind: 'usd', value: 1e9 } },
      { id: 'size', axis: 'C', critical: C, benefit: { kind: 'usd', value: 1e9 } }
    ]
  })
  const { targets } = evaluate(both, { today: '2026-11-22', models: [] })
  expect(targets[0]!.reason).toMatchObject({ code: 'effective-size-not-defined', message: expect.stringContaining('By its loss') })
  expect(targets[0]!.roi).toBeNull()
  expect(targets[1]!.roi).not.toBeNull()
})
