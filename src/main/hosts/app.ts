/** What every host puts together before it opens its door: catalogues, documents, the api and its dispatcher. */
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createApi } from '../api'
import type { PrintPdf } from '../api/report'
import { readCatalogues } from '../catalogues'
import { createDispatcher } from '../dispatch'
import type { Handle } from '../dispatch'
import { dataFolder } from '../documents/dataFolder'
import { createDesk } from '../documents/desk'
import { createDocuments } from '../documents/documents'
import type { Documents } from '../documents/documents'
import { createOwnLibrary } from '../documents/evidence'
import { readExamples } from '../documents/examples'
import { readExampleTables } from '../documents/exampleTables'
import { createIntake } from '../documents/intake'
import { pruneIntake } from '../documents/pruneIntake'
import { workerPool } from '../workers/pool'

export interface AppOptions {
  host: 'electron' | 'browser' | 'cli'
  /** The project's folder, with `package.json` and `resources`. */
  root: string
  /** Plan file that the app was started with, as typed. */
  plan: string | null
  printPdf: PrintPdf
}

export interface App {
  handle: Handle
  version: string
  dataFolder: string
  /** Opens a plan file of the planner's; the screen learns of it when it asks for the current document. */
  openFile: Documents['openFile']
  /** Waits for what is still being written. */
  close: () => Promise<void>
}

export async function createApp({ host, root, plan, printPdf }: AppOptions): Promise<App> {
  const resources = join(root, 'resources')
  const { version } = JSON.parse(await fs.readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const [catalogues, examples, exampleTables] = await Promise.all([
    readCatalogues(resources),
    readExamples(fs, join(resources, 'examples')),
    readExampleTables(fs, join(resources, 'tables'))
  ])
  const folder = dataFolder(process.env, process.platform, homedir())
  const clock = (): Date => new Date()
  const storage = { folder, fs, clock, random: (bytes: number): string => randomBytes(bytes).toString('hex'), platform: process.platform, wait }
  const documents = createDocuments({ ...storage, app: version, examples, file: plan === null ? undefined : resolve(plan) })
  const desk = createDesk(storage)
  const evidence = createOwnLibrary(storage)
  const intake = createIntake(storage)
  const tidied = host === 'cli' ? undefined : Promise.all([desk.sweep(), pruneIntake({ folder, fs, clock, intake })])
  tidied?.catch((problem: unknown) => logProblem('old files could not be removed', problem))
  const today = (): string => clock().toISOString().slice(0, 10)
  const tasks = workerPool(join(root, 'out', 'main', 'worker.js'))
  const api = createApi({ host, version, dataFolder: folder, catalogues, documents, desk, evidence, intake, exampleTables, today, printPdf, tasks })
  return {
    handle: createDispatcher(api, logProblem),
    version,
    dataFolder: folder,
    openFile: documents.openFile,
    close: async () => void (await Promise.all([documents.settled(), desk.settled(), evidence.settled(), intake.settled(), tasks.close()]))
  }
}

/** Programmer errors go to stderr, whole; the caller sees only that the app is at fault. */
const logProblem = (message: string, problem: unknown): void => console.error(`${message}:`, problem)
