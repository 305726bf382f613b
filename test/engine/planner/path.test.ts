import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solvePath } from '../../../src/main/engine/planner/pathSolver'
import { pathValue } from '../../../src/main/engine/planner/pathValue'
import type { PathProblem } from '../../../src/main/engine/planner/problem'
import { everyPath, exhaustive, keepsLimits, pathCase, simulate } from './pathCases'

/** Exhaustive search takes its time on a busy machine, ms. */
const SLOW = 60_000
const scaleOf = (problem: PathProblem) => problem.usdWithoutData.at(-1)! + problem.dataUsd.at(-1)!

describe('the value of a path', () => {
  it(
    'is the mean over every case of the thresholds, with gates and without',
    () => {
      fc.assert(
        fc.property(pathCase({ yearly: true }), fc.nat(), (c, bits) => {
          const paths = everyPath(c.problem.sizes.length)
          const path = paths[bits % paths.length]!
          const value = pathValue(c.problem, path)
          expect(Math.abs(value.expected - simulate(c, path, true))).toBeLessThan(1e-10 * scaleOf(c.problem))
          expect(Math.abs(value.committed - simulate(c, path, false))).toBeLessThan(1e-10 * scaleOf(c.problem))
        }),
        { numRuns: 80 }
      )
    },
    SLOW
  )
})

describe('the path solver', () => {
  const shapes = {
    'without limits': {},
    'with yearly benefits': { yearly: true },
    'under limits': { limits: true },
    'under limits with yearly benefits': { limits: true, yearly: true },
    'with must-targets': { must: true },
    'with must-targets under limits': { must: true, limits: true },
    'with must-targets under limits and yearly benefits': { must: true, limits: true, yearly: true }
  }
  it.each(Object.entries(shapes))(
    'finds the best of all paths %s',
    (_name, shape) => {
      fc.assert(
        fc.property(pathCase(shape), (c) => {
          const best = exhaustive(c)
          const found = solvePath(c.problem)
          if (best === null) {
            expect(found.status).toBe('infeasible')
            return
          }
          expect(Math.abs(found.value - best)).toBeLessThan(1e-9 * scaleOf(c.problem))
          expect(found.status).toBe(found.path.length ? 'path' : 'nothing')
          if (found.path.length) expect(keepsLimits(c.problem, found.path)).toBe(true)
        }),
        { numRuns: 80 }
      )
    },
    SLOW
  )
  it.each([{}, { must: true }, { limits: true }, { limits: true, must: true }])(
    'finds most points, then least expected cost, not discounted %j',
    (shape) => {
      fc.assert(
        fc.property(pathCase({ ...shape, objective: 'points' }), (c) => {
          const undiscounted = { ...c, problem: { ...c.problem, discountRate: 0 } }
          const points = (path: number[]) => c.problem.targets.reduce((s, t) => s + t.points * t.probability[path.at(-1)!]!, 0)
          const allowed = everyPath(c.problem.sizes.length).filter((path) => path.length && keepsLimits(c.problem, path))
          const found = solvePath(c.problem)
          if (allowed.length === 0) {
            expect(found.path).toEqual([])
            return
          }
          const most = Math.max(...allowed.map(points))
          const cost = Math.min(...allowed.filter((path) => points(path) >= most * (1 - 1e-12)).map((path) => -simulate(undiscounted, path, true)))
          expect(found.value).toBeCloseTo(most, 10)
          expect(pathValue(undiscounted.problem, found.path).expectedCost).toBeCloseTo(cost, 8)
        }),
        { numRuns: 60 }
      )
    },
    SLOW
  )
})

