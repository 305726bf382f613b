/**
 * `POST call/<procedure>` with the input as JSON. Answers 200 with the output, 4xx or 500 with {code, message, path}.
 * With `Accept: application/x-ndjson` the answer is lines: {item} for progress, then {output} or {refusal}. With the page's own media types the output's long
 * columns of numbers follow it as they are in memory (`packedAnswer.ts`), or its long lists go ahead of it in lines of their own (`longAnswer.ts`). The call is cancelled
 * when the caller disconnects.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from '../../../shared/contract'
import { inParts, LINES } from '../../../shared/longAnswer'
import { PACKED, packed } from '../../../shared/packedAnswer'
import { CallError } from '../../dispatch'
import type { Handle } from '../../dispatch'

export const BODY_LIMIT = 25_000_000
const NDJSON = 'application/x-ndjson'
const STATUS: Record<string, number> = { 'unknown-procedure': 404, 'too-large': 413, internal: 500 }

export async function answerCall(handle: Handle, procedure: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stopped = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) stopped.abort()
  })
  const { accept } = request.headers
  const streams = accept === NDJSON || accept === LINES
  try {
    const input = await readJson(request)
    const line = (content: object): void => {
      if (!response.headersSent) response.writeHead(200, { 'content-type': accept })
      response.write(JSON.stringify(content) + '\n')
    }
    const emit = (item: unknown): void => {
      if (streams && !stopped.signal.aborted) line({ item })
    }
    const output = await handle(procedure, input, { signal: stopped.signal, emit })
    if (accept === LINES) {
      const { parts, rest } = inParts(output)
      for (const part of parts) line({ part })
      line({ output: rest })
      response.end()
    } else if (response.headersSent) response.end(JSON.stringify({ output }) + '\n')
    else if (accept === PACKED) send(response, 200, PACKED, packed(output))
    else sendJson(response, 200, output)
  } catch (problem) {
    if (stopped.signal.aborted) return
    const refusal = problem instanceof CallError ? problem.toJSON() : { code: 'internal', message: 'the call failed inside the app', path: '' }
    if (response.headersSent) response.end(JSON.stringify({ refusal }) + '\n')
    else sendRefusal(response, refusal)
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const tooLarge = new CallError({ code: 'too-large', message: `the input is larger than ${BODY_LIMIT / 1e6} MB`, path: '' })
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw tooLarge
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new CallError({ code: 'bad-input', message: 'expected the content type application/json', path: '' })
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT) throw tooLarge
    parts.push(part)
  }
  const text = Buffer.concat(parts).toString('utf8')
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new CallError({ code: 'bad-input', message: 'expected JSON, for example {"law": "hoffmann-2022", "C": 5.76e23}', path: '' })
  }
}

function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  // The rest of a body that is too large is not read: the connection ends with the answer.
  if (refusal.code === 'too-large') response.setHeader('connection', 'close')
  sendJson(response, STATUS[refusal.code] ?? 400, refusal)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)))
}

function send(response: ServerResponse, status: number, mediaType: string, body: Uint8Array): void {
  response.writeHead(status, { 'content-type': mediaType, 'content-length': body.length })
  response.end(body)
}
