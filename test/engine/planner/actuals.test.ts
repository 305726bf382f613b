import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { poseProblem } from '../../../src/main/engine/planner/pathProblem'
import { pathValue } from '../../../src/main/engine/planner/pathValue'
import { planPath } from '../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../src/main/engine/planner/setting'
import { runAt } from '../../../src/main/engine/run'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'

const target = (id: string, low: number, high: number, more: object = {}) => ({
  id,
  critical: { low, high },
  benefit: { kind: 'usd' as const, value: 5e6 },
  ...more
})
const base: PlanInput = {
  targets: [target('code', 20e9, 30e9), target('maths', 30e9, 90e9, { benefit: { kind: 'usd', value: 4e6, per: 'year' } })],
  decision: { discountRate: 0.1 },
  costs: { dataUsdPerTrillionTokens: 20_000 },
  limits: { budgetUsd: 9e6, deadlineDays: 400 }
}
const plan = (more: Partial<PlanInput> = {}): Plan => planSchema.parse({ ...base, ...more })
const environment = { today: '2026-11-25', models: [] }

/** A finished run with the plan's own cost and time. */
function finished(of: Plan, N: number, results: Record<string, boolean>): Plan['actuals'][number] {
  const { D, usd, days } = runAt(settingOf(of).model, N)
  return {
    N,
    D,
    usd,
    days,
    endedAt: null,
    stopped: false,
    results: Object.entries(results).map(([id, reached]) => ({ target: id, reached, score: null, loss: null })),
    note: ''
  }
}

