import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeAt, runAt, runColumns, runModel, scaleAt, tokensAt } from '../../src/main/engine/run'
import { sizeForCompute, sizeForDays, sizeForScale, sizeForTokens, sizeForUsd } from '../../src/main/engine/sizeFor'
import { daysAt, usdAt } from '../../src/main/engine/cost'
import type { PlanInput } from '../../src/shared/plan/schema'
import { BARE, planOf } from './plans'

const modelOf = (input: Omit<PlanInput, 'targets'> = {}) => runModel(planOf({ targets: [], ...input }))
const twenty = { kind: 'ratio', tokensPerParameter: 20 } as const

describe('a run of N parameters', () => {
  test('Chinchilla: 70B at 20 tokens per parameter is 1.4T tokens and 5.88e23 FLOP, loss 1.9734 under Besiroglu', () => {
    const run = runAt(modelOf({ ratio: twenty }), 70e9)
    expect(run.D).toBe(1.4e12)
    expect(run.C).toBeCloseTo(5.88e23, -15)
    expect(run.loss).toBeCloseTo(1.9734, 4)
    expect(run).toMatchObject({ totalN: 70e9, tokensPerParameter: 20, epochs: null, dataCapped: false, effectiveD: 1.4e12, minAccelerators: 14 })
  })

  test('a mixture of experts counts active parameters in compute and all of them in memory', () => {
    // DeepSeek-V3: 37B of 671B active on 14.8T tokens; 6·37e9·14.8e12 = 3.29e24, Epoch lists 3.41e24.
    const run = runAt(modelOf({ ratio: { kind: 'fixedD', tokens: 14.8e12 }, model: { kind: 'moe', totalPerActive: 671 / 37 } }), 37e9)
    expect(run.C / 3.2856e24).toBeCloseTo(1, 4)
    expect(run.totalN / 671e9).toBeCloseTo(1, 12)
    expect(run.minAccelerators).toBe(Math.ceil((671 * 16) / 80))
  })

  test('llama-3 gives a run without a loss', () => {
    expect(runAt(modelOf({ law: { id: 'llama-3' } }), 70e9).loss).toBeNull()
  })

  test('300B unique tokens seen four times cap a run, which says so and counts less than it sees', () => {
    const model = modelOf({ ratio: twenty, limits: { uniqueTokens: 300e9, maxEpochs: 4 } })
    const run = runAt(model, 70e9)
    expect(run).toMatchObject({ D: 1.2e12, dataCapped: true, epochs: 4 })
    // Muennighoff 2023, eq. 5: U·(1 + R*·(1 − exp(−3/R*))) with R* = 15.387756.
    expect(run.effectiveD / (300e9 * (1 + 15.387756 * (1 - Math.exp(-3 / 15.387756))))).toBeCloseTo(1, 12)
    expect(runAt(model, 60e9).dataCapped).toBe(false)
  })

  test('columns hold what the runs hold', () => {
    const model = modelOf({ limits: { uniqueTokens: 300e9 } })
    const sizes = Float64Array.of(1e9, 10e9, 100e9)
    const { D, C } = runColumns(model, sizes)
    sizes.forEach((N, j) => expect([D[j], C[j]]).toEqual([runAt(model, N).D, runAt(model, N).C]))
  })
})

describe('scales', () => {
  test('a compute-optimal run is its own effective size, an over-trained one counts for more than its N', () => {
    expect(scaleAt(modelOf(), 'effective', 70e9)).toBe(70e9)
    const overTrained = scaleAt(modelOf({ ratio: { kind: 'ratio', tokensPerParameter: 200 } }), 'effective', 7e9)
    expect(overTrained).toBeGreaterThan(7e9)
    // Independent: the optimal run of that size has the same loss.
    const law = modelOf().law
    const D = law.optimalTokens!(overTrained!, 6)
    expect(law.loss!(overTrained!, D)).toBeCloseTo(law.loss!(7e9, 1.4e12), 12)
  })

  test('the effective axis is not defined without a loss', () => {
    expect(scaleAt(modelOf({ law: { id: 'llama-3' } }), 'effective', 7e9)).toBeNull()
    expect(sizeForScale(modelOf({ law: { id: 'llama-3' } }), 'effective', 7e9)).toBe('not-defined')
  })

  test('capped data and fixed data leave a loss that no size gets below', () => {
    expect(sizeForScale(modelOf({ limits: { uniqueTokens: 10e9 } }), 'effective', 500e9)).toBe('data')
    expect(sizeForScale(modelOf({ ratio: { kind: 'fixedD', tokens: 10e9 } }), 'effective', 500e9)).toBe('fixed-tokens')
  })
})

describe('sizes for given resources turn the run round', () => {
  const models = fc
    .record({
      law: fc.constantFrom('besiroglu-2024', 'hoffmann-2022', 'kaplan-2020-nd', 'llama-3'),
      ratio: fc.constantFrom(
        { kind: 'optimal' } as const,
        twenty,
        { kind: 'ratio', tokensPerParameter: 500 } as const,
        { kind: 'fixedD', tokens: 1e12 } as const
      ),
      uniqueTokens: fc.constantFrom(null, 2e11, 3e12),
      data: fc.constantFrom(0, 2e4, 1e6),
      fixedDays: fc.constantFrom(0, 10)
    })
    .map(({ law, ratio, uniqueTokens, data, fixedDays }) =>
      modelOf({
        law: { id: law as 'llama-3' },
        ratio,
        limits: { uniqueTokens },
        costs: { ...BARE, dataUsdPerTrillionTokens: data, fixedDaysPerRun: fixedDays }
      })
    )
  const sizes = fc.double({ min: Math.log(1e7), max: Math.log(1e13), noNaN: true }).map(Math.exp)

  test('compute, money and days give back the size they came from', () => {
    fc.assert(
      fc.property(models, sizes, (model, N) => {
        const [C, D] = [computeAt(model, N), tokensAt(model, N)]
        expect(sizeForCompute(model, C) / N).toBeCloseTo(1, 10)
        const { mean } = model.cost
        expect(sizeForUsd(model, usdAt(model.cost, C, D), mean) / N).toBeCloseTo(1, 6)
        expect(sizeForDays(model, daysAt(mean, C), mean) / N).toBeCloseTo(1, 6)
      })
    )
  })

  test('every scale that has a size has the size it came from', () => {
    fc.assert(
      fc.property(models, sizes, fc.constantFrom('N', 'C', 'effective' as const), (model, N, axis) => {
        const x = scaleAt(model, axis as 'effective', N)
        if (x === null) return
        const back = sizeForScale(model, axis as 'effective', x)
        expect(typeof back).toBe('number')
        expect(scaleAt(model, axis as 'effective', back as number)! / x).toBeCloseTo(1, 9)
      })
    )
  })

  test('just below the size for a number of tokens a run is not capped, just above it is', () => {
    for (const ratio of [{ kind: 'optimal' } as const, twenty]) {
      const model = modelOf({ ratio, limits: { uniqueTokens: 300e9 } })
      const N = sizeForTokens(model, model.tokenCap)
      expect(runAt(model, N * 0.999).dataCapped).toBe(false)
      expect(runAt(model, N * 1.001).dataCapped).toBe(true)
    }
  })
})
