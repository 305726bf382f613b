/** U(a, θ) in closed form: against quadrature in SciPy, against the simulation of the same path, and against V of the path solver. */
import { describe, expect, it } from 'vitest'
import { valued } from '../../../../src/main/engine/uncertainty/information/candidateValue'
import { givenDraws, type Given, type GivenQuestion } from '../../../../src/main/engine/uncertainty/information/givenDraws'
import { scoreLikelihood } from '../../../../src/main/engine/uncertainty/information/scoreLikelihood'
import { simulate } from '../../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { planModel } from '../../../../src/main/engine/uncertainty/plan/planModel'
import { heldPath, planPath } from '../../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { isNoAnswer } from '../../../../src/shared/notes'
import type { Plan } from '../../../../src/shared/plan/schema'
import golden from '../../../golden/uncertainty/information.json'
import { BARE, planOf } from '../../plans'

const drawn = (question: GivenQuestion): Given => {
  const given = givenDraws(question, () => undefined)
  if (isNoAnswer(given)) throw new Error(given.detail)
  return given
}
const request = { method: 'sobol', draws: 16_384, seed: 7 } as const
const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length

describe('one run or nothing', () => {
  const [N, small, items] = [30e9, 8e9, 6]
  it.each(golden.cases)('benefit $benefit: mean, EVPI and EVSI are those of SciPy’s quadrature', ({ benefit, mean: expected, perfect, sample }) => {
    const plan = planOf({
      targets: [{ id: 'a', critical: { low: 10e9, high: 100e9 }, steepness: 2, benefit: { kind: 'usd', value: benefit } }],
      ratio: { kind: 'ratio', tokensPerParameter: 20 },
      costs: BARE
    })
    const given = drawn({
      plan,
      paths: [
        { sizes: [N], delays: [0] },
        { sizes: [], delays: [0] }
      ],
      scores: [{ target: 0, N: small }],
      request
    })
    const utilities = given.utilities.map(([today]) => today!)
    const value = valued(given, utilities, scoreLikelihood(given.scores[0]!, items))
    // Sobol points in two dimensions: the errors told are below 30 USD.
    expect(Math.abs(mean(utilities[0]!) - expected)).toBeLessThan(20)
    expect(Math.abs(value.perfect - perfect)).toBeLessThan(Math.max(4.5 * value.perfectError, 10))
    expect(Math.abs(value.sample! - sample)).toBeLessThan(Math.max(4.5 * value.sampleError!, 10))
  })
})

/** Everything drawn that can be: two axes, beliefs, data, serving, yearly benefits, a start value for thresholds, discounting. */
const rich: Plan = planOf({
  targets: [
    { id: 'a', critical: { low: 8e9, high: 30e9 }, floor: 0.02, ceiling: 0.97, benefit: { kind: 'usd', value: 6e6 } },
    { id: 'b', axis: 'C', link: 'logistic', critical: { low: 2e22, high: 9e22 }, benefit: { kind: 'usd', value: 4e6, per: 'year' } },
    { id: 'c', link: 'step', entries: [{ critical: { low: 1e10, high: 2e10 } }, { critical: 4e10 }], critical: 1e10, benefit: { kind: 'usd', value: 1e6 } }
  ],
  cluster: { mfu: { low: 0.3, high: 0.5 } },
  costs: { pricePerHourUsd: { low: 2, high: 4 }, dataUsdPerTrillionTokens: 2e5, inference: { tokens: 1e12 } },
  decision: { discountRate: 0.1 },
  beliefs: [
    { input: 'uptime', distribution: { kind: 'interval', low: 0.8, high: 0.95 } },
    { input: 'steepness@a', distribution: { kind: 'normal', mean: 3, sd: 0.5 } },
    { input: 'benefit@a', distribution: { kind: 'uniform', low: 4e6, high: 8e6 } }
  ]
})