describe('the invariants of the planning model', () => {
  const value = (problem: PathProblem) => solvePath(problem).value
  const rounding = (problem: PathProblem) => 1e-9 * scaleOf(problem)
  it('never loses value when a limit is loosened', () => {
    fc.assert(
      fc.property(pathCase({ limits: true, yearly: true }), fc.double({ min: 1, max: 3, noNaN: true }), ({ problem }, factor) => {
        const looser: PathProblem[] = [
          { ...problem, budgetUsd: problem.budgetUsd && problem.budgetUsd * factor },
          { ...problem, budgetUsd: null },
          { ...problem, deadlineYears: problem.deadlineYears && problem.deadlineYears * factor },
          { ...problem, step: problem.step && { ...problem.step, factor: problem.step.factor * factor } },
          { ...problem, forbidden: problem.forbidden.map((bits) => bits & 3) }
        ]
        for (const other of looser) expect(value(other)).toBeGreaterThanOrEqual(value(problem) - rounding(problem))
      })
    )
  })
  it('never loses value when a benefit grows or a price falls', () => {
    fc.assert(
      fc.property(pathCase({ limits: true, yearly: true }), fc.double({ min: 1, max: 3, noNaN: true }), ({ problem }, factor) => {
        const dearer = problem.targets.map((t, i) => (i === 0 ? { ...t, once: t.once * factor, perYear: t.perYear * factor } : t))
        const cheaper = {
          usdWithoutData: problem.usdWithoutData.map((c) => c / factor),
          usdWithoutDataAtConfidence: problem.usdWithoutDataAtConfidence.map((c) => c / factor)
        }
        expect(value({ ...problem, targets: dearer })).toBeGreaterThanOrEqual(value(problem) - rounding(problem))
        expect(value({ ...problem, ...cheaper })).toBeGreaterThanOrEqual(value(problem) - rounding(problem))
      })
    )
  })
  it('is worth at least as much with gates as committed', () => {
    fc.assert(
      fc.property(pathCase({ yearly: true }), fc.nat(), ({ problem }, bits) => {
        const paths = everyPath(problem.sizes.length)
        const { expected, committed } = pathValue(problem, paths[bits % paths.length]!)
        expect(expected).toBeGreaterThanOrEqual(committed - rounding(problem))
      })
    )
  })
  it('does not let the correlation, which enters through H alone, change the committed value', () => {
    fc.assert(
      fc.property(pathCase({ yearly: true }), ({ problem }) => {
        const path = problem.sizes.reduce<number[]>((list, _N, k) => [...list, k], [])
        const other = { ...problem, all: problem.all.map((h) => h * h) }
        expect(pathValue(other, path).committed).toBe(pathValue(problem, path).committed)
        expect(pathValue(other, path).expected).not.toBe(pathValue(problem, path).expected)
      })
    )
  })
  it('does not depend on the order of the targets', () => {
    fc.assert(
      fc.property(pathCase({ limits: true, yearly: true, must: true }), ({ problem }) => {
        const other = solvePath({ ...problem, targets: [...problem.targets].reverse() })
        const found = solvePath(problem)
        expect(other.status).toBe(found.status)
        expect(Math.abs(other.value - found.value)).toBeLessThan(rounding(problem))
      })
    )
  })
  it('runs the required size alone, or nothing, for one target with a known threshold', () => {
    fc.assert(
      fc.property(pathCase(), fc.double({ min: 0, max: 1, noNaN: true }), ({ problem }, share) => {
        const n = problem.sizes.length
        const required = Math.floor(share * (n - 1))
        const known = problem.sizes.map((_N, k) => (k >= required ? 1 : 0))
        const worth = 2 * problem.usdWithoutData[required]! * share
        const one: PathProblem = {
          ...problem,
          discountRate: 0,
          all: known,
          targets: [{ ...problem.targets[0]!, probability: known, once: worth }],
          kept: new Float64Array(n).fill(1)
        }
        const gain = worth - problem.usdWithoutData[required]! - problem.dataUsd[required]!
        const found = solvePath(one)
        expect(found.path).toEqual(gain > 0 ? [required] : [])
        expect(found.value).toBeCloseTo(Math.max(0, gain), 9)
      })
    )
  })
})
