import { beforeEach, describe, expect, it, vi } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { frontierOf } from '../../../src/main/engine/planner/frontier'
import { settingOf } from '../../../src/main/engine/planner/setting'
import type { Input } from '../../../src/shared/contract'
import { planSchema, type Plan } from '../../../src/shared/plan/schema'

const environment = { today: '2026-11-25', models: [] }
/** Calls that wait for their answer, in order. */
const host = vi.hoisted(() => ({ calls: [] as { procedure: string; input: object; answer: () => void; fail: () => void }[] }))
vi.mock('../../../src/renderer/src/state/host', () => ({
  CallRefused: class extends Error {},
  call: (procedure: string, input: Input<'planner.evaluate'>) =>
    new Promise((resolve, reject) =>
      host.calls.push({
        procedure,
        input,
        answer: () => {
          const plan = planSchema.parse(input.plan)
          resolve(procedure === 'planner.frontier' ? { ...frontierOf(settingOf(plan)), points: [] } : evaluate(plan, environment, input))
        },
        fail: () => reject(new Error('gone'))
      })
    )
}))

const { outcomes } = await import('../../../src/renderer/src/state/outcome.svelte')

const planWith = (budgetUsd: number): Plan =>
  planSchema.parse({ targets: [{ id: 'a', critical: { low: 1e10, high: 3e10 }, benefit: { kind: 'usd', value: 1e7 } }], limits: { budgetUsd } })
const [first, second, third] = [planWith(1e6), planWith(2e6), planWith(3e6)]
/** Answers the oldest call of a procedure, and lets what follows from it happen. */
const answer = async (procedure: string, how: 'answer' | 'fail' = 'answer'): Promise<void> => {
  const at = host.calls.findIndex((each) => each.procedure === procedure)
  host.calls.splice(at, 1)[0]![how]()
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
const asked = (): string[] => host.calls.map(({ procedure }) => procedure)

describe('the answer to the plan on screen', () => {
  const frames: (() => void)[] = []
  const frame = (): void => frames.splice(0).forEach((run) => run())

  beforeEach(async () => {
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
    frame()
    host.calls.length = 0
    outcomes.begin(first, first)
    await answer('planner.evaluate')
    await answer('planner.evaluate')
    frame()
    return () => {
      vi.useRealTimers()
      vi.unstubAllGlobals()
    }
  })

  it('comes whole when a document is opened', () => {
    expect(outcomes.pictured?.of).toBe(outcomes.current)
    expect(outcomes.pictured?.outcome).toBe(outcomes.current)
    expect(outcomes.current?.frontier).toEqual(evaluate(first, environment).frontier)
    expect(asked()).toEqual([])
  })

  it('comes without its frontier while inputs move, which follows by itself and is that of the same plan', async () => {
    outcomes.ask(second)
    await answer('planner.evaluate')
    expect(outcomes.current?.plan).toEqual(second)
    expect(outcomes.current?.frontier.x).toEqual([])
    expect(outcomes.pictured?.outcome.plan, 'the figure shows the answer before').toEqual(first)
    expect(asked()).toEqual(['planner.frontier'])
    await answer('planner.frontier')
    expect(outcomes.pictured?.of).toBe(outcomes.current)
    expect(outcomes.pictured?.outcome).toMatchObject({ ...outcomes.current, frontier: evaluate(second, environment).frontier })
  })

  it('does not ask for the frontier of each of many moves: the newest waits for the one on its way', async () => {
    for (const plan of [second, third, first]) {
      outcomes.ask(plan)
      frame()
      await answer('planner.evaluate')
    }
    expect(asked()).toEqual(['planner.frontier'])
    await answer('planner.frontier')
    await answer('planner.frontier')
    expect(asked()).toEqual([])
    expect(outcomes.pictured?.of).toBe(outcomes.current)
    expect(outcomes.current?.plan).toEqual(first)
  })

  it('stands without its frontier when that fails, and says why', async () => {
    outcomes.ask(second)
    await answer('planner.evaluate')
    await answer('planner.frontier', 'fail')
    expect(outcomes.current?.plan).toEqual(second)
    expect(outcomes.pictured?.outcome.plan).toEqual(first)
    expect(outcomes.problem?.message).toContain('gone')
  })
})
