import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finish, printed, startProgram } from './built'
import { ask } from './request'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'scalepath-start-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (...args: string[]) => startProgram('browser', args, { SCALEPATH_DATA: folder })
const taken = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
  })
const free = async (): Promise<number> => {
  const server = await taken()
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('it serves on the wanted port, answers calls at the printed address only, and ends cleanly on Ctrl-C', async () => {
  const port = await free()
  const child = start('--no-open', '--port', String(port))
  const text = await printed(child, /Ctrl-C/)
  const address = new URL(/http:\S+/.exec(text)![0])
  expect(address.host).toBe(`127.0.0.1:${port}`)
  expect(address.pathname).toMatch(/^\/[\w-]{32}\/$/)
  const headers = { host: address.host, 'content-type': 'application/json' }
  expect((await ask({ port, path: address.pathname, headers })).body).toContain('<title>Scalepath</title>')
  const info = await ask({ port, path: `${address.pathname}call/app.info`, method: 'POST', headers, body: '{}' })
  expect(JSON.parse(info.body)).toMatchObject({ host: 'browser', dataFolder: folder })
  expect((await ask({ port, path: '/', headers })).status).toBe(403)
  const ended = finish(child)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})

test('every run has a key of its own', async () => {
  const addresses: string[] = []
  for (let run = 0; run < 2; run++) {
    const child = start('--no-open', '--port', String(await free()))
    addresses.push(new URL(/http:\S+/.exec(await printed(child, /Ctrl-C/))![0]).pathname)
    child.kill('SIGTERM')
    await finish(child)
  }
  expect(addresses[0]).not.toBe(addresses[1])
})

test('without a display it says so, prints the address and keeps serving', async () => {
  const child = start()
  expect(await printed(child, /Ctrl-C/)).toMatch(/There is no display; open this address/)
  child.kill('SIGTERM')
  expect((await finish(child)).code).toBe(0)
})

test('a taken port is a sentence that says what to do', async () => {
  const server = await taken()
  const { port } = server.address() as AddressInfo
  const ended = await finish(start('--no-open', '--port', String(port)))
  server.close()
  expect(ended.code).toBe(1)
  expect(ended.stderr).toBe(`Port ${port} is taken by another program. Choose another one with --port, or leave --port out and a free one is found.\n`)
})

test.each([
  [['--port', 'x'], 'expected a port from 1 to 65535, for example --port 4173, found "x"'],
  [['--port', '0'], 'expected a port from 1 to 65535'],
  [['--host', 'opera'], 'expected --host electron or --host browser, found "opera"'],
  [['a.json', 'b.json'], 'expected one plan file, found 2'],
  [['--frob'], "Unknown option '--frob'"]
])('wrong usage %j is refused with what would be right', async (args, sentence) => {
  const ended = await finish(start(...args))
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain(sentence)
})
