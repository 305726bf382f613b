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

/** How much is returned; everything is counted and checked whatever is. */
export interface Limits {
  mostRows: number
  mostProblems: number
  /** Of the texts and lists of numbers in the rows, see `lengthOf`. */
  mostCharacters: number
}

export function gathering<Row extends ImportedRow>({ mostRows, mostProblems, mostCharacters }: Limits): Gathering<Row> {
  const rows: Row[] = []
  const problems: Problem[] = []
  const warnings: Note[] = []
  const counts = { lines: 0, rows: 0, problems: 0 }
  let characters = 0
  return {
    rows,
    problems,
    warnings,
    counts,
    keep(make) {
      counts.rows++
      if (rows.length >= mostRows || characters >= mostCharacters) return null
      const row = make()
      characters += lengthOf(row)
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

/** Characters of a number in a list, about. */
const PER_NUMBER = 20

/** How long the texts and lists of a row are, written down. */
function lengthOf(row: ImportedRow): number {
  let length = 0
  for (const value of Object.values(row)) length += typeof value === 'string' ? value.length : Array.isArray(value) ? value.length * PER_NUMBER : 0
  return length
}

const MOST_NAMED = 5

/** A few of a list's members for a sentence: "3, 7, 9, …". */
export const few = (members: readonly (number | string)[]): string => members.slice(0, MOST_NAMED).join(', ') + (members.length > MOST_NAMED ? ', …' : '')
