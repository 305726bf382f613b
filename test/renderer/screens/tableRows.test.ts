import { describe, expect, it } from 'vitest'
import { rowsOf, sizeScale, sorted, type Sorting } from '../../../src/renderer/src/screens/answer/tableRows'
import type { Outcome } from '../../../src/shared/outcome'
import { evaluate } from '../../../src/main/engine/evaluate'
import { planSchema } from '../../../src/shared/plan/schema'

/** Three targets whose sizes are in another order than the plan's. */
const outcome = evaluate(
  planSchema.parse({
    targets: [
      { id: 'maths', critical: { low: 70e9, high: 100e9 }, benefit: { kind: 'usd', value: 8e6 } },
      { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 2e6 } },
      { id: 'steps', critical: { low: 100e9, high: 170e9 }, benefit: { kind: 'usd', value: 9e6 } }
    ]
  }),
  { today: '2026-11-22', models: [] }
)
const compare = new Intl.Collator('en').compare
const ids = (of: Outcome, sorting: Sorting | null): string[] => sorted(rowsOf(of), sorting, (row) => row.target.id, compare).map((row) => row.target.id)

describe('the rows of the capability table', () => {
  it('stand in the plan’s own order until something is sorted by', () => {
    expect(ids(outcome, null)).toEqual(outcome.plan.targets.map((t) => t.id))
  })

  it('are sorted by cost either way', () => {
    const cost = (id: string): number => outcome.targets.find((t) => t.id === id)?.required?.usd ?? NaN
    const up = ids(outcome, { column: 'cost', descending: false })
    expect(up.map(cost)).toEqual(up.map(cost).toSorted((a, b) => a - b))
    expect(ids(outcome, { column: 'cost', descending: true })).toEqual(up.toReversed())
  })

  it('put a target that no size reaches last, whichever way', () => {
    const [first, ...rest] = outcome.targets
    const never: Outcome = { ...outcome, targets: [{ ...first!, required: null }, ...rest] }
    for (const descending of [false, true]) expect(ids(never, { column: 'N', descending }).at(-1)).toBe(first!.id)
  })
})

describe('the scale of required sizes', () => {
  const rangeOf = (id: string) => outcome.targets.find((target) => target.id === id)?.interval?.N ?? null

  it('keeps every size and range between its ends, in their order', () => {
    const scale = sizeScale(outcome, rangeOf)!
    for (const { required, interval } of outcome.targets) {
      const places = [interval?.N.p5, required?.N, interval?.N.p95].flatMap((n) => (n === undefined ? [] : [scale.at(n)]))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const at of places) expect(at).toBeGreaterThanOrEqual(0)
      for (const at of places) expect(at).toBeLessThanOrEqual(1)
    }
  })

  it('draws the limit that allows the smallest size, but neither data nor the largest step', () => {
    const biggest = Math.max(...outcome.targets.map((t) => t.required?.N ?? 0))
    const limits: Outcome['limits'] = [
      { limit: 'step', has: 10, maxN: biggest / 4 },
      { limit: 'data', has: 1e12, maxN: biggest / 3 },
      { limit: 'deadline', has: 60, maxN: biggest },
      { limit: 'budget', has: 5e6, maxN: biggest / 2 }
    ]
    expect(sizeScale({ ...outcome, limits }, rangeOf)?.limit?.limit).toBe('budget')
  })

  it('leaves out a limit that is far from every size', () => {
    expect(sizeScale({ ...outcome, limits: [{ limit: 'budget', has: 1e12, maxN: 1e20 }] }, rangeOf)?.limit).toBeNull()
  })

  it('has no scale when no target has a size', () => {
    expect(sizeScale({ ...outcome, targets: outcome.targets.map((t) => ({ ...t, required: null, interval: null })) }, () => null)).toBeNull()
  })
})
