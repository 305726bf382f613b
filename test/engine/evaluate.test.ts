import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/main/engine/evaluate'
import { outcomeSchema } from '../../src/shared/outcome'
import { LAW_IDS } from '../../src/shared/plan/lawSchema'
import { planSchema, type PlanInput } from '../../src/shared/plan/schema'
import { LINK_IDS } from '../../src/shared/plan/targetSchema'
import { BARE, planOf, SOURCE_TARGETS } from './plans'

const models = JSON.parse(readFileSync('resources/catalogues/models.json', 'utf8')).rows
const environment = { today: '2026-11-22', models }
const answer = (input: PlanInput) => evaluate(planOf(input), environment)
const codes = (outcome: ReturnType<typeof answer>) => outcome.warnings.map(({ code }) => code)
const usd = (id: string, critical: PlanInput['targets'][number]['critical'], value: number, more: object = {}): PlanInput['targets'][number] => ({
  id,
  critical,
  benefit: { kind: 'usd', value },
  ...more
})

describe('plans of every size', () => {
  test('without targets there is nothing to run and nothing breaks', () => {
    const outcome = answer({ targets: [] })
    expect(outcomeSchema.parse(outcome)).toEqual(outcome)
    expect(outcome).toMatchObject({ focus: null, targets: [], atFocus: null, path: { rungs: [], nothing: { code: 'nothing-without-targets' } } })
    expect(outcome.path).toMatchObject({ binding: [], alternatives: [] })
    const sooner = evaluate(planOf({ targets: [] }), environment, { audit: false })
    expect(sooner.path).toMatchObject({ binding: null, alternatives: null })
  })

  test('one certain target that pays gets one run, at its size', () => {
    const { path, targets } = answer({ targets: [usd('a', 60e9, 8e6, { link: 'step' })], costs: BARE })
    expect(path.rungs.map(({ run }) => run.N)).toEqual([targets[0]!.required!.N])
    expect(path.rungs[0]).toMatchObject({ chanceRun: 1, unlocks: ['a'], probabilities: [1] })
    expect(path.value.expected! / (8e6 - targets[0]!.required!.usd)).toBeCloseTo(1, 9)
  })

  test('one certain target that does not pay gets none, and the factor that is missing is said', () => {
    const { path, targets } = answer({ targets: [usd('a', 60e9, 1e5, { link: 'step' })], costs: BARE })
    expect(path.rungs).toEqual([])
    expect(path.nothing).toMatchObject({ code: 'nothing-pays' })
    expect(path.nothing!.values.factor as number).toBeCloseTo(targets[0]!.required!.usd / 1e5, 6)
  })

  test('64 targets are answered', () => {
    const outcome = answer({ targets: Array.from({ length: 64 }, (_, i) => usd(`t${i}`, { low: 1e9 * (i + 1), high: 2e9 * (i + 1) }, 1e5 * (i + 1))) })
    expect(outcomeSchema.parse(outcome)).toEqual(outcome)
    expect(outcome.targets).toHaveLength(64)
  })

  test('the source’s three capabilities give its order as the ladder of unlocks too', () => {
    const { targets, path } = answer({ targets: [...SOURCE_TARGETS] })
    expect([...targets].sort((a, b) => a.rank! - b.rank!).map(({ id }) => id)).toEqual(['code', 'multilingual', 'multi-step'])
    expect(path).toMatchObject({ unitOfBenefit: 'points', value: { expected: null, committed: null } })
    expect(path.value.points).toBeCloseTo(2.45, 9)
  })
})

