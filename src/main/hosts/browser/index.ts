/** The browser host: the same renderer and the same api as Electron, over a loopback server, in the browser that is installed. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, hasDisplay } from '../../../../scripts/browsers.mjs'
import { createApp } from '../app'
import type { App } from '../app'
import { readStartArguments } from '../arguments'
import type { StartArguments } from '../arguments'
import { listBuiltFiles } from '../builtFiles'
import { openWindow } from './openWindow'
import { printPdf } from './pdf'
import { serve } from './server'
import type { Served } from './server'

const FIRST_PORT = 4173
/** A browser that ends sooner than this has handed the window to one that was already running. */
const HANDED_OVER_MS = 3000
/** What a window that closes still sends is read before its connection counts as idle. */
const LAST_CALL_MS = 200
const secret = (): string => randomBytes(24).toString('base64url')

const built = dirname(fileURLToPath(import.meta.url))
const root = join(built, '..', '..')

const args = readStartArguments(process.argv.slice(2))
if (typeof args === 'string') {
  console.error(args)
  process.exitCode = 2
} else {
  await start(args)
}

async function start(wanted: StartArguments): Promise<void> {
  const app = await createApp({ host: 'browser', root, plan: wanted.plan, printPdf })
  const served = await listen(app, wanted)
  if (served === null) return
  let closing: Promise<void> | null = null
  const close = (): void => {
    // One after the other: a call that is still running may yet have something to write.
    closing ??= served
      .close()
      .then(() => app.close())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', close).on('SIGTERM', close).on('SIGHUP', close)
  const window = await show(served, wanted, app, close)
  process.on('exit', () => window?.kill())
}

async function listen(app: App, wanted: StartArguments): Promise<Served | null> {
  const files = await listBuiltFiles(join(built, '..', 'renderer'))
  try {
    return await serve({ handle: app.handle, files, key: secret(), ticket: secret() }, wanted.port ?? FIRST_PORT, wanted.port !== null)
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code
    const about =
      code === 'EADDRINUSE' ? 'is taken by another program' : code === 'EACCES' ? 'may not be used by this user' : `cannot be used (${String(problem)})`
    console.error(`Port ${wanted.port ?? FIRST_PORT} ${about}. Choose another one with --port, or leave --port out and a free one is found.`)
    process.exitCode = 1
    await app.close()
    return null
  }
}

async function show(served: Served, wanted: StartArguments, app: App, close: () => void): Promise<ChildProcess | null> {
  const browser = wanted.open && hasDisplay() ? findBrowser() : null
  console.log(`Scalepath ${app.version} is at ${served.address}`)
  if (browser === null) {
    const why = !wanted.open ? '' : hasDisplay() ? 'No Chrome, Chromium or Edge was found; ' : 'There is no display; '
    console.log(`${why}${why ? 'open' : 'Open'} this address in a browser on this computer. Ctrl-C ends the app.`)
    return null
  }
  const began = performance.now()
  const window = await openWindow(browser, served.ticketAddress, join(app.dataFolder, 'browser-profile'))
  console.log(`Opened in ${browser}. Closing the window or Ctrl-C ends the app.`)
  window.on('error', (problem) => console.log(`${browser} could not be started (${problem.message}); open the address above in a browser.`))
  window.on('exit', () => {
    if (performance.now() - began > HANDED_OVER_MS) setTimeout(close, LAST_CALL_MS)
  })
  return window
}
