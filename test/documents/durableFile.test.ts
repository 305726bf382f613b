import { chmod, lstat, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { durableWriter } from '../../src/main/documents/durableFile'
import type { WriteDurable } from '../../src/main/documents/durableFile'
import { failure, freshFolder, random, watchedFileSystem } from './storage'
import type { Watched } from './storage'

let folder: string
let path: string
let kept: string
let watched: Watched
let write: WriteDurable

beforeEach(async () => {
  folder = await freshFolder()
  path = join(folder, 'plan.json')
  kept = join(folder, 'plan.json.bak')
  watched = watchedFileSystem()
  write = durableWriter({ fs: watched.fs, random, platform: 'linux', wait: () => Promise.resolve() })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const content = (of: string): Promise<string> => readFile(of, 'utf8')
const OLD = 'old content '.repeat(100)
const NEW = 'new content, longer '.repeat(100)

describe('the order of a write', () => {
  it('is write, fsync, close, keep the previous generation, rename, fsync of the directory', async () => {
    await writeFile(path, OLD)
    await write(path, NEW, { keepPreviousAt: [kept] })
    expect(watched.calls).toEqual([
      'open-wx temporary',
      'write temporary',
      'sync temporary',
      'close temporary',
      'mkdir folder',
      'link file',
      'rename kept',
      'unlink kept',
      'rename temporary',
      'open-r folder',
      'sync folder',
      'close folder'
    ])
    expect(await content(path)).toBe(NEW)
    expect(await content(kept)).toBe(OLD)
    expect(await readdir(folder)).toEqual(['plan.json', 'plan.json.bak'])
  })

  it('leaves out the directory on Windows, which cannot sync one', async () => {
    write = durableWriter({ fs: watched.fs, random, platform: 'win32', wait: () => Promise.resolve() })
    await write(path, NEW)
    expect(watched.calls).toEqual(['open-wx temporary', 'write temporary', 'sync temporary', 'close temporary', 'rename temporary'])
  })
})

describe.each([
  ['open-wx temporary', 'EACCES', OLD],
  ['write temporary', 'ENOSPC', OLD],
  ['sync temporary', 'EIO', OLD],
  ['close temporary', 'EIO', OLD],
  ['mkdir folder', 'EROFS', OLD],
  ['link file', 'EIO', OLD],
  ['rename kept', 'EIO', OLD],
  ['rename temporary', 'EBUSY', OLD],
  ['open-r folder', 'EMFILE', NEW],
  ['sync folder', 'EIO', NEW]
])('when "%s" fails with %s', (call, code, left) => {
  it('the write rejects, the file holds old or new content whole, and no temporary file stays', async () => {
    await writeFile(path, OLD)
    watched.fail.set(call, code)
    await expect(write(path, NEW, { keepPreviousAt: [kept] })).rejects.toMatchObject({ code })
    expect(watched.calls).toContain(call)
    expect(await content(path)).toBe(left)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('the next write succeeds', async () => {
    await writeFile(path, OLD)
    watched.fail.set(call, code)
    const failed = write(path, NEW, { keepPreviousAt: [kept] })
    await expect(failed).rejects.toThrow()
    watched.fail.clear()
    await write(path, 'third', { keepPreviousAt: [kept] })
    expect(await content(path)).toBe('third')
    expect(await content(kept)).toBe(left)
  })
})

it('says that the new content took its place even when the directory could not be synced', async () => {
  watched.fail.set('sync folder', 'EIO')
  let replaced = false
  await expect(write(path, NEW, { onReplaced: () => (replaced = true) })).rejects.toThrow()
  expect(replaced).toBe(true)
})

it('takes a file system that cannot sync directories as it is', async () => {
  watched.fail.set('sync folder', 'EINVAL')
  await expect(write(path, NEW)).resolves.toBeUndefined()
})

it('copies the previous generation where there are no hard links', async () => {
  await writeFile(path, OLD)
  watched.fail.set('link file', 'ENOTSUP')
  await write(path, NEW, { keepPreviousAt: [kept] })
  expect(await content(kept)).toBe(OLD)
  expect(watched.calls.indexOf('sync kept')).toBeLessThan(watched.calls.indexOf('rename temporary'))
})

it('keeps the previous generation at the second place when the first cannot be written', async () => {
  await writeFile(path, OLD)
  await writeFile(join(folder, 'occupied'), '')
  await write(path, NEW, { keepPreviousAt: [join(folder, 'occupied', 'x.json'), kept] })
  expect(await content(kept)).toBe(OLD)
})

it('tries a rename again on Windows while another program holds the file, and gives up after about two seconds', async () => {
  let held = 3
  const pauses: number[] = []
  const fs = { ...watched.fs, rename: (from: string, to: string) => (held-- > 0 ? Promise.reject(failure('EBUSY')) : watched.fs.rename(from, to)) }
  write = durableWriter({ fs: fs as never, random, platform: 'win32', wait: (ms) => Promise.resolve(void pauses.push(ms)) })
  await write(path, NEW)
  expect(await content(path)).toBe(NEW)
  expect(pauses).toEqual([10, 20, 40])
  held = Infinity
  pauses.length = 0
  await expect(write(path, 'more')).rejects.toMatchObject({ code: 'EBUSY' })
  const waited = pauses.reduce((sum, ms) => sum + ms, 0)
  expect(waited).toBeGreaterThan(1000)
  expect(waited).toBeLessThanOrEqual(2000)
  expect(await content(path)).toBe(NEW)
})

it('writes to one path one after the other, and the last wins', async () => {
  const texts = Array.from({ length: 20 }, (_, i) => `${i} `.repeat(1000))
  await Promise.all(texts.map((text) => write(path, text)))
  expect(await content(path)).toBe(texts.at(-1))
  const order = watched.calls.filter((call) => call === 'open-wx temporary' || call === 'rename temporary')
  expect(order).toEqual(texts.flatMap(() => ['open-wx temporary', 'rename temporary']))
})

it('goes on with the next write after one that failed', async () => {
  watched.fail.set('write temporary', 'ENOSPC')
  const first = write(path, OLD)
  const second = first.catch(() => watched.fail.clear()).then(() => write(path, NEW))
  await expect(first).rejects.toMatchObject({ code: 'ENOSPC' })
  await second
  expect(await content(path)).toBe(NEW)
})

it('replaces the file that a symbolic link points to and leaves the link', async () => {
  await mkdir(join(folder, 'elsewhere'))
  const real = join(folder, 'elsewhere', 'real.json')
  await symlink(join('elsewhere', 'real.json'), path)
  await write(path, OLD)
  await write(path, NEW)
  expect(await content(real)).toBe(NEW)
  expect((await lstat(path)).isSymbolicLink()).toBe(true)
})

it.skipIf(process.platform === 'win32')('keeps the permissions of the file (needs POSIX permissions)', async () => {
  await writeFile(path, OLD)
  await chmod(path, 0o600)
  await write(path, NEW)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})
