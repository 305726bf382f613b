/** An expected failure of storage, with the path that it is about: what a procedure of the contract rejects with. */
import { note } from '../../shared/notes'
import type { Note, NoteCode } from '../../shared/notes'
import { errorCode } from './fileSystem'

export class StorageRefusal extends Error {
  readonly code: string
  readonly path: string
  readonly note: Note
  readonly values: Record<string, number | string>
  constructor(code: NoteCode, values: Record<string, number | string>, path = '') {
    const about = note(code, values)
    super(about.message)
    this.name = 'StorageRefusal'
    this.code = code
    this.path = path
    this.note = about
    this.values = values
  }
}

const WRITE_CODES: Record<string, NoteCode> = {
  EACCES: 'folder-not-writable',
  EPERM: 'folder-not-writable',
  EROFS: 'folder-not-writable',
  ENOTDIR: 'folder-not-writable',
  EEXIST: 'folder-not-writable',
  ENOENT: 'folder-not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'file-locked'
}

/** The reason why something could not be written; an error that is not the file system's own is a defect and thrown on. */
export function writeRefusal(problem: unknown, path: string): StorageRefusal {
  if (problem instanceof StorageRefusal) return problem
  const code = errorCode(problem)
  if (code === '') throw problem
  return new StorageRefusal(WRITE_CODES[code] ?? 'save-failed', { path, reason: code }, path)
}

/** The reason why something could not be read. */
export function readRefusal(problem: unknown, path: string): StorageRefusal {
  if (problem instanceof StorageRefusal) return problem
  const code = errorCode(problem)
  if (code === '') throw problem
  return new StorageRefusal(code === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path, reason: code }, path)
}
