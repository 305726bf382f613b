/** The built worker beside this thread: the same bytes, progress on the way, and an end when it is asked for. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { emergenceApi } from '../../../src/main/api/emergence'
import { workerPool } from '../../../src/main/workers/pool'
import { contract } from '../../../src/shared/contract'
import { root } from '../../hosts/built'
import { ask, type Row } from './ask'

const pool = workerPool(join(root, 'out', 'main', 'worker.js'), 2)
afterAll(() => pool.close())

/** A jump of 0.9 decades: every replicate of the bootstrap is needed to say that it is not one of a whole decade. */
const observations: Row[] = ['acc', 'soft', 'bpb'].flatMap((metric) =>
  [1, 3, 10, 30, 100, 300, 1000].map((x) => ({
    N: x * 1e8,
    metric,
    score: Number((0.25 + 0.6 / (1 + (x / 20) ** -6)).toFixed(3)),
    n: metric === 'acc' ? 2000 : null
  }))
)

test('an analysis and a threshold are the same bytes from workers as from this thread', async () => {
  const analysis = { observations, replicates: 199, seed: 7 }
  expect(JSON.stringify(await ask('emergence.analyze', analysis, pool))).toBe(JSON.stringify(await ask('emergence.analyze', analysis)))
  const threshold = { observations, metric: 'acc', bootstrap: 50, seed: 7 }
  expect(JSON.stringify(await ask('emergence.fitThreshold', threshold, pool))).toBe(JSON.stringify(await ask('emergence.fitThreshold', threshold)))
})

test('progress never falls and ends at the total; a cancelled analysis rejects at once', async () => {
  const asked = contract['emergence.analyze'].input.parse({ observations, replicates: 999 })
  const told: { done: number; total: number }[] = []
  const emit = (item: unknown): void => void told.push(contract['emergence.analyze'].item!.parse(item))
  await emergenceApi(pool)['emergence.analyze'](asked, { signal: new AbortController().signal, emit }, asked)
  expect(told.at(-1)).toMatchObject({ done: 2997, total: 2997 })
  told.forEach(({ done }, i) => expect(done).toBeGreaterThanOrEqual(told[i - 1]?.done ?? 0))

  const stop = new AbortController()
  const cancelled = emergenceApi(pool)['emergence.analyze'](
    contract['emergence.analyze'].input.parse({ observations, replicates: 99_999 }),
    { signal: stop.signal, emit: () => stop.abort(new Error('stopped')) },
    asked
  )
  await expect(cancelled).rejects.toThrow('stopped')
})
