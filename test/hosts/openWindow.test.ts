import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser, hasDisplay } from '../../scripts/browsers.mjs'
import { finish, printed, startProgram } from './built'

let folder: string
let browser: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-window-'))
  browser = join(folder, 'browser.mjs')
  // Stands in for Chrome: notes what it was started with and whether the address it was given opens, once and once more.
  await writeFile(
    browser,
    `#!${process.execPath}
import { renameSync, writeFileSync } from 'node:fs'
const args = process.argv.slice(2)
const address = args.find((arg) => arg.startsWith('--app=')).slice('--app='.length)
const ask = async () => { const answer = await fetch(address); return { status: answer.status, url: answer.url } }
writeFileSync(${JSON.stringify(join(folder, 'noted.tmp'))}, JSON.stringify({ args, first: await ask(), second: await ask() }))
renameSync(${JSON.stringify(join(folder, 'noted.tmp'))}, ${JSON.stringify(join(folder, 'noted.json'))})
`
  )
  await chmod(browser, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')(
  'the browser opens as a window of its own with a profile of ours, by an address that works once and holds no key (needs scripts as programs)',
  async () => {
    const child = startProgram('browser', [], { SCALEPATH_DATA: folder, SCALEPATH_BROWSER: browser, DISPLAY: ':77' })
    const text = await printed(child, /Closing the window/)
    const key = new URL(/http:\S+/.exec(text)![0]).pathname
    const noted = await eventually(join(folder, 'noted.json'))
    expect(noted.args).toContain(`--user-data-dir=${join(folder, 'browser-profile')}`)
    expect(noted.args.join(' ')).not.toContain(key.replaceAll('/', ''))
    expect(noted.first).toMatchObject({ status: 200, url: expect.stringContaining(key) as string })
    expect(noted.second.status).toBe(403)
    child.kill('SIGINT')
    expect((await finish(child)).code).toBe(0)
  }
)

interface Noted {
  args: string[]
  first: { status: number; url: string }
  second: { status: number }
}

async function eventually(path: string): Promise<Noted> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text !== null) return JSON.parse(text) as Noted
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a browser is found on the path, or where it is said to be, and nowhere else', () => {
  const inFolder = (environment: Record<string, string>) => findBrowser(environment, 'linux')
  expect(inFolder({ PATH: folder })).toBeNull()
  expect(inFolder({ PATH: folder, SCALEPATH_BROWSER: browser })).toBe(browser)
  expect(inFolder({ PATH: folder, SCALEPATH_BROWSER: join(folder, 'missing') })).toBeNull()
})

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: '' }, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true]
] as const)('with %j on %s a window can be shown: %j', (environment, platform, shown) => {
  expect(hasDisplay(environment, platform)).toBe(shown)
})
