/** The loopback server: the built renderer and the contract's procedures, for one run and one key; 403 for everything else. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Handle } from '../../dispatch'
import type { BuiltFile } from '../builtFiles'
import { securityHeaders } from '../contentPolicy'
import { answerCall } from './callOverHttp'
import { admit, sameSecret } from './guard'

export interface ServedApp {
  handle: Handle
  files: ReadonlyMap<string, BuiltFile>
  /** Secret of this run: part of the printed address, never of a process's arguments. */
  key: string
  /** Secret that opens the app once: what the browser is started with, because other users of the machine can read its arguments. */
  ticket: string
}

export interface Served {
  /** What the planner opens, key included. */
  address: string
  /** What our own browser window is started with; works once. */
  ticketAddress: string
  port: number
  close: () => Promise<void>
}

const LOOPBACK = '127.0.0.1'
const TRIES = 20
const CLOSING_MS = 2000

/**
 * Listens on 127.0.0.1. A wanted port that is taken rejects with the system's error (`EADDRINUSE`).
 * @param port the port asked for, or where to begin: `exact` false takes the next free one
 */
export async function serve(app: ServedApp, port: number, exact: boolean): Promise<Served> {
  const server = createServer()
  const taken = await listen(server, port, exact ? 1 : TRIES)
  const authority = `${LOOPBACK}:${taken}`
  let ticket: string | null = app.ticket
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders('self'))) response.setHeader(name, value)
    if (ticket !== null && request.headers.host === authority && sameSecret(request.url ?? '', `/open/${ticket}`)) {
      ticket = null
      response.writeHead(303, { location: `/${app.key}/` }).end()
    } else {
      answer(app, authority, request, response).catch((problem: unknown) => response.destroy(problem instanceof Error ? problem : undefined))
    }
  })
  return {
    address: `http://${authority}/${app.key}/`,
    ticketAddress: `http://${authority}/open/${app.ticket}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        // Calls that are running, such as a last save, may end.
        const late = setTimeout(() => server.closeAllConnections(), CLOSING_MS)
        server.close(() => {
          clearTimeout(late)
          resolve()
        })
        server.closeIdleConnections()
      })
  }
}

async function answer(app: ServedApp, authority: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request
  const site = headers['sec-fetch-site']
  const admission = admit({ method, url, host: headers.host, origin: headers.origin, site: Array.isArray(site) ? site[0] : site }, authority, app.key)
  if (!admission.admitted) return refuse(response, admission.reason)
  const { address } = admission
  if (method === 'POST' && address.startsWith('call/')) return answerCall(app.handle, address.slice('call/'.length), request, response)
  const file = app.files.get(address)
  if (file === undefined || (method !== 'GET' && method !== 'HEAD')) return refuse(response, 'this is not one of the files of the app')
  const bytes = await readFile(file.path)
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': bytes.length })
  response.end(method === 'HEAD' ? undefined : bytes)
}

function refuse(response: ServerResponse, reason: string): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(`403: ${reason}\n`)
}

function listen(server: Server, port: number, tries: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (problem: NodeJS.ErrnoException): void => {
      server.removeListener('listening', listening)
      if (problem.code === 'EADDRINUSE' && tries > 1) resolve(listen(server, port + 1, tries - 1))
      else reject(problem)
    }
    const listening = (): void => {
      server.removeListener('error', failed)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', failed).once('listening', listening)
    server.listen(port, LOOPBACK)
  })
}
