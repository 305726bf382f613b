/**
 * The latest simulations of plans, kept so that questions about their draws are answered at once. What is kept is what was asked for and its draws so far: the same question
 * asked anew gives the same draws, so an answer does not depend on whether they were kept, only on how many of them there are yet.
 */
import type { Note } from '../../shared/notes'
import type { Plan } from '../../shared/plan/schema'
import type { Simulation, SimulationRequest } from '../engine/uncertainty/monteCarlo/simulation'
import type { PlanModel } from '../engine/uncertainty/plan/planModel'
import { spreadOf, type Spread } from '../engine/uncertainty/plan/spread'

export interface SimulatedQuestion {
  made: PlanModel
  /** What a reader must know about the question. */
  notes: readonly Note[]
  /** Draws that there will be. */
  of: number
}
export interface KeptSimulation extends SimulatedQuestion {
  simulation: Simulation
  /** The spread of an output over the draws so far; worked out once for as many draws. */
  spread(output: number): Spread
}

/** That on screen with the one before it, and the base behind a scenario. */
const MOST = 3

/** What tells simulations apart: everything about a plan that a draw may rest on. */
export const simulationKey = (plan: Plan, { method, draws, seed, probabilities }: SimulationRequest): string =>
  JSON.stringify([{ ...plan, id: '', name: '', notes: '', scenarios: [] }, method, draws, seed, probabilities])

export function keptSimulations() {
  const kept = new Map<string, KeptSimulation>()
  return {
    find(key: string): KeptSimulation | undefined {
      const entry = kept.get(key)
      if (entry !== undefined) {
        kept.delete(key)
        kept.set(key, entry)
      }
      return entry
    },
    /** Last used last; the first makes room. */
    keep(key: string, question: SimulatedQuestion, simulation: Simulation): KeptSimulation {
      kept.delete(key)
      const known = new Map<number, Spread>()
      const entry: KeptSimulation = {
        ...question,
        simulation,
        spread: (output) => {
          let spread = known.get(output)
          if (spread?.draws !== simulation.known()) {
            spread = spreadOf(question.made.model.outputs[output]!, simulation.counts(output), simulation.plan.method)
            known.set(output, spread)
          }
          return spread
        }
      }
      kept.set(key, entry)
      for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
      return entry
    }
  }
}
export type KeptSimulations = ReturnType<typeof keptSimulations>
