/** What the plan's own answer averages over, against a simulation of the same plan and against the limit of no uncertainty. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { randomStream } from '../../../src/main/engine/numeric/random'
import { chancesAt } from '../../../src/main/engine/planner/chances'
import { planPath } from '../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { runColumns } from '../../../src/main/engine/run'
import { simulate } from '../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { planModel } from '../../../src/main/engine/uncertainty/plan/planModel'
import { isNoAnswer } from '../../../src/shared/notes'
import { setTarget } from '../../../src/shared/plan/edits'
import { scenarioPlan } from '../../../src/shared/plan/scenarios'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'

const DRAWS = 8000
type Belief = NonNullable<PlanInput['beliefs']>[number]

/** Two or three targets on a step-limited path that is always worth running; beliefs about a random half of `facts`. */
function randomPlan(seed: number, facts: (between: (low: number, high: number) => number) => Belief[], more: Omit<PlanInput, 'targets'> = {}): Plan {
  const random = randomStream(20_261_126, seed)
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform()
  const targets = Array.from({ length: 2 + Math.floor(2 * random.uniform()) }, (_, i): PlanInput['targets'][number] => {
    const at = between(5e9, 6e10)
    return {
      id: `t${i}`,
      critical: { low: at / 1.5, high: at * 1.5 },
      steepness: between(1, 4),
      wanted: 0.7,
      benefit: { kind: 'usd', value: between(2e8, 1e9), per: random.uniform() < 0.5 ? 'once' : 'year' }
    }
  })
  return planSchema.parse({
    targets,
    cluster: { mfu: random.uniform() < 0.5 ? 0.4 : { low: 0.3, high: 0.5 } },
    limits: { budgetUsd: 1e8, largestStep: { factor: 4, lastTrainedN: 7e9 } },
    decision: { horizonYears: 6 },
    ...more,
    costs: { pricePerHourUsd: { low: 2, high: 4 }, dataUsdPerTrillionTokens: 2e5, fixedUsdPerRun: 4e4, fixedDaysPerRun: 5, ...more.costs },
    beliefs: facts(between).filter(() => random.uniform() < 0.6)
  })
}

const around = (input: string, middle: number, ratio: number): Belief => ({
  input,
  distribution: { kind: 'interval', low: middle / ratio, high: middle * ratio }
})
const costFacts = (between: (low: number, high: number) => number): Belief[] => [
  { input: 'uptime', distribution: { kind: 'beta', alpha: 8, beta: 2, low: 0.5, high: 1 } },
  around('failedRuns', 0.15, between(1.2, 3)),
  around('experiments', 0.3, between(1.2, 3)),
  around('dataPrice', 2e5, between(1.2, 4)),
  around('people', 20, between(1.2, 2)),
  { input: 'salary', distribution: { kind: 'uniform', low: 2e5, high: 5e5 } },
  around('fixedUsd', 4e4, between(1.2, 3)),
  { input: 'fixedDays', distribution: { kind: 'triangular', low: 1, mode: 5, high: 20 } },
  around('peak', 8e14, 1.15),
  around('power', 700, 1.1),
  around('inferenceTokens', 2e11, between(1.5, 3)),
  around('inferenceMfu', 0.2, 1.5)
]
const benefitFacts = (between: (low: number, high: number) => number): Belief[] => [
  around('benefit@t0', 4e8, between(1.5, 3)),
  around('benefit@t1', 4e8, between(1.5, 3)),
  { input: 'horizon', distribution: { kind: 'triangular', low: 4, mode: 6, high: 9 } }
]

/** The path of the plan's own answer beside what a simulation of it says, in standard errors. */
function compared(plan: Plan, seed: number) {
  const setting = settingOf(plan)
  const { path } = planPath(setting, false)
  if (path.rungs.length === 0) return null
  const made = planModel({ plan, path: path.rungs.map(({ run }) => run.N) })
  if (isNoAnswer(made)) throw new Error(made.detail)
  const { confidence } = plan.limits
  const simulation = simulate(made.model, { method: 'plain', draws: DRAWS, seed, probabilities: [0.05, 0.5, confidence, 0.95] })
  if (isNoAnswer(simulation)) throw new Error(simulation.detail)
  const { outputs } = simulation.summary()
  const places = made.places.path!
  const deviations = (place: number, exact: number): number => {
    const { value, standardError } = outputs[place]!.mean!
    return Math.abs(value! - exact) / (standardError! + 1e-9 * Math.abs(exact))
  }
  return { setting, path, outputs, places, targets: made.places.targets, deviations }
}

