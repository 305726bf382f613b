import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesAt } from '../../../../src/main/engine/planner/chances'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { runColumns } from '../../../../src/main/engine/run'
import { simulate } from '../../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { planModel } from '../../../../src/main/engine/uncertainty/plan/planModel'
import { seenDraws } from '../../../../src/main/engine/uncertainty/plan/seenDraws'
import { isNoAnswer, type NoAnswer } from '../../../../src/shared/notes'
import { planSchema, type Plan } from '../../../../src/shared/plan/schema'

const answered = <T extends object>(answer: T | NoAnswer): T => {
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}

/** Two or three targets of all links, ranges and mixtures, of which a run of about their size has shown something. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    correlation: fc.constantFrom(0, 0.3, 0.8, 1),
    targets: fc.array(
      fc.record({
        link: fc.constantFrom('weibull' as const, 'logistic' as const, 'step' as const, 'shifted-weibull' as const),
        low: fc.double({ min: 8, max: 30, noNaN: true }),
        ratio: fc.double({ min: 1.3, max: 5, noNaN: true }),
        ceiling: fc.constantFrom(1, 0.9),
        mixed: fc.boolean(),
        showed: fc.constantFrom('nothing' as const, 'missed' as const, 'reached' as const)
      }),
      { minLength: 2, maxLength: 3 }
    ),
    at: fc.double({ min: 10, max: 30, noNaN: true })
  })
  .map(({ correlation, targets, at }) =>
    planSchema.parse({
      targets: targets.map(({ link, low, ratio, ceiling, mixed }, i) => ({
        id: `t${i}`,
        link,
        ceiling,
        critical: { low: low * 1e9, high: low * ratio * 1e9 },
        entries: mixed ? [{ critical: { low: low * 1e9, high: low * ratio * 1e9 } }, { critical: { low: 2 * low * 1e9, high: 2 * low * ratio * 1e9 } }] : [],
        benefit: { kind: 'usd', value: 5e6 }
      })),
      decision: { correlation },
      actuals: [
        {
          N: at * 1e9,
          D: 4e11,
          usd: 1e5,
          days: 10,
          results: targets.flatMap(({ showed }, i) => (showed === 'nothing' ? [] : [{ target: `t${i}`, reached: showed === 'reached' }]))
        }
      ]
    })
  )

describe('draws given what finished runs showed', () => {
  it('agree with the quadrature for P(each) and P(all), plain draws, within 4.5 standard errors and the 2e-3 of their tables', () => {
    let [worst, compared] = [0, 0]
    fc.assert(
      fc.property(plans, fc.nat(1e6), (plan, seed) => {
        const setting = settingOf(plan)
        const { observed } = setting
        // Less likely results are left to the tables of the tails, which nobody reads to three digits.
        if (observed === null || observed.chance < 0.01 || observed.states.includes('lost')) return
        const path = [plan.actuals[0]!.N * 1.3, plan.actuals[0]!.N * 3]
        const { each, all } = chancesAt(plan, setting.model, setting.wanted, runColumns(setting.model, Float64Array.from(path)), observed)
        const made = answered(planModel({ plan, path }))
        const draws = 40_000
        const { outputs } = answered(simulate(made.model, { method: 'plain', draws, seed, probabilities: [0.5] })).summary()
        const near = (place: number, P: number): void => {
          const apart = Math.abs(outputs[place]!.mean!.value! - P)
          const allowed = 4.5 * Math.sqrt(Math.max(P * (1 - P), 1 / draws) / draws) + 2e-3
          worst = Math.max(worst, apart / allowed)
          compared++
          expect(apart).toBeLessThan(allowed)
        }
        path.forEach((_N, r) => {
          made.places.targets.forEach(({ reachedBy }, i) => near(reachedBy[r]!, each[i]![r]!))
          near(made.places.path!.allBy[r]!, all[r]!)
        })
      }),
      { numRuns: 40 }
    )
    console.log(`largest deviation: ${(100 * worst).toFixed(0)} % of what is allowed, in ${compared} comparisons`)
    expect(compared).toBeGreaterThan(100)
  }, 60_000)

  it('are the standard normal draws themselves where nothing was seen of a target', () => {
    const plan = planSchema.parse({
      targets: [
        { id: 'a', critical: { low: 10e9, high: 30e9 }, benefit: { kind: 'usd', value: 1 } },
        { id: 'b', critical: { low: 10e9, high: 30e9 }, benefit: { kind: 'usd', value: 1 } }
      ],
      decision: { correlation: 0 },
      actuals: [{ N: 20e9, D: 4e11, results: [{ target: 'a', reached: false }] }]
    })
    const { factor, targets } = seenDraws(settingOf(plan).observed!)
    expect(factor(1.3)).toBe(1.3)
    expect(targets[1]!.score(0.5, -0.7)).toBe(-0.7)
    // What was missed makes the threshold higher.
    expect(targets[0]!.score(0, 0)).toBeGreaterThan(0)
  })
})
