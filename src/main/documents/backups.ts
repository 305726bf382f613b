/**
 * Earlier generations of one plan, in a folder of its own: `previous`, replaced at each save, and dated ones, of which the last ten and the last of each of
 * fourteen days stay. Only content that was read as a good plan, or written by us, ever becomes a backup.
 */
import { join } from 'node:path'
import { EXTENSION } from '../../shared/plan/document'
import { errorCode } from './fileSystem'
import type { FileSystem } from './fileSystem'

const MOST_RECENT = 10
const MOST_DAYS = 14
/** Autosaves come every second: a dated generation at most this often, in milliseconds. */
const BETWEEN = 5 * 60e3
const PREVIOUS = 'previous'

export interface Backup {
  /** Name within the folder, without the extension. */
  name: string
  /** ISO 8601; empty for `previous`, whose content tells. */
  savedAt: string
}

/** The moment as a file name, and back. */
const stampOf = (moment: Date): string => moment.toISOString().replaceAll(':', '-')
const momentOf = (stamp: string): string | null => (/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/.test(stamp) ? stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:') : null)

/** All backups of a folder, dated ones newest first, `previous` before them. A folder that is not there or cannot be read has none; writing there says why. */
export async function listBackups(fs: FileSystem, folder: string): Promise<Backup[]> {
  const names = await fs.readdir(folder).catch((problem: unknown) => {
    if (errorCode(problem) === '') throw problem
    return []
  })
  return names
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .flatMap((name) => (name === PREVIOUS ? [{ name, savedAt: '' }] : [{ name, savedAt: momentOf(name) ?? '' }].filter((b) => b.savedAt !== '')))
    .sort((a, b) => (a.name === PREVIOUS ? -1 : b.name === PREVIOUS ? 1 : a.name < b.name ? 1 : -1))
}

export const backupPath = (folder: string, name: string): string => join(folder, name + EXTENSION)

/** Where the generation that is about to be replaced goes: a dated name when the last dated one is old enough or the user kept that generation with Save, else `previous`. */
export function placeForPrevious(folder: string, backups: readonly Backup[], now: Date, keep: boolean): string {
  const newest = backups.find((b) => b.savedAt !== '')
  const due = keep || !newest || now.getTime() - Date.parse(newest.savedAt) >= BETWEEN
  return backupPath(folder, due ? stampOf(now) : PREVIOUS)
}

/** The dated backups that may go. */
export function superfluous(backups: readonly Backup[]): Backup[] {
  const dated = backups.filter((b) => b.savedAt !== '')
  const days = new Map<string, Backup>()
  for (const backup of dated) {
    const day = backup.savedAt.slice(0, 10)
    if (!days.has(day) && days.size < MOST_DAYS) days.set(day, backup)
  }
  const lastOfDays = new Set(days.values())
  return dated.slice(MOST_RECENT).filter((b) => !lastOfDays.has(b))
}

/** Removes what `superfluous` names; one that is gone already, or cannot be removed, stays for the next time. */
export async function pruneBackups(fs: FileSystem, folder: string): Promise<void> {
  for (const { name } of superfluous(await listBackups(fs, folder))) await fs.unlink(backupPath(folder, name)).catch(() => undefined)
}