describe('a plan with beliefs about what runs cost, how long they take and what serving costs', () => {
  it('costs, lasts and earns on average what a simulation of it does, on 30 random plans within 4.5 standard errors', () => {
    let worst = 0
    let plans = 0
    for (let seed = 0; seed < 30; seed++) {
      const plan = randomPlan(seed, costFacts)
      const found = compared(plan, 100 + seed)
      if (found === null || plan.beliefs.length === 0) continue
      plans++
      const { path, places, deviations } = found
      for (const [name, place, exact] of [
        ['usd', places.committedUsd, path.usd],
        ['days', places.committedDays, path.days],
        ['value', places.value, path.value.expected!],
        ['committed value', places.committedValue, path.value.committed!],
        ['within budget', places.withinBudget!, path.withinBudget!]
      ] as const) {
        const off = deviations(place, exact)
        worst = Math.max(worst, off)
        expect(off, `${name} of plan ${seed}: ${found.outputs[place]!.mean!.value} and ${exact}`).toBeLessThan(4.5)
      }
    }
    expect(plans).toBeGreaterThan(20)
    console.log(`largest deviation: ${worst.toFixed(2)} standard errors`)
  })

  it('keeps its budget with the stated chance: exactly where one rate alone is uncertain, with more where several are', () => {
    for (let seed = 0; seed < 12; seed++) {
      const several = compared(randomPlan(seed, costFacts, { limits: { budgetUsd: 2e7, largestStep: { factor: 4, lastTrainedN: 7e9 } } }), seed)
      if (several !== null) expect(several.path.withinBudget!).toBeGreaterThan(0.795)
      const one = randomPlan(seed, () => [around('experiments', 0.3, 2), around('failedRuns', 0.2, 2)], {
        costs: { dataUsdPerTrillionTokens: 0, fixedUsdPerRun: 0 },
        limits: { budgetUsd: 4e6 }
      })
      const alone = compared(one, seed)
      if (alone === null) continue
      const { rungs, withinBudget } = alone.path
      const atLimit = rungs.at(-1)!.cumulativeUsdAtConfidence
      expect(withinBudget! - (atLimit > 0.999 * 4e6 ? 0.8 : 1)).toBeLessThan(2e-3)
      // The quantile itself, against the simulated one.
      const { value, standardError } = alone.outputs[alone.places.committedUsd]!.percentiles!.find(({ p }) => p === 0.8)!
      expect(Math.abs(value! - atLimit)).toBeLessThan(4.5 * standardError! + 2e-3 * value!)
    }
  })
})

describe('a plan with beliefs about benefits and their years', () => {
  it('earns on average what a simulation of it does, on 20 random plans, discounted, within 4.5 standard errors', () => {
    let plans = 0
    for (let seed = 0; seed < 20; seed++) {
      const plan = randomPlan(seed, benefitFacts, { decision: { horizonYears: 6, discountRate: 0.08 } })
      const found = compared(plan, 300 + seed)
      if (found === null) continue
      plans++
      const { path, places, deviations } = found
      expect(deviations(places.value, path.value.expected!), `plan ${seed}`).toBeLessThan(4.5)
      expect(deviations(places.committedValue, path.value.committed!), `plan ${seed}`).toBeLessThan(4.5)
    }
    expect(plans).toBeGreaterThan(12)
  })

  it('and of one target that serving eats into, as a simulation does', () => {
    for (let seed = 0; seed < 6; seed++) {
      const plan = randomPlan(seed, (between) => [around('benefit@t0', 4e8, between(2, 3)), around('inferenceTokens', 4e13, 2)], {
        costs: { inference: { tokens: 4e13, mfu: 0.2 } }
      })
      const alone = { ...plan, targets: plan.targets.slice(0, 1) }
      const found = compared(alone, 500 + seed)
      if (found === null) continue
      expect(found.deviations(found.places.value, found.path.value.expected!), `plan ${seed}`).toBeLessThan(4.5)
    }
  })
})

