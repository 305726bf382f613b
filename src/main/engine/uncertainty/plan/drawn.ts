/** The numbers of a plan as a block of draws sees them: the same in every draw, or a column that is drawn. */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import type { Belief } from '../../../../shared/plan/rules'
import { BLOCK_SIZE } from '../draws/block'
import type { Shape } from '../distributions/distribution'
import { distributionOf } from '../distributions/distributionOf'
import type { ModelInput } from '../monteCarlo/model'
import type { PlanBelief } from '../planBeliefs'

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
      // Ends that differ in the last digit alone leave no width in the logarithm.
      return isNoAnswer(shape) ? { fixed: Math.sqrt(value.low) * Math.sqrt(value.high) } : draw(id, shape)
    }
  }
  return sheet
}
