/**
 * The renderer's one door to the host: typed calls of the contract, over Electron's bridge when there is one, else over HTTP to the loopback server
 * that served this page. The caller validates nothing: the host does, both ways.
 */
import type { Bridge, BridgeReply } from '../../../shared/bridge'
import type { Input, Output, ProcedureName, Refusal } from '../../../shared/contract'
import { jsonInPieces, LINES, whole, type Part } from '../../../shared/longAnswer'
import { PACKED, unpacked } from '../../../shared/packedAnswer'

declare global {
  interface Window {
    scalepath?: Bridge
  }
}

/** A call that the host refused, or that could not reach it: `bad-input`, `cancelled`, `unreachable-host`, `internal`, … with the field in `path`. */
export class CallRefused extends Error implements Refusal {
  readonly code: string
  readonly path: string
  readonly values?: Record<string, number | string>
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'CallRefused'
    this.code = refusal.code
    this.path = refusal.path
    if (refusal.values !== undefined) this.values = refusal.values
  }
}

export interface CallOptions {
  /** Cancels the call in the host as well; the call then rejects with code `cancelled`. */
  signal?: AbortSignal
  /** Lets the call outlive the page: for what must still be written when the window goes. */
  keepalive?: boolean
  /** Progress items of long work. */
  onItem?: (item: unknown) => void
}

const cancelled: Refusal = { code: 'cancelled', message: 'the call was cancelled', path: '' }

/** Calls a procedure of the contract; rejects with `CallRefused`. */
export async function call<P extends ProcedureName>(procedure: P, input: Input<P>, options: CallOptions = {}): Promise<Output<P>> {
  if (options.signal?.aborted) throw new CallRefused(cancelled)
  const reply = await (window.scalepath ? overBridge(window.scalepath, procedure, input, options) : overHttp(procedure, input, options))
  if (!reply.ok) throw new CallRefused(reply.refusal)
  return reply.output as Output<P>
}

/** Listens to the commands of the application menu (Electron only); returns the function that stops listening. */
export const onMenuCommand = (listener: (command: string) => void): (() => void) => window.scalepath?.onCommand(listener) ?? (() => undefined)

let lastCall = 0

async function overBridge(bridge: Bridge, procedure: string, input: unknown, { signal, onItem }: CallOptions): Promise<BridgeReply> {
  const id = ++lastCall
  const stopListening = onItem && bridge.onItem((of, item) => of === id && onItem(item))
  const abort = (): void => bridge.cancel(id)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    // Only plain data crosses: state proxies do not survive structured cloning.
    return await bridge.call(id, procedure, JSON.parse(JSON.stringify(input)))
  } catch (problem) {
    return { ok: false, refusal: { code: 'unreachable-host', message: `the app's main process did not answer: ${String(problem)}`, path: '' } }
  } finally {
    signal?.removeEventListener('abort', abort)
    stopListening?.()
  }
}

async function overHttp(procedure: string, input: unknown, { signal, onItem, keepalive = false }: CallOptions): Promise<BridgeReply> {
  try {
    const response = await fetch(new URL(`call/${procedure}`, document.baseURI), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: onItem ? LINES : PACKED },
      body: keepalive ? JSON.stringify(input) : await bodyOf(input),
      keepalive,
      signal: signal ?? null
    })
    const mediaType = response.headers.get('content-type')
    if (onItem && response.body && mediaType === LINES) return await readLines(response.body, onItem)
    if (mediaType === PACKED) return { ok: true, output: unpacked(await response.arrayBuffer()) }
    const answer: unknown = await response.json()
    return response.ok ? { ok: true, output: answer } : { ok: false, refusal: answer as Refusal }
  } catch (problem) {
    if (signal?.aborted) return { ok: false, refusal: cancelled }
    return { ok: false, refusal: { code: 'unreachable-host', message: `the app's own server did not answer: ${String(problem)}`, path: '' } }
  }
}

/** A long input is written piece by piece, and the page may move in between. */
async function bodyOf(input: unknown): Promise<string | Blob> {
  const pieces: string[] = []
  const breathe = breathing()
  for (const piece of jsonInPieces(input)) {
    pieces.push(piece)
    await breathe()
  }
  return pieces.length === 1 ? pieces[0]! : new Blob(pieces)
}

type StreamLine = { item: unknown } | { part: Part } | { output: unknown } | { refusal: Refusal }

async function readLines(body: ReadableStream<Uint8Array>, onItem: (item: unknown) => void): Promise<BridgeReply> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  const parts: Part[] = []
  const breathe = breathing()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) throw new Error('the answer ended early')
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = JSON.parse(line) as StreamLine
      if ('item' in said) onItem(said.item)
      else if ('part' in said) parts.push(said.part)
      else return 'refusal' in said ? { ok: false, refusal: said.refusal } : { ok: true, output: whole(said.output, parts) }
      await breathe()
    }
  }
}

/** Milliseconds of work after which the page gets its turn: well below what is felt, since what answers a click may take as long again. */
const TURN = 12

/** Lets the page move whenever the work since the last time has taken long. */
function breathing(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
