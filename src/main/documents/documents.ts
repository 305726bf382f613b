/** The planner's documents and settings: what is shown at start, opening, autosave, the library, and what could not be stored. */
import { join } from 'node:path'
import * as z from 'zod'
import { settingsSchema } from '../../shared/contract'
import type { DocumentInfo, Opened, Output, ParsedInput, Settings } from '../../shared/contract'
import type { Note } from '../../shared/notes'
import { EXTENSION, documentOf, serialise } from '../../shared/plan/document'
import { restore } from '../../shared/plan/restore'
import type { Plan } from '../../shared/plan/schema'
import type { DurableParts } from './durableFile'
import type { Example } from './examples'
import { JsonStore } from './jsonStore'
import { Library } from './library'
import { Opening, unfiled } from './opening'
import { createQueue } from './queue'
import { StorageRefusal } from './storageRefusal'

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

const filesSchema = z.record(z.string(), z.string())

export function createDocuments(parts: DocumentsParts): Documents {
  const { folder, fs, platform, clock, app, examples } = parts
  const queue = createQueue()
  const library = new Library(parts)
  const reported = new Map<string, Note>()
  const store = {
    fs,
    platform,
    writeDurable: library.writeDurable,
    clock,
    reset: 'settings-reset' as const,
    indent: 2,
    report: (about: Note) => void reported.set(about.message, about)
  }
  const settings = new JsonStore<Settings>({ ...store, path: join(folder, 'settings.json'), schema: settingsSchema, defaults: settingsSchema.parse({}) })
  const files = new JsonStore<Record<string, string>>({ ...store, path: join(folder, 'files.json'), schema: filesSchema, defaults: {} })
  const opening = new Opening({ fs, library, settings, files, examples })
  let startFile = parts.file

  async function current(): Promise<Opened> {
    if (startFile !== undefined) {
      const path = startFile
      startFile = undefined
      return opening.inPlace(path)
    }
    await library.sweep()
    return opening.last(async () => (await listed())[0]?.id)
  }

  async function open(which: ParsedInput<'documents.open'>): Promise<Opened> {
    if ('text' in which) return opening.text(which.text, which.name)
    if ('example' in which) return opening.example(which.example)
    if ('backup' in which) return opening.backup(which.backup)
    const found = await opening.byId(which.id)
    if (!found) throw new StorageRefusal('document-missing', { id: which.id }, 'id')
    return found
  }

  async function listed(): Promise<DocumentInfo[]> {
    const plans = [...(await library.ids()).map((id) => library.plan(id)!), ...library.externals()]
    const infos = await Promise.all(plans.map(async (plan) => ({ plan, restored: await plan.peek() })))
    return infos.flatMap(({ plan, restored }) => (restored ? [plan.info(restored)] : [])).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  }

  async function save({ id, plan, baseline }: ParsedInput<'documents.save'>): Promise<{ savedAt: string }> {
    const file = await opening.fileOf(id)
    if (!file || !(file.restored ?? (await file.read()))) throw new StorageRefusal('document-missing', { id }, 'id')
    return { savedAt: await file.save(plan, baseline) }
  }

  async function remove(id: string): Promise<boolean> {
    const file = await opening.fileOf(id)
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
    open: (which) => queue.run(() => open(which)),
    openFile: (path) => queue.run(() => opening.inPlace(path)),
    check: (text) => unfiled(restore(text)),
    save: (what) => queue.run(() => save(what)),
    list: () => queue.run(async () => ({ documents: await listed(), examples: examples.map(exampleInfo) })),
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

const exampleInfo = ({ id, text }: Example): { id: string; name: string } => ({ id, name: restore(text).plan?.name || id })

/** A plan's name as a file name: without the characters that some file system refuses. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f\s]+/g, ' ').replace(/[. ]+$|^[. ]+/g, '') || 'plan'
