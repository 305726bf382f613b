/** Problems of single rows or lines: a note's code and values, and where. */
import { note, type NoteCode } from './notes'
import type { Problem } from './contract/observations'

/** What is wrong with one row (1-based, of a list) or line (1-based, of a file), with its English sentence. */
export function problem(code: NoteCode, values: Problem['values'], where: Pick<Problem, 'row' | 'line' | 'column'> = {}): Problem {
  return { ...where, reason: note(code, values).message, code, values }
}
