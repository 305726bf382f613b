/**
 * The complexity model of the source: a task of required complexity K emerges at N parameters when N^1.5 ≥ K. Planning estimates, not measurements:
 * the exponent and the figures come without a derivation, and K has no unit beyond the model itself.
 */
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'
import { CAPACITY_EXPONENT } from '../links/complexity'

/** Required complexity of the source's tasks. */
export const TASK_COMPLEXITY: Record<string, number> = {
  'arithmetic-2-digit': 1e6,
  'arithmetic-5-digit': 1e9,
  'deduction-3-step': 1e8,
  'deduction-7-step': 1e11,
  'code-simple': 1e8,
  'code-complex': 1e11
}

/** What the source takes for a task that it does not list. */
export const UNKNOWN_COMPLEXITY = 1e12

/** Complexity that a model of N parameters can carry: N^1.5, N above 0. */
export const availableComplexity = (N: number): number => N ** CAPACITY_EXPONENT

/** Fewest parameters for a required complexity: K^(2/3), the inverse of N^1.5. */
export const sizeForComplexity = (required: number): number => required ** (1 / CAPACITY_EXPONENT)

export interface ComplexityRow {
  task: string | null
  required: number
  emerges: boolean
  /** N^1.5/required: 1 or above where the task emerges. */
  margin: number
  requiredN: number
}

/** A model of N parameters against a task of the table, a complexity of one's own (which a task may name), or, with neither, against the whole table. */
export function againstComplexity({
  N,
  task,
  complexity,
  table = TASK_COMPLEXITY
}: {
  N: number
  task?: string | undefined
  complexity?: number | undefined
  table?: Record<string, number> | undefined
}): { available: number; rows: ComplexityRow[]; notes: Note[] } {
  const listed = task !== undefined && Object.hasOwn(table, task) ? table[task] : undefined
  const single = complexity ?? (task === undefined ? undefined : (listed ?? UNKNOWN_COMPLEXITY))
  const wanted: [string | null, number][] = single === undefined ? Object.entries(table) : [[task ?? null, single]]
  const available = availableComplexity(N)
  const unknown = complexity === undefined && task !== undefined && listed === undefined
  return {
    available,
    rows: wanted.map(([name, required]) => ({
      task: name,
      required,
      emerges: available >= required,
      margin: available / required,
      requiredN: sizeForComplexity(required)
    })),
    notes: [note('complexity-estimate'), ...(unknown ? [note('complexity-unknown-task', { task, required: UNKNOWN_COMPLEXITY }, 'task')] : [])]
  }
}
