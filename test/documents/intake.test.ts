import { readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pruneIntake } from '../../src/main/documents/pruneIntake'
import * as promises from 'node:fs/promises'
import { deskIn, failure, freshFolder, intakeIn } from './storage'

let folder: string
beforeEach(async () => void (folder = await freshFolder()))
afterEach(() => rm(folder, { recursive: true, force: true }))

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const refusalOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    (value) => expect.unreachable(`answered ${JSON.stringify(value)}`),
    (problem: unknown) => problem
  )

describe('a file that is handed over', () => {
  it('is kept byte for byte, also by the next start', async () => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'Größe.csv', size: 12 })
    await intake.append({ file, at: 0, base64: base64('N,sc') })
    expect(await intake.append({ file, at: 4, base64: base64('ore\n7,1\n') })).toEqual({ received: 12, size: 12 })
    const { path, fileName } = await intakeIn(folder).find(file)
    expect(await readFile(path, 'utf8')).toBe('N,score\n7,1\n')
    expect(fileName).toBe('Größe.csv')
  })

  it('goes on where it was when the app was started anew between two slices', async () => {
    const { file } = await intakeIn(folder).begin({ fileName: 'a.csv', size: 4 })
    await intakeIn(folder).append({ file, at: 0, base64: base64('ab') })
    expect(await intakeIn(folder).append({ file, at: 2, base64: base64('cd') })).toEqual({ received: 4, size: 4 })
  })

  it('is never read while part of it is missing', async () => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'a.csv', size: 4 })
    await intake.append({ file, at: 0, base64: base64('abc') })
    expect(await refusalOf(intake.find(file))).toMatchObject({ code: 'intake-incomplete', values: { received: 3, size: 4 }, path: 'file' })
  })

  it('refuses a slice twice, too early, too long, or not in Base64, and stays as it was', async () => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'a.csv', size: 4 })
    await intake.append({ file, at: 0, base64: base64('ab') })
    expect(await refusalOf(intake.append({ file, at: 0, base64: base64('ab') }))).toMatchObject({ code: 'intake-out-of-turn', path: 'at' })
    expect(await refusalOf(intake.append({ file, at: 3, base64: base64('d') }))).toMatchObject({ code: 'intake-out-of-turn' })
    expect(await refusalOf(intake.append({ file, at: 2, base64: base64('cde') }))).toMatchObject({ code: 'intake-too-long' })
    expect(await refusalOf(intake.append({ file, at: 2, base64: 'Y2*Q=' }))).toMatchObject({ code: 'intake-not-base64' })
    expect(await intake.append({ file, at: 2, base64: base64('cd') })).toMatchObject({ received: 4 })
  })

  it('is refused above 1 GB before a byte of it comes, and taken at 1 GB', async () => {
    const intake = intakeIn(folder)
    expect(await refusalOf(intake.begin({ fileName: 'a.csv', size: 1e9 + 1 }))).toMatchObject({
      code: 'intake-too-large',
      values: { limit: 1000 },
      path: 'size'
    })
    expect(await intake.begin({ fileName: 'a.csv', size: 1e9 })).toMatchObject({ file: expect.any(String) })
  })

  it('is gone when it is discarded, and says so when it is asked for', async () => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'a.csv', size: 0 })
    expect(await intake.discard(file)).toBe(true)
    expect(await readdir(join(folder, 'intake'))).toEqual([])
    expect(await refusalOf(intake.find(file))).toMatchObject({ code: 'intake-missing', path: 'file' })
    expect(await intake.discard(file)).toBe(false)
  })

  it('with a damaged description is as good as gone', async () => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'a.csv', size: 0 })
    await writeFile(join(folder, 'intake', `${file}.json`), '{"fileName": "a.')
    expect(await refusalOf(intake.find(file))).toMatchObject({ code: 'intake-missing' })
  })

  it.each([
    ['ENOSPC', 'intake-disk-full'],
    ['EACCES', 'intake-not-written']
  ])('says why it cannot be kept: %s', async (code, note) => {
    const open = (() => Promise.reject(failure(code))) as unknown as typeof promises.open
    const intake = intakeIn(folder, { fs: { ...promises, open } })
    expect(await refusalOf(intake.begin({ fileName: 'a.csv', size: 4 }))).toMatchObject({ code: note, values: { fileName: 'a.csv', reason: code } })
  })
})

describe('at a start', () => {
  const handedOver = async (daysOld: number, whole = true): Promise<string> => {
    const intake = intakeIn(folder)
    const { file } = await intake.begin({ fileName: 'a.csv', size: 2 })
    await intake.append({ file, at: 0, base64: base64(whole ? 'ab' : 'a') })
    const then = new Date(Date.now() - daysOld * 86_400e3)
    for (const name of [file, `${file}.json`]) await utimes(join(folder, 'intake', name), then, then)
    return file
  }
  const prune = (fs = promises as never): Promise<void> => pruneIntake({ folder, fs, clock: () => new Date(), intake: intakeIn(folder) })
  const isThere = (file: string): Promise<boolean> =>
    stat(join(folder, 'intake', file)).then(
      () => true,
      () => false
    )

  it('files that no screen shows go after thirty days, unfinished ones after one, and others stay', async () => {
    const files = await Promise.all([handedOver(31), handedOver(29), handedOver(31), handedOver(2, false), handedOver(0.5, false)])
    await deskIn(folder).set('lab', { source: { file: files[2] } })
    await prune()
    expect(await Promise.all(files.map(isThere))).toEqual([false, true, true, false, true])
  })

  it('nothing goes when it cannot be told what the screens show', async () => {
    const file = await handedOver(31)
    await deskIn(folder).set('lab', {})
    await prune({ ...promises, readFile: () => Promise.reject(failure('EIO')) } as never)
    expect(await isThere(file)).toBe(true)
  })

  it('a data folder without files is fine', () => prune())
})
