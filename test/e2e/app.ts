/** What every journey starts with: a host with nothing kept, and the app open on the example, watched for whatever must not happen. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import type { Settings } from '../../src/shared/contract'
import { root } from '../hosts/built'
import type { Host } from './host'
import { Screen } from './screen'
import { WarmHost } from './warmHost'
import { watch } from './watch'
import type { Watch } from './watch'

interface Options {
  /** Settings that are there before the app opens. */
  settings: Partial<Settings>
  /** What the app opens on: the plan of these tests, which no edit of an example changes; what a first start shows; or the example with this id. */
  opens: 'plan' | 'first start' | { example: string }
  /** Problems that a test provokes; every other one fails it. */
  forgiven: readonly RegExp[]
}
interface Fixtures {
  /** Where the host keeps its data. */
  folder: string
  host: Host
  watched: Watch
  app: Screen
}

const PLAN = join(root, 'test', 'files', 'journey.scalepath.json')

export const test = base.extend<Options & Fixtures, { warm: WarmHost }>({
  settings: [{ language: 'en', theme: 'light' }, { option: true }],
  opens: ['plan', { option: true }],
  forgiven: [[], { option: true }],
  warm: [
    async ({}, use) => {
      const warm = new WarmHost()
      await use(warm)
      await warm.end()
    },
    { scope: 'worker' }
  ],
  folder: async ({ host }, use) => use(host.folder),
  host: async ({ warm, settings, opens }, use) => {
    const host = await warm.emptied()
    if (opens === 'plan') await host.call('documents.open', { text: await readFile(PLAN, 'utf8') })
    else if (opens !== 'first start') await host.call('documents.open', opens)
    await host.call('settings.set', settings)
    await use(host)
  },
  watched: async ({ context, host, forgiven }, use) => {
    let origin = host.origin
    const watched = await watch(context, () => origin)
    await use(watched)
    origin = ''
    const problems = watched.problems().filter((problem) => !forgiven.some((pattern) => pattern.test(problem)))
    if (problems.length > 0) throw new Error(`on the page:\n${problems.join('\n')}`)
  },
  app: async ({ page, host, watched }, use) => {
    const app = new Screen(page, watched)
    await app.open(host.address)
    await use(app)
  }
})
export { expect } from '@playwright/test'
