/** Switch points: what they say of their two sides is what the planner says there. */
import { describe, expect, it } from 'vitest'
import { planPath } from '../../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { movedInputs, type Move } from '../../../../src/main/engine/uncertainty/sensitivity/movedInputs'
import { switchPoints } from '../../../../src/main/engine/uncertainty/sensitivity/switchPoints'
import type { Plan } from '../../../../src/shared/plan/schema'
import { planOf } from '../../plans'

const NEARLY_ALL: Move = { range: { low: 0.01, high: 0.99 } }
const over = (plan: Plan, id: string, move: Move = NEARLY_ALL) => {
  const moved = movedInputs(plan, move).find(({ input }) => input.id === id)!
  return { moved, ...switchPoints({ plan, quantity: 'path.value', path: [], nothing: null }, moved) }
}
const plan = planOf({
  targets: [
    { id: 'a', critical: { low: 5e9, high: 12e9 }, benefit: { kind: 'usd', value: 3e6 } },
    { id: 'b', critical: { low: 20e9, high: 60e9 }, benefit: { kind: 'usd', value: 5e6 } }
  ],
  costs: { pricePerHourUsd: { low: 0.5, high: 12 } },
  limits: { budgetUsd: 4e6 },
  decision: { discountRate: 0.1 }
})

describe('switch points', () => {
  it('each differs in what it says between two values that differ by at most 1e-3, as the planner answers there', () => {
    const { points, moved, solved, cut } = over(plan, 'price')
    expect(points.length).toBeGreaterThanOrEqual(2)
    for (const { low, high, value, changes } of points) {
      expect(high.at - low.at).toBeLessThanOrEqual(1e-3 * high.at)
      expect(value).toBeGreaterThanOrEqual(low.at)
      expect(value).toBeLessThanOrEqual(high.at)
      for (const side of [low, high]) {
        const { path } = planPath(settingOf(moved.at(side.at)))
        expect(side.sizes).toEqual(path.rungs.map(({ run }) => run.N))
        expect(side.binding).toEqual(path.binding)
        expect(side.outcome).toBeCloseTo(path.value.expected!, 0)
      }
      expect(changes.includes('nothing')).toBe((low.sizes.length === 0) !== (high.sizes.length === 0))
      expect(changes.includes('rungs')).toBe(low.sizes.length !== high.sizes.length)
      expect(changes.includes('reached')).toBe(low.reached.join() !== high.reached.join())
      expect(changes.includes('binding')).toBe(low.binding.join() !== high.binding.join())
    }
    const values = points.map(({ value }) => value)
    expect([...values].sort((p, q) => p - q)).toEqual(values)
    expect(solved).toBeLessThanOrEqual(25 + 18 * points.length)
    expect(cut).toBe(false)
  })
  it('there are none where the recommendation stays, and none for an input that cannot move', () => {
    const cheap = planOf({
      targets: [{ id: 'a', link: 'step', critical: 1e9, benefit: { kind: 'usd', value: 1e9 } }],
      costs: { pricePerHourUsd: { low: 2, high: 3 } }
    })
    expect(over(cheap, 'price').points).toEqual([])
    const still = planOf({ ...cheap, beliefs: [{ input: 'uptime', distribution: { kind: 'point', value: 1 } }] })
    expect(over(still, 'uptime')).toMatchObject({ points: [], solved: 0 })
  })
  it('of a whole number lie between two neighbours', () => {
    // 1.2e22 FLOP at 40 % of 989.4e12 FLOP/s are 350.9 accelerator-days: 60 days need 5.85 accelerators.
    const many = planOf({
      targets: [{ id: 'a', link: 'step', critical: 10e9, benefit: { kind: 'usd', value: 1e8 } }],
      ratio: { kind: 'ratio', tokensPerParameter: 20 },
      cluster: { accelerators: 10 },
      limits: { deadlineDays: 60 }
    })
    const { points } = over(many, 'accelerators', { share: 0.9 })
    expect(points.filter(({ changes }) => changes.includes('nothing')).map(({ low, high }) => [low.at, high.at])).toEqual([[5, 6]])
    for (const { low, high } of points) expect(high.at - low.at).toBe(1)
  })
})
