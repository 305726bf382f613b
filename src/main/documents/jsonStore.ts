/**
 * A small disposable file (settings, files opened): read through its schema, written durably. Damaged → defaults, the damaged file being kept under another
 * name once it is replaced; not writable → kept in memory. Several running instances share it, the last writer of a field wins.
 */
import { dirname } from 'node:path'
import { Low } from 'lowdb'
import type * as z from 'zod'
import { note } from '../../shared/notes'
import type { Note, NoteCode } from '../../shared/notes'
import { readJson } from '../../shared/plan/fileText'
import { DurableAdapter } from './durableAdapter'
import { ensureFolder } from './durableFile'
import type { WriteDurable } from './durableFile'
import type { FileSystem } from './fileSystem'
import { StorageRefusal, writeRefusal } from './storageRefusal'

export interface JsonStoreParts<T> {
  path: string
  schema: z.ZodType<T>
  defaults: T
  /** What is told of a damaged file: its `path`, and as what it is `kept`. */
  reset: NoteCode
  fs: FileSystem
  platform: NodeJS.Platform
  writeDurable: WriteDurable
  clock: () => Date
  /** Spaces by which a level is set in, for files that a person may read; none unless told. */
  indent?: number
  /** Told of what a reader should know: settings that start afresh, a folder that cannot be written. */
  report: (note: Note) => void
}

export class JsonStore<T extends object> {
  private readonly adapter: DurableAdapter<T>
  private readonly low: Low<T>
  private readonly setAside: string
  /** True while memory holds a change that could not be written. */
  private unsaved = false

  constructor(private readonly parts: JsonStoreParts<T>) {
    const { path, schema, fs, writeDurable, defaults, clock, indent } = parts
    this.setAside = `${path}.bad-${clock().toISOString().replaceAll(':', '-')}`
    this.adapter = new DurableAdapter<T>({
      path,
      fs,
      writeDurable,
      shared: true,
      codec: {
        parse: (bytes) => {
          const read = readJson(bytes)
          return 'refused' in read ? null : (schema.safeParse(read.value).data ?? null)
        },
        serialise: (data) => `${JSON.stringify(data, null, indent)}\n`
      },
      keepPreviousAt: () => [],
      setAsideAt: () => this.setAside
    })
    this.low = new Low<T>(this.adapter, defaults)
  }

  /** What is on the disk; what is in memory when there is nothing readable there or the last change could not be written. */
  async get(): Promise<T> {
    if (this.unsaved) return this.low.data
    try {
      await this.low.read()
    } catch (problem) {
      if (!(problem instanceof StorageRefusal)) throw problem
      this.parts.report(problem.note)
    }
    if (this.adapter.found === 'damaged') {
      this.adapter.mayReplaceDamaged = true
      this.parts.report(note(this.parts.reset, { path: this.parts.path, kept: this.setAside }))
    }
    return this.low.data
  }

  /** Changes what `change` names and gives the whole; a failure to write is reported and the change kept in memory. */
  async set(change: Partial<T>): Promise<T> {
    const before = await this.get()
    this.low.data = { ...before, ...change }
    try {
      await ensureFolder(this.parts, dirname(this.parts.path))
      await this.low.write()
      this.unsaved = false
    } catch (problem) {
      this.unsaved = true
      this.parts.report(writeRefusal(problem, this.parts.path).note)
    }
    return this.low.data
  }
}