describe('a path', () => {
  it('is worth on average what the simulation of its thresholds says (plain draws, within 4.5 standard errors)', () => {
    const sizes = [4e9, 15e9, 40e9]
    const made = planModel({ plan: rich, path: sizes })
    if (isNoAnswer(made)) throw new Error(made.detail)
    const simulation = simulate(made.model, { method: 'plain', draws: 50_000, seed: 3, probabilities: [0.5] })
    if (isNoAnswer(simulation)) throw new Error(simulation.detail)
    const { value, standardError } = simulation.summary().outputs[made.places.path!.value]!.mean!
    const U = drawn({ plan: rich, paths: [{ sizes, delays: [0] }], scores: [], request }).utilities[0]![0]!
    const average = mean(U)
    expect(Math.abs(average - value!)).toBeLessThan(4.5 * standardError!)
    // The residual of the links is integrated, so U scatters less than what is simulated.
    const sd = Math.sqrt(mean(U.map((u) => (u - average) ** 2)))
    expect(sd).toBeLessThan(0.9 * standardError! * Math.sqrt(50_000))
  })
  it('is worth V of the path solver where nothing but scales, price and MFU is believed and time costs nothing', () => {
    const plan = planOf({
      ...rich,
      decision: { discountRate: 0 },
      beliefs: [],
      targets: rich.targets.filter(({ id }) => id !== 'b'),
      costs: { ...rich.costs, inference: { tokens: 0 } }
    })
    const { path } = planPath(settingOf(plan), false)
    const sizes = path.rungs.map(({ run }) => run.N)
    expect(sizes.length).toBeGreaterThan(0)
    const U = drawn({ plan, paths: [{ sizes, delays: [0] }], scores: [], request }).utilities[0]![0]!
    expect(Math.abs(mean(U) / path.value.expected! - 1)).toBeLessThan(1e-3)
  })
  it('is worth less when it starts later, and nothing is worth 0', () => {
    const given = drawn({
      plan: rich,
      paths: [
        { sizes: [15e9], delays: [0, 0.5] },
        { sizes: [], delays: [0] }
      ],
      scores: [],
      request
    })
    const [today, later] = given.utilities[0]!
    expect(mean(later!)).toBeLessThan(mean(today!))
    expect(given.utilities[1]![0]!.every((u) => u === 0)).toBe(true)
  })
  it('of points has the points of its last run, whatever it costs', () => {
    const plan = planOf({ targets: [{ id: 'a', link: 'step', critical: 10e9, benefit: { kind: 'points', value: 3 } }] })
    const [[reached], [missed]] = drawn({
      plan,
      paths: [
        { sizes: [5e9, 11e9], delays: [0] },
        { sizes: [9e9], delays: [0] }
      ],
      scores: [],
      request
    }).utilities as [[Float64Array], [Float64Array]]
    expect([...new Set(reached)]).toEqual([3])
    expect([...new Set(missed)]).toEqual([0])
  })
})

describe('after finished runs', () => {
  const target = { steepness: 2, benefit: { kind: 'usd', value: 6e6 } } as const
  const plan = planOf({
    targets: [
      { ...target, id: 'reached', critical: { low: 2e9, high: 30e9 } },
      { ...target, id: 'missed', critical: { low: 3e9, high: 60e9 }, floor: 0.05 },
      { ...target, id: 'open', link: 'step', critical: { low: 10e9, high: 90e9 } }
    ],
    ratio: { kind: 'ratio', tokensPerParameter: 20 },
    costs: { pricePerHourUsd: { low: 2, high: 4 }, dataUsdPerTrillionTokens: 1e5 },
    decision: { correlation: 0.6 },
    actuals: [
      {
        N: 8e9,
        D: 160e9,
        days: 20,
        results: [
          { target: 'reached', reached: true },
          { target: 'missed', reached: false }
        ]
      }
    ]
  })
  const sizes = [20e9, 60e9]
  it('a path is worth V of the path solver given what they showed, and what is reached is earned no second time', () => {
    const { path, final } = heldPath(settingOf(plan), sizes, null)
    const given = drawn({
      plan,
      paths: [{ sizes, delays: [0] }],
      scores: [],
      request: { ...request, draws: 65_536 }
    })
    const [U] = given.utilities[0]!
    expect(final[0]).toBe(1)
    // One draw in three or so stands for all: the error of the mean is below 0.2 %.
    expect(Math.abs(mean(U!) / path.value.expected! - 1)).toBeLessThan(4e-3)
  })
  it('a result moves the scales that share the common factor: 30B is nearer than it was', () => {
    const scores = [{ target: 2, N: 30e9 }]
    const without = drawn({ plan: { ...plan, actuals: [] }, paths: [], scores, request }).scores[0]!
    const reached = drawn({
      plan: { ...plan, actuals: [{ ...plan.actuals[0]!, results: [{ target: 'reached', reached: true, score: null, loss: null }] }] },
      paths: [],
      scores,
      request
    }).scores[0]!
    const { observed } = settingOf({ ...plan, actuals: [{ ...plan.actuals[0]!, results: [{ target: 'reached', reached: true, score: null, loss: null }] }] })
    expect(mean(reached)).toBeGreaterThan(mean(without) + 0.05)
    expect(mean(reached)).toBeCloseTo(observed!.marginals(2, Float64Array.of(Math.log(30e9)))[0]!, 2)
  })
  it('results that the beliefs leave next to no chance leave too few draws, and say so', () => {
    const rare = planOf({
      ...plan,
      targets: [{ ...target, id: 'reached', link: 'step', critical: { low: 20e9, high: 30e9 } }],
      actuals: [{ N: 14.6e9, D: 1e11, results: [{ target: 'reached', reached: true }] }]
    })
    expect(givenDraws({ plan: rare, paths: [], scores: [], request: { ...request, draws: 64 } }, () => undefined)).toMatchObject({
      code: 'information-results-too-rare'
    })
  })
})
