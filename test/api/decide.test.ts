/** planner.sensitivity and planner.nextRun on real workers: equal bytes, what is done told at once, reasons, a clean end. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nextRunApi } from '../../src/main/api/nextRun'
import { regretApi } from '../../src/main/api/risk'
import { sensitivityApi } from '../../src/main/api/sensitivity'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import type { Input, Item, Output } from '../../src/shared/contract'
import { nextRunContract, type NextRun } from '../../src/shared/contract/nextRun'
import { regretContract } from '../../src/shared/contract/regret'
import { sensitivityContract } from '../../src/shared/contract/sensitivity'
import { isNoAnswer, type NoAnswer } from '../../src/shared/notes'
import type { PlanInput } from '../../src/shared/plan/schema'
import { root } from '../hosts/built'

const pools = [1, 2, 4].map((workers) => workerPool(join(root, 'out', 'main', 'worker.js'), workers))
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

const plan: PlanInput = {
  targets: [
    { id: 'a', critical: { low: 8e9, high: 20e9 }, benefit: { kind: 'usd', value: 2e6 } },
    { id: 'b', critical: { low: 20e9, high: 80e9 }, benefit: { kind: 'usd', value: 4e6 } }
  ],
  cluster: { mfu: { low: 0.3, high: 0.5 } },
  costs: { pricePerHourUsd: { low: 2, high: 4 } },
  limits: { budgetUsd: 5e7 },
  beliefs: [{ input: 'uptime', distribution: { kind: 'interval', low: 0.8, high: 0.95 } }]
}

const simple: PlanInput = {
  targets: [{ id: 'a', critical: 10e9, benefit: { kind: 'usd', value: 4e5 } }],
  cluster: { mfu: { low: 0.3, high: 0.5 } },
  costs: { pricePerHourUsd: { low: 2, high: 4 } }
}

interface Asked {
  signal?: AbortSignal
  emit?: (item: unknown) => void
}
type Sensitivity = Exclude<Output<'planner.sensitivity'>, NoAnswer>
async function sensitivity(
  tasks: TaskRunner,
  input: Omit<Input<'planner.sensitivity'>, 'plan'> & { plan?: PlanInput },
  asked: Asked = {}
): Promise<Sensitivity> {
  const whole = { plan, ...input }
  const parsed = sensitivityContract['planner.sensitivity'].input.parse(whole)
  const context = { signal: asked.signal ?? new AbortController().signal, emit: asked.emit ?? (() => undefined) }
  const answer = await sensitivityApi(tasks)['planner.sensitivity'](parsed, context, whole)
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}
function nextRun(tasks: TaskRunner, input: Partial<Input<'planner.nextRun'>>, asked: Asked = {}) {
  const whole = { plan, draws: 2048, ...input }
  const parsed = nextRunContract['planner.nextRun'].input.parse(whole)
  const context = { signal: asked.signal ?? new AbortController().signal, emit: asked.emit ?? (() => undefined) }
  return nextRunApi(tasks)['planner.nextRun'](parsed, context, whole)
}
async function answered(input: Partial<Input<'planner.nextRun'>>): Promise<NextRun> {
  const answer = await nextRun(inlineTasks, input)
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}

describe('planner.sensitivity', () => {
  it('gives the same bytes on this thread and on 1, 2 and 4 workers', async () => {
    const asked = { quantity: 'path.value', draws: 2048, switches: false } as const
    const alone = JSON.stringify(await sensitivity(inlineTasks, asked))
    for (const pool of pools) expect(JSON.stringify(await sensitivity(pool, asked)) === alone).toBe(true)
    const switching = { plan: simple, quantity: 'run.usd', shares: false, exact: false } as const
    expect(JSON.stringify(await sensitivity(pools[2]!, switching))).toBe(JSON.stringify(await sensitivity(inlineTasks, switching)))
  })
  it('tells every bar as it is done, then the shares and the switch points, each within the contract', async () => {
    const items: Item<'planner.sensitivity'>[] = []
    const { tornado, switches } = await sensitivity(
      pools[1]!,
      { quantity: 'path.value', draws: 8192 },
      { emit: (item) => items.push(item as (typeof items)[number]) }
    )
    for (const item of items) expect(sensitivityContract['planner.sensitivity'].item!.safeParse(item).error).toBeUndefined()
    const bars = items.flatMap(({ bar }) => bar ?? [])
    expect(bars.map(({ input }) => input).sort()).toEqual(['critical@a', 'critical@b', 'mfu', 'price', 'uptime'])
    expect(tornado.map(({ input }) => input).sort()).toEqual(bars.map(({ input }) => input).sort())
    expect(items.flatMap(({ switches: found }) => found ?? []).length).toBe(switches!.length)
    expect(items.find(({ stage }) => stage === 'shares')).toBeDefined()
    expect(items.findIndex(({ bar }) => bar !== null)).toBeLessThan(items.length - 1)
  })
  it('shares of an amount are those of what is drawn, largest first, with their errors', async () => {
    const { shares, variance, noShares } = await sensitivity(inlineTasks, { quantity: 'path.usd', switches: false, draws: 4096 })
    expect(noShares).toBeNull()
    expect(variance).toMatchObject({ of: 'quantity', draws: 4096 })
    // Cost of a held path: price, MFU and nothing else.
    expect(
      shares
        .slice(0, 2)
        .map(({ input }) => input)
        .sort()
    ).toEqual(['mfu', 'price'])
    expect(shares.slice(2).every(({ total }) => total === 0)).toBe(true)
    expect(shares[0]!.errors.total).toBeGreaterThan(0)
    expect(shares.map(({ kind }) => kind).filter((kind) => kind === 'residual')).toHaveLength(2)
  })
  it.each<[Omit<Input<'planner.sensitivity'>, 'plan'> & { plan?: PlanInput }, string]>([
    [{ quantity: 'roi@a' }, 'sensitivity-not-drawn'],
    [{ quantity: 'path.points' }, 'outcome-in-dollars'],
    [{ quantity: 'path.withinDeadline' }, 'outcome-without-limit'],
    [{ quantity: 'probability@gone' }, 'outcome-target-gone'],
    [{ quantity: 'path.value', draws: 0 }, 'sensitivity-few-draws'],
    [{ quantity: 'path.value', draws: 1e9 }, 'draws-too-many'],
    [
      {
        quantity: 'run.usd',
        plan: {
          ...plan,
          beliefs: [{ input: 'ceiling@a', distribution: { kind: 'uniform', low: 0.7, high: 1 } }]
        }
      },
      'sensitivity-infinite'
    ],
    [
      {
        quantity: 'path.value',
        plan: { ...plan, beliefs: [{ input: 'benefit@a', distribution: { kind: 'logLogistic', median: 2e6, steepness: 1.5 } }] }
      },
      'belief-infinite-spread'
    ],
    [{ quantity: 'path.usd', plan: { targets: [{ id: 'a', critical: 1e12, benefit: { kind: 'usd', value: 1 } }] } }, 'sensitivity-nothing-held']
  ])('%o has no shares, for the reason %s; the bars stay', async (asked, code) => {
    const { noShares, shares, tornado, held } = await sensitivity(inlineTasks, { ...asked, switches: false })
    expect(noShares).toMatchObject({ code })
    expect(shares).toEqual([])
    expect(tornado.length > 0 || held.length === 0).toBe(true)
  })
  it('a spread that only the benefit lacks leaves the cost’s variance alone', async () => {
    const wild: PlanInput = { ...plan, beliefs: [{ input: 'benefit@a', distribution: { kind: 'logLogistic', median: 2e6, steepness: 1.5 } }] }
    expect((await sensitivity(inlineTasks, { plan: wild, quantity: 'path.usd', switches: false })).noShares).toBeNull()
  })
  it('says so when every input is exact, and which beliefs count in the simulation only', async () => {
    const exact = await sensitivity(inlineTasks, {
      plan: { targets: [{ id: 'a', critical: 10e9, benefit: { kind: 'usd', value: 5e6 } }] },
      quantity: 'path.value',
      exact: true
    })
    expect(exact.tornado).toEqual([])
    expect(exact.exact!.bars.length).toBeGreaterThan(5)
    expect(exact.warnings.map(({ code }) => code)).toContain('sensitivity-nothing-believed')
    const convention: PlanInput = { ...plan, beliefs: [{ input: 'flopPerParameterToken', distribution: { kind: 'uniform', low: 5.5, high: 7 } }] }
    const believed = await sensitivity(inlineTasks, { plan: convention, quantity: 'path.value', shares: false, switches: false })
    expect(believed.warnings.map(({ code }) => code)).toContain('beliefs-in-simulation')
  })
  it('rejects at once when it is cancelled, and the workers go on with the next', async () => {
    const cancel = new AbortController()
    const long = sensitivity(pools[1]!, { quantity: 'path.value', draws: 20_000_000 }, { signal: cancel.signal, emit: () => cancel.abort(new Error('enough')) })
    await expect(long).rejects.toThrow('enough')
    expect((await sensitivity(pools[1]!, { quantity: 'path.usd', shares: false, switches: false })).tornado).toHaveLength(5)
  })
})

describe('planner.nextRun', () => {
  it('gives the same bytes on this thread and on 1, 2 and 4 workers, and tells how far it is', async () => {
    const alone = JSON.stringify(await nextRun(inlineTasks, {}))
    for (const pool of pools) expect(JSON.stringify(await nextRun(pool, {})) === alone).toBe(true)
    const items: Item<'planner.nextRun'>[] = []
    await nextRun(pools[0]!, {}, { emit: (item) => items.push(item as (typeof items)[number]) })
    for (const item of items) expect(nextRunContract['planner.nextRun'].item!.safeParse(item).error).toBeUndefined()
    expect([...new Set(items.map(({ stage }) => stage))]).toEqual(['actions', 'draws', 'candidates'])
  })
  it.each<[Partial<Input<'planner.nextRun'>>, string]>([
    [{ draws: 0 }, 'draws-none'],
    [{ draws: 1e9 }, 'information-many-draws'],
    [
      { plan: { ...plan, beliefs: [{ input: 'benefit@a', distribution: { kind: 'logLogistic', median: 2e6, steepness: 0.9 } }] } } as const,
      'belief-infinite-mean'
    ],
    [{ plan: { ...plan, limits: { budgetUsd: 1e3 }, targets: [{ ...plan.targets[0]!, must: true }] } }, 'information-no-action']
  ])('%o is a reason: %s', async (asked, code) => {
    expect(await nextRun(inlineTasks, asked)).toMatchObject({ code })
  })
  it('names what rests on defaults, on what is drawn of the law and on limits that are held', async () => {
    const codes = (await answered({})).warnings.map(({ code }) => code)
    for (const code of ['default-used', 'simulation-law-errors-apart', 'information-usual-candidates', 'information-limits-held', 'information-score-is-link'])
      expect(codes).toContain(code)
    expect((await answered({ candidates: [{ kind: 'mfu' }] })).warnings.map(({ code }) => code)).not.toContain('information-usual-candidates')
  })
  it('rejects at once when it is cancelled', async () => {
    const cancel = new AbortController()
    await expect(nextRun(pools[1]!, { draws: 262_144 }, { signal: cancel.signal, emit: () => cancel.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})

describe('after a finished run', () => {
  const after: PlanInput = {
    ...plan,
    actuals: [
      {
        N: 6e9,
        D: 12e10,
        usd: 2e5,
        days: 12,
        results: [
          { target: 'a', reached: true },
          { target: 'b', reached: false }
        ]
      }
    ]
  }
  it('the next run is valued given what it showed, within what is left, and says nothing else', async () => {
    const told = await answered({ plan: after })
    const codes = told.warnings.map(({ code }) => code)
    expect(codes).not.toContain('simulation-results-central')
    expect(codes).toContain('corners-before-results')
    // Target a is earned: nothing about it can change the choice but what it says of b.
    const before = await answered({})
    expect(told.bestValue).toBeLessThan(before.bestValue)
    expect(told.actions[0]!.bestFor.length).toBeGreaterThan(0)
  })
  it('regret says that its corners are those of the beliefs before it', async () => {
    const codes = async (given: PlanInput): Promise<string[]> => {
      const input = { plan: given, draws: 512 }
      const context = { signal: new AbortController().signal, emit: () => undefined }
      const told = await regretApi(inlineTasks)['planner.regret'](regretContract['planner.regret'].input.parse(input), context, input)
      if ('detail' in told) throw new Error(told.detail)
      return told.warnings.map(({ code }) => code)
    }
    expect(await codes(after)).toContain('corners-before-results')
    expect(await codes(plan)).not.toContain('corners-before-results')
  })
  it('a tornado says that its ends are those of the beliefs before it', async () => {
    const { warnings, tornado } = await sensitivity(inlineTasks, { plan: after, quantity: 'path.value', shares: false, switches: false })
    expect(warnings.map(({ code }) => code)).toContain('sensitivity-before-results')
    expect(tornado.find(({ input }) => input === 'critical@b')!.at).toEqual({ low: 20e9, high: 80e9 })
  })
})
