/** The evidence library on screen: its rows as the host has them, and what is done with the planner's own. */
import type { Input, Output } from '../../../shared/contract'
import type { EvidenceRow } from '../../../shared/contract/evidence'
import type { Note } from '../../../shared/notes'
import { download } from './documents.svelte'
import { sentenceOf } from './editing'
import { call } from './host'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { problemOf, sayProblem, type Problem } from './refusals'

export type Library = Output<'evidence.list'>
export type Imported = Output<'evidence.import'>
type Draft = Input<'evidence.save'>['entry']

class EvidenceState {
  library = $state.raw<Library | null>(null)
  /** Why the library could not be read. */
  problem = $state.raw<Problem | null>(null)
  /** What the last import did, until it is closed. */
  imported = $state.raw<Imported | null>(null)

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

  /** Reads a shared file; what came of it is shown. */
  async import(file: File): Promise<void> {
    this.imported = await this.#do(async () => {
      const done = await call('evidence.import', { text: await file.text() })
      say(done.notes)
      return done
    })
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
  async #do<T>(change: () => Promise<T>): Promise<T | null> {
    let answer: T | null = null
    await this.#try(async () => {
      answer = await change()
      await this.#refresh()
    })
    return answer
  }

  async #try(run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (reason) {
      const problem = problemOf(reason)
      if (this.library === null) this.problem = problem
      else notices.show(sayProblem(problem, reader.text, reader.language))
    }
  }
}

function say(notes: readonly Note[]): void {
  for (const { code, values } of notes) notices.show(sentenceOf(code, values, reader.text, reader.language))
}

export const evidence = new EvidenceState()
