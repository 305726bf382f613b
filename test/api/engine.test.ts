import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acceleratorsOf } from '../../src/main/api/accelerators'
import { engineApi } from '../../src/main/api/engine'
import { createDispatcher } from '../../src/main/dispatch'
import { inlineTasks } from '../../src/main/workers/inline'
import type { Api } from '../../src/main/api/implementation'
import { contract, type Input, type Output, type ProcedureName } from '../../src/shared/contract'
import type { PlanInput } from '../../src/shared/plan/schema'
import { isNoAnswer, type NoAnswer } from '../../src/shared/notes'
import { SOURCE_TARGETS } from '../engine/plans'

const models = JSON.parse(readFileSync('resources/catalogues/models.json', 'utf8')).rows
const accelerators = acceleratorsOf(JSON.parse(readFileSync('resources/catalogues/accelerators.json', 'utf8')).rows)
const api = engineApi({ environment: () => ({ today: '2026-11-22', models }), tasks: inlineTasks, accelerators })
const handle = createDispatcher(api as Api, (message, problem) => {
  throw new Error(message, { cause: problem })
})
/** Through the dispatcher, so that input and output are validated as every host does. */
const call = <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> =>
  handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }) as Promise<Output<P>>
const answered = <T>(result: T): Exclude<T, NoAnswer> => {
  if (isNoAnswer(result)) throw new Error(result.detail)
  return result as Exclude<T, NoAnswer>
}
const target = { id: 'a', critical: { low: 50e9, high: 70e9 }, benefit: { kind: 'usd', value: 8e6 } } as const

describe('laws', () => {
  test('at 5.76e23 FLOP Hoffmann gives 40.4B on 2.38T, Besiroglu 72.35B on 1.327T', async () => {
    const hoffmann = answered(await call('laws.optimum', { law: 'hoffmann-2022', C: 5.76e23 }))
    expect([hoffmann.N / 1e9, hoffmann.D / 1e12].map((v) => Number(v.toPrecision(3)))).toEqual([40.4, 2.38])
    const besiroglu = answered(await call('laws.optimum', { law: 'besiroglu-2024', C: 5.76e23 }))
    expect([besiroglu.N / 1e9, besiroglu.D / 1e12].map((v) => Number(v.toPrecision(4)))).toEqual([72.35, 1.327])
    expect(besiroglu.warnings.map(({ code }) => code)).toContain('outside-fitted-C')
  })

  test('llama-3 at 3.8e25 gives 16.3T tokens and no loss', async () => {
    const { D, loss } = answered(await call('laws.optimum', { law: 'llama-3', C: 3.8e25 }))
    expect(D / 1e12).toBeCloseTo(16.3, 1)
    expect(loss).toBeNull()
  })

  test('Chinchilla’s loss is 1.9208 and 1.9734, from N and D, or from one of them and C', async () => {
    expect(answered(await call('laws.loss', { law: 'hoffmann-2022', N: 70e9, D: 1.4e12 })).loss).toBeCloseTo(1.9208, 4)
    expect(answered(await call('laws.loss', { law: 'besiroglu-2024', N: 70e9, D: 1.4e12 })).loss).toBeCloseTo(1.9734, 4)
    expect(answered(await call('laws.loss', { law: 'besiroglu-2024', N: 70e9, C: 5.88e23 })).loss).toBeCloseTo(1.9734, 4)
    const optimal = answered(await call('laws.optimum', { law: 'besiroglu-2024', C: 5.76e23 }))
    expect(answered(await call('laws.loss', { law: 'besiroglu-2024', C: 5.76e23 })).loss).toBe(optimal.loss)
  })

  test('the terms of a loss add up to it', async () => {
    const { loss, terms } = answered(await call('laws.loss', { law: 'hoffmann-2022', N: 70e9, D: 1.4e12 }))
    expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(loss, 12)
  })

  test('a loss that is not determined, contradicted or not defined says so', async () => {
    expect(await call('laws.loss', { law: 'besiroglu-2024', N: 70e9 })).toMatchObject({ reason: 'underdetermined', code: 'loss-needs-two' })
    expect(await call('laws.loss', { law: 'besiroglu-2024', N: 70e9, D: 1e12, C: 1e20 })).toMatchObject({ reason: 'unreachable', code: 'loss-overdetermined' })
    expect(await call('laws.loss', { law: 'llama-3', N: 70e9, D: 1e12 })).toMatchObject({ reason: 'notDefined' })
  })

  test('solving from money and back gives the same run, and names the defaults it rests on', async () => {
    const policy = { kind: 'ratio', value: 20 } as const
    const run = answered(await call('laws.solve', { law: 'besiroglu-2024', policy, given: { C: 5.88e23 } }))
    const back = answered(await call('laws.solve', { law: 'besiroglu-2024', policy, given: { usd: run.usd } }))
    expect(back.N / 70e9).toBeCloseTo(1, 9)
    expect(run.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['default-used', 'price-old']))
    // 3.95 USD/h, 10 % failed runs, 25 % experiments on both: 3.95 · 1.1 · 1.25 per accelerator-hour.
    expect(run.usd / run.acceleratorHours).toBeCloseTo(3.95 * 1.1 * 1.25, 9)
    expect(run.acceleratorHours / run.days).toBeCloseTo(1024 * 24, 6)
  })

  test('a part that is given but incomplete says what stands in for the rest', async () => {
    const run = answered(
      await call('laws.solve', { law: 'besiroglu-2024', policy: { kind: 'optimal' }, given: { C: 5.88e23 }, costs: { cluster: { mfu: 0.5 } } })
    )
    const cluster = run.warnings.find(({ code, path }) => code === 'default-used' && path === 'cluster')
    expect(cluster?.message).toContain('accelerators 1024')
    expect(cluster?.message).not.toContain('mfu')
  })

  test('a plan that leaves things out says so in every answer that rests on them', async () => {
    const plan = { targets: [{ id: 'code', critical: 25e9, benefit: { kind: 'usd' as const, value: 5e6 } }] }
    for (const { warnings } of [await call('planner.evaluate', { plan }), await call('planner.roi', { plan }), await call('planner.path', { plan })])
      expect(warnings.filter(({ code }) => code === 'default-used').map(({ path }) => path)).toEqual(
        expect.arrayContaining(['law', 'cluster', 'costs', 'accelerator'])
      )
  })

  test('lists are whole', async () => {
    expect((await call('laws.list', {})).map(({ id }) => id)).toEqual([
      'besiroglu-2024',
      'hoffmann-2022',
      'hoffmann-2022-a1',
      'hoffmann-2022-a2',
      'muennighoff-2023',
      'kaplan-2020-nd',
      'llama-3',
      'kaplan-2020-n',
      'kaplan-2020-d',
      'kaplan-2020-c',
      'additive',
      'power-offset',
      'separable',
      'size-proxy',
      'multimodal',
      'multilingual',
      'product',
      'fitted:chinchilla',
      'fitted:kaplan-nd',
      'fitted:power-offset',
      'fitted:separable'
    ])
    expect((await call('links.list', {})).map(({ id }) => id)).toEqual([
      'weibull',
      'shifted-weibull',
      'power-onset',
      'logistic',
      'step',
      'floored',
      'boltzmann',
      'complexity',
      'all-of'
    ])
  })
})

