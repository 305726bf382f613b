import * as fc from 'fast-check'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../../src/shared/contract'
import { openedSchema } from '../../src/shared/contract'
import { restore } from '../../src/shared/plan/restore'
import { HOSTILE } from '../shared/plan/hostile'
import { randomPlan } from '../shared/plan/randomPlan'
import { EXAMPLES, documentsIn, exampleText, freshFolder, planNamed, steadyClock, watchedFileSystem } from './storage'

let folder: string
beforeEach(async () => void (folder = await freshFolder()))
afterEach(() => rm(folder, { recursive: true, force: true }))

const pathOf = ({ info }: Opened): string => join(folder, 'plans', `${info!.id}.scalepath.json`)
const savedPlan = async (path: string) => restore(await readFile(path)).plan
const importText = (plan = planNamed('Ours')): string => JSON.stringify({ format: 'scalepath', version: 1, plan })

describe('the first start', () => {
  it('opens a copy of the first example', async () => {
    const opened = await documentsIn(folder).current()
    expect(opened).toMatchObject({ verdict: 'ok', info: { example: 'reasoning', path: null }, notes: [] })
    expect(opened.plan).toEqual(restore(exampleText('reasoning')).plan)
    expect(opened.baseline).toEqual(opened.plan)
    expect(openedSchema.parse(opened)).toEqual(opened)
  })

  it('makes one copy only, however often it is asked', async () => {
    const documents = documentsIn(folder)
    const [a, b] = await Promise.all([documents.current(), documents.current()])
    expect(a.info!.id).toBe(b.info!.id)
    expect((await documents.list()).documents).toHaveLength(1)
  })
})

describe('after a restart', () => {
  it('everything is as it was left', async () => {
    const documents = documentsIn(folder)
    const first = await documents.open({ example: 'code' })
    const edited = { ...first.plan!, name: 'Edited' }
    await documents.save({ id: first.info!.id, plan: edited })
    await documents.changeSettings({ theme: 'dark' })
    const again = documentsIn(folder)
    const opened = await again.current()
    expect(opened.plan).toEqual(edited)
    expect(opened.baseline).toEqual(first.baseline)
    expect(await again.settings()).toMatchObject({ theme: 'dark', language: 'system', lastDocument: first.info!.id, recents: [first.info!.id] })
  })

  it('a removed last document gives way to the one before', async () => {
    const documents = documentsIn(folder)
    const older = await documents.open({ example: 'code' })
    const newer = await documents.open({ example: 'multilingual' })
    await documents.remove(newer.info!.id)
    expect((await documentsIn(folder).current()).info!.id).toBe(older.info!.id)
  })

  it('any plan that was saved is read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (plan) => {
        const documents = documentsIn(folder)
        const { info } = await documents.open({ example: 'code' })
        await documents.save({ id: info!.id, plan })
        expect((await documentsIn(folder).open({ id: info!.id })).plan).toEqual(plan)
      }),
      { numRuns: 30 }
    )
  })
})

describe('an example', () => {
  it('opened twice without an edit is one document', async () => {
    const documents = documentsIn(folder)
    expect((await documents.open({ example: 'code' })).info!.id).toBe((await documents.open({ example: 'code' })).info!.id)
  })

  it('opened after an edit is a fresh copy', async () => {
    const documents = documentsIn(folder)
    const first = await documents.open({ example: 'code' })
    await documents.save({ id: first.info!.id, plan: planNamed('Mine') })
    const second = await documents.open({ example: 'code' })
    expect(second.info!.id).not.toBe(first.info!.id)
    expect(second.plan).toEqual(restore(exampleText('code')).plan)
  })

  it('that does not exist is refused by name', async () => {
    await expect(documentsIn(folder).open({ example: 'nope' })).rejects.toMatchObject({ code: 'example-missing', message: expect.stringContaining('nope') })
  })
})

