import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalProbability } from '../../../src/main/engine/numeric/normal'
import { randomStream } from '../../../src/main/engine/numeric/random'
import { choleskyOf } from '../../../src/main/engine/uncertainty/draws/correlation'
import type { DrawMethod } from '../../../src/main/engine/uncertainty/draws/drawPlan'
import { distributionOf } from '../../../src/main/engine/uncertainty/distributions/distributionOf'
import type { Distribution, Shape } from '../../../src/main/engine/uncertainty/distributions/distribution'
import { capabilityModel } from '../../../src/main/engine/uncertainty/monteCarlo/capabilityModel'
import type { ModelOutput, SimulationModel } from '../../../src/main/engine/uncertainty/monteCarlo/model'
import type { ModelSpec } from '../../../src/main/engine/uncertainty/monteCarlo/models'
import { simulate, startSimulation, type Simulation, type SimulationRequest } from '../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { simulateBlocks } from '../../../src/main/engine/uncertainty/monteCarlo/simulateBlocks'
import type { Steps } from '../../../src/main/engine/uncertainty/monteCarlo/steps'
import { isNoAnswer } from '../../../src/shared/notes'
import { correlation } from './statistics'

interface Golden {
  probabilities: number[]
  capabilities: { name: string; critical: number; steepness: number; steepnessSd: number; meanP: number; P: number[]; N90: number[]; cost: number[] }[]
}
/** By quadrature and root finding in SciPy: capabilities.py beside it. */
const golden = JSON.parse(readFileSync(new URL('../../golden/uncertainty/capabilities.json', import.meta.url), 'utf8')) as Golden

const CAPABILITIES: ModelSpec = {
  kind: 'capability',
  parameters: {
    capabilities: golden.capabilities.map(({ name, critical, steepness, steepnessSd }) => ({ name, critical, steepness, steepnessSd })),
    criticalSigma: 0.7,
    leastSteepness: 0.05,
    N: 70e9,
    tokensPerParameter: 20,
    flopPerSecond: 989.5e12 * 0.4,
    usdPerHour: 2.5,
    usdPerHourSigma: 0.35
  }
}
const model = capabilityModel(CAPABILITIES.parameters)

const request = (draws: number, more: Partial<SimulationRequest> = {}): SimulationRequest => ({
  method: 'plain',
  draws,
  seed: 2026,
  probabilities: golden.probabilities,
  ...more
})
function run(of: SimulationModel, asked: SimulationRequest): Simulation {
  const simulation = simulate(of, asked)
  if (isNoAnswer(simulation)) throw new Error(simulation.detail)
  return simulation
}
function shapeOf(distribution: Distribution): Shape {
  const shape = distributionOf(distribution)
  if (isNoAnswer(shape)) throw new Error(shape.detail)
  return shape
}
const output = (name: string, more: Partial<ModelOutput> = {}): ModelOutput => ({ name, scale: 'linear', mean: false, percentiles: true, ...more })

/** Every estimate with its true value: means of P, and percentiles of P, N_90 and cost, without the two that are 1 to the last digit. */
function estimates(method: DrawMethod, draws: number, seed: number) {
  const { outputs } = run(model, request(draws, { method, seed })).summary()
  return golden.capabilities.flatMap((truth, i) => {
    const [mean, P, N90, cost] = outputs.slice(4 * i, 4 * i + 4)
    const percentiles = [[P, truth.P] as const, [N90, truth.N90] as const, [cost, truth.cost] as const].flatMap(([found, values]) =>
      found!.percentiles!.map(({ value, standardError }, k) => ({ value: value!, standardError: standardError!, truth: values[k]! }))
    )
    return [{ value: mean!.mean!.value!, standardError: mean!.mean!.standardError!, truth: truth.meanP }, ...percentiles.filter((e) => e.truth !== 1)]
  })
}

