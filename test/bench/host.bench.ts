/** The way from the screen to the engine and back: one contract call over the browser host's loopback HTTP, and one in the process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../e2e/host'
import type { Plan } from '../../src/shared/plan/schema'
import { tenCapabilities, withEvidence } from './engine.bench'
import { milliseconds, row } from './timing'

export const title = 'From the screen to the engine and back, over loopback HTTP'

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'scalepath-bench-'))
  const host = await startHost(folder)
  try {
    const time = async (work: () => Promise<unknown>, calls: number) => {
      const samples: number[] = []
      for (let i = 0; i < calls * 1.2; i++) {
        const start = performance.now()
        await work()
        samples.push(performance.now() - start)
      }
      return samples.slice(-calls)
    }
    const plan = tenCapabilities()
    const mixtures = withEvidence(plan)
    let moves = 0
    const evaluateMoved = (from: Plan) =>
      host.call('planner.evaluate', {
        plan: { ...from, cluster: { ...from.cluster, mfu: 0.25 + (0.4 * (moves++ % 997)) / 997 } },
        audit: false,
        frontier: false
      })
    const frontierMoved = (from: Plan) =>
      host.call('planner.frontier', { plan: { ...from, cluster: { ...from.cluster, mfu: 0.25 + (0.4 * (moves++ % 997)) / 997 } }, pointwise: false })
    /** Moves of a slider, one after the other, for as long as a simulation runs; and how long it took. */
    const meanwhile = async (from: Plan) => {
      const [samples, simulations]: [number[], number[]] = [[], []]
      while (samples.length < 100) {
        let running = true
        const start = performance.now()
        // Another seed each time: the draws of the last simulations are kept.
        const simulation = host.call('planner.simulate', { plan: from, draws: 1_000_000, method: 'plain', seed: moves }).finally(() => (running = false))
        while (running) samples.push(await milliseconds(() => evaluateMoved(from)))
        await simulation
        simulations.push(performance.now() - start)
      }
      return { samples, simulations }
    }
    await time(() => evaluateMoved(mixtures), 10)
    const round = await time(() => evaluateMoved(plan), 100)
    const roundMixtures = await time(() => evaluateMoved(mixtures), 50)
    const frontiers = await time(() => frontierMoved(plan), 100)
    const busy = await meanwhile(plan)
    const busyMixtures = await meanwhile(mixtures)
    const aim = { most: 16.7, of: 'p95' } as const
    return [
      row('smallest call (links.list)', 'ms', await time(() => host.call('links.list', {}), 200)),
      row('slider → numbers: evaluate without audit and frontier, 10 capabilities', 'ms', round, aim),
      row('the same, each a mixture of three figures', 'ms', roundMixtures, aim),
      row('numbers → frontier, 10 capabilities', 'ms', frontiers),
      row('slider → numbers while 1e6 draws are simulated', 'ms', busy.samples, aim),
      row('the same, each a mixture of three figures', 'ms', busyMixtures.samples, aim),
      row('simulation of 1e6 draws meanwhile', 'ms', busy.simulations)
    ]
  } finally {
    await host.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