describe('the example plans', () => {
  const examples = readdirSync('resources/examples').map(
    (file) => [file, planSchema.parse(JSON.parse(readFileSync(`resources/examples/${file}`, 'utf8')).plan)] as const
  )

  test.each(examples)('%s: an outcome of the contract, the same twice, and through JSON', (_file, plan) => {
    const outcome = evaluate(plan, environment)
    expect(outcomeSchema.parse(outcome)).toEqual(outcome)
    expect(evaluate(plan, environment)).toEqual(outcome)
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)
    expect(outcome.path.rungs.length).toBeGreaterThan(0)
  })

  test.each(examples)('%s: without the audit everything else is the same, and nothing stands in its place', (_file, plan) => {
    const whole = evaluate(plan, environment)
    const sooner = evaluate(plan, environment, { audit: false })
    expect(outcomeSchema.parse(sooner)).toEqual(sooner)
    expect(whole.path.binding).not.toBeNull()
    expect(whole.path.alternatives).not.toBeNull()
    const path = { ...whole.path, binding: null, alternatives: null, polishGain: null, value: { ...whole.path.value, gateBound: null } }
    expect(sooner).toEqual({ ...whole, path })
  })

  test.each(examples)('%s: without the frontier everything else is the same, and its columns are empty', (_file, plan) => {
    const sooner = evaluate(plan, environment, { frontier: false })
    expect(outcomeSchema.parse(sooner)).toEqual(sooner)
    expect(sooner).toEqual({ ...evaluate(plan, environment), frontier: { over: 'usd', x: [], N: [], each: [], all: [], limits: [] } })
  })

  test.each(examples)('%s: rungs follow one another, add up, and keep the limits', (_file, plan) => {
    const { path } = evaluate(plan, environment)
    let [spent, end] = [0, 0]
    for (const rung of path.rungs) {
      spent += rung.usd
      expect(rung.cumulativeUsd / spent).toBeCloseTo(1, 12)
      expect(rung.startDays).toBeCloseTo(end, 9)
      end = rung.endDays
      expect(rung.run.minAccelerators).toBeLessThanOrEqual(plan.cluster.accelerators)
    }
    const last = path.rungs.at(-1)!
    expect(last.cumulativeUsdAtConfidence).toBeLessThanOrEqual((plan.limits.budgetUsd ?? Infinity) * (1 + 1e-9))
    expect(last.endDaysAtConfidence).toBeLessThanOrEqual((plan.limits.deadlineDays ?? Infinity) * (1 + 1e-9))
    if (path.withinBudget !== null) expect(path.withinBudget).toBeGreaterThanOrEqual(plan.limits.confidence - 1e-6)
    if (path.value.expected !== null) {
      const sum = path.rungs.reduce((total, { marginalBenefit, marginalCost }) => total + marginalBenefit - marginalCost, 0)
      expect(sum / path.value.expected).toBeCloseTo(1, 9)
      expect(path.value.committed).toBeLessThanOrEqual(path.value.expected + 1e-6)
      expect(path.value.gateBound).toBeGreaterThanOrEqual(path.value.expected)
      for (const { regret, feasible } of path.alternatives!) if (feasible) expect(regret).toBeGreaterThanOrEqual(-1e-6 * path.value.expected)
    }
  })
})

describe('the warnings that each example is expected to show', () => {
  const outside = ['outside-fitted-C', 'outside-fitted-D', 'outside-fitted-N']
  const expected = {
    reasoning: ['open-range', ...outside, 'price-old'],
    code: ['critical-first-observed', ...outside, 'price-old', 'ratio-against-law'],
    multilingual: ['critical-first-observed', 'critical-unknown', 'data-capped', ...outside, 'price-old']
  }

  test.each(Object.entries(expected))('%s', (name, warnings) => {
    const plan = planSchema.parse(JSON.parse(readFileSync(`resources/examples/${name}.scalepath.json`, 'utf8')).plan)
    expect([...new Set(codes(evaluate(plan, environment)))].sort()).toEqual(warnings)
  })
})

describe('warnings', () => {
  const quiet: PlanInput = { targets: [usd('a', 3e9, 1e6)], costs: { ...BARE, priceAsOf: '2026-09' }, ratio: { kind: 'optimal' } }

  test('a small plan on fresh prices has none', () => {
    expect(codes(answer(quiet))).toEqual([])
  })

  test('each cause has its own', () => {
    expect(codes(answer({ ...quiet, targets: [usd('a', 300e9, 1e9)] }))).toEqual(['outside-fitted-N', 'outside-fitted-D', 'outside-fitted-C'])
    expect(codes(answer({ ...quiet, costs: { ...BARE, priceAsOf: '2025-10' } }))).toEqual(['price-old'])
    expect(codes(answer({ ...quiet, costs: { ...BARE, priceAsOf: '2025-11' } }))).toEqual([])
    expect(codes(answer({ ...quiet, targets: [usd('a', 3e9, 1e6, { criticalMeans: 'p50' })] }))).toEqual([])
    for (const criticalMeans of ['first-observed', 'unknown'] as const)
      expect(codes(answer({ ...quiet, targets: [usd('a', 3e9, 1e6, { criticalMeans })] }))).toEqual([`critical-${criticalMeans}`])
    expect(codes(answer({ ...quiet, targets: [usd('a', { low: 3e9, high: null }, 1e6)] }))).toContain('open-range')
    expect(codes(answer({ ...quiet, limits: { uniqueTokens: 5e9, maxEpochs: 4 } }))).toContain('data-capped')
    expect(codes(answer({ ...quiet, limits: { uniqueTokens: 5e9, maxEpochs: 10 } }))).toContain('many-epochs')
    expect(codes(answer({ ...quiet, law: { id: 'hoffmann-2022' }, ratio: { kind: 'ratio', tokensPerParameter: 20 } }))).toContain('ratio-against-law')
    expect(codes(answer({ ...quiet, ratio: { kind: 'ratio', tokensPerParameter: 20 } }))).not.toContain('ratio-against-law')
    expect(codes(answer({ ...quiet, cluster: { mfu: 0.6 } }))).toContain('mfu-above-precedent')
    expect(codes(answer({ ...quiet, targets: [usd('a', 3e9, 1e6), { id: 'b', critical: 3e9, benefit: { kind: 'points', value: 1 } }] }))).toContain(
      'points-apart'
    )
    expect(codes(answer({ ...quiet, costs: { ...quiet.costs, inference: { tokens: 1e16 } } }))).toContain('serving-eats-benefit')
    expect(codes(answer({ ...quiet, targets: [usd('a', 3e9, 1, { must: true })] }))).toContain('must-at-a-loss')
  })

  test('the health line counts them, and the entries that the thresholds rest on', () => {
    const targets = [usd('a', { low: 300e9, high: null }, 1e9, { evidence: ['x', 'y'] }), usd('b', 3e9, 1e6, { evidence: ['y'] })]
    const { health } = answer({ ...quiet, targets, costs: BARE })
    expect(health).toMatchObject({ outsideFittedRange: 3, stalePrices: 1, evidence: 2 })
    expect(health.assumptions).toBeGreaterThan(10)
  })
})

