import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { inlineTasks } from '../../../src/main/workers/inline'
import { simulateApi } from '../../../src/main/api/simulate'
import { explainedRange, pathRange, runRange, type SimulatedOf } from '../../../src/renderer/src/state/ranges'
import { simulateContract, type Simulated } from '../../../src/shared/contract/simulate'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'

const certain: PlanInput = {
  targets: [{ id: 'a', critical: { low: 8e9, high: 20e9 }, benefit: { kind: 'usd', value: 5e7 } }],
  costs: { pricePerHourUsd: { low: 2, high: 4 } }
}
const about = (input: string): PlanInput => ({ ...certain, beliefs: [{ input, distribution: { kind: 'interval', low: 0.8, high: 0.95 } }] })
const outcomeOf = (plan: PlanInput) => evaluate(planSchema.parse(plan), { today: '2026-11-25', models: [] }, { audit: false })

async function simulated(plan: PlanInput): Promise<SimulatedOf> {
  const input = { plan, draws: 20_000 }
  const parsed = simulateContract['planner.simulate'].input.parse(input)
  const answer = await simulateApi(inlineTasks)['planner.simulate'](parsed, { signal: new AbortController().signal, emit: () => undefined }, input)
  return { of: outcomeOf(plan), simulated: answer as Simulated, asked: 20_000 }
}

describe('the range beside a number', () => {
  it('is by quadrature where the answer has it over everything that is believed', () => {
    const outcome = outcomeOf(certain)
    expect(runRange(outcome, null, 'a', 'usd')).toEqual({ p5: outcome.targets[0]!.interval!.usd.p5, p95: outcome.targets[0]!.interval!.usd.p95, draws: null })
  })

  it('agrees with the draws, which come with the error of both ends', async () => {
    const simulation = await simulated(certain)
    const drawn = simulation.simulated.targets[0]!.usd
    const exact = runRange(simulation.of, simulation, 'a', 'usd')!
    expect(Math.abs(drawn[0]!.value! - exact.p5)).toBeLessThan(4.5 * drawn[0]!.standardError! + 1e-3 * exact.p5)
    expect(pathRange(simulation.of, simulation, 'path.usd')?.draws).toMatchObject({ n: simulation.simulated.draws })
  })

  it('belongs to no other answer, and to no target or number that there is not', async () => {
    const simulation = await simulated(certain)
    expect(pathRange(outcomeOf(certain), simulation, 'path.usd')).toBeNull()
    expect(runRange(simulation.of, simulation, 'gone', 'N')).toBeNull()
    expect(pathRange(simulation.of, simulation, 'path.points')).toBeNull()
    expect(explainedRange(simulation.of, simulation, 'run.usd', { rung: 0 })).toBeUndefined()
    expect(explainedRange(simulation.of, simulation, 'target.roi', {})).toBeUndefined()
    expect(explainedRange(simulation.of, simulation, 'path.value.expected', {})?.draws).not.toBeNull()
  })

  it('stays by quadrature when what is believed moves no run', () => {
    const outcome = outcomeOf(about('benefit@a'))
    expect(runRange(outcome, null, 'a', 'usd')?.draws).toBeNull()
  })

  it('comes from draws where something else is believed: not before they are there, and then over everything', async () => {
    const plan = about('uptime')
    expect(runRange(outcomeOf(plan), null, 'a', 'days')).toBeNull()
    const simulation = await simulated(plan)
    const range = runRange(simulation.of, simulation, 'a', 'days')!
    expect(range.draws).toMatchObject({ n: simulation.simulated.draws })
    const alone = runRange(outcomeOf(certain), null, 'a', 'days')!
    expect(range.p95 / range.p5).toBeGreaterThan(alone.p95 / alone.p5)
    expect(runRange(simulation.of, simulation, 'a', 'N')?.draws).not.toBeNull()
  })
})
