/** The Monte Carlo baseline in NumPy, which stands beside the project: one or more processes at once, timed by themselves. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('../../../shared/reference/anchors/mc_numpy.py', import.meta.url))

interface NumpyRun {
  wall_s_median: number
  result: Record<string, { meanP: number; P: number[]; N90: number[]; cost: number[] }>
}

/** Runs the script in `processes` at once, each `repeats` times the work; null when it cannot be run. */
export async function numpyRuns(draws: number, repeats: number, processes: number): Promise<NumpyRun[] | null> {
  if (!existsSync(script)) return null
  const run = promisify(execFile)
  try {
    const outputs = await Promise.all(Array.from({ length: processes }, () => run('python3', [script, String(draws), String(repeats)])))
    return outputs.map(({ stdout }) => JSON.parse(stdout) as NumpyRun)
  } catch {
    // No Python or no NumPy on this machine: the rows say so.
    return null
  }
}
