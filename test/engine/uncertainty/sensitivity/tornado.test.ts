/** Bars of a tornado: where inputs are moved to, and what cannot be otherwise. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomesOf } from '../../../../src/main/engine/planner/outcomes'
import { questionOf } from '../../../../src/main/engine/uncertainty/plan/question'
import { uncertainInputs } from '../../../../src/main/engine/uncertainty/plan/uncertainInputs'
import { exactInputs, movedInputs, type MovedInput } from '../../../../src/main/engine/uncertainty/sensitivity/movedInputs'
import { longestFirst, tornadoBar } from '../../../../src/main/engine/uncertainty/sensitivity/tornado'
import type { TornadoBar } from '../../../../src/shared/contract/sensitivity'
import { isNoAnswer } from '../../../../src/shared/notes'
import type { OutcomeId } from '../../../../src/shared/plan/outcomes'
import type { Plan, PlanInput } from '../../../../src/shared/plan/schema'
import { randomPlan } from '../../../shared/plan/randomPlan'
import { planOf } from '../../plans'

const RANGE = { low: 0.05, high: 0.95 }
const target = { id: 'a', critical: { low: 10e9, high: 40e9 }, benefit: { kind: 'usd', value: 2e7 } } as const satisfies PlanInput['targets'][number]
const moved = (plan: Plan, id: string): MovedInput => movedInputs(plan, { range: RANGE }).find(({ input }) => input.id === id)!
const ends = (plan: Plan, id: string): number[] => [moved(plan, id).low, moved(plan, id).high]

function bars(plan: Plan, quantity: OutcomeId): TornadoBar[] {
  const { path, nothing, plan: solved } = questionOf(plan)
  return movedInputs(solved, { range: RANGE }).map((input) => tornadoBar({ plan: solved, quantity, path, nothing }, input))
}

describe('an input that is believed', () => {
  it('is known to be at the ends that were typed, and the others stay believed', () => {
    const plan = planOf({ targets: [target], costs: { pricePerHourUsd: { low: 2, high: 3 } }, cluster: { mfu: { low: 0.3, high: 0.5 } } })
    expect(movedInputs(plan, { range: RANGE }).map(({ input }) => input.id)).toEqual(['price', 'mfu', 'critical@a'])
    expect(ends(plan, 'price')).toEqual([2, 3])
    expect(ends(plan, 'mfu')).toEqual([0.3, 0.5])
    expect(ends(plan, 'critical@a')).toEqual([10e9, 40e9])
    const there = moved(plan, 'price').at(3)
    expect(there.costs.pricePerHourUsd).toBe(3)
    expect(there.cluster.mfu).toEqual({ low: 0.3, high: 0.5 })
  })
  it('an open range ends at three times its lower end', () => {
    const open = planOf({ targets: [{ ...target, critical: { low: 100e9, high: null } }] })
    expect(ends(open, 'critical@a')).toEqual([100e9, 300e9])
  })
  it('a single ticked entry is known as it is written, with its meaning and its date; of several the link’s own scale is', () => {
    const entry = { critical: { low: 20e9, high: 30e9 }, means: 'p50', date: '2022' } as const
    const single = planOf({ targets: [{ ...target, entries: [entry] }], decision: { progress: { halvingMonths: 8 } } })
    expect(ends(single, 'critical@a')).toEqual([20e9, 30e9])
    // The required size at a known end is that of the entry's own belief made exact there.
    const exact = planOf({ targets: [{ ...target, entries: [{ ...entry, critical: 20e9 }] }], decision: { progress: { halvingMonths: 8 } } })
    expect(outcomesOf(moved(single, 'critical@a').at(20e9))('run.N')).toBeCloseTo(outcomesOf(exact)('run.N') as number, -1)
    const mixture = planOf({ targets: [{ ...target, link: 'step', entries: [{ critical: 20e9 }, { critical: 90e9 }] }] })
    expect(ends(mixture, 'critical@a').map((c) => c / 1e9)).toEqual([expect.closeTo(20, 9), expect.closeTo(90, 9)])
    expect(outcomesOf(moved(mixture, 'critical@a').at(20e9))('run.N')).toBeCloseTo(20e9, -1)
  })
  it('a point is no bar, and an end stops at the bound of what the input may be and says so; whole numbers stay whole', () => {
    const plan = planOf({
      targets: [target],
      beliefs: [{ input: 'uptime', distribution: { kind: 'point', value: 1 } }]
    })
    const accelerators = movedInputs(plan, { share: 0.2 }).find(({ input }) => input.id === 'accelerators')!
    expect([accelerators.low, accelerators.high]).toEqual([819, 1229])
    const bar = bars(plan, 'run.days').find(({ input }) => input === 'uptime')!
    expect([bar.at, bar.length, bar.chosen]).toEqual([{ low: 1, high: 1 }, 0, false])
    expect(movedInputs(plan, { share: 0.2 }).find(({ input }) => input.id === 'mfu')!.stopped).toEqual({ low: false, high: false })
    const sure = planOf({ targets: [target], cluster: { mfu: 0.9 } })
    const { low, high, stopped } = movedInputs(sure, { share: 0.2 }).find(({ input }) => input.id === 'mfu')!
    expect([low, high, stopped]).toEqual([0.9 * 0.8, 1, { low: false, high: true }])
  })
})

describe('an input that is exact', () => {
  it('moves by 20 %, a chance by its odds; the wanted probability counts once, and what is 0 or open is not moved', () => {
    const plan = planOf({ targets: [{ ...target, critical: 10e9, entries: [{ critical: 20e9 }], wanted: 0.8 }] })
    const uncertain = uncertainInputs(plan)
    if (isNoAnswer(uncertain)) throw new Error(uncertain.detail)
    expect(uncertain).toEqual([])
    const { moved: all, atZero } = exactInputs(plan, uncertain, 0.2)
    const of = (id: string) => all.find(({ input }) => input.id === id)
    expect([of('price')!.low, of('price')!.high]).toEqual([3.95 * 0.8, 3.95 * 1.2])
    expect(of('wanted@a')!.high).toBeCloseTo(4.8 / 5.8, 12)
    expect(of('critical@a')!.low).toBe(16e9)
    expect(of('critical@a')!.at(16e9).targets[0]).toMatchObject({ critical: 16e9, entries: [] })
    expect(of('wanted') ?? of('budget')).toBeUndefined()
    expect(atZero).toContain('dataPrice')
  })
})

describe('bars', () => {
  it('the path chosen anew is worth at least as much as the held one wherever that keeps the limits (random plans)', () => {
    let compared = 0
    fc.assert(
      fc.property(randomPlan, (random) => {
        const plan = { ...random, pin: null, targets: random.targets.slice(0, 2) }
        for (const { low, high, held, keepsLimits } of bars(plan, 'path.value'))
          for (const [best, kept, keeps] of [[low, held!.low, keepsLimits!.low] as const, [high, held!.high, keepsLimits!.high] as const])
            if (best !== null && kept !== null && keeps) {
              compared++
              expect(best).toBeGreaterThanOrEqual(kept - 1e-9 * Math.abs(kept))
            }
      }),
      { numRuns: 25 }
    )
    expect(compared).toBeGreaterThan(10)
  })
  it('an outcome of a single run has no held path, and an end without a value comes first with its reason', () => {
    const plan = planOf({
      targets: [{ ...target, ceiling: 0.9 }],
      cluster: { mfu: { low: 0.3, high: 0.5 } },
      beliefs: [{ input: 'ceiling@a', distribution: { kind: 'uniform', low: 0.75, high: 0.95 } }]
    })
    const sorted = longestFirst(bars(plan, 'run.days'))
    expect(sorted.map(({ input }) => input)).toEqual(['ceiling@a', 'critical@a', 'mfu'])
    expect(sorted[0]).toMatchObject({ low: null, length: null, held: null, keepsLimits: null, reasons: { low: { code: 'wanted-above-ceiling' }, high: null } })
  })
  it('a value that the plan cannot have is an end without a value, with the problem', () => {
    const plan = planOf({
      targets: [{ ...target, floor: 0.3, ceiling: 0.9 }],
      beliefs: [{ input: 'floor@a', distribution: { kind: 'uniform', low: 0.2, high: 0.99 } }]
    })
    const [bar] = bars(plan, 'path.value').filter(({ input }) => input === 'floor@a')
    expect(bar).toMatchObject({ high: null, reasons: { low: null, high: { code: 'sensitivity-refused' } } })
  })
  it('when nothing is run today, nothing is held', () => {
    const plan = planOf({ targets: [{ ...target, benefit: { kind: 'usd', value: 1e5 } }], cluster: { mfu: { low: 0.3, high: 0.5 } } })
    const [bar] = bars(plan, 'path.value').filter(({ input }) => input === 'critical@a')
    expect(bar!.held).toEqual({ low: 0, high: 0 })
    expect(bars(plan, 'path.usd')[0]!.heldReasons.low).toMatchObject({ code: 'nothing-pays' })
  })
  it('a pinned input that gives way is solved for first', () => {
    const plan = planOf({ targets: [target], cluster: { mfu: { low: 0.3, high: 0.5 } }, pin: { quantity: 'run.days', value: 30, vary: 'accelerators' } })
    const { plan: solved } = questionOf(plan)
    expect(solved.cluster.accelerators).not.toBe(plan.cluster.accelerators)
    expect(bars(plan, 'run.days').map(({ input }) => input)).toEqual(['mfu', 'critical@a'])
  })
})
