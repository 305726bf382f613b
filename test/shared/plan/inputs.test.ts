import { describe, expect, it } from 'vitest'
import { fieldAt } from '../../../src/shared/plan/field'
import { inputAt, inputOf, inputsOf, type Input } from '../../../src/shared/plan/inputs'
import { VARIABLE } from '../../../src/shared/plan/outcomes'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'

const given: PlanInput = {
  targets: [
    { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
    { id: 'maths', critical: 1e24, axis: 'C', benefit: { kind: 'points', value: 0.9 } }
  ],
  focus: 'maths',
  ratio: { kind: 'ratio', tokensPerParameter: 20 },
  model: { kind: 'moe', totalPerActive: 8 },
  limits: { largestStep: { factor: 10, lastTrainedN: 7e9 } }
}
const plan: Plan = planSchema.parse(given)
const bare: Plan = planSchema.parse({ targets: [] })
const input = (id: string, of: Plan = plan): Input => {
  const found = inputOf(of, id)
  if (found === null) throw new Error(`no input ${id}`)
  return found
}
const accepted = (changed: Plan): boolean => planSchema.safeParse(changed).success
const all = inputsOf(plan)

describe('the registry of inputs', () => {
  it('has every input that may give way to a pin, and each input once', () => {
    const ids = all.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([...VARIABLE]))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(all.map((each) => [each.id, each] as const))('%s writes what it reads, into a plan that the schema accepts', (_id, each) => {
    const value = each.get(plan) ?? each.rule.max ?? 1
    const inside = each.rule.whole ? Math.ceil(value) : value
    const changed = each.write(plan, inside)
    expect(each.get(changed)).toBe(inside)
    expect(accepted(changed)).toBe(true)
    expect(each.write(changed, inside).targets).toEqual(changed.targets)
  })

  it.each(all.map((each) => [each.id, each] as const))('%s has the bounds of the schema, no wider and no narrower', (_id, each) => {
    const { min, max, above, below } = each.rule
    const inside = [min, max, below === undefined ? undefined : below * (1 - 1e-9)].filter((v) => v !== undefined)
    // A dense model has no ratio of its own.
    if (each.key !== 'totalPerActive') for (const value of inside) expect(accepted(each.write(plan, value)), `${value}`).toBe(true)
    const outside = [
      min === undefined ? undefined : min - 1e-6 - Math.abs(min) * 1e-6,
      max === undefined ? undefined : max * 1.001 + 1e-9,
      above,
      below
    ].filter((v) => v !== undefined)
    if (each.key !== 'totalPerActive') for (const value of outside) expect(accepted(each.write(plan, value)), `${value}`).toBe(false)
  })

  it.each(all.map((each) => [each.id, each] as const))('%s names the field of the plan that it writes', (_id, each) => {
    expect(inputAt(plan, each.path(plan))).not.toBeNull()
    const before = fieldAt(plan, each.path(plan))
    const value = (each.get(plan) ?? 2) === 1 ? 0.5 : 1
    const after = each.write(plan, each.rule.above === 1 || each.key === 'totalPerActive' ? 3 : value)
    expect(fieldAt(after, each.path(after))).not.toEqual(before)
  })

  it('gives sliders ends that may be typed, and a log scale only over positive ends', () => {
    for (const { id, slider, rule } of all) {
      if (slider === null) continue
      expect(slider.from, id).toBeLessThan(slider.to)
      if (slider.log) expect(slider.from, id).toBeGreaterThan(0)
      expect(slider.to, id).toBeLessThanOrEqual(rule.max ?? rule.below ?? Infinity)
      expect(slider.from, id).toBeGreaterThanOrEqual(rule.min ?? rule.above ?? 0)
    }
  })

  it('resets every input with a source to the default of the schema', () => {
    for (const each of inputsOf(bare)) {
      if (each.source(bare) === null) continue
      expect(each.typed(each.reset(bare)), each.id).toEqual(each.typed(bare))
    }
  })

  it('resets the price to the median listed for the plan’s accelerator', () => {
    const sources = { price: { low: 2.45, median: 3.95, high: 12.29, citation: 'Epoch AI 2025-03' } }
    expect(input('price').source(plan, sources)).toMatchObject({ value: 3.95, prior: { low: 2.45, high: 12.29 } })
    expect(input('price').reset(input('price').write(plan, 9), sources).costs.pricePerHourUsd).toBe(3.95)
    expect(input('price').reset(plan)).toBe(plan)
  })

  it('knows no input of a target that is not there', () => {
    expect(inputOf(plan, 'critical@nobody')).toBeNull()
    expect(inputOf(plan, 'toString')).toBeNull()
    expect(inputOf(plan, 'colour@code')).toBeNull()
  })
})

describe('an input', () => {
  it('“wanted” is about the target of the sentence', () => {
    const changed = input('wanted').write(plan, 0.6)
    expect(changed.targets.map(({ wanted }) => wanted)).toEqual([0.8, 0.6])
    expect(input('wanted').path(plan)).toBe('targets.1.wanted')
    expect(input('wanted', bare).write(bare, 0.6)).toBe(bare)
  })

  it('of a target is found by id, wherever the target stands', () => {
    const turned = { ...plan, targets: [...plan.targets].reverse() }
    expect(input('critical@code', turned).path(turned)).toBe('targets.1.critical')
  })

  it('of a target measures what the target does', () => {
    expect(input('critical@code').kind).toBe('N')
    expect(input('critical@maths').kind).toBe('C')
    expect(input('benefit@code').kind).toBe('usd')
    expect(input('benefit@maths').kind).toBe('points')
  })

  it('of a floor stays below the ceiling, and the other way round', () => {
    const bounded = input('ceiling@code').write(plan, 0.6)
    expect(input('floor@code', bounded).rule).toMatchObject({ below: 0.6 })
    expect(input('ceiling@code', input('floor@code').write(plan, 0.2)).rule).toMatchObject({ above: 0.2 })
  })

  it('that is a range shows its median to a slider, and moves as a whole', () => {
    const uncertain = input('mfu').write(plan, { low: 0.2, high: 0.45 })
    expect(input('mfu').get(uncertain)).toBeCloseTo(0.3, 12)
    const moved = input('mfu').typed(input('mfu').set(uncertain, 0.4)) as { low: number; high: number }
    expect(moved.high / moved.low).toBeCloseTo(2.25, 12)
    expect(Math.sqrt(moved.high * moved.low)).toBeCloseTo(0.4, 12)
    expect(input('mfu').typed(input('mfu').write(uncertain, 0.4))).toBe(0.4)
  })

  it('of tokens per parameter switches the ratio policy, and its reset switches back to the law’s optimum', () => {
    const optimal = planSchema.parse({ ...given, ratio: { kind: 'optimal' } })
    expect(input('tokensPerParameter').get(optimal)).toBeNull()
    const fixed = input('tokensPerParameter').set(optimal, 30)
    expect(fixed.ratio).toEqual({ kind: 'ratio', tokensPerParameter: 30 })
    expect(input('tokensPerParameter').reset(fixed).ratio).toEqual({ kind: 'optimal' })
  })

  it('of the largest step keeps the largest model trained, and is taken away by “none”', () => {
    const looser = input('stepFactor').write(plan, 20)
    expect(looser.limits.largestStep).toEqual({ factor: 20, lastTrainedN: 7e9 })
    expect(input('stepFactor').write(looser, null).limits.largestStep).toBeNull()
  })
})
