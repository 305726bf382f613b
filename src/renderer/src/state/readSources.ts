/** Reads files one after the other, and those with models without sizes once more where another file knows them. */
import type { Input, Output } from '../../../shared/contract'
import type { Progress } from '../../../shared/contract/procedure'
import { sizesFromOthers, type FileState } from './fileReads'
import { call } from './host'
import type { ReadSettings, Source } from './intakeKept'
import { isCancelled, problemOf } from './refusals'

interface Context {
  readonly signal: AbortSignal
  /** How much of all files was read, in bytes. */
  readonly tell: (progress: Progress) => void
}

/** What became of each; rejects only when it is cancelled. */
export async function readSources(sources: readonly Source[], settings: ReadSettings, { signal, tell }: Context): Promise<FileState[]> {
  const total = sources.reduce((sum, source) => sum + lengthOf(source), 0)
  const states: FileState[] = []
  let before = 0
  for (const source of sources) {
    const done = before
    states.push(await readOne(source, settings, { signal, tell: (progress) => tell({ stage: 'reading', done: done + progress.done, total }) }))
    before += lengthOf(source)
  }
  const whole: FileState[] = []
  for (const state of states) {
    const { models, notes } = sizesFromOthers(states, state)
    if (notes.length === 0) whole.push(state)
    else {
      const again = await readOne(state.source, { ...settings, models: { ...models, ...settings.models } }, { signal, tell: () => undefined })
      whole.push(again.read === null ? again : { ...again, read: { ...again.read, warnings: [...again.read.warnings, ...notes] } })
    }
  }
  return whole
}

/** Rows of samples may hold long texts: so many characters of them are worth having on the page. */
const MOST_CHARACTERS = 12e6

const lengthOf = (source: Source): number => (source.kind === 'file' ? source.size : source.text.length)

async function readOne(source: Source, settings: ReadSettings, { signal, tell }: Context): Promise<FileState> {
  const what: Input<'import.read'> = {
    mostCharacters: MOST_CHARACTERS,
    ...settings,
    ...(source.kind === 'file' ? { file: source.file } : { text: source.text }),
    fileName: source.name
  }
  try {
    const read: Output<'import.read'> = await call('import.read', what, { signal, onItem: (item) => tell(item as Progress) })
    return { source, read, problem: null }
  } catch (reason) {
    if (isCancelled(reason)) throw reason
    return { source, read: null, problem: problemOf(reason) }
  }
}
