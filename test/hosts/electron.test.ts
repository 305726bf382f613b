/** The Electron host against a fake of Electron: what it asks Electron to allow, deny and show. Journeys in the real runtime are in test/e2e/electron.spec.ts. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CallError } from '../../src/main/dispatch'
import type { Handle } from '../../src/main/dispatch'
import { listBuiltFiles } from '../../src/main/hosts/builtFiles'
import { answerCalls } from '../../src/main/hosts/electron/calls'
import { setMenu } from '../../src/main/hosts/electron/menu'
import { printPdf } from '../../src/main/hosts/electron/pdf'
import { isOurs, registerScheme, serveScheme } from '../../src/main/hosts/electron/scheme'
import { lockDown, mayLoad } from '../../src/main/hosts/electron/security'
import { startElectron } from '../../src/main/hosts/electron/start'
import { openWindow } from '../../src/main/hosts/electron/window'
import * as fake from './fakeElectron'

vi.mock('electron', () => import('./fakeElectron'))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-electron-'))
  await writeFile(join(folder, 'index.html'), '<title>app</title>')
})
afterAll(() => rm(folder, { recursive: true }))

describe('the scheme of the app', () => {
  beforeAll(async () => {
    registerScheme()
    serveScheme(await listBuiltFiles(folder))
  })
  const load = (url: string, method = 'GET') => fake.protocolHandlers.get('app')!(new Request(url, { method }))

  test('is standard and secure, and bypasses nothing', () => {
    expect(fake.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })

  test('serves the built files with a policy that allows no connection', async () => {
    const page = await load('app://plan/index.html')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<title>app</title>')
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'none'")
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test.each(['app://plan/../secret', 'app://plan/%2e%2e/secret', 'app://other/index.html', 'app://plan//etc/passwd', 'app://plan/index.html/x'])(
    '403 for %s',
    async (url) => {
      expect((await load(url)).status).toBe(403)
    }
  )

  test('403 for anything but reading', async () => {
    expect((await load('app://plan/index.html', 'POST')).status).toBe(403)
  })

  test.each([
    ['app://plan/index.html', true],
    ['app://plan.evil/index.html', false],
    ['app://report/1', false],
    ['https://plan/', false],
    ['about:blank', false],
    ['', false],
    ['http://127.0.0.1:5173/', false]
  ])('a frame at %j is ours: %j', (url, ours) => expect(isOurs(url, null)).toBe(ours))
})

describe('the lock-down', () => {
  const contents = new fake.FakeContents()
  beforeAll(() => {
    lockDown(null)
    fake.app.emit('web-contents-created', {}, contents)
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented', (name) => {
    const preventDefault = vi.fn()
    contents.emit(name, { url: 'https://example.com/', preventDefault })
    contents.emit(name, { url: 'app://plan/index.html', preventDefault })
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })

  test('while developing, the development server may reload its own page, and nothing else may take its place', () => {
    const again = (developmentOrigin: string | null): void => {
      fake.app.removeAllListeners()
      fake.session.defaultSession.removeAllListeners()
      lockDown(developmentOrigin)
    }
    again('http://localhost:5173')
    const developed = new fake.FakeContents()
    fake.app.emit('web-contents-created', {}, developed)
    const left = (url: string): boolean => {
      const preventDefault = vi.fn()
      developed.emit('will-navigate', { url, preventDefault })
      return preventDefault.mock.calls.length === 0
    }
    expect(['http://localhost:5173/', 'http://localhost:51730/', 'https://example.com/'].map(left)).toEqual([true, false, false])
    again(null)
  })

  test('new windows are denied', () => expect(contents.openHandler!()).toEqual({ action: 'deny' }))

  test('every permission is denied but writing to the clipboard from our own page', () => {
    const { defaultSession } = fake.session
    const asked = (permission: string, from: fake.FakeContents): boolean => {
      let allowed: boolean | undefined
      defaultSession.permissionRequest(from, permission, (answer) => (allowed = answer))
      expect(defaultSession.permissionCheck(from, permission)).toBe(allowed)
      return allowed!
    }
    for (const permission of ['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'openExternal', 'fileSystem', 'hid', 'usb'])
      expect(asked(permission, contents)).toBe(false)
    expect(asked('clipboard-sanitized-write', contents)).toBe(true)
    const foreign = new fake.FakeContents()
    foreign.mainFrame.url = 'https://evil.example/'
    expect(asked('clipboard-sanitized-write', foreign)).toBe(false)
    expect(defaultSession.permissionCheck(null, 'clipboard-sanitized-write')).toBe(false)
    expect(defaultSession.device()).toBe(false)
  })

  test.each([
    ['app://plan/assets/index.js', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://plan/1', true],
    ['https://example.com/', false],
    ['http://127.0.0.1:5173/', false],
    ['ws://127.0.0.1:5173/', false],
    ['file:///etc/passwd', false],
    ['app://other/', false]
  ])('loading %s is allowed: %j', (url, allowed) => {
    let cancelled: boolean | undefined
    fake.session.defaultSession.beforeRequest({ url }, ({ cancel }) => (cancelled = cancel))
    expect(cancelled).toBe(!allowed)
  })

  test('while developing, the development server is allowed too, and nothing else', () => {
    const origin = 'http://localhost:5173'
    expect(['http://localhost:5173/x', 'ws://localhost:5173/', 'http://localhost:51730/', 'https://example.com/'].map((url) => mayLoad(url, origin))).toEqual([
      true,
      true,
      false,
      false
    ])
  })

  test('only files made in the page are saved', () => {
    const saved = (url: string): boolean => {
      const preventDefault = vi.fn()
      fake.session.defaultSession.emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length === 0
    }
    expect(saved('blob:app://plan/1')).toBe(true)
    expect(saved('https://example.com/x.exe')).toBe(false)
  })
})

describe('calls over the bridge', () => {
  const handle = vi.fn<Handle>()
  let contents: fake.FakeContents
  beforeAll(() => answerCalls(handle, null))
  beforeEach(() => {
    contents = new fake.FakeContents()
    handle.mockReset()
  })
  const call = (frame: unknown, ...values: unknown[]) =>
    (fake.handlers.get('scalepath:call') as unknown as (...v: unknown[]) => Promise<unknown>)({ sender: contents, senderFrame: frame }, ...values)
  const cancel = (id: unknown, frame: unknown = contents.mainFrame) =>
    (fake.listeners.get('scalepath:cancel') as unknown as (...v: unknown[]) => void)({ sender: contents, senderFrame: frame }, id)

  test('our page is answered', async () => {
    handle.mockResolvedValue({ N: 1 })
    expect(await call(contents.mainFrame, 1, 'laws.optimum', { C: 1 })).toEqual({ ok: true, output: { N: 1 } })
    expect(handle).toHaveBeenCalledWith('laws.optimum', { C: 1 }, expect.anything())
  })

  test('a refusal crosses as a value, and a failure only as its code', async () => {
    handle.mockRejectedValueOnce(new CallError({ code: 'bad-input', message: 'no', path: 'C' }))
    expect(await call(contents.mainFrame, 1, 'x', {})).toEqual({ ok: false, refusal: { code: 'bad-input', message: 'no', path: 'C' } })
    handle.mockRejectedValueOnce(new Error('a secret'))
    expect(await call(contents.mainFrame, 2, 'x', {})).toMatchObject({
      ok: false,
      refusal: { code: 'internal', message: expect.not.stringContaining('secret') }
    })
  })

  test.each([
    ['an inner frame of our own origin', () => ({ url: 'app://plan/index.html' })],
    ['a frame that is gone', () => null],
    ['a main frame that shows something else', () => ((contents.mainFrame.url = 'https://evil.example/'), contents.mainFrame)],
    ['a blank main frame', () => ((contents.mainFrame.url = 'about:blank'), contents.mainFrame)]
  ])('%s is refused and nothing runs', async (_who, frame) => {
    await expect(call(frame(), 1, 'app.info', {})).rejects.toThrow('forbidden')
    expect(handle).not.toHaveBeenCalled()
  })

  test('a malformed call is refused', async () => {
    await expect(call(contents.mainFrame, 'one', 'app.info', {})).rejects.toThrow('forbidden')
    await expect(call(contents.mainFrame, 1, { procedure: 'app.info' }, {})).rejects.toThrow('forbidden')
  })

  test('progress is sent to the page with the number of its call', async () => {
    handle.mockImplementation((_procedure, _input, { emit }) => (emit('half'), Promise.resolve('done')))
    await call(contents.mainFrame, 7, 'x', {})
    expect(contents.sent).toEqual([['scalepath:item', 7, 'half']])
  })

  test('cancelling, or closing the window, aborts the running call', async () => {
    const untilAborted: Handle = (_procedure, _input, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new CallError({ code: 'cancelled', message: '', path: '' }))))
    handle.mockImplementation(untilAborted)
    const first = call(contents.mainFrame, 1, 'x', {})
    const second = call(contents.mainFrame, 2, 'x', {})
    const [, , { signal }] = handle.mock.calls[0]!
    cancel(1, { url: 'app://plan/index.html' })
    expect(signal.aborted).toBe(false)
    cancel(1)
    expect(await first).toMatchObject({ refusal: { code: 'cancelled' } })
    contents.emit('destroyed')
    expect(await second).toMatchObject({ refusal: { code: 'cancelled' } })
  })
})

describe('the window', () => {
  const options = { preload: '/p.cjs', address: 'app://plan/index.html', bounds: null, dark: false, onBounds: vi.fn() }

  test('is sandboxed and isolated, without Node or web views', async () => {
    const window = (await openWindow(options)) as unknown as fake.BrowserWindow
    expect(window.options.webPreferences).toMatchObject({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true
    })
    expect(window.loaded).toEqual(['app://plan/index.html'])
    expect(window.shown).toBe(false)
    window.emit('ready-to-show')
    expect(window.shown).toBe(true)
    window.emit('close')
    expect(options.onBounds).toHaveBeenCalledWith({ x: 1, y: 2, width: 800, height: 600, maximised: false })
  })

  test.each([
    ['comes back where it was', { x: 100, y: 50, width: 900, height: 700, maximised: true }, { x: 100, y: 50, width: 900, height: 700 }],
    ['does not come back on a screen that is gone', { x: 5000, y: 50, width: 900, height: 700, maximised: false }, { width: 1440, height: 900 }]
  ])('%s', async (_what, bounds, expected) => {
    const window = (await openWindow({ ...options, bounds })) as unknown as fake.BrowserWindow
    expect(window.options).toMatchObject(expected)
    expect(window.maximised).toBe(bounds.maximised)
  })

  test('is no larger than a small screen', async () => {
    const { workArea } = fake.display
    fake.display.workArea = { x: 0, y: 0, width: 1366, height: 728 }
    const window = (await openWindow(options)) as unknown as fake.BrowserWindow
    fake.display.workArea = workArea
    expect(window.options).toMatchObject({ width: 1366, height: 728 })
  })

  test('that is closed while its page loads is no failure; a page that cannot be loaded is', async () => {
    const load = vi.spyOn(fake.BrowserWindow.prototype, 'loadURL')
    load.mockRejectedValueOnce(new Error('ERR_FAILED'))
    await expect(openWindow(options)).rejects.toThrow('ERR_FAILED')
    load.mockImplementationOnce(function (this: fake.BrowserWindow) {
      this.destroy()
      return Promise.reject(new Error('ERR_FAILED'))
    })
    expect((await openWindow(options)).isDestroyed()).toBe(true)
  })
})

describe('printing', () => {
  test('uses a hidden window without scripts, in a session that loads the document alone, and closes it', async () => {
    const bytes = await printPdf('<h1>报告</h1>', 'A4')
    expect(Buffer.from(bytes).toString()).toBe('%PDF-fake')
    const window = fake.windows.at(-1)!
    expect(window.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } })
    expect(window.webContents.printed).toMatchObject({ pageSize: 'A4', generateTaggedPDF: true, generateDocumentOutline: true, printBackground: true })
    expect(window.destroyed).toBe(true)
    const [address] = window.loaded
    const apart = fake.partitions.get(address!)!
    expect(await apart.handlers.get('app')!(new Request(address!)).text()).toBe('<h1>报告</h1>')
    expect(apart.handlers.get('app')!(new Request('app://report/other')).status).toBe(403)
    const cancelled = ['https://example.com/', 'app://plan/index.html', address!].map((url) => {
      let answer: boolean | undefined
      apart.beforeRequest({ url }, ({ cancel }) => (answer = cancel))
      return answer
    })
    expect(cancelled).toEqual([true, true, false])
  })
})

describe('the menu', () => {
  test.each([
    ['en', 'File'],
    ['zh', '文件']
  ] as const)('in %s sends its commands to the page by name', (language, file) => {
    const command = vi.fn()
    setMenu(language, command)
    const own = fake.menu.flatMap(({ submenu = [] }) => submenu).filter(({ click }) => click !== undefined)
    own.forEach(({ click }) => click!())
    expect(fake.menu.some(({ label }) => label === file)).toBe(true)
    expect(command.mock.calls.flat()).toEqual(['open', 'save', 'saveCopy', 'report', 'undo', 'redo'])
  })

  test('leaves to the page the keys that the page listens to, and takes the others itself', () => {
    setMenu('en', vi.fn())
    const own = fake.menu.flatMap(({ submenu = [] }) => submenu).filter(({ click }) => click !== undefined)
    expect(own.filter(({ registerAccelerator }) => registerAccelerator !== false).map(({ label }) => label)).toEqual(['Open…', 'Save a Copy…'])
    expect(own.every(({ accelerator }) => accelerator !== undefined)).toBe(true)
  })
})

describe('starting', () => {
  const places = { root: join(import.meta.dirname, '..', '..'), renderer: '', preload: '/p.cjs' }
  const tick = () => new Promise((resolve) => setImmediate(resolve))
  beforeEach(() => {
    fake.app.removeAllListeners()
    vi.stubEnv('SCALEPATH_DATA', join(folder, 'data'))
    places.renderer = folder
  })

  test('a second instance hands over and ends, without a window', async () => {
    const windows = fake.windows.length
    fake.app.first = false
    await startElectron(places, ['electron', '--enable-sandbox', '.', 'mine.scalepath.json'], process.env)
    expect(fake.app.handedOver).toEqual({ plan: resolve('mine.scalepath.json') })
    fake.app.first = true
    expect(fake.windows.length).toBe(windows)
    expect(fake.app.quits).toBe(1)
  })

  test('while developing, a start that overlaps the end of the last opens its window', async () => {
    fake.app.first = false
    await startElectron(places, ['electron', '.'], { ...process.env, ELECTRON_RENDERER_URL: 'http://localhost:5173' })
    fake.app.first = true
    expect(fake.windows.at(-1)!.loaded).toEqual(['http://localhost:5173/'])
  })

  test('opens the plan it was started with, in the sandbox, and tells the page when another plan is opened', async () => {
    const plan = join(places.root, 'resources/examples/code.scalepath.json')
    const copy = join(folder, 'mine.scalepath.json')
    await copyFile(plan, copy)
    await startElectron(places, ['electron', '.', copy, '--allow-file-access-from-files'], process.env)
    expect(fake.app.sandboxed).toBe(true)
    expect(fake.app.paths.get('userData')).toBe(join(folder, 'data', 'electron'))
    const window = fake.windows.at(-1)!
    expect(window.loaded).toEqual(['app://plan/index.html'])
    const call = fake.handlers.get('scalepath:call') as unknown as (...v: unknown[]) => Promise<{ output: { info: { path: string } } }>
    const current = async () =>
      (await call({ sender: window.webContents, senderFrame: window.webContents.mainFrame }, 1, 'documents.current', {})).output.info.path
    expect(await current()).toBe(copy)

    const other = join(folder, 'other.scalepath.json')
    await copyFile(plan, other)
    const focused = vi.fn()
    window.on('focused', focused)
    // Chromium's order and additions: not to be read.
    fake.app.emit('second-instance', {}, ['electron', '--secure-schemes=app', '.', 'other.scalepath.json'], folder, { plan: other })
    await vi.waitFor(() => expect(window.webContents.sent).toEqual([['scalepath:command', 'reopen']]))
    expect(focused).toHaveBeenCalledOnce()
    expect(await current()).toBe(other)

    fake.dialog.chosen = [join(folder, 'missing.scalepath.json')]
    const open = fake.menu.flatMap(({ submenu = [] }) => submenu).find(({ accelerator }) => accelerator === 'CommandOrControl+O')!
    open.click!()
    await vi.waitFor(() => expect(fake.dialog.shown).toHaveLength(1))
    expect(fake.dialog.shown[0]![1]).toContain('missing.scalepath.json')
    fake.dialog.chosen = [copy]
    open.click!()
    await vi.waitFor(() => expect(window.webContents.sent).toHaveLength(2))
    expect(await current()).toBe(copy)
  })

  test('a plan that the system asks for while the app is starting is opened when the window is', async () => {
    const early = join(folder, 'early.scalepath.json')
    await copyFile(join(places.root, 'resources/examples/code.scalepath.json'), early)
    const started = startElectron(places, ['electron', '.'], process.env)
    await tick()
    fake.app.emit('open-file', { preventDefault: () => undefined }, early)
    await started
    await vi.waitFor(() => expect(fake.windows.at(-1)!.webContents.sent).toEqual([['scalepath:command', 'reopen']]))
  })

  test('nothing is told to a window that is gone', async () => {
    await startElectron(places, ['electron', '.'], process.env)
    const window = fake.windows.at(-1)!
    window.emit('closed')
    fake.app.emit('second-instance', {}, [], folder, { plan: null })
    fake.menu.flatMap(({ submenu = [] }) => submenu).find(({ accelerator }) => accelerator === 'CommandOrControl+S')!.click!()
    expect(window.webContents.sent).toEqual([])
  })

  test('the menu speaks the language that the page has changed to', async () => {
    await startElectron(places, ['electron', '.'], process.env)
    const { webContents } = fake.windows.at(-1)!
    const call = fake.handlers.get('scalepath:call') as unknown as (...v: unknown[]) => Promise<unknown>
    const change = (language: string) => call({ sender: webContents, senderFrame: webContents.mainFrame }, 1, 'settings.set', { language })
    await change('en')
    expect(fake.menu.some(({ label }) => label === 'File')).toBe(true)
    await change('zh')
    expect(fake.menu.some(({ label }) => label === '文件')).toBe(true)
  })

  test('the sandbox is not forced where Chromium was told to do without, as root must', async () => {
    fake.app.sandboxed = false
    fake.app.switches = ['no-sandbox']
    await startElectron(places, ['electron', '.', '--no-sandbox'], process.env)
    fake.app.switches = []
    expect(fake.app.sandboxed).toBe(false)
    expect(fake.windows.at(-1)!.options.webPreferences['sandbox']).toBe(true)
  })

  test('quitting waits, once the windows are gone, for what is being written', async () => {
    await startElectron(places, ['electron', '.'], process.env)
    const preventDefault = vi.fn()
    const { quits } = fake.app
    fake.app.emit('will-quit', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(fake.app.quits).toBe(quits + 1))
    fake.app.emit('will-quit', { preventDefault })
    await tick()
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  test('a packaged app does not believe in a development server', async () => {
    fake.app.isPackaged = true
    await startElectron(places, ['Scalepath'], { ...process.env, ELECTRON_RENDERER_URL: 'https://evil.example' })
    fake.app.isPackaged = false
    expect(fake.windows.at(-1)!.loaded).toEqual(['app://plan/index.html'])
  })
})
