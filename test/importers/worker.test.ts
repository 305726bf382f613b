/** Files in a worker: progress, cancelling, and who may name a path. */
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp, type App } from '../../src/main/hosts/app'
import type { Output } from '../../src/shared/contract'
import type { Progress } from '../../src/shared/contract/procedure'

const root = join(import.meta.dirname, '..', '..')
const BYTES = 20e6
let folder: string
let path: string
let latin1: string
const apps: App[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-import-'))
  vi.stubEnv('SCALEPATH_DATA', join(folder, 'data'))
  path = join(folder, 'large.csv')
  latin1 = join(folder, 'latin1.csv')
  await writeFile(latin1, 'modèle,acc\na,0.4\n', 'latin1')
  const file = await open(path, 'w')
  await file.write('model,N,D,task,metric,value\n')
  const part = Array.from({ length: 10_000 }, (_, i) => `model-${i % 97},${1e6 + i}000,1.4T,task-${i % 31},acc,0.${(i * 7919) % 100_000}\n`).join('')
  for (let written = 0; written < BYTES; written += part.length) await file.write(part)
  await file.write('one,1e9,2e10,task,acc,broken\n')
  await file.close()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all(apps.map((app) => app.close()))
  await rm(folder, { recursive: true })
})

async function appOf(host: 'cli' | 'browser' | 'electron'): Promise<App> {
  const app = await createApp({ host, root, plan: null, printPdf: () => Promise.resolve(new Uint8Array()) })
  apps.push(app)
  return app
}

describe('a large file', () => {
  test('is read away from the main thread, with progress that grows to the whole, and every refused line is told', async () => {
    const items: Progress[] = []
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const { handle } = await appOf('cli')
    const output = (await handle(
      'import.read',
      { path },
      { signal: new AbortController().signal, emit: (item) => items.push(item as Progress) }
    )) as Output<'import.read'>
    clearInterval(turning)
    const { size } = await stat(path)
    expect(items.length).toBeGreaterThanOrEqual(10)
    expect(items.map(({ done }) => done)).toEqual(items.map(({ done }) => done).sort((a, b) => a - b))
    expect(items.at(-1)).toMatchObject({ done: size, total: size })
    expect(output.counts.rows).toBeGreaterThan(3e5)
    expect(output.counts).toMatchObject({ returned: 50_000, problems: 1 })
    expect(output.problems).toMatchObject([{ line: output.counts.lines, column: 'value' }])
    // The thread that answers went on turning while the file was read.
    expect(turns).toBeGreaterThan(20)
  })

  test('is left when the call is cancelled', async () => {
    const { handle } = await appOf('cli')
    const stop = new AbortController()
    const answer = handle('import.read', { path }, { signal: stop.signal, emit: () => stop.abort() })
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
    // And the worker is free for the next.
    const next = (await handle(
      'import.read',
      { text: 'model,acc\na,0.4\n' },
      { signal: new AbortController().signal, emit: () => undefined }
    )) as Output<'import.read'>
    expect(next.counts.rows).toBe(1)
  })
})

describe('a path', () => {
  test.each(['browser', 'electron'] as const)('is refused to the page of the %s host, whatever it names', async (host) => {
    const { handle } = await appOf(host)
    for (const named of [path, '/etc/passwd', join(folder, 'nothing')])
      await expect(handle('import.read', { path: named }, { signal: new AbortController().signal, emit: () => undefined })).rejects.toMatchObject({
        code: 'not-allowed',
        path: 'path'
      })
    const read = (await handle(
      'import.read',
      { text: 'model,acc\na,0.4\n' },
      { signal: new AbortController().signal, emit: () => undefined }
    )) as Output<'import.read'>
    expect(read.counts.rows).toBe(1)
  })
})

describe('a refusal', () => {
  test.each([
    ['a file that is not there', () => ({ path: join(folder, 'nothing.csv') }), 'file-missing', 'path'],
    ['a file of another kind', () => ({ text: '%PDF-1.7' }), 'import-other-kind', 'text'],
    ['a file in another encoding', () => ({ path: latin1 }), 'import-not-utf8', 'path'],
    ['JSON that no importer knows', () => ({ text: '{"a": 1}' }), 'import-json-unknown', 'text'],
    ['an empty text', () => ({ text: ' ' }), 'import-empty', 'text']
  ])('of %s comes out of the worker with its code, its reason and its field', async (_what, input, code, field) => {
    const { handle } = await appOf('cli')
    const answer = handle('import.read', input(), { signal: new AbortController().signal, emit: () => undefined })
    await expect(answer).rejects.toMatchObject({ code, path: field, message: expect.stringMatching(/\S/) as string })
  })
})
