/** The planner's documents and settings: what is shown at start, opening, autosave, the library, and what could not be stored. */
import { join } from 'node:path'
import * as z from 'zod'
import { settingsSchema } from '../../shared/contract'
import type { DocumentInfo, Opened, Output, ParsedInput, Settings } from '../../shared/contract'
import { note } from '../../shared/notes'
import type { Note } from '../../shared/notes'
import { EXTENSION, documentOf, serialise } from '../../shared/plan/document'
import { restore } from '../../shared/plan/restore'
import type { Restored } from '../../shared/plan/restore'
import type { Plan } from '../../shared/plan/schema'
import type { DurableParts } from './durableFile'
import type { Example } from './examples'
import { JsonStore } from './jsonStore'
import { Library } from './library'
import type { PlanFile } from './planFile'
import { createQueue } from './queue'
import { StorageRefusal, readRefusal } from './storageRefusal'

export interface DocumentsParts extends DurableParts {
  /** Data folder of the app; made when something is first written. */
  folder: string
  clock: () => Date
  /** Version of the app, written into documents. */
  app: string
  examples: readonly Example[]
  /** Plan file that the app was started with, as an absolute path; edited in place. */
  file?: string | undefined
}

/** Every method runs after those called before it have ended. Expected failures reject with a StorageRefusal {code, message, path}. */
export interface Documents {
  current: () => Promise<Opened>
  open: (which: ParsedInput<'documents.open'>) => Promise<Opened>
  /** A plan file of the user's (command line, dialog, second start): opened and saved in place. Only hosts call this: no path comes from the screen. */
  openFile: (path: string) => Promise<Opened>
  check: (text: string) => Opened
  save: (what: ParsedInput<'documents.save'>) => Promise<{ savedAt: string }>
  list: () => Promise<Output<'documents.list'>>
  remove: (id: string) => Promise<boolean>
  restore: (id: string) => Promise<DocumentInfo>
  exportBytes: (plan: Plan) => Output<'documents.export'>
  settings: () => Promise<Settings>
  changeSettings: (change: Partial<Settings>) => Promise<Settings>
  /** What a reader should know about the storage: settings that started afresh, a folder that cannot be written. */
  notes: () => Note[]
  /** Resolves when nothing is being written any more: what quitting waits for. */
  settled: () => Promise<void>
}

const MOST_RECENTS = 20
const filesSchema = z.record(z.string(), z.string())

