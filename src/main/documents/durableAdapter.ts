/** lowdb over durable files: a validated read, and a write that never replaces what it has not read. */
import { createHash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import type { Note } from '../../shared/notes'
import { MOST_BYTES } from '../../shared/plan/fileLimit'
import { tooLarge } from '../../shared/plan/fileText'
import type { WriteDurable } from './durableFile'
import { errorCode } from './fileSystem'
import type { FileSystem } from './fileSystem'
import { StorageRefusal, readRefusal, writeRefusal } from './storageRefusal'

/** Between the bytes of a file and what they mean. `parse` gives null for content that must not be taken for data; whoever made it knows why. */
export interface Codec<T> {
  parse: (bytes: Uint8Array) => T | null
  serialise: (data: T) => string
}

export interface AdapterParts<T> {
  path: string
  codec: Codec<T>
  fs: FileSystem
  writeDurable: WriteDurable
  /** Paths that may keep the generation that a write replaces; see `WriteOptions`. */
  keepPreviousAt: () => readonly string[]
  /** Where a damaged file is kept when it must be replaced. */
  setAsideAt: () => string
  /** True for files of which the last writer wins (settings): they are not checked for changes by others. */
  shared?: boolean
}

export type Found = 'unread' | 'missing' | 'good' | 'damaged'

export class DurableAdapter<T> implements Adapter<T> {
  /** What the last read found; a write that succeeds makes it `good`. */
  found: Found = 'unread'
  /** Why there are no data although there is a file, when its content was never looked at. */
  refused: Note | null = null
  /** Must be set before a damaged file may be replaced; it is then kept under another name. */
  mayReplaceDamaged = false
  /** Hash of the content that we read or wrote last. */
  private known: string | null = null

  constructor(private readonly parts: AdapterParts<T>) {}

  /** The data; null when there is no file or it is damaged (see `found`). Rejects with a StorageRefusal when the file cannot be read. */
  async read(): Promise<T | null> {
    this.refused = null
    this.mayReplaceDamaged = false
    const bytes = await this.bytes()
    if (bytes === null) {
      this.found = this.refused ? 'damaged' : 'missing'
      return null
    }
    this.known = hashOf(bytes)
    const data = this.parts.codec.parse(bytes)
    this.found = data === null ? 'damaged' : 'good'
    return data
  }

  /** Resolves when the data are on the disk. Rejects with a StorageRefusal, the file then being as it was. */
  async write(data: T): Promise<void> {
    const { path, writeDurable, keepPreviousAt, setAsideAt, codec } = this.parts
    const replacesDamaged = this.found === 'damaged'
    if (replacesDamaged && !this.mayReplaceDamaged) throw new StorageRefusal('document-damaged', { path }, path)
    const text = codec.serialise(data)
    if (!replacesDamaged && !this.parts.shared) await this.refuseIfChanged()
    try {
      await writeDurable(path, text, {
        keepPreviousAt: replacesDamaged ? [setAsideAt()] : keepPreviousAt(),
        onReplaced: () => {
          this.known = hashOf(text)
          this.found = 'good'
          this.mayReplaceDamaged = false
        }
      })
    } catch (problem) {
      throw writeRefusal(problem, path)
    }
  }

  private async refuseIfChanged(): Promise<void> {
    const bytes = await this.bytes()
    // A file that is gone is written again: that loses nothing.
    if (bytes === null && this.refused === null) return
    if (bytes === null || hashOf(bytes) !== this.known) throw new StorageRefusal('changed-outside', { path: this.parts.path }, this.parts.path)
  }

  private async bytes(): Promise<Uint8Array | null> {
    const { fs, path } = this.parts
    try {
      const { size } = await fs.stat(path)
      if (size <= MOST_BYTES) return await fs.readFile(path)
      this.refused = tooLarge(size)
      return null
    } catch (problem) {
      if (errorCode(problem) === 'ENOENT') return null
      throw readRefusal(problem, path)
    }
  }
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
