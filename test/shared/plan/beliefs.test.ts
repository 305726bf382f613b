import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaled, statedEnds } from '../../../src/shared/plan/distribution'
import type { Distribution } from '../../../src/shared/plan/distributionSchema'
import { diffPlans } from '../../../src/shared/plan/diff'
import { removeTarget, resetInput, setAccelerator, setInput, slideInput } from '../../../src/shared/plan/edits'
import { inputOf, inputsOf, type InputId } from '../../../src/shared/plan/inputs'
import { refusalOf } from '../../../src/shared/plan/refusal'
import { planSchema, type Plan } from '../../../src/shared/plan/schema'
import { parseQuantity } from '../../../src/shared/text/parse'

const given = {
  targets: [
    { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
    { id: 'maths', critical: 70e9, benefit: { kind: 'usd', value: 9e6 } }
  ],
  focus: 'maths'
} as const
const plan: Plan = planSchema.parse(given)
const type = (to: Plan, id: InputId, text: string): Plan => {
  const input = inputOf(to, id)!
  const parsed = parseQuantity(text, input.kind, 'en', input.rule)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`)
  return setInput(to, id, parsed.value)
}
const refused = (beliefs: unknown): string => {
  const input = { ...given, beliefs }
  const parsed = planSchema.safeParse(input)
  return parsed.success ? 'accepted' : refusalOf(parsed.error, input).message
}

describe('a typed range', () => {
  it.each([
    ['uptime', '80 to 95 %', 0.8, 0.95],
    ['people', '5 to 10', 5, 10],
    ['evaluation', '2±0.5 %', 0.015, 0.025],
    ['pue', '1.2~1.5', 1.2, 1.5],
    ['serverMultiplier', '1.5到2', 1.5, 2],
    ['fixedDays', '2 to 9 days', 2, 9],
    ['steepness@code', '2±0.5', 1.5, 2.5],
    ['benefit@maths', '$5M–10M', 5e6, 10e6]
  ] as const)('in %s (%s) is a belief, with its median in the field', (id, text, low, high) => {
    const typed = type(plan, id, text)
    const input = inputOf(typed, id)!
    expect(typed.beliefs).toEqual([{ input: id, distribution: { kind: 'interval', low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) } }])
    expect(input.get(typed)! / Math.sqrt(low * high)).toBeCloseTo(1, 12)
    expect(input.typed(typed)).toEqual({ low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) })
    expect(planSchema.safeParse(typed).success).toBe(true)
    // The same again is no change; a number takes the belief away.
    expect(type(typed, id, text)).toEqual(typed)
    const number = setInput(typed, id, input.get(typed))
    expect(number.beliefs).toEqual([])
    expect(input.typed(number)).toBe(input.get(typed))
  })

  it('in price, MFU and a critical scale stays in the field itself', () => {
    const typed = type(type(type(plan, 'price', '$2–3'), 'mfu', '30–50 %'), 'critical@maths', '50–90B')
    expect(typed.beliefs).toEqual([])
    expect(typed.costs.pricePerHourUsd).toEqual({ low: 2, high: 3 })
    expect(typed.cluster.mfu).toEqual({ low: 0.3, high: 0.5 })
    expect(typed.targets[1]!.critical).toEqual({ low: 50e9, high: 90e9 })
  })

  it('in what the planner chooses is refused, typed or written in the file', () => {
    for (const [id, text] of [
      ['wanted', '60 to 80 %'],
      ['budget', '$3M–5M'],
      ['accelerators', '1000 to 2000'],
      ['tokensPerParameter', '10–30'],
      ['deadline', '30–60 days'],
      ['correlation', '0.2–0.4'],
      ['discountRate', '5–9 %'],
      ['wanted@code', '60–80 %']
    ] as const) {
      const input = inputOf(plan, id)!
      expect(parseQuantity(text, input.kind, 'en', input.rule), id).toMatchObject({ ok: false, code: 'input-no-range' })
      if (id !== 'wanted')
        expect(refused([{ input: id, distribution: { kind: 'uniform', low: 0.1, high: 0.2 } }]), id).toMatch(/expected a fact about the world.*own choice/)
    }
  })

  it('leaves every other number of the plan as it is, and its reset takes it away', () => {
    const typed = type(plan, 'uptime', '80 to 95 %')
    expect({ ...typed, beliefs: [], cluster: { ...typed.cluster, uptime: 1 } }).toEqual(plan)
    expect(resetInput(typed, 'uptime')).toEqual(plan)
  })
})

describe('a belief', () => {
  it('moves with the slider as a whole, and stops where the field ends', () => {
    const typed = type(plan, 'uptime', '80 to 90 %')
    const moved = slideInput(typed, 'uptime', 0.6)
    expect(moved.cluster.uptime).toBe(0.6)
    expect(statedEnds(moved.beliefs[0]!.distribution).high / statedEnds(moved.beliefs[0]!.distribution).low).toBeCloseTo(9 / 8, 12)
    const stopped = slideInput(typed, 'uptime', 1)
    expect(statedEnds(stopped.beliefs[0]!.distribution).high).toBeCloseTo(1, 9)
    expect(stopped.cluster.uptime).toBeCloseTo(Math.sqrt(8 / 9), 9)
    expect(planSchema.safeParse(stopped).success).toBe(true)
  })

  it('goes with its target and with its accelerator', () => {
    const typed = type(type(type(plan, 'steepness@code', '2–4'), 'peak', '900e12–990e12'), 'uptime', '80–90 %')
    expect(removeTarget(typed, 'code').beliefs.map(({ input }) => input)).toEqual(['peak', 'uptime'])
    expect(setAccelerator(typed, { ...plan.accelerator, id: 'x' }).beliefs.map(({ input }) => input)).toEqual(['steepness@code', 'uptime'])
  })

  it('is one change, named by its input, whatever the order', () => {
    const typed = type(plan, 'uptime', '80 to 95 %')
    expect(diffPlans(plan, typed).map(({ path }) => path)).toEqual(['cluster.uptime', 'beliefs.uptime'])
    const more = type(typed, 'people', '5–10')
    expect(diffPlans(more, { ...more, beliefs: [...more.beliefs].reverse() })).toEqual([])
  })

  it.each<[string, unknown, RegExp]>([
    [
      'upside down',
      [{ input: 'uptime', distribution: { kind: 'interval', low: 0.9, high: 0.8 } }],
      /beliefs\[0\]\.distribution: expected low below high, for example .*5.*10/
    ],
    [
      'without width',
      [{ input: 'uptime', distribution: { kind: 'uniform', low: 0.9, high: 0.9 } }],
      /expected low below high.*exact value is written in the field/
    ],
    [
      'with its mode outside',
      [{ input: 'people', distribution: { kind: 'triangular', low: 1, mode: 9, high: 5 } }],
      /distribution\.mode: expected the mode from low to high/
    ],
    ['without spread', [{ input: 'people', distribution: { kind: 'normal', mean: 4, sd: 0 } }], /distribution\.sd: expected a number above 0/],
    ['of no values', [{ input: 'people', distribution: { kind: 'empirical', values: [] } }], /values: expected at least one value/],
    [
      'with weights that do not fit',
      [{ input: 'people', distribution: { kind: 'empirical', values: [1, 2], weights: [1] } }],
      /weights: expected one weight for each value/
    ],
    [
      'outside what the number may be',
      [{ input: 'uptime', distribution: { kind: 'interval', low: 0.8, high: 1.2 } }],
      /distribution: expected values above 0 and at most 1, as cluster\.uptime may have/
    ],
    ['of no known kind', [{ input: 'uptime', distribution: { kind: 'cauchy', median: 1 } }], /expected a distribution such as/],
    [
      'about nothing',
      [{ input: 'luck', distribution: { kind: 'point', value: 1 } }],
      /input: expected the name of a number of the plan, for example "uptime" or "steepness@code"/
    ],
    ['about a target that is not there', [{ input: 'steepness@nobody', distribution: { kind: 'point', value: 1 } }], /expected the name of a number/],
    [
      'about a number with its own range',
      [{ input: 'mfu', distribution: { kind: 'uniform', low: 0.2, high: 0.4 } }],
      /write \{"low": …, "high": …\} in cluster\.mfu/
    ],
    [
      'told twice',
      [1, 2].map((value) => ({ input: 'people', distribution: { kind: 'point', value } })),
      /beliefs\[1\]\.input: expected one belief for each number/
    ]
  ])('%s is refused with the field, the reason and what was found', (_what, beliefs, message) => expect(refused(beliefs)).toMatch(message))

  it('may be about every fact of the registry that keeps no range of its own', () => {
    for (const input of inputsOf(plan)) {
      if (input.ownRange || input.chosen) continue
      const value = input.get(plan) ?? 1.5
      const beliefs = [{ input: input.id, distribution: { kind: 'point' as const, value: value === 0 && input.rule.above !== undefined ? 1 : value } }]
      expect(refused(beliefs), input.id).toBe('accepted')
    }
  })
})

describe('a scaled distribution', () => {
  const positive = fc.double({ min: 0.1, max: 10, noNaN: true })
  const some: fc.Arbitrary<Distribution> = fc.oneof(
    fc.record({ kind: fc.constant('point' as const), value: positive }),
    fc.tuple(positive, positive).map(([low, width]) => ({ kind: 'interval' as const, low, high: low + width })),
    fc.record({ kind: fc.constant('normal' as const), mean: positive, sd: positive }),
    fc.record({ kind: fc.constant('logNormal' as const), median: positive, sigma: positive }),
    fc.record({ kind: fc.constant('weibull' as const), scale: positive, steepness: positive }),
    fc.record({ kind: fc.constant('empirical' as const), values: fc.array(positive, { minLength: 1, maxLength: 5 }) })
  )
  it('has all its stated numbers scaled, truncated or not', () => {
    fc.assert(
      fc.property(some, positive, fc.boolean(), (of, factor, cut) => {
        const whole: Distribution = cut && of.kind !== 'truncated' ? { kind: 'truncated', of, low: 0.05, high: 50 } : of
        const [before, after] = [statedEnds(whole), statedEnds(scaled(whole, factor))]
        expect(after.low).toBeCloseTo(before.low * factor, 9)
        expect(after.high).toBeCloseTo(before.high * factor, 9)
      })
    )
  })
})
