/** The numbers of a plan as a block of draws sees them: the same in every draw, or a column that is drawn. */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../../shared/notes'
import { domainOf } from '../../../../shared/plan/beliefRules'
import type { Distribution } from '../../../../shared/plan/distributionSchema'
import { inputOf, type Input } from '../../../../shared/plan/inputs'
import type { Belief } from '../../../../shared/plan/rules'
import type { Plan } from '../../../../shared/plan/schema'
import { BLOCK_SIZE } from '../draws/block'
import type { Shape } from '../distributions/distribution'
import { distributionOf } from '../distributions/distributionOf'
import type { ModelInput } from '../monteCarlo/model'

/** A number: fixed, or the column of a drawn input (by its index). */
export type Quantity = { fixed: number } | { drawn: number }
export type Columns = readonly Float64Array[]

export interface Sheet {
  /** What is drawn, in the order in which it was asked for. */
  inputs: ModelInput[]
  /** A number of the plan by its input: drawn where there is a belief about it. */
  number(id: string, value: number): Quantity
  /** A number that keeps its 90 % range in its own field. */
  ranged(id: string, value: Belief): Quantity
  draw(name: string, shape: Shape): Quantity
  /** Inputs of beliefs that the simulation has asked for so far. */
  used: ReadonlySet<string>
  /** Something drawn has no finite mean: then no mean of money or value is told. */
  noMean: NoAnswer | null
}

const constants = new Map<number, Float64Array>()

/** The column of a quantity in a block. A fixed one has a column too, as long as any block. */
export function columnOf(quantity: Quantity, inputs: Columns): Float64Array {
  if ('drawn' in quantity) return inputs[quantity.drawn]!
  let column = constants.get(quantity.fixed)
  if (column === undefined) {
    if (constants.size >= 256) constants.clear()
    column = new Float64Array(BLOCK_SIZE).fill(quantity.fixed)
    constants.set(quantity.fixed, column)
  }
  return column
}

export const isFixed = (quantity: Quantity): quantity is { fixed: number } => 'fixed' in quantity

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
    const whole = distributionOf(distribution)
    if (isNoAnswer(whole)) return whole
    const within = withinDomain(distribution, whole, input)
    if (isNoAnswer(within)) return within
    const { shape, outside } = within
    if (outside > 0) notes.push(note('belief-cut', { field: path, share: outside }, path))
    const median = whole.quantile(0.5)
    if (Math.abs(median - central) > MEDIAN_APART * Math.abs(median)) notes.push(note('belief-beside-value', { field: path, value: central, median }, path))
    beliefs.set(id, { input, shape })
  }
  return { beliefs, notes }
}

/** How far the plan's number may lie from the median of the belief about it, before that is said. */
const MEDIAN_APART = 0.02
/** Less than any draw can be. */
const NEVER_DRAWN = 1e-10

/** A belief given that the number is one that the plan may have. */
function withinDomain(distribution: Distribution, whole: Shape, input: Input): { shape: Shape; outside: number } | NoAnswer {
  const { min, above, max, below } = domainOf(input)
  const low = min ?? above ?? -Infinity
  const high = max ?? below ?? Infinity
  const outside = (whole.low < low ? whole.cdf(low) : 0) + (whole.high > high ? whole.survival(high) : 0)
  if (outside < NEVER_DRAWN) return { shape: whole, outside: 0 }
  const [of, from, to] =
    distribution.kind === 'truncated' ? [distribution.of, distribution.low ?? -Infinity, distribution.high ?? Infinity] : [distribution, -Infinity, Infinity]
  const bound = (value: number): number | null => (Number.isFinite(value) ? value : null)
  const shape = distributionOf({ kind: 'truncated', of, low: bound(Math.max(from, low)), high: bound(Math.min(to, high)) })
  return isNoAnswer(shape) ? shape : { shape, outside }
}

export function newSheet(beliefs: ReadonlyMap<string, PlanBelief>): Sheet {
  const inputs: ModelInput[] = []
  const places = new Map<string, number>()
  const used = new Set<string>()
  const draw = (name: string, shape: Shape): { drawn: number } => {
    // A bounded shape always has one.
    const unbounded = shape.low === -Infinity || shape.high === Infinity
    if (unbounded && isNoAnswer(shape.mean)) sheet.noMean ??= shape.mean
    const known = places.get(name)
    if (known !== undefined) return { drawn: known }
    places.set(name, inputs.length)
    inputs.push({ name, shape })
    return { drawn: inputs.length - 1 }
  }
  const sheet: Sheet = {
    inputs,
    used,
    noMean: null,
    draw,
    number: (id, fixed) => {
      const belief = beliefs.get(id)
      if (belief === undefined) return { fixed }
      used.add(id)
      return draw(id, belief.shape)
    },
    ranged: (id, value) => {
      if (typeof value === 'number') return { fixed: value }
      const shape = distributionOf({ kind: 'interval', low: value.low, high: value.high })
      if (isNoAnswer(shape)) throw new Error(`${id}: ${shape.detail}`)
      return draw(id, shape)
    }
  }
  return sheet
}
