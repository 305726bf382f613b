import { describe, expect, it } from 'vitest'
import { beliefOf, requiredScale } from '../../../src/main/engine/planner/belief'
import { monthsOf, progressOf } from '../../../src/main/engine/planner/progress'
import { evaluate } from '../../../src/main/engine/evaluate'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'

const target = (more: object = {}): PlanInput['targets'][number] => ({ id: 'a', critical: 64e9, link: 'step', benefit: { kind: 'usd', value: 1e9 }, ...more })
const plan = (targets: PlanInput['targets'], more: Partial<PlanInput> = {}) =>
  planSchema.parse({ targets, ratio: { kind: 'ratio', tokensPerParameter: 20 }, decision: { baseDate: '2026-11', progress: { halvingMonths: 8 } }, ...more })
const answer = (input: ReturnType<typeof plan>) => evaluate(input, { today: '2026-11-22', models: [] })
const required = (input: ReturnType<typeof plan>) => answer(input).targets.map(({ requiredScale }) => requiredScale)
const codes = (input: ReturnType<typeof plan>) => answer(input).warnings.map(({ code }) => code)
/** Published two years, three halvings, before the plan starts: m = 8. */
const old = { criticalAsOf: { date: '2024-11' } }

describe('dates', () => {
  it('count in months, a year alone from its middle', () => {
    expect(monthsOf('2026-11') - monthsOf('2024-11')).toBe(24)
    expect(monthsOf('2025') - monthsOf('2024')).toBe(12)
    expect(monthsOf('2024-07') - monthsOf('2024')).toBe(0)
    expect(monthsOf('2024-07-16') - monthsOf('2024-07')).toBeCloseTo(15 / 30.4375, 10)
  })
})

describe('algorithmic progress (2 years at 8 months: m = 8, by hand)', () => {
  it('divides a threshold on C by m and one on N by m^(1/2) at a fixed ratio', () => {
    expect(required(plan([target({ ...old, axis: 'C', critical: 8e23 })]))[0]! / 1e23).toBeCloseTo(1, 12)
    expect(required(plan([target(old)]))[0]! / (64e9 / Math.sqrt(8))).toBeCloseTo(1, 12)
  })
  it('takes the law’s own exponent at its optimum, and 1 at fixed tokens', () => {
    // Besiroglu 2024: a = β/(α + β) = 0.36585/0.71366.
    const optimal = plan([target(old)], { ratio: { kind: 'optimal' } })
    expect(progressOf(optimal)!.sizeExponent).toBeCloseTo(0.36585 / (0.34781 + 0.36585), 14)
    expect(required(optimal)[0]! / (64e9 / 8 ** (0.36585 / 0.71366))).toBeCloseTo(1, 12)
    expect(required(plan([target(old)], { ratio: { kind: 'fixedD', tokens: 1e12 } }))[0]! / 8e9).toBeCloseTo(1, 12)
  })
  it('leaves thresholds on the effective size, from the planner’s own runs and without a date', () => {
    const left = [target({ ...old, axis: 'effective' }), target({ id: 'b', criticalAsOf: { date: '2024-11', fromOwnRuns: true } }), target({ id: 'c' })]
    expect(required(plan(left))).toEqual([64e9, 64e9, 64e9])
    expect(codes(plan(left))).toEqual(expect.arrayContaining(['progress-not-on-loss', 'progress-own-runs', 'progress-without-date']))
  })
  it('is off until it is asked for, and then says its factor for each target', () => {
    const off = plan([target(old)], { decision: { baseDate: '2026-11' } })
    expect(required(off)).toEqual([64e9])
    expect(codes(off).filter((code) => code.startsWith('progress'))).toEqual([])
    const { warnings } = answer(plan([target(old)]))
    expect(warnings.find(({ code }) => code === 'progress-applied')!.values).toMatchObject({
      factor: expect.closeTo(1 / Math.sqrt(8), 12),
      years: 2,
      months: 8
    })
  })
  it('works on each entry by its own date, and says the range of factors', () => {
    const entries = [
      { critical: 64e9, means: 'scale', date: '2024-11' },
      { critical: 64e9, means: 'scale', date: '2026-11' },
      { critical: 64e9, means: 'scale', date: '2020', fromOwnRuns: true }
    ] as const
    const mixed = plan([target({ entries, wanted: 0.2 }), target({ id: 'b', entries, wanted: 0.9 })])
    expect(required(mixed).map((x) => x! / 64e9)).toEqual([expect.closeTo(1 / Math.sqrt(8), 12), 1])
    const note = answer(mixed).warnings.find(({ code }) => code === 'progress-applied-range')!
    expect(note.values).toMatchObject({ low: expect.closeTo(1 / Math.sqrt(8), 12), high: 1 })
    expect(codes(mixed)).toContain('progress-own-runs')
  })
  it('raises a threshold that was published after the plan’s start, and survives absurd dates', () => {
    expect(required(plan([target({ criticalAsOf: { date: '2027-07' }, axis: 'C', critical: 1e23 })]))[0]! / 2e23).toBeCloseTo(1, 12)
    const absurd = answer(plan([target({ criticalAsOf: { date: '0001' } }), target({ id: 'b', criticalAsOf: { date: '9999' } })]))
    expect(absurd.targets.map(({ reason }) => reason?.code)).toEqual(['scale-beyond-numbers', 'scale-beyond-numbers'])
    expect(JSON.stringify(absurd)).not.toMatch(/NaN|Infinity/)
  })
})

describe('a threshold shift', () => {
  it('multiplies every figure of the target, whatever its axis and form, and shows its reason', () => {
    const shifted = plan(
      [target({ shift: { factor: 0.5, reason: 'better data' } }), target({ id: 'b', axis: 'effective', shift: { factor: 2, reason: '' } })],
      { decision: {} }
    )
    expect(required(shifted).map((x) => x! / 64e9)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(2, 12)])
    const { warnings } = answer(shifted)
    expect(warnings.filter(({ code }) => code.startsWith('threshold-shifted')).map(({ code, message }) => [code, message])).toEqual([
      ['threshold-shifted', 'a: its threshold is multiplied by 0.5 because of better data.'],
      ['threshold-shifted-without-reason', 'b: its threshold is multiplied by 2, and no reason is given.']
    ])
  })
  it('of 1 is none, and needs no reason', () => {
    const same = plan([target({ shift: { factor: 1 } })], { decision: {} })
    expect(required(same)).toEqual([64e9])
    expect(codes(same).filter((code) => code.startsWith('threshold'))).toEqual([])
  })
  it('moves the whole belief: all its quantiles by the same factor', () => {
    const entries = [
      { critical: { low: 20e9, high: 30e9 }, means: 'p50' as const },
      { critical: 60e9, means: 'scale' as const }
    ]
    const [plain, shifted] = [target({ link: 'weibull', entries }), target({ link: 'weibull', entries, shift: { factor: 0.7, reason: 'architecture' } })].map(
      (t) => beliefOf(plan([t]).targets[0]!)
    )
    for (const p of [0.1, 0.5, 0.9]) expect((requiredScale(shifted!, p) as number) / (requiredScale(plain!, p) as number)).toBeCloseTo(0.7, 10)
  })
})
