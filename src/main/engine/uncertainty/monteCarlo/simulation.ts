/**
 * One simulation from its first rough answer to its last digit: hands out work, takes results in any order, and says at any time what is known.
 * The final answer depends on the request alone, not on who did which work when. A large simulation first looks at a few blocks, so that later ones need to keep only
 * the values near the percentiles; a small one, and one that is asked to, keeps every value.
 */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawPlan, type DrawRequest } from '../draws/drawPlan'
import { everything, gridFrom, USUAL_DEVIATIONS, type Reach } from '../percentiles/grid'
import { sharperCells } from '../percentiles/percentile'
import { valuesOf, type Counted } from '../percentiles/rankCounter'
import type { SimulationModel } from './model'
import { newPass, type Pass, type Work } from './pass'
import { simulateBlocks, type BlockMean, type Simulated } from './simulateBlocks'
import { meanSummary, percentileSummary, type OutputSummary } from './summary'

export interface SimulationRequest extends DrawRequest {
  /** Ascending, each in (0, 1). */
  probabilities: readonly number[]
  /** Keep every value of the outputs with percentiles, for `column`. */
  keep?: boolean
  /** How many standard deviations a percentile may lie from where the first blocks saw it before the pass is repeated; 5.5 unless a test says otherwise. */
  deviations?: number
}

export interface SimulationSummary {
  /** Draws behind it; `plan.draws` in the last one. */
  draws: number
  outputs: OutputSummary[]
}

export interface Simulation {
  plan: DrawPlan
  /** The next piece of work; null when nothing can be handed out until another result has come back, or ever. */
  next(): Work | null
  take(work: Work, result: Simulated): void
  done(): boolean
  /** Draws that a summary would have behind it now. */
  known(): number
  summary(): SimulationSummary
  /** What was counted of an output with percentiles so far, group by group. */
  counts(output: number): Counted[][]
  /** The values of an output, draw by draw in the order of the blocks, as far as they have come back; only of a simulation that keeps them. */
  column(output: number): Float64Array
}

/** Up to so many draws every value is kept. */
const KEPT_DRAWS = 65_536
const FIRST_BLOCKS = 2
const FIRST_LOOK = -1
/** Fewer cells are kept whenever there are this many times the draws that chose them. */
const NARROW_AT = 4

export function startSimulation(model: SimulationModel, request: SimulationRequest): Simulation | NoAnswer {
  const plan = drawPlanOf(request, model.inputs.length)
  if (isNoAnswer(plan)) return plan
  const { probabilities, deviations = USUAL_DEVIATIONS } = request
  if (!probabilities.every((p) => p > 0 && p < 1)) return noAnswer('notDefined', 'percentile-outside')
  const keeps = request.keep === true || plan.draws <= KEPT_DRAWS
  const wanted = <T>(of: (output: number) => T): (T | null)[] => model.outputs.map(({ percentiles }, k) => (percentiles ? of(k) : null))

  let first: Simulated | null = null
  let firstGiven = false
  let passes = 0
  let pass: Pass | null = keeps ? newPass(plan, passes, wanted(everything), Infinity) : null

  /** Twice as far in each pass that has to be repeated; as far as the groups scatter whose percentiles give the error. */
  const reach = (): Reach => ({ deviations: deviations * 2 ** passes, of: plan.method === 'plain' ? plan.draws : plan.draws / plan.groups })
  /** A pass with grids from the first look. */
  const begin = (look: Simulated): Pass => {
    const grids = wanted((k) => gridFrom(look.counted[k]!.values.slice(), probabilities, reach()))
    return newPass(plan, passes, grids, look.draws)
  }
  const narrow = (present: Pass): void => {
    const sharper = wanted((k) => sharperCells(present.counts(k).flat(), probabilities, reach()))
    if (sharper.every((kept, k) => kept !== null || !model.outputs[k]!.percentiles)) present.narrow(sharper)
  }
  const summaryOf = (counts: (k: number) => Counted[][], means: (k: number) => BlockMean[][], whole = false): OutputSummary[] =>
    model.outputs.map((output, k) => ({
      name: output.name,
      mean: output.mean ? meanSummary(output, means(k), plan.method) : null,
      percentiles: output.percentiles ? percentileSummary(output, counts(k), { probabilities, method: plan.method, whole }) : null
    }))
  const complete = (): boolean => pass?.draws() === plan.draws
  const known = (): number => pass?.draws() || (first?.draws ?? 0)
  let last: SimulationSummary | null = null

  return {
    plan,
    next: () => {
      if (pass !== null) return pass.next()
      if (firstGiven) return null
      firstGiven = true
      return { pass: FIRST_LOOK, piece: 0, blocks: plan.blocks.slice(0, FIRST_BLOCKS), grids: wanted(everything) }
    },
    take: (work, result) => {
      if (work.pass === FIRST_LOOK) {
        first = result
        pass = begin(result)
      }
      if (pass === null || work.pass !== passes) return
      pass.add(work, result)
      if (!complete()) {
        if (pass.draws() >= NARROW_AT * pass.basis()) narrow(pass)
        return
      }
      last = { draws: plan.draws, outputs: summaryOf(pass.counts, pass.means, true) }
      if (last.outputs.every(({ percentiles }, k) => percentiles !== null || !model.outputs[k]!.percentiles)) return
      last = null
      passes++
      pass = begin(first!)
    },
    done: () => last !== null,
    known,
    summary: () => {
      if (last !== null) return last
      if (pass !== null && pass.draws() > 0) return { draws: pass.draws(), outputs: summaryOf(pass.counts, pass.means) }
      if (first === null)
        return {
          draws: 0,
          outputs: summaryOf(
            () => [],
            () => []
          )
        }
      const look = first
      return {
        draws: look.draws,
        outputs: summaryOf(
          (k) => (look.counted[k] ? [[look.counted[k]]] : []),
          (k) => [look.means[k]!]
        )
      }
    },
    counts: (output) => {
      if (pass !== null && pass.draws() > 0) return pass.counts(output)
      const look = first?.counted[output]
      return look ? [[look]] : []
    },
    column: (output) => {
      if (!keeps) throw new Error('This simulation did not keep its draws')
      return valuesOf(pass!.counts(output).flat())
    }
  }
}

/** The whole simulation on the calling thread. */
export function simulate(model: SimulationModel, request: SimulationRequest): Simulation | NoAnswer {
  const simulation = startSimulation(model, request)
  if (isNoAnswer(simulation)) return simulation
  for (let work = simulation.next(); work !== null; work = simulation.next())
    simulation.take(work, simulateBlocks(model, simulation.plan, work.blocks, work.grids))
  return simulation
}
