/** One host for the tests that a worker runs, emptied between them: a program that has just started simulates several times slower than one that has run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DESKS } from '../../src/shared/contract/desk'
import { settingsSchema } from '../../src/shared/contract/documents'
import { startHost } from './host'
import type { Host } from './host'

export class WarmHost {
  private host: Host | null = null

  /** A host as at a first start: the one of the test before with nothing kept, or a new one when that test ended it. */
  async emptied(): Promise<Host> {
    if (this.host === null || this.host.hasEnded()) {
      await this.end()
      this.host = await startHost(await mkdtemp(join(tmpdir(), 'scalepath-e2e-')))
    } else await empty(this.host)
    return this.host
  }

  async end(): Promise<void> {
    if (this.host === null) return
    await this.host.end('SIGTERM')
    await rm(this.host.folder, { recursive: true, force: true })
    this.host = null
  }
}

/** Takes away whatever a test can leave behind: plans, settings, what screens keep, entries of the evidence library. */
async function empty(host: Host): Promise<void> {
  const [{ documents }, { rows }] = await Promise.all([host.call('documents.list', {}), host.call('evidence.list', {})])
  for (const { id } of documents) await host.call('documents.remove', { id })
  for (const { id, origin } of rows) if (origin === 'own') await host.call('evidence.remove', { id })
  for (const name of DESKS) await host.call('desk.set', { name, state: null })
  await host.call('settings.set', settingsSchema.parse({}))
}
