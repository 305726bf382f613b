/**
 * Inputs of a plan that are not exact, and the plan in which one of them is known: there it is one number, and what else is believed stays as it is. A tornado, switch
 * points and the corners of the value of information all move inputs this way.
 */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import { inputOf, type Input } from '../../../../shared/plan/inputs'
import type { Plan, Target } from '../../../../shared/plan/schema'
import { normalQuantile } from '../../numeric/normal'
import { beliefOf, isExact, lnCriticalAt } from '../../planner/belief'
import { figuresOf, OPEN_RANGE } from '../../planner/figures'
import { progressOf } from '../../planner/progress'
import { distributionOf } from '../distributions/distributionOf'
import { beliefsOf } from '../planBeliefs'

export interface UncertainInput {
  input: Input
  /** The value that the input stays below with probability p, 0 < p < 1, in its own unit. Of a mixture of evidence: of the link's own critical scale. */
  quantile(p: number): number
  /** The plan in which it is known to be this. */
  at(value: number): Plan
}

/** In the order of the screen: price and MFU with a 90 % range, critical scales that are not exact, and whatever the plan has a belief about. */
export function uncertainInputs(plan: Plan): UncertainInput[] | NoAnswer {
  const believed = beliefsOf(plan)
  if (isNoAnswer(believed)) return believed
  const ranged = (['price', 'mfu'] as const).flatMap((id): UncertainInput[] => {
    const input = inputOf(plan, id)!
    const value = input.typed(plan)
    return value !== null && typeof value === 'object' && value.high !== null
      ? [{ input, quantile: rangeQuantile(value.low, value.high), at: (x) => input.write(plan, x) }]
      : []
  })
  const beliefs = [...believed.beliefs.values()].map(({ input, shape }): UncertainInput => ({
    input,
    quantile: shape.quantile,
    at: (x) => input.write(plan, x)
  }))
  return [...ranged, ...plan.targets.flatMap((target) => uncertainCritical(plan, target)), ...beliefs]
}

const uncertainCritical = (plan: Plan, target: Target): UncertainInput[] => (isExact(beliefOf(target, progressOf(plan))) ? [] : [criticalInput(plan, target)])

/** The critical scale of a target. A single figure is known as it is written, so that what is read is the planner's own number; of several the link's own scale is. */
export function criticalInput(plan: Plan, target: Target): UncertainInput {
  const input = inputOf(plan, `critical@${target.id}`)!
  const figures = figuresOf(target)
  const [figure] = figures
  if (figures.length === 1 && figure !== undefined) {
    const { critical, means, dated } = figure
    const asOf = dated.date === null ? null : { date: dated.date, fromOwnRuns: dated.fromOwnRuns }
    return {
      input,
      quantile: typeof critical === 'number' ? () => critical : rangeQuantile(critical.low, critical.high ?? OPEN_RANGE * critical.low),
      at: (x) => withTarget(plan, target.id, { critical: x, criticalMeans: means, criticalAsOf: asOf, entries: [] })
    }
  }
  const belief = beliefOf(target, progressOf(plan))
  return {
    input,
    quantile: (p) => Math.exp(lnCriticalAt(belief, normalQuantile(p))),
    at: (x) => withTarget(plan, target.id, { critical: x, criticalMeans: 'scale', criticalAsOf: null, shift: null, entries: [] })
  }
}

/** The plan in which every critical scale is known to be at its p quantile: what they have in common moved alone. */
export const criticalsAt = (plan: Plan, p: number): Plan => ({
  ...plan,
  targets: plan.targets.map((target) => {
    const [known] = uncertainCritical(plan, target)
    return known?.at(known.quantile(p)).targets.find(({ id }) => id === target.id) ?? target
  })
})

const withTarget = (plan: Plan, id: string, change: Partial<Target>): Plan => ({
  ...plan,
  targets: plan.targets.map((target) => (target.id === id ? { ...target, ...change } : target))
})

/** A 90 % range keeps its ends to the last digit; one whose ends differ in the last digit alone is its middle. */
function rangeQuantile(low: number, high: number): (p: number) => number {
  const shape = distributionOf({ kind: 'interval', low, high })
  if (isNoAnswer(shape)) return () => Math.sqrt(low) * Math.sqrt(high)
  return (p) => (p === 0.05 ? low : p === 0.95 ? high : shape.quantile(p))
}
