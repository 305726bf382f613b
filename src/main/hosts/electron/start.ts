/** The order in which the Electron host starts; each step is a file of its own. */
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog, nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../../shared/contract'
import { dataFolder } from '../../documents/dataFolder'
import { createApp } from '../app'
import { readStartArguments } from '../arguments'
import { listBuiltFiles } from '../builtFiles'
import { answerCalls } from './calls'
import { setMenu } from './menu'
import { printPdf } from './pdf'
import { APP_ORIGIN, registerScheme, serveScheme } from './scheme'
import { lockDown } from './security'
import { openWindow } from './window'

export interface Places {
  /** The project's folder, with `package.json` and `resources`. */
  root: string
  /** The built renderer. */
  renderer: string
  /** The built preload script. */
  preload: string
}

/** Resolves when the window is open, or when another instance has taken over. */
export async function startElectron(places: Places, argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  app.enableSandbox()
  registerScheme()
  keepChromiumsFilesApart(environment)
  if (!app.requestSingleInstanceLock()) return app.quit()

  /** Plan files that the system asks to open: before the app is ready the last one is kept. */
  let asked = planIn(argv, app.isPackaged)
  let openFile = (path: string): void => void (asked = path)
  let window: BrowserWindow | null = null
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('second-instance', (_event, theirs, folder) => {
    const plan = planIn(theirs, app.isPackaged)
    if (plan !== null) openFile(resolve(folder, plan))
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await app.whenReady()

  const developmentOrigin = developmentServer(environment)
  const scalepath = await createApp({ host: 'electron', root: places.root, plan: asked, printPdf })
  const call = (procedure: string, input: unknown): Promise<unknown> =>
    scalepath.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined })
  const tell = (command: string): void => window?.webContents.send('scalepath:command', command)
  lockDown(developmentOrigin)
  serveScheme(await listBuiltFiles(places.renderer))
  answerCalls(scalepath.handle, developmentOrigin)
  const settings = (await call('settings.get', {})) as Settings
  setMenu(languageOf(settings), tell)
  // The opened plan is now the current document; the page asks for it again.
  openFile = (path) => void scalepath.openFile(path).then(() => tell('reopen'))
  saveBeforeQuitting(scalepath.close)
  window = await openWindow({
    preload: places.preload,
    address: developmentOrigin === null ? `${APP_ORIGIN}/index.html` : `${developmentOrigin}/`,
    bounds: settings.window,
    dark: settings.theme === 'dark' || (settings.theme === 'system' && nativeTheme.shouldUseDarkColors),
    onBounds: (bounds) => void call('settings.set', { window: bounds }).catch((problem: unknown) => console.error('the window’s place was not kept:', problem))
  })
}

/** Chromium's caches and the lock of the single instance go into a folder of the data folder, so that another data folder is another app. */
function keepChromiumsFilesApart(environment: NodeJS.ProcessEnv): void {
  const folder = join(dataFolder(environment, process.platform, homedir()), 'electron')
  try {
    mkdirSync(folder, { recursive: true })
    app.setPath('userData', folder)
  } catch (problem) {
    console.error(`${folder} cannot be used; Chromium keeps its files in its usual place:`, problem)
  }
}

/** Closing the window quits, on every system: the app is one window. What is still being written is waited for. */
function saveBeforeQuitting(close: () => Promise<void>): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    close()
      .catch((problem: unknown) => dialog.showErrorBox('Scalepath could not save', String(problem)))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}

/** Set by electron-vite while developing; never believed in a packaged app. */
function developmentServer(environment: NodeJS.ProcessEnv): string | null {
  const address = environment['ELECTRON_RENDERER_URL']
  return app.isPackaged || !address ? null : new URL(address).origin
}

/** The plan file among a start's arguments; Chromium's own switches are not ours. */
function planIn(argv: readonly string[], packaged: boolean): string | null {
  const own = argv.slice(packaged ? 1 : 2).filter((arg) => !arg.startsWith('--') || /^--(host|port|no-open)\b/.test(arg))
  const args = readStartArguments(own)
  return typeof args === 'string' ? null : args.plan
}

const languageOf = ({ language }: Settings): 'en' | 'zh' => (language === 'system' ? (app.getLocale().startsWith('zh') ? 'zh' : 'en') : language)
