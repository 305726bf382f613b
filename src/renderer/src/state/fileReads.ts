/** What was read from several files, as if it were one: rows one after the other, problems with the name of their file, sizes of models shared between files. */
import type { Output } from '../../../shared/contract'
import type { ImportedRow } from '../../../shared/contract/import'
import type { Problem as RowProblem } from '../../../shared/contract/observations'
import { note } from '../../../shared/note'
import type { Note } from '../../../shared/notes'
import type { ReadSettings, Source } from './intakeKept'
import { problemOf, type Problem } from './refusals'
import { CallRefused } from './host'

type Read = Output<'import.read'>
type Sizes = NonNullable<ReadSettings['models']>

/** A file and what became of it. */
export interface FileState {
  readonly source: Source
  readonly read: Read | null
  /** Why none of it is among the rows. */
  readonly problem: Problem | null
}

/** As `import.read` answers of one file; with several, `fileName` says which one a problem is in. */
export type FileRead = Omit<Read, 'problems'> & { readonly problems: readonly (RowProblem & { readonly fileName?: string })[] }

/** Files of one kind together; null when nothing was read. A file of another kind than the first is set apart. */
export function together(states: readonly FileState[]): { files: FileState[]; reading: FileRead | null } {
  const first = states.find(({ read }) => read !== null)
  const files = states.map((state) => {
    if (state.read === null || first?.read?.kind === state.read.kind) return state
    const about = note('intake-other-rows', { fileName: state.source.name, first: first!.source.name })
    return { ...state, read: null, problem: problemOf(new CallRefused({ ...about, path: '' })) }
  })
  const good = files.flatMap(({ source, read }) => (read === null ? [] : [{ read, name: source.name }]))
  if (good.length === 0) return { files, reading: null }
  if (good.length === 1) return { files, reading: good[0]!.read }
  const reads = good.map(({ read }) => read)
  const all = <Item>(of: (read: Read) => readonly Item[]): Item[] => reads.flatMap((read) => [...of(read)])
  const sum = (count: keyof Read['counts']): number => reads.reduce((total, { counts }) => total + counts[count], 0)
  const tabular = reads.find(({ table }) => table !== null)
  return {
    files,
    reading: {
      format: reads[0]!.format,
      kind: reads[0]!.kind,
      rows: all(({ rows }) => rows),
      observations: all(({ observations }) => observations),
      problems: good.flatMap(({ read, name }) => read.problems.map((problem) => ({ ...problem, fileName: name }))),
      columns: columnsOf(reads),
      table: tabular?.table ?? null,
      counts: { lines: sum('lines'), rows: sum('rows'), returned: sum('returned'), problems: sum('problems') },
      suggestions: once(
        all(({ suggestions }) => suggestions),
        ({ model }) => model
      ),
      warnings: once(
        all(({ warnings }) => warnings),
        ({ message }) => message
      )
    }
  }
}

/** Columns by name: the settings speak of names, whichever file they stand in. */
const columnsOf = (reads: readonly Read[]): Read['columns'] =>
  once(
    reads.flatMap(({ columns }) => columns),
    ({ name }) => name
  )

function once<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const seen = new Map<string, Item>()
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item)
  return [...seen.values()]
}

/** Sizes for models of a file that have none there, from the other files; a model that has two sizes there gets none. With notes that say so. */
export function sizesFromOthers(states: readonly FileState[], of: FileState): { models: Sizes; notes: Note[] } {
  const models: Record<string, Sizes[string]> = {}
  const notes: Note[] = []
  const wanted = new Set((of.read?.rows ?? []).flatMap((row) => (sized(row) === null && nameOf(row) !== null ? [nameOf(row)!] : [])))
  for (const other of wanted.size === 0 ? [] : states.filter((state) => state !== of)) {
    const known = sizesIn(other.read?.rows ?? [])
    const found = [...wanted].filter((model) => known.has(model) && !Object.hasOwn(models, model))
    for (const model of found) models[model] = known.get(model)!
    if (found.length > 0) notes.push(note('intake-sizes-from', { count: found.length, fileName: of.source.name, from: other.source.name }))
  }
  return { models, notes }
}

function sizesIn(rows: readonly ImportedRow[]): Map<string, Sizes[string]> {
  const known = new Map<string, Sizes[string]>()
  const doubtful = new Set<string>()
  for (const row of rows) {
    const model = nameOf(row)
    const sizes = sized(row)
    if (model === null || sizes === null) continue
    const before = known.get(model)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(sizes)) doubtful.add(model)
    known.set(model, sizes)
  }
  for (const model of doubtful) known.delete(model)
  return known
}

const nameOf = (row: ImportedRow): string | null => ('model' in row ? (row.model ?? null) : null)

/** What a row says of its model’s size; null when nothing. */
function sized(row: ImportedRow): Sizes[string] | null {
  if (!('model' in row)) return null
  const { N, D, C } = row
  if (N === null || N === undefined) return null
  const family = 'family' in row ? row.family : null
  return { N, ...(D ? { D } : {}), ...(C ? { C } : {}), ...(family ? { family } : {}) }
}
