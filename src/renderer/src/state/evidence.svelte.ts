/** The evidence library on screen: its rows as the host has them, and what is done with the planner's own. */
import type { Input, Output } from '../../../shared/contract'
import type { EvidenceRow } from '../../../shared/contract/evidence'
import { note } from '../../../shared/note'
import type { Note } from '../../../shared/notes'
import { MOST_BYTES } from '../../../shared/plan/fileLimit'
import { fill } from '../../../shared/text/fill'
import { download } from './documents.svelte'
import { sentenceOf } from './editing'
import { CallRefused, call } from './host'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { problemOf, sayProblem, type Problem } from './refusals'

export type Library = Output<'evidence.list'>
/** What came of a shared file. */
export interface Imported extends Output<'evidence.import'> {
  readonly fileName: string
}
type Draft = Input<'evidence.save'>['entry']

class EvidenceState {
  library = $state.raw<Library | null>(null)
  /** Why the library could not be read. */
  problem = $state.raw<Problem | null>(null)
  /** What the last import did, file by file, each until it is closed. */
  imported = $state.raw<readonly Imported[]>([])

  rows: readonly EvidenceRow[] = $derived(this.library?.rows ?? [])

  async load(): Promise<void> {
    await this.#try(() => this.#refresh())
  }

  /** Keeps an own entry; answers its row, or null where it was refused, which is said. */
  async save(entry: Draft): Promise<{ row: EvidenceRow; known: boolean } | null> {
    return this.#do(async () => {
      const { notes, ...saved } = await call('evidence.save', { entry })
      say(notes)
      return saved
    })
  }

  async remove(id: string): Promise<boolean> {
    const answer = await this.#do(() => call('evidence.remove', { id }))
    say(answer?.notes ?? [])
    return answer?.removed ?? false
  }

  async restore(id: string): Promise<void> {
    const answer = await this.#do(() => call('evidence.restore', { id }))
    say(answer?.notes ?? [])
  }

  /** Reads shared files, one after the other; what came of each is shown. */
  async import(files: readonly File[]): Promise<void> {
    this.imported = []
    for (const file of files) {
      const done = await this.#do(() => importOf(file), file.name)
      if (done === null) continue
      say(done.notes)
      this.imported = [...this.imported, { ...done, fileName: file.name }]
    }
  }

  async export(ids?: readonly string[]): Promise<void> {
    await this.#try(async () => {
      const file = await call('evidence.export', ids === undefined ? {} : { ids: [...ids] })
      download(file)
      notices.show(reader.text.screen.targets.library.exported.replace('{name}', file.fileName))
    })
  }

  async #refresh(): Promise<void> {
    this.library = await call('evidence.list', {})
    this.problem = null
    say(this.library.notes)
  }

  /** A change of the library, which is then read anew. */
  async #do<T>(change: () => Promise<T>, fileName: string | null = null): Promise<T | null> {
    let answer: T | null = null
    await this.#try(async () => {
      answer = await change()
      await this.#refresh()
    }, fileName)
    return answer
  }

  /** @param fileName the file that it is about, named with what went wrong */
  async #try(run: () => Promise<void>, fileName: string | null = null): Promise<void> {
    try {
      await run()
    } catch (reason) {
      const problem = problemOf(reason)
      const said = sayProblem(problem, reader.text, reader.language)
      if (this.library === null) this.problem = problem
      else notices.show(fileName === null ? said : fill(reader.text.screen.targets.library.refused, { fileName, reason: said }, reader.language))
    }
  }
}

/** Longer than any library, and than a call may be: refused before it is read. */
async function importOf(file: File): Promise<Output<'evidence.import'>> {
  const [megabytes, limit] = [Math.ceil(file.size / 1e6), MOST_BYTES / 1e6]
  if (megabytes > limit) throw new CallRefused({ ...note('intake-too-large', { megabytes, limit }), path: '' })
  return call('evidence.import', { text: await file.text() })
}

function say(notes: readonly Note[]): void {
  for (const { code, values } of notes) notices.show(sentenceOf(code, values, reader.text, reader.language))
}

export const evidence = new EvidenceState()