describe('the five capabilities', () => {
  it.each(['plain', 'latin', 'sobol'] as const)(
    '%s: a million draws agree with quadrature within 4.5 standard errors everywhere, and the errors are honest',
    (method) => {
      const found = estimates(method, 1e6, 1)
      expect(found).toHaveLength(78)
      const z = found.map(({ value, standardError, truth }) => (value - truth) / standardError)
      expect(Math.max(...z.map(Math.abs))).toBeLessThan(4.5)
      // Not so good that the errors were too large.
      expect(Math.sqrt(z.reduce((sum, v) => sum + v * v, 0) / z.length)).toBeGreaterThan(0.4)
    }
  )
  it('Sobol points leave less than a fifth of the error of as many plain draws, at the median over all estimates', () => {
    const [plain, sobol] = [estimates('plain', 131_072, 3), estimates('sobol', 131_072, 3)]
    const gains = plain.map(({ standardError }, i) => standardError / sobol[i]!.standardError).sort((a, b) => a - b)
    expect(gains[Math.floor(gains.length / 2)]).toBeGreaterThan(5)
  })
})

describe('the result of a seed', () => {
  /** Takes results in an order of its own: `lag` pieces are in flight, and the last to leave comes back first. */
  function shuffled(lag: number, asked: SimulationRequest): string {
    const simulation = startSimulation(model, asked)
    if (isNoAnswer(simulation)) throw new Error(simulation.detail)
    const flight: (() => void)[] = []
    while (!simulation.done()) {
      const work = simulation.next()
      if (work !== null) flight.push(() => simulation.take(work, structuredClone(simulateBlocks(model, simulation.plan, work.blocks, work.grids))))
      if (work === null || flight.length > lag) flight.pop()!()
    }
    return JSON.stringify(simulation.summary())
  }
  it.each(['plain', 'latin', 'sobol'] as const)('%s: is the same bytes in whatever order the pieces come back', (method) => {
    for (const draws of [3000, 200_000]) {
      const asked = request(draws, { method })
      const expected = JSON.stringify(run(model, asked).summary())
      for (const lag of [1, 40]) expect(shuffled(lag, asked) === expected).toBe(true)
    }
  })
  it.each([5.5, 0.3])('is the same bytes when steps of many results and summaries take turns, %d deviations at the first look', (deviations) => {
    const expected = JSON.stringify(run(model, request(200_000)).summary())
    const simulation = startSimulation(model, request(200_000, { deviations }))
    if (isNoAnswer(simulation)) throw new Error(simulation.detail)
    const random = randomStream(7, 0)
    const underway: Iterator<unknown>[] = []
    let told = 0
    const asTold = function* (): Steps<void> {
      const now = JSON.stringify(simulation.summary())
      const { draws } = JSON.parse(now) as { draws: number }
      expect(JSON.stringify(yield* simulation.summaryInSteps())).toBe(now)
      if (draws < simulation.known()) told++
    }
    for (let turn = 0; !simulation.done(); turn++) {
      const work = underway.length < 4 ? simulation.next() : null
      if (work !== null) underway.push(simulation.takeInSteps(work, simulateBlocks(model, simulation.plan, work.blocks, work.grids)))
      if (turn % 20 === 10) underway.push(asTold())
      const at = random.below(underway.length)
      if (underway[at]!.next().done === true) underway.splice(at, 1)
    }
    expect(JSON.stringify(simulation.summary())).toBe(expected)
    // Results came back while a summary was being made, or nothing was tested.
    expect(told).toBeGreaterThan(0)
  })
  it('is the same bytes when the first look misjudged where percentiles lie and passes had to be repeated', () => {
    const expected = JSON.stringify(run(model, request(200_000)).summary())
    const simulation = startSimulation(model, request(200_000, { deviations: 0.3 }))
    if (isNoAnswer(simulation)) throw new Error(simulation.detail)
    let passes = 0
    for (let work = simulation.next(); work !== null; work = simulation.next()) {
      passes = Math.max(passes, work.pass + 1)
      simulation.take(work, simulateBlocks(model, simulation.plan, work.blocks, work.grids))
    }
    expect(passes).toBeGreaterThan(1)
    expect(JSON.stringify(simulation.summary())).toBe(expected)
  })
  it('has percentiles further out than the first look could see', () => {
    for (const method of ['plain', 'sobol'] as const) {
      const asked = request(150_000, { method, probabilities: [1e-5, 1e-4, 0.9999, 0.99999] })
      const found = JSON.stringify(run(model, asked).summary())
      expect(found === JSON.stringify(run(model, { ...asked, keep: true }).summary())).toBe(true)
    }
  })
  it('is the same whether all values are kept or those near the percentiles', () => {
    expect(JSON.stringify(run(model, request(100_000, { keep: true })).summary())).toBe(JSON.stringify(run(model, request(100_000)).summary()))
  })
  it('sharpens: each summary has more draws behind it, the first after a few thousand', () => {
    const simulation = startSimulation(model, request(300_000))
    if (isNoAnswer(simulation)) throw new Error(simulation.detail)
    const draws: number[] = []
    const errors: number[] = []
    for (let work = simulation.next(); work !== null; work = simulation.next()) {
      simulation.take(work, simulateBlocks(model, simulation.plan, work.blocks, work.grids))
      const summary = simulation.summary()
      draws.push(summary.draws)
      errors.push(summary.outputs[2]!.percentiles![2]!.standardError!)
    }
    expect(draws[0]).toBe(4096)
    expect(draws.at(-1)).toBe(300_000)
    expect([...draws].sort((a, b) => a - b)).toEqual(draws)
    expect(errors.at(-1)! * 4).toBeLessThan(errors[0]!)
  })
})

