import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { documentsApi } from '../../src/main/api/documents'
import type { Api } from '../../src/main/api/implementation'
import { createDispatcher } from '../../src/main/dispatch'
import type { Opened } from '../../src/shared/contract'
import { documentsIn, freshFolder, planNamed } from './storage'

let folder: string
let call: (procedure: string, input?: unknown) => Promise<unknown>
const defects: unknown[] = []

beforeEach(async () => {
  folder = await freshFolder()
  defects.length = 0
  const handle = createDispatcher(documentsApi(documentsIn(folder)) as Api, (...problem) => defects.push(problem))
  call = (procedure, input) => handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined })
})
afterEach(async () => {
  expect(defects).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

it('every procedure of documents and settings answers within the contract', async () => {
  const { info, plan } = (await call('documents.current')) as Opened
  await call('documents.save', { id: info!.id, plan: { ...plan, name: 'Mine' }, baseline: plan })
  await call('documents.save', { id: info!.id, plan })
  const { backups } = (await call('documents.open', { id: info!.id })) as Opened
  expect(await call('documents.open', { backup: backups[0]!.id })).toMatchObject({ verdict: 'ok' })
  expect(await call('documents.remove', { id: info!.id })).toEqual({ removed: true })
  expect(await call('documents.restore', { id: info!.id })).toMatchObject({ id: info!.id })
  expect(await call('documents.list')).toMatchObject({ documents: [{ id: info!.id }], examples: [{ id: 'reasoning' }, {}, {}] })
  const exported = (await call('documents.export', { plan })) as { base64: string }
  expect(await call('plan.check', { text: Buffer.from(exported.base64, 'base64').toString() })).toMatchObject({ verdict: 'ok', plan })
  expect(await call('plan.check', { text: '' })).toMatchObject({ verdict: 'damaged', notes: [{ code: 'file-empty' }] })
})

it('a change of one setting leaves the others as they were', async () => {
  await call('settings.set', { theme: 'dark' })
  await call('settings.set', { language: 'zh' })
  expect(await call('settings.get')).toMatchObject({ theme: 'dark', language: 'zh', publishedRuns: true })
})

it('a plan keeps the fields that this version does not know on its way to the disk and back', async () => {
  const { info, plan } = (await call('documents.current')) as Opened
  await call('documents.save', { id: info!.id, plan: { ...plan, later: { deep: [1] } } })
  expect(((await call('documents.open', { id: info!.id })) as Opened).plan).toMatchObject({ later: { deep: [1] } })
})

it('a save that cannot be made rejects with code, sentence and path', async () => {
  const { info } = (await call('documents.current')) as Opened
  const path = join(folder, 'plans', `${info!.id}.scalepath.json`)
  await writeFile(path, '{}')
  const refused = call('documents.save', { id: info!.id, plan: planNamed('Ours') })
  await expect(refused).rejects.toMatchObject({ code: 'changed-outside', path, message: expect.stringContaining('nothing was overwritten') as string })
})

it('a plan that the schema refuses is refused by field and reaches no file', async () => {
  const { info, plan } = (await call('documents.current')) as Opened
  const refused = call('documents.save', { id: info!.id, plan: { ...plan, cluster: { ...plan!.cluster, mfu: 1.4 } } })
  await expect(refused).rejects.toMatchObject({ code: 'bad-input', path: 'plan.cluster.mfu', message: expect.stringContaining('found 1.4') as string })
  expect(((await call('documents.open', { id: info!.id })) as Opened).plan).toEqual(plan)
})
