/** A simulation on all workers: pieces are given out as workers become free, and a rough answer is told whenever it has become four times as good in draws. */
import { isNoAnswer, type NoAnswer } from '../../shared/notes'
import { modelOf, type ModelSpec } from '../engine/uncertainty/monteCarlo/models'
import { startSimulation, type Simulation, type SimulationRequest, type SimulationSummary } from '../engine/uncertainty/monteCarlo/simulation'
import { betweenOthers } from './betweenOthers'
import type { TaskRunner } from './taskRunner'

export interface SimulationContext {
  /** Ends the work at once; the promise then rejects with the signal's reason. */
  signal: AbortSignal
  /** What is known so far, first after some thousand draws; and the simulation, which goes on. */
  emit: (summary: SimulationSummary, simulation: Simulation) => void
}

/** A summary costs some milliseconds on the thread that answers, so it is made when it is worth looking at: of so many times the draws, and not sooner than this. */
const TELL_AT = 4
const TELL_MS = 100

/** Most pieces take some ten milliseconds; while a slider moves, simulations are cancelled again and again, and a new thread would have to warm up each time. */
const GRACE_MS = 250

/** The finished simulation; its numbers do not depend on the number of workers. */
export async function simulateOnWorkers(
  tasks: TaskRunner,
  model: ModelSpec,
  request: SimulationRequest,
  { signal, emit }: SimulationContext
): Promise<Simulation | NoAnswer> {
  const simulation = startSimulation(modelOf(model), request)
  if (isNoAnswer(simulation)) return simulation
  const { method, draws, seed } = request
  const stopped = new AbortController()
  const both = AbortSignal.any([signal, stopped.signal])
  let told = 0
  /** When it was; in a time to come while it is being told. */
  let toldAt = -Infinity
  const waiting: (() => void)[] = []

  const tell = async (): Promise<void> => {
    const summary = await betweenOthers(simulation.summaryInSteps())
    if (!both.aborted && !simulation.done()) emit(summary, simulation)
    toldAt = performance.now()
  }

  const lane = async (): Promise<void> => {
    while (!simulation.done()) {
      both.throwIfAborted()
      const work = simulation.next()
      if (work === null) {
        await new Promise<void>((resolve) => waiting.push(resolve))
        continue
      }
      const result = await tasks.run('simulate', { model, request: { method, draws, seed }, work }, { signal: both, graceMs: GRACE_MS, emit: () => undefined })
      await betweenOthers(simulation.takeInSteps(work, result))
      for (const resolve of waiting.splice(0)) resolve()
      if (simulation.known() >= TELL_AT * told && performance.now() - toldAt >= TELL_MS && !simulation.done()) {
        told = simulation.known()
        toldAt = Infinity
        // After all lanes have sent their next piece off.
        setImmediate(() => void tell().catch((problem: unknown) => stopped.abort(problem)))
      }
    }
  }
  // One lane more than workers, so that the next piece is there when a worker becomes free. A lane that fails stops and wakes the others.
  const lanes = Array.from({ length: tasks.parallelism + 1 }, () =>
    lane().catch((problem: unknown) => {
      stopped.abort(problem)
      for (const resolve of waiting.splice(0)) resolve()
      throw problem
    })
  )
  const results = await Promise.allSettled(lanes)
  signal.throwIfAborted()
  if (stopped.signal.aborted) throw stopped.signal.reason
  if (results.some(({ status }) => status === 'rejected')) throw new Error('A part of the simulation failed')
  return simulation
}
