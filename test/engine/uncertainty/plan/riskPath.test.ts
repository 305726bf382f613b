import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poseProblem } from '../../../../src/main/engine/planner/pathProblem'
import { pathValue, withinLimits } from '../../../../src/main/engine/planner/pathValue'
import { planPath } from '../../../../src/main/engine/planner/recommendedPath'
import { riskyPath } from '../../../../src/main/engine/planner/riskyPath'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { evaluate } from '../../../../src/main/engine/evaluate'
import { solvePin } from '../../../../src/main/engine/planner/pin'
import { PathWalk } from '../../../../src/main/engine/uncertainty/plan/pathWalk'
import { regretOf } from '../../../../src/main/engine/uncertainty/plan/regret'
import { riskError, riskMeasure } from '../../../../src/main/engine/uncertainty/plan/riskMeasure'
import { chooseAmong, riskPath } from '../../../../src/main/engine/uncertainty/plan/riskPath'
import { worthDraws, type WorthDraws } from '../../../../src/main/engine/uncertainty/plan/worthDraws'
import { isNoAnswer, type NoAnswer } from '../../../../src/shared/notes'
import { planSchema, type Plan } from '../../../../src/shared/plan/schema'

const answered = <T extends object>(answer: T | NoAnswer | null): T => {
  if (answer === null || isNoAnswer(answer)) throw new Error(answer === null ? 'no risk level' : answer.detail)
  return answer
}

const target = (id: string, low: number, high: number, value: number, more: object = {}) => ({
  id,
  critical: { low, high },
  benefit: { kind: 'usd', value },
  ...more
})

/** Small plans of all kinds: yearly benefits, discounting, data, serving, limits, must-targets, uncertain price and MFU, finished runs. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    discountRate: fc.constantFrom(0, 0.12),
    yearly: fc.boolean(),
    data: fc.constantFrom(0, 60_000),
    serving: fc.constantFrom(0, 5e11),
    budgetUsd: fc.constantFrom(null, 2e6, 8e6),
    deadlineDays: fc.constantFrom(null, 120),
    step: fc.boolean(),
    must: fc.boolean(),
    sure: fc.boolean(),
    finished: fc.boolean(),
    values: fc.tuple(fc.double({ min: 5e5, max: 1e7, noNaN: true }), fc.double({ min: 5e5, max: 1e7, noNaN: true })),
    seed: fc.nat(1e6)
  })
  .map(({ discountRate, yearly, data, serving, budgetUsd, deadlineDays, step, must, sure, finished, values, seed }) =>
    planSchema.parse({
      targets: [
        target('a', 6e9, 18e9, values[0], { must }),
        target('b', 15e9, 60e9, values[1], { benefit: { kind: 'usd', value: values[1], per: yearly ? 'year' : 'once' } })
      ],
      decision: { discountRate, horizonYears: 2 },
      costs: { dataUsdPerTrillionTokens: data, inference: { tokens: serving }, pricePerHourUsd: sure ? 2.5 : { low: 1.5, high: 4 } },
      cluster: { mfu: sure ? 0.4 : { low: 0.2, high: 0.56 } },
      limits: { budgetUsd, deadlineDays, largestStep: step ? { factor: 6, lastTrainedN: 4e9 } : null },
      actuals: finished ? [{ N: 5e9, D: 1e11, usd: 1e5, days: 20 }] : [],
      seed
    })
  )

const SIZES = [5e9, 9e9, 16e9, 30e9, 55e9]
const everyPath = (n: number, longest: number): number[][] => {
  const paths: number[][] = [[]]
  for (const path of paths) if (path.length < longest) for (let j = (path.at(-1) ?? -1) + 1; j < n; j++) paths.push([...path, j])
  return paths
}

/** The worth of a path in one draw, by living through it: not the walk of the engine. */
function lived({ sizes, allAt, rate, horizon }: WorthDraws, path: readonly number[], s: number): number {
  let [V, t, bought, once, perYear] = [0, 0, 0, 0, 0]
  for (const j of path) {
    const at = sizes[j]!
    V -= (at.usd[s]! + Math.max(0, at.data[s]! - bought)) * Math.exp(-rate[s]! * t)
    bought = at.data[s]!
    t += at.years[s]!
    V += at.kept[s]! * (at.once[s]! - once) * Math.exp(-rate[s]! * t)
    const [from, to] = [Math.min(t, horizon[s]!), horizon[s]!]
    const annuity = rate[s]! === 0 ? to - from : (Math.exp(-rate[s]! * from) - Math.exp(-rate[s]! * to)) / rate[s]!
    V += at.kept[s]! * (at.perYear[s]! - perYear) * annuity
    ;[once, perYear] = [at.once[s]!, at.perYear[s]!]
    if (allAt[s]! <= j) break
  }
  return V
}

