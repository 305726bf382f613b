import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beliefOf, marginals } from '../../../src/main/engine/planner/belief'
import { gateBound } from '../../../src/main/engine/planner/gateBound'
import { joint } from '../../../src/main/engine/planner/joint'
import { alternatives, bindingLimits, polishGain } from '../../../src/main/engine/planner/pathExtras'
import { solvePath } from '../../../src/main/engine/planner/pathSolver'
import { pathValue } from '../../../src/main/engine/planner/pathValue'
import type { PathProblem } from '../../../src/main/engine/planner/problem'
import { everyPath, exhaustive, keepsLimits, pathCase } from './pathCases'
import type { Case } from './pathCases'

const beliefs = [
  { critical: { low: 10e9, high: 20e9 }, usd: 40e6 },
  { critical: { low: 50e9, high: 90e9 }, usd: 100e6 }
].map(({ critical, usd }) => ({ usd, belief: beliefOf({ link: 'weibull', critical, criticalMeans: 'scale', steepness: 3, floor: 0, ceiling: 1 }) }))

/** Two targets on N; a run costs 1 USD per 1e18·(N/1e9)² and takes time in proportion. */
function problemAt(sizes: Float64Array, over: Partial<PathProblem> = {}): PathProblem {
  const lnX = sizes.map(Math.log)
  const each = beliefs.map(({ belief }) => marginals(belief, lnX))
  const all = joint(
    beliefs.map((b) => b.belief),
    [lnX, lnX],
    each,
    0.3
  )
  const usd = sizes.map((N) => 2000 * (N / 1e9) ** 2)
  const none = new Float64Array(sizes.length)
  return {
    objective: 'usd',
    sizes,
    usdWithoutData: usd,
    dataUsd: none,
    dataAtConfidence: 1,
    usdWithoutDataAtConfidence: usd,
    years: usd.map((c) => c / 2e8),
    yearsAtConfidence: usd.map((c) => c / 2e8),
    forbidden: new Uint8Array(sizes.length),
    targets: beliefs.map((b, i) => ({ wanted: 0.8, must: false, probability: each[i]!, once: b.usd, perYear: 0, points: 0 })),
    kept: new Float64Array(sizes.length).fill(1),
    all,
    budgetUsd: null,
    deadlineYears: null,
    step: null,
    discountRate: 0.08,
    horizonYears: 3,
    ...over
  }
}
const grid = (n: number) => Float64Array.from({ length: n }, (_, k) => 4e9 * 60 ** (k / (n - 1)))
const thresholds = (problem: PathProblem) => ({ beliefs: beliefs.map((b) => b.belief), lnX: beliefs.map(() => problem.sizes.map(Math.log)), rho: 0.3 })

describe('polishing between grid points', () => {
  it('comes from a coarse grid to what a grid twenty times finer finds', () => {
    const coarse = problemAt(grid(30))
    const found = solvePath(coarse)
    const polished = polishGain(coarse, found, (sizes) => problemAt(sizes))!
    const fine = solvePath(problemAt(grid(600)))
    expect(found.status).toBe('path')
    expect(polished.gainUsd).toBeGreaterThan(0)
    expect(found.value + polished.gainUsd).toBeGreaterThanOrEqual(fine.value * (1 - 1e-9))
    expect(
      pathValue(
        problemAt(Float64Array.from(polished.sizes)),
        polished.sizes.map((_N, k) => k)
      ).expected
    ).toBeCloseTo(found.value + polished.gainUsd, 3)
  })
})

describe('binding limits', () => {
  it('are those whose removal alone gives a better path', () => {
    fc.assert(
      fc.property(pathCase({ limits: true }), (c) => {
        const found = solvePath(c.problem)
        const binding = bindingLimits(c.problem, found)
        const better = (problem: PathProblem) => exhaustive({ ...c, problem })! > found.value + 1e-7
        if (c.problem.budgetUsd !== null && better({ ...c.problem, budgetUsd: null })) expect(binding).toContain('budget')
        if (c.problem.step !== null && better({ ...c.problem, step: null })) expect(binding).toContain('step')
        const free = { ...c.problem, budgetUsd: null, deadlineYears: null, step: null, forbidden: new Uint8Array(c.problem.sizes.length) }
        expect(binding.length > 0).toBe(solvePath(free).value > found.value * (1 + 1e-9))
      }),
      { numRuns: 60 }
    )
  })
  it('are both named when two stop the same size', () => {
    const usd = (N: number) => 2000 * (N / 1e9) ** 2
    const problem = problemAt(grid(100), { budgetUsd: usd(30e9), deadlineYears: usd(30e9) / 2e8 })
    expect(bindingLimits(problem, solvePath(problem))).toEqual(['budget', 'deadline'])
  })
})

