/**
 * One simulation from its first rough answer to its last digit: hands out work, takes results in any order, and says at any time what is known.
 * The final answer depends on the request alone, not on who did which work when. A large simulation first looks at a few blocks, so that later ones need to keep only
 * the values near the percentiles; a small one, and one that is asked to, keeps every value.
 */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawPlan, type DrawRequest } from '../draws/drawPlan'
import { everything, gridFrom, USUAL_DEVIATIONS, type Reach } from '../percentiles/grid'
import { sharperCells } from '../percentiles/percentile'
import { countedAgain, valuesOf, type Counted } from '../percentiles/rankCounter'
import { isCounted, type SimulationModel } from './model'
import { newPass, piecesOf, type Pass, type Work } from './pass'
import { simulateBlocks, type BlockMean, type Simulated } from './simulateBlocks'
import { meanSummary, percentileSummaries, shownBy, type OutputSummary } from './summary'

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
  /** What was counted so far of an output with percentiles, or of the one that it follows, group by group. */
  counts(output: number): Counted[][]
  /** The values of an output, draw by draw in the order of the blocks, as far as they have come back; only of a simulation that keeps them. */
  column(output: number): Float64Array
}

/** Up to so many draws every value is kept. */
const KEPT_DRAWS = 65_536
/** Pieces of one block each, so that two workers look at once. */
const FIRST_PIECES = 2
const FIRST_LOOK = -1
/** Fewer cells are kept whenever there are this many times the draws that chose them. */
const NARROW_AT = 4

export function startSimulation(model: SimulationModel, request: SimulationRequest): Simulation | NoAnswer {
  const plan = drawPlanOf(request, model.inputs.length)
  if (isNoAnswer(plan)) return plan
  const { probabilities, deviations = USUAL_DEVIATIONS } = request
  if (!probabilities.every((p) => p > 0 && p < 1)) return noAnswer('notDefined', 'percentile-outside')
  const keeps = request.keep === true || plan.draws <= KEPT_DRAWS
  /** For each output whose values are counted. */
  const wanted = <T>(of: (output: number) => T): (T | null)[] => model.outputs.map((output, k) => (isCounted(output) ? of(k) : null))

  /** Per output, itself and the outputs that follow it. */
  const showing = model.outputs.map((_, k) => [k, ...model.outputs.flatMap(({ follows }, j) => (follows?.output === k ? [j] : []))])
  const pieces = piecesOf(plan, keeps ? 0 : FIRST_PIECES)
  /** The first pieces, with every value, as they come back; the passes after count them by their own grids. */
  const look: (Simulated | undefined)[] = []
  let lookGiven = 0
  const seen = (): Simulated[] => look.filter((each) => each !== undefined)
  const lookDraws = (): number => seen().reduce((sum, { draws }) => sum + draws, 0)
  /** As one group: what groups say of the error comes later. */
  const asOne = <T>(of: (piece: Simulated) => T): T[][] => (seen().length === 0 ? [] : [seen().map(of)])
  let passes = 0
  let pass: Pass | null = keeps ? newPass(pieces, passes, wanted(everything), []) : null

  /** Twice as far in each pass that has to be repeated; as far as the groups scatter whose percentiles give the error. */
  const reach = (): Reach => ({ deviations: deviations * 2 ** passes, of: plan.method === 'plain' ? plan.draws : plan.draws / plan.groups })
  /** A pass with grids from the first look. */
  const begin = (): Pass => {
    const grids = wanted((k) => gridFrom(valuesOf(seen().map(({ counted }) => counted[k]!)), probabilities, reach()))
    const known = seen().map((piece) => ({ ...piece, counted: piece.counted.map((all, k) => all && countedAgain(all, grids[k]!)) }))
    return newPass(pieces, passes, grids, known)
  }
  const narrow = (present: Pass): void => {
    const sharper = wanted((k) => sharperCells(present.counts(k).flat(), probabilities, reach()))
    present.narrow(sharper)
  }
  const summaryOf = (counts: (k: number) => Counted[][], means: (k: number) => BlockMean[][], whole = false): OutputSummary[] => {
    const found = wanted((k) => {
      const shown = showing[k]!.map((output) => shownBy(model.outputs[output]!))
      return percentileSummaries(shown, counts(k), { probabilities, method: plan.method, whole })
    })
    return model.outputs.map((output, k) => {
      const from = output.follows?.output ?? k
      return {
        name: output.name,
        mean: output.mean ? meanSummary(output, means(k), plan.method) : null,
        percentiles: found[from]?.[showing[from]!.indexOf(k)] ?? null
      }
    })
  }
  const complete = (): boolean => pass?.draws() === plan.draws
  const known = (): number => pass?.draws() ?? lookDraws()
  let last: SimulationSummary | null = null

  return {
    plan,
    next: () => {
      if (pass !== null) return pass.next()
      if (lookGiven === FIRST_PIECES) return null
      const piece = lookGiven++
      return { pass: FIRST_LOOK, piece, blocks: pieces[piece]!, grids: wanted(everything) }
    },
    take: (work, result) => {
      if (work.pass === FIRST_LOOK) {
        look[work.piece] = result
        if (seen().length === FIRST_PIECES) pass = begin()
        return
      }
      if (pass === null || work.pass !== passes) return
      pass.add(work, result)
      if (!complete()) {
        if (pass.basis() < reach().of && pass.draws() >= NARROW_AT * pass.basis()) narrow(pass)
        return
      }
      last = { draws: plan.draws, outputs: summaryOf(pass.counts, pass.means, true) }
      if (last.outputs.every(({ percentiles }, k) => percentiles !== null || !model.outputs[k]!.percentiles)) return
      last = null
      passes++
      pass = begin()
    },
    done: () => last !== null,
    known,
    summary: () => {
      if (last !== null) return last
      if (pass !== null) return { draws: pass.draws(), outputs: summaryOf(pass.counts, pass.means) }
      return {
        draws: lookDraws(),
        outputs: summaryOf(
          (k) => asOne(({ counted }) => counted[k]!),
          (k) => asOne(({ means }) => means[k]!).map((group) => group.flat())
        )
      }
    },
    counts: (output) => {
      const from = model.outputs[output]!.follows?.output ?? output
      if (pass !== null) return pass.counts(from)
      return asOne(({ counted }) => counted[from]!)
    },
    column: (output) => {
      if (!keeps) throw new Error('This simulation did not keep its draws')
      const { follows } = model.outputs[output]!
      const values = valuesOf(pass!.counts(follows?.output ?? output).flat())
      return follows ? values.map(follows.by) : values
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
