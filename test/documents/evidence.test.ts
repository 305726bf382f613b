import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import * as promises from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OwnEvidence } from '../../src/shared/contract/evidence'
import { evidencePath } from '../../src/main/documents/evidence'
import { failure, freshFolder, ownLibraryIn } from './storage'

let folder: string
beforeEach(async () => void (folder = await freshFolder()))
afterEach(() => rm(folder, { recursive: true, force: true }))

const entry = (id: string, more: Partial<OwnEvidence> = {}): OwnEvidence => ({
  id,
  name: `Entry ${id}`,
  capability: null,
  category: 'other',
  axis: 'N',
  critical: { low: 8e9, high: 20e9 },
  means: 'p50',
  steepness: null,
  grade: null,
  date: '2026-11',
  fromOwnRuns: true,
  source: '自有运行',
  ...more
})
type Library = ReturnType<typeof ownLibraryIn>
const put = (library: Library, ...entries: OwnEvidence[]): Promise<{ notes: { code: string }[] }> => library.change(() => ({ put: entries, answer: null }))
const ids = async (library: Library): Promise<string[]> => (await library.list()).entries.map(({ id }) => id)
const codes = (answer: { notes: { code: string }[] }): string[] => answer.notes.map(({ code }) => code)
const text = (entries: unknown[], version = 1): string => JSON.stringify({ format: 'scalepath-evidence', version, entries })

it('keeps entries across starts, replaces one by its id, and brings back what was removed', async () => {
  await put(ownLibraryIn(folder), entry('a'), entry('b'))
  await put(ownLibraryIn(folder), entry('b', { name: 'Changed' }))
  expect((await ownLibraryIn(folder).list()).entries).toEqual([entry('a'), entry('b', { name: 'Changed' })])
  expect(await ownLibraryIn(folder).remove('a')).toMatchObject({ removed: true })
  expect(await ids(ownLibraryIn(folder))).toEqual(['b'])
  expect((await ownLibraryIn(folder).restore('a')).entry).toEqual(entry('a'))
  expect((await ids(ownLibraryIn(folder))).sort()).toEqual(['a', 'b'])
  await expect(ownLibraryIn(folder).restore('a')).rejects.toMatchObject({ code: 'evidence-missing' })
})

it.each([
  ['half a file', text([entry('a')]).slice(0, 60)],
  ['an empty file', ''],
  ['a plan', '{"format": "scalepath", "version": 1}'],
  ['a newer version', text([entry('a')], 2)]
])('%s is kept aside, and told of once', async (_what, content) => {
  await writeFile(evidencePath(folder), content)
  const first = await ownLibraryIn(folder).list()
  expect(first.entries).toEqual([])
  expect(codes(first)).toEqual(['evidence-reset'])
  const aside = (await readdir(folder)).find((name) => name.includes('.bad-'))!
  expect(await readFile(join(folder, aside), 'utf8')).toBe(content)
  expect(await ownLibraryIn(folder).list()).toEqual({ entries: [], notes: [] })
})

it('an entry that cannot be read is told of and stays in the file when others change', async () => {
  const strange = { id: 'x', critical: 'many', of: 'a later version' }
  await writeFile(evidencePath(folder), text([strange, entry('a'), entry('a', { name: 'The same id again' })]))
  const library = ownLibraryIn(folder)
  const read = await library.list()
  expect(read.entries).toEqual([entry('a')])
  expect(read.notes).toMatchObject([{ code: 'evidence-entries-unreadable', values: { count: 2 } }])
  await put(library, entry('b'))
  const kept = JSON.parse(await readFile(evidencePath(folder), 'utf8')) as { entries: unknown[] }
  expect(kept.entries).toEqual([strange, entry('a'), entry('a', { name: 'The same id again' }), entry('b')])
})

it('a file that cannot be read is not replaced', async () => {
  await put(ownLibraryIn(folder), entry('a'))
  const path = evidencePath(folder)
  const readFileOf = ((file: string) => (file === path ? Promise.reject(failure('EIO')) : promises.readFile(file))) as unknown as typeof promises.readFile
  const blind = ownLibraryIn(folder, { fs: { ...promises, readFile: readFileOf } })
  expect(codes(await blind.list())).toEqual(['evidence-unreadable'])
  await expect(put(blind, entry('b'))).rejects.toMatchObject({ code: 'evidence-unreadable' })
  expect(await ids(ownLibraryIn(folder))).toEqual(['a'])
})

it('what cannot be written is held until the app ends, and said', async () => {
  const rename = (() => Promise.reject(failure('ENOSPC'))) as unknown as typeof promises.rename
  const library = ownLibraryIn(folder, { fs: { ...promises, rename } })
  expect(codes(await put(library, entry('a')))).toEqual(['evidence-not-kept'])
  expect(await ids(library)).toEqual(['a'])
  expect(await ids(ownLibraryIn(folder))).toEqual([])
})

it('more entries than the library holds are refused as a whole', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => entry(`e${i}`))
  const library = ownLibraryIn(folder)
  await put(library, ...many)
  await expect(put(library, entry('one-more'))).rejects.toMatchObject({ code: 'evidence-full' })
  expect(await ids(library)).toHaveLength(5000)
})

it('a folder in the place of the file is not taken for an empty library', async () => {
  await mkdir(evidencePath(folder))
  const library = ownLibraryIn(folder)
  expect(codes(await library.list())).toEqual(['evidence-unreadable'])
  await expect(put(library, entry('a'))).rejects.toMatchObject({ code: 'evidence-unreadable' })
})