/** A target's link with beliefs about its steepness, floor and ceiling, of every kind that a plan may hold. */
function withLinkBeliefs(plan: Plan, seed: number): Plan {
  const random = randomStream(20_261_127, seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * random.uniform())]!
  const beliefs: Belief[] = []
  const targets = plan.targets.map((target) => {
    const { id, steepness: α, critical } = target
    const link = pick(['weibull', 'weibull', 'weibull', 'logistic', 'logistic', 'step', 'step', 'power-onset', 'shifted-weibull'] as const)
    const smooth = link === 'weibull' || link === 'logistic'
    beliefs.push({
      input: `steepness@${id}`,
      distribution: pick<Belief['distribution']>([
        { kind: 'interval', low: α / 1.6, high: α * 1.6 },
        { kind: 'uniform', low: 0.5 * α, high: 1.6 * α },
        { kind: 'triangular', low: 0.4 * α, mode: α, high: 2 * α },
        { kind: 'beta', alpha: 2, beta: 3, low: 0.3, high: 2.5 * α },
        { kind: 'empirical', values: [0.6 * α, α, 1.7 * α], weights: [1, 2, 1] },
        { kind: 'normal', mean: α, sd: α / 4 }
      ])
    })
    if (random.uniform() < 0.5)
      beliefs.push({
        input: `floor@${id}`,
        distribution: pick<Belief['distribution']>([
          { kind: 'beta', alpha: 2, beta: 8, low: 0, high: 0.6 },
          { kind: 'interval', low: 0.02, high: 0.3 },
          { kind: 'uniform', low: 0, high: 0.4 }
        ])
      })
    if (random.uniform() < 0.5)
      beliefs.push({
        input: `ceiling@${id}`,
        distribution: pick<Belief['distribution']>([
          { kind: 'beta', alpha: 8, beta: 2, low: 0.3, high: 1 },
          { kind: 'uniform', low: 0.35, high: 1 },
          { kind: 'triangular', low: 0.5, mode: 0.9, high: 1 }
        ])
      })
    const entries =
      smooth && random.uniform() < 0.3
        ? [0.6, 1.3].map((factor) => ({ axis: target.axis, critical: times(critical, factor), means: pick(['scale', 'p50'] as const) }))
        : []
    return { ...target, link, floor: 0.05, ceiling: 0.95, wanted: 0.5, criticalMeans: pick(['scale', 'p50'] as const), entries }
  })
  return planSchema.parse({ ...plan, targets, beliefs: [...plan.beliefs, ...beliefs] })
}
const times = (critical: Plan['targets'][number]['critical'], factor: number) =>
  typeof critical === 'number' ? critical * factor : { low: critical.low * factor, high: critical.high! * factor }

describe('a plan with beliefs about steepness, floor and ceiling', () => {
  it('reaches each target and all of them, earns and costs what a simulation of it does, on 50 random plans within 4.5 standard errors', () => {
    let [worst, compared_, plans] = [0, 0, 0]
    for (let seed = 0; seed < 60 && plans < 50; seed++) {
      const plan = withLinkBeliefs(
        randomPlan(seed, () => []),
        seed
      )
      const found = compared(plan, 700 + seed)
      if (found === null) continue
      plans++
      const { setting, path, places, targets, deviations } = found
      const sizes = Float64Array.from(path.rungs, ({ run: { N } }) => N)
      const { each, all } = chancesAt(plan, setting.model, setting.wanted, runColumns(setting.model, sizes), null)
      const check = (name: string, place: number, exact: number): void => {
        const off = deviations(place, exact)
        worst = Math.max(worst, off)
        compared_++
        expect(off, `${name} of plan ${seed}: ${found.outputs[place]!.mean!.value} and ${exact}`).toBeLessThan(4.5)
      }
      path.rungs.forEach((_rung, r) => {
        targets.forEach(({ reachedBy }, i) => check(`P(${i}) at rung ${r}`, reachedBy[r]!, each[i]![r]!))
        check(`P(all) at rung ${r}`, places.allBy[r]!, all[r]!)
      })
      check('value', places.value, path.value.expected!)
      check('committed value', places.committedValue, path.value.committed!)
      check('committed cost', places.committedUsd, path.usd)
    }
    expect(plans).toBe(50)
    console.log(`largest of ${compared_} deviations: ${worst.toFixed(2)} standard errors`)
  }, 240_000)
})

