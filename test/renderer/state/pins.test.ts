import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { solvePin } from '../../../src/main/engine/planner/pin'
import { FIRST_WAYS, waysOf } from '../../../src/renderer/src/state/pins'
import { PINNABLE } from '../../../src/shared/plan/outcomes'
import { planSchema } from '../../../src/shared/plan/schema'

const plan = planSchema.parse({
  targets: [
    { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
    { id: 'maths', critical: { low: 70e9, high: 100e9 }, benefit: { kind: 'usd', value: 8e6 } }
  ],
  limits: { budgetUsd: 6e6, deadlineDays: 60 }
})
const ids = (quantity: (typeof PINNABLE)[number]): string[] => waysOf(plan, quantity).flatMap(({ inputs }) => inputs.map(({ id }) => id))

describe('what may give way to a pin', () => {
  it.each(PINNABLE)('%s: the usual inputs first, each input once, none without a value', (quantity) => {
    const offered = ids(quantity)
    expect(offered.slice(0, FIRST_WAYS[quantity].length)).toEqual(FIRST_WAYS[quantity])
    expect(new Set(offered).size).toBe(offered.length)
    for (const gone of ['computeLimit', 'uniqueTokens', 'priorityHigh', 'gramsCo2PerKwh']) expect(offered).not.toContain(gone)
  })

  it('offers everything that a run depends on for a run, limits and other targets for the path only', () => {
    for (const id of ['critical@code', 'steepness@code', 'uptime', 'peak', 'flopPerParameterToken', 'fixedDays']) expect(ids('run.days')).toContain(id)
    for (const id of ['price', 'dataPrice', 'people']) expect(ids('run.usd')).toContain(id)
    for (const id of ['critical@maths', 'confidence', 'benefit@code']) {
      expect(ids('run.days')).not.toContain(id)
      expect(ids('path.all')).toContain(id)
    }
  })

  it.each(['run.N', 'run.D', 'run.C', 'run.days'] as const)('offers nothing for %s that the engine finds without effect on it', (quantity) => {
    const run = evaluate(plan, { today: '2026-11-25', models: [] }, { audit: false }).targets[0]!.required!
    const value = { 'run.N': run.N, 'run.D': run.D, 'run.C': run.C, 'run.days': run.days }[quantity] * 1.02
    // The usual ones are there for targets on the other axis too, where the ratio does move the size.
    const beyond = ids(quantity).slice(FIRST_WAYS[quantity].length)
    expect(beyond.length).toBeGreaterThan(2)
    for (const vary of beyond) expect(solvePin(plan, { quantity, value, vary }).reason, vary).not.toBe('notDefined')
  })
})
