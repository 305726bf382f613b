/** The value of knowing more: what holds for any plan, and what the answer says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldPath } from '../../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { nextRun } from '../../../../src/main/engine/uncertainty/information/nextRun'
import { scoreLikelihood } from '../../../../src/main/engine/uncertainty/information/scoreLikelihood'
import { binomialProbability } from '../../../../src/main/engine/numeric/binomial'
import { fitApi } from '../../../../src/main/api/fit'
import { inlineTasks } from '../../../../src/main/workers/inline'
import { fitContract } from '../../../../src/shared/contract/fit'
import type { CandidateInput, NextRun } from '../../../../src/shared/contract/nextRun'
import { isNoAnswer } from '../../../../src/shared/notes'
import type { Plan, PlanInput } from '../../../../src/shared/plan/schema'
import { planOf } from '../../plans'

const ask = (plan: Plan, candidates: CandidateInput[] | null = null, draws = 4096) =>
  nextRun({ plan, candidates, request: { method: 'sobol', draws, seed: 11 } }, () => undefined)
function answered(...asked: Parameters<typeof ask>): NextRun {
  const answer = ask(...asked)
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}
const score = (N: number, target: string, items = 1000): CandidateInput => ({ kind: 'score', N, target, items })

const between = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp)
const range = (low: number, high: number) => fc.tuple(between(low, high), between(1.05, 4)).map(([at, factor]) => ({ low: at / factor, high: at * factor }))
const decision = fc
  .record({
    targets: fc.array(
      fc.record({
        axis: fc.constantFrom('N' as const, 'N' as const, 'C' as const),
        link: fc.constantFrom('weibull' as const, 'logistic' as const, 'step' as const),
        size: range(2e9, 1e11),
        steepness: between(0.8, 5),
        benefit: fc.record({ kind: fc.constant('usd' as const), value: between(1e5, 3e7), per: fc.constantFrom('once' as const, 'year' as const) }),
        must: fc.constantFrom(false, false, false, true)
      }),
      { minLength: 1, maxLength: 3 }
    ),
    price: range(1, 5),
    mfu: range(0.1, 0.2),
    discountRate: fc.constantFrom(0, 0.1),
    budgetUsd: fc.option(between(3e5, 3e7)),
    points: fc.constantFrom(false, false, false, true)
  })
  .map(({ targets, price, mfu, discountRate, budgetUsd, points }) =>
    planOf({
      targets: targets.map(({ size, benefit, ...target }, i) => ({
        ...target,
        id: `t${i}`,
        critical: target.axis === 'C' ? { low: 120 * size.low ** 2, high: 120 * size.high ** 2 } : size,
        benefit: points ? { kind: 'points', value: benefit.value } : benefit
      })),
      ratio: { kind: 'ratio', tokensPerParameter: 20 },
      costs: { pricePerHourUsd: price },
      cluster: { mfu },
      limits: { budgetUsd },
      decision: { discountRate }
    })
  )

describe('on random plans', () => {
  it('0 ≤ EVSI ≤ EVPI, every input’s too; net = EVSI − cost − delay; all actions keep the limits; ranked by net value', () => {
    let [answers, worthKnowing] = [0, 0]
    fc.assert(
      fc.property(decision, (plan) => {
        const asked: CandidateInput[] = [
          { kind: 'mfu', days: 1, error: 0.03 },
          { kind: 'price', days: 7, usd: 0, error: 0.02 },
          score(1e9, 't0'),
          score(8e9, 't0', 100)
        ]
        const answer = ask(plan, asked, 256)
        if (isNoAnswer(answer)) {
          expect(answer.code).toBe('information-no-action')
          return
        }
        answers++
        const { perfect, candidates, inputs, actions, unit } = answer
        if (perfect.value > 0) worthKnowing++
        expect(perfect.value).toBeGreaterThanOrEqual(0)
        for (const { value } of [...inputs.map((input) => input.perfect), ...candidates.map(({ sample }) => sample)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(perfect.value)
        }
        for (const { sample, usd, delay, net } of candidates) expect(net).toBe(unit === 'points' ? null : sample.value - usd - delay)
        const setting = settingOf(plan)
        for (const { sizes } of actions) expect(heldPath(setting, sizes, null).keepsLimits).toBe(true)
        expect(actions.reduce((sum, { chanceBest }) => sum + chanceBest, 0)).toBeCloseTo(1, 9)
        const order = candidates.map(({ net, sample }) => net ?? sample.value)
        expect([...order].sort((a, b) => b - a)).toEqual(order)
      }),
      { numRuns: 20 }
    )
    expect(answers).toBeGreaterThan(10)
    expect(worthKnowing).toBeGreaterThan(5)
  })
})

/** A threshold known to a factor of twenty: whether the run pays is open. */
const open: PlanInput = {
  targets: [{ id: 'a', critical: { low: 10e9, high: 200e9 }, steepness: 2, benefit: { kind: 'usd', value: 4e6 } }],
  ratio: { kind: 'ratio', tokensPerParameter: 20 }
}

