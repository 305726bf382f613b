/**
 * One simulation from its first rough answer to its last digit: hands out work, takes results in any order, and says at any time what is known.
 * The final answer depends on the request alone, not on who did which work when. A large simulation first looks at a few blocks, so that later ones need to keep only
 * the values near the percentiles; a small one, and one that is asked to, keeps every value.
 */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawPlan, type DrawRequest } from '../draws/drawPlan'
import { everything, gridFrom, inOneMemory, USUAL_DEVIATIONS, type Reach } from '../percentiles/grid'
import { sharperCells } from '../percentiles/percentile'
import { countedAgain, valuesOf, type Counted } from '../percentiles/rankCounter'
import { isCounted, type SimulationModel } from './model'
import { knownFrom, newPass, piecesOf, type Known, type Pass, type Work } from './pass'
import { simulateBlocks, type Simulated } from './simulateBlocks'
import { atOnce, type Steps } from './steps'
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
  /** The same, and the same as `summary`, step by step: other results and summaries may come between the steps without changing an answer. */
  takeInSteps(work: Work, result: Simulated): Steps<void>
  summaryInSteps(): Steps<SimulationSummary>
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
  const layout = drawPlanOf(request, model.inputs.length)
  if (isNoAnswer(layout)) return layout
  const plan: DrawPlan = layout
  const { probabilities, deviations = USUAL_DEVIATIONS } = request
  if (!probabilities.every((p) => p > 0 && p < 1)) return noAnswer('notDefined', 'percentile-outside')
  const keeps = request.keep === true || plan.draws <= KEPT_DRAWS
  /** For each output whose values are counted, one a step. */
  function* wanted<T>(of: (output: number) => T): Steps<(T | null)[]> {
    const found: (T | null)[] = []
    for (const [k, output] of model.outputs.entries()) {
      if (isCounted(output)) yield
      found.push(isCounted(output) ? of(k) : null)
    }
    return found
  }
  const everyValue = inOneMemory(model.outputs.map((output) => (isCounted(output) ? everything() : null)))

  /** Per output, itself and the outputs that follow it. */
  const showing = model.outputs.map((_, k) => [k, ...model.outputs.flatMap(({ follows }, j) => (follows?.output === k ? [j] : []))])
  const pieces = piecesOf(plan, keeps ? 0 : FIRST_PIECES)
  /** The first pieces, with every value, as they come back; the passes after count them by their own grids. */
  const look: (Known | undefined)[] = []
  let lookGiven = 0
  const seen = (): Known[] => look.filter((each) => each !== undefined)
  const lookDraws = (): number => seen().reduce((sum, { draws }) => sum + draws, 0)
  /** As one group: what groups say of the error comes later. */
  const asOne = <T>(of: (piece: Known) => T): T[][] => (seen().length === 0 ? [] : [seen().map(of)])
  let passes = 0
  let pass: Pass | null = keeps ? newPass(pieces, passes, everyValue, []) : null
  let narrowing = false

  /** Twice as far in each pass that has to be repeated; as far as the groups scatter whose percentiles give the error. */
  const reach = (): Reach => ({ deviations: deviations * 2 ** passes, of: plan.method === 'plain' ? plan.draws : plan.draws / plan.groups })
  /** A pass with grids from the first look; until it is there, nothing is handed out. */
  function* begin(): Steps<void> {
    pass = null
    const first = seen()
    const grids = yield* wanted((k) => gridFrom(valuesOf(first.map(({ counted }) => counted[k]!)), probabilities, reach()))
    const again = yield* wanted((k) => first.map(({ counted }) => countedAgain(counted[k]!, grids[k]!)))
    const known = first.map((piece, i) => ({ ...piece, counted: again.map((each) => each && each[i]!) }))
    pass = newPass(pieces, passes, grids, known)
  }
  function* narrow(present: Pass): Steps<void> {
    narrowing = true
    present.narrow(yield* wanted((k) => sharperCells(present.counts(k).flat(), probabilities, reach())))
    narrowing = false
  }
  /** Of what is counted now, whatever comes back between the steps. */
  function* summaryOf({ counts, means }: Pick<Pass, 'counts' | 'means'>, whole = false): Steps<OutputSummary[]> {
    const counted = model.outputs.map((output, k) => (isCounted(output) ? counts(k) : []))
    const meant = model.outputs.map(({ mean }, k) => (mean ? means(k) : []))
    const found = yield* wanted((k) => {
      const shown = showing[k]!.map((output) => shownBy(model.outputs[output]!))
      return percentileSummaries(shown, counted[k]!, { probabilities, method: plan.method, whole })
    })
    return model.outputs.map((output, k) => {
      const from = output.follows?.output ?? k
      return {
        name: output.name,
        mean: output.mean ? meanSummary(output, meant[k]!, plan.method) : null,
        percentiles: found[from]?.[showing[from]!.indexOf(k)] ?? null
      }
    })
  }
  const ofLook = {
    counts: (k: number) => asOne(({ counted }) => counted[k]!),
    means: (k: number) => asOne(({ means }) => means[k]!).map((group) => group.flat())
  }
  const complete = (): boolean => pass?.draws() === plan.draws
  const known = (): number => pass?.draws() ?? lookDraws()
  let last: SimulationSummary | null = null

  function* take(work: Work, result: Simulated): Steps<void> {
    if (work.pass === FIRST_LOOK) {
      look[work.piece] = knownFrom(work, result)
      if (seen().length === FIRST_PIECES) yield* begin()
      return
    }
    if (pass === null || work.pass !== passes) return
    pass.add(work, result)
    if (!complete()) {
      if (!narrowing && pass.basis() < reach().of && pass.draws() >= NARROW_AT * pass.basis()) yield* narrow(pass)
      return
    }
    const whole = { draws: plan.draws, outputs: yield* summaryOf(pass, true) }
    if (whole.outputs.every(({ percentiles }, k) => percentiles !== null || !model.outputs[k]!.percentiles)) {
      last = whole
      return
    }
    passes++
    yield* begin()
  }
  function* summary(): Steps<SimulationSummary> {
    return last ?? { draws: known(), outputs: yield* summaryOf(pass ?? ofLook) }
  }

  return {
    plan,
    next: () => {
      if (pass !== null) return pass.next()
      if (lookGiven === FIRST_PIECES) return null
      const piece = lookGiven++
      return { pass: FIRST_LOOK, piece, blocks: pieces[piece]!, grids: everyValue }
    },
    take: (work, result) => atOnce(take(work, result)),
    takeInSteps: take,
    summary: () => atOnce(summary()),
    summaryInSteps: summary,
    done: () => last !== null,
    known,
    counts: (output) => {
      const from = model.outputs[output]!.follows?.output ?? output
      return (pass ?? ofLook).counts(from)
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
export const simulate = (model: SimulationModel, request: SimulationRequest): Simulation | NoAnswer => atOnce(simulateInSteps(model, request))

/** The same step by step, of which a block of draws is the longest. */
export function* simulateInSteps(model: SimulationModel, request: SimulationRequest): Steps<Simulation | NoAnswer> {
  const simulation = startSimulation(model, request)
  if (isNoAnswer(simulation)) return simulation
  for (let work = simulation.next(); work !== null; work = simulation.next()) {
    yield
    yield* simulation.takeInSteps(work, simulateBlocks(model, simulation.plan, work.blocks, work.grids))
  }
  return simulation
}