describe('a whole-plan model', () => {
  it('with one shared uncertain price has perfectly correlated costs', () => {
    const shared: SimulationModel = {
      inputs: [{ name: 'price', shape: shapeOf({ kind: 'interval', low: 1.5, high: 4 }) }],
      outputs: [output('small run'), output('large run'), output('difference')],
      evaluate: ([price], [small, large, difference]) => {
        for (let k = 0; k < price!.length; k++) {
          small![k] = 1e5 * price![k]!
          large![k] = 3e5 * price![k]!
          difference![k] = large![k]! - small![k]!
        }
      }
    }
    const simulation = run(shared, request(20_000, { keep: true }))
    expect(correlation(simulation.column(0), simulation.column(1))).toBeCloseTo(1, 12)
    // Interval arithmetic would give 3e5·1.5 − 1e5·4 = 50 000 to 1.05 million for 90 %.
    const [low, , , , high] = simulation.summary().outputs[2]!.percentiles!
    expect(Math.abs(low!.value! - 2e5 * 1.5)).toBeLessThan(4.5 * low!.standardError!)
    expect(Math.abs(high!.value! - 2e5 * 4)).toBeLessThan(4.5 * high!.standardError!)
  })
  it('keeps the correlation of beliefs of different kinds, and the marginals', () => {
    const L = choleskyOf(
      [
        [1, 0.8],
        [0.8, 1]
      ],
      ['a', 'b']
    )
    if (isNoAnswer(L)) throw new Error(L.detail)
    const copies: SimulationModel = {
      inputs: [
        { name: 'alone', shape: shapeOf({ kind: 'uniform', low: 0, high: 1 }) },
        { name: 'a', shape: shapeOf({ kind: 'uniform', low: 0, high: 1 }) },
        { name: 'b', shape: shapeOf({ kind: 'beta', alpha: 2, beta: 5, low: 0, high: 1 }) }
      ],
      correlated: { inputs: [1, 2], L },
      outputs: [output('alone'), output('a'), output('b')],
      evaluate: (inputs, outputs) => inputs.forEach((column, j) => outputs[j]!.set(column))
    }
    const simulation = run(copies, request(50_000, { keep: true }))
    // Rank correlation of a Gaussian copula: (6/π)·asin(ρ/2), here of uniform a with b turned into uniform.
    const b = simulation.column(2).map((x) => copies.inputs[2]!.shape.cdf(x))
    expect(Math.abs(correlation(simulation.column(1), b) - (6 / Math.PI) * Math.asin(0.4))).toBeLessThan(4.5 / Math.sqrt(50_000))
    expect(Math.abs(correlation(simulation.column(0), simulation.column(1)))).toBeLessThan(4.5 / Math.sqrt(50_000))
    simulation.summary().outputs[2]!.percentiles!.forEach(({ p, value, standardError }) => {
      expect(Math.abs(value! - copies.inputs[2]!.shape.quantile(p))).toBeLessThan(4.5 * standardError!)
    })
  })
  const threshold = (at: number): SimulationModel => ({
    inputs: [{ name: 'z', shape: shapeOf({ kind: 'normal', mean: 0, sd: 1 }) }],
    outputs: [output('event', { mean: 'event', percentiles: false }), output('size')],
    evaluate: ([z], [event, size]) => {
      for (let k = 0; k < z!.length; k++) {
        event![k] = z![k]! > at ? 1 : 0
        size![k] = z![k]! > at ? Infinity : z![k]!
      }
    }
  })
  it('gives the chance of an event with its error, and an infinite percentile as none', () => {
    const [event, size] = run(threshold(0.5), request(100_000)).summary().outputs
    expect(Math.abs(event!.mean!.value! - normalProbability(-0.5))).toBeLessThan(4.5 * event!.mean!.standardError!)
    expect(size!.percentiles!.map(({ value }) => value === null)).toEqual([false, false, false, true, true])
    expect(JSON.stringify(size)).not.toMatch(/Infinity|NaN/)
  })
  it('does not call an event certain or impossible because no draw says otherwise', () => {
    const [event] = run(threshold(9), request(10_000)).summary().outputs
    expect(event!.mean!.value).toBe(0)
    expect(event!.mean!.standardError).toBeCloseTo(Math.SQRT2 / 10_000, 6)
  })
  it('stops at NaN, which is a fault of the model', () => {
    const faulty: SimulationModel = { ...threshold(0), evaluate: (_, outputs) => outputs.forEach((column) => column.fill(NaN)) }
    expect(() => run(faulty, request(1000))).toThrow('NaN for event')
    expect(() => run({ ...faulty, outputs: [output('a'), output('b')] }, request(200_000))).toThrow('NaN for a')
  })
  it('answers for 1, 2 and 17 draws of each method, with nothing that is not a number', () => {
    for (const method of ['plain', 'latin', 'sobol'] as const)
      for (const draws of [1, 2, 17]) expect(JSON.stringify(run(model, request(draws, { method })).summary())).not.toMatch(/Infinity|NaN/)
  })
})