describe('links and allocation', () => {
  const params = { critical: 60e9, steepness: 3.2 }

  test('Weibull: 90 % at 77.87B, 63.2 % at the critical scale', async () => {
    expect(answered(await call('links.scaleFor', { link: 'weibull', probability: 0.9, params })).scale / 1e9).toBeCloseTo(77.87, 2)
    expect((await call('links.probability', { link: 'weibull', scale: 60e9, params })).probability).toBeCloseTo(1 - Math.exp(-1), 12)
    expect(await call('links.scaleFor', { link: 'weibull', probability: 0.9, params: { ...params, ceiling: 0.5 } })).toMatchObject({ reason: 'unreachable' })
  })

  test('an over-trained 7B counts for more than 7B', async () => {
    expect(answered(await call('allocate.effectiveSize', { law: 'besiroglu-2024', N: 7e9, D: 2e12 })).N).toBeGreaterThan(15e9)
    expect(await call('allocate.effectiveSize', { law: 'llama-3', N: 7e9, D: 2e12 })).toMatchObject({ reason: 'notDefined' })
  })
})

describe('costs.estimate', () => {
  test('adds up to its total, which leaves serving out', async () => {
    const estimate = await call('costs.estimate', {
      N: 70e9,
      D: 1.4e12,
      cluster: { mfu: 0.4 },
      costs: { pricePerHourUsd: 2, inference: { tokens: 1e12 } }
    })
    const { usd, C, acceleratorHours } = answered(estimate)
    const { total, inference, amortised: _amortised, purchase: _purchase, ...parts } = usd
    expect(C).toBe(6 * 70e9 * 1.4e12)
    expect(acceleratorHours).toBeCloseTo(5.88e23 / (989.4e12 * 0.4 * 3600), 3)
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0) / total).toBeCloseTo(1, 12)
    expect(inference).toBeGreaterThan(0)
  })

  test('a TPU v4 draws its rated 373 W times 1.56 and 43 %, not 43 % of the mean that the catalogue lists (Cottier et al. 2024)', async () => {
    const { energyKwh, acceleratorHours } = answered(await call('costs.estimate', { N: 70e9, D: 1.4e12, hardware: 'tpu-v4' }))
    expect(energyKwh / acceleratorHours).toBeCloseTo(0.373 * 1.56 * 0.43 * 1.25, 12)
  })

  test('without a listed price, rent and purchase must be given', async () => {
    const run = { N: 70e9, D: 1.4e12 }
    expect(await call('costs.estimate', { ...run, hardware: 'b200' })).toMatchObject({ reason: 'underdetermined', code: 'no-rent-price' })
    const rented = answered(await call('costs.estimate', { ...run, hardware: 'mi250x', costs: { pricePerHourUsd: 2 } }))
    expect(rented.usd).toMatchObject({ amortised: null, purchase: null })
    expect(rented.warnings.map(({ code }) => code)).toContain('no-chip-price')
    const amortised = { ...run, hardware: 'mi250x', costs: { pricePerHourUsd: 2 }, method: 'amortised' } as const
    expect(await call('costs.estimate', amortised)).toMatchObject({ reason: 'underdetermined', code: 'no-chip-price' })
    expect(answered(await call('costs.estimate', { ...amortised, ownership: { chipPriceUsd: 15_000 } })).usd.amortised).toBeGreaterThan(0)
  })

  test('every listed accelerator with a rent is costed by each way that it has prices for, all above 0', async () => {
    for (const { id, pricePerHourUsd, purchaseUsd } of accelerators) {
      if (!pricePerHourUsd) continue
      const { methods, usd } = answered(await call('costs.estimate', { N: 70e9, D: 1.4e12, hardware: id }))
      expect(usd.total, id).toBeGreaterThan(usd.rent)
      expect(methods.amortised === null, id).toBe(purchaseUsd === null)
      for (const way of Object.values(methods)) if (way) expect(way.total, id).toBeGreaterThan(way.hardware)
    }
  })

  test('an old run is paid at the price of electricity of its year, and one beyond the table says which year stands in', async () => {
    const run = { N: 70e9, D: 1.4e12, method: 'amortised' } as const
    const old = answered(await call('costs.estimate', { ...run, ownership: { start: '2022-05' } }))
    expect(old.prices).toMatchObject({ usdPerKwh: 0.0832, usdPerKwhAsOf: '2022' })
    const later = answered(await call('costs.estimate', { ...run, ownership: { start: '2027-01' } }))
    expect(later.warnings).toContainEqual(expect.objectContaining({ code: 'electricity-other-year', values: { wanted: '2027', year: '2025' } }))
    // 1.8333 years of 0.14 orders of magnitude.
    expect(later.usd.amortised! / answered(await call('costs.estimate', run)).usd.amortised!).toBeCloseTo(10 ** (-0.14 * (1 + 10 / 12)), 12)
  })

  test('memory counts all parameters of a mixture of experts', async () => {
    expect(answered(await call('costs.estimate', { N: 37e9, totalN: 671e9, D: 14.8e12 })).memory).toEqual({ bytesPerParameter: 16, minAccelerators: 135 })
  })
})