describe('paths over common draws', () => {
  it('are worth on average what the planner says of them, within 4.5 standard errors, on random plans with finished runs too', () => {
    let worst = 0
    fc.assert(
      fc.property(plans, fc.nat(), (plan, pick) => {
        const setting = settingOf(plan)
        const { problem } = poseProblem(setting, Float64Array.from(SIZES))
        const drawn = answered(worthDraws(plan, SIZES, { method: 'plain', draws: 16_384, seed: plan.seed }))
        const paths = everyPath(SIZES.length, 5)
        const path = paths[pick % paths.length]!
        const V = new PathWalk(drawn).of(path)
        const mean = V.reduce((sum, v) => sum + v, 0) / V.length
        const sd = Math.sqrt(V.reduce((sum, v) => sum + (v - mean) ** 2, 0) / V.length)
        const { expected } = pathValue(problem, path)
        // The mean of the time a run takes stands for its discount where MFU is uncertain (docs/model.md, Cost, time, energy, memory): a bias far below a thousandth of what is at stake.
        const stake = pathValue(problem, path).usd + plan.targets.reduce((sum, { benefit }) => sum + benefit.value, 0)
        const allowed = 4.5 * (sd / Math.sqrt(V.length)) + (drawn.rate[0]! > 0 ? 2e-3 * stake : 1e-9 * stake)
        worst = Math.max(worst, Math.abs(mean - expected) / allowed)
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(allowed)
      }),
      { numRuns: 60 }
    )
    console.log(`largest deviation: ${(4.5 * worst).toFixed(2)} standard errors`)
  }, 60_000)

  it('are walked as they are lived through, draw by draw', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const drawn = answered(worthDraws(plan, SIZES, { method: 'plain', draws: 64, seed: plan.seed }))
        for (const path of everyPath(SIZES.length, 4)) {
          const V = new PathWalk(drawn).of(path)
          V.forEach((v, s) => expect(Math.abs(v - lived(drawn, path, s))).toBeLessThan(1e-6))
        }
      }),
      { numRuns: 15 }
    )
  }, 60_000)
})