describe('what is worth knowing', () => {
  it('a small run that pays is recommended, with its target and what it is worth', () => {
    const { sentence, candidates, perfect } = answered(planOf(open))
    const [best] = candidates
    expect(best!.net).toBeGreaterThan(0)
    expect(sentence).toMatchObject({ code: 'information-run', values: { target: 'a', size: best!.run!.N, net: best!.net, perfect: perfect.value } })
    expect(best!.sample.standardError).toBeGreaterThan(0)
  })
  it('more items tell more, at the same cost', () => {
    const [few, some, many] = [10, 100, 10_000].map((items) => answered(planOf(open), [score(5e9, 'a', items)]).candidates[0]!) as [
      NextRun['candidates'][0],
      NextRun['candidates'][0],
      NextRun['candidates'][0]
    ]
    expect(few.sample.value).toBeLessThan(some.sample.value)
    expect(some.sample.value).toBeLessThan(many.sample.value)
    expect(few.usd).toBe(many.usd)
  })
  it('a measurement of what is exact tells nothing', () => {
    const told = answered(planOf(open), [
      { kind: 'mfu', days: 1, error: 0.01 },
      { kind: 'price', days: 7, usd: 0, error: 0.01 }
    ])
    for (const { sample } of told.candidates) expect(sample.value).toBeLessThan(1e-6 * told.perfect.value)
    expect(told.inputs.map(({ input }) => input)).toEqual(['critical@a'])
  })
  it('a price that decides whether to run is worth a quote, and MFU a day on the cluster', () => {
    const plan = planOf({
      targets: [{ id: 'a', link: 'step', critical: 50e9, benefit: { kind: 'usd', value: 1.6e6 } }],
      ratio: { kind: 'ratio', tokensPerParameter: 20 },
      cluster: { mfu: { low: 0.3, high: 0.5 } },
      costs: { pricePerHourUsd: { low: 1, high: 6 } }
    })
    const { candidates, inputs, sentence } = answered(plan)
    expect(candidates[0]).toMatchObject({ kind: 'price', usd: 0, error: 0.02 })
    expect(sentence.code).toBe('information-ask-price')
    expect(inputs.map(({ input }) => input)).toEqual(['price', 'mfu'])
    expect(candidates.find(({ kind }) => kind === 'mfu')!.usd).toBeGreaterThan(0)
  })
  it('delay costs what discounting takes, and what no longer fits the deadline; a path that still fits is found', () => {
    const plan = planOf({ ...open, limits: { deadlineDays: 30 }, decision: { discountRate: 0.2 } })
    const [quick, slow, never] = [0, 10, 31].map((days) => answered(plan, [{ kind: 'price', days, usd: 0, error: 0.1 }]).candidates[0]!)
    expect(quick!.delay).toBeCloseTo(0, 6)
    expect(slow!.delay).toBeGreaterThan(0)
    const { bestValue } = answered(plan, [score(1e9, 'a')])
    expect(slow!.delay).toBeLessThan(bestValue)
    // After the deadline nothing is left but nothing, which is worth 0.
    expect(never!.delay).toBeCloseTo(bestValue, 6)
  })
  it('in points the largest run within the limits is best whatever is true, and money stands apart', () => {
    const plan = planOf({ targets: [{ id: 'a', critical: { low: 10e9, high: 200e9 }, benefit: { kind: 'points', value: 2 } }], limits: { budgetUsd: 3e6 } })
    const { unit, perfect, sentence, candidates, warnings } = answered(plan)
    expect([unit, perfect.value, sentence.code]).toEqual(['points', 0, 'information-points-settled'])
    expect(candidates.every(({ net }) => net === null)).toBe(true)
    expect(warnings.map(({ code }) => code)).toContain('information-money-apart')
    const priced = answered(planOf({ ...plan, decision: { usdPerPoint: 1e6 } }))
    expect([priced.unit, priced.perfect.value > 0]).toEqual(['usd', true])
  })
  it('must-targets rule out nothing, whose worth is then no part of it', () => {
    const plan = planOf({ ...open, targets: [{ ...open.targets[0]!, must: true }] })
    expect(answered(plan).actions.every(({ sizes }) => sizes.length > 0)).toBe(true)
  })
})

