/** Simulations on real worker threads: the same bytes for any number of them, progress on the way, and a clean end. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { modelOf } from '../../src/main/engine/uncertainty/monteCarlo/models'
import type { ModelSpec } from '../../src/main/engine/uncertainty/monteCarlo/models'
import { simulate, type SimulationRequest, type SimulationSummary } from '../../src/main/engine/uncertainty/monteCarlo/simulation'
import { inlineTasks } from '../../src/main/workers/inline'
import { workerPool } from '../../src/main/workers/pool'
import { simulateOnWorkers } from '../../src/main/workers/simulate'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import { isNoAnswer } from '../../src/shared/notes'
import { root } from '../hosts/built'

const model: ModelSpec = {
  kind: 'capability',
  parameters: {
    capabilities: [
      { name: 'a', critical: 13e9, steepness: 2, steepnessSd: 0.3 },
      { name: 'b', critical: 300e9, steepness: 1.5, steepnessSd: 0.4 }
    ],
    criticalSigma: 0.7,
    leastSteepness: 0.05,
    N: 70e9,
    tokensPerParameter: 20,
    flopPerSecond: 4e14,
    usdPerHour: 2.5,
    usdPerHourSigma: 0.35
  }
}
const request = (draws: number, more: Partial<SimulationRequest> = {}): SimulationRequest => ({
  method: 'plain',
  draws,
  seed: 11,
  probabilities: [0.05, 0.5, 0.95],
  ...more
})
const pools = [1, 2, 4].map((workers) => workerPool(join(root, 'out', 'main', 'worker.js'), workers))
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

async function summaryOf(tasks: TaskRunner, asked: SimulationRequest, seen: SimulationSummary[] = []): Promise<string> {
  const simulation = await simulateOnWorkers(tasks, model, asked, { signal: new AbortController().signal, emit: (summary) => seen.push(summary) })
  if (isNoAnswer(simulation)) throw new Error(simulation.detail)
  return JSON.stringify(simulation.summary())
}

describe('the result of a seed', () => {
  it.each(['plain', 'latin', 'sobol'] as const)('%s: is the same bytes on this thread and on 1, 2 and 4 workers', async (method) => {
    for (const draws of [20_000, 300_000]) {
      const asked = request(draws, { method })
      const alone = simulate(modelOf(model), asked)
      if (isNoAnswer(alone)) throw new Error(alone.detail)
      const expected = JSON.stringify(alone.summary())
      for (const pool of pools) expect((await summaryOf(pool, asked)) === expected).toBe(true)
      expect((await summaryOf(inlineTasks, asked)) === expected).toBe(true)
    }
  })
})

describe('on the way', () => {
  it('rough answers come early and sharpen', async () => {
    const seen: SimulationSummary[] = []
    await summaryOf(pools[1]!, request(10_000_000), seen)
    expect(seen.length).toBeGreaterThanOrEqual(2)
    expect(seen[0]!.draws).toBeLessThan(150_000)
    expect(seen[0]!.outputs[1]!.percentiles![1]!.value).toBeGreaterThan(0)
    const draws = seen.map((summary) => summary.draws)
    expect([...draws].sort((a, b) => a - b)).toEqual(draws)
  })
  it('a cancelled simulation rejects at once with its reason and leaves the pool usable', async () => {
    const cancel = new AbortController()
    const running = simulateOnWorkers(pools[1]!, model, request(50_000_000), { signal: cancel.signal, emit: () => cancel.abort(new Error('closed')) })
    await expect(running).rejects.toThrow('closed')
    const asked = request(20_000)
    expect(await summaryOf(pools[1]!, asked)).toBe(await summaryOf(inlineTasks, asked))
  })
  it('a worker that dies ends the simulation with the reason', async () => {
    let given = 0
    const dying: TaskRunner = {
      ...inlineTasks,
      parallelism: 2,
      run: (name, input, context) => (++given > 3 ? Promise.reject(new Error('the worker ended')) : inlineTasks.run(name, input, context))
    }
    await expect(simulateOnWorkers(dying, model, request(500_000), { signal: new AbortController().signal, emit: () => undefined })).rejects.toThrow(
      'the worker ended'
    )
  })
  it('an impossible request is a reason, before any work', async () => {
    const refused = await simulateOnWorkers(pools[0]!, model, request(0), { signal: new AbortController().signal, emit: () => undefined })
    expect(isNoAnswer(refused) && refused.code).toBe('draws-none')
  })
})
