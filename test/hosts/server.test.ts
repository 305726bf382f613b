import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CallError } from '../../src/main/dispatch'
import type { Handle } from '../../src/main/dispatch'
import { listBuiltFiles } from '../../src/main/hosts/builtFiles'
import { BODY_LIMIT } from '../../src/main/hosts/browser/callOverHttp'
import { serve } from '../../src/main/hosts/browser/server'
import type { Served } from '../../src/main/hosts/browser/server'
import { LINES, whole, type Part } from '../../src/shared/longAnswer'
import { PACKED, unpacked } from '../../src/shared/packedAnswer'
import { ask } from './request'

const KEY = 'k3y-of-this-run'
const TICKET = 't1cket-for-one-start'

let folder: string
let served: Served
let host: string
/** Called when a call to `slow` is cancelled. */
let onCancelled: () => void = () => undefined

const handle: Handle = async (procedure, input, { signal, emit }) => {
  if (procedure === 'echo') return { input }
  if (procedure === 'refuse') throw new CallError({ code: 'bad-input', message: 'N: expected a number', path: 'N' })
  if (procedure === 'fail') throw new Error('a secret of the inside')
  if (procedure === 'stream') {
    emit({ done: 0.5 })
    return 'ready'
  }
  if (procedure === 'slow') return new Promise((_resolve, reject) => signal.addEventListener('abort', () => (onCancelled(), reject(new Error('cancelled')))))
  throw new CallError({ code: 'unknown-procedure', message: 'there is no such procedure', path: '' })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-server-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>app</title>')
  await writeFile(join(folder, 'renderer', 'assets', 'index.js'), 'export {}')
  await writeFile(join(folder, 'renderer', 'notes.txt'), 'not a file of the app')
  await writeFile(join(folder, 'secret.json'), '{"secret": true}')
  served = await serve({ handle, files: await listBuiltFiles(join(folder, 'renderer')), key: KEY, ticket: TICKET }, 0, true)
  host = `127.0.0.1:${served.port}`
})
afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

const json = { 'content-type': 'application/json' }
const get = (path: string, headers: Record<string, string> = {}) => ask({ port: served.port, path, headers: { host, ...headers } })
const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask({ port: served.port, path, method: 'POST', headers: { host, ...json, ...headers }, body })

