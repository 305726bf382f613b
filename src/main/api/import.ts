/** import.* of the contract. */
import type { ImportedRow } from '../../shared/contract/import'
import type { Output } from '../../shared/contract'
import type { Intake } from '../documents/intake'
import { ImportRefusal } from '../importers/refusal'
import type { ImportRequest } from '../importers/readFile'
import { isRefusal } from '../refusal'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart, CallContext } from './implementation'

export interface ImportServices {
  tasks: TaskRunner
  intake: Intake
  examples: Output<'import.examples'>
  /** Whether the caller may name files by their path: whoever types a command line may read his own files, a page may not. */
  readsPaths: boolean
}

export const importApi = ({ tasks, intake, examples, readsPaths }: ImportServices): ApiPart<'import'> => ({
  'import.begin': (what) => intake.begin(what),
  'import.append': (slice) => intake.append(slice),
  'import.discard': async ({ file }) => ({ discarded: await intake.discard(file) }),
  'import.examples': () => examples,
  'import.read': async ({ file, ...input }, context) => {
    if (input.path !== undefined && !readsPaths) throw new ImportRefusal('not-allowed', {}, 'path')
    if (file === undefined) return read(tasks, input, context)
    const { path, fileName } = await intake.find(file)
    try {
      return await read(tasks, { fileName, ...input, path }, context)
    } catch (problem) {
      // What is wrong with the file is wrong with what was given.
      throw isRefusal(problem) && problem.path === 'path' ? Object.assign(problem, { path: 'file' }) : problem
    }
  }
})

async function read(tasks: TaskRunner, request: ImportRequest, { signal, emit }: CallContext): Promise<Output<'import.read'>> {
  const rows: ImportedRow[] = []
  const rest = await tasks.run('import.read', request, {
    signal,
    // Rows come in parts, so that taking them over never holds up what else there is to do.
    emit: (item) => (isRows(item) ? void rows.push(...item.rows) : emit(item))
  })
  return { ...rest, rows }
}

const isRows = (item: unknown): item is { rows: ImportedRow[] } => typeof item === 'object' && item !== null && 'rows' in item