describe('saving', () => {
  it('resolves with the moment when the bytes are on the disk', async () => {
    const documents = documentsIn(folder)
    const opened = await documents.current()
    const { savedAt } = await documents.save({ id: opened.info!.id, plan: planNamed('Kept') })
    const text = await readFile(pathOf(opened), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ savedAt, plan: { name: 'Kept' }, baseline: opened.baseline! as object })
  })

  it('twice at once keeps the second', async () => {
    const documents = documentsIn(folder)
    const opened = await documents.current()
    await Promise.all(['one', 'two'].map((name) => documents.save({ id: opened.info!.id, plan: planNamed(name) })))
    expect((await savedPlan(pathOf(opened)))!.name).toBe('two')
  })

  it('keeps unknown fields of the envelope and of the plan', async () => {
    const documents = documentsIn(folder)
    const { info, plan } = await documents.open({ text: JSON.stringify({ ...JSON.parse(importText()), origin: 'elsewhere' }) })
    await documents.save({ id: info!.id, plan: { ...plan!, later: [1] } as never })
    const text = await readFile(join(folder, 'plans', `${info!.id}.scalepath.json`), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ origin: 'elsewhere', plan: { later: [1] } })
  })

  it('to an id that is no document is refused, and no id reaches outside the folder', async () => {
    const documents = documentsIn(folder)
    for (const id of ['nothing', '../settings', '..', 'a/b', 'file:0', '']) {
      await expect(documents.save({ id, plan: planNamed('x') })).rejects.toMatchObject({ code: 'document-missing', path: 'id' })
    }
  })

  it('over a file that another program changed is refused, and both are kept', async () => {
    const documents = documentsIn(folder)
    const opened = await documents.current()
    const theirs = importText(planNamed('Theirs'))
    await writeFile(pathOf(opened), theirs)
    await documents.list()
    await expect(documents.save({ id: opened.info!.id, plan: planNamed('Ours') })).rejects.toMatchObject({ code: 'changed-outside', path: pathOf(opened) })
    await expect(documents.save({ id: opened.info!.id, plan: planNamed('Ours') })).rejects.toMatchObject({ code: 'changed-outside' })
    expect(await readFile(pathOf(opened), 'utf8')).toBe(theirs)
    expect((await documents.open({ id: opened.info!.id })).plan!.name).toBe('Theirs')
    await documents.save({ id: opened.info!.id, plan: planNamed('Both') })
    expect((await savedPlan(pathOf(opened)))!.name).toBe('Both')
  })

  it('from two running instances never overwrites what one of them has not seen', async () => {
    const [a, b] = [documentsIn(folder), documentsIn(folder)]
    const opened = await a.current()
    const { id } = (await b.open({ id: opened.info!.id })).info!
    await a.save({ id, plan: planNamed('From A') })
    await expect(b.save({ id, plan: planNamed('From B') })).rejects.toMatchObject({ code: 'changed-outside' })
    expect((await savedPlan(pathOf(opened)))!.name).toBe('From A')
  })
})

describe.each([
  ['EACCES', 'folder-not-writable'],
  ['EROFS', 'folder-not-writable'],
  ['ENOSPC', 'disk-full'],
  ['EBUSY', 'file-locked'],
  ['EIO', 'save-failed']
])('when writing fails with %s', (error, code) => {
  it('the reason names the path, the old file stays, and the plan stays in memory until it can be saved', async () => {
    const { fs, fail } = watchedFileSystem()
    const documents = documentsIn(folder, { fs })
    const opened = await documents.current()
    const before = await readFile(pathOf(opened), 'utf8')
    fail.set('open-wx temporary', error)
    const { id } = opened.info!
    await expect(documents.save({ id, plan: planNamed('Unsaved') })).rejects.toMatchObject({
      code,
      path: pathOf(opened),
      message: expect.stringContaining(folder)
    })
    expect(await readFile(pathOf(opened), 'utf8')).toBe(before)
    const reopened = await documents.open({ id })
    expect(reopened.plan!.name).toBe('Unsaved')
    expect(reopened.notes).toContainEqual(expect.objectContaining({ code }))
    fail.clear()
    await documents.save({ id, plan: planNamed('Saved') })
    expect((await savedPlan(pathOf(opened)))!.name).toBe('Saved')
    expect((await documents.open({ id })).notes).toEqual([])
  })
})

it('does not take its own write for another program’s when only the directory could not be synced', async () => {
  const { fs, fail } = watchedFileSystem()
  const documents = documentsIn(folder, { fs })
  const { info } = await documents.current()
  fail.set('sync folder', 'EIO')
  await expect(documents.save({ id: info!.id, plan: planNamed('one') })).rejects.toMatchObject({ code: 'save-failed' })
  fail.clear()
  await expect(documents.save({ id: info!.id, plan: planNamed('two') })).resolves.toHaveProperty('savedAt')
})

