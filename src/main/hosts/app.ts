/** What every host puts together before it opens its door: catalogues, documents, the api and its dispatcher. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApi } from '../api'
import type { PrintPdf } from '../api'
import { readCatalogues } from '../catalogues'
import { createDispatcher } from '../dispatch'
import type { Handle } from '../dispatch'

export interface AppOptions {
  host: 'electron' | 'browser' | 'cli'
  /** The project's folder, with `package.json` and `resources`. */
  root: string
  /** Plan file that the app was started with. */
  plan: string | null
  printPdf: PrintPdf
}

export interface App {
  handle: Handle
  version: string
  dataFolder: string
  /** Waits for what is still being written. */
  close: () => Promise<void>
}

export async function createApp({ host, root, printPdf }: AppOptions): Promise<App> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const catalogues = await readCatalogues(join(root, 'resources'))
  const api = createApi({ host, version, catalogues, dataFolder: '', printPdf })
  return { handle: createDispatcher(api, logProblem), version, dataFolder: '', close: () => Promise.resolve() }
}

/** Programmer errors go to stderr, whole; the caller sees only that the app is at fault. */
const logProblem = (message: string, problem: unknown): void => console.error(`${message}:`, problem)