describe('beliefs of no width', () => {
  it('give the outcome of the numbers themselves', () => {
    const plan = randomPlan(3, () => [])
    const narrow = (input: string, value: number): Belief => ({ input, distribution: { kind: 'logNormal', median: value, sigma: 1e-9 } })
    const believed: Plan = planSchema.parse({
      ...plan,
      beliefs: [
        narrow('dataPrice', 2e5),
        narrow('fixedDays', 5),
        narrow('failedRuns', 0.1),
        narrow('benefit@t0', plan.targets[0]!.benefit.value),
        narrow('horizon', 6),
        narrow('steepness@t0', plan.targets[0]!.steepness)
      ]
    })
    const environment = { today: '2026-11-25', models: [] }
    const [with_, without] = [believed, plan].map((each) => evaluate({ ...each, cluster: { ...each.cluster, mfu: 0.4 } }, environment, { audit: false }))
    expect(with_!.path.rungs.length).toBe(without!.path.rungs.length)
    expect(with_!.path.value.expected! / without!.path.value.expected!).toBeCloseTo(1, 3)
    expect(with_!.path.usd / without!.path.usd).toBeCloseTo(1, 3)
    expect(with_!.path.days / without!.path.days).toBeCloseTo(1, 6)
  })
})

describe('a scenario', () => {
  const base = randomPlan(5, () => [around('failedRuns', 0.2, 2)])
  const scenario = (beliefs: readonly Belief[]): Plan =>
    planSchema.parse({ ...base, beliefs: [], scenarios: [{ id: 's', overrides: [{ field: 'beliefs', value: beliefs }] }] })

  it('that overrides beliefs has the outcome of a plan with those beliefs', () => {
    const beliefs = [around('failedRuns', 0.2, 2), around('dataPrice', 2e5, 3)]
    const { plan, unapplied } = scenarioPlan(scenario(beliefs), 's')
    expect(unapplied).toEqual([])
    expect(planPath(settingOf(plan), false).path).toEqual(planPath(settingOf(planSchema.parse({ ...base, beliefs })), false).path)
    expect(planPath(settingOf(plan), false).path.usd).not.toBe(planPath(settingOf({ ...base, beliefs: [] }), false).path.usd)
  })
  it('with a belief about a choice keeps it without effect and says so', () => {
    const { plan, unapplied } = scenarioPlan(scenario([around('budget', 1e8, 2)]), 's')
    expect(plan.beliefs).toEqual([])
    expect(unapplied[0]!.reason.message).toMatch(/own choice/)
  })
})

describe('an edit that passes the fields by', () => {
  const plan = planSchema.parse({ ...randomPlan(5, () => []), beliefs: [around('benefit@t0', 4e8, 2), around('steepness@t0', 2, 1.5)] })
  it('takes away what was believed about a number that it changes, and nothing else', () => {
    expect(setTarget(plan, 't0', { steepness: 5 }).beliefs.map(({ input }) => input)).toEqual(['benefit@t0'])
    expect(setTarget(plan, 't0', { benefit: { kind: 'points', value: 1 } }).beliefs.map(({ input }) => input)).toEqual(['steepness@t0'])
    expect(setTarget(plan, 't0', { name: 'other' }).beliefs).toBe(plan.beliefs)
  })
})

describe('a belief that the answer does not average over', () => {
  it('is named', () => {
    const plan = randomPlan(5, () => [])
    const believed = planSchema.parse({
      ...plan,
      beliefs: [around('flopPerParameterToken', 6, 1.1), around('steepness@t0', 2, 1.5), around('failedRuns', 0.1, 2)]
    })
    const { warnings } = evaluate(believed, { today: '2026-11-25', models: [] }, { audit: false })
    const told = warnings.filter(({ code }) => code === 'beliefs-in-simulation')
    expect(told).toEqual([expect.objectContaining({ values: { count: 1, fields: 'law.flopPerParameterToken' } })])
  })

  it('so is the steepness of a link with an onset that rests on several entries, which would take seconds to average', () => {
    const entry = { critical: { low: 50e9, high: 70e9 } }
    const target = { id: 'a', link: 'power-onset', critical: 60e9, entries: [entry, entry], benefit: { kind: 'usd', value: 5e6 } }
    const plan = { targets: [target, { ...target, id: 'b', link: 'weibull' }], beliefs: [around('steepness@a', 2, 1.5), around('steepness@b', 2, 1.5)] }
    const { warnings } = evaluate(planSchema.parse(plan), { today: '2026-11-25', models: [] }, { audit: false })
    const told = warnings.filter(({ code }) => code === 'beliefs-in-simulation')
    expect(told).toEqual([expect.objectContaining({ values: { count: 1, fields: 'targets.0.steepness' } })])
  })
})