it('works in memory when its folder cannot be made at all, and says why', async () => {
  await writeFile(join(folder, 'occupied'), '')
  const documents = documentsIn(join(folder, 'occupied', 'data'))
  const opened = await documents.current()
  expect(opened).toMatchObject({ verdict: 'ok', notes: [{ code: 'folder-not-writable' }] })
  const { id } = opened.info!
  await expect(documents.save({ id, plan: planNamed('Memory') })).rejects.toMatchObject({ code: 'folder-not-writable' })
  expect((await documents.current()).plan!.name).toBe('Memory')
  expect((await documents.changeSettings({ theme: 'dark' })).theme).toBe('dark')
  expect((await documents.settings()).theme).toBe('dark')
  expect((await documents.list()).documents.map((d) => d.name)).toEqual(['Memory'])
  expect(await documents.remove(id)).toBe(true)
  expect((await documents.list()).documents).toEqual([])
  expect(documents.notes().map((n) => n.code)).toContain('folder-not-writable')
})

describe('a damaged plan', () => {
  async function savedThrice() {
    const documents = documentsIn(folder)
    const opened = await documents.current()
    for (const name of ['one', 'two', 'three']) await documents.save({ id: opened.info!.id, plan: planNamed(name) })
    return { path: pathOf(opened), id: opened.info!.id }
  }

  it('with good backups offers them and opens the one that is chosen; the damaged file is kept when it is replaced', async () => {
    const { path, id } = await savedThrice()
    await writeFile(path, '{"format": "scalep')
    const documents = documentsIn(folder)
    const opened = await documents.current()
    expect(opened).toMatchObject({ verdict: 'damaged', plan: null, info: { id }, notes: [{ code: 'file-truncated' }] })
    expect(opened.backups.length).toBeGreaterThan(1)
    await expect(documents.save({ id, plan: planNamed('over it') })).rejects.toMatchObject({ code: 'document-damaged', path })
    const backup = await documents.open({ backup: opened.backups[0]!.id })
    expect(backup).toMatchObject({ verdict: 'ok', info: { id }, plan: { name: 'two' } })
    expect(await readFile(path, 'utf8')).toBe('{"format": "scalep')
    await documents.save({ id, plan: backup.plan! })
    expect((await savedPlan(path))!.name).toBe('two')
    const aside = (await readdir(join(folder, 'plans'))).find((name) => name.includes('.bad-'))!
    expect(await readFile(join(folder, 'plans', aside), 'utf8')).toBe('{"format": "scalep')
    expect((await documents.list()).documents).toHaveLength(1)
  })

  it('can go back to what was kept with Save, however many autosaves came after', async () => {
    const documents = documentsIn(folder)
    const { info } = await documents.current()
    const kept = planNamed('Kept with Save')
    for (const name of ['a', 'b']) await documents.save({ id: info!.id, plan: planNamed(name) })
    await documents.save({ id: info!.id, plan: kept, baseline: kept })
    for (const name of ['c', 'd', 'e', 'f']) await documents.save({ id: info!.id, plan: planNamed(name) })
    const { backups } = await documents.open({ id: info!.id })
    const names = await Promise.all(backups.map(async ({ id }) => (await documents.open({ backup: id })).plan!.name))
    expect(names.slice(0, 2)).toEqual(['e', 'Kept with Save'])
  })

  it('never becomes a backup', async () => {
    const { path, id } = await savedThrice()
    const documents = documentsIn(folder)
    await documents.open({ id })
    await writeFile(path, 'damage')
    await expect(documents.save({ id, plan: planNamed('four') })).rejects.toMatchObject({ code: 'changed-outside' })
    const backups = join(folder, 'backups', id)
    for (const name of await readdir(backups)) expect(restore(await readFile(join(backups, name))).verdict).toBe('ok')
  })

  it('with damaged backups writes nothing, and the app starts', async () => {
    const { path, id } = await savedThrice()
    const backups = join(folder, 'backups', id)
    for (const name of await readdir(backups)) await writeFile(join(backups, name), '\u0000')
    await writeFile(path, '')
    const files = async () => Promise.all([path, ...(await readdir(backups)).map((name) => join(backups, name))].map((f) => readFile(f, 'utf8')))
    const before = await files()
    const documents = documentsIn(folder)
    expect(await documents.current()).toMatchObject({ verdict: 'damaged', backups: [], notes: [{ code: 'file-empty' }] })
    await expect(documents.save({ id, plan: planNamed('x') })).rejects.toMatchObject({ code: 'document-damaged' })
    expect(await files()).toEqual(before)
    expect((await documents.open({ example: 'code' })).verdict).toBe('ok')
  })

  it.each(HOSTILE)('such as %s is left on the disk byte for byte', async (_name, content, code) => {
    await mkdir(join(folder, 'plans'))
    const path = join(folder, 'plans', 'hostile.scalepath.json')
    await writeFile(path, content)
    const documents = documentsIn(folder)
    const opened = await documents.open({ id: 'hostile' })
    expect(opened).toMatchObject({ verdict: 'damaged', plan: null })
    expect(opened.notes[0]!.code).toBe(code)
    await expect(documents.save({ id: 'hostile', plan: planNamed('x') })).rejects.toMatchObject({ code: 'document-damaged' })
    expect(Buffer.compare(await readFile(path), Buffer.from(content))).toBe(0)
  })
})

