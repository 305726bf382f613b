/** Everything about a plan that its questions share: what a size becomes, what each target asks for, what the limits allow. */
import type { Plan } from '../../../shared/plan/schema'
import { largestFeasible, limitSizes, type LimitSize } from '../limits'
import { runModel, type RunModel } from '../run'
import { objectiveOf, worthsOf, type Objective, type Worth } from './benefits'
import { spanOf, type Span } from './grid'
import { progressOf } from './progress'
import { wantedOf, type Wanted } from './requiredSize'

export interface Setting {
  plan: Plan
  model: RunModel
  wanted: Wanted[]
  worths: Worth[]
  objective: Objective
  limits: LimitSize[]
  /** Largest size that memory, compute, budget and deadline allow together for a single run; Infinity without limits. */
  largest: number
  /** Sizes worth looking at; null when there are none. */
  span: Span | null
}

export function settingOf(plan: Plan): Setting {
  const model = runModel(plan)
  const progress = progressOf(plan)
  const wanted = plan.targets.map((target) => wantedOf(model, target, progress))
  const worths = worthsOf(plan)
  const limits = limitSizes(plan, model)
  const largest = largestFeasible(limits)
  return { plan, model, wanted, worths, objective: objectiveOf(worths), limits, largest, span: spanOf(model, wanted, largest) }
}

/** The target that the answer sentence is about: the plan's focus, else the first. */
export const focusOf = ({ plan, wanted }: Setting): Wanted | null => wanted.find(({ target }) => target.id === plan.focus) ?? wanted[0] ?? null
