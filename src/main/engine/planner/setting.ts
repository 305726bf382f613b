/** Everything about a plan that its questions share: what a size becomes, what each target asks for, what the limits allow. */
import { note, type Note } from '../../../shared/notes'
import type { Plan } from '../../../shared/plan/schema'
import { largestFeasible, limitSizes, type LimitSize } from '../limits'
import { runModel, type RunModel } from '../run'
import { objectiveOf, servedOf, worthsOf, type Objective, type Served, type Worth } from './benefits'
import { believedIn, type Believed } from './believed'
import { spanOf, type Span } from './grid'
import { progressOf } from './progress'
import { IMPOSSIBLE, observe, type Observed } from './observed'
import { nameOf, wantedGiven, wantedOf, type Wanted } from './requiredSize'
import { seenOf } from './seen'
import { soFarOf, type SoFar } from './soFar'

export interface Setting {
  /** The plan for what is ahead: with finished runs, what they leave of its budget and deadline. */
  plan: Plan
  /** What finished runs took, and what they showed of the thresholds; null when they showed nothing. */
  soFar: SoFar
  observed: Observed | null
  model: RunModel
  wanted: Wanted[]
  worths: Worth[]
  served: Served
  /** What the numbers above are averaged over. */
  believed: Believed
  objective: Objective
  limits: LimitSize[]
  /** Largest size that memory, compute, budget and deadline allow together for a single run; Infinity without limits. */
  largest: number
  /** Sizes worth looking at; null when there are none. */
  span: Span | null
}

export function settingOf(given: Plan): Setting {
  const soFar = soFarOf(given)
  const plan = soFar.ahead
  const believed = believedIn(plan)
  const model = runModel(plan, believed.costs)
  const progress = progressOf(plan)
  const published = plan.targets.map((target) => wantedOf(model, target, progress, believed.links.get(target.id)))
  const { seen, notes } = seenOf(plan, model)
  const observed = observe(
    published.map(({ belief }) => belief),
    seen,
    plan.decision.correlation
  )
  const wanted = observed === null ? published : published.map((each, i) => wantedGiven(model, each, observed, i))
  const worths = worthsOf(plan, believed.benefits)
  const limits = limitSizes(plan, model)
  const largest = largestFeasible(limits)
  return {
    plan,
    soFar: { ...soFar, notes: [...soFar.notes, ...notes, ...(observed === null ? [] : observedNotes(wanted, observed, plan.decision.correlation))] },
    observed,
    model,
    wanted,
    worths,
    served: servedOf(plan, model, worths, believed.benefits),
    believed,
    objective: objectiveOf(worths),
    limits,
    largest,
    span: spanOf(model, wanted, largest, observed)
  }
}

/** Less likely than that, what was seen speaks against the beliefs more than for any plan. */
const SURPRISING = 0.05

function observedNotes(wanted: readonly Wanted[], { states, apart, chance, chanceOfEach }: Observed, correlation: number): Note[] {
  const against = wanted.flatMap(({ target }, i) =>
    states[i] !== 'lost' && chanceOfEach[i]! >= IMPOSSIBLE
      ? []
      : [note('actuals-against-belief', { target: nameOf(target), targetId: target.id, chance: chanceOfEach[i]! }, `targets.${i}.critical`)]
  )
  if (apart) return [...against, note('actuals-against-correlation', { correlation }, 'decision.correlation')]
  return chance < SURPRISING && against.length === 0 ? [note('actuals-surprising', { chance }, 'actuals')] : against
}

/** The target that the answer sentence is about: the plan's focus, else the first. */
export const focusOf = ({ plan, wanted }: Setting): Wanted | null => wanted.find(({ target }) => target.id === plan.focus) ?? wanted[0] ?? null
