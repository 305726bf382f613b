/** The Electron host in the real runtime. Skipped where no runtime is installed; test/hosts/electron.test.ts then still checks it against a fake. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { hasDisplay } from '../../scripts/browsers.mjs'
import { findElectron, forRoot } from '../../scripts/electron.mjs'

const root = join(import.meta.dirname, '..', '..')
const executablePath = findElectron()
test.skip(executablePath === null, 'the Electron runtime is not installed on this machine')
test.skip(!hasDisplay(), 'Electron needs a display: set DISPLAY, for example with xvfb-run')

// One start of the runtime is enough for all of them.
test.describe.configure({ mode: 'default' })

let folder: string
let app: ElectronApplication
let page: Page
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-electron-'))
  app = await _electron.launch({
    executablePath: executablePath!,
    args: [root, ...forRoot()],
    env: { ...(process.env as Record<string, string>), SCALEPATH_DATA: folder }
  })
  page = await app.firstWindow()
})
test.afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

test('the page is our own, with the bridge and nothing of Node', async () => {
  expect(page.url()).toBe('app://plan/index.html')
  expect(await page.evaluate(() => Object.keys(window.scalepath ?? {}).sort())).toEqual(['call', 'cancel', 'onCommand', 'onItem'])
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))).toEqual([])
})

test('the page calls the api over the bridge', async () => {
  const reply = await page.evaluate(() => window.scalepath!.call(1, 'app.info', {}))
  expect(reply).toMatchObject({ ok: true, output: { host: 'electron', dataFolder: folder } })
})

test('the policy forbids eval, inline scripts and every connection', async () => {
  expect(
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'blocked'
      )
    )
  ).toBe('blocked')
  expect(
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "hijacked"'
      document.head.append(script)
      return document.title
    })
  ).not.toBe('hijacked')
})

test('the page cannot be left, and opens no window', async () => {
  await page.evaluate(() => {
    location.href = 'https://example.com/'
    window.open('https://example.com/')
  })
  await expect.poll(() => page.url()).toBe('app://plan/index.html')
  expect(app.windows()).toHaveLength(1)
})

test('a report is printed by Electron’s own Chromium', async () => {
  const reply = await page.evaluate(async () => {
    const opened = await window.scalepath!.call(2, 'documents.current', {})
    const { plan } = (opened as unknown as { output: { plan: unknown } }).output
    return window.scalepath!.call(3, 'report.pdf', { plan })
  })
  expect(reply).toMatchObject({ ok: true, output: { mediaType: 'application/pdf', base64: expect.stringMatching(/^JVBERi/) as unknown } })
})
