/** planner.simulate and planner.samples of the contract: on all workers, with a rough answer at once. */
import { isNoAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { drawPlanOf } from '../engine/uncertainty/draws/drawPlan'
import { simulate } from '../engine/uncertainty/monteCarlo/simulation'
import { simulatedOf } from '../engine/uncertainty/plan/answer'
import { planModel } from '../engine/uncertainty/plan/planModel'
import { questionOf } from '../engine/uncertainty/plan/question'
import { simulateOnWorkers } from '../workers/simulate'
import type { TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'

/** Few enough to be there before a worker has started. */
const ROUGH_DRAWS = 2048

export const simulateApi = (tasks: TaskRunner): Pick<Api, 'planner.simulate' | 'planner.samples'> => ({
  'planner.simulate': async ({ plan, draws, method, seed = plan.seed, percentiles }, { signal, emit }, given) => {
    const { nothing, notes, ...parameters } = questionOf(plan)
    const made = planModel(parameters)
    if (isNoAnswer(made)) return made
    const request = { method, draws, seed, probabilities: [...new Set(percentiles)].sort((a, b) => a - b) }
    const warnings = [...defaultNotes(given.plan, plan), ...notes]
    const drawPlan = drawPlanOf(request, made.model.inputs.length)
    if (isNoAnswer(drawPlan)) return drawPlan
    const asked = { path: parameters.path, nothing, method, seed, of: drawPlan.draws, warnings }
    if (draws > ROUGH_DRAWS) {
      const rough = simulate(made.model, { ...request, draws: ROUGH_DRAWS })
      if (isNoAnswer(rough)) return rough
      emit(simulatedOf(made, rough.summary(), asked))
    }
    const simulation = await simulateOnWorkers(tasks, { kind: 'plan', parameters }, request, {
      signal,
      emit: (summary) => emit(simulatedOf(made, summary, asked))
    })
    return isNoAnswer(simulation) ? simulation : simulatedOf(made, simulation.summary(), asked)
  },
  'planner.samples': async ({ plan, draws, method, seed = plan.seed }, context) => {
    const { plan: solved, path } = questionOf(plan)
    const csv = await tasks.run('samples', { parameters: { plan: solved, path }, request: { method, draws, seed } }, context)
    if (isNoAnswer(csv)) return csv
    return { fileName: 'samples.csv', mediaType: 'text/csv', base64: Buffer.from(csv, 'utf8').toString('base64') }
  }
})
