/** What a plan's simulation says, from the summary of its outputs. */
import type { EstimateOut, Simulated } from '../../../../shared/contract/simulate'
import type { Note } from '../../../../shared/notes'
import { nameOf } from '../../planner/requiredSize'
import { runAt } from '../../run'
import type { SimulationSummary } from '../monteCarlo/simulation'
import type { OutputSummary } from '../monteCarlo/summary'
import type { PlanModel } from './planModel'

export interface Asked {
  /** N of the rungs that are held. */
  path: readonly number[]
  /** Why nothing is run. */
  nothing: Note | null
  method: Simulated['method']
  seed: number
  /** Draws that there will be. */
  of: number
  warnings: readonly Note[]
}

export function simulatedOf({ model, setting, places, notes, noMean }: PlanModel, { draws, outputs }: SimulationSummary, asked: Asked): Simulated {
  const output = (place: number): OutputSummary => outputs[place]!
  const chance = (place: number): EstimateOut => output(place).mean ?? { value: null, standardError: null }
  const percentiles = (place: number) => output(place).percentiles ?? []
  const spread = (place: number) => ({ mean: output(place).mean, percentiles: percentiles(place) })
  const { path } = places
  const paid = setting.objective === 'usd'
  return {
    draws,
    of: asked.of,
    method: asked.method,
    seed: asked.seed,
    drawn: model.inputs.map(({ name, shape }) => ({ input: name, p5: shape.quantile(0.05), p50: shape.quantile(0.5), p95: shape.quantile(0.95) })),
    targets: places.targets.map((of, i) => ({
      id: setting.plan.targets[i]!.id,
      capability: nameOf(setting.plan.targets[i]!),
      N: percentiles(of.N),
      D: percentiles(of.D),
      C: percentiles(of.C),
      usd: percentiles(of.usd),
      days: percentiles(of.days),
      reachedBy: of.reachedBy.map(chance),
      reached: of.reachedBy.length === 0 ? null : chance(of.reachedBy.at(-1)!)
    })),
    path: path && {
      rungs: asked.path.map((N, r) => {
        const { D, C } = runAt(setting.model, N)
        return { N, D, C, all: chance(path.allBy[r]!) }
      }),
      all: chance(path.allBy.at(-1)!),
      usd: spread(path.usd),
      days: spread(path.days),
      committedUsd: spread(path.committedUsd),
      committedDays: spread(path.committedDays),
      value: paid ? spread(path.value) : null,
      committedValue: paid ? spread(path.committedValue) : null,
      points: paid ? null : spread(path.points),
      withinBudget: path.withinBudget === null ? null : chance(path.withinBudget),
      withinDeadline: path.withinDeadline === null ? null : chance(path.withinDeadline),
      success: chance(path.success)
    },
    nothing: asked.nothing,
    noMean,
    warnings: [...asked.warnings, ...notes]
  }
}
