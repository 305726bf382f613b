import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, refusedWith } from './reading'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

const fileOf = async (content: string | Uint8Array, name = 'file.csv'): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from('\uFEFF' + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('a file on the disk', () => {
  test('UTF-8 with signs of several bytes across the pieces that it is read in', async () => {
    const filler = `${'甲'.repeat(90)},0.5\n`
    const { rows, counts } = await read({ path: await fileOf('模型,准确率\n' + filler.repeat(8000)) })
    expect(counts).toMatchObject({ lines: 8001, rows: 8000, problems: 0 })
    expect(rows.every((row) => 'model' in row && row.model === '甲'.repeat(90))).toBe(true)
  })

  test.each([
    ['little', false],
    ['big', true]
  ])('UTF-16, %s-endian, as spreadsheets write it', async (_what, bigEndian) => {
    expect((await read({ path: await fileOf(utf16('模型\t参数量\t准确率\r\n甲\t7B\t0.4\r\n', bigEndian)) })).rows).toMatchObject([
      { model: '甲', N: 7e9, score: 0.4 }
    ])
  })

  test('CRLF across the pieces that it is read in is one line end', async () => {
    // 2^20 bytes end between CR and LF.
    const head = 'model,acc\r\n'
    const line = 'a,0.5\r\n'
    const lines = Math.floor((2 ** 20 - head.length - 3) / line.length)
    const text = head + line.repeat(lines)
    const filled = `${text}${'b'.repeat(2 ** 20 - text.length - 5)},0.5\r\nc,0.5\r\n`
    expect(filled.charCodeAt(2 ** 20 - 1)).toBe(13)
    const { counts, rows } = await read({ path: await fileOf(filled), mostRows: 200_000 })
    expect(counts).toMatchObject({ lines: lines + 3, rows: lines + 2, problems: 0 })
    expect(rows.at(-1)).toMatchObject({ model: 'c', line: lines + 3 })
  })

  test.each([
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['ZIP / XLSX', 'PK\x03\x04\x14\x00'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['GZIP', '\x1f\x8b\x08\x00'],
    ['Parquet', 'PAR1\x15\x04'],
    ['JPEG', '\xff\xd8\xff\xe0']
  ])('a %s file is refused by name', async (kind, start) => {
    const path = await fileOf(Buffer.from(start, 'latin1'))
    await expect(read({ path })).rejects.toMatchObject({ code: 'import-other-kind', path: 'path', message: expect.stringContaining(kind) })
  })

  test.each([
    ['empty', '', 'import-empty'],
    ['of white space alone', ' \n\n ', 'import-empty'],
    ['of a byte order mark alone', '\uFEFF', 'import-empty'],
    ['a web page', '<!doctype html><html></html>', 'import-html']
  ])('a file that is %s is refused', async (_what, content, code) => {
    expect(await refusedWith({ path: await fileOf(content) })).toBe(code)
    expect(await refusedWith(content)).toBe(code)
  })

  test('another encoding is refused with the line', async () => {
    const path = await fileOf(Buffer.from('model,acc\na,0.4\nmod\xe8le,0.5\n', 'latin1'))
    await expect(read({ path })).rejects.toMatchObject({ code: 'import-not-utf8', message: expect.stringContaining('UTF-8') })
    expect(await refusedWith({ path: await fileOf(Buffer.from('model,acc\na,0.4', 'utf16le')) })).toBe('import-binary')
    expect(await refusedWith('a\0b,c\n')).toBe('import-binary')
  })

  test('what is no file is refused: a folder, a device without end, a path to nothing', async () => {
    await mkdir(join(folder, 'folder.csv'))
    expect(await refusedWith({ path: join(folder, 'folder.csv') })).toBe('import-no-file')
    expect(await refusedWith({ path: '/dev/zero' })).toBe(process.platform === 'win32' ? 'file-missing' : 'import-no-file')
    expect(await refusedWith({ path: join(folder, 'nothing.csv') })).toBe('file-missing')
  })

  test('a line without end is refused, not taken in whole', async () => {
    expect(await refusedWith('model,acc\n' + 'a'.repeat(2 ** 24 + 2 ** 20))).toBe('import-line-too-long')
  })
})
