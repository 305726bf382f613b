/** Plain HTTP requests with headers that no browser would send: `fetch` does not let a test choose Host or Origin. */
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export interface Wanted {
  port: number
  /** Address to connect to, whatever the Host header says. */
  host?: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}
export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export function ask({ port, host = '127.0.0.1', path, method = 'GET', headers = {}, body }: Wanted): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
