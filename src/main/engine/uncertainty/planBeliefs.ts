/** The beliefs of a plan as distributions: given that each number is one that the plan may have. */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import { domainOf } from '../../../shared/plan/beliefRules'
import type { Distribution } from '../../../shared/plan/distributionSchema'
import { inputOf, type Input } from '../../../shared/plan/inputs'
import type { Plan } from '../../../shared/plan/schema'
import type { Shape } from './distributions/distribution'
import { distributionOf } from './distributions/distributionOf'

export interface PlanBelief {
  input: Input
  shape: Shape
}

/** The beliefs of a plan that count, by the name of their input; and what a reader must know about them. A reason when one leaves nothing to draw. */
export function beliefsOf(plan: Plan): { beliefs: Map<string, PlanBelief>; notes: Note[] } | NoAnswer {
  const beliefs = new Map<string, PlanBelief>()
  const notes: Note[] = []
  for (const { input: id, distribution } of plan.beliefs) {
    const input = inputOf(plan, id)
    if (input === null) continue
    const central = input.get(plan)
    const path = input.path(plan)
    if (central === null) {
      notes.push(note('belief-dormant', { field: path }, path))
      continue
    }
    const within = shapeOf(distribution, input)
    if (isNoAnswer(within)) return within
    const { shape, whole, outside } = within
    if (outside > 0) notes.push(note('belief-cut', { field: path, share: outside }, path))
    const median = whole.quantile(0.5)
    if (Math.abs(median - central) > MEDIAN_APART * Math.abs(median)) notes.push(note('belief-beside-value', { field: path, value: central, median }, path))
    beliefs.set(id, { input, shape })
  }
  return { beliefs, notes }
}

interface Within {
  shape: Shape
  /** The same without the bounds of the number. */
  whole: Shape
  /** What of that the bounds leave out. */
  outside: number
}

/** Kept for the next answer: plans share the beliefs that an edit did not touch, and a plan that is read again holds the same ones. */
const known = new WeakMap<Distribution, Map<string, Within | NoAnswer>>()
const alike = new Map<string, Within | NoAnswer>()
const KEPT = 256

function shapeOf(distribution: Distribution, input: Input): Within | NoAnswer {
  const byInput = known.get(distribution) ?? new Map<string, Within | NoAnswer>()
  known.set(distribution, byInput)
  const found = byInput.get(input.key)
  if (found !== undefined) return found
  const key = `${input.key} ${JSON.stringify(distribution)}`
  const made = alike.get(key) ?? makeShape(distribution, input)
  if (alike.size >= KEPT) alike.delete(alike.keys().next().value!)
  alike.set(key, made)
  byInput.set(input.key, made)
  return made
}

function makeShape(distribution: Distribution, input: Input): Within | NoAnswer {
  const whole = distributionOf(distribution)
  return isNoAnswer(whole) ? whole : withinDomain(distribution, whole, input)
}

/** How far the plan's number may lie from the median of the belief about it, before that is said. */
const MEDIAN_APART = 0.02
/** Less than any draw can be. */
const NEVER_DRAWN = 1e-10

/** A belief given that the number is one that the plan may have. */
function withinDomain(distribution: Distribution, whole: Shape, input: Input): Within | NoAnswer {
  const { min, above, max, below } = domainOf(input)
  const low = min ?? above ?? -Infinity
  const high = max ?? below ?? Infinity
  const outside = (whole.low < low ? whole.cdf(low) : 0) + (whole.high > high ? whole.survival(high) : 0)
  if (outside < NEVER_DRAWN) return { shape: whole, whole, outside: 0 }
  const [of, from, to] =
    distribution.kind === 'truncated' ? [distribution.of, distribution.low ?? -Infinity, distribution.high ?? Infinity] : [distribution, -Infinity, Infinity]
  const bound = (value: number): number | null => (Number.isFinite(value) ? value : null)
  const shape = distributionOf({ kind: 'truncated', of, low: bound(Math.max(from, low)), high: bound(Math.min(to, high)) })
  return isNoAnswer(shape) ? shape : { shape, whole, outside }
}