describe('limits', () => {
  const two = [usd('a', { low: 20e9, high: 30e9 }, 2e6), usd('b', { low: 70e9, high: 100e9 }, 8e6)]
  const value = (limits: PlanInput['limits'], more: Partial<PlanInput> = {}) => answer({ targets: two, costs: BARE, limits, ...more }).path.value.expected!
  // Candidate sizes follow the limits, so two plans are compared up to what their grids miss.
  const atLeast = (better: number, worse: number) => expect(better).toBeGreaterThanOrEqual(worse - 2e-3 * Math.abs(worse))

  test('loosening one never lowers the value', () => {
    const budgets = [2e5, 5e5, 1e6, 2e6, 1e7].map((budgetUsd) => value({ budgetUsd }))
    budgets.forEach((v, i) => i > 0 && atLeast(v, budgets[i - 1]!))
    const deadlines = [3, 10, 30, 100].map((deadlineDays) => value({ deadlineDays }))
    deadlines.forEach((v, i) => i > 0 && atLeast(v, deadlines[i - 1]!))
  })

  test('a lower price or a larger benefit never lowers it', () => {
    atLeast(value({ budgetUsd: 1e6 }, { costs: { ...BARE, pricePerHourUsd: 1.5 } }), value({ budgetUsd: 1e6 }))
    atLeast(value({ budgetUsd: 1e6 }, { targets: [two[0]!, usd('b', { low: 70e9, high: 100e9 }, 9e6)] }), value({ budgetUsd: 1e6 }))
  })

  test('the order of targets does not matter', () => {
    expect(value({ budgetUsd: 1e6 }, { targets: [...two].reverse() }) / value({ budgetUsd: 1e6 })).toBeCloseTo(1, 9)
  })

  test('fixed costs above the budget leave nothing to run, and say so', () => {
    const { path } = answer({ targets: two, costs: { ...BARE, fixedUsdPerRun: 2e6 }, limits: { budgetUsd: 1e6 } })
    expect(path).toMatchObject({ rungs: [], nothing: { code: 'nothing-feasible-budget', values: { has: 1e6 } } })
  })

  test('a must that does not fit is named', () => {
    const { path } = answer({ targets: [usd('a', 300e9, 1e9, { must: true, name: 'Planning' })], costs: BARE, limits: { budgetUsd: 1e6 } })
    expect(path.nothing).toMatchObject({ code: 'nothing-must-infeasible', values: { targets: 'Planning' } })
  })

  test('a must that just fits is run', () => {
    const plan = { targets: [usd('a', { low: 50e9, high: 70e9 }, 1, { must: true })], costs: BARE } satisfies PlanInput
    const needs = answer(plan).targets[0]!.required!.usd
    const { path, targets } = answer({ ...plan, limits: { budgetUsd: needs } })
    expect(path.rungs).toHaveLength(1)
    expect(targets[0]!.unlocked).toBe(true)
  })

  test('a pinned cost decides the price and the outcome shows it', () => {
    const outcome = answer({ targets: two, costs: BARE, focus: 'b', pin: { quantity: 'run.usd', value: 1e6, vary: 'price' } })
    expect(outcome.pin).toMatchObject({ status: 'solved' })
    expect(outcome.targets[1]!.required!.usd / 1e6).toBeCloseTo(1, 8)
    expect(outcome.plan.costs.pricePerHourUsd).toBe(outcome.pin!.value)
    expect(outcome.plan.pin).toEqual({ quantity: 'run.usd', value: 1e6, vary: 'price' })
  })
})

