/** Cells of typed or imported rows: what can be used, and for the rest the row, the column and the reason. */
import { note } from '../../../shared/notes'
import type { NoteCode } from '../../../shared/notes'
import type { Problem } from '../../../shared/contract/observations'

/** `share` is 0–1, `percent` 0–100. */
export type CellRule = 'positive' | 'notNegative' | 'share' | 'percent'

type Cell = number | null | undefined

/** Why a cell breaks its rule; null when it keeps it. Rows count from 1. An empty cell breaks every rule: callers look at those first that may be empty. */
export function cellProblem(row: number, column: string, value: Cell, rule: CellRule): Problem | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return rowProblem('cell-missing', { row, column })
  if (rule === 'positive') return value > 0 ? null : rowProblem('cell-not-positive', { row, column, value })
  if (rule === 'notNegative') return value >= 0 ? null : rowProblem('cell-negative', { row, column, value })
  if (rule === 'percent') return value >= 0 && value <= 100 ? null : rowProblem('cell-outside-percent', { row, column, value })
  if (value >= 0 && value <= 1) return null
  return value > 1 && value <= 100
    ? rowProblem('cell-percent', { row, column, value, share: value / 100 })
    : rowProblem('cell-outside-share', { row, column, value })
}

/** A refused row in the words of a note. */
export function rowProblem(code: NoteCode, values: { row: number; column: string } & Record<string, number | string>): Problem {
  return { row: values.row, column: values.column, reason: note(code, values).message, code, values }
}

export const isEmpty = (value: Cell): value is null | undefined => value === null || value === undefined
