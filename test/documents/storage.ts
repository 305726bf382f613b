/** What the storage tests share: a fresh folder, a clock that advances, and a file system whose every call is seen and may fail. */
import { randomBytes } from 'node:crypto'
import * as promises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { createDesk } from '../../src/main/documents/desk'
import { createOwnLibrary } from '../../src/main/documents/evidence'
import type { EvidenceParts, OwnLibrary } from '../../src/main/documents/evidence'
import type { Desk, DeskParts } from '../../src/main/documents/desk'
import { createDocuments } from '../../src/main/documents/documents'
import type { Documents, DocumentsParts } from '../../src/main/documents/documents'
import type { FileSystem } from '../../src/main/documents/fileSystem'
import { createIntake } from '../../src/main/documents/intake'
import type { Intake, IntakeParts } from '../../src/main/documents/intake'
import { planSchema } from '../../src/shared/plan/schema'
import type { Plan } from '../../src/shared/plan/schema'

export const freshFolder = (): Promise<string> => promises.mkdtemp(join(tmpdir(), 'scalepath-test-'))

export const random = (bytes: number): string => randomBytes(bytes).toString('hex')

/** A clock that starts at a fixed moment and moves on by `step` milliseconds at each look. */
export function steadyClock(step = 1000, start = '2026-11-22T05:30:00.000Z'): () => Date {
  let at = Date.parse(start) - step
  return () => new Date((at += step))
}

/** What a path is to the durable writer. */
const kind = (path: string): 'file' | 'folder' | 'temporary' | 'kept' => {
  if (path.includes('backups') || path.includes('.bak')) return 'kept'
  if (path.endsWith('.tmp')) return 'temporary'
  return path.endsWith('.json') ? 'file' : 'folder'
}

export const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code })

export interface Watched {
  fs: FileSystem
  calls: string[]
  /** Calls to fail, with the error's code. */
  fail: Map<string, string>
}

/** The real file system, with every call noted in order as `rename temporary`, and failing on demand (a partial write first writes half). */
export function watchedFileSystem(): Watched {
  const calls: string[] = []
  const fail = new Map<string, string>()
  const step = (name: string, path: string): void => {
    const call = `${name} ${kind(path)}`
    calls.push(call)
    const code = fail.get(call)
    if (code !== undefined) throw failure(code)
  }
  const through =
    (name: string, f: (...args: never[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      step(name, String(args[0]))
      return f(...(args as never[]))
    }
  const open = async (path: string, flags: string, mode?: number): Promise<unknown> => {
    step(`open-${flags}`, path)
    const handle = await promises.open(path, flags, mode)
    return {
      writeFile: async (data: string) => {
        if (fail.has(`write ${kind(path)}`)) await handle.writeFile(data.slice(0, data.length / 2))
        step('write', path)
        await handle.writeFile(data)
      },
      sync: async () => {
        step('sync', path)
        await handle.sync()
      },
      close: async () => {
        await handle.close()
        step('close', path)
      }
    }
  }
  const fs = {
    open,
    rename: through('rename', promises.rename),
    link: through('link', promises.link),
    unlink: through('unlink', promises.unlink),
    mkdir: through('mkdir', promises.mkdir),
    readFile: promises.readFile,
    readdir: promises.readdir,
    stat: promises.stat,
    lstat: promises.lstat,
    realpath: promises.realpath,
    readlink: promises.readlink
  } as unknown as FileSystem
  return { fs, calls, fail }
}

const examplesFolder = new URL('../../resources/examples/', import.meta.url)
export const exampleText = (id: string): string => readFileSync(new URL(`${id}.scalepath.json`, examplesFolder), 'utf8')
export const EXAMPLES = ['reasoning', 'code', 'multilingual'].map((id) => ({ id, text: exampleText(id) }))

const storageIn = (folder: string) => ({ folder, fs: promises, clock: steadyClock(), random, platform: 'linux' as const, wait: () => Promise.resolve() })

export const documentsIn = (folder: string, more: Partial<DocumentsParts> = {}): Documents =>
  createDocuments({ ...storageIn(folder), app: '0.1.0', examples: EXAMPLES, ...more })

export const intakeIn = (folder: string, more: Partial<IntakeParts> = {}): Intake => createIntake({ ...storageIn(folder), ...more })

export const deskIn = (folder: string, more: Partial<DeskParts> = {}): Desk => createDesk({ ...storageIn(folder), ...more })

export const ownLibraryIn = (folder: string, more: Partial<EvidenceParts> = {}): OwnLibrary => createOwnLibrary({ ...storageIn(folder), ...more })

export const planNamed = (name: string): Plan =>
  planSchema.parse({ name, targets: [{ id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } }] })
