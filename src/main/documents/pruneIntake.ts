/** Files that nobody needs any more: those that no screen shows, after thirty days, and those that never arrived whole, after one. */
import { join } from 'node:path'
import { deskFolder } from './desk'
import { sweepTemporaries } from './durableFile'
import type { FileSystem } from './fileSystem'
import { intakeFolder, type Intake } from './intake'

const DAY = 86_400e3
const KEPT_DAYS = 30
const UNFINISHED_DAYS = 1

/** Called when the app starts. What cannot be read or removed stays for the next time. */
export async function pruneIntake({ folder, fs, clock, intake }: { folder: string; fs: FileSystem; clock: () => Date; intake: Intake }): Promise<void> {
  const names = await namesIn(fs, intakeFolder(folder))
  const files = new Set(names.filter((name) => !name.startsWith('.')).map((name) => name.replace(/\.json$/, '')))
  const shown = await shownFiles(fs, deskFolder(folder))
  if (shown === null) return
  for (const file of files) {
    if (shown.includes(file)) continue
    const whole = await intake.find(file).then(
      () => true,
      () => false
    )
    const days = whole ? KEPT_DAYS : UNFINISHED_DAYS
    const ages = await Promise.all([file, `${file}.json`].map((name) => ageOf(fs, join(intakeFolder(folder), name), clock())))
    if (Math.min(...ages) > days * DAY) await intake.discard(file).catch(() => undefined)
  }
  await sweepTemporaries(fs, intakeFolder(folder), clock())
}

/** What all screens keep, as one text: the id of a file that one of them shows stands in it. Null when it cannot be told, and then nothing may go. */
async function shownFiles(fs: FileSystem, folder: string): Promise<string | null> {
  try {
    const names = await namesIn(fs, folder)
    return (await Promise.all(names.map(async (name) => Buffer.from(await fs.readFile(join(folder, name))).toString('latin1')))).join('\n')
  } catch {
    return null
  }
}

const namesIn = (fs: FileSystem, folder: string): Promise<string[]> => fs.readdir(folder).catch(() => [])

/** Milliseconds since a file was written; infinite for one that is not there. */
async function ageOf(fs: FileSystem, path: string, now: Date): Promise<number> {
  const found = await fs.stat(path).catch(() => null)
  return found === null ? Infinity : now.getTime() - found.mtimeMs
}