describe('an output that follows another one', () => {
  const shape = shapeOf({ kind: 'logNormal', median: 3, sigma: 1 })
  const capped = (x: number): number => Math.min(2 + 0.7 * x, 6)
  const withFollower = (follows: ModelOutput['follows']): SimulationModel => ({
    inputs: [{ name: 'x', shape }],
    outputs: [output('x'), output('capped', { scale: 'log', ...(follows === undefined ? {} : { follows }) })],
    evaluate: ([x], [same, other]) => {
      for (let k = 0; k < x!.length; k++) {
        same![k] = x![k]!
        other![k] = capped(x![k]!)
      }
    }
  })
  it.each(['plain', 'latin', 'sobol'] as const)(
    '%s: has the percentiles and errors that counting it would give, to the last digit, and its own draws',
    (method) => {
      for (const draws of [5000, 100_000]) {
        const [following, counted] = [{ output: 0, by: capped }, undefined].map((follows) =>
          run(withFollower(follows), request(draws, { method, keep: draws < 10_000 }))
        )
        expect(following!.summary()).toEqual(counted!.summary())
        if (draws < 10_000) expect(following!.column(1)).toEqual(counted!.column(1))
        expect(following!.counts(1)).toEqual(following!.counts(0))
      }
    }
  )
})

describe('impossible requests have a reason', () => {
  it.each<[string, Partial<SimulationRequest>]>([
    ['draws-none', { draws: 0 }],
    ['draws-too-many', { draws: 1e9 }],
    ['percentile-outside', { probabilities: [0, 0.5] }],
    ['percentile-outside', { probabilities: [0.5, NaN] }]
  ])('%s', (code, more) => {
    const refused = simulate(model, request(100, more))
    expect(isNoAnswer(refused) && refused.code).toBe(code)
  })
})