describe('the runs of a fit', () => {
  it('leave no doubt about their design when they are fitted, and both approaches find the law again', async () => {
    const { fitRuns } = answered(planOf(open))
    const { law } = settingOf(planOf(open)).model
    const points = fitRuns!.runs.map(({ N, D }) => ({ N, D, loss: law.loss!(N, D) }))
    expect(points).toHaveLength(35)
    expect(fitRuns!.decades.N).toBeGreaterThan(1.5)
    expect(fitRuns!.decades.D).toBeGreaterThan(1.5)
    expect(fitRuns!.usd).toBeCloseTo(
      fitRuns!.runs.reduce((sum, { usd }) => sum + usd, 0),
      6
    )
    for (const approach of ['parametric', 'isoflop'] as const) {
      const question = fitContract['laws.fit'].input.parse({ points, approach, bootstrap: 0 })
      const fit = await fitApi(inlineTasks)['laws.fit'](question, { signal: new AbortController().signal, emit: () => undefined }, question)
      if (isNoAnswer(fit)) throw new Error(fit.detail)
      const doubts = fit.warnings.map(({ code }) => code)
      for (const code of ['fit-narrow', 'fit-few-runs', 'fit-collinear', 'fit-few-optima', 'fit-narrow-optima', 'fit-isoflops-left-out'])
        expect(doubts).not.toContain(code)
      // N* grows as C^(β/(α + β)) of the law that made the losses.
      const [alpha, beta] = [0.3478, 0.3658]
      expect(fit.exponents!.a).toBeCloseTo(beta / (alpha + beta), 2)
    }
  })
})

describe('the likelihood of a score', () => {
  it('rows add up to 1, and each bin holds the binomial’s chance of its counts', () => {
    const chances = Float64Array.of(0, 0.01, 0.3, 0.31, 0.8, 1)
    const { likelihood, bins } = scoreLikelihood(chances, 40)
    chances.forEach((p, s) => {
      const row = likelihood.subarray(s * bins, (s + 1) * bins)
      expect(row.reduce((sum, q) => sum + q, 0)).toBeCloseTo(1, 12)
      expect(row.every((q) => q >= 0)).toBe(true)
      expect(row[0]).toBeCloseTo(p === 0 ? 1 : p === 1 ? 0 : binomialProbability(edgeOf(likelihood, bins), 40, p), 9)
    })
  })
})

/** The largest count of the first bin, from the row of p = 0.3. */
function edgeOf(likelihood: Float64Array, bins: number): number {
  const first = likelihood[2 * bins]!
  for (let k = 0; k < 40; k++) if (Math.abs(binomialProbability(k, 40, 0.3) - first) < 1e-9) return k
  return 40
}
