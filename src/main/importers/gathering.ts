/** What a reader finds in a file: rows up to a limit, problems up to a limit with their true number, and notes about the file as a whole. */
import type { ImportedRow } from '../../shared/contract/import'
import type { Problem } from '../../shared/contract/observations'
import { note, type Note, type NoteCode } from '../../shared/notes'
import { problem } from '../../shared/problem'

export interface Gathering<Row extends ImportedRow = ImportedRow> {
  /** Kept rows, in the order of the file. */
  readonly rows: Row[]
  readonly problems: Problem[]
  readonly warnings: Note[]
  readonly counts: { lines: number; rows: number; problems: number }
  /** Counts a row, and makes and keeps it while there is room; null when there is none. */
  keep: <Made extends Row>(make: () => Made) => Made | null
  refuse: (code: NoteCode, values: Problem['values'], where?: Pick<Problem, 'line' | 'column'>) => void
  warn: (code: NoteCode, values?: Note['values']) => void
}

export function gathering<Row extends ImportedRow>({ mostRows, mostProblems }: { mostRows: number; mostProblems: number }): Gathering<Row> {
  const rows: Row[] = []
  const problems: Problem[] = []
  const warnings: Note[] = []
  const counts = { lines: 0, rows: 0, problems: 0 }
  return {
    rows,
    problems,
    warnings,
    counts,
    keep(make) {
      counts.rows++
      if (rows.length >= mostRows) return null
      const row = make()
      rows.push(row)
      return row
    },
    refuse(code, values, where) {
      counts.problems++
      if (problems.length < mostProblems) problems.push(problem(code, values, where))
    },
    warn: (code, values) => void warnings.push(note(code, values))
  }
}

const MOST_NAMED = 5

/** A few of a list's members for a sentence: "3, 7, 9, …". */
export const few = (members: readonly (number | string)[]): string => members.slice(0, MOST_NAMED).join(', ') + (members.length > MOST_NAMED ? ', …' : '')