describe('what the server gives to whom', () => {
  test('the page and its files are there for the printed address', async () => {
    expect(served.address).toBe(`http://${host}/${KEY}/`)
    const page = await get(`/${KEY}/`)
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>app</title>' })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await get(`/${KEY}/assets/index.js`)).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await get(`/${KEY}/index.html?x=1`)).status).toBe(200)
  })

  test.each([
    ['no key', '/'],
    ['the page without the key', '/index.html'],
    ['a wrong key', '/wrong/index.html'],
    ['a key that only begins right', `/${KEY}x/index.html`],
    ['a part of the key', `/${KEY.slice(0, -1)}/index.html`],
    ['the key in a query', `/?key=${KEY}`],
    ['the key without what follows', `/${KEY}`],
    ['a file that is not there', `/${KEY}/assets/other.js`],
    ['a file of a kind that is not served', `/${KEY}/notes.txt`],
    ['a path upwards', `/${KEY}/../secret.json`],
    ['an encoded path upwards', `/${KEY}/%2e%2e/secret.json`],
    ['an encoded slash', `/${KEY}/..%2fsecret.json`],
    ['a backslash', `/${KEY}/..\\secret.json`],
    ['an absolute path', `/${KEY}//etc/passwd`],
    ['a call by GET', `/${KEY}/call/echo`],
    ['another ticket', '/open/other']
  ])('403 for %s', async (_what, path) => {
    const answer = await get(path)
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('secret"')
  })

  test.each([
    ['another host', { host: 'evil.example' }],
    ['a name that resolves to this computer', { host: 'localhost' }],
    ['no port in the host', { host: '127.0.0.1' }],
    ['another port in the host', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin on another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['a request that the browser says comes from another site', { 'sec-fetch-site': 'cross-site' }],
    ['a request from another port of this computer', { 'sec-fetch-site': 'same-site' }]
  ])('403 for %s, for pages and for calls, even with the key', async (_what, headers) => {
    expect((await get(`/${KEY}/`, headers)).status).toBe(403)
    expect((await post(`/${KEY}/call/echo`, '{}', headers)).status).toBe(403)
  })

  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'POST'])('403 for %s on a page', async (method) => {
    expect((await ask({ port: served.port, path: `/${KEY}/index.html`, method, headers: { host } })).status).toBe(403)
  })

  test('a call without the key is not answered', async () => {
    expect((await post('/call/echo', '{}')).status).toBe(403)
  })

  test('our own origin may call', async () => {
    expect(await post(`/${KEY}/call/echo`, '{"a":1}', { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({
      status: 200,
      body: '{"input":{"a":1}}'
    })
  })

  test('the ticket opens the app once', async () => {
    const first = await get(`/open/${TICKET}`)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe(`/${KEY}/`)
    expect((await get(`/open/${TICKET}`)).status).toBe(403)
  })

  test('every answer carries the policy and forbids sniffing, framing and sharing', async () => {
    for (const answer of [await get(`/${KEY}/`), await get('/'), await post(`/${KEY}/call/echo`, '{}')]) {
      const policy = answer.headers['content-security-policy'] as string
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("connect-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe-eval')
      expect(policy).not.toMatch(/(script-src|style-src-elem|default-src)[^;]*unsafe-inline/)
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin'
      })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('calls over HTTP', () => {
  test('a refusal keeps its code, message and path', async () => {
    const answer = await post(`/${KEY}/call/refuse`, '{}')
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toEqual({ code: 'bad-input', message: 'N: expected a number', path: 'N' })
  })

  test('a failure of the app says nothing of its inside', async () => {
    const answer = await post(`/${KEY}/call/fail`, '{}')
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('secret')
  })

  test('an unknown procedure is refused by name', async () => {
    const answer = await post(`/${KEY}/call/no.such`, '{}')
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'unknown-procedure' })
  })

  test('what is not JSON is refused, and so is another content type', async () => {
    expect(JSON.parse((await post(`/${KEY}/call/echo`, '{')).body)).toMatchObject({ code: 'bad-input' })
    expect(JSON.parse((await post(`/${KEY}/call/echo`, '{}', { 'content-type': 'text/plain' })).body)).toMatchObject({ code: 'bad-input' })
  })

  test('a body over the limit is refused with its announced length, without being read', async () => {
    const answer = await ask({
      port: served.port,
      path: `/${KEY}/call/echo`,
      method: 'POST',
      headers: { host, ...json, 'content-length': String(BODY_LIMIT + 1) }
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'too-large' })
  })

  test('a body that grows over the limit without an announced length is refused', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port: served.port,
        path: `/${KEY}/call/echo`,
        method: 'POST',
        headers: { host, ...json, 'transfer-encoding': 'chunked' },
        agent: false
      })
      asked.on('response', (response) => (resolve(response.statusCode ?? 0), response.resume()))
      asked.on('error', reject)
      const part = Buffer.alloc(1_000_000, 32)
      for (let sent = 0; sent <= BODY_LIMIT; sent += part.length) asked.write(part)
      asked.end()
    })
    expect(status).toBe(413)
  })

  test('a body just under the limit is read', async () => {
    const answer = await post(`/${KEY}/call/echo`, JSON.stringify('x'.repeat(BODY_LIMIT - 2)))
    expect(answer.status).toBe(200)
  })

  test('long columns of numbers come as they are in memory when the caller can read that', async () => {
    const input = { x: Array.from({ length: 100 }, (_, k) => 1 / (3 + k)) }
    const answer = await fetch(`${served.address}call/echo`, { method: 'POST', headers: { ...json, accept: PACKED }, body: JSON.stringify(input) })
    expect(answer.headers.get('content-type')).toBe(PACKED)
    expect(unpacked(await answer.arrayBuffer())).toEqual({ input })
    const refused = await fetch(`${served.address}call/refuse`, { method: 'POST', headers: { ...json, accept: PACKED }, body: '{}' })
    expect(await refused.json()).toMatchObject({ code: 'bad-input' })
    expect((await post(`/${KEY}/call/echo`, JSON.stringify(input))).body).toBe(JSON.stringify({ input }))
  })

  test('progress comes as lines before the answer when the caller asks for lines', async () => {
    const answer = await post(`/${KEY}/call/stream`, '{}', { accept: 'application/x-ndjson' })
    expect(answer.headers['content-type']).toBe('application/x-ndjson')
    expect(
      answer.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    ).toEqual([{ item: { done: 0.5 } }, { output: 'ready' }])
    expect((await post(`/${KEY}/call/stream`, '{}')).body).toBe('"ready"')
  })

  test('to the page the long lists of an answer come in lines of their own, before the rest of it', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => ({ N: i }))
    const answer = await post(`/${KEY}/call/echo`, JSON.stringify(rows), { accept: LINES })
    expect(answer.headers['content-type']).toBe(LINES)
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { part?: Part; output?: unknown })
    expect(lines.map(({ part }) => part?.items.length)).toEqual([1000, 1000, 500, undefined])
    const parts = lines.flatMap(({ part }) => part ?? [])
    expect(whole(lines.at(-1)?.output, parts)).toEqual({ input: rows })
  })

  test('a caller that disconnects cancels its call', async () => {
    const cancelled = new Promise<void>((resolve) => (onCancelled = resolve))
    const asked = request({ host: '127.0.0.1', port: served.port, path: `/${KEY}/call/slow`, method: 'POST', headers: { host, ...json }, agent: false })
    asked.on('error', () => undefined)
    asked.on('finish', () => setImmediate(() => asked.destroy()))
    asked.end('{}')
    await cancelled
  })
})

describe('ports', () => {
  const app = { handle, files: new Map(), key: KEY, ticket: TICKET }

  test('a wanted port that is taken is an error', async () => {
    await expect(serve(app, served.port, true)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('without a wanted port the next free one is taken', async () => {
    const next = await serve(app, served.port, false)
    expect(next.port).toBeGreaterThan(served.port)
    await next.close()
  })

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address !== undefined && !address.internal && address.family === 'IPv4')
  test.skipIf(outside === undefined)('other computers cannot connect (needs a network address)', async () => {
    await expect(ask({ port: served.port, path: `/${KEY}/`, host: outside!.address, headers: { host } })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