describe('a plan of a newer version', () => {
  const newer = JSON.stringify({ format: 'scalepath', version: 2, plan: { ...planNamed('Later'), goals: 1 } })
  it('is shown and never written', async () => {
    await mkdir(join(folder, 'plans'))
    await writeFile(join(folder, 'plans', 'later.scalepath.json'), newer)
    const documents = documentsIn(folder)
    expect(await documents.open({ id: 'later' })).toMatchObject({ verdict: 'newer', plan: { name: 'Later', goals: 1 } })
    await expect(documents.save({ id: 'later', plan: planNamed('x') })).rejects.toMatchObject({ code: 'document-newer' })
    expect(await readFile(join(folder, 'plans', 'later.scalepath.json'), 'utf8')).toBe(newer)
  })
})

describe('a plan given as text', () => {
  it('becomes a document of the library', async () => {
    const documents = documentsIn(folder)
    const opened = await documents.open({ text: importText(), name: 'team.scalepath.json' })
    expect(opened).toMatchObject({ verdict: 'ok', info: { id: expect.stringMatching(/^team-/), name: 'Ours' } })
    expect((await documentsIn(folder).current()).plan).toEqual(opened.plan)
  })

  it('takes the file’s name when it has none, and reports what was filled in', async () => {
    const text = '{"format": "scalepath", "version": 1, "plan": {"targets": []}}'
    const opened = await documentsIn(folder).open({ text, name: '方案.scalepath.json' })
    expect(opened.info!.name).toBe('方案')
    expect(opened.notes.map((n) => n.code)).toContain('field-filled')
  })

  it('that is damaged becomes nothing', async () => {
    const documents = documentsIn(folder)
    expect(await documents.open({ text: '{' })).toMatchObject({ info: null, verdict: 'damaged' })
    expect((await documents.list()).documents).toEqual([])
  })

  it('is checked without becoming a document', async () => {
    const documents = documentsIn(folder)
    expect(documents.check(importText())).toMatchObject({ info: null, verdict: 'ok', plan: { name: 'Ours' } })
    expect(documents.check('[]')).toMatchObject({ verdict: 'damaged', plan: null })
    expect((await documents.list()).documents).toEqual([])
  })

  it('comes back from an export equal', async () => {
    const documents = documentsIn(folder)
    const { fileName, base64 } = documents.exportBytes(planNamed('Q3: plan/draft'))
    expect(fileName).toBe('Q3 plan draft.scalepath.json')
    expect(documents.check(Buffer.from(base64, 'base64').toString()).plan).toEqual(planNamed('Q3: plan/draft'))
  })
})

describe('a plan file of the user’s', () => {
  const data = () => join(folder, 'data')
  const given = () => join(folder, 'ours.scalepath.json')

  it('that the app is started with is opened and saved in place', async () => {
    await writeFile(given(), importText())
    const documents = documentsIn(data(), { file: given() })
    const opened = await documents.current()
    expect(opened).toMatchObject({ verdict: 'ok', info: { path: given(), name: 'Ours' } })
    await documents.save({ id: opened.info!.id, plan: planNamed('Edited') })
    expect((await savedPlan(given()))!.name).toBe('Edited')
    expect(await readdir(folder)).toEqual(['data', 'ours.scalepath.json'])
    expect((await documents.open({ id: opened.info!.id })).backups).toHaveLength(1)
  })

  it('is found again at the next start', async () => {
    await writeFile(given(), importText())
    await documentsIn(data(), { file: given() }).current()
    expect((await documentsIn(data()).current()).info).toMatchObject({ path: given() })
  })

  it('changed by an editor meanwhile is not overwritten', async () => {
    await writeFile(given(), importText())
    const documents = documentsIn(data(), { file: given() })
    const { info } = await documents.current()
    await writeFile(given(), importText(planNamed('By hand')))
    await expect(documents.save({ id: info!.id, plan: planNamed('Ours') })).rejects.toMatchObject({ code: 'changed-outside', path: given() })
    expect((await savedPlan(given()))!.name).toBe('By hand')
  })

  it('keeps its previous generation beside it when the data folder cannot be written', async () => {
    await writeFile(given(), importText())
    await writeFile(join(folder, 'occupied'), '')
    const documents = documentsIn(join(folder, 'occupied'), { file: given() })
    const { info } = await documents.current()
    await documents.save({ id: info!.id, plan: planNamed('Edited') })
    expect((await savedPlan(given()))!.name).toBe('Edited')
    expect((await savedPlan(`${given()}.bak`))!.name).toBe('Ours')
  })

  it('that is not there is named, and the next look shows the library', async () => {
    const documents = documentsIn(data(), { file: given() })
    expect(await documents.current()).toMatchObject({ verdict: 'damaged', info: null, notes: [{ code: 'file-missing', values: { path: given() } }] })
    expect((await documents.current()).info).toMatchObject({ example: 'reasoning' })
  })

  it('that is a folder is refused as unreadable', async () => {
    await mkdir(given())
    expect(await documentsIn(data(), { file: given() }).current()).toMatchObject({ verdict: 'damaged', notes: [{ code: 'file-unreadable' }] })
  })

  it('is not removed by the app', async () => {
    await writeFile(given(), importText())
    const documents = documentsIn(data(), { file: given() })
    const { info } = await documents.current()
    await expect(documents.remove(info!.id)).rejects.toMatchObject({ code: 'document-external' })
  })
})

