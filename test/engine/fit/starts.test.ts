/** The 4,500 starts of Hoffmann et al., in pieces: each ends where its own way down ends. */
import { describe, expect, it } from 'vitest'
import type { FitProblem } from '../../../src/main/engine/fit/estimator'
import { HOFFMANN_STARTS, parametric } from '../../../src/main/engine/fit/parametric'
import { startParts } from '../../../src/main/engine/fit/pieces'
import { refit } from '../../../src/main/engine/fit/refit'
import { grid, HOFFMANN, lossOf, spaced } from './ask'

const runs = grid(spaced(5e7, 1e10, 6), spaced(1e9, 1e12, 6), (N, D) => lossOf(HOFFMANN, N, D) * (1 + 0.004 * Math.sin(N * 1e-7 + D * 1e-9)))
const problem: FitProblem = {
  approach: 'parametric',
  form: 'chinchilla',
  points: runs.map(({ N, D, loss }, i) => ({ row: i + 1, N: N!, D: D!, C: 6 * N! * D!, loss: loss! })),
  delta: 1e-3,
  flopPerParamToken: 6,
  tolerance: 0.1
}

describe('the starts of Hoffmann et al.', () => {
  const parts = startParts('hoffmann', HOFFMANN_STARTS, runs.length)
  it('are all in one piece or another, in order', () => {
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.flatMap(({ at }) => at)).toEqual(Array.from({ length: HOFFMANN_STARTS }, (_, i) => i))
  })
  it('are divided only where there is enough to do: 48 starts on 240 runs are one piece, on 10 000 runs one for every twelve', () => {
    expect(startParts('spread', 48, 240).map(({ at }) => at.length)).toEqual([48])
    expect(startParts('spread', 48, 10_000).map(({ at }) => at.length)).toEqual([12, 12, 12, 12])
  })
  it('end where each ends by itself, also those that the box makes the same', () => {
    const { starts, from, form, sample } = parametric(problem, 'hoffmann')
    const part = parts[5]!
    const together = refit({ problem, part })
    const alone = part.at.map((i) => {
      const { theta, value, settled } = from(starts.at(i))
      return { constants: form.constants(theta, sample), objective: value, settled }
    })
    expect(together).toEqual(alone)
    // Some are the same, or the case was not tested.
    expect(new Set(together).size).toBeLessThan(together.length)
  })
})
