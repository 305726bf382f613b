/** planner.distribution as it is answered: from the draws of the simulation before it, or from new ones that are the same. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { simulateApi } from '../../src/main/api/simulate'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import type { Input, ProcedureName } from '../../src/shared/contract'
import { contract } from '../../src/shared/contract'
import type { Distribution } from '../../src/shared/contract/distribution'
import type { Simulated } from '../../src/shared/contract/simulate'
import { isNoAnswer } from '../../src/shared/notes'
import type { PlanInput } from '../../src/shared/plan/schema'
import { root } from '../hosts/built'

const plan: PlanInput = {
  targets: [
    { id: 'a', critical: { low: 8e9, high: 20e9 }, benefit: { kind: 'usd', value: 5e7 } },
    { id: 'b', axis: 'C', critical: { low: 2e22, high: 9e22 }, benefit: { kind: 'usd', value: 8e7 } }
  ],
  cluster: { mfu: { low: 0.3, high: 0.5 } },
  costs: { pricePerHourUsd: { low: 2, high: 4 } },
  limits: { budgetUsd: 3e6, deadlineDays: 400 },
  beliefs: [{ input: 'uptime', distribution: { kind: 'interval', low: 0.8, high: 0.95 } }]
}
const pool = workerPool(join(root, 'out', 'main', 'worker.js'), 2)
afterAll(() => pool.close())

/** Counts the tasks that are given to it. */
function counting(tasks: TaskRunner): TaskRunner & { count: () => number } {
  let count = 0
  return {
    ...tasks,
    run: (...given) => {
      count++
      return tasks.run(...given)
    },
    count: () => count
  }
}

function apiOn(tasks: TaskRunner) {
  const api = simulateApi(tasks)
  return async <P extends 'planner.simulate' | 'planner.distribution'>(
    procedure: P,
    input: Input<P>,
    { signal = new AbortController().signal, emit = (): void => undefined }: { signal?: AbortSignal; emit?: (item: unknown) => void } = {}
  ) => (await (api[procedure] as (...given: unknown[]) => unknown)(contract[procedure as ProcedureName].input.parse(input), { signal, emit }, input)) as never
}
async function distribution(ask: ReturnType<typeof apiOn>, input: Omit<Input<'planner.distribution'>, 'plan'> & { plan?: PlanInput }): Promise<Distribution> {
  const answer: unknown = await ask('planner.distribution', { plan, ...input })
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer as Distribution
}

