/**
 * Finds the Electron runtime, or fetches it within a short time. Electron's package is never loaded to ask for its path: loading it downloads, without a time-out.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, run, tool } from './project.mjs'

const FETCH_MS = 20_000
const RETRY_MS = 24 * 3600 * 1000
const byHand = '"npx install-electron" fetches it without a time limit'
const failureNote = inProject('.cache', 'electron-not-fetched')

/** Path of the installed runtime, null when there is none. `ELECTRON_EXEC_PATH` and `ELECTRON_OVERRIDE_DIST_PATH` name others. */
export function findElectron(environment = process.env) {
  if (environment.ELECTRON_EXEC_PATH) return existsSync(environment.ELECTRON_EXEC_PATH) ? environment.ELECTRON_EXEC_PATH : null
  const folder = inProject('node_modules', 'electron')
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8').trim() : ''
  const distribution = environment.ELECTRON_OVERRIDE_DIST_PATH || (name === '' ? null : join(folder, 'dist'))
  if (distribution === null) return null
  const path = join(distribution, name || defaultName())
  return existsSync(path) ? path : null
}

const defaultName = () => ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' })[process.platform] ?? 'electron'

/**
 * The runtime, fetched when it is missing; a fetch that failed is not tried again for a day.
 * @returns {Promise<{ path: string } | { path: null, why: string }>}
 */
export async function fetchElectron() {
  const found = findElectron()
  if (found !== null) return { path: found }
  const now = Date.now()
  const failedAt = existsSync(failureNote) ? Number(readFileSync(failureNote, 'utf8')) : -Infinity
  if (now - failedAt < RETRY_MS) return { path: null, why: `the Electron runtime could not be fetched in the last 24 hours (${byHand})` }
  process.stderr.write(`Fetching the Electron runtime (at most ${FETCH_MS / 1000} s) …\n`)
  const code = await run(tool('electron', 'install.js'), { stdio: 'ignore', timeoutMs: FETCH_MS })
  const fetched = code === 0 ? findElectron() : null
  if (fetched !== null) {
    rmSync(failureNote, { force: true })
    return { path: fetched }
  }
  mkdirSync(inProject('.cache'), { recursive: true })
  writeFileSync(failureNote, String(now))
  return { path: null, why: `the Electron runtime is not installed and could not be fetched within ${FETCH_MS / 1000} s (${byHand})` }
}

/** Chromium refuses to start its sandbox for root. */
export const forRoot = () => (process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [])
