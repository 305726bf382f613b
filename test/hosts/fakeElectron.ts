/**
 * A small fake of the `electron` module: it records what the host asks for and lets a test play the system's part. Only what the host uses is here;
 * that the real module has the same functions is checked by the compiler, against Electron's own types.
 */
import { EventEmitter } from 'node:events'

type Handler = (...values: never[]) => unknown

export const handlers = new Map<string, Handler>()
export const listeners = new Map<string, Handler>()
export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
  on: (channel: string, handler: Handler) => void listeners.set(channel, handler)
}

export const schemes: { scheme: string; privileges: Record<string, boolean> }[] = []
export const protocolHandlers = new Map<string, (request: Request) => Promise<Response> | Response>()
export const protocol = {
  registerSchemesAsPrivileged: (wanted: typeof schemes) => void schemes.push(...wanted),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void protocolHandlers.set(scheme, handler)
}

export class FakeSession extends EventEmitter {
  permissionRequest!: (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void
  permissionCheck!: (contents: unknown, permission: string) => boolean
  device!: () => boolean
  beforeRequest!: (request: { url: string }, answer: (what: { cancel: boolean }) => void) => void
  handlers = new Map<string, (request: Request) => Response>()
  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler
  }
  webRequest = { onBeforeRequest: (handler: FakeSession['beforeRequest']) => void (this.beforeRequest = handler) }
  protocol = { handle: (scheme: string, handler: (request: Request) => Response) => void this.handlers.set(scheme, handler) }
}
export const partitions = new Map<string, FakeSession>()
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string): FakeSession => {
    const known = partitions.get(name) ?? new FakeSession()
    partitions.set(name, known)
    return known
  }
}

export class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://plan/index.html' }
  sent: unknown[][] = []
  destroyed = false
  openHandler: (() => { action: string }) | undefined
  printed: Record<string, unknown> | undefined
  send(...what: unknown[]): void {
    this.sent.push(what)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getURL(): string {
    return this.mainFrame.url
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
  printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    this.printed = options
    return Promise.resolve(Buffer.from('%PDF-fake'))
  }
}

export const windows: BrowserWindow[] = []
export class BrowserWindow extends EventEmitter {
  webContents = new FakeContents()
  loaded: string[] = []
  shown = false
  destroyed = false
  maximised = false
  constructor(readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }) {
    super()
    windows.push(this)
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  show(): void {
    this.shown = true
  }
  maximize(): void {
    this.maximised = true
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isMinimized(): boolean {
    return false
  }
  focus(): void {
    this.emit('focused')
  }
  getNormalBounds() {
    return { x: 1, y: 2, width: 800, height: 600 }
  }
  destroy(): void {
    this.destroyed = true
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
}

export const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = { getAllDisplays: () => [display], getPrimaryDisplay: () => ({ workAreaSize: display.workArea }) }

interface MenuItem {
  label?: string
  role?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: MenuItem[]
  click?: () => void
}
export let menu: MenuItem[] = []
export const Menu = { buildFromTemplate: (template: MenuItem[]) => template, setApplicationMenu: (template: MenuItem[]) => void (menu = template) }

class FakeApp extends EventEmitter {
  isPackaged = false
  sandboxed = false
  first = true
  /** What this start would leave to an earlier one. */
  handedOver: unknown
  switches: string[] = []
  commandLine = { hasSwitch: (name: string): boolean => this.switches.includes(name) }
  quits = 0
  paths = new Map<string, string>()
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  enableSandbox(): void {
    this.sandboxed = true
  }
  requestSingleInstanceLock(handedOver: unknown): boolean {
    this.handedOver = handedOver
    return this.first
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  getLocale(): string {
    return 'zh-CN'
  }
  quit(): void {
    this.quits += 1
    this.emit('before-quit', { preventDefault: () => undefined })
    this.emit('will-quit', { preventDefault: () => undefined })
  }
  exit(): void {
    this.quits += 1
  }
}
export const app = new FakeApp()
export const dialog = {
  shown: [] as string[][],
  chosen: [] as string[],
  showErrorBox: (...texts: string[]) => void dialog.shown.push(texts),
  showOpenDialog: () => Promise.resolve({ canceled: dialog.chosen.length === 0, filePaths: dialog.chosen })
}
export const nativeTheme = { shouldUseDarkColors: false }