export function createDocuments(parts: DocumentsParts): Documents {
  const { folder, fs, clock, app, examples } = parts
  const queue = createQueue()
  const library = new Library(parts)
  const reported = new Map<string, Note>()
  const report = (about: Note): void => void reported.set(about.message, about)
  const store = { fs, writeDurable: library.writeDurable, clock, report }
  const settings = new JsonStore<Settings>({ ...store, path: join(folder, 'settings.json'), schema: settingsSchema, defaults: settingsSchema.parse({}) })
  /** Paths of the files opened in place, by id, so that they can be found again at the next start. */
  const files = new JsonStore<Record<string, string>>({ ...store, path: join(folder, 'files.json'), schema: filesSchema, defaults: {} })
  let startFile = parts.file

  async function fileOf(id: string): Promise<PlanFile | null> {
    const known = library.plan(id)
    if (known || !id.startsWith('file:')) return known
    const path = (await files.get())[id]
    const file = path === undefined ? null : library.external(path)
    return file?.id === id ? file : null
  }

  async function remember(id: string): Promise<void> {
    const { recents, lastDocument } = await settings.get()
    if (lastDocument === id && recents[0] === id) return
    await settings.set({ lastDocument: id, recents: [id, ...recents.filter((r) => r !== id)].slice(0, MOST_RECENTS) })
  }

  async function opened(file: PlanFile, restored: Restored, notes: Note[] = restored.notes): Promise<Opened> {
    if (restored.verdict !== 'damaged') await remember(file.id)
    const { verdict, plan, baseline } = restored
    const all = file.unsaved ? [...notes, file.unsaved] : notes
    return { info: file.info(restored), verdict, plan, baseline, notes: all, backups: await file.openable() }
  }

  /** Null when there is no such document. */
  async function openId(id: string): Promise<Opened | null> {
    const file = await fileOf(id)
    if (!file) return null
    try {
      const restored = await file.read()
      return restored && (await opened(file, restored))
    } catch (problem) {
      return unreadable(problem, file.path)
    }
  }

  async function openFile(path: string): Promise<Opened> {
    try {
      const file = library.external(await fs.realpath(path))
      const restored = await file.read()
      if (!restored) return failed(note('file-missing', { path }))
      await files.set({ [file.id]: file.path })
      return await opened(file, restored)
    } catch (problem) {
      return unreadable(problem, path)
    }
  }

  /** A new document of the library; when it cannot be written it lives in memory and its notes say why. */
  async function added(stem: string, restored: Restored, plan: Plan, example?: string): Promise<Opened> {
    const file = library.plan(library.freshId(stem))!
    try {
      await file.save(plan, restored.baseline ?? plan, { ...restored.document, ...(example === undefined ? {} : { example }) })
    } catch (problem) {
      if (!(problem instanceof StorageRefusal)) throw problem
    }
    return opened(file, file.restored!, restored.notes)
  }

  async function openText(text: string, name?: string): Promise<Opened> {
    const restored = restore(text)
    if (!restored.document) return unfiled(restored)
    const { plan } = restored.document
    const stem = (name ?? plan.name).replace(EXTENSION, '')
    return added(stem, restored, plan.name === '' ? { ...plan, name: stem.slice(0, 200) } : plan)
  }

  async function openExample(id: string): Promise<Opened> {
    const example = examples.find((e) => e.id === id)
    const restored = example && restore(example.text)
    if (!restored?.document) throw new StorageRefusal('example-missing', { id }, 'example')
    const untouched = JSON.stringify(restored.document.plan)
    for (const known of await library.ids()) {
      const document = (await library.plan(known)!.peek())?.document
      if (document?.example === id && JSON.stringify(document.plan) === untouched) return (await openId(known))!
    }
    return added(id, restored, restored.document.plan, id)
  }

  async function openBackup(id: string): Promise<Opened> {
    const at = id.lastIndexOf('/')
    const file = await fileOf(id.slice(0, at))
    const restored = file && (await file.readBackup(id.slice(at + 1)))
    if (!restored) throw new StorageRefusal('backup-missing', { id }, 'backup')
    return opened(file, restored, restored.document ? [...restored.notes, note('backup-opened', { savedAt: restored.document.savedAt })] : restored.notes)
  }

  async function listed(): Promise<DocumentInfo[]> {
    const library_ = (await library.ids()).map((id) => library.plan(id)!)
    const infos = await Promise.all([...library_, ...library.externals()].map(async (file) => ({ file, restored: await file.peek() })))
    return infos.flatMap(({ file, restored }) => (restored ? [file.info(restored)] : [])).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  }

  async function current(): Promise<Opened> {
    if (startFile !== undefined) {
      const path = startFile
      startFile = undefined
      return openFile(path)
    }
    await library.sweep()
    const { lastDocument, recents } = await settings.get()
    for (const id of [...(lastDocument === null ? [] : [lastDocument]), ...recents]) {
      const found = await openId(id)
      if (found) return found
    }
    const newest = (await listed())[0]
    return (newest && (await openId(newest.id))) ?? openExample(examples[0]?.id ?? '')
  }

  async function save({ id, plan, baseline }: ParsedInput<'documents.save'>): Promise<{ savedAt: string }> {
    const file = await fileOf(id)
    if (!file || !(file.restored ?? (await file.read()))) throw new StorageRefusal('document-missing', { id }, 'id')
    return { savedAt: await file.save(plan, baseline) }
  }

  async function remove(id: string): Promise<boolean> {
    const file = await fileOf(id)
    if (file?.external) throw new StorageRefusal('document-external', { path: file.path }, file.path)
    return library.remove(id)
  }

  async function bringBack(id: string): Promise<DocumentInfo> {
    const restored = (await library.bringBack(id)) && (await library.plan(id)!.peek())
    if (!restored) throw new StorageRefusal('document-missing', { id }, 'id')
    return library.plan(id)!.info(restored)
  }

  return {
    current: () => queue.run(current),
    open: (which) =>
      queue.run(async () => {
        if ('text' in which) return openText(which.text, which.name)
        if ('example' in which) return openExample(which.example)
        if ('backup' in which) return openBackup(which.backup)
        const found = await openId(which.id)
        if (!found) throw new StorageRefusal('document-missing', { id: which.id }, 'id')
        return found
      }),
    openFile: (path) => queue.run(() => openFile(path)),
    check: (text) => unfiled(restore(text)),
    save: (what) => queue.run(() => save(what)),
    list: () =>
      queue.run(async () => ({ documents: await listed(), examples: examples.map(({ id, text }) => ({ id, name: restore(text).plan?.name || id })) })),
    remove: (id) => queue.run(() => remove(id)),
    restore: (id) => queue.run(() => bringBack(id)),
    exportBytes: (plan) => ({
      fileName: `${fileName(plan.name)}${EXTENSION}`,
      mediaType: 'application/json',
      base64: Buffer.from(serialise(documentOf(plan, app, clock().toISOString()))).toString('base64')
    }),
    settings: () => queue.run(() => settings.get()),
    changeSettings: (change) => queue.run(() => settings.set(change)),
    notes: () => [...reported.values()],
    settled: queue.settled
  }
}

/** A plan that was read but belongs to no document. */
const unfiled = ({ verdict, plan, baseline, notes }: Restored): Opened => ({ info: null, verdict, plan, baseline, notes, backups: [] })

const failed = (why: Note): Opened => ({ info: null, verdict: 'damaged', plan: null, baseline: null, notes: [why], backups: [] })

const unreadable = (problem: unknown, path: string): Opened => failed(readRefusal(problem, path).note)

/** A plan's name as a file name: without the characters that some file system refuses. */
const fileName = (name: string): string =>
  // eslint-disable-next-line no-control-regex
  name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/[. ]+$|^[. ]+/g, '') || 'plan'
