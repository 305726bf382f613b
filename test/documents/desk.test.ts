import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import * as promises from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DESKS } from '../../src/shared/contract/desk'
import { deskIn, failure, freshFolder } from './storage'

let folder: string
beforeEach(async () => void (folder = await freshFolder()))
afterEach(() => rm(folder, { recursive: true, force: true }))

const codes = (answer: { notes: { code: string }[] }): string[] => answer.notes.map(({ code }) => code)

it('every screen keeps a state of its own across starts', async () => {
  const desk = deskIn(folder)
  for (const name of DESKS) await desk.set(name, { of: name, list: [1, null, { 表: true }] })
  for (const name of DESKS) expect(await deskIn(folder).get(name)).toEqual({ state: { of: name, list: [1, null, { 表: true }] }, notes: [] })
})

it('a state takes the place of the one before, field for field', async () => {
  const desk = deskIn(folder)
  await desk.set('fit', { a: 1, b: 2 })
  await desk.set('fit', { b: 3 })
  expect(await desk.get('fit')).toEqual({ state: { b: 3 }, notes: [] })
})

it('of two windows the last one wins', async () => {
  const [one, two] = [deskIn(folder), deskIn(folder)]
  await one.set('lab', 1)
  await two.set('lab', 2)
  expect((await one.get('lab')).state).toBe(2)
})

it('a state of 5 MB of numbers comes back: it is not blown up by setting it in', async () => {
  const state = Array.from({ length: 2_400_000 }, () => 1)
  await deskIn(folder).set('lab', state)
  expect((await deskIn(folder).get('lab')).state).toHaveLength(2_400_000)
})

it.each([
  ['half a file', '{"format": "scalepath-desk", "version": 1, "sta'],
  ['an empty file', ''],
  ['a file of another kind', '{"format": "scalepath", "version": 1}'],
  ['a file of a newer version', '{"format": "scalepath-desk", "version": 2, "state": {"more": 1}}']
])('%s starts afresh, is kept aside, and is told of once', async (_what, text) => {
  await mkdir(join(folder, 'desk'))
  await writeFile(join(folder, 'desk', 'lab.json'), text)
  const first = await deskIn(folder).get('lab')
  expect(first.state).toBeNull()
  expect(codes(first)).toEqual(['desk-reset'])
  const aside = (await readdir(join(folder, 'desk'))).find((name) => name.includes('.bad-'))!
  expect(await readFile(join(folder, 'desk', aside), 'utf8')).toBe(text)
  expect(first.notes[0]!.message).toContain(aside)
  expect(await deskIn(folder).get('lab')).toEqual({ state: null, notes: [] })
})

it('what cannot be written is held until the app ends, and said once', async () => {
  const rename = (() => Promise.reject(failure('ENOSPC'))) as unknown as typeof promises.rename
  const desk = deskIn(folder, { fs: { ...promises, rename } })
  expect(codes(await desk.set('path', { a: 1 }))).toEqual(['desk-not-kept'])
  expect(codes(await desk.set('path', { a: 2 }))).toEqual([])
  expect(await desk.get('path')).toEqual({ state: { a: 2 }, notes: [] })
})

it('what cannot be read is said, and looking at it changes nothing', async () => {
  await deskIn(folder).set('costs', { a: 1 })
  const path = join(folder, 'desk', 'costs.json')
  const readFileOf = ((file: string) => (file === path ? Promise.reject(failure('EIO')) : promises.readFile(file))) as unknown as typeof promises.readFile
  const answer = await deskIn(folder, { fs: { ...promises, readFile: readFileOf } }).get('costs')
  expect(answer.state).toBeNull()
  expect(codes(answer)).toEqual(['desk-unreadable'])
  expect(await deskIn(folder).get('costs')).toEqual({ state: { a: 1 }, notes: [] })
})
