/** The order in which the Electron host starts; each step is a file of its own. */
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../../shared/contract'
import { dataFolder } from '../../documents/dataFolder'
import { createApp } from '../app'
import { listBuiltFiles } from '../builtFiles'
import { answerCalls } from './calls'
import { setMenu } from './menu'
import { printPdf } from './pdf'
import { cannotOpen, choosePlan, handOver, planHandedOver, planIn } from './planFile'
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
  // Would take Chromium's --no-sandbox back, without which nothing starts for root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerScheme()
  keepChromiumsFilesApart(environment)
  /** Plan files that the system asks to open: before the window is open the last one is kept. */
  let asked = planIn(argv, app.isPackaged)
  const developmentOrigin = developmentServer(environment)
  // While developing, the next start overlaps the end of the last.
  if (developmentOrigin === null && !app.requestSingleInstanceLock(handOver(asked))) return app.quit()

  let openFile = (path: string): void => void (asked = path)
  let window: BrowserWindow | null = null
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const plan = planHandedOver(handedOver)
    if (plan !== null) openFile(plan)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await app.whenReady()

  const first = asked
  const scalepath = await createApp({ host: 'electron', root: places.root, plan: first, printPdf })
  const call = (procedure: string, input: unknown): Promise<unknown> =>
    scalepath.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined })
  const tell = (command: string): void => {
    if (command === 'open') void choosePlan().then((path) => path !== null && openFile(path))
    else window?.webContents.send('scalepath:command', command)
  }
  lockDown(developmentOrigin)
  serveScheme(await listBuiltFiles(places.renderer))
  const settings = (await call('settings.get', {})) as Settings
  setMenu(languageOf(settings), tell)
  answerCalls(async (procedure, input, context) => {
    const output = await scalepath.handle(procedure, input, context)
    if (procedure === 'settings.set') setMenu(languageOf(output as Settings), tell)
    return output
  }, developmentOrigin)
  saveBeforeQuitting(scalepath.close)
  const opened = await openWindow({
    preload: places.preload,
    address: developmentOrigin === null ? `${APP_ORIGIN}/index.html` : `${developmentOrigin}/`,
    bounds: settings.window,
    dark: settings.theme === 'dark' || (settings.theme === 'system' && nativeTheme.shouldUseDarkColors),
    onBounds: (bounds) => void call('settings.set', { window: bounds }).catch((problem: unknown) => console.error('the window’s place was not kept:', problem))
  })
  if (opened.isDestroyed()) return
  window = opened
  window.once('closed', () => (window = null))
  // The opened plan is now the current document; the page asks for it again.
  openFile = (path) =>
    void scalepath
      .openFile(path)
      .then(({ plan, notes }) => (plan === null ? cannotOpen(path, notes[0]?.message ?? '') : tell('reopen')))
      .catch((problem: unknown) => cannotOpen(path, String(problem)))
  if (asked !== null && asked !== first) openFile(asked)
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

/**
 * Closing the window quits, on every system: the app is one window. What is still being written is waited for, after the windows are gone: a page that goes
 * writes what it still holds.
 */
function saveBeforeQuitting(close: () => Promise<void>): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
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

const languageOf = ({ language }: Settings): 'en' | 'zh' => (language === 'system' ? (app.getLocale().startsWith('zh') ? 'zh' : 'en') : language)