describe('the path at a risk level', () => {
  const objectives = fc.record({ kind: fc.constantFrom('quantile' as const, 'shortfall' as const), level: fc.constantFrom(0.01, 0.05, 0.25, 0.5) })
  it('is the best of every path of at most three rungs within the limits, nothing and the path of the best mean included (exhaustive search on small grids)', () => {
    fc.assert(
      fc.property(plans, objectives, fc.nat(), (plan, objective, pick) => {
        const { problem } = poseProblem(settingOf(plan), Float64Array.from(SIZES))
        const drawn = answered(worthDraws(plan, SIZES, { method: 'sobol', draws: 256, seed: plan.seed }))
        const allowed = everyPath(SIZES.length, 5).filter((path) => withinLimits(problem, path))
        const atMean = allowed[pick % Math.max(1, allowed.length)] ?? []
        const choice = chooseAmong(problem, drawn, objective, [0, 1, 2, 3, 4], atMean)
        const measure = (path: readonly number[]): number => {
          const sorted = Array.from({ length: drawn.draws }, (_, s) => lived(drawn, path, s)).sort((a, b) => a - b)
          const count = Math.ceil(objective.level * drawn.draws)
          return objective.kind === 'quantile' ? sorted[count - 1]! : sorted.slice(0, count).reduce((sum, v) => sum + v, 0) / count
        }
        const best = Math.max(...[atMean, ...allowed.filter((path) => path.length <= 3)].map(measure))
        expect(Math.abs(choice.chosen.measure - best)).toBeLessThan(1e-6 * Math.max(1, Math.abs(best)))
        const chosen = choice.chosen.sizes.map((N) => SIZES.indexOf(N))
        expect(Math.abs(measure(chosen) - best)).toBeLessThan(1e-6 * Math.max(1, Math.abs(best)))
        if (allowed.length > 0) expect(withinLimits(problem, chosen)).toBe(true)
        expect(choice.meanGivenUp).toBe(choice.atMean.mean - choice.chosen.mean)
      }),
      { numRuns: 40 }
    )
  }, 60_000)

  it('is the path of the best mean where nothing is uncertain', () => {
    fc.assert(
      fc.property(objectives, fc.double({ min: 5e9, max: 60e9, noNaN: true }), fc.double({ min: 1e5, max: 1e7, noNaN: true }), (objective, critical, value) => {
        const plan = planSchema.parse({ targets: [{ id: 'a', critical, link: 'step', benefit: { kind: 'usd', value } }], decision: { objective } })
        const choice = answered(riskPath(plan, 64))
        const mean = planPath(settingOf(plan), false).path
        expect(choice.chosen.sizes).toEqual(mean.rungs.map(({ run }) => run.N))
        expect(choice.meanGivenUp).toBe(0)
        expect(choice.chosen.measure).toBeCloseTo(mean.value.expected!, 3)
      }),
      { numRuns: 12 }
    )
  }, 60_000)

  const risky = planSchema.parse({
    targets: [target('a', 6e9, 18e9, 3e6), target('b', 15e9, 90e9, 4e6)],
    costs: { pricePerHourUsd: { low: 1.5, high: 4 } },
    limits: { budgetUsd: 9e6 },
    decision: { objective: { kind: 'quantile', level: 0.05 } }
  })
  it('is the same for the same seed to the last byte, keeps the limits, and never has a lower quantile than the path of the best mean', () => {
    const [one, two] = [answered(riskPath(risky, 512)), answered(riskPath(risky, 512))]
    expect(JSON.stringify(one)).toBe(JSON.stringify(two))
    expect(one.chosen.measure).toBeGreaterThanOrEqual(one.atMean.measure)
    expect(one.listed).toBeGreaterThan(1000)
    const planned = riskyPath(settingOf(risky), one)
    expect(planned.path.rungs.map(({ run }) => run.N)).toEqual(one.chosen.sizes)
    expect(planned.path.risk).toBe(one)
  })
  it('may be nothing, for a reason', () => {
    const plan: Plan = {
      ...risky,
      decision: { ...risky.decision, objective: { kind: 'quantile', level: 0.001 } },
      targets: risky.targets.map((t) => ({ ...t, benefit: { kind: 'usd', value: 6e5, per: 'once' } }))
    }
    const choice = answered(riskPath(plan, 512))
    expect(choice.chosen).toMatchObject({ sizes: [], measure: 0, mean: 0 })
    expect(riskyPath(settingOf(plan), choice).path.nothing!.code).toBe('nothing-at-quantile')
  })
  it('says of a pinned outcome that it was solved for the path with the best mean, and what it is on the chosen one', () => {
    const goal = 0.9 * planPath(settingOf(risky)).path.usd
    const pin = { quantity: 'path.usd', value: goal, vary: 'price' } as const
    const { plan: solved, pin: answer } = solvePin(risky, pin)
    const choice = answered(riskPath(solved, 512))
    const environment = { today: '2026-11-25', models: [] }
    const outcome = evaluate({ ...risky, pin }, environment, { risk: choice })
    const note = outcome.warnings.find(({ code }) => code === 'pin-at-mean')!
    expect(choice.chosen.sizes).not.toEqual(choice.atMean.sizes)
    expect(note.values).toMatchObject({ level: 0.05, kind: 'usd', chosen: outcome.path.usd })
    expect(note.values!['solved']).toBe(answer.reached)
    // Not of a run, which no path moves; nor where both paths are one.
    const ofRun = evaluate({ ...risky, pin: { ...pin, quantity: 'run.usd', value: 2e5 } }, environment, { risk: choice })
    const same = evaluate({ ...risky, pin }, environment, { risk: { ...choice, chosen: choice.atMean } })
    for (const { warnings } of [ofRun, same]) expect(warnings.some(({ code }) => code.startsWith('pin-at-mean'))).toBe(false)
  })
  it('is not looked for where the mean is asked for, or benefits are points', () => {
    expect(riskPath({ ...risky, decision: { ...risky.decision, objective: { kind: 'mean' } } })).toBeNull()
    expect(riskPath({ ...risky, targets: risky.targets.map((t) => ({ ...t, benefit: { kind: 'points', value: 1 } })) })).toBeNull()
  })

  it('has measures as they are defined: the k-th smallest, the mean of the k smallest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (values, level) => {
          const sorted = [...values].sort((a, b) => a - b)
          const count = Math.max(1, Math.ceil(level * values.length - 1e-9))
          expect(riskMeasure(Float64Array.from(values), { kind: 'quantile', level })).toBe(sorted[count - 1])
          const tail = riskMeasure(Float64Array.from(values), { kind: 'shortfall', level })
          expect(Math.abs(tail - sorted.slice(0, count).reduce((sum, v) => sum + v, 0) / count)).toBeLessThan(1e-6)
        }
      )
    )
    expect(riskError(Float64Array.of(1, 2, 3), 1, { kind: 'quantile', level: 0.5 })).toBeNull()
  })
})

describe('regret', () => {
  it('is never negative, 0 for a path that is always best, and bounds what each listed path would have brought more', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const recommended = planPath(settingOf(plan), false).path.rungs.map(({ run }) => run.N)
        const { paths } = answered(regretOf(plan, recommended, { method: 'sobol', draws: 512, seed: plan.seed }))
        const [own, ...others] = paths
        expect(own!.sizes).toEqual(recommended)
        for (const path of paths) {
          expect(path.regret.mean).toBeGreaterThanOrEqual(0)
          expect(path.regret.p95).toBeGreaterThanOrEqual(0)
        }
        for (const { against, chanceBetter, value, keepsLimits } of others) {
          if (keepsLimits) expect(own!.regret.mean).toBeGreaterThanOrEqual(against!.mean - 1e-6)
          expect(against!.mean).toBeGreaterThanOrEqual(value.mean - own!.value.mean - 1e-6)
          expect(chanceBetter).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 10 }
    )
  }, 60_000)
})