describe('costs.accelerators', () => {
  test('every row with a rent is what costs.estimate says of that accelerator; the others leave the rent out and say so', async () => {
    const run = {
      N: 37e9,
      totalN: 671e9,
      D: 14.8e12,
      uniqueTokens: 8e12,
      cluster: { accelerators: 140, mfu: { low: 0.3, high: 0.5 } },
      costs: { fixedDaysPerRun: 3 }
    }
    const compared = await call('costs.accelerators', run)
    expect(compared.accelerators.map(({ id }) => id)).toEqual(accelerators.map(({ id }) => id))
    for (const row of compared.accelerators) {
      const listed = accelerators.find(({ id }) => id === row.id)!
      if (listed.pricePerHourUsd === null) {
        expect(row.usd.rent, row.id).toBeNull()
        expect(row.missing.map(({ code }) => code)).toContain('no-rent-listed')
        continue
      }
      const { methods, acceleratorHours, days, energyKwh, co2Kg, memory } = answered(await call('costs.estimate', { ...run, hardware: row.id }))
      expect(row).toMatchObject({ acceleratorHours, days, energyKwh, co2Kg, minAccelerators: memory.minAccelerators, fits: memory.minAccelerators <= 140 })
      expect(row.usd, row.id).toEqual({
        rent: methods.rent.total,
        amortised: methods.amortised?.total ?? null,
        purchase: methods.purchase?.total ?? null
      })
    }
  })
})

