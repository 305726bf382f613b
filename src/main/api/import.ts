/** import.* of the contract. */
import type { ImportedRow } from '../../shared/contract/import'
import { ImportRefusal } from '../importers/refusal'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

/**
 * @param readsPaths whether the caller may name files by their path: whoever types a command line may read his own files, a page may not
 */
export const importApi = (tasks: TaskRunner, readsPaths: boolean): ApiPart<'import'> => ({
  'import.read': async (input, { signal, emit }) => {
    if (input.path !== undefined && !readsPaths) throw new ImportRefusal('not-allowed', {}, 'path')
    const rows: ImportedRow[] = []
    const read = await tasks.run('import.read', input, {
      signal,
      // Rows come in parts, so that taking them over never holds up what else there is to do.
      emit: (item) => (isRows(item) ? void rows.push(...item.rows) : emit(item))
    })
    return { ...read, rows }
  }
})

const isRows = (item: unknown): item is { rows: ImportedRow[] } => typeof item === 'object' && item !== null && 'rows' in item
