/**
 * Files that people handed over to be read: `intake/<id>` holds the bytes, `intake/<id>.json` what the file is called and how long it is. A file arrives in
 * slices, each at its place; only one that has arrived whole is ever read, so that a file cut short is never taken for a shorter one.
 */
import { join } from 'node:path'
import * as z from 'zod'
import { MOST_FILE_BYTES } from '../../shared/contract/intake'
import { durableWriter, ensureFolder, type DurableParts } from './durableFile'
import { errorCode } from './fileSystem'
import { slug } from './library'
import { createQueue } from './queue'
import { StorageRefusal } from './storageRefusal'

export interface IntakeParts extends DurableParts {
  /** Data folder of the app. */
  folder: string
}

export interface KeptFile {
  path: string
  fileName: string
}

/** Every method runs after those called before it have ended. Expected failures reject with a StorageRefusal {code, message, path}. */
export interface Intake {
  begin: (what: { fileName: string; size: number }) => Promise<{ file: string }>
  append: (slice: { file: string; at: number; base64: string }) => Promise<{ received: number; size: number }>
  /** Where a file that has arrived whole is kept. */
  find: (file: string) => Promise<KeptFile>
  discard: (file: string) => Promise<boolean>
  settled: () => Promise<void>
}

const described = z.looseObject({ fileName: z.string(), size: z.number() })

export const intakeFolder = (folder: string): string => join(folder, 'intake')

export function createIntake(parts: IntakeParts): Intake {
  const { fs } = parts
  const folder = intakeFolder(parts.folder)
  const queue = createQueue()
  const writeDurable = durableWriter(parts)
  const pathOf = (file: string): string => join(folder, file)

  async function begin({ fileName, size }: { fileName: string; size: number }): Promise<{ file: string }> {
    if (size > MOST_FILE_BYTES) throw new StorageRefusal('intake-too-large', { megabytes: Math.ceil(size / 1e6), limit: MOST_FILE_BYTES / 1e6 }, 'size')
    const file = `${slug(fileName)}-${parts.random(4)}`
    await writing(fileName, async () => {
      await ensureFolder(parts, folder)
      await (await fs.open(pathOf(file), 'wx')).close()
      await writeDurable(`${pathOf(file)}.json`, JSON.stringify({ fileName, size }))
    })
    return { file }
  }

  async function append({ file, at, base64 }: { file: string; at: number; base64: string }): Promise<{ received: number; size: number }> {
    const { fileName, size, received } = await describe(file)
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.length !== lengthOf(base64)) throw new StorageRefusal('intake-not-base64', {}, 'base64')
    if (at !== received) throw new StorageRefusal('intake-out-of-turn', { fileName, received, at }, 'at')
    if (received + bytes.length > size) throw new StorageRefusal('intake-too-long', { fileName, size }, 'base64')
    await writing(fileName, async () => {
      const handle = await fs.open(pathOf(file), 'a')
      try {
        await handle.writeFile(bytes)
        if (received + bytes.length === size) await handle.sync()
      } finally {
        await handle.close()
      }
    })
    return { received: received + bytes.length, size }
  }

  async function find(file: string): Promise<KeptFile> {
    const { fileName, size, received } = await describe(file)
    if (received < size) throw new StorageRefusal('intake-incomplete', { fileName, received, size }, 'file')
    return { path: pathOf(file), fileName }
  }

  async function discard(file: string): Promise<boolean> {
    const there = await fs.stat(pathOf(file)).catch(() => null)
    await remove(file)
    return there !== null
  }

  /** The description goes first: bytes without one are never read. */
  async function remove(file: string): Promise<void> {
    for (const path of [`${pathOf(file)}.json`, pathOf(file)]) {
      await fs.unlink(path).catch((problem: unknown) => {
        if (errorCode(problem) === '') throw problem
      })
    }
  }

  async function describe(file: string): Promise<{ fileName: string; size: number; received: number }> {
    try {
      const known = described.safeParse(JSON.parse(Buffer.from(await fs.readFile(`${pathOf(file)}.json`)).toString('utf8')))
      if (known.success) return { ...known.data, received: (await fs.stat(pathOf(file))).size }
    } catch (problem) {
      // A description that is no JSON is as good as none.
      if (!(problem instanceof SyntaxError) && errorCode(problem) === '') throw problem
    }
    throw new StorageRefusal('intake-missing', { file }, 'file')
  }

  return {
    begin: (what) => queue.run(() => begin(what)),
    append: (slice) => queue.run(() => append(slice)),
    find: (file) => queue.run(() => find(file)),
    discard: (file) => queue.run(() => discard(file)),
    settled: queue.settled
  }
}

/** Bytes that a Base64 text stands for, when all of its characters are of Base64. */
const lengthOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4)

/** A failure to write, told of the file and not of where it would have been kept. */
async function writing(fileName: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (problem) {
    const reason = errorCode(problem)
    if (reason === '') throw problem
    throw new StorageRefusal(['ENOSPC', 'EDQUOT'].includes(reason) ? 'intake-disk-full' : 'intake-not-written', { fileName, reason }, 'file')
  }
}
