/** A whole plan by simulation: ten capabilities, 100 000 draws, all percentiles, on all cores. */
import { fileURLToPath } from 'node:url'
import { planPath } from '../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../src/main/engine/planner/setting'
import { workerPool } from '../../src/main/workers/pool'
import { simulateOnWorkers } from '../../src/main/workers/simulate'
import { tenCapabilities } from './engine.bench'
import { row } from './timing'

const ROUNDS = 12
const WARM = 4

export const title = 'Simulation of a whole plan'

export async function bench() {
  const pool = workerPool(fileURLToPath(new URL('../../out/main/worker.js', import.meta.url)))
  try {
    const plan = tenCapabilities()
    const path = planPath(settingOf(plan), false).path.rungs.map(({ run }) => run.N)
    const time = async (method: 'plain' | 'sobol', draws: number): Promise<number[]> => {
      const samples: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now()
        await simulateOnWorkers(
          pool,
          { kind: 'plan', parameters: { plan, path } },
          { method, draws, seed: round, probabilities: [0.05, 0.25, 0.5, 0.75, 0.95] },
          { signal: new AbortController().signal, emit: () => undefined }
        )
        samples.push(performance.now() - start)
      }
      return samples.slice(WARM)
    }
    return [
      row('simulation of a plan, 10 capabilities, 100 000 plain draws, all percentiles', 'ms', await time('plain', 100_000), { most: 150 }),
      row('the same, Sobol points (102 400)', 'ms', await time('sobol', 100_000), { most: 150 })
    ]
  } finally {
    await pool.close()
  }
}
