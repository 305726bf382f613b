/** One plan on the disk: its file through lowdb, how it was read, what may be written, and its earlier generations. */
import { basename, dirname } from 'node:path'
import { Low } from 'lowdb'
import type { DocumentInfo } from '../../shared/contract'
import type { Note } from '../../shared/notes'
import { EXTENSION, documentOf, serialise } from '../../shared/plan/document'
import type { PlanDocument } from '../../shared/plan/document'
import { MOST_BYTES } from '../../shared/plan/fileLimit'
import { tooLarge } from '../../shared/plan/fileText'
import { restore } from '../../shared/plan/restore'
import type { Restored } from '../../shared/plan/restore'
import type { Plan } from '../../shared/plan/schema'
import { backupPath, listBackups, placeForPrevious, pruneBackups } from './backups'
import type { Backup } from './backups'
import { DurableAdapter } from './durableAdapter'
import { ensureFolder } from './durableFile'
import type { WriteDurable } from './durableFile'
import { errorCode } from './fileSystem'
import type { FileSystem } from './fileSystem'
import { StorageRefusal, readRefusal, writeRefusal } from './storageRefusal'

export interface PlanFileParts {
  id: string
  path: string
  /** True for a file outside the library, given by the user and edited in place. */
  external: boolean
  backupFolder: string
  fs: FileSystem
  platform: NodeJS.Platform
  writeDurable: WriteDurable
  clock: () => Date
  /** Version of the app, written into the document. */
  app: string
}

export class PlanFile {
  readonly id: string
  readonly path: string
  readonly external: boolean
  /** How the file was last read; null before that, or when there is none. */
  restored: Restored | null = null
  /** Why the last save is in memory only; null when it is on the disk. */
  unsaved: Note | null = null
  private readonly low: Low<PlanDocument | null>
  private readonly adapter: DurableAdapter<PlanDocument | null>
  private backups: Backup[] = []
  /** True while the generation on the disk deserves a dated backup. */
  private keepDated = false

  constructor(private readonly parts: PlanFileParts) {
    const { id, path, external, fs, writeDurable, clock, backupFolder } = parts
    this.id = id
    this.path = path
    this.external = external
    this.adapter = new DurableAdapter<PlanDocument | null>({
      path,
      fs,
      writeDurable,
      codec: {
        parse: (bytes) => (this.restored = restore(bytes)).document,
        serialise: (document) => serialise(document!)
      },
      // A plan outside the library keeps its previous generation beside it when the library's folder cannot be written.
      keepPreviousAt: () => [placeForPrevious(backupFolder, this.backups, clock(), this.keepDated), ...(external ? [`${path}.bak`] : [])],
      setAsideAt: () => `${path}.bad-${clock().toISOString().replaceAll(':', '-')}`
    })
    this.low = new Low<PlanDocument | null>(this.adapter, null)
  }

  /** Reads the file unless memory holds something newer that could not be saved. Null when there is no file. */
  async read(): Promise<Restored | null> {
    if (this.unsaved) return this.restored
    this.restored = null
    this.low.data = null
    await this.low.read()
    if (this.adapter.refused) this.restored = damaged(this.adapter.refused)
    return this.restored
  }

  /** Writes a new plan into the file; the baseline is kept as it was unless one is given. Resolves with the moment when the bytes are on the disk. */
  async save(plan: Plan, baseline?: Plan, more: Partial<PlanDocument> = {}): Promise<string> {
    if (this.restored?.verdict === 'newer') throw new StorageRefusal('document-newer', { path: this.path }, this.path)
    if (this.adapter.found === 'damaged' && !this.adapter.mayReplaceDamaged) throw new StorageRefusal('document-damaged', { path: this.path }, this.path)
    const { app, clock, fs, backupFolder } = this.parts
    const savedAt = clock().toISOString()
    const kept = this.low.data ?? documentOf(plan, app, savedAt)
    const document: PlanDocument = { ...kept, ...more, app, savedAt, plan, ...(baseline ? { baseline } : {}) }
    this.keepDated = this.restored?.verdict === 'migrated' || isKept(kept)
    this.low.data = document
    this.restored = { verdict: 'ok', document, plan, baseline: document.baseline ?? null, notes: [] }
    try {
      if (!this.external) await ensureFolder(this.parts, dirname(this.path))
      this.backups = await this.listed()
      await this.low.write()
      this.unsaved = null
    } catch (problem) {
      const refusal = writeRefusal(problem, this.path)
      if (refusal.code !== 'changed-outside') this.unsaved = refusal.note
      throw refusal
    }
    await pruneBackups(fs, backupFolder)
    return savedAt
  }

  /** Opens an earlier generation: the next save puts it in the file's place, keeping what is there under another name. */
  async readBackup(name: string): Promise<Restored | null> {
    const backup = (await this.listed()).find((b) => b.name === name)
    if (!backup) return null
    const restored = await this.restoredBackup(backup)
    if (restored.document) {
      if (this.adapter.found === 'unread') await this.read()
      if (this.restored?.verdict === 'newer') return restored
      this.adapter.mayReplaceDamaged = true
      this.low.data = restored.document
      this.restored = restored
    }
    return restored
  }

  /** The backups that can be opened, newest first. */
  async openable(): Promise<{ id: string; savedAt: string }[]> {
    const good: { id: string; savedAt: string }[] = []
    try {
      for (const backup of await this.listed()) {
        const { document } = await this.restoredBackup(backup)
        if (document) good.push({ id: `${this.id}/${backup.name}`, savedAt: document.savedAt || backup.savedAt })
      }
    } catch (problem) {
      // A plan opens although its backups cannot be read; saving will say so.
      if (errorCode(problem) === '') throw problem
    }
    return good.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  }

  /** What is on the disk (or in memory, if it could not be saved), without becoming the state that a save is checked against. Null when there is no file. */
  async peek(): Promise<Restored | null> {
    if (this.unsaved) return this.restored
    try {
      return await this.restoredFrom(this.path)
    } catch (problem) {
      const refusal = readRefusal(problem, this.path)
      return refusal.code === 'file-missing' ? null : damaged(refusal.note)
    }
  }

  /** How the document is listed; `path` only when it is outside the library. */
  info({ document, plan }: Restored): DocumentInfo {
    const name = plan?.name || basename(this.path).replace(EXTENSION, '')
    return { id: this.id, name, savedAt: document?.savedAt ?? '', example: document?.example ?? null, path: this.external ? this.path : null }
  }

  private listed = (): Promise<Backup[]> => listBackups(this.parts.fs, this.parts.backupFolder)

  private restoredBackup = ({ name }: Backup): Promise<Restored> => this.restoredFrom(backupPath(this.parts.backupFolder, name))

  private async restoredFrom(path: string): Promise<Restored> {
    const { size } = await this.parts.fs.stat(path)
    return size > MOST_BYTES ? damaged(tooLarge(size)) : restore(await this.parts.fs.readFile(path))
  }
}

/** Whether a generation is one that the user kept with Save and not changed since. */
const isKept = ({ plan, baseline }: PlanDocument): boolean => baseline !== undefined && JSON.stringify(plan) === JSON.stringify(baseline)

const damaged = (why: Note): Restored => ({ verdict: 'damaged', document: null, plan: null, baseline: null, notes: [why] })
