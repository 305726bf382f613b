/** A journey's app: the built browser host on a data folder of its own, and a page that notes everything that should not happen. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'

export const root = join(import.meta.dirname, '..', '..')

export interface RunningHost {
  /** With the key of the run. */
  address: string
  /** Ends the host as Ctrl-C does. */
  stop: () => Promise<void>
}

/** Starts the host on a free port. The same data folder again is a restart of the app. */
export async function startHost(dataFolder: string, ...args: string[]): Promise<RunningHost> {
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'browser.js'), '--no-open', ...args], {
    cwd: root,
    env: { ...process.env, SCALEPATH_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return { address: await addressOf(child), stop: () => stop(child) }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    child.on('error', reject).on('exit', (code) => reject(new Error(`the host ended with code ${code}: ${text}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

/** What should not happen on a page: messages of the console, broken policies, requests to anywhere else. */
export function watch(page: Page, address: string): string[] {
  const wrong: string[] = []
  const { origin } = new URL(address)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (problem) => wrong.push(`uncaught: ${problem.message}`))
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url())
    if (to !== origin && protocol !== 'data:' && protocol !== 'blob:') wrong.push(`request to ${request.url()}`)
  })
  return wrong
}

interface Fixtures {
  dataFolder: string
  host: RunningHost
  /** Things that went wrong on the page so far; the test fails if there are any at its end. */
  wrong: string[]
}

/** A test with a fresh app, already open; it also fails on console messages, broken policies and requests outside the host. */
export const test = base.extend<Fixtures>({
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'scalepath-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  host: async ({ dataFolder }, use) => {
    const host = await startHost(dataFolder)
    await use(host)
    await host.stop()
  },
  wrong: async ({ page, host }, use) => {
    const wrong = watch(page, host.address)
    await use(wrong)
    expect(wrong).toEqual([])
  },
  page: async ({ page }, use) => {
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
        console.error(`policy ${violatedDirective} broken by ${blockedURI} at ${sourceFile}:${lineNumber}`)
      )
    )
    await use(page)
  }
})

export { expect }
