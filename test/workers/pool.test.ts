/** The pool of worker threads: with the built worker, and with one that misbehaves. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fitApi } from '../../src/main/api/fit'
import type { FitProblem } from '../../src/main/engine/fit/estimator'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import { contract } from '../../src/shared/contract'
import type { Progress } from '../../src/shared/contract/procedure'
import { ask, grid, HOFFMANN, isoflops, lossOf, spaced, type Question } from '../engine/fit/ask'
import { root } from '../hosts/built'

const built = join(root, 'out', 'main', 'worker.js')
const obstinate = join(import.meta.dirname, 'obstinate.mjs')
type Pool = ReturnType<typeof workerPool>

let pools: Pool[] = []
const poolOf = (file: string, parallelism: number): Pool => {
  if (!existsSync(file)) throw new Error(`${file} is not built: run "npm test", or "npx electron-vite build" before this test`)
  const pool = workerPool(file, parallelism)
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()))
  pools = []
})

const echo = (pool: TaskRunner, input: unknown, stop = new AbortController(), emit: (item: unknown) => void = () => undefined): Promise<unknown> =>
  pool.run('echo', input, { signal: stop.signal, emit })

describe('a pool of two', () => {
  test('answers more tasks than it has workers, each with its own answer', async () => {
    const pool = poolOf(built, 2)
    expect(await Promise.all(Array.from({ length: 20 }, (_, i) => echo(pool, i)))).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })

  test('takes all parts of one call at once, with one signal, and warns of no leak', async () => {
    const pool = poolOf(built, 2)
    const stop = new AbortController()
    const warnings: string[] = []
    const told = ({ name }: Error): void => void warnings.push(name)
    process.on('warning', told)
    await Promise.all(Array.from({ length: 40 }, (_, i) => echo(pool, i, stop)))
    process.off('warning', told)
    expect(warnings).toEqual([])
  })

  test('tells progress in order', async () => {
    const items: unknown[] = []
    await echo(poolOf(obstinate, 2), 'progress', new AbortController(), (item) => items.push(item))
    expect(items).toEqual([1, 2, 3])
  })

  test('an aborted task that ends within its grace leaves its thread to the next; one that does not loses it', async () => {
    const pool = poolOf(obstinate, 1)
    const thread = await echo(pool, 'thread')
    const aborted = (input: unknown, graceMs: number): { running: Promise<unknown>; stop: AbortController } => {
      const stop = new AbortController()
      return { stop, running: pool.run('echo', input, { signal: stop.signal, graceMs, emit: () => undefined }) }
    }
    const flag = new Int32Array(new SharedArrayBuffer(4))
    const ends = aborted(flag.buffer, 60_000)
    ends.stop.abort(new Error('stopped'))
    await expect(ends.running).rejects.toThrow('stopped')
    const next = echo(pool, 'thread')
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
    expect(await next).toBe(thread)

    const never = aborted('spin', 1)
    never.stop.abort(new Error('stopped'))
    await expect(never.running).rejects.toThrow('stopped')
    expect(await echo(pool, 'thread')).not.toBe(thread)
  })

  test('leaves a core to someone who moves a slider, until it has rested for a moment; one worker alone works on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const pool = poolOf(obstinate, 2)
      const thread = await echo(pool, 'thread')
      const busy = (): { running: Promise<unknown>; end: () => void } => {
        const flag = new Int32Array(new SharedArrayBuffer(4))
        return { running: echo(pool, flag.buffer), end: () => (Atomics.store(flag, 0, 1), Atomics.notify(flag, 0)) }
      }
      const [first, second] = [busy(), (pool.makeWay(), echo(pool, 'thread'))]
      first.end()
      expect(await second).toBe(thread)

      const [third, fourth] = [busy(), (pool.makeWay(), echo(pool, 'thread'))]
      vi.advanceTimersByTime(1000)
      expect(await fourth).not.toBe(thread)
      third.end()
      await Promise.all([first.running, third.running])

      const alone = poolOf(built, 1)
      alone.makeWay()
      expect(await echo(alone, 'at once')).toBe('at once')
    } finally {
      vi.useRealTimers()
    }
  })

  test('cancelling ends a task that never answers, and the pool stays usable', async () => {
    const pool = poolOf(obstinate, 2)
    const stop = new AbortController()
    const running = [echo(pool, 'spin', stop), echo(pool, 'spin', stop)]
    setTimeout(() => stop.abort(new Error('enough')), 50)
    for (const task of running) await expect(task).rejects.toThrow('enough')
    expect(await echo(pool, 'after')).toBe('after')
  })

  test('cancelling what waits leaves its place in the queue to the next', async () => {
    const pool = poolOf(obstinate, 1)
    const first = new AbortController()
    const second = new AbortController()
    const spinning = echo(pool, 'spin', first)
    const waiting = [echo(pool, 'waiting', second), echo(pool, 'waiting too', second)]
    const last = echo(pool, 'last')
    second.abort(new Error('not any more'))
    for (const task of waiting) await expect(task).rejects.toThrow('not any more')
    first.abort(new Error('enough'))
    await expect(spinning).rejects.toThrow('enough')
    expect(await last).toBe('last')
  })

  test('a task that is cancelled before it begins is never sent', async () => {
    const stop = new AbortController()
    stop.abort(new Error('too late'))
    await expect(echo(poolOf(obstinate, 1), 'x', stop)).rejects.toThrow('too late')
  })

  test.each([
    ['exit', 'the worker ended while it ran echo'],
    ['throw', 'thrown outside a task']
  ])('a worker that dies (%s) rejects its task, and the pool stays usable', async (how, message) => {
    const pool = poolOf(obstinate, 1)
    const others = [echo(pool, how), echo(pool, 'next'), echo(pool, 'and the next')]
    await expect(others[0]).rejects.toThrow(message)
    expect(await Promise.all(others.slice(1))).toEqual(['next', 'and the next'])
  })

  test('an input that cannot be copied is refused, and the worker is not lost', async () => {
    const pool = poolOf(obstinate, 1)
    await expect(echo(pool, () => undefined)).rejects.toThrow(/could not be cloned/)
    expect(await echo(pool, 'after')).toBe('after')
  })

  test('a closed pool rejects what runs, what waits and what comes after', async () => {
    const pool = poolOf(obstinate, 1)
    const tasks = [echo(pool, 'spin'), echo(pool, 'waiting')]
    const outcomes = Promise.allSettled(tasks)
    await pool.close()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(echo(pool, 'after')).rejects.toThrow('closed')
  })
})

describe('a fit is the same, byte for byte', () => {
  /** A coarse loss, so that there is scatter. */
  const rounded = (N: number, D: number): number => Math.round(lossOf(HOFFMANN, N, D) * 200) / 200
  const points = grid(spaced(1e8, 1e10, 6), spaced(2e9, 4e11, 5), rounded)
  const questions: [string, Question][] = [
    ['parametric', { points, bootstrap: 130, seed: 7 }],
    ['isoflop', { points: isoflops([1e19, 1e20, 1e21], () => spaced(1e8, 1e10, 9), rounded), approach: 'isoflop', bootstrap: 120 }],
    ['envelope', { points, approach: 'envelope', bootstrap: 60 }]
  ]

  test.each(questions)('%s: on this thread, and on 1, 2 and 4 workers', async (_name, question) => {
    const here = JSON.stringify(await ask(question, inlineTasks))
    for (const parallelism of [1, 2, 4]) expect(JSON.stringify(await ask(question, poolOf(built, parallelism)))).toBe(here)
    expect(here.length).toBeGreaterThan(500)
  })

  test('another seed gives other errors and the same constants', async () => {
    const [one, two] = await Promise.all([1, 2].map(async (seed) => (await ask({ points, bootstrap: 100, seed })) as Record<string, unknown>))
    expect(one!.constants).toEqual(two!.constants)
    expect(one!.standardErrors).not.toEqual(two!.standardErrors)
  })

  test('each worker computes the last digit as this thread does', async () => {
    const [problem, near] = [problemOf(points as FitProblem['points']), Float64Array.of(1.7, 400, 400, 0.34, 0.285)]
    const task = { problem, part: { kind: 'bootstrap' as const, near, seed: 3, from: 40, to: 60 } }
    const context = { signal: new AbortController().signal, emit: () => undefined }
    expect(await poolOf(built, 1).run('refit', task, context)).toEqual(await inlineTasks.run('refit', task, context))
  })
})

