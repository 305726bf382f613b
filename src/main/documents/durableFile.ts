/**
 * Writing a file so that a crash at any moment leaves the old content or the new, never a mix, and so that what was acknowledged is on the disk:
 * temporary sibling → write → fsync → close → keep the previous generation → rename → fsync of the directory (SQLite, "Atomic Commit"; lowdb alone has no fsync).
 */
import { basename, dirname, join, resolve } from 'node:path'
import { errorCode } from './fileSystem'
import type { FileSystem } from './fileSystem'

export interface DurableParts {
  fs: FileSystem
  /** Fresh hexadecimal digits for the names of temporary files. */
  random: (bytes: number) => string
  platform: NodeJS.Platform
  /** Waits, in milliseconds; only used between attempts at a rename on Windows. */
  wait: (milliseconds: number) => Promise<void>
}

export interface WriteOptions {
  /** Paths for the generation that is replaced: the first that can be written takes it. If none can, nothing is replaced. */
  keepPreviousAt?: readonly string[]
  /** Told the moment the new content has taken the place of the old, even if the write then fails to be acknowledged. */
  onReplaced?: () => void
}

/** Resolves when the bytes are on the disk; rejects with the file system's error, the old content then being still in place unless only the last step failed. */
export type WriteDurable = (path: string, text: string, options?: WriteOptions) => Promise<void>

/** The one writer of a process: writes to the same path happen one after the other, in the order of the calls. */
export function durableWriter(parts: DurableParts): WriteDurable {
  const last = new Map<string, Promise<void>>()
  return function writeDurable(path, text, options = {}) {
    const key = parts.platform === 'win32' || parts.platform === 'darwin' ? path.toLowerCase() : path
    const before = last.get(key) ?? Promise.resolve()
    const write = before.catch(() => undefined).then(() => replace(parts, path, text, options))
    last.set(key, write)
    const forget = (): void => void (last.get(key) === write && last.delete(key))
    write.then(forget, forget)
    return write
  }
}

async function replace(parts: DurableParts, path: string, text: string, { keepPreviousAt = [], onReplaced }: WriteOptions): Promise<void> {
  const { fs } = parts
  const target = await realTarget(fs, path)
  const folder = dirname(target)
  const existing = await modeOf(fs, target)
  const temporary = temporaryFor(target, parts.random)
  try {
    await writeNew(fs, temporary, text, existing ?? 0o666)
    if (existing !== null && keepPreviousAt.length > 0) await keepPrevious(parts, target, keepPreviousAt)
    await renameStubbornly(parts, temporary, target)
  } catch (problem) {
    await fs.unlink(temporary).catch(() => undefined)
    throw problem
  }
  onReplaced?.()
  if (parts.platform !== 'win32') await syncFolder(fs, folder)
}

/** A link is followed, so that the file it points to is replaced and not the link; also when that file does not exist yet. */
async function realTarget(fs: FileSystem, path: string): Promise<string> {
  try {
    return await fs.realpath(path)
  } catch (problem) {
    if (errorCode(problem) !== 'ENOENT') throw problem
  }
  const link = await fs.readlink(path).catch(() => null)
  return link === null ? path : resolve(dirname(path), link)
}

async function modeOf(fs: FileSystem, path: string): Promise<number | null> {
  try {
    return (await fs.stat(path)).mode & 0o777
  } catch (problem) {
    if (errorCode(problem) === 'ENOENT') return null
    throw problem
  }
}

const temporaryFor = (target: string, random: DurableParts['random']): string => join(dirname(target), `.${basename(target)}.${random(6)}.tmp`)

/** Names that `temporaryFor` gives: what a killed process may leave behind. */
export const isTemporary = (name: string): boolean => /^\..+\.[0-9a-f]{12}\.tmp$/.test(name)

/** A temporary file this old, in milliseconds, belongs to a process that was killed. */
const ABANDONED = 3600e3

/** Removes temporary files that a killed process left behind in a folder; one that cannot be removed stays for the next time. */
export async function sweepTemporaries(fs: FileSystem, folder: string, now: Date): Promise<void> {
  for (const name of (await fs.readdir(folder).catch(() => [])).filter(isTemporary)) {
    const path = join(folder, name)
    const written = await fs.stat(path).catch(() => null)
    if (written && now.getTime() - written.mtimeMs > ABANDONED) await fs.unlink(path).catch(() => undefined)
  }
}

async function writeNew(fs: FileSystem, path: string, text: string | Uint8Array, mode: number): Promise<void> {
  const handle = await fs.open(path, 'wx', mode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } catch (problem) {
    await handle.close().catch(() => undefined)
    throw problem
  }
  await handle.close()
}

/** Gives the old content a second name before the first is taken by the new; copies it where the file system has no hard links. */
async function keepPrevious(parts: DurableParts, target: string, candidates: readonly string[]): Promise<void> {
  let failure: unknown
  for (const candidate of candidates) {
    try {
      await keepAt(parts, target, candidate)
      return
    } catch (problem) {
      failure = problem
    }
  }
  throw failure
}

async function keepAt(parts: DurableParts, target: string, kept: string): Promise<void> {
  const { fs } = parts
  await fs.mkdir(dirname(kept), { recursive: true })
  const temporary = temporaryFor(kept, parts.random)
  try {
    await fs.link(target, temporary).catch(async (problem: unknown) => {
      if (!['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(problem))) throw problem
      await writeNew(fs, temporary, await fs.readFile(target), 0o666)
    })
    await renameStubbornly(parts, temporary, kept)
    // Renaming one link over another of the same file does nothing and leaves both.
    await fs.unlink(temporary).catch(() => undefined)
  } catch (problem) {
    await fs.unlink(temporary).catch(() => undefined)
    throw problem
  }
}

/** Virus scanners and indexers on Windows hold files for moments: tried again for about two seconds. */
async function renameStubbornly({ fs, platform, wait }: DurableParts, from: string, to: string): Promise<void> {
  for (let pause = 10; ; pause *= 2) {
    try {
      return await fs.rename(from, to)
    } catch (problem) {
      if (platform !== 'win32' || pause > 1000 || !['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(problem))) throw problem
    }
    await wait(pause)
  }
}

/** Makes a folder and those above it, each known to the disk before anything is put into it. */
export async function ensureFolder({ fs, platform }: Pick<DurableParts, 'fs' | 'platform'>, folder: string): Promise<void> {
  const first = await fs.mkdir(folder, { recursive: true })
  if (first === undefined || platform === 'win32') return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(fs, dirname(made))
}

/** Makes the rename itself durable. File systems that cannot sync a directory say so (EINVAL, ENOTSUP) and offer no more; Windows cannot open one. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } catch (problem) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(problem))) throw problem
  } finally {
    await handle.close()
  }
}
