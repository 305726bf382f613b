/** The smallest possible bridge: four named functions, frozen, nothing of Electron itself. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, BridgeReply } from '../shared/bridge'

const listen = <Arguments extends unknown[]>(channel: string, listener: (...values: Arguments) => void): (() => void) => {
  const handler = (_event: unknown, ...values: unknown[]): void => listener(...(values as Arguments))
  ipcRenderer.on(channel, handler)
  return () => void ipcRenderer.removeListener(channel, handler)
}

const bridge: Bridge = {
  call: (id, procedure, input) => ipcRenderer.invoke('scalepath:call', id, procedure, input) as Promise<BridgeReply>,
  cancel: (id) => ipcRenderer.send('scalepath:cancel', id),
  onItem: (listener) => listen<[number, unknown]>('scalepath:item', listener),
  onCommand: (listener) => listen<[string]>('scalepath:command', listener)
}

contextBridge.exposeInMainWorld('scalepath', bridge)