describe('the planner', () => {
  test('requiredSize answers for a target alone and for a plan, the same', async () => {
    const alone = await call('planner.requiredSize', { target })
    expect(await call('planner.requiredSize', { plan: { targets: [target] } })).toEqual(alone)
    expect(alone[0]).toMatchObject({ id: 'a', reason: null })
    expect(alone[0]!.probability).toBeCloseTo(0.8, 9)
    expect(alone[0]!.interval!.p5).toBeLessThan(alone[0]!.interval!.p50)
  })

  test('roi ranks the source’s capabilities code, multilingual, multi-step', async () => {
    const { ranking, capabilities } = await call('planner.roi', { plan: { targets: [...SOURCE_TARGETS] } })
    expect(ranking).toEqual(['code', 'multilingual', 'multi-step'])
    expect(capabilities.map(({ id, benefit, probability }) => ({ id, benefit, probability }))).toContainEqual({ id: 'code', benefit: 0.85, probability: 1 })
  })

  test('path tells what is out of reach and which limit binds', async () => {
    const { outOfReach, rungs, warnings } = await call('planner.path', { plan: { targets: [target], limits: { budgetUsd: 1e5 } } })
    expect(outOfReach).toMatchObject([{ capability: 'a', binding: 'budget' }])
    expect(rungs.every(({ cumulativeUsd }) => cumulativeUsd <= 1e5)).toBe(true)
    expect(warnings.map(({ code }) => code)).toContain('price-old')
  })

  test('frontier takes its ends and axis', async () => {
    const { x, over } = await call('planner.frontier', { plan: { targets: [target] }, over: 'days', from: 1, to: 100, points: 50 })
    expect({ over, from: x[0], to: x.at(-1), points: x.length }).toEqual({ over: 'days', from: 1, to: 100, points: 50 })
  })

  test('goalSeek gives the solved plan, or the nearest value with a reason', async () => {
    const plan = { targets: [target] }
    const solved = await call('planner.goalSeek', { plan, pin: { quantity: 'run.days', value: 14 }, vary: 'mfu' })
    expect(solved).toMatchObject({ reason: null, nearest: null })
    expect((await call('planner.evaluate', { plan: solved.plan! })).targets[0]!.required!.days).toBeCloseTo(14, 6)
    expect(await call('planner.goalSeek', { plan, pin: { quantity: 'run.N', value: 1e9 }, vary: 'price' })).toMatchObject({ reason: 'notDefined', plan: null })
  })

  test('goalSeek says that it follows the path with the best mean where the plan asks for a risk level, if its outcome is of the path', async () => {
    const plan: PlanInput = { targets: [target], decision: { objective: { kind: 'quantile', level: 0.05 } } }
    const codes = async (quantity: 'path.usd' | 'run.usd'): Promise<string[]> =>
      (await call('planner.goalSeek', { plan, pin: { quantity, value: 1e6 }, vary: 'price' })).warnings.map(({ code }) => code)
    expect(await codes('path.usd')).toContain('risk-mean-shown')
    expect(await codes('run.usd')).not.toContain('risk-mean-shown')
  })

  test('evaluate answers the whole Outcome with published models', async () => {
    const outcome = await call('planner.evaluate', { plan: { targets: [target] } })
    expect(outcome.published).toHaveLength(models.length)
    expect(outcome.focus).toBe('a')
  })

  test('every procedure of these areas has an implementation', () => {
    const own = Object.keys(contract).filter((name) => /^(scenarios|laws|links|allocate|emergence|grokking|evaluator|costs|planner)\./.test(name))
    expect(Object.keys(api).sort()).toEqual(own.sort())
  })
})

test('a compute beyond any fitted range by more than a number can say still has its answer and its warning', async () => {
  const { warnings } = answered(await call('allocate.dataLimited', { law: 'muennighoff-2023', C: 1e-300, uniqueTokens: 1e10 }))
  expect(warnings.find(({ code }) => code === 'outside-fitted-C')?.values.factor).toBe(Number.MAX_VALUE)
})