describe('any plan', () => {
  const log = (low: number, high: number) =>
    fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((u) => Math.min(Math.max(Math.exp(u), low), high))
  const belief = (low: number, high: number) =>
    fc.oneof(
      log(low, high),
      fc.tuple(log(low, high), fc.double({ min: 1.05, max: 5, noNaN: true })).map(([v, r]) => ({ low: v / r, high: v }))
    )
  const date = fc.constantFrom('2020', '2024-06', '2026-11-22')
  const critical = fc.oneof(
    log(1e8, 1e12),
    log(1e8, 1e12).map((low) => ({ low, high: null })),
    fc.tuple(log(1e8, 1e12), log(1.01, 1e2)).map(([low, r]) => ({ low, high: low * r }))
  )
  const entry = fc.record({
    critical,
    axis: fc.constantFrom('N', 'N', 'C', 'effective'),
    ticked: fc.boolean(),
    means: fc.constantFrom('scale', 'p50', 'first-observed', 'unknown'),
    steepness: fc.constantFrom(null, 2.8),
    date: fc.option(date),
    fromOwnRuns: fc.boolean()
  })
  const target = (id: string) =>
    fc.record({
      id: fc.constant(id),
      axis: fc.constantFrom('N', 'C', 'effective'),
      link: fc.constantFrom(...LINK_IDS),
      critical: fc.oneof(
        log(1e3, 1e30),
        log(1e8, 1e12),
        log(1e8, 1e12).map((low) => ({ low, high: null })),
        fc.tuple(log(1e8, 1e12), log(1.01, 1e3)).map(([low, r]) => ({ low, high: low * r }))
      ),
      criticalMeans: fc.constantFrom('scale', 'p50', 'first-observed', 'unknown'),
      criticalAsOf: fc.option(date.map((at) => ({ date: at }))),
      entries: fc.oneof(fc.constant([]), fc.array(entry, { maxLength: 3 })),
      shift: fc.constantFrom(null, null, { factor: 0.5, reason: 'better data' }, { factor: 3 }),
      steepness: log(0.05, 100),
      floor: fc.constantFrom(0, 0, 0.2, 0.5),
      ceiling: fc.constantFrom(1, 1, 0.9, 0.6),
      wanted: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      must: fc.boolean(),
      benefit: fc.oneof(
        log(1, 1e12).map((value) => ({ kind: 'points', value })),
        fc.tuple(fc.oneof(fc.constant(0), log(1, 1e12)), fc.constantFrom('once', 'year')).map(([value, per]) => ({ kind: 'usd', value, per }))
      )
    })
  const plans = fc
    .record({
      targets: fc.nat(3).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => target(`t${i}`)))),
      law: fc.record({ id: fc.constantFrom(...LAW_IDS), constants: fc.constantFrom('printed', 'unrounded') }),
      model: fc.constantFrom({ kind: 'dense' }, { kind: 'moe', totalPerActive: 18 }),
      ratio: fc.oneof(
        fc.constant({ kind: 'optimal' }),
        log(0.01, 1e5).map((tokensPerParameter) => ({ kind: 'ratio', tokensPerParameter })),
        log(1e6, 1e18).map((tokens) => ({ kind: 'fixedD', tokens }))
      ),
      cluster: fc.record({ accelerators: fc.integer({ min: 1, max: 1e6 }), mfu: belief(0.01, 1) }),
      costs: fc.record({
        pricePerHourUsd: belief(1e-3, 1e3),
        dataUsdPerTrillionTokens: fc.constantFrom(0, 1e4, 1e9),
        staff: fc.constantFrom({}, { people: 12, usdPerPersonYear: 4e5 }),
        fixedUsdPerRun: fc.constantFrom(0, 1e5),
        fixedDaysPerRun: fc.constantFrom(0, 10),
        inference: fc.constantFrom({}, { tokens: 1e12 })
      }),
      limits: fc.record({
        budgetUsd: fc.oneof(fc.constant(null), log(1, 1e15)),
        deadlineDays: fc.oneof(fc.constant(null), log(0.01, 1e5)),
        computeFlop: fc.oneof(fc.constant(null), log(1e10, 1e35)),
        uniqueTokens: fc.oneof(fc.constant(null), log(1e3, 1e20)),
        largestStep: fc.constantFrom(null, { factor: 10, lastTrainedN: 7e9 })
      }),
      decision: fc.record({
        discountRate: fc.constantFrom(0, 0.08, 2),
        correlation: fc.constantFrom(0, 0.3, 1),
        usdPerPoint: fc.constantFrom(null, 1e5),
        progress: fc.constantFrom(null, { halvingMonths: 8 })
      })
    })
    .map((input) => planOf(input as PlanInput))

  test('has an outcome of the contract without NaN or infinity', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const outcome = evaluate(plan, { today: '2026-11-22', models: [] })
        expect(outcomeSchema.safeParse(outcome).error?.issues ?? []).toEqual([])
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)
      }),
      { numRuns: 150 }
    )
  }, 120_000)
})