describe('finished runs', () => {
  it('of which there are none leave the outcome as it was, to the last digit', () => {
    const { actuals: _none, ...without } = plan()
    expect(evaluate({ ...without, actuals: [] }, environment)).toEqual(evaluate(plan(), environment))
    expect(evaluate(plan(), environment).path.soFar).toBeNull()
  })

  it('take their money and time off the limits, and are not bought data again', () => {
    const before = plan()
    const run = finished(before, 5e9, { code: false })
    const setting = settingOf({ ...before, actuals: [run] })
    expect(setting.plan.limits.budgetUsd).toBe(9e6 - run.usd!)
    expect(setting.plan.limits.deadlineDays).toBe(400 - run.days!)
    const again = runAt(setting.model, 5e9)
    expect(again.usdParts.data).toBe(0)
    expect(runAt(setting.model, 10e9).usdParts.data).toBeCloseTo(runAt(settingOf(before).model, 10e9).usdParts.data - (run.D * 20_000) / 1e12, 3)
    const { path } = planPath(setting)
    expect(path.soFar).toMatchObject({ runs: 1, usd: run.usd, days: run.days, usdLeft: 9e6 - run.usd!, reached: [] })
    expect(path.rungs[0]!.startDays).toBe(run.days)
    expect(path.rungs[0]!.cumulativeUsd).toBe(run.usd! + path.rungs[0]!.usd)
    // What was missed at 5B is not reached by the same run again.
    expect(setting.observed!.marginals(0, Float64Array.of(Math.log(5e9)))[0]).toBeLessThan(1e-12)
  })

  it('count for the largest step, unless they were stopped', () => {
    const stepped = plan({ limits: { largestStep: { factor: 3, lastTrainedN: 1e9 } } })
    const run = finished(stepped, 5e9, {})
    expect(settingOf({ ...stepped, actuals: [run] }).plan.limits.largestStep!.lastTrainedN).toBe(5e9)
    expect(settingOf({ ...stepped, actuals: [{ ...run, stopped: true }] }).plan.limits.largestStep!.lastTrainedN).toBe(1e9)
  })

  it('that reached a target take it out of what is ahead, with its benefit earned', () => {
    const before = plan()
    const { path, targets, warnings } = evaluate({ ...before, actuals: [finished(before, 30e9, { code: true, maths: false })] }, environment)
    expect(path.soFar!.reached).toEqual(['code'])
    expect(path.soFar!.earnedUsd).toBeCloseTo(5e6 * 1.1 ** (-path.soFar!.days / 365.25), 2)
    expect(targets[0]).toMatchObject({ required: null, probability: 1 })
    expect(targets[0]!.reason!.code).toBe('target-reached')
    expect(path.rungs.every(({ unlocks }) => !unlocks.includes('code'))).toBe(true)
    expect(path.rungs.every(({ all, probabilities }) => Math.abs(all - probabilities[1]!) < 1e-12)).toBe(true)
    expect(warnings.map(({ code }) => code)).not.toContain('actuals-contradict')
    const done = evaluate({ ...before, actuals: [finished(before, 90e9, { code: true, maths: true })] }, environment)
    expect(done.path.rungs).toEqual([])
    expect(done.path.nothing!.code).toBe('nothing-all-reached')
  })

  const wrong: [string, (of: Plan) => Plan['actuals'], string][] = [
    ['reached and missed the wrong way round', (p) => [finished(p, 30e9, { code: true }), finished(p, 60e9, { code: false })], 'actuals-contradict'],
    ['spent more than the budget', (p) => [{ ...finished(p, 5e9, {}), usd: 1e7 }], 'actuals-over-budget'],
    ['took longer than the deadline', (p) => [{ ...finished(p, 5e9, {}), days: 500 }], 'actuals-past-deadline'],
    ['were said without their cost', (p) => [{ ...finished(p, 5e9, {}), usd: null }], 'actuals-cost-estimated'],
    ['were said without their time', (p) => [{ ...finished(p, 5e9, {}), days: null }], 'actuals-days-estimated'],
    ['ended before they could', (p) => [{ ...finished(p, 5e9, {}), days: 60, endedAt: '2026-11-10' }], 'actuals-date-too-early'],
    ['were stopped short of a target', (p) => [{ ...finished(p, 5e9, { code: false }), stopped: true }], 'actuals-stopped-unused'],
    ['missed what the beliefs were sure of', (p) => [finished(p, 400e9, { code: false })], 'actuals-against-belief'],
    ['surprised', (p) => [finished(p, 38e9, { code: false })], 'actuals-surprising']
  ]
  it.each(wrong)('that %s are told, and the answer goes on', (_name, actuals, code) => {
    const before = plan()
    const outcome = evaluate({ ...before, actuals: actuals(before) }, environment)
    expect(outcome.warnings.map((w) => w.code)).toContain(code)
    expect(JSON.stringify(outcome)).not.toMatch(/null,"days":null,"rungs"|NaN|Infinity/)
  })

  it('end on a date: then the time between runs is gone too', () => {
    const before = plan()
    const run = { ...finished(before, 5e9, {}), days: 10, endedAt: '2027-01-01' }
    expect(settingOf({ ...before, actuals: [run] }).soFar.days).toBeCloseTo(61, 0)
  })

  it.each([
    [[{ N: -1, D: 1e11 }], 'actuals.0.N'],
    [[{ N: 1e9, D: 0 }], 'actuals.0.D'],
    [[{ N: 1e9, D: 1e11, usd: -5 }], 'actuals.0.usd'],
    [[{ N: 1e9, D: 1e11, results: [{ target: 'gone', reached: true }] }], 'actuals.0.results.0.target'],
    [[{ N: 1e9, D: 1e11, results: [{ target: 'code' }] }], 'actuals.0.results.0.reached'],
    [
      [
        {
          N: 1e9,
          D: 1e11,
          results: [
            { target: 'code', reached: true },
            { target: 'code', reached: false }
          ]
        }
      ],
      'actuals.0.results.1.target'
    ]
  ])('that cannot be are refused by name: %j', (actuals, path) => {
    const parsed = planSchema.safeParse({ ...base, actuals })
    expect(parsed.success).toBe(false)
    expect(parsed.error!.issues[0]!.path.join('.')).toBe(path)
  })
})

/** One target, no limits, so that the path ahead is the rest of the path. */
const single = fc.record({
  link: fc.constantFrom('weibull' as const, 'logistic' as const, 'step' as const),
  ratio: fc.double({ min: 1.5, max: 8, noNaN: true }),
  discountRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
  per: fc.constantFrom('once' as const, 'year' as const),
  data: fc.constantFrom(0, 50_000),
  serving: fc.constantFrom(0, 1e12),
  first: fc.double({ min: 0.3, max: 0.9, noNaN: true })
})

