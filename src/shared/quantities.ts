/**
 * One row per number that the app shows: what it measures, where it stands in the outcome, its formula, inputs and source.
 * Explain, the report, the CSV and the list of changes all read it. Names and meanings are in `text/quantities`.
 */
import { moneyRows } from './quantity/moneyRows'
import { pathRows } from './quantity/pathRows'
import { runRows } from './quantity/runRows'
import type { Quantity, Subject } from './quantity/subject'
import { targetRows } from './quantity/targetRows'
import type { Kind } from './text/units'

const rows = { ...runRows, ...moneyRows, ...targetRows, ...pathRows }

export type QuantityId = keyof typeof rows
export const quantities: Record<QuantityId, Quantity> = rows
export const isQuantityId = (id: string): id is QuantityId => Object.hasOwn(rows, id)

/** What the number measures here; a target's scale may be parameters or FLOP. */
export const kindOf = (id: QuantityId, subject: Subject): Kind => {
  const { kind } = quantities[id]
  return typeof kind === 'function' ? kind(subject) : kind
}
