/** Cells of typed or imported rows: what can be used, and for the rest the row, the column and the reason. */
import type { NoteCode } from '../../../shared/notes'
import type { Problem } from '../../../shared/contract/observations'
import { problem } from '../../../shared/problem'

/** `share` is 0–1, `percent` 0–100. */
export type CellRule = 'positive' | 'notNegative' | 'share' | 'percent'

type Cell = number | null | undefined

/** Sizes, losses and steps beyond these are slips: what is computed from them would leave the range of numbers. */
export const CELL_RANGE = { from: 1e-30, to: 1e60 }

/** Why a cell breaks its rule; null when it keeps it. Rows count from 1. An empty cell breaks every rule: callers look at those first that may be empty. */
export function cellProblem(row: number, column: string, value: Cell, rule: CellRule): Problem | null {
  const broken = (code: NoteCode, values: Record<string, number> = {}): Problem => problem(code, { row, column, ...values }, { row, column })
  if (value === null || value === undefined || !Number.isFinite(value)) return broken('cell-missing')
  if (rule === 'positive' || rule === 'notNegative') {
    if (value < 0 || (value === 0 && rule === 'positive')) return broken(rule === 'positive' ? 'cell-not-positive' : 'cell-negative', { value })
    return value > CELL_RANGE.to || (value > 0 && value < CELL_RANGE.from) ? broken('cell-outside-range', { value, ...CELL_RANGE }) : null
  }
  if (rule === 'percent') return value >= 0 && value <= 100 ? null : broken('cell-outside-percent', { value })
  if (value >= 0 && value <= 1) return null
  return value > 1 && value <= 100 ? broken('cell-percent', { value, share: value / 100 }) : broken('cell-outside-share', { value })
}

export const isEmpty = (value: Cell): value is null | undefined => value === null || value === undefined