describe('the library', () => {
  it('lists plans newest first, and the examples', async () => {
    const documents = documentsIn(folder)
    await documents.open({ example: 'code' })
    await documents.open({ text: importText() })
    const { documents: listed, examples } = await documents.list()
    expect(listed.map((d) => d.name)).toEqual(['Ours', 'Code assistant on a fixed budget'])
    expect(examples.map((e) => e.id)).toEqual(EXAMPLES.map((e) => e.id))
  })

  it('lists a damaged plan by its file’s name', async () => {
    await mkdir(join(folder, 'plans'))
    await writeFile(join(folder, 'plans', 'broken.scalepath.json'), '{')
    expect((await documentsIn(folder).list()).documents).toMatchObject([{ id: 'broken', name: 'broken', savedAt: '' }])
  })

  it('removes a plan and brings it back unchanged', async () => {
    const documents = documentsIn(folder)
    const opened = await documents.open({ example: 'code' })
    const { id } = opened.info!
    const before = await readFile(pathOf(opened), 'utf8')
    expect(await documents.remove(id)).toBe(true)
    expect((await documents.list()).documents).toEqual([])
    await expect(documents.open({ id })).rejects.toMatchObject({ code: 'document-missing' })
    expect(await documents.remove(id)).toBe(false)
    expect(await documents.restore(id)).toEqual(opened.info)
    expect(await readFile(pathOf(opened), 'utf8')).toBe(before)
    await expect(documents.restore(id)).rejects.toMatchObject({ code: 'document-missing' })
  })

  it('clears away temporary files that a killed process left an hour ago', async () => {
    await mkdir(join(folder, 'plans'))
    const left = join(folder, 'plans', '.x.scalepath.json.0123456789ab.tmp')
    await writeFile(left, 'half')
    await documentsIn(folder, { clock: () => new Date() }).current()
    expect(await readFile(left, 'utf8')).toBe('half')
    await documentsIn(folder, { clock: steadyClock(1, new Date(Date.now() + 2 * 3600e3).toISOString()) }).current()
    expect(await readdir(join(folder, 'plans'))).not.toContain('.x.scalepath.json.0123456789ab.tmp')
  })
})

describe('settings', () => {
  it('that are damaged start afresh, and the damaged file is kept', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "da')
    const documents = documentsIn(folder)
    expect(await documents.settings()).toMatchObject({ theme: 'system', language: 'system' })
    expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe('{"theme": "da')
    expect(documents.notes().map((n) => n.code)).toEqual(['settings-reset'])
    await documents.changeSettings({ theme: 'light' })
    const aside = (await readdir(folder)).find((name) => name.startsWith('settings.json.bad-'))!
    expect(await readFile(join(folder, aside), 'utf8')).toBe('{"theme": "da')
    expect(await documentsIn(folder).settings()).toMatchObject({ theme: 'light' })
  })

  it('keep fields that they do not know', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "dark", "later": 1}')
    await documentsIn(folder).changeSettings({ language: 'zh' })
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark', language: 'zh', later: 1 })
  })

  it('of two instances are merged field by field', async () => {
    const [a, b] = [documentsIn(folder), documentsIn(folder)]
    await a.settings()
    await b.changeSettings({ language: 'zh' })
    await a.changeSettings({ theme: 'dark' })
    expect(await b.settings()).toMatchObject({ language: 'zh', theme: 'dark' })
  })
})
