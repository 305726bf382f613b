/** planner.simulate, planner.distribution and planner.samples of the contract: on all workers, with a rough answer at once. */
import type { ParsedInput } from '../../shared/contract'
import { isNoAnswer, type NoAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { kindOfOutcome } from '../../shared/plan/outcomes'
import { drawPlanOf } from '../engine/uncertainty/draws/drawPlan'
import { simulateInSteps, type SimulationRequest, type SimulationSummary } from '../engine/uncertainty/monteCarlo/simulation'
import { percentileSummary } from '../engine/uncertainty/monteCarlo/summary'
import { simulatedOf, type Asked } from '../engine/uncertainty/plan/answer'
import { outputOf } from '../engine/uncertainty/plan/outputOf'
import { planModel, type PlanModel } from '../engine/uncertainty/plan/planModel'
import { questionOf, type Question } from '../engine/uncertainty/plan/question'
import { lineOf } from '../engine/uncertainty/plan/spread'
import { betweenOthers } from '../workers/betweenOthers'
import { simulateOnWorkers } from '../workers/simulate'
import type { TaskRunner } from '../workers/taskRunner'
import type { Api, CallContext } from './implementation'
import { keptSimulations, simulationKey, type KeptSimulation } from './keptSimulations'

/** Few enough to be there before a worker has started. */
const ROUGH_DRAWS = 2048
const USUAL = [0.05, 0.25, 0.5, 0.75, 0.95]
const SPREAD = [0.05, 0.5, 0.95]

interface Posed {
  key: string
  question: Question
  made: PlanModel
  request: SimulationRequest
  /** Draws that there will be. */
  of: number
}

function pose({ plan, draws, method, seed = plan.seed }: Pick<ParsedInput<'planner.simulate'>, 'plan' | 'draws' | 'method' | 'seed'>, probabilities: number[]) {
  const question = questionOf(plan)
  const made = planModel({ plan: question.plan, path: question.path })
  if (isNoAnswer(made)) return made
  const request = { method, draws, seed, probabilities }
  const drawPlan = drawPlanOf(request, made.model.inputs.length)
  if (isNoAnswer(drawPlan)) return drawPlan
  return { key: simulationKey(plan, request), question, made, request, of: drawPlan.draws } satisfies Posed
}

export const simulateApi = (tasks: TaskRunner): Pick<Api, 'planner.simulate' | 'planner.distribution' | 'planner.samples'> => {
  const kept = keptSimulations()

  /** Draws on all workers; what is known is kept from the rough answer on, and told whenever it is much better. */
  async function run(
    { key, question, made, request, of }: Posed,
    signal: AbortSignal,
    tell: (summary: SimulationSummary) => void
  ): Promise<KeptSimulation | NoAnswer> {
    const asked = { made, notes: question.notes, of }
    if (request.draws > ROUGH_DRAWS) {
      const rough = await betweenOthers(simulateInSteps(made.model, { ...request, draws: ROUGH_DRAWS }))
      if (isNoAnswer(rough)) return rough
      kept.keep(key, asked, rough)
      signal.throwIfAborted()
      tell(rough.summary())
    }
    const parameters = { plan: question.plan, path: question.path }
    const simulation = await simulateOnWorkers(tasks, { kind: 'plan', parameters }, request, {
      signal,
      emit: (summary, soFar) => {
        if (kept.find(key)?.simulation !== soFar) kept.keep(key, asked, soFar)
        tell(summary)
      }
    })
    return isNoAnswer(simulation) ? simulation : kept.keep(key, asked, simulation)
  }

  return {
    'planner.simulate': async (input, { signal, emit }: CallContext, given) => {
      const posed = pose(
        input,
        [...new Set(input.percentiles)].sort((a, b) => a - b)
      )
      if (isNoAnswer(posed)) return posed
      const { question, made, request, of } = posed
      const warnings = [...defaultNotes(given.plan, input.plan), ...question.notes]
      const asked: Asked = { path: question.path, nothing: question.nothing, method: request.method, seed: request.seed, of, warnings }
      const done = await run(posed, signal, (summary) => emit(simulatedOf(made, summary, asked)))
      return isNoAnswer(done) ? done : simulatedOf(made, done.simulation.summary(), asked)
    },
    'planner.distribution': async (input, { signal }, given) => {
      const { plan, quantity, from, to, points } = input
      const { method, draws, seed = plan.seed } = input
      const known = kept.find(simulationKey(plan, { method, draws, seed, probabilities: USUAL }))
      const posed = known === undefined ? pose(input, USUAL) : null
      if (posed !== null && isNoAnswer(posed)) return posed
      const made = known?.made ?? posed!.made
      const output = outputOf(made, quantity)
      if (isNoAnswer(output)) return output
      const found = known ?? (await run(posed!, signal, () => undefined))
      if (isNoAnswer(found)) return found
      const { simulation } = found
      const spread = found.spread(output)
      const line = lineOf(made.setting.plan, quantity)
      const asked = { probabilities: SPREAD, method, whole: simulation.done() }
      return {
        quantity,
        kind: kindOfOutcome(quantity),
        draws: spread.draws,
        of: found.of,
        method,
        seed,
        percentiles: percentileSummary(made.model.outputs[output]!, simulation.counts(output), asked) ?? [],
        never: spread.never(),
        curve: spread.curve(points, line?.value ?? null),
        line,
        chance: spread.chance(from, to),
        warnings: [...defaultNotes(given.plan, plan), ...found.notes, ...made.notes]
      }
    },
    'planner.samples': async ({ plan, draws, method, seed = plan.seed }, context) => {
      const { plan: solved, path } = questionOf(plan)
      const csv = await tasks.run('samples', { parameters: { plan: solved, path }, request: { method, draws, seed } }, context)
      if (isNoAnswer(csv)) return csv
      return { fileName: 'samples.csv', mediaType: 'text/csv', base64: Buffer.from(csv, 'utf8').toString('base64') }
    }
  }
}