test('a fit tells its progress stage by stage, and a cancelled one rejects at once and leaves the pool usable', async () => {
  const pool = poolOf(built, 2)
  const { input, item } = contract['laws.fit']
  const points = grid(spaced(1e8, 1e10, 6), spaced(2e9, 4e11, 6), (N, D) => lossOf(HOFFMANN, N, D) + (N > 1e9 ? 0.01 : 0))
  const stop = new AbortController()
  const told: Progress[] = []
  const fit = fitApi(pool)['laws.fit'](
    input.parse({ points, bootstrap: 20_000 }),
    {
      signal: stop.signal,
      emit: (progress) => {
        told.push(item!.parse(progress))
        if (told.at(-1)!.stage === 'bootstrap') stop.abort(new Error('enough'))
      }
    },
    { points }
  )
  await expect(fit).rejects.toThrow('enough')
  expect(told.map(({ stage }) => stage)).toEqual(['starts', 'bootstrap'])
  expect(told.map(({ done }) => done)).toEqual([1, 1])
  expect(told.at(-1)!.total).toBe(400)
  expect(await echo(pool, 'after')).toBe('after')
})

const problemOf = (points: FitProblem['points']): FitProblem => ({
  approach: 'parametric',
  form: 'chinchilla',
  points: points.map((point, i) => ({ ...point, row: i + 1, C: 6 * point.N * point.D })),
  delta: 1e-3,
  flopPerParamToken: 6,
  tolerance: 0.1
})
