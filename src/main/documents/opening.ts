/** Every way in which a document comes onto the screen. */
import type { Opened, Settings } from '../../shared/contract'
import { note } from '../../shared/notes'
import type { Note } from '../../shared/notes'
import { EXTENSION } from '../../shared/plan/document'
import { restore } from '../../shared/plan/restore'
import type { Restored } from '../../shared/plan/restore'
import type { Plan } from '../../shared/plan/schema'
import type { Example } from './examples'
import type { FileSystem } from './fileSystem'
import type { JsonStore } from './jsonStore'
import type { Library } from './library'
import type { PlanFile } from './planFile'
import { StorageRefusal, readRefusal } from './storageRefusal'

export interface OpeningParts {
  fs: FileSystem
  library: Library
  settings: JsonStore<Settings>
  /** Paths of the files opened in place, by id, so that they can be found again at the next start. */
  files: JsonStore<Record<string, string>>
  examples: readonly Example[]
}

const MOST_RECENTS = 20

export class Opening {
  constructor(private readonly parts: OpeningParts) {}

  /** The document with an id; null when no id of that form can be one. */
  async fileOf(id: string): Promise<PlanFile | null> {
    const { library, files } = this.parts
    const known = library.plan(id)
    if (known || !id.startsWith('file:')) return known
    const path = (await files.get())[id]
    const file = path === undefined ? null : library.external(path)
    return file?.id === id ? file : null
  }

  /** What was shown last, else what was shown before that, else the newest of the library, else a copy of the first example. */
  async last(newestOfLibrary: () => Promise<string | undefined>): Promise<Opened> {
    const { settings, examples } = this.parts
    const { lastDocument, recents } = await settings.get()
    for (const id of [...(lastDocument === null ? [] : [lastDocument]), ...recents]) {
      const found = await this.byId(id)
      if (found) return found
    }
    const newest = await newestOfLibrary()
    return (newest === undefined ? null : await this.byId(newest)) ?? this.example(examples[0]?.id ?? '')
  }

  /** Null when there is no such document. */
  async byId(id: string): Promise<Opened | null> {
    const file = await this.fileOf(id)
    if (!file) return null
    try {
      const restored = await file.read()
      return restored && (await this.opened(file, restored))
    } catch (problem) {
      return unreadable(problem, file.path)
    }
  }

  /** A file of the user's, edited in place. */
  async inPlace(path: string): Promise<Opened> {
    const { fs, library, files } = this.parts
    try {
      const file = library.external(await fs.realpath(path))
      const restored = await file.read()
      if (!restored) return failed(note('file-missing', { path }))
      await files.set({ [file.id]: file.path })
      return await this.opened(file, restored)
    } catch (problem) {
      return unreadable(problem, path)
    }
  }

  /** A plan given as text becomes a document of the library, named after the file it came in if it has no name of its own. */
  async text(text: string, fileName?: string): Promise<Opened> {
    const restored = restore(text)
    if (!restored.document) return unfiled(restored)
    const { plan } = restored.document
    const stem = (fileName ?? plan.name).replace(EXTENSION, '')
    return this.added(stem, restored, plan.name === '' ? { ...plan, name: stem.slice(0, 200) } : plan)
  }

  /** A copy of an example; one that was opened before and never edited is opened again. */
  async example(id: string): Promise<Opened> {
    const { examples, library } = this.parts
    const example = examples.find((e) => e.id === id)
    const restored = example && restore(example.text)
    if (!restored?.document) throw new StorageRefusal('example-missing', { id }, 'example')
    const untouched = JSON.stringify(restored.document.plan)
    for (const known of await library.ids()) {
      const document = (await library.plan(known)!.peek())?.document
      const opened = document?.example === id && JSON.stringify(document.plan) === untouched ? await this.byId(known) : null
      if (opened) return opened
    }
    return this.added(id, restored, restored.document.plan, id)
  }

  /** An earlier generation, by the id that `opened` gave it: the document's id and the backup's name. */
  async backup(id: string): Promise<Opened> {
    const at = id.lastIndexOf('/')
    const file = await this.fileOf(id.slice(0, at))
    const restored = file && (await file.readBackup(id.slice(at + 1)))
    if (!restored) throw new StorageRefusal('backup-missing', { id }, 'backup')
    return this.opened(file, restored, restored.document ? [...restored.notes, note('backup-opened', { savedAt: restored.document.savedAt })] : restored.notes)
  }

  /** A new document of the library; when it cannot be written it lives in memory and its notes say why. */
  private async added(stem: string, restored: Restored, plan: Plan, example?: string): Promise<Opened> {
    const { library } = this.parts
    const file = library.plan(library.freshId(stem))!
    try {
      await file.save(plan, restored.baseline ?? plan, { ...restored.document, ...(example === undefined ? {} : { example }) })
    } catch (problem) {
      if (!(problem instanceof StorageRefusal)) throw problem
    }
    return this.opened(file, file.restored!, restored.notes)
  }

  private async opened(file: PlanFile, restored: Restored, notes: Note[] = restored.notes): Promise<Opened> {
    if (restored.verdict !== 'damaged') await this.remember(file.id)
    const { verdict, plan, baseline } = restored
    const all = file.unsaved ? [...notes, file.unsaved] : notes
    return { info: file.info(restored), verdict, plan, baseline, notes: all, backups: await file.openable() }
  }

  private async remember(id: string): Promise<void> {
    const { settings } = this.parts
    const { recents, lastDocument } = await settings.get()
    if (lastDocument === id && recents[0] === id) return
    await settings.set({ lastDocument: id, recents: [id, ...recents.filter((r) => r !== id)].slice(0, MOST_RECENTS) })
  }
}

/** A plan that was read but belongs to no document. */
export const unfiled = ({ verdict, plan, baseline, notes }: Restored): Opened => ({ info: null, verdict, plan, baseline, notes, backups: [] })

const failed = (why: Note): Opened => ({ info: null, verdict: 'damaged', plan: null, baseline: null, notes: [why], backups: [] })

const unreadable = (problem: unknown, path: string): Opened => failed(readRefusal(problem, path).note)
