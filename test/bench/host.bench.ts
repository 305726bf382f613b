/** The way from the screen to the engine and back: one contract call over the browser host's loopback HTTP, and one in the process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../e2e/host'
import { tenCapabilities } from './engine.bench'
import { row } from './timing'

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
    return [
      row('contract round trip, smallest call (links.list)', 'ms', await time(() => host.call('links.list', {}), 200)),
      row(
        'contract round trip, evaluate without audit, 10 capabilities',
        'ms',
        await time(() => host.call('planner.evaluate', { plan, audit: false }), 100),
        16.7
      )
    ]
  } finally {
    await host.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
