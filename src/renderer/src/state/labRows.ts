/** Rows of files as the lab takes them: scores of models, outputs to score, and the tasks that they are of. */
import type { ImportedRow } from '../../../shared/contract/import'
import type { Observation } from '../../../shared/contract/observations'
import type { Sample } from '../../../shared/contract/evaluator'
import type { Scale } from './labKept'

/** Rows of one task, and the metrics and shots that they have. */
export interface Task {
  readonly name: string | null
  readonly rows: readonly Observation[]
}

/** By number of rows, then as they come in the file. */
export function tasksOf(rows: readonly Observation[]): Task[] {
  const tasks = new Map<string | null, Observation[]>()
  for (const row of rows) {
    const name = row.task ?? null
    const own = tasks.get(name)
    if (own === undefined) tasks.set(name, [row])
    else own.push(row)
  }
  return [...tasks].map(([name, own]) => ({ name, rows: own })).sort((a, b) => b.rows.length - a.rows.length)
}

export const isObservation = (row: ImportedRow): row is Observation => 'metric' in row && 'score' in row
export const isSample = (row: ImportedRow): row is ImportedRow & Sample => 'target' in row && 'output' in row
/** Whether there is a text to hold against its target. */
export const isScored = (row: ImportedRow): boolean => isSample(row) && typeof row.target === 'string' && typeof row.output === 'string'

/** Whether rows of a task can stand on a scale at all. */
export const hasScale = (rows: readonly Observation[], scale: Scale): boolean =>
  rows.some(({ N, D, C, loss }) => (scale === 'N' ? N : scale === 'loss' ? loss : (C ?? (N && D))) ?? null)
