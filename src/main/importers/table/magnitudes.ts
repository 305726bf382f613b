/** Parameters, tokens and FLOP without a unit where it matters: "70" beside "13B", and a column of 7, 13 and 70 that surely counts billions. */
import type { Gathering } from '../gathering'
import type { Cell } from './cells'
import type { Column } from './columns'

export const SIZES = ['N', 'D', 'C'] as const
export type Size = (typeof SIZES)[number]
export type Sized = { [field in Size]?: number | null }

/** Below these no language model was ever trained: a bare number this small left its unit out. */
const IMPLAUSIBLE: Record<Size, number> = { N: 1e4, D: 1e5, C: 1e9 }

export interface Magnitudes {
  /** A cell, and the rows that it goes into. */
  note: (cell: Extract<Cell, { type: 'number' }>, rows: readonly Sized[], line: number) => void
  /** After the last row: takes back what cannot be meant, and tells it. */
  settle: (gathered: Gathering) => void
}

export function magnitudes(column: Column, field: Size): Magnitudes {
  let withUnit = 0
  let bare = 0
  let largest = -Infinity
  let smallest = Infinity
  const small: { rows: readonly Sized[]; line: number; value: number }[] = []
  return {
    note(cell, rows, line) {
      if (!cell.bare) withUnit++
      else if (cell.value !== 0 && !column.unitKnown) {
        bare++
        largest = Math.max(largest, cell.value)
        smallest = Math.min(smallest, cell.value)
        if (cell.value > 0 && cell.value < IMPLAUSIBLE[field]) small.push({ rows, line, value: cell.value })
      }
    },
    settle(gathered) {
      const suspect = bare > 0 && largest < IMPLAUSIBLE[field]
      if (withUnit === 0 && suspect) gathered.warn('import-unit-suspect', { column: column.name, low: smallest, high: largest })
      if (withUnit === 0) return
      for (const { rows, line, value } of small) {
        for (const row of rows) row[field] = null
        gathered.refuse('import-unit-missing', { value, column: column.name, others: withUnit }, { line, column: column.name })
      }
      if (bare > small.length) gathered.warn('import-unit-mixed', { column: column.name, withUnit, bare: bare - small.length })
    }
  }
}
