/** The Electron host. Only the order of starting is here; each step is a file of its own. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../../shared/contract'
import { createApp } from '../app'
import { readStartArguments } from '../arguments'
import { listBuiltFiles } from '../builtFiles'
import { answerCalls } from './calls'
import { setMenu } from './menu'
import { printPdf } from './pdf'
import { APP_ORIGIN, registerScheme, serveScheme } from './scheme'
import { lockDown } from './security'
import { openWindow } from './window'

const built = dirname(fileURLToPath(import.meta.url))
const root = join(built, '..', '..')
/** Set by electron-vite while developing; never believed in a packaged app. */
const developmentOrigin = app.isPackaged || !process.env['ELECTRON_RENDERER_URL'] ? null : new URL(process.env['ELECTRON_RENDERER_URL']).origin

/** A plan file that the system asked to open before the app was ready. */
let asked: string | null = null
let openFile = (path: string): void => void (asked = path)
let window: BrowserWindow | null = null

app.enableSandbox()
registerScheme()
if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('second-instance', (_event, argv, folder) => {
    const plan = planIn(argv)
    if (plan !== null) openFile(join(folder, plan))
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  start().catch((problem: unknown) => {
    dialog.showErrorBox('Scalepath could not start', problem instanceof Error ? problem.message : String(problem))
    app.exit(1)
  })
} else {
  app.quit()
}

async function start(): Promise<void> {
  await app.whenReady()
  const scalepath = await createApp({ host: 'electron', root, plan: asked ?? planIn(process.argv), printPdf })
  const call = (procedure: string, input: unknown): Promise<unknown> =>
    scalepath.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined })
  const tell = (command: string): void => window?.webContents.send('scalepath:command', command)

  lockDown(developmentOrigin)
  serveScheme(await listBuiltFiles(join(built, '..', 'renderer')))
  answerCalls(scalepath.handle, developmentOrigin)
  const settings = (await call('settings.get', {})) as Settings
  setMenu(languageOf(settings), tell)
  openFile = (path) => void scalepath.openFile(path).then(() => tell('reopen'))

  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    scalepath.close().then(
      () => ((closed = true), app.quit()),
      (problem: unknown) => dialog.showErrorBox('Scalepath could not save', String(problem))
    )
  })
  window = await openWindow({
    preload: join(built, '..', 'preload', 'index.cjs'),
    address: developmentOrigin === null ? `${APP_ORIGIN}/index.html` : `${developmentOrigin}/`,
    bounds: settings.window,
    dark: settings.theme === 'dark' || (settings.theme === 'system' && nativeTheme.shouldUseDarkColors),
    onBounds: (bounds) => void call('settings.set', { window: bounds }).catch((problem: unknown) => console.error('the window’s place was not kept:', problem))
  })
}

/** The plan file among the arguments of this or of a second start; Chromium's own switches are not ours. */
function planIn(argv: readonly string[]): string | null {
  const own = argv.slice(app.isPackaged ? 1 : 2).filter((arg) => !arg.startsWith('--') || /^--(host|port|no-open)\b/.test(arg))
  const args = readStartArguments(own)
  return typeof args === 'string' ? null : args.plan
}

const languageOf = ({ language }: Settings): 'en' | 'zh' => (language === 'system' ? (app.getLocale().startsWith('zh') ? 'zh' : 'en') : language)
