/** scenarios.compare and planner.grid beside the built worker: the same bytes as on this thread, progress on the way, an end when it is asked for. */
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { plannerApi } from '../../src/main/api/planner'
import { scenariosApi } from '../../src/main/api/scenarios'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import { contract, type Input, type Item } from '../../src/shared/contract'
import type { PlanInput } from '../../src/shared/plan/schema'
import { root } from '../hosts/built'

const pool = workerPool(join(root, 'out', 'main', 'worker.js'), 2)
afterAll(() => pool.close())

const plan: PlanInput = {
  targets: [
    { id: 'a', critical: { low: 50e9, high: 70e9 }, benefit: { kind: 'usd', value: 2e7 } },
    { id: 'b', critical: 20e9, benefit: { kind: 'usd', value: 1e6 } }
  ],
  limits: { budgetUsd: 2e7 },
  scenarios: [
    { id: 'cheap', name: 'Cheap', overrides: [{ field: 'costs.pricePerHourUsd', value: 2 }, { field: 'cluster.mfu', value: 0.5 }] }, // prettier-ignore
    { id: 'sure', overrides: [{ target: 'a', field: 'wanted', value: 0.95 }, { target: 'b', field: 'benefit', value: { kind: 'usd', value: 3e6 } }] }, // prettier-ignore
    { id: 'law', overrides: [{ field: 'law', value: { id: 'hoffmann-2022' } }, { field: 'limits.largestStep', value: { factor: 10, lastTrainedN: 7e9 } }] } // prettier-ignore
  ]
}

function compare(input: Input<'scenarios.compare'>, tasks: TaskRunner, emit: (item: unknown) => void = () => undefined, signal = new AbortController().signal) {
  return scenariosApi(tasks)['scenarios.compare'](contract['scenarios.compare'].input.parse(input), { signal, emit }, input)
}
function grid(input: Input<'planner.grid'>, tasks: TaskRunner, emit: (item: unknown) => void = () => undefined, signal = new AbortController().signal) {
  const environment = () => ({ today: '2026-11-25', models: [] })
  return plannerApi(environment, tasks)['planner.grid'](contract['planner.grid'].input.parse(input), { signal, emit }, input)
}
const asked = (points: number): Input<'planner.grid'> => ({
  plan,
  x: { input: 'budget', from: 1e5, to: 1e8, points },
  y: { input: 'price', from: 1, to: 5, points },
  quantity: 'path.all'
})

describe('scenarios.compare', () => {
  test('is the same bytes from workers as from this thread, for the scenarios asked for in their order', async () => {
    const answer = await compare({ plan, scenarios: ['sure', 'cheap'] }, pool)
    expect(JSON.stringify(answer)).toBe(JSON.stringify(await compare({ plan, scenarios: ['sure', 'cheap'] }, inlineTasks)))
    expect(answer.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['sure', ''],
      ['cheap', 'Cheap']
    ])
  })

  test('compares the headline outcomes unless others are asked for, and tells its progress', async () => {
    const told: Item<'scenarios.compare'>[] = []
    const answer = await compare({ plan }, inlineTasks, (item) => told.push(contract['scenarios.compare'].item!.parse(item)))
    expect(answer.base.map(({ quantity }) => quantity)).toEqual([
      ...['run.N', 'run.D', 'run.C', 'run.usd', 'run.days', 'path.usd', 'path.days', 'path.all', 'path.value'],
      ...['probability@a', 'probability@b']
    ])
    expect(answer.scenarios.every(({ outcomes }) => outcomes.length === answer.base.length)).toBe(true)
    expect(told.at(-1)).toEqual({ stage: 'scenarios', done: 12, total: 12 })
  })

  test('names the input that shows each change; a choice such as the law has none', async () => {
    const answer = await compare({ plan, quantities: ['run.N'] }, inlineTasks)
    expect(answer.scenarios.map(({ changes }) => changes.map(({ input }) => input))).toEqual([
      ['price', 'mfu'],
      ['wanted@a', 'benefit@b'],
      [null, null]
    ])
  })
})

describe('planner.grid', () => {
  test('is the same bytes from workers as from this thread; every row is told once', async () => {
    const rows: Item<'planner.grid'>[] = []
    const answer = await grid(asked(5), pool, (item) => rows.push(contract['planner.grid'].item!.parse(item)))
    expect(JSON.stringify(answer)).toBe(JSON.stringify(await grid(asked(5), inlineTasks)))
    expect(rows.map(({ done, total }) => [done, total])).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]))
    expect(rows.toSorted((p, q) => p.y - q.y).map(({ values }) => values)).toEqual(answer.values)
    // More budget never lowers the chance that the best path reaches everything where it pays; a null has its reason.
    expect(answer.undefined).toHaveLength(answer.values.flat().filter((value) => value === null).length)
  })

  test('ends when it is asked to', async () => {
    const stop = new AbortController()
    const cancelled = grid(asked(41), pool, () => stop.abort(new Error('enough')), stop.signal)
    await expect(cancelled).rejects.toThrow('enough')
    // The pool works on.
    expect((await grid(asked(2), pool)).values).toHaveLength(2)
  })
})