describe('alternatives', () => {
  it('lose against the best path whenever they are allowed', () => {
    fc.assert(
      fc.property(pathCase({ limits: true }), (c) => {
        const found = solvePath(c.problem)
        for (const a of alternatives(c.problem, found)) {
          expect(a.feasible).toBe(keepsLimits(c.problem, a.path))
          if (a.feasible) expect(a.regret).toBeGreaterThan(-1e-9)
          expect(a.value).toBeCloseTo(pathValue(c.problem, a.path).expected, 9)
        }
      }),
      { numRuns: 80 }
    )
  })
  it('hold the smallest single run that reaches every wanted probability', () => {
    const problem = problemAt(grid(200))
    const every = alternatives(problem, solvePath(problem)).find((a) => a.kind === 'everyTarget')!
    expect(Math.min(...problem.targets.map((t) => t.probability[every.path[0]!]!))).toBeGreaterThanOrEqual(0.8 - 1e-9)
    expect(Math.min(...problem.targets.map((t) => t.probability[every.path[0]! - 1]!))).toBeLessThan(0.8)
  })
})

describe('the bound on what finer gates are worth', () => {
  /** Mean over every case of the best path that knows it. */
  function withKnownThresholds(c: Case): number {
    const n = c.problem.sizes.length
    const paths = everyPath(n).filter((path) => keepsLimits(c.problem, path))
    const cells = c.reach[0]!.map((F) => [...F.map((f, k) => f - (k ? F[k - 1]! : 0)), 1 - F[n - 1]!])
    const visit = (i: number, known: number[]): number => {
      if (i < cells.length) return cells[i]!.reduce((s, p, k) => (p === 0 ? s : s + p * visit(i + 1, [...known, k])), 0)
      const indicator = known.map((cell) => c.problem.sizes.map((_N, k) => (k >= cell ? 1 : 0)))
      const certain: PathProblem = {
        ...c.problem,
        targets: c.problem.targets.map((t, j) => ({ ...t, probability: indicator[j]! })),
        all: c.problem.sizes.map((_N, k) => (known.every((cell) => k >= cell) ? 1 : 0))
      }
      return Math.max(...paths.map((path) => pathValue(certain, path).expected))
    }
    return visit(0, [])
  }
  it('is the mean best path with every threshold known', () => {
    fc.assert(
      fc.property(pathCase(), (c) => {
        fc.pre(c.weights.length === 1)
        const found = solvePath(c.problem)
        const exact = withKnownThresholds(c)
        const lnX = c.problem.targets.map(() => c.problem.sizes)
        const list = c.problem.targets.map(() => beliefs[0]!.belief)
        const { bound, error } = gateBound(c.problem, found, { beliefs: list, lnX, rho: 0 }, 7, 2048)!
        const scale = c.problem.usdWithoutData.at(-1)! + c.problem.dataUsd.at(-1)!
        // Cases rarer than one in 2048 draws may not be seen at all.
        expect(Math.abs(bound - exact)).toBeLessThan(5 * error + 0.02 * scale)
      }),
      { numRuns: 60 }
    )
  }, 30000)
  it('is never below the value of the path, is the same for the same seed, and hardly depends on it', () => {
    const problem = problemAt(grid(200))
    const found = solvePath(problem)
    const first = gateBound(problem, found, thresholds(problem), 1)!
    expect(first.bound).toBeGreaterThan(found.value)
    expect(gateBound(problem, found, thresholds(problem), 1)).toEqual(first)
    const second = gateBound(problem, found, thresholds(problem), 99)!
    expect(Math.abs(second.bound - first.bound)).toBeLessThan(4 * (first.error + second.error))
  })
  it('stays at or above the value of the path under limits, must-targets and yearly benefits', () => {
    fc.assert(
      fc.property(pathCase({ limits: true, must: true, yearly: true }), (c) => {
        const found = solvePath(c.problem)
        const list = c.problem.targets.map(() => beliefs[0]!.belief)
        const { bound } = gateBound(c.problem, found, { beliefs: list, lnX: c.problem.targets.map(() => c.problem.sizes), rho: 0 }, 3, 64)!
        expect(bound).toBeGreaterThanOrEqual(found.value)
      }),
      { numRuns: 60 }
    )
  })
})