describe('planner.distribution', () => {
  it.each([
    ['plain', 70_000],
    ['sobol', 16_384],
    ['sobol', 131_072],
    ['latin', 20_000]
  ] as const)('%s, %d draws: agrees with planner.simulate, and draws nothing anew after it', async (method, draws) => {
    const tasks = counting(inlineTasks)
    const ask = apiOn(tasks)
    const simulated: Simulated = await ask('planner.simulate', { plan, draws, method })
    const before = tasks.count()
    const { path, targets } = simulated
    const cost = await distribution(ask, { quantity: 'path.usd', draws, method, to: 3e6 })
    // A cell of the larger ones holds about a thousandth of the draws, of which reading between them is off by a few in a hundred.
    const within = (chance: number, exact: number): void => expect(Math.abs(chance - exact)).toBeLessThanOrEqual(draws <= 65_536 ? 0 : 5e-5)
    within(cost.chance.value!, path!.withinBudget!.value!)
    expect(cost.chance.standardError! / path!.withinBudget!.standardError!).toBeCloseTo(1, 1)
    expect(cost.percentiles.map(({ value }) => value)).toEqual([0, 2, 4].map((i) => path!.committedUsd.percentiles[i]!.value))
    expect(cost.line).toEqual({ limit: 'budget', value: 3e6 })
    const days = await distribution(ask, { quantity: 'path.days', draws, method, to: 400 })
    within(days.chance.value!, path!.withinDeadline!.value!)
    for (const [i, id] of ['a', 'b'].entries()) {
      const { N } = targets[i]!
      const size = await distribution(ask, { quantity: `N@${id}`, draws, method, to: N[2]!.value })
      expect(size.chance.value).toBeCloseTo(0.5, 3)
      expect(Math.abs(size.chance.value! - 0.5)).toBeLessThan(2 / draws + 1e-5)
    }
    expect(tasks.count()).toBe(before)
  })

  it('gives the same bytes whether the draws were kept or are made anew, on this thread and on workers', async () => {
    const question = { quantity: 'path.usd', draws: 70_000, from: 1e6, to: 3e6 } as const
    const warm = apiOn(inlineTasks)
    await warm('planner.simulate', { plan, draws: 70_000 })
    const kept = JSON.stringify(await distribution(warm, question))
    expect(JSON.stringify(await distribution(apiOn(inlineTasks), question))).toBe(kept)
    expect(JSON.stringify(await distribution(apiOn(pool), question))).toBe(kept)
  })

  it('adds up: what lies below, inside and above a range is everything', async () => {
    const ask = apiOn(inlineTasks)
    const asked = { quantity: 'run.usd', draws: 20_000 } as const
    const [low, middle] = (await distribution(ask, asked)).percentiles.map(({ value }) => value!) as [number, number]
    const chance = async (from: number | null, to: number | null): Promise<number> => (await distribution(ask, { ...asked, from, to })).chance.value!
    const [all, below, inside, above] = [await chance(null, null), await chance(null, low), await chance(low, middle), await chance(middle, null)]
    expect(all).toBe(1)
    expect(below + inside + above).toBeCloseTo(1, 9)
    expect(inside).toBeCloseTo(0.45, 3)
  })

  it('answers from the draws that there are when the simulation was cancelled, and says how many', async () => {
    const ask = apiOn(pool)
    const cancel = new AbortController()
    let items = 0
    const long = ask(
      'planner.simulate',
      { plan, draws: 20_000_000, method: 'plain' },
      { signal: cancel.signal, emit: () => ++items === 2 && cancel.abort(new Error('enough')) }
    )
    await expect(long).rejects.toThrow('enough')
    const { draws, of, chance } = await distribution(ask, { quantity: 'path.usd', draws: 20_000_000, method: 'plain', to: 3e6 })
    expect(draws).toBeLessThan(of)
    expect(draws).toBeGreaterThan(0)
    expect(chance.standardError).toBeCloseTo(Math.sqrt((chance.value! * (1 - chance.value!)) / draws), 12)
  })

  it('says how often no run suffices, and an open upper end takes it in', async () => {
    const never: PlanInput = {
      targets: [{ id: 'a', critical: { low: 8e9, high: 20e9 }, wanted: 0.8, benefit: { kind: 'usd', value: 5e7 } }],
      beliefs: [{ input: 'ceiling@a', distribution: { kind: 'uniform', low: 0.7, high: 1 } }]
    }
    const ask = apiOn(inlineTasks)
    const { never: share, chance } = await distribution(ask, { plan: never, quantity: 'N@a', draws: 20_000, from: 1e9 })
    expect(Math.abs(share.value! - 1 / 3)).toBeLessThan(0.01)
    expect(chance.value).toBe(1)
  })

  it('has no curve where every draw is the same', async () => {
    const exact: PlanInput = { targets: [{ id: 'a', critical: 10e9, benefit: { kind: 'usd', value: 5e7 } }] }
    const { curve, percentiles } = await distribution(apiOn(inlineTasks), { plan: exact, quantity: 'run.N', draws: 1000 })
    expect(curve).toBeNull()
    expect(percentiles[0]!.value).toBeCloseTo(percentiles[2]!.value!, -3)
  })

  it.each([
    ['path.all', /itself a chance/],
    ['roi@a', /itself a chance/],
    ['path.points', /counts its benefits in USD/],
    ['N@gone', /no such target/]
  ] as const)('answers %s with a reason', async (quantity, reason) => {
    await expect(distribution(apiOn(inlineTasks), { quantity, draws: 100 })).rejects.toThrow(reason)
  })

  it('reads a curve that never falls, from nearly nothing to nearly all, with the line in sight', async () => {
    for (const quantity of ['path.usd', 'path.days', 'path.value', 'run.N', 'run.D', 'run.C', 'usd@b', 'days@b'] as const) {
      const { curve, line } = await distribution(apiOn(inlineTasks), { quantity, draws: 20_000 })
      const { x, below } = curve!
      expect(x).toHaveLength(121)
      expect(below[0]!).toBeLessThan(0.02)
      expect(below.at(-1)!).toBeGreaterThan(0.99)
      for (let i = 1; i < x.length; i++) {
        expect(x[i]!).toBeGreaterThan(x[i - 1]!)
        expect(below[i]!).toBeGreaterThanOrEqual(below[i - 1]!)
      }
      if (line?.limit === 'budget') expect(line.value > x[0]! && line.value < x.at(-1)!).toBe(true)
    }
  })
})
