/** The draws of a plan's simulation as CSV: a row a draw, first what was drawn, then what came of it, in plain units. The same draws as in a simulation of that size and seed. */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawRequest } from '../draws/drawPlan'
import { SCALES } from '../monteCarlo/model'
import { inputFiller } from '../monteCarlo/simulateBlocks'
import { planModel, type PlanModelParameters } from './planModel'

/** Rows that still make a file one can open. */
export const MOST_SAMPLES = 100_000

export function samplesCsv(parameters: PlanModelParameters, request: DrawRequest): string | NoAnswer {
  if (request.draws > MOST_SAMPLES) return noAnswer('notDefined', 'samples-too-many', { draws: request.draws, most: MOST_SAMPLES })
  const made = planModel(parameters)
  if (isNoAnswer(made)) return made
  const { model } = made
  const plan = drawPlanOf(request, model.inputs.length)
  if (isNoAnswer(plan)) return plan
  const fill = inputFiller(model, plan)
  const lines = [['draw', ...model.inputs.map(({ name }) => name), ...model.outputs.map(({ name }) => name)].map(quoted).join(',')]
  for (const block of plan.blocks) {
    const columns = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(block.size))
    const [inputs, outputs] = [columns(model.inputs.length), columns(model.outputs.length)]
    fill(block, inputs)
    model.evaluate(inputs, outputs)
    for (let k = 0; k < block.size; k++) {
      const results = model.outputs.map(({ scale }, j) => SCALES[scale](outputs[j]![k]!))
      lines.push([lines.length, ...inputs.map((column) => column[k]!), ...results].map(written).join(','))
    }
  }
  return lines.join('\n') + '\n'
}

/** "inf" as spreadsheets' and NumPy's readers know it: no run suffices. */
const written = (value: number): string => (value === Infinity ? 'inf' : value === -Infinity ? '-inf' : String(value))
const quoted = (name: string): string => (/[",\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)
