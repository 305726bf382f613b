/** planner.simulate and planner.samples on real workers: equal bytes, rough answers first, reasons, a clean end; and what a shared price does. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { simulateApi } from '../../src/main/api/simulate'
import { evaluate } from '../../src/main/engine/evaluate'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import { simulateContract, type Simulated } from '../../src/shared/contract/simulate'
import { isNoAnswer } from '../../src/shared/notes'
import { planSchema, type PlanInput } from '../../src/shared/plan/schema'
import { root } from '../hosts/built'

const pools = [1, 2, 4].map((workers) => workerPool(join(root, 'out', 'main', 'worker.js'), workers))
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

const plan: PlanInput = {
  targets: [
    { id: 'a', critical: { low: 8e9, high: 20e9 }, benefit: { kind: 'usd', value: 5e7 } },
    { id: 'b', axis: 'C', critical: { low: 2e22, high: 9e22 }, benefit: { kind: 'usd', value: 8e7 } }
  ],
  cluster: { mfu: { low: 0.3, high: 0.5 } },
  costs: { pricePerHourUsd: { low: 2, high: 4 } },
  limits: { budgetUsd: 3e7, deadlineDays: 400 },
  beliefs: [
    { input: 'uptime', distribution: { kind: 'interval', low: 0.8, high: 0.95 } },
    { input: 'steepness@a', distribution: { kind: 'normal', mean: 3, sd: 0.5 } }
  ]
}
type Asked = Partial<{ draws: number; method: 'plain' | 'sobol' | 'latin'; seed: number; percentiles: number[] }>

function ask(tasks: TaskRunner, given: PlanInput, asked: Asked = {}, more: { signal?: AbortSignal; emit?: (item: unknown) => void } = {}) {
  const input = { plan: given, ...asked }
  const parsed = simulateContract['planner.simulate'].input.parse(input)
  const context = { signal: more.signal ?? new AbortController().signal, emit: more.emit ?? (() => undefined) }
  return simulateApi(tasks)['planner.simulate'](parsed, context, input)
}
async function answered(tasks: TaskRunner, given: PlanInput, asked: Asked = {}, emit?: (item: unknown) => void): Promise<Simulated> {
  const answer = await ask(tasks, given, asked, { emit })
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}
async function rowsOf(given: PlanInput, asked: Asked): Promise<{ names: string[]; rows: number[][] }> {
  const input = { plan: given, ...asked }
  const parsed = simulateContract['planner.samples'].input.parse(input)
  const file = await simulateApi(inlineTasks)['planner.samples'](parsed, { signal: new AbortController().signal, emit: () => undefined }, input)
  if (isNoAnswer(file)) throw new Error(file.detail)
  const [names, ...rows] = Buffer.from(file.base64, 'base64').toString('utf8').trim().split('\n')
  return {
    names: names!.split(','),
    rows: rows.map((row) => row.split(',').map((cell) => (cell === 'inf' ? Infinity : cell === '-inf' ? -Infinity : Number(cell))))
  }
}

describe('planner.simulate', () => {
  it.each([
    ['plain', 70_000],
    ['sobol', 16_384],
    ['latin', 20_000]
  ] as const)(
    '%s, %d draws: gives the same bytes on this thread and on 1, 2 and 4 workers',
    async (method, draws) => {
      const alone = JSON.stringify(await answered(inlineTasks, plan, { method, draws }))
      for (const pool of pools) expect(JSON.stringify(await answered(pool, plan, { method, draws })) === alone).toBe(true)
      // Seven threads start and warm up, on a machine that may have other tests to run.
    },
    90_000
  )

  it('tells a rough answer within 100 ms of processor time once the program is warm, then sharper ones, each within the contract', async () => {
    await answered(inlineTasks, plan, { draws: 20_000, method: 'plain' })
    const seen: Simulated[] = []
    const before = process.cpuUsage()
    let first = Infinity
    const last = await answered(pools[1]!, plan, { draws: 200_000, method: 'plain' }, (item) => {
      if (seen.length === 0) first = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000
      seen.push(item as Simulated)
    })
    expect(first).toBeLessThan(100)
    expect(seen.length).toBeGreaterThanOrEqual(2)
    for (const item of seen) expect(simulateContract['planner.simulate'].item!.safeParse(item).error).toBeUndefined()
    const errors = [...seen, last].map(({ targets }) => targets[0]!.N[2]!.standardError!)
    expect(errors.at(-1)!).toBeLessThan(errors[0]! / 6)
    expect(last.draws).toBe(last.of)
  })

  it('says the error beside every figure, and joint chances no greater than any of their parts', async () => {
    const { path, targets } = await answered(inlineTasks, plan, { draws: 20_000 })
    for (const { N, D, C, usd, days, reached } of targets) {
      for (const figure of [...N, ...D, ...C, ...usd, ...days, reached!]) expect(figure.standardError).toBeGreaterThan(0)
      expect(path!.all.value!).toBeLessThanOrEqual(reached!.value!)
    }
    expect(path!.success.value!).toBeLessThanOrEqual(Math.min(path!.all.value!, path!.withinBudget!.value!, path!.withinDeadline!.value!))
    expect(path!.success.standardError).toBeGreaterThan(0)
    expect(path!.usd.mean!.value!).toBeLessThanOrEqual(path!.committedUsd.mean!.value!)
  })

  it('agrees with the closed form of the chance to stay within the budget', async () => {
    const exact = { ...plan, beliefs: [] }
    const { path } = await answered(inlineTasks, exact, { draws: 40_000, method: 'plain' })
    const outcome = evaluate(planSchema.parse(exact), { today: '2026-11-25', models: [] }, { audit: false })
    for (const [simulated, closed] of [
      [path!.withinBudget!, outcome.path.withinBudget!],
      [path!.withinDeadline!, outcome.path.withinDeadline!]
    ] as const)
      expect(Math.abs(simulated.value! - closed)).toBeLessThan(4.5 * simulated.standardError! + 1e-5)
  })

  it.each([
    [0, /at least one draw, not 0/],
    [-5, /at least one draw/],
    [1e9, /1e9 draws are more than/],
    [1.5, /whole number/]
  ])('answers %d draws with a reason', async (draws, reason) => {
    const answer = await ask(inlineTasks, plan, { draws })
    expect(answer).toMatchObject({ reason: 'notDefined', detail: expect.stringMatching(reason) as unknown })
  })

  it('tells no mean of money where something drawn has none, and says which tail is to blame; percentiles stay', async () => {
    const wild: PlanInput = { ...plan, beliefs: [{ input: 'benefit@a', distribution: { kind: 'logLogistic', median: 5e7, steepness: 0.9 } }] }
    const { path, noMean } = await answered(inlineTasks, wild, { draws: 5000 })
    expect(noMean).toMatchObject({ code: 'belief-infinite-mean' })
    expect(path!.value!.mean).toBeNull()
    expect(path!.value!.percentiles[2]!.value).toBeGreaterThan(0)
  })

  it('answers at once when a heavy tail is cut off where the number ends', async () => {
    const { noMean } = await answered(
      inlineTasks,
      { ...plan, beliefs: [{ input: 'people', distribution: { kind: 'logLogistic', median: 5, steepness: 0.9 } }] },
      { draws: 100 }
    )
    expect(noMean).toBeNull()
  })

  it('says "never" as null where no run suffices, and why nothing is run', async () => {
    const { targets, path, nothing } = await answered(
      inlineTasks,
      { targets: [{ id: 'a', critical: 1e9, ceiling: 0.7, wanted: 0.8, benefit: { kind: 'usd', value: 0 } }] },
      { draws: 100 }
    )
    expect(targets[0]!.N.every(({ value }) => value === null)).toBe(true)
    expect(targets[0]!.reached).toBeNull()
    expect(path).toBeNull()
    expect(nothing).not.toBeNull()
  })

  it('rejects at once when it is cancelled, and the workers go on with the next', async () => {
    const cancel = new AbortController()
    const long = ask(pools[1]!, plan, { draws: 50_000_000, method: 'plain' }, { signal: cancel.signal, emit: () => cancel.abort(new Error('enough')) })
    await expect(long).rejects.toThrow('enough')
    expect((await answered(pools[1]!, plan, { draws: 70_000 })).draws).toBeGreaterThanOrEqual(70_000)
  })

  it('says which beliefs do nothing, are not in use, reach outside, or lie beside the plan’s number', async () => {
    const { warnings } = await answered(
      inlineTasks,
      {
        ...plan,
        beliefs: [
          { input: 'memory', distribution: { kind: 'uniform', low: 70e9, high: 90e9 } },
          { input: 'halvingMonths', distribution: { kind: 'uniform', low: 5, high: 14 } },
          { input: 'uptime', distribution: { kind: 'normal', mean: 1, sd: 0.1 } },
          { input: 'people', distribution: { kind: 'uniform', low: 4, high: 6 } }
        ]
      },
      { draws: 100 }
    )
    const codes = warnings.map(({ code }) => code)
    for (const code of ['belief-without-effect', 'belief-dormant', 'belief-cut', 'belief-beside-value']) expect(codes).toContain(code)
  })
})

describe('one uncertain price', () => {
  it('gives perfectly correlated costs', async () => {
    const shared: PlanInput = {
      targets: [
        { id: 'a', critical: 10e9, benefit: { kind: 'usd', value: 5e7 } },
        { id: 'b', critical: 30e9, benefit: { kind: 'usd', value: 5e7 } }
      ],
      costs: { pricePerHourUsd: { low: 2, high: 4 } }
    }
    const { names, rows } = await rowsOf(shared, { draws: 200, method: 'plain' })
    const [a, b, price] = ['usd@a', 'usd@b', 'price'].map((name) => names.indexOf(name)) as [number, number, number]
    for (const row of rows) {
      expect(row[b]! / row[a]!).toBeCloseTo(rows[0]![b]! / rows[0]![a]!, 9)
      expect(row[a]! / row[price]!).toBeCloseTo(rows[0]![a]! / rows[0]![price]!, 3)
    }
    expect(new Set(rows.map((row) => row[a])).size).toBe(200)
  })
})

describe('planner.samples', () => {
  it('has the draws that planner.simulate counts: their percentiles are its percentiles', async () => {
    const { names, rows } = await rowsOf(plan, { draws: 4000, method: 'plain', seed: 5 })
    const { targets, path } = await answered(inlineTasks, plan, { draws: 4000, method: 'plain', seed: 5, percentiles: [0.5] })
    const column = (name: string): number[] => rows.map((row) => row[names.indexOf(name)]!).sort((x, y) => x - y)
    const median = (values: number[]): number => (values[1999]! + values[2000]!) / 2
    expect(rows).toHaveLength(4000)
    expect(median(column('usd@b')) / targets[1]!.usd[0]!.value!).toBeCloseTo(1, 4)
    expect(column('reached@a by rung 1').reduce((sum, v) => sum + v, 0) / 4000).toBeCloseTo(targets[0]!.reachedBy[0]!.value!, 12)
    expect(median(column('committed usd')) / path!.committedUsd.percentiles[0]!.value!).toBeCloseTo(1, 9)
  })
  it('refuses more rows than a file can be opened with', async () => {
    await expect(rowsOf(plan, { draws: 200_000 })).rejects.toThrow(/more than the/)
  })
})