describe('a plan and what it becomes after its first run', () => {
  it('are worth the same on average: V = p·V(reached) + (1 − p)·V(not reached) to 1e-8', () => {
    fc.assert(
      fc.property(single, ({ link, ratio, discountRate, per, data, serving, first }) => {
        const before = planSchema.parse({
          targets: [target('code', 20e9, 20e9 * ratio, { link, benefit: { kind: 'usd', value: 2e7, per } })],
          decision: { discountRate, horizonYears: 2 },
          costs: { dataUsdPerTrillionTokens: data, inference: { tokens: serving } }
        })
        const setting = settingOf(before)
        const N = 20e9 * ratio * first
        const sizes = Float64Array.of(N, N * 1.4, N * 2.1)
        const { problem, chances } = poseProblem(setting, sizes)
        const V = pathValue(problem, [0, 1, 2]).expected
        const p = chances.each[0]![0]!
        if (p < 1e-4 || p > 1 - 1e-4) return
        const after = (reached: boolean): number => {
          const next = settingOf({ ...before, actuals: [finished(before, N, { code: reached })] })
          const ahead = reached ? 0 : pathValue(poseProblem(next, sizes.subarray(1)).problem, [0, 1]).expected
          const { soFar } = planPath(next, false).path
          const present = (1 + discountRate) ** (-soFar!.days / 365.25)
          return soFar!.earnedUsd! - soFar!.spentPresentUsd + present * ahead
        }
        const [reached, missed] = [after(true), after(false)]
        expect(Math.abs(V - p * reached - (1 - p) * missed)).toBeLessThan(1e-8 * (Math.abs(reached) + Math.abs(missed)))
      }),
      { numRuns: 60 }
    )
  })

  it('is worth ahead what thresholds above the missed run bring on average, simulated to 4.5 standard errors', () => {
    const before = planSchema.parse({ targets: [target('code', 20e9, 60e9, { benefit: { kind: 'usd', value: 8e6 } })], decision: { discountRate: 0.1 } })
    const setting = settingOf({ ...before, actuals: [finished(before, 20e9, { code: false })] })
    const sizes = Float64Array.of(30e9, 50e9, 80e9)
    const { problem } = poseProblem(setting, sizes)
    const { expected } = pathValue(problem, [0, 1, 2])
    const { lnMedian, sigma, steepness } = setting.wanted[0]!.belief
    let [kept, sum, squares] = [0, 0, 0]
    let state = 12345
    const uniform = (): number => ((state = (state * 48271) % 2147483647) - 0.5) / 2147483647
    for (let s = 0; s < 400_000; s++) {
      const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
      const T = Math.exp(lnMedian + sigma * normal) * (-Math.log(uniform())) ** (1 / steepness)
      if (T <= 20e9) continue
      let [value, years] = [0, 0]
      for (let k = 0; k < 3; k++) {
        value -= problem.usdWithoutData[k]! * 1.1 ** -years
        years += problem.years[k]!
        if (T <= sizes[k]!) {
          value += 8e6 * 1.1 ** -years
          break
        }
      }
      kept++
      sum += value
      squares += value * value
    }
    const mean = sum / kept
    const error = Math.sqrt((squares / kept - mean * mean) / kept)
    expect(Math.abs(mean - expected) / error).toBeLessThan(4.5)
  })

  it('is not worth more than the most that finer gates could make of it', () => {
    const before = plan()
    const { path } = planPath(settingOf({ ...before, actuals: [finished(before, 15e9, { code: false, maths: false })] }))
    expect(path.rungs.length).toBeGreaterThan(0)
    expect(path.value.gateBound!).toBeGreaterThanOrEqual(path.value.expected!)
    expect(path.value.expected!).toBeGreaterThanOrEqual(path.value.committed!)
    expect(path.soFar!.original!.value).toBeCloseTo(planPath(settingOf(before), false).path.value.expected!, 6)
  })
})
