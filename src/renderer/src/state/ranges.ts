/** The 90 % range beside a number of a run: by quadrature where the answer has it over everything that is believed, else from the draws of a simulation of the same answer. */
import type { EstimateOut, Simulated } from '../../../shared/contract/simulate'
import type { Scope } from '../../../shared/explain'
import type { Outcome } from '../../../shared/outcome'

export interface Range {
  p5: number
  p95: number
  /** Null: exact up to quadrature. Else the number of draws, with the standard errors of both ends. */
  draws: { n: number; low: number | null; high: number | null } | null
}
/** A simulation with the answer that it belongs to. */
export interface SimulatedOf {
  readonly of: Outcome
  readonly simulated: Simulated
  /** Draws that were asked for. */
  readonly asked: number
}
export type RunFigure = 'N' | 'D' | 'C' | 'usd' | 'days'
export type PathFigure = 'path.usd' | 'path.days' | 'path.value' | 'path.points'

/** Beliefs about these move no run: its ranges by quadrature stay whole. */
const BESIDE_RUNS =
  /^(budget|deadline|computeLimit|confidence|discountRate|horizon|correlation|usdPerPoint|priority\w+|inference\w+|gramsCo2PerKwh|benefit@.*)$/

/** Whether something is believed whose spread the answer's own ranges leave out: they are over critical scales, price and MFU. */
const needsDraws = ({ plan }: Outcome): boolean => plan.beliefs.some(({ input }) => !BESIDE_RUNS.test(input))

type Percentiles = Simulated['targets'][number]['N']

function rangeIn(percentiles: Percentiles, n: number): Range | null {
  const at = (p: number): EstimateOut | undefined => percentiles.find((each) => each.p === p)
  const [low, high] = [at(0.05), at(0.95)]
  if (low === undefined || high === undefined || low.value === null || high.value === null) return null
  return { p5: low.value, p95: high.value, draws: { n, low: low.standardError, high: high.standardError } }
}

const simulatedFor = (outcome: Outcome, simulation: SimulatedOf | null): Simulated | null => (simulation?.of === outcome ? simulation.simulated : null)

/** Null where there is none, or not yet. */
export function runRange(outcome: Outcome, simulation: SimulatedOf | null, target: string | null, figure: RunFigure): Range | null {
  if (!needsDraws(outcome)) {
    const exact = outcome.targets.find(({ id }) => id === target)?.interval?.[figure]
    return exact ? { p5: exact.p5, p95: exact.p95, draws: null } : null
  }
  const simulated = simulatedFor(outcome, simulation)
  const own = simulated?.targets.find(({ id }) => id === target)
  return simulated && own ? rangeIn(own[figure], simulated.draws) : null
}

const OF_PATH = { 'path.usd': 'committedUsd', 'path.days': 'committedDays', 'path.value': 'value', 'path.points': 'points' } as const

/** Of the recommended path, every run counted as if it were made; known from draws alone. */
export function pathRange(outcome: Outcome, simulation: SimulatedOf | null, figure: PathFigure): Range | null {
  const simulated = simulatedFor(outcome, simulation)
  const spread = simulated?.path?.[OF_PATH[figure]]
  return simulated && spread ? rangeIn(spread.percentiles, simulated.draws) : null
}

const RUN_FIGURES: Readonly<Record<string, RunFigure>> = { 'run.N': 'N', 'run.D': 'D', 'run.C': 'C', 'run.usd': 'usd', 'run.days': 'days' }
const isPathFigure = (id: string): id is PathFigure => Object.hasOwn(OF_PATH, id)

/** The range of a number that explains itself; undefined for those whose range, if any, stands in the answer alone. */
export function explainedRange(outcome: Outcome, simulation: SimulatedOf | null, id: string, { target, rung }: Scope): Range | null | undefined {
  const figure = RUN_FIGURES[id]
  if (figure !== undefined) return rung === undefined ? runRange(outcome, simulation, target ?? outcome.focus, figure) : undefined
  const ofPath = id === 'path.value.expected' ? 'path.value' : id === 'path.value.points' ? 'path.points' : id
  return isPathFigure(ofPath) ? pathRange(outcome, simulation, ofPath) : undefined
}
