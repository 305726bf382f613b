/** The bridge's end in the main process: three channels, each checking that the sender is the main frame of our own page. */
import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import type { BridgeReply } from '../../../shared/bridge'
import { CallError } from '../../dispatch'
import type { Handle } from '../../dispatch'
import { isOurs } from './scheme'

/** Running calls of each page, by the number that the page gave them. */
const running = new WeakMap<WebContents, Map<number, AbortController>>()

export function answerCalls(handle: Handle, developmentOrigin: string | null): void {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null && event.senderFrame === event.sender.mainFrame && isOurs(event.senderFrame.url, developmentOrigin)

  ipcMain.handle('scalepath:call', async (event, id: unknown, procedure: unknown, input: unknown): Promise<BridgeReply> => {
    if (!trusted(event)) throw new Error('forbidden: only the page of the app may call')
    if (typeof id !== 'number' || typeof procedure !== 'string') throw new Error('forbidden: malformed call')
    const calls = callsOf(event.sender)
    const stop = new AbortController()
    calls.set(id, stop)
    const emit = (item: unknown): void => {
      if (!stop.signal.aborted && !event.sender.isDestroyed()) event.sender.send('scalepath:item', id, item)
    }
    try {
      return { ok: true, output: await handle(procedure, input, { signal: stop.signal, emit }) }
    } catch (problem) {
      const refusal = problem instanceof CallError ? problem.toJSON() : { code: 'internal', message: 'the call failed inside the app', path: '' }
      return { ok: false, refusal }
    } finally {
      calls.delete(id)
    }
  })

  ipcMain.on('scalepath:cancel', (event, id: unknown) => {
    if (trusted(event) && typeof id === 'number') running.get(event.sender)?.get(id)?.abort()
  })
}

/** The calls of a page; when the page goes away they are cancelled. */
function callsOf(sender: WebContents): Map<number, AbortController> {
  const known = running.get(sender)
  if (known !== undefined) return known
  const calls = new Map<number, AbortController>()
  running.set(sender, calls)
  sender.once('destroyed', () => calls.forEach((call) => call.abort()))
  return calls
}
