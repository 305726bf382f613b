/** A piece of a simulation as a task: plain data in and out. */
import { isNoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawRequest } from '../draws/drawPlan'
import { modelOf, type ModelSpec } from './models'
import type { Work } from './pass'
import { simulateBlocks, type Simulated } from './simulateBlocks'

export interface SimulationTask {
  model: ModelSpec
  request: DrawRequest
  work: Work
}

/** The layout follows from the request, so that a worker works on exactly the blocks that another one would. */
export function simulationTask({ model: spec, request, work }: SimulationTask): Simulated {
  const model = modelOf(spec)
  const plan = drawPlanOf(request, model.inputs.length)
  if (isNoAnswer(plan)) throw new Error(plan.detail)
  return simulateBlocks(model, plan, work.blocks, work.grids)
}

/** The memory of a result: a plan's has hundreds of kilobytes, which to copy would take as long as some pieces. */
export const buffersOf = ({ tallies }: Simulated): ArrayBuffer[] => [
  ...new Set(tallies.flatMap((each) => (each === null ? [] : [each.counts.buffer, each.values.buffer])))
]
